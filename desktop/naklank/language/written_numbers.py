"""Number words as digits, where a number is meant: on the page a dose is read at a glance.

What a number is the risk rules tell. "Een tablet" has an article, "half elf" is a time that is
offered, "in één keer" a manner, "de eerste" a word; "een halve tablet" stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.core.checks import CheckKind
from naklank.core.ports.language import Tag
from naklank.language.spoken_words import SpokenWords, spoken_words
from naklank.language.telephone import digits_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from naklank.core.ports.language import Lexicon
    from naklank.core.transcript import Word
    from naklank.language.numbers import NumberWords
    from naklank.language.spoken_words import SpokenNumbers

_TOO_LARGE: Final = 1_000_000
"""From here on the word is easier to read than its noughts: "2 miljoen"."""
_POWERS: Final = (1000, 100)
_UNITS: Final = range(1, 10)
_TENS: Final = range(20, 100, 10)
_HALF: Final = 0.5
_COUNTING: Final = (CheckKind.DOSE, CheckKind.FREQUENCY, CheckKind.DATE, CheckKind.TIME)
"""Where "één" counts something."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words as they were said, and the digits that they may become."""

    said: Sequence[Word]
    digits: Word | None = None
    is_number: bool = False
    """Whether it reads as a number beside another one, as it stands on the page."""

    @property
    def page(self) -> Sequence[Word]:
        return self.said if self.digits is None else (self.digits,)


def _are_side_by_side(pieces: Sequence[_Piece]) -> bool:
    """Whether two numbers stand together without punctuation between them."""
    if len(pieces) != 2 or not all(piece.is_number for piece in pieces):  # noqa: PLR2004
        return False
    return pieces[0].said[-1].text[-1:].isalnum()


@dataclass(frozen=True, slots=True)
class NumberWriter:
    """Writes the numbers of one language."""

    numbers: NumberWords
    spoken: SpokenNumbers

    def written(self, words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
        """The words with digits for their numbers, each over the sound of the words it was."""
        pieces = self._settled(list(self._pieces(spoken_words(words, lexicon))))
        return tuple(word for piece in pieces for word in piece.page)

    def _pieces(self, said: SpokenWords) -> Iterator[_Piece]:
        at = 0
        while at < len(said.words):
            end, text = self._number(said, at)
            if end > at:
                yield _Piece(said.words[at:end], said.joined(at, end, text), True)
            else:
                yield _Piece(said.words[at : at + 1], None, self._reads_as_number(said, at))
            at = max(end, at + 1)

    def _settled(self, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """Two numbers side by side stay words: "twee vijfhonderd" is not 2 500, nor 2500.

        "One fifty" neither: it may be 150, or 1 of 50, and half of it in digits reads as all of it.
        """
        for at, piece in enumerate(pieces):
            beside = (pieces[max(at - 1, 0) : at + 1], pieces[at : at + 2])
            over_and = (pieces[max(at - 2, 0) : at + 1], pieces[at : at + 3])
            unclear = any(map(_are_side_by_side, beside)) or any(map(self._are_torn, over_and))
            yield _Piece(piece.said) if unclear else piece

    def _reads_as_number(self, said: SpokenWords, at: int) -> bool:
        """Of what stays as it is: digits that were typed, or a word for one that is no article."""
        text = said.text(at)
        if text.lstrip(".,")[:1].isdecimal():
            return True
        check = said.checks[at]
        is_value = check is not None and check.kind is CheckKind.NUMBER
        return self.numbers.cardinal(text) == 1 and (text not in self.spoken.articles or is_value)

    def _are_torn(self, pieces: Sequence[_Piece]) -> bool:
        """Of "honderd en vijf", which is 105, or 100 and 5."""
        if len(pieces) != 3 or pieces[0].digits is None or pieces[2].digits is None:  # noqa: PLR2004
            return False
        return pieces[1].said[0].text in self.spoken.ands and pieces[0].digits.text.endswith("00")

    def _number(self, said: SpokenWords, at: int) -> tuple[int, str]:
        """Where a number that begins here ends, and its digits; `at` itself where none does."""
        if self._is_one_of_power(said, at):
            return self._with_half(said, *self._whole(said, at, 1))
        check = said.checks[at]
        if check is None or _is_spoken_time(said, at):
            return at, ""
        if check.kind is CheckKind.PHONE:
            # Half of a telephone number in digits reads as a whole one.
            is_whole = self._is_all_digits(said, said.of_check(at))
            return digits_said(said, at, self.numbers, self.spoken) if is_whole else (at, "")
        value = self._value(said, at)
        if value is None:
            return at, ""
        end, value = self._whole(said, at, value)
        behind, decimals = self._decimals(said, end)
        if decimals:
            return behind, f"{value:g}{self.numbers.decimal}{decimals}"
        return self._with_half(said, end, value)

    def _is_all_digits(self, said: SpokenWords, places: Sequence[int]) -> bool:
        at = places[0]
        while at <= places[-1]:
            end, _ = digits_said(said, at, self.numbers, self.spoken)
            if end <= at:
                return False
            at = end
        return True

    def _value(self, said: SpokenWords, at: int) -> float | None:
        """Of a number word that means a number; not of digits, ordinals and "halve"."""
        text = said.text(at)
        value = None if text[:1].isdecimal() else self.numbers.cardinal(text)
        if value is None or value >= _TOO_LARGE or (value % 1 and text in self.numbers.words):
            return None
        if f"{said.text(at - 1)} {text}" in self.spoken.sayings and len(said.of_check(at)) == 1:
            return None
        if self._is_torn(said, at) or self._is_torn(said, at - 2):
            return None
        return None if value == 1 and not self._counts(said, at) else value

    def _is_torn(self, said: SpokenWords, at: int) -> bool:
        """Whether "vijf en twintig" begins here: 25 torn apart, or 5 and 20; the ear decides."""
        torn = said.text(at + 1) in self.spoken.ands and not self.spoken.tens_apart
        return torn and self._part(said, at) in _UNITS and self._part(said, at + 2) in _TENS

    def _counts(self, said: SpokenWords, at: int) -> bool:
        """Whether a word for one is a number: also "een of twee" and "nul komma een"."""
        if self._is_part_of_number(said, at):
            return True
        check = said.checks[at]
        if said.text(at) in self.spoken.articles:
            return check is not None and check.kind is CheckKind.TIME
        is_manner = said.text(at - 1) in self.spoken.manners and said.has(at + 1, Tag.TIMES)
        return check is not None and check.kind in _COUNTING and not is_manner

    def _is_one_of_power(self, said: SpokenWords, at: int) -> bool:
        """Of the "a" or "one" of "a hundred": no number for the rules, but part of one."""
        is_one = self.spoken.tens_apart and said.has(at, Tag.ONE) and said.is_followed(at)
        return is_one and self._part(said, at + 1) in _POWERS

    def _is_part_of_number(self, said: SpokenWords, at: int) -> bool:
        beside = {said.text(at - 1), said.text(at + 1)} & set(self.spoken.decimal_words)
        before = said.has(at - 1, Tag.JOIN) and said.has(at - 2, Tag.NUMBER)
        behind = said.has(at + 1, Tag.JOIN) and said.has(at + 2, Tag.NUMBER)
        return bool(beside) or before or behind

    def _whole(self, said: SpokenWords, at: int, value: float) -> tuple[int, float]:
        """A whole number of several words: "vijf honderd", "one hundred and twenty one"."""
        end = at + 1
        while said.is_followed(end - 1):
            over = int(self.spoken.tens_apart and said.text(end) in self.spoken.ands)
            part = self._part(said, end + over)
            if part is None:
                break
            together = self._together(value, part) if not over or value % 100 == 0 else None
            if together is None:
                break
            end, value = end + over + 1, together
        return end, value

    def _part(self, said: SpokenWords, at: int) -> float | None:
        text = said.text(at)
        return None if not text or text[:1].isdecimal() else self.numbers.cardinal(text)

    def _together(self, value: float, part: float) -> float | None:
        """Two numbers in a row as one; None where they are two."""
        if part in _POWERS and 1 <= value < (_UNITS.stop if part == min(_POWERS) else part):
            return value * part
        for power in _POWERS:
            if value and value % power == 0 and 0 < part < power and part % 1 == 0:
                return value + part
        unit_behind_ten = value % 100 in _TENS and part in _UNITS
        return value + part if self.spoken.tens_apart and unit_behind_ten else None

    def _decimals(self, said: SpokenWords, end: int) -> tuple[int, str]:
        """What is said behind "komma", digit by digit or as a number."""
        if said.text(end) not in self.spoken.decimal_words or not said.is_followed(end - 1):
            return end, ""
        digits, at = "", end + 1
        while at == end + 1 or said.is_followed(at - 1):
            part = self._part(said, at)
            if part not in range(100) or (digits and part not in range(10)):
                break
            digits, at = digits + f"{part:g}", at + 1
        return at, digits

    def _with_half(self, said: SpokenWords, end: int, value: float) -> tuple[int, str]:
        """2,5 for "twee en een halve"."""
        joined = said.text(end) in self.spoken.ands and said.is_followed(end - 1)
        if (
            joined
            and said.has(end + 1, Tag.ONE)
            and self.numbers.words.get(said.text(end + 2)) == _HALF
        ):
            end, value = end + 3, value + _HALF
        return end, f"{value:g}".replace(".", self.numbers.decimal)


def _is_spoken_time(said: SpokenWords, at: int) -> bool:
    """Of "half elf" and "tien voor vier", which are offered in digits as a whole."""
    check = said.checks[at]
    return (
        check is not None
        and check.kind is CheckKind.TIME
        and any(
            said.has(place, Tag.FRACTION) or said.has(place, Tag.PAST)
            for place in said.of_check(at)
        )
    )
