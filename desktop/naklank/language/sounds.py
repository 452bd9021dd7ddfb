"""How a word sounds, roughly: the same letters for what is heard alike.

The rules are general knowledge of Dutch spelling, with some of English, for Whisper types English
where it hears a name that it does not know ("listen up roll").
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_SPELLINGS: Final = (
    (r"[^a-z]", ""),
    (r"sch|sh|sj|tsj|tj", "s"),
    (r"ph", "f"),
    (r"th|dt", "t"),
    (r"gh|ch", "g"),
    (r"rh", "r"),
    (r"ck|qu?", "k"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"x", "ks"),
    (r"z", "s"),
    (r"[vw]", "f"),
    (r"h", ""),
    (r"(?:eeu|ieu)", "eu"),
    (r"ie|ea|y|j", "i"),
    (r"ei", "i"),
    (r"oe|ou|au", "u"),
    (r"ae", "e"),
    (r"(.)\1+", r"\1"),
)
"""From spelling to sound, one after the other; a doubled letter sounds once."""
_ALIKE: Final = str.maketrans("iudbgn", "eotpkm")
"""Sounds that are easily taken for each other; vowels without stress, and hard and soft ones."""
_RULES: Final = tuple((re.compile(pattern), sound) for pattern, sound in _SPELLINGS)
_VOWELS: Final = re.compile(r"(?<!^)[aeo]")
_DOUBLED: Final = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Sound:
    """A word by its sounds, by what these are taken for, and by the consonants of that alone."""

    fine: str
    rough: str
    frame: str


def sound(text: str) -> Sound:
    """Of one word, or several that are said as one."""
    fine = _bare(text)
    for pattern, instead in _RULES:
        fine = pattern.sub(instead, fine)
    rough = _DOUBLED.sub(r"\1", fine.translate(_ALIKE))
    return Sound(fine, rough, _VOWELS.sub("", rough))


def _bare(text: str) -> str:
    """In small letters, without accents."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
