"""Words with times, and what is heard under them, for the tests of the guards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.transcript import Segment, Stretch, Word
from naklank.speech.guards.span_sound import SpanSound

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTER = 0.07
"""Seconds; how fast people speak, with the pauses between words."""
VOICE = -25.0
QUIET = -70.0
"""dBFS."""


def said(text: str, start: float, letter: float = LETTER, probability: float = 0.9) -> Segment:
    """The words of one sentence, spoken from this second on."""
    words = []
    for part in text.split():
        end = start + (len(part) + 1) * letter
        words.append(Word(round(start, 3), round(end, 3), part, probability))
        start = end
    return Segment(tuple(words))


def heard(
    *speech: tuple[float, float],
    faint: Sequence[tuple[float, float]] = (),
    babble: Sequence[tuple[float, float]] = (),
) -> SpanSound:
    """Half a minute in which somebody speaks in these stretches, in some of them 30 dB softer.

    `babble` are those of the stretches in which no single voice stands out.
    """
    stretches = tuple(Stretch(*one) for one in speech)
    levels = [QUIET] * 1500
    for shift, places in ((0.0, speech), (-30.0, faint)):
        for start, end in places:
            first, last = round(start * 50), round(end * 50)
            levels[first:last] = [VOICE + shift] * (last - first)
    voiced = tuple(Stretch(*one) for one in speech if one not in babble)
    return SpanSound(stretches, voiced, tuple(levels), VOICE)


def texts(segments: Sequence[Segment]) -> list[str]:
    return [segment.text for segment in segments]
