"""The words of a sentence side by side, as the rules for plain words look at them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from naklank.language.spelling import normalise

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

PAUSE: Final = "|"
"""Stands behind a word where punctuation parts it from the next one."""


@dataclass(frozen=True)
class Line:
    """One sentence as typed."""

    typed: tuple[str, ...]

    @cached_property
    def words(self) -> Sequence[str]:
        """In small letters, without punctuation."""
        return [normalise(word) for word in self.typed]

    @cached_property
    def text(self) -> str:
        """For regular expressions: a word, a PAUSE where there is one, a space, and so on."""
        ends = (PAUSE if self.has_pause_behind(at) else "" for at in range(len(self.typed)))
        return " ".join(word + end for word, end in zip(self.words, ends, strict=True))

    def has_pause_behind(self, at: int) -> bool:
        """Whether punctuation stands between this word and the next; the last one has it too."""
        if at + 1 == len(self.typed):
            return True
        next_sign = self.typed[at + 1][:1]
        is_open = next_sign.isalnum() or next_sign in "'’"  # noqa: RUF001 - 's ochtends
        return not self.typed[at][-1:].isalnum() or not is_open

    def places(self, match: re.Match[str]) -> range:
        """Of the words that a match in `text` covers; it begins and ends with a whole word."""
        first = self.text.count(" ", 0, match.start())
        return range(first, first + match[0].count(" ") + 1)
