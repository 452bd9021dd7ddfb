"""Numbers, days and times as the screen writes them.

What stands on the sheet is written in the language of the summary, by `core/sheet_making.py`. Names
of files carry dates that sort, in every language the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.translation import tr

if TYPE_CHECKING:
    from datetime import date, datetime

_MEGABYTE: Final = 1_000_000
_GIGABYTE: Final = 1000
"""Megabytes."""


def decimal_text(number: float, places: int | None = None) -> str:
    """With so many decimals, or with those that it has: "1,25"."""
    text = f"{number:g}" if places is None else f"{number:.{places}f}"
    whole, point, rest = text.partition(".")
    return tr("{whole}.{rest}").format(whole=whole, rest=rest) if point else whole


def size_text(size: int) -> str:
    """Bytes as people count them: 486 MB, 1,6 GB."""
    megabytes = round(size / _MEGABYTE) or int(size > 0)
    if megabytes < _GIGABYTE:
        return f"{megabytes} MB"
    return f"{decimal_text(megabytes / _GIGABYTE, places=1)} GB"


def day_text(day: date) -> str:
    """Day, month and year in figures, in the order of the screen's language."""
    words = tr("{day}/{month}/{year}")
    return words.format(day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")


def time_text(moment: datetime) -> str:
    """The hour of 24 and the minute, in the zone that the moment has."""
    return tr("{hour}:{minute}").format(hour=f"{moment:%H}", minute=f"{moment:%M}")


def stamp_text(moment: datetime) -> str:
    """Day and time in figures, in the zone that the moment has."""
    return f"{day_text(moment)} {time_text(moment)}"
