"""What a word typed with digits can be: 10.30, 10mg, 152/88, 3x, 18e, 030-1234567."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from naklank.core.ports.language import Tag
from naklank.language.numbers import FRACTIONS

_SIGNS_BEFORE: Final = "+~±<>≤≥=€$£"

# A nought in front, six digits in a row, or groups as on a telephone: 100-120 is a range.
_PHONE: Final = re.compile(r"(\+\d|0\d)[\d/-]*\d?|\d{6,}|(\d-)?(\d{3}-)?\d{3}-\d{4}")
# Digit by digit or in pairs: three digits as in 7-3-3, four pairs as in 12-34-56-78 (3 are a date).
_SPELLED_OUT: Final = re.compile(r"\d([-,.]\d){2,}|\d{1,2}([-,.]\d{1,2}){3,}")
_PAIR: Final = re.compile(r"0-\d")  # the "0-3." before "0-1-1-3": not yet a telephone number
_DATE: Final = re.compile(r"\d{1,2}([-/.])\d{1,2}\1(\d{2}|\d{4})|\d{4}-\d{2}-\d{2}")
_WITHOUT_NOUGHT: Final = re.compile(r"[.,]\d")
_PERHAPS_A_TIME: Final = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")
_PART: Final = rf"[\d{''.join(FRACTIONS)}]+"
_NUMBER: Final = re.compile(rf"({_PART}(?:[.,/x-]{_PART})*)[-/]?")


@dataclass(frozen=True, slots=True)
class DigitShapes:
    """The shapes of one language.

    `clock_marks` may stand between hour and minutes, `ordinal_marks` behind an ordinal; `tags_of`
    tells what the letters behind the digits are.
    """

    clock_marks: str
    ordinal_marks: tuple[str, ...]
    value: Callable[[str], float | None]
    tags_of: Callable[[str], frozenset[Tag]]

    def tags(self, text: str) -> frozenset[Tag]:
        """The tags of a normalised word; empty unless it opens with a number."""
        bare = text.lstrip(_SIGNS_BEFORE)
        if _WITHOUT_NOUGHT.match(bare):  # ".5": a part, never a time, a date or a telephone
            return frozenset({Tag.NUMBER}) | (self._number_tags(f"0{bare}") - {Tag.HOUR})
        if not _NUMBER.match(bare):
            return frozenset()
        if self._is_clock_time(bare):
            return frozenset({Tag.NUMBER, Tag.HOUR, Tag.CLOCK})
        if _DATE.fullmatch(bare):
            return frozenset({Tag.NUMBER, Tag.MONTH})
        if _PHONE.fullmatch(text) or _SPELLED_OUT.fullmatch(text):
            return frozenset({Tag.NUMBER, Tag.PHONE})
        return frozenset({Tag.NUMBER}) | self._number_tags(bare)

    def _is_clock_time(self, text: str) -> bool:
        hour, marks = r"([01]?\d|2[0-4])", re.escape(self.clock_marks)
        letters = "".join(filter(str.isalpha, self.clock_marks))
        # With a point always two digits of minutes: 10.30 is a time, 2.5 is not.
        pattern = rf"{hour}[{marks}][0-5]\d(u|h|uur|am|pm)?"
        if letters:
            pattern += rf"|{hour}[{letters}]"
        return re.fullmatch(pattern, text) is not None

    def _number_tags(self, text: str) -> frozenset[Tag]:
        """What number it is, and what is glued behind it."""
        _, number, rest = _NUMBER.split(text, maxsplit=1)
        if rest in self.ordinal_marks:
            return frozenset()
        found = number_word_tags(self.value(number)) | (self.tags_of(rest) if rest else frozenset())
        if _PAIR.fullmatch(text):
            return found | {Tag.DIGIT}
        return found | {Tag.HOUR} if _PERHAPS_A_TIME.fullmatch(number) else found


def number_word_tags(value: float | None) -> frozenset[Tag]:
    """Whether a number of this value can be a digit said alone, an hour of the day, or a part."""
    tags = set()
    if value is not None and 0 < value < 1:
        tags.add(Tag.PART)
    if value in range(24):
        tags.add(Tag.HOUR)
    if value == 0:
        tags.add(Tag.NOUGHT)
    if value in range(10):
        tags.add(Tag.DIGIT)
    return frozenset(tags)
