"""The entry of the lists that a run of typed words sounds or looks most like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from naklank.language.sounds import Sound, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_CONSIDERED: Final = 8
"""How many entries of roughly the same sound are compared closely."""
_MARGIN: Final = 0.04
"""By how much the best entry must be better than the next: two names that fit are none."""
_FINE, _ROUGH, _FRAME = 0.35, 0.35, 0.30
"""What the exact sound, the rough one and its consonants count."""
_ROUGH_BELOW: Final = 0.12
"""By how much the rough sound alone may be less like an entry than all three together."""
_ABSENT: Final = 2.0
"""More than any likeness."""


class Kind(Enum):
    """Of which list an entry is: the more likely it is said, the less like it must be what stands.

    The lengths are letters of the entry: an entry of five with one other letter is another word.
    The likenesses are set by what base made of Dutch dictations: "Lee-Noppil" is 0.78 like
    lisinopril, "te pakken" 0.86 like a brand that nobody said.
    """

    OWN = "own"
    USUAL = "usual"
    OTHER = "other"
    TERM = "term"


class Surroundings(Enum):
    """What tells, beside the sound, whether a run of words is a misheard name."""

    NO_WORD = "no_word"
    """One of them is no word of the language."""
    WORDS = "words"
    """They are words, and most likely just what was said."""
    WORDS_BY_DOSE = "words_by_dose"
    """The same, but a dose follows: "start with listen up roll, ten milligrams"."""


_LEAST: Final[Mapping[Surroundings, Mapping[Kind, Sequence[tuple[int, float]]]]] = {
    Surroundings.NO_WORD: {
        Kind.OWN: ((9, 0.77), (8, 0.86), (6, 0.90), (4, 0.95)),
        Kind.USUAL: ((9, 0.77), (8, 0.86), (6, 0.90)),
        Kind.OTHER: ((9, 0.85), (8, 0.92), (6, 0.95), (5, 0.97)),
        Kind.TERM: ((8, 0.88), (5, 0.95)),
    },
    Surroundings.WORDS: {
        Kind.OWN: ((9, 0.86), (6, 0.93)),
        Kind.USUAL: ((9, 0.86),),
    },
    Surroundings.WORDS_BY_DOSE: {
        Kind.OWN: ((9, 0.81), (6, 0.93)),
        Kind.USUAL: ((9, 0.81),),
    },
}
"""From how many letters on, how alike a run must be."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, and how alike it is: from 0 to 1."""

    entry: str
    likeness: float


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    sound: Sound
    least: float


class Entries:
    """Names and terms to be found by their sound."""

    def __init__(self, lists: Iterable[tuple[Kind, Iterable[str]]]) -> None:
        """A name of several lists belongs to the first of them."""
        kinds: dict[str, Kind] = {}
        for kind, names in lists:
            for name in names:
                kinds.setdefault(name, kind)
        sounds = {name: sound(name) for name in kinds}
        self._shelves = {
            where: _Shelf(
                _Entry(name, sounds[name], _needed(len(name), least.get(kind, ())))
                for name, kind in kinds.items()
            )
            for where, least in _LEAST.items()
        }

    def nearest(self, letters: str, surroundings: Surroundings) -> Match | None:
        """The one entry that the letters of a run are like; None where none is, or two are."""
        return self._shelves[surroundings].nearest(letters)


class _Shelf:
    """The entries that a run can be like at all, and how alike it must be."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._entries = [entry for entry in entries if entry.least < _ABSENT]
        self._rough = [entry.sound.rough for entry in self._entries]
        self._least = min((entry.least for entry in self._entries), default=_ABSENT)

    def nearest(self, text: str) -> Match | None:
        from rapidfuzz import fuzz, process

        heard = sound(text)
        near = process.extract(
            heard.rough,
            self._rough,
            scorer=fuzz.ratio,
            score_cutoff=100 * (self._least - _ROUGH_BELOW),
            limit=_CONSIDERED,
        )
        entries = (self._entries[at] for _, _, at in near)
        alike = [(_likeness(heard, entry.sound), entry) for entry in entries]
        found = [one for one in alike if one[0] >= one[1].least]
        if not found:
            return None
        likeness, best = max(found, key=lambda one: one[0])
        for other, entry in found:
            if likeness - other < _MARGIN and entry.sound.rough != best.sound.rough:
                return None
        return Match(best.name, likeness)


def _needed(letters: int, steps: Sequence[tuple[int, float]]) -> float:
    return next((least for longer, least in steps if letters >= longer), _ABSENT)


def _likeness(heard: Sound, entry: Sound) -> float:
    from rapidfuzz import fuzz

    return (
        _FINE * fuzz.ratio(heard.fine, entry.fine)
        + _ROUGH * fuzz.ratio(heard.rough, entry.rough)
        + _FRAME * fuzz.ratio(heard.frame, entry.frame)
    ) / 100
