"""Which words of a text live on in another, and which stand in the place of which."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

PUNCTUATION: Final = '.,;:!?…"“”„()[]'
"""Signs that belong to no word; not the apostrophe of "'s avonds", nor the % of 10%."""


@dataclass(frozen=True, slots=True)
class Change:
    """The words `old` of one text stand as the words `new` in another; either may be empty."""

    old: range
    new: range


def bare(text: str) -> str:
    """The word without the punctuation around it."""
    return text[len(opening_signs(text)) :].rstrip(PUNCTUATION)


def opening_of(signs: str) -> re.Pattern[str]:
    """Matches these signs in front of a word, as many as there are.

    The point or comma of ".5" is none of them: without it stands ten times the dose.
    """
    return re.compile(rf"(?:(?![.,]\d)[{re.escape(signs)}])*")


_OPENING: Final = opening_of(PUNCTUATION)


def opening_signs(text: str) -> str:
    """The punctuation in front of the word; the point or comma of ".5" is part of the number."""
    found = _OPENING.match(text)
    return found[0] if found else ""


def normalised(text: str) -> str:
    """The word in small letters, without punctuation around it; signs alone stay as they are."""
    return bare(text).casefold() or text


def changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Change]:
    """Where two sequences differ, in order; between these places all is the same."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, end, new_first, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield Change(range(first, end), range(new_first, new_end))


def origins(old: Sequence[str], new: Sequence[str]) -> tuple[range, ...]:
    """For each new word the old ones that it stands for; none for a word that was put in between.

    As many words in the place of as many others stand one for one: "10 mg" for "tien milligram".
    Else each stands for all of them: where in their sound it lies, nobody knows.
    """
    found: list[range] = []
    at = 0
    for change in changes([normalised(one) for one in old], [normalised(one) for one in new]):
        same = change.new.start - len(found)
        found += (range(at + one, at + one + 1) for one in range(same))
        if len(change.old) == len(change.new):
            found += (range(one, one + 1) for one in change.old)
        else:
            found += (change.old for _ in change.new)
        at = change.old.stop
    found += (range(one, one + 1) for one in range(at, len(old)))
    return tuple(found)
