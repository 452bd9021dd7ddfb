"""Two decodings of the same sound, held against each other."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from naklank.core.alignment import bare
from naklank.core.transcript import Doubt, Word

SWALLOWED: Final = 5
"""Words that stand in one decoding alone, from which on the other says nothing of them: beam search
drops whole sentences."""

_SIGNS: Final = re.compile(r"(?<!\d)(?:(?!(?<!\w)[.,\u2212-]\d)[^\w%°])+|[^\w%°]+(?!\d)")
"""Signs that say nothing; the comma in "2,5" does, and so do the point of ".5" and the minus."""


def find_differences(first: Sequence[Word], second: Sequence[Word]) -> tuple[Doubt, ...]:
    """Where the second decoding heard other words than the first, which stands.

    A word that only one of them heard is told together with its neighbour: "heeft" and "heeft
    geen". So there are always words to point at, and to put in the place of others.
    """
    matcher = SequenceMatcher(None, _bare(first), _bare(second), autojunk=False)
    return tuple(
        _doubt(first[a:b], second[c:d])
        for a, b, c, d in _differing(matcher)
        if not _is_swallowed(first[a:b], second[c:d])
    )


def _differing(matcher: SequenceMatcher[str]) -> Iterator[tuple[int, int, int, int]]:
    """The places from and to in both, never empty in the one and filled in the other."""
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            continue
        if (a == b or c == d) and a and c:
            yield a - 1, b, c - 1, d
        elif a == b or c == d:
            yield a, b + 1, c, d + 1
        else:
            yield a, b, c, d


def _is_swallowed(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Whether the second lacks a piece of the text; one that the first lacks is worth hearing."""
    return not first or not second or len(first) - len(second) >= SWALLOWED


def _doubt(first: Sequence[Word], second: Sequence[Word]) -> Doubt:
    return Doubt(
        min(first[0].start, second[0].start) if len(second) > len(first) else first[0].start,
        max(first[-1].end, second[-1].end) if len(second) > len(first) else first[-1].end,
        _text(first),
        _text(second),
    )


def _bare(words: Sequence[Word]) -> list[str]:
    return [_SIGNS.sub("", word.text).casefold() or word.text for word in words]


def _text(words: Sequence[Word]) -> str:
    return bare(" ".join(word.text for word in words))
