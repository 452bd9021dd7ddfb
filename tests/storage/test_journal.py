"""The journal on disk: what was written stands there, for as long as the practice keeps it."""

from __future__ import annotations

import os
from dataclasses import MISSING, fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from naklank.core.journal import Contents, Entry, Facts, Fault, FaultyLines, JournalEvent
from support.journal_place import (
    FACTS,
    MOMENT,
    OTHER_KEY,
    E,
    Place,
    cut,
    damage_first,
    damage_last,
    tear,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_no_fact_of_the_example_is_left_out() -> None:
    for field in fields(Facts):
        assert field.default is not MISSING
        assert getattr(FACTS, field.name) != field.default


def test_what_is_appended_is_read(place: Place) -> None:
    journal = place.open(now=lambda: MOMENT.replace(microsecond=999_999))
    first = journal.append(E.HANDED_OVER, "00ff", FACTS)
    second = journal.append(E.FINISHED, "00ff", moment=MOMENT.astimezone(UTC))
    assert first == Entry(1, MOMENT, "praktijk1", E.HANDED_OVER, "00ff", FACTS)
    assert second.number == 2
    contents = place.read()
    assert contents == Contents((first, second), ())
    assert contents.is_whole
    assert repr(contents.entries) == repr((first, second))


@pytest.mark.parametrize("event", E)
def test_every_event_is_kept(place: Place, event: JournalEvent) -> None:
    if event is not E.RESTARTED:  # the journal writes that one itself
        entry = place.open().append(event, "00ff")
        assert place.read() == Contents((entry,), ())


def test_before_the_first_line_it_is_empty_and_whole(place: Place) -> None:
    assert place.read() == Contents((), ())


@pytest.mark.parametrize("user", ["Ö. Yılmaz", 'a\nb\r\n{"x"}', "\udcff", "x" * 5_000, ""])
def test_any_login_name_fits_in_a_line(place: Place, user: str) -> None:
    place.fill(2, user=user)
    contents = place.read()
    assert contents.is_whole
    shown = user.encode("utf-8", "replace").decode()
    assert {entry.user for entry in contents.entries} == {shown[:100]}


def test_a_moment_without_a_zone_is_a_mistake_of_ours(place: Place) -> None:
    with pytest.raises(ValueError, match="zone"):
        place.open(now=lambda: datetime(2026, 1, 1)).append(E.AGREED, "")  # noqa: DTZ001
    assert place.read() == Contents((), ())


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_nobody_else_may_read_it(place: Place) -> None:
    before = os.umask(0)
    try:
        place.fill()
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in place.folder.iterdir()}
    assert modes == {"journal.jsonl": 0o600, "journal.head": 0o600}
    assert place.folder.stat().st_mode & 0o777 == 0o700


# Kept as long as the practice sets.


@pytest.mark.parametrize("days", range(7))
def test_what_is_too_old_is_forgotten(five: Place, days: int) -> None:
    limit = MOMENT + timedelta(days=days)
    five.open().forget_before(limit)
    left = list(range(days + 1, 6))
    assert five.faults() == []
    assert five.numbers() == left
    assert len(five.lines) == len(left)
    five.open().forget_before(limit)
    five.fill(2)
    assert five.faults() == []
    assert five.numbers() == [*left, 6, 7]


def test_a_line_that_is_too_old_behind_a_young_one_stays(place: Place) -> None:
    """The clock was wrong for a while; nothing is forgotten for that."""
    for days in (0, 9, 1):
        place.open().append(E.AGREED, "00ff", moment=MOMENT + timedelta(days=days))
    place.open().forget_before(MOMENT + timedelta(days=5))
    assert place.numbers() == [2, 3]
    assert place.faults() == []


@pytest.mark.parametrize("damage", [damage_last, cut, tear])
def test_forgetting_hides_no_damage_of_younger_lines(
    five: Place, damage: Callable[[Place], None]
) -> None:
    damage(five)
    before = five.faults()
    five.open().forget_before(MOMENT + timedelta(days=2))
    assert five.faults() == before


def test_what_is_wrong_with_lines_that_are_too_old_is_forgotten_with_them(five: Place) -> None:
    damage_first(five)
    five.open().forget_before(MOMENT + timedelta(days=2))
    assert five.faults() == []
    assert five.numbers() == [3, 4, 5]


def test_a_beginning_that_is_cut_off_after_forgetting_is_found(five: Place) -> None:
    five.open().forget_before(MOMENT + timedelta(days=2))
    five.put(*five.lines[1:])
    assert five.faults() == [(Fault.MISSING, 3, 3)]


def test_power_lost_between_the_new_head_and_the_new_file(five: Place) -> None:
    data = five.file.read_bytes()
    five.open().forget_before(MOMENT + timedelta(days=2))
    five.file.write_bytes(data)
    assert five.faults() == []
    assert five.numbers() == [3, 4, 5]
    five.open().forget_before(MOMENT)  # the next time it is done
    assert len(five.lines) == 3
    assert five.faults() == []


def test_what_cannot_be_vouched_for_is_forgotten_too(five: Place) -> None:
    journal = five.open(key=lambda: OTHER_KEY)
    journal.append(E.AGREED, "00ff")
    journal.forget_before(MOMENT + timedelta(days=3))
    assert [entry.number for entry in journal.read().entries] == [4, 5, 6, 7]
    assert journal.read().faults == (FaultyLines(Fault.UNVERIFIABLE, 4, 5),)
    assert len(five.lines) == 4
