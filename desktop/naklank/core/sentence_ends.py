"""Where a sentence ends: the one rule for what was heard, what stands, and what is made of it."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeVar

CLOSING_MARKS: Final = (".", "?", "!", "…")
_PAUSES: Final = (*CLOSING_MARKS, ":", ",", ";")
_BEFORE_NAMES: Final = frozenset(
    {"dr.", "drs.", "prof.", "dhr.", "mevr.", "mw.", "mr.", "mrs.", "ms."}
)
_BEHIND_MARKS: Final = "\"'”)]"


class Ending(Protocol):
    """A word that knows whether its sentence ends with it."""

    @property
    def ends_sentence(self) -> bool:
        """By its own mark, or because its line ends with it."""
        ...


AnyWord = TypeVar("AnyWord", bound=Ending)


def mark_of(text: str) -> str:
    """The last sign of a word, before quotation marks and brackets that close; or nothing."""
    return text.rstrip(_BEHIND_MARKS)[-1:]


def ends_sentence(text: str) -> bool:
    """Whether a closing mark or a colon stands behind the word.

    That of an abbreviation is one as well, for "10 mg." ends a sentence as often as not: a line too
    many on the sheet is read all the same, while a rule that reads on across the end of a sentence
    misleads. But behind "dr." always a name follows.
    """
    return mark_of(text) in (*CLOSING_MARKS, ":") and text.casefold() not in _BEFORE_NAMES


def pauses(text: str) -> bool:
    """Whether any punctuation behind the word parts it from the next one."""
    return mark_of(text) in _PAUSES


def sentences(words: Sequence[AnyWord]) -> Iterator[Sequence[AnyWord]]:
    """All words, cut behind each that ends a sentence."""
    begun = 0
    for end, word in enumerate(words, start=1):
        if word.ends_sentence or end == len(words):
            yield words[begun:end]
            begun = end
