"""A typed word as it is looked up, and words that are spelled nearly as another."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from naklank.core.alignment import opening_of

_PUNCTUATION: Final = " .,;:!?…\"“”„«»()[]{}*_'‘-–—/"  # noqa: RUF001 - what Whisper types
_OPENING: Final = opening_of(_PUNCTUATION)
_STRESS: Final = {"\N{COMBINING ACUTE ACCENT}", "\N{COMBINING GRAVE ACCENT}"}
_LIKENESS: Final = 85.0
"""Percent of letters in common from which a name may be misheard: "metropolol", "paracetemol" and
"miligramm" have 90."""


def normalise(word: str) -> str:
    """The word in small letters, without punctuation around it."""
    return without_punctuation(word).lower()


def without_punctuation(word: str) -> str:
    """The word without punctuation around it.

    A word of nothing but punctuation stays what it is: the "-" of "10 - 20".
    """
    # NFC: an "é" of two characters would turn "één" (one) into another word.
    text = unicodedata.normalize("NFC", word).replace("’", "'")  # noqa: RUF001
    return _OPENING.sub("", text, count=1).rstrip(_PUNCTUATION) or text.strip()


def without_stress(text: str) -> str:
    """The word without acute and grave accents: the "géén" and "nièt" of a stressed word."""
    letters = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in letters if letter not in _STRESS)
    return unicodedata.normalize("NFC", bare)


def without_accents(text: str) -> str:
    """The word without any sign above or below its letters."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_nearly(text: str, names: tuple[str, ...]) -> bool:
    """Whether the word is spelled nearly as one of the names, with the same first letter."""
    from rapidfuzz import fuzz, process

    alike = _by_first_letter(names).get(text[:1], ())
    return process.extractOne(text, alike, scorer=fuzz.ratio, score_cutoff=_LIKENESS) is not None


@cache
def _by_first_letter(names: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name[0], []).append(name)
    return found
