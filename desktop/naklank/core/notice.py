"""What hangs in the waiting room and stands on the desk: that one may record, and how.

In the spirit of the KNMG guidance on recording by patients; nobody has endorsed these words.
"""

from dataclasses import dataclass
from enum import Enum


class Wording(Enum):
    """In which words it stands there."""

    DUTCH = "nl"
    SIMPLE = "simple"
    """Dutch for who reads with difficulty."""
    ENGLISH = "en"

    @property
    def language(self) -> str:
        """For who reads it aloud."""
        return "en" if self is Wording.ENGLISH else "nl"


class NoticeForm(Enum):
    """On what it stands."""

    POSTER = "poster"
    """A4."""
    CARD = "card"
    """A6."""
    CARDS = "cards"
    """Four cards on an A4, to cut."""


@dataclass(frozen=True, slots=True)
class Notice:
    """All that a poster or a card says."""

    language: str
    practice: str
    title: str
    lines: tuple[str, ...]


def notice_of(text: str, wording: Wording, practice: str) -> Notice:
    """The first line that says something is the title; empty lines say nothing."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    title, *rest = [line for line in lines if line] or [""]
    return Notice(wording.language, practice.strip(), title, tuple(rest))
