"""Speech held against text, both ways.

Words left out are the most common error in dictated notes (34.7 % of all,
pmc.ncbi.nlm.nih.gov/articles/PMC6203313), and they leave no trace in the text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from naklank.core.transcript import Dropped, Segment, Stretch, Word

REACH: Final = 0.35
"""Seconds that a word covers on either side: Whisper's word times are that inexact."""

SHORTEST_GAP: Final = 0.8
"""Seconds of speech without text that are reported; a shorter gap is a breath or a drawn vowel."""

SLOWEST_WORD: Final = 0.5
SLOWEST_LETTER: Final = 0.12
"""Seconds: how long a word can be spoken. Where sentences were swallowed, Whisper stretches a word
over their sound; only its last part is taken to be the word."""


def find_uncovered(speech: Iterable[Stretch], words: Sequence[Word]) -> tuple[Stretch, ...]:
    """The stretches of speech, longer than `SHORTEST_GAP`, under which no word stands."""
    covered = sorted((_covered(word) for word in words), key=lambda stretch: stretch.start)
    return tuple(
        gap
        for stretch in speech
        for gap in _without(stretch, covered)
        if gap.seconds >= SHORTEST_GAP
    )


def split_unsupported(
    segments: Iterable[Segment], speech: Sequence[Stretch]
) -> tuple[tuple[Segment, ...], tuple[Dropped, ...]]:
    """The segments with speech under them, and the text of those without."""
    kept, dropped = [], []
    for segment in segments:
        if any(_overlaps(segment, stretch) for stretch in speech):
            kept.append(segment)
        else:
            dropped.append(Dropped(segment.text, segment.start, segment.end, "no_speech"))
    return tuple(kept), tuple(dropped)


def _covered(word: Word) -> Stretch:
    longest = SLOWEST_WORD + SLOWEST_LETTER * len(word.text)
    return Stretch(max(word.start, word.end - longest) - REACH, word.end + REACH)


def _without(stretch: Stretch, covered: Iterable[Stretch]) -> Iterable[Stretch]:
    """What remains of a stretch when the covered parts, in order of start, are taken out."""
    start = stretch.start
    for part in covered:
        if part.start > start:
            yield Stretch(start, min(part.start, stretch.end))
        start = max(start, part.end)
        if start >= stretch.end:
            return
    yield Stretch(start, stretch.end)


def _overlaps(segment: Segment, stretch: Stretch) -> bool:
    return segment.start - REACH < stretch.end and segment.end + REACH > stretch.start
