"""Whatever is done to the journal's files shows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import Fault, FaultyLines
from support.journal_place import (
    MOMENT,
    OTHER_KEY,
    E,
    Place,
    cut,
    damage_first,
    damage_last,
    tear,
    unavailable,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_byte_that_is_changed_is_found(five: Place) -> None:
    data = five.file.read_bytes()
    numbers = [number for number, line in enumerate(five.lines, 1) for _ in line]
    for at in range(len(data)):
        for bit in (0x01, 0x20):  # the second one makes a capital of a letter
            five.file.write_bytes(data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :])
            contents = five.read()
            assert not contents.is_whole, at
            # What was changed is not shown, and its number is told.
            assert numbers[at] not in [entry.number for entry in contents.entries]
            found = contents.faults[0]
            assert found.fault is Fault.CHANGED
            assert found.first <= numbers[at] <= found.last


def test_every_byte_of_the_head_that_is_changed_is_found(five: Place) -> None:
    data = five.head.read_bytes()
    for at in range(len(data)):
        five.head.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert five.faults() == [(Fault.UNVERIFIABLE, 1, 5)]
        assert five.numbers() == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("number", range(1, 6))
def test_every_line_that_is_missing_is_found(five: Place, number: int) -> None:
    five.put(*(line for at, line in enumerate(five.lines, 1) if at != number))
    fault = Fault.CUT_OFF if number == 5 else Fault.MISSING
    assert five.faults() == [(fault, number, number)]
    assert five.numbers() == [one for one in range(1, 6) if one != number]


@pytest.mark.parametrize("one", range(5))
@pytest.mark.parametrize("other", range(5))
def test_any_two_lines_that_are_swapped_are_found(five: Place, one: int, other: int) -> None:
    if one < other:
        lines = five.lines
        lines[one], lines[other] = lines[other], lines[one]
        five.put(*lines)
        assert not five.read().is_whole


@pytest.mark.parametrize("left", range(5))
def test_an_end_that_is_cut_off_is_found(five: Place, left: int) -> None:
    five.put(*five.lines[:left])
    assert five.faults() == [(Fault.CUT_OFF, left + 1, 5)]
    assert five.numbers() == list(range(1, left + 1))


def test_an_end_that_is_cut_off_anywhere_is_found(five: Place) -> None:
    data = five.file.read_bytes()
    for size in range(len(data)):
        five.file.write_bytes(data[:size])
        assert not five.read().is_whole


@pytest.mark.parametrize("at", range(6))
def test_a_line_of_another_installation_is_found(five: Place, tmp_path: Path, at: int) -> None:
    other = Place(tmp_path / "other")
    other.fill(5, key=lambda: OTHER_KEY)
    lines = five.lines
    five.put(*lines[:at], other.lines[min(at, 4)], *lines[at:])
    assert five.faults() == [(Fault.ADDED, at, at)]
    assert five.numbers() == [1, 2, 3, 4, 5]
    if at:
        five.put(*lines[: at - 1], other.lines[at - 1], *lines[at:])
        assert five.faults() == [(Fault.CHANGED, at, at)]


@pytest.mark.parametrize("at", range(6))
@pytest.mark.parametrize("copied", range(5))
def test_a_line_that_stands_there_twice_is_found(five: Place, at: int, copied: int) -> None:
    lines = five.lines
    five.put(*lines[:at], lines[copied], *lines[at:])
    assert not five.read().is_whole


@pytest.mark.parametrize("number", range(1, 6))
def test_a_line_of_an_earlier_journal_of_ours_is_found(
    place: Place, tmp_path: Path, number: int
) -> None:
    """The same key and the same number: its place in the chain is another."""
    earlier = Place(tmp_path / "earlier")
    earlier.fill()
    place.fill()
    lines = place.lines
    lines[number - 1] = earlier.lines[number - 1]
    place.put(*lines)
    assert (Fault.CHANGED, number, number) in place.faults()


def test_a_whole_file_of_an_earlier_journal_is_found(five: Place, tmp_path: Path) -> None:
    earlier = Place(tmp_path / "earlier")
    earlier.fill()
    five.put(*earlier.lines)
    assert not five.read().is_whole


def test_a_line_of_ours_that_is_not_due_yet_is_found(five: Place, tmp_path: Path) -> None:
    longer = Place(tmp_path / "longer")
    longer.fill(9)
    five.put(*five.lines, longer.lines[8])
    assert five.faults() == [(Fault.ADDED, 5, 5)]
    assert five.numbers() == [1, 2, 3, 4, 5]


def test_a_line_of_a_course_that_was_rolled_back_is_found(five: Place) -> None:
    """It fits behind the line before it, but it is not what the head remembers."""
    file, head = five.file.read_bytes(), five.head.read_bytes()
    five.open(user="eerder").append(E.AGREED, "00ff")
    earlier = five.lines[5]
    five.file.write_bytes(file)
    five.head.write_bytes(head)
    five.open(user="later").append(E.AGREED, "00ff")
    five.put(*five.lines[:5], earlier)
    assert five.faults() == [(Fault.CHANGED, 6, 6)]


def test_a_file_that_is_gone_is_found(five: Place) -> None:
    five.file.unlink()
    assert five.faults() == [(Fault.CUT_OFF, 1, 5)]
    five.fill(1)
    assert five.faults() == [(Fault.MISSING, 1, 5)]
    assert five.numbers() == [6]


def test_an_older_copy_of_the_file_is_found(five: Place) -> None:
    older = five.lines
    five.fill(2)
    five.put(*older)
    assert five.faults() == [(Fault.CUT_OFF, 6, 7)]


@pytest.mark.parametrize("later", [2, 3])
def test_an_older_copy_of_the_head_is_found(five: Place, later: int) -> None:
    older = five.head.read_bytes()
    five.fill(later)
    five.head.write_bytes(older)
    assert five.faults() == [(Fault.UNVERIFIABLE, 6, 5 + later)]
    five.fill(1)
    # It stays to be seen, with a line of its own.
    assert five.faults() == [(Fault.UNVERIFIABLE, 1, 5 + later)]
    assert five.read().entries[-2].event is E.RESTARTED
    assert five.numbers() == list(range(1, 8 + later))


def test_a_head_that_is_gone_is_found(five: Place) -> None:
    five.head.unlink()
    assert five.faults() == [(Fault.UNVERIFIABLE, 1, 5)]
    assert five.numbers() == [1, 2, 3, 4, 5]
    five.put(five.lines[0], five.lines[2])  # and the end was cut, which nobody can tell any more
    five.fill(2)
    assert five.faults() == [(Fault.UNVERIFIABLE, 1, 3)]
    assert [entry.event for entry in five.read().entries][2:] == [
        E.RESTARTED,
        E.RECORDED,
        E.RECORDED,
    ]


def test_the_line_that_tells_of_a_lost_head_cannot_be_taken_out(five: Place) -> None:
    five.head.unlink()
    five.fill(2)
    five.put(*(line for line in five.lines if b"restarted" not in line))
    assert five.faults() == [(Fault.MISSING, 6, 6)]


def test_another_key_shows_what_stands_there_and_vouches_for_nothing(five: Place) -> None:
    journal = five.open(key=lambda: OTHER_KEY)
    assert [entry.number for entry in journal.read().entries] == [1, 2, 3, 4, 5]
    assert journal.read().faults == (FaultyLines(Fault.UNVERIFIABLE, 1, 5),)
    journal.append(E.AGREED, "00ff")
    contents = journal.read()
    assert [entry.number for entry in contents.entries] == [1, 2, 3, 4, 5, 6, 7]
    assert contents.entries[5].event is E.RESTARTED
    assert contents.faults == (FaultyLines(Fault.UNVERIFIABLE, 1, 5),)


def test_a_key_that_does_not_come_is_told(five: Place) -> None:
    journal = five.open(key=unavailable)
    assert [entry.number for entry in journal.read().entries] == [1, 2, 3, 4, 5]
    assert journal.read().faults == (FaultyLines(Fault.UNVERIFIABLE, 1, 5),)
    before = five.file.read_bytes()
    with pytest.raises(NaklankError) as raised:
        journal.append(E.AGREED, "00ff")
    assert raised.value.code is ErrorCode.KEYS_UNAVAILABLE
    with pytest.raises(NaklankError):
        journal.forget_before(MOMENT + timedelta(days=9))
    assert five.file.read_bytes() == before
    assert five.read().is_whole


def test_a_broken_head_without_lines_is_told(five: Place) -> None:
    five.file.unlink()
    five.head.write_bytes(b"\xff{}\n00")
    assert five.faults() == [(Fault.UNVERIFIABLE, 0, 0)]
    five.fill(1)
    assert five.faults() == [(Fault.UNVERIFIABLE, 0, 0)]
    assert five.read().entries[0].event is E.RESTARTED


@pytest.mark.parametrize(
    "data",
    [
        b"\n",
        b"{}\n",
        b"[" * 100_000 + b"\n",
        b"\xff\x00" * 99 + b"\n",
        b'{"before":"' + b"0" * 64 + b'","entry":{"number":1e999},"mac":"' + b"0" * 64 + b'"}\n',
        b"x" * 200_000,
        b"x" * 200_000 + b"\n",
    ],
)
def test_whatever_stands_there_is_read_and_gone_on_behind(five: Place, data: bytes) -> None:
    lines = five.lines
    five.put(*lines[:2], data, *lines[2:])
    assert not five.read().is_whole
    five.put(*lines, data)
    is_end = data.endswith(b"\n")
    assert five.faults() == ([(Fault.ADDED, 5, 5)] if is_end else [])
    five.fill(2)
    assert set(five.numbers()) == {1, 2, 3, 4, 5, 6, 7}
    five.put(data)
    five.head.unlink()
    five.fill(2)
    assert not five.read().is_whole or five.numbers() == [1, 2]


@pytest.mark.parametrize("damage", [damage_first, damage_last, cut, tear])
def test_what_is_written_later_hides_no_damage(
    five: Place, damage: Callable[[Place], None]
) -> None:
    damage(five)
    first, last = five.read().faults[0].first, five.read().faults[0].last
    five.fill(3)
    (faulty,) = five.read().faults
    assert (faulty.first, faulty.last) == (first, last)
    assert five.numbers()[-3:] == [6, 7, 8]


def test_a_last_line_that_only_lost_its_end_is_itself_again(five: Place) -> None:
    five.file.write_bytes(five.file.read_bytes()[:-1])
    assert five.faults() == [(Fault.CHANGED, 5, 5)]
    five.fill(1)
    assert five.faults() == []
    assert five.numbers() == [1, 2, 3, 4, 5, 6]
