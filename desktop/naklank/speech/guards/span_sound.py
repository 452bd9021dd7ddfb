"""What is heard under the words of one span: how long somebody speaks, and how loud."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from naklank.speech.guards.babble import find_voice
from naklank.speech.levels import SILENCE, levels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from naklank.core.transcript import Stretch, Word
    from naklank.speech.engine import Samples

REACH: Final = 0.35
"""Seconds that a word may be off its sound on either side, so inexact are Whisper's word times."""

FASTEST_LETTER: Final = 0.03
"""Seconds; the quickest reader says some 25 letters in a second, a slip of the tongue 30."""

FAR_BELOW: Final = 18.0
"""dB under the level of the voice, where the doctor's words are not heard."""

_FRAME: Final = 0.02
_LOUD_PART: Final = 0.75
"""The share of the speech that is softer than what is called its level: pauses inside words."""


@dataclass(frozen=True, slots=True)
class SpanSound:
    """The speech of one span, and its level (dBFS RMS) in every fiftieth of a second."""

    speech: tuple[Stretch, ...]
    voiced: tuple[Stretch, ...]
    """The parts of the speech in which one voice stands out; the rest is the babble of many."""
    levels: tuple[float, ...]
    voice: float
    """dBFS; the level of who speaks, `SILENCE` where nobody does."""

    @classmethod
    def of(cls, samples: Samples, speech: Iterable[Stretch]) -> Self:
        """Mono, 16 kHz; times count from the start of the samples."""
        stretches = tuple(speech)
        levels = tuple(levels_of(samples, _FRAME))
        spoken = sorted(
            level for stretch in stretches for level in _within(levels, stretch.start, stretch.end)
        )
        voice = spoken[int(_LOUD_PART * len(spoken))] if spoken else SILENCE
        return cls(stretches, find_voice(samples, stretches), levels, voice)

    def speech_seconds(self, start: float, end: float) -> float:
        """How long somebody speaks between these seconds."""
        return _overlap(self.speech, start, end)

    def is_spoken(self, word: Word, reach: float) -> bool:
        """Whether somebody speaks at the word, or by so many seconds beside it."""
        return self.speech_seconds(word.start - reach, word.end + reach) > 0

    def is_voiced(self, word: Word, reach: float) -> bool:
        """Whether one voice stands out at the word, or by so many seconds beside it."""
        return _overlap(self.voiced, word.start - reach, word.end + reach) > 0

    def can_hold(self, words: Sequence[Word]) -> bool:
        """Whether there is speech enough under the words, in a row, to say them."""
        letters = sum(len(word.text) for word in words)
        start, end = words[0].start, max(word.end for word in words)
        return self.speech_seconds(start - REACH / 2, end + REACH / 2) >= FASTEST_LETTER * letters

    def is_too_weak_for(self, words: Sequence[Word]) -> bool:
        """Whether what is under the words, in a row, is too faint or too short to be them."""
        level = self.level(words[0].start, words[-1].end)
        return level < self.voice - FAR_BELOW or not self.can_hold(words)

    def level(self, start: float, end: float) -> float:
        """The level between these seconds, dBFS RMS; `SILENCE` without any sound at all."""
        levels = _within(self.levels, start, end)
        if not levels:
            return SILENCE
        return 10 * math.log10(sum(10 ** (level / 10) for level in levels) / len(levels))


def _overlap(stretches: Iterable[Stretch], start: float, end: float) -> float:
    overlaps = (min(end, it.end) - max(start, it.start) for it in stretches)
    return sum(overlap for overlap in overlaps if overlap > 0)


def _within(levels: Sequence[float], start: float, end: float) -> Sequence[float]:
    first = min(max(0, int(start / _FRAME)), max(0, len(levels) - 1))
    return levels[first : max(first + 1, math.ceil(end / _FRAME))]
