"""Days that are said from today, as dates; and weekdays that do not fit their date."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from naklank.language.numbers import NumberWords

_YEARS_TRIED: Final = 9
"""The 29th of February comes once in four years, and around 2100 once in eight."""
_JUST_PAST: Final = timedelta(days=60)
"""A date without a year that fits its weekday so shortly ago was said of the past."""
_MOST: Final = 1200
_FIRST_YEAR: Final = 1900
_LEAST_MONTH: Final = 3
_WEEK: Final = 7
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class DateWords:
    """How one language says days (the `[dates]` table of its word list), from Monday on."""

    weekdays: Sequence[str]
    months: Sequence[str]
    ahead: str
    spread: Sequence[str]
    this_week: str
    next_week: str
    coming: Sequence[str]
    week: str
    articles: Sequence[str]
    parts: Sequence[str]
    part_joint: str
    days: Mapping[str, int]
    with_part: Mapping[str, str]
    in_days: Mapping[str, int]
    in_months: Mapping[str, int]
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads the normalised words of a date. What is not sure is no date."""

    words: DateWords
    numbers: NumberWords

    def meant(self, said: Sequence[str], before: str, today: date) -> str:
        """The date of "over zes weken" or "volgende week dinsdag", with its weekday; or nothing."""
        texts = self.words.with_part.get(said[0], said[0]).split() + list(said[1:])
        part = ""
        if len(texts) > 1 and texts[-1] in self.words.parts:
            part = texts.pop()
        if texts[0] in self.words.days and len(texts) == 1:
            return self._named(today + timedelta(days=self.words.days[texts[0]]), part, today)
        if texts[0] == self.words.ahead and not part:
            return self._ahead(texts[1:], before, today)
        return self._on_weekday(texts, part, today)

    def weekday_meant(self, said: Sequence[str], today: date) -> str:
        """The weekday on which the date falls, where another was said."""
        told = next((day for day in self.words.weekdays if said[0].startswith(day)), None)
        day = self._day(said[1:], today, told)
        if told is None or day is None or self.words.weekdays[day.weekday()] == told:
            return ""
        return self._capital(self.words.weekdays[day.weekday()])

    def _ahead(self, texts: Sequence[str], before: str, today: date) -> str:
        """Counted from today; not what is spread over weeks, nor "dinsdag over een week"."""
        day_before = before in self.words.days or before.startswith(tuple(self.words.weekdays))
        if not texts or before in self.words.spread or day_before:
            return ""
        period = texts[-1]
        counts = [text for text in texts[:-1] if text not in self.words.articles]
        count = self.numbers.cardinal(counts[0]) if counts else 1
        if len(counts) > 1 or count is None or len(texts) == 1 or not 0 < count <= _MOST:
            return ""
        if (days := count * self.words.in_days.get(period, 0)) and days % 1 == 0:
            return self._named(today + timedelta(days=int(days)), "", today)
        if (months := count * self.words.in_months.get(period, 0)) and months % 1 == 0:
            return self._named(_months_on(today, int(months)), "", today)
        return ""

    def _on_weekday(self, texts: Sequence[str], part: str, today: date) -> str:
        """As in "volgende week dinsdag", "komende dinsdag"; "volgende dinsdag" is not sure."""
        at = next((n for n, day in enumerate(self.words.weekdays) if texts[-1].startswith(day)), -1)
        if at < 0 or not texts[:-1]:
            return ""
        glued = texts[-1].removeprefix(self.words.weekdays[at])
        if glued and (glued not in self.words.parts or part):
            return ""
        monday = today - timedelta(days=today.weekday())
        if texts[:-1] == [self.words.next_week, self.words.week]:
            day = monday + timedelta(days=at + _WEEK)
        elif texts[:-1] == [self.words.this_week, self.words.week]:
            day = monday + timedelta(days=at)
        elif len(texts) > 1 and texts[0] in self.words.coming and texts[1:-1] == []:
            day = today + timedelta(days=(at - today.weekday() - 1) % _WEEK + 1)
        else:
            return ""
        return self._named(day, glued or part, today) if day >= today else ""

    def _day(self, texts: Sequence[str], today: date, told: str | None) -> date | None:
        """The next such day from today on, where no year was said."""
        at = next((n for n, text in enumerate(texts) if self._month(text)), None)
        if at is None:
            return None
        month = self._month(texts[at])
        around = [self._number(text) for text in (*texts[:at], *texts[at + 1 :])]
        found = [number for number in around if number]
        days = [number for number in found if number < _FIRST_YEAR]
        year = sum(found) - days[0] if days and len(found) > 1 else 0
        if not days or month is None:
            return None
        if year >= _FIRST_YEAR:  # else it counts what follows: "13 maart 45 minuten"
            return _date(year, month, days[0])
        return self._next(month, days[0], today, told)

    def _next(self, month: int, day: int, today: date, told: str | None) -> date | None:
        dates = [_date(today.year + n, month, day) for n in range(-1, _YEARS_TRIED)]
        known = [one for one in dates if one is not None]
        for past in known:
            just = timedelta() < today - past <= _JUST_PAST
            if just and self.words.weekdays[past.weekday()] == told:
                return past
        return next((one for one in known if one >= today), None)

    def _month(self, text: str) -> int | None:
        """Also of "dec" or "sept"."""
        names = (n for n, name in enumerate(self.words.months, 1) if name.startswith(text))
        return next(names, None) if len(text) >= _LEAST_MONTH else None

    def _number(self, text: str) -> int:
        typed = re.match(r"\d+", text)
        value = float(typed[0]) if typed else self.numbers.value(text)
        return int(value) if value is not None else 0

    def _named(self, day: date, part: str, today: date) -> str:
        """With the year where it is another one than today's."""
        weekday = self._capital(self.words.weekdays[day.weekday()])
        month = self._capital(self.words.months[day.month - 1])
        joint = self.words.part_joint if part else ""
        year = f" {day.year}" if day.year != today.year else ""
        return f"{weekday}{joint}{part} {day.day} {month}{year}"

    def _capital(self, name: str) -> str:
        return name.capitalize() if self.words.is_capital else name


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has none: 31 August, 28 February."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
