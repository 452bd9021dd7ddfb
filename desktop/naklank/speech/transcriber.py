"""From sound to a transcript, span by span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.transcript import Segment, Stretch, Transcript, Word
from naklank.speech.activity import find_speech
from naklank.speech.coverage import find_uncovered, split_unsupported
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.spans import cut_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.transcript import Language
    from naklank.speech.engine import Engine, Samples


def transcribe(
    engine: Engine, samples: Samples, language: Language, on_span: Callable[[float], None]
) -> Transcript:
    """The transcript of mono 16 kHz sound; `on_span` hears the second up to which text stands.

    Nothing is decoded where nobody speaks: Whisper types "TV GELDERLAND 2020." out of silence.
    """
    duration = round(len(samples) / SAMPLE_RATE, 3)
    speech = find_speech(samples)
    segments: list[Segment] = []
    for span in cut_spans(speech, duration):
        piece = samples[int(span.start * SAMPLE_RATE) : int(span.end * SAMPLE_RATE)]
        segments += (_placed(segment, span) for segment in engine.decode(piece, language))
        on_span(span.end)
    kept, dropped = split_unsupported(segments, speech)
    words = [word for segment in kept for word in segment.words]
    return Transcript(language, duration, kept, find_uncovered(speech, words), dropped)


def _placed(segment: Segment, span: Stretch) -> Segment:
    """A segment of one span at its place in the recording, never outside its span."""
    return Segment(
        tuple(
            Word(
                round(min(span.start + word.start, span.end), 3),
                round(min(span.start + word.end, span.end), 3),
                word.text,
                word.probability,
            )
            for word in segment.words
        )
    )
