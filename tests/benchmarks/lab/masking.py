"""An engine that swallows what is spoken at known places, as Whisper does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from naklank.core.transcript import Segment, Stretch, Word
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.transcript import Language
    from naklank.speech.engine import Engine, Samples

_PRINT = 400
"""Samples by which a piece is found again in its recording."""


class MaskedEngine:
    """The words of `engine` without those whose middle lies in a masked stretch.

    With `once`, only the first decoding of each place swallows; else each one does. With
    `stretches`, the first word behind a mask of the same piece begins where the mask begins, as
    Whisper's times do where it swallowed a sentence. It knows where in `samples` a piece lies by
    the sound itself, so whatever cuts, shifts or decodes again is followed.
    """

    def __init__(
        self,
        engine: Engine,
        samples: Samples,
        masks: Sequence[Stretch],
        *,
        once: bool = False,
        stretches: bool = False,
    ) -> None:
        self._engine = engine
        self._whole = samples.tobytes()
        self._masks = masks
        self._once = once
        self._stretches = stretches
        self._swallowed: set[Stretch] = set()

    def decode(
        self, samples: Samples, language: Language, *arguments: Any, **options: Any
    ) -> tuple[Segment, ...]:
        segments = self._engine.decode(samples, language, *arguments, **options)
        start = self._place(samples)
        end = start + len(samples) / SAMPLE_RATE
        masks = [
            mask
            for mask in self._masks
            if mask.start < end and start < mask.end and mask not in self._swallowed
        ]
        if self._once:
            self._swallowed.update(masks)
        kept = (self._kept(segment, masks, start) for segment in segments)
        return tuple(segment for segment in kept if segment.words)

    def _kept(self, segment: Segment, masks: Sequence[Stretch], start: float) -> Segment:
        words: list[Word] = []
        swallowed: Stretch | None = None
        for word in segment.words:
            middle = start + (word.start + word.end) / 2
            inside = next((mask for mask in masks if mask.start <= middle < mask.end), None)
            if inside is not None:
                swallowed = inside
                continue
            begins = word.start
            if self._stretches and swallowed is not None:
                begins = max(swallowed.start - start, words[-1].end if words else 0.0)
            swallowed = None
            words.append(Word(min(begins, word.start), word.end, word.text, word.probability))
        return Segment(tuple(words))

    def _place(self, samples: Samples) -> float:
        """The second of the recording at which a piece begins."""
        # From the middle: margins may be padded, and digital silence is everywhere.
        middle = len(samples) // 2
        for at in (middle, middle // 2, middle + middle // 2, 0):
            piece = samples[at : at + _PRINT]
            found = self._whole.find(piece.tobytes())
            if found >= 0 and piece.any():
                return (found / piece.itemsize - at) / SAMPLE_RATE
        raise ValueError("this piece is not of the recording")
