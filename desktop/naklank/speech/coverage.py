"""Speech held against text: where somebody speaks and no word stands.

Words left out are the most common error in dictated notes (34.7 % of all,
pmc.ncbi.nlm.nih.gov/articles/PMC6203313), and they leave no trace in the text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from naklank.core.transcript import SHORTEST_GAP, Stretch, Word, without

REACH: Final = 0.2
"""Seconds that a word covers on either side: Whisper's word times are that inexact."""

SLOWEST_WORD: Final = 0.35
SLOWEST_LETTER: Final = 0.1
SLOWEST_DIGIT: Final = 0.5
"""Seconds: how long a word can be spoken; "58 %" is four words. Where sentences were swallowed,
Whisper stretches a word over their sound; only its last part is taken to be the word."""


def find_uncovered(speech: Iterable[Stretch], words: Sequence[Word]) -> tuple[Stretch, ...]:
    """The stretches of speech, at least `SHORTEST_GAP` long, under which no word stands.

    Of a word that is drawn out only the end counts (`longest_seconds`), with `REACH` on either
    side.
    """
    left = without(speech, map(_covered, words))
    return tuple(gap for gap in left if gap.seconds >= SHORTEST_GAP)


def longest_seconds(text: str) -> float:
    """Seconds that a slow speaker needs for a word; a digit or a sign in it counts as one more."""
    letters = sum(SLOWEST_LETTER if char.isalpha() else 0.0 for char in text)
    return SLOWEST_WORD + letters + sum(SLOWEST_DIGIT for char in text if _is_word(char))


def _is_word(char: str) -> bool:
    """Whether the sign is a word when it is read out."""
    return char.isdigit() or char in "%€$°+="


def _covered(word: Word) -> Stretch:
    start = max(word.start, word.end - longest_seconds(word.text))
    return Stretch(start - REACH, word.end + REACH)
