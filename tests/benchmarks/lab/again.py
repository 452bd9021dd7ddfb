"""Ways to decode a span a second time, to hear what else could have been said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from benchmarks.lab.typists import base_model, transcribe_as_the_app
from naklank.core.transcript import Stretch, Transcript, Word
from naklank.speech.activity import find_speech
from naklank.speech.engine import DECODING, SAMPLE_RATE
from naklank.speech.engines import DEFAULT_ENGINE, ENGINES
from naklank.speech.spans import cut_spans, with_margins
from naklank.speech.words import RawWord, to_segments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.lab.clips import Clip
    from naklank.speech.engine import Samples

BEAM_1 = "beam 1"
"""As the app does it."""
PROMPT = "Ik vat het nog even samen."
SHIFT = 0.35
"""Seconds of silence in front, so that Whisper's frames fall elsewhere."""
SLOWER, FASTER = 0.93, 1.08
DECODED = (BEAM_1, "shifted", "prompt", "slower", "faster", "sampled")


@dataclass(slots=True)
class Heard:
    """What was typed of a clip, and for each way what a second decoding of its spans gave."""

    transcript: Transcript
    spans: tuple[Stretch, ...]
    again: dict[str, tuple[Word, ...]] = field(default_factory=dict)


class SecondHearing:
    """Decodes clips, and keeps what it heard in a file where one is given.

    Decoding stands apart from counting, which is done again and again.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._engine: Any = None
        self._heard: dict[str, Heard] = {}
        if file is not None and file.exists():
            self._heard = msgspec.json.decode(file.read_bytes(), type=dict[str, Heard])

    def heard(self, clip: Clip, ways: Sequence[str]) -> Heard:
        """The clip as the app types it, and again in these ways."""
        found = self._heard.get(clip.name)
        if found is None:
            transcript = transcribe_as_the_app(self._loaded(), clip.samples)
            found = self._heard[clip.name] = Heard(transcript, _spans(clip))
            self._keep()
        for way in ways:
            if way not in found.again:
                found.again[way] = self._decoded_again(clip, found.spans, way)
                self._keep()
        return found

    def _decoded_again(self, clip: Clip, spans: Sequence[Stretch], way: str) -> tuple[Word, ...]:
        words: list[Word] = []
        for span in spans:
            piece = clip.samples[int(span.start * SAMPLE_RATE) : int(span.end * SAMPLE_RATE)]
            words += (
                Word(word.start + span.start, word.end + span.start, word.text, word.probability)
                for word in self._in_a_way(piece, way)
            )
        return tuple(words)

    def _in_a_way(self, piece: Samples, way: str) -> list[Word]:
        match way:
            case "shifted":
                silence = np.zeros(round(SHIFT * SAMPLE_RATE), np.float32)
                return self._decode(np.concatenate([silence, piece]), shift=SHIFT)
            case "prompt":
                return self._decode(piece, beam_size=5, initial_prompt=PROMPT)
            case "slower":
                return self._decode(_at_speed(piece, SLOWER), scale=SLOWER)
            case "faster":
                return self._decode(_at_speed(piece, FASTER), scale=FASTER)
            case "sampled":
                return self._decode(piece, temperature=0.6)
            case _:
                return self._decode(piece)

    def _decode(
        self,
        samples: Samples,
        *,
        scale: float = 1.0,
        shift: float = 0.0,
        **changed: Any,
    ) -> list[Word]:
        options = {**DECODING, "beam_size": 1, "log_prob_threshold": None, **changed}
        segments, _info = self._loaded()._model.transcribe(samples, language="nl", **options)
        raw = [
            [RawWord(word.start, word.end, word.word, word.probability) for word in one.words or ()]
            for one in segments
        ]
        return [
            Word(
                max(0.0, (word.start - shift) * scale),
                max(0.0, (word.end - shift) * scale),
                word.text,
                word.probability,
            )
            for segment in to_segments(raw)
            for word in segment.words
        ]

    def _loaded(self) -> Any:
        if self._engine is None:
            self._engine = ENGINES[DEFAULT_ENGINE](base_model())
        return self._engine

    def _keep(self) -> None:
        if self._file is not None:
            self._file.write_bytes(msgspec.json.encode(self._heard))


def _spans(clip: Clip) -> tuple[Stretch, ...]:
    """As the app cuts a recording that it has whole."""
    speech, spans = list(find_speech(clip.samples)), []
    for count in cut_spans(speech, clip.seconds):
        spans.append(with_margins(speech[:count], clip.seconds))
        speech = speech[count:]
    return tuple(spans)


def _at_speed(samples: Samples, speed: float) -> Samples:
    """Faster and higher, or slower and lower."""
    places = np.arange(int(len(samples) / speed)) * speed
    moved: Samples = np.interp(places, np.arange(len(samples)), samples).astype(np.float32)
    return moved
