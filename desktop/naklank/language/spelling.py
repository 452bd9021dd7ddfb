"""A typed word as it is looked up, and words that are spelled nearly as another."""

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

_PUNCTUATION: Final = " .,;:!?…\"“”„«»()[]{}*_'‘-–—/"  # noqa: RUF001 - what Whisper types
_STRESS: Final = {"\N{COMBINING ACUTE ACCENT}", "\N{COMBINING GRAVE ACCENT}"}
_LIKENESS: Final = 0.85
"""How alike a misheard name must be: "metropolol", "paracetemol", "miligramm" are 0.9."""


def normalise(word: str) -> str:
    """The word in small letters, without punctuation around it.

    A word of nothing but punctuation stays what it is: the "-" of "10 - 20".
    """
    # NFC: an "é" of two characters would turn "één" (one) into another word.
    text = unicodedata.normalize("NFC", word).replace("’", "'").lower()  # noqa: RUF001
    return text.strip(_PUNCTUATION) or text.strip()


def without_stress(text: str) -> str:
    """The word without acute and grave accents: the "géén" and "nièt" of a stressed word."""
    letters = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in letters if letter not in _STRESS)
    return unicodedata.normalize("NFC", bare)


def is_nearly(text: str, names: Sequence[str]) -> bool:
    """Whether the word is spelled nearly as one of the names, with the same first letter."""
    alike = [name for name in names if name[0] == text[:1]]
    return bool(get_close_matches(text, alike, n=1, cutoff=_LIKENESS))
