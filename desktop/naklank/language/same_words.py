"""Other ways to write the same: "500mg" is 500 milligram, and "tweemaal" is "2x"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from naklank.language.numbers import FRACTIONS, NumberWords

_GLUED: Final = re.compile(rf"([.,]?\d[\d.,]*|[{''.join(FRACTIONS)}])-?(\D+)")
_CLOCK: Final = re.compile(r"(\d{1,2})\D(\d\d)\D*")


@dataclass(frozen=True, slots=True)
class SameWords:
    """The ways of one language; `same` maps a word to the words that it stands for.

    Only what is the very same is there, or its plural: a microgram is no milligram.
    """

    same: Mapping[str, str]
    numbers: NumberWords
    times_endings: tuple[str, ...]

    def plain(self, text: str) -> tuple[str, ...]:
        """A word in small letters in the one way that stands for all of them."""
        return tuple(self._parts(text))

    def clock(self, text: str) -> str:
        """The same of a clock time in digits: 8.05, 08:05 and 8u05 are one time."""
        time = _CLOCK.fullmatch(text)
        return f"{int(time[1])}:{time[2]}" if time else text

    def _parts(self, text: str) -> Iterator[str]:
        number, rest = self._split(text)
        if value := self._value(text):
            yield value
        elif text in self.same:
            yield from (self._value(word) or word for word in self.same[text].split())
        elif value := self._value(number):
            yield value
            yield from self.same.get(rest, rest).split()
        else:
            yield text

    def _split(self, text: str) -> tuple[str, str]:
        """A number and what stands behind it in the same word; empty where it has none."""
        glued = _GLUED.fullmatch(text)
        if glued:
            return glued[1], glued[2]
        for ending in self.times_endings:
            if text.endswith(ending):
                return text.removesuffix(ending), ending
        return "", text

    def _value(self, text: str) -> str:
        """Of a number; empty for what is none."""
        nought = "0" if text[:1] in (".", ",") else ""  # ".5" is 0.5
        value = self.numbers.cardinal(nought + text) if text else None
        return "" if value is None else str(float(value))


def other_ways(listed: Mapping[str, list[str]]) -> Mapping[str, str]:
    """From what is meant, with the other ways to write it, to what each of these stands for."""
    return {way: meant for meant, ways in listed.items() for way in ways}
