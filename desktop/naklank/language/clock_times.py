"""Clock times that are said in words, in digits: half an hour wrong is a missed visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.language.numbers import NumberWords

_HOURS: Final = 12
_HALF, _QUARTER, _HOUR = 30, 15, 60


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How one language says times (the `[clock]` table of its word list)."""

    half: str
    half_is_before: bool
    """Whether "half elf" is 10.30; else "half past ten" is."""
    quarter: str
    past: Sequence[str]
    to: Sequence[str]
    afternoon: Sequence[str]
    ignored: Sequence[str]
    unit: str


@dataclass(frozen=True, slots=True)
class ClockTimes:
    """Reads the normalised words of a time.

    Morning or afternoon is not guessed: the hour stays 1 to 12 unless a part of the day is said.
    """

    words: ClockWords
    numbers: NumberWords

    def meant(self, said: Sequence[str]) -> str:
        """The time in digits; empty for what is not said with half, quarter or minutes."""
        is_later = any(text in self.words.afternoon for text in said)
        around = (*self.words.afternoon, *self.words.ignored)
        texts = [text for text in said if text not in around]
        if self.words.half_is_before and len(texts) == 1 and texts[0].startswith(self.words.half):
            texts = [self.words.half, texts[0].removeprefix(self.words.half)]
        if len(texts) < 2:  # noqa: PLR2004 - an hour alone
            return ""
        hour = self._hour(texts[-1])
        minutes = self._minutes(texts[:-1])
        if hour is None or minutes is None:
            return ""
        return self._written(hour * _HOUR + minutes, is_later=is_later)

    def _written(self, minutes: int, *, is_later: bool) -> str:
        hour, minute = divmod(minutes, _HOUR)
        hour = (hour - 1) % _HOURS + 1
        if is_later and hour >= _HOURS - 1:
            return ""  # "half twaalf 's middags" is before noon, "half twaalf 's avonds" is not
        if is_later and hour < _HOURS:
            hour += _HOURS
        return f"{hour}.{minute:02d}{self.words.unit}"

    def _minutes(self, texts: Sequence[str]) -> int | None:
        """Past the hour; less than nothing before it."""
        if texts[-1] == self.words.half and self.words.half_is_before:
            return self._from_half(texts[:-1])
        if len(texts) != 2:  # noqa: PLR2004 - minutes, and past or to
            return None
        if texts[0] == self.words.half:
            return _HALF if texts[1] in self.words.past and not self.words.half_is_before else None
        return self._signed(texts[0], texts[1])

    def _from_half(self, texts: Sequence[str]) -> int | None:
        if not texts:
            return -_HALF
        minutes = self._signed(texts[0], texts[-1]) if len(texts) == 2 else None  # noqa: PLR2004
        return None if minutes is None else minutes - _HALF

    def _signed(self, number: str, way: str) -> int | None:
        value = _QUARTER if number == self.words.quarter else self.numbers.cardinal(number)
        if value is None or value not in range(1, _HALF):
            return None
        if way in self.words.past:
            return int(value)
        return -int(value) if way in self.words.to else None

    def _hour(self, text: str) -> int | None:
        value = self.numbers.cardinal(text) if text else None
        return int(value) if value in range(1, _HOURS + 1) and value is not None else None
