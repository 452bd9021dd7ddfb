"""The journal on disk: what was written stands there, and whatever else is done to it shows."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import Contents, Entry, Facts, Fault, Finding, JournalEvent
from naklank.core.session import Way
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from support.small_disk import Disk, small_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEY = bytes(range(32))
OTHER_KEY = bytes(32)
MOMENT = datetime(2026, 11, 21, 14, 32, 7, tzinfo=timezone(timedelta(hours=1)))
FACTS = Facts(83.25, Way.PLAY, "4F7K", "ab" * 32, "cd" * 32, "2")
E = JournalEvent


def unavailable() -> bytes:
    raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)


@dataclass
class Place:
    """Where a journal lies, and its lines as bytes."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "journal.jsonl"

    @property
    def head(self) -> Path:
        return self.folder / "journal.head"

    def open(
        self,
        key: Callable[[], bytes] = lambda: KEY,
        now: Callable[[], datetime] = lambda: MOMENT,
        user: str = "praktijk1",
    ) -> FileJournal:
        return FileJournal(self.file, FileHead(self.head), key, now, lambda: user)

    def read(self) -> Contents:
        return self.open().read()

    def numbers(self) -> list[int]:
        return [entry.number for entry in self.read().entries]

    def findings(self) -> list[tuple[Fault, int, int]]:
        return [(one.fault, one.first, one.last) for one in self.read().findings]

    @property
    def lines(self) -> list[bytes]:
        return self.file.read_bytes().splitlines(keepends=True)

    def put(self, *lines: bytes) -> None:
        self.file.write_bytes(b"".join(lines))

    def fill(self, count: int = 5, **how: object) -> None:
        journal = self.open(**how)  # type: ignore[arg-type]
        for at in range(count):
            moment = MOMENT + timedelta(days=at)
            journal.append(E.RECORDED, f"{at:016x}", Facts(seconds=at), moment)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "Dr. Müller" / "journal")


@pytest.fixture
def five(place: Place) -> Place:
    place.fill()
    return place


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


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


# What somebody does to the file.


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
            found = contents.findings[0]
            assert found.fault is Fault.CHANGED
            assert found.first <= numbers[at] <= found.last


def test_every_byte_of_the_head_that_is_changed_is_found(five: Place) -> None:
    data = five.head.read_bytes()
    for at in range(len(data)):
        five.head.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert five.findings() == [(Fault.UNVERIFIABLE, 1, 5)]
        assert five.numbers() == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("number", range(1, 6))
def test_every_line_that_is_missing_is_found(five: Place, number: int) -> None:
    five.put(*(line for at, line in enumerate(five.lines, 1) if at != number))
    fault = Fault.CUT_OFF if number == 5 else Fault.MISSING
    assert five.findings() == [(fault, number, number)]
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
    assert five.findings() == [(Fault.CUT_OFF, left + 1, 5)]
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
    assert five.findings() == [(Fault.ADDED, at, at)]
    assert five.numbers() == [1, 2, 3, 4, 5]
    if at:
        five.put(*lines[: at - 1], other.lines[at - 1], *lines[at:])
        assert five.findings() == [(Fault.CHANGED, at, at)]


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
    assert (Fault.CHANGED, number, number) in place.findings()


def test_a_whole_file_of_an_earlier_journal_is_found(five: Place, tmp_path: Path) -> None:
    earlier = Place(tmp_path / "earlier")
    earlier.fill()
    five.put(*earlier.lines)
    assert not five.read().is_whole


def test_a_line_of_ours_that_is_not_due_yet_is_found(five: Place, tmp_path: Path) -> None:
    longer = Place(tmp_path / "longer")
    longer.fill(9)
    five.put(*five.lines, longer.lines[8])
    assert five.findings() == [(Fault.ADDED, 5, 5)]
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
    assert five.findings() == [(Fault.CHANGED, 6, 6)]


def test_a_file_that_is_gone_is_found(five: Place) -> None:
    five.file.unlink()
    assert five.findings() == [(Fault.CUT_OFF, 1, 5)]
    five.fill(1)
    assert five.findings() == [(Fault.MISSING, 1, 5)]
    assert five.numbers() == [6]


def test_an_older_copy_of_the_file_is_found(five: Place) -> None:
    older = five.lines
    five.fill(2)
    five.put(*older)
    assert five.findings() == [(Fault.CUT_OFF, 6, 7)]


@pytest.mark.parametrize("later", [2, 3])
def test_an_older_copy_of_the_head_is_found(five: Place, later: int) -> None:
    older = five.head.read_bytes()
    five.fill(later)
    five.head.write_bytes(older)
    assert five.findings() == [(Fault.UNVERIFIABLE, 6, 5 + later)]
    five.fill(1)
    # It stays to be seen, with a line of its own.
    assert five.findings() == [(Fault.UNVERIFIABLE, 1, 5 + later)]
    assert five.read().entries[-2].event is E.RESTARTED
    assert five.numbers() == list(range(1, 8 + later))


def test_a_head_that_is_gone_is_found(five: Place) -> None:
    five.head.unlink()
    assert five.findings() == [(Fault.UNVERIFIABLE, 1, 5)]
    assert five.numbers() == [1, 2, 3, 4, 5]
    five.put(five.lines[0], five.lines[2])  # and the end was cut, which nobody can tell any more
    five.fill(2)
    assert five.findings() == [(Fault.UNVERIFIABLE, 1, 3)]
    assert [entry.event for entry in five.read().entries][2:] == [
        E.RESTARTED,
        E.RECORDED,
        E.RECORDED,
    ]


def test_the_line_that_tells_of_a_lost_head_cannot_be_taken_out(five: Place) -> None:
    five.head.unlink()
    five.fill(2)
    five.put(*(line for line in five.lines if b"restarted" not in line))
    assert five.findings() == [(Fault.MISSING, 6, 6)]


def test_another_key_shows_what_stands_there_and_vouches_for_nothing(five: Place) -> None:
    journal = five.open(key=lambda: OTHER_KEY)
    assert [entry.number for entry in journal.read().entries] == [1, 2, 3, 4, 5]
    assert journal.read().findings == (Finding(Fault.UNVERIFIABLE, 1, 5),)
    journal.append(E.AGREED, "00ff")
    contents = journal.read()
    assert [entry.number for entry in contents.entries] == [1, 2, 3, 4, 5, 6, 7]
    assert contents.entries[5].event is E.RESTARTED
    assert contents.findings == (Finding(Fault.UNVERIFIABLE, 1, 5),)


def test_a_key_that_does_not_come_is_told(five: Place) -> None:
    journal = five.open(key=unavailable)
    assert [entry.number for entry in journal.read().entries] == [1, 2, 3, 4, 5]
    assert journal.read().findings == (Finding(Fault.UNVERIFIABLE, 1, 5),)
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
    assert five.findings() == [(Fault.UNVERIFIABLE, 0, 0)]
    five.fill(1)
    assert five.findings() == [(Fault.UNVERIFIABLE, 0, 0)]
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
    assert five.findings() == ([(Fault.ADDED, 5, 5)] if is_end else [])
    five.fill(2)
    assert set(five.numbers()) == {1, 2, 3, 4, 5, 6, 7}
    five.put(data)
    five.head.unlink()
    five.fill(2)
    assert not five.read().is_whole or five.numbers() == [1, 2]


def damage_first(five: Place) -> None:
    five.put(five.lines[0].replace(b"praktijk1", b"praktijk2"), *five.lines[1:])


def damage_last(five: Place) -> None:
    five.put(*five.lines[:4], five.lines[4].replace(b"praktijk1", b"praktijk2"))


def cut(five: Place) -> None:
    five.put(*five.lines[:3])


def tear(five: Place) -> None:
    five.file.write_bytes(five.file.read_bytes()[:-9])


@pytest.mark.parametrize("damage", [damage_first, damage_last, cut, tear])
def test_what_is_written_later_hides_no_damage(
    five: Place, damage: Callable[[Place], None]
) -> None:
    damage(five)
    first, last = five.read().findings[0].first, five.read().findings[0].last
    five.fill(3)
    (finding,) = five.read().findings
    assert (finding.first, finding.last) == (first, last)
    assert five.numbers()[-3:] == [6, 7, 8]


def test_a_last_line_that_only_lost_its_end_is_itself_again(five: Place) -> None:
    five.file.write_bytes(five.file.read_bytes()[:-1])
    assert five.findings() == [(Fault.CHANGED, 5, 5)]
    five.fill(1)
    assert five.findings() == []
    assert five.numbers() == [1, 2, 3, 4, 5, 6]


# Accidents.


def test_power_lost_between_a_line_and_its_head(five: Place) -> None:
    head = five.head.read_bytes()
    five.fill(1)
    five.head.write_bytes(head)
    assert five.findings() == []
    assert five.numbers() == [1, 2, 3, 4, 5, 6]
    five.fill(1)
    assert five.findings() == []
    assert five.numbers() == [1, 2, 3, 4, 5, 6, 7]


def test_power_lost_in_the_middle_of_a_line(five: Place) -> None:
    head, data = five.head.read_bytes(), five.file.read_bytes()
    five.fill(1)
    line = five.lines[5]
    for size in range(len(line)):
        five.head.write_bytes(head)
        five.file.write_bytes(data + line[:size])
        assert five.findings() == []
        assert five.numbers() == [1, 2, 3, 4, 5]
        five.fill(1)
        assert five.findings() == []
        assert five.numbers() == [1, 2, 3, 4, 5, 6]


class RememberingHead(FileHead):
    """Tells what stood in the store before."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.written: list[bytes] = []

    def write(self, data: bytes) -> None:
        super().write(data)
        self.written.append(data)


@pytest.mark.parametrize("size", [0, 10, None])
def test_power_lost_at_the_first_line(place: Place, size: int | None) -> None:
    heads = RememberingHead(place.head)
    FileJournal(place.file, heads, lambda: KEY, lambda: MOMENT, lambda: "x").append(E.AGREED, "")
    before, _ = heads.written
    place.head.write_bytes(before)
    place.file.write_bytes(place.file.read_bytes()[:size])
    left = [] if size is not None else [1]
    assert place.findings() == []
    assert place.numbers() == left
    place.fill(1)
    assert place.findings() == []
    assert place.numbers() == [*left, len(left) + 1]


def test_a_full_disk_keeps_what_stands(disk: Disk) -> None:
    place = Place(disk.folder / "journal")
    place.fill()
    filler = disk.fill()
    journal = place.open()
    written = 5
    with pytest.raises(NaklankError) as raised:
        for _ in range(100):  # the last page of the file has room for some
            journal.append(E.AGREED, "00ff")
            written += 1
    assert raised.value.code is ErrorCode.DISK_FULL
    assert place.findings() == []
    assert place.numbers() == list(range(1, written + 1))
    filler.unlink()
    journal.append(E.AGREED, "00ff")
    assert place.findings() == []
    assert place.numbers() == list(range(1, written + 2))


def test_a_read_only_disk_is_told(disk: Disk) -> None:
    place = Place(disk.folder / "journal")
    place.fill()
    disk.make_read_only()
    for action in (
        lambda: place.open().append(E.AGREED, "00ff"),
        lambda: place.open().forget_before(MOMENT + timedelta(days=2)),
    ):
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert place.findings() == []
    assert place.numbers() == [1, 2, 3, 4, 5]


class FailingHead(FileHead):
    """A store that takes no more."""

    def write(self, data: bytes) -> None:  # noqa: ARG002 - as the real one
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)


def test_a_head_that_is_not_taken_takes_its_line_back(five: Place) -> None:
    before = five.file.read_bytes()
    journal = FileJournal(
        five.file, FailingHead(five.head), lambda: KEY, lambda: MOMENT, lambda: "x"
    )
    with pytest.raises(NaklankError) as raised:
        journal.append(E.AGREED, "00ff")
    assert raised.value.code is ErrorCode.KEYS_UNAVAILABLE
    with pytest.raises(NaklankError):
        journal.forget_before(MOMENT + timedelta(days=2))
    assert five.file.read_bytes() == before
    assert five.findings() == []


def test_a_file_that_cannot_be_made_shorter_loses_nothing(five: Place) -> None:
    obstacle = five.folder / "journal.jsonl.new"
    obstacle.mkdir()
    with pytest.raises(NaklankError) as raised:
        five.open().forget_before(MOMENT + timedelta(days=2))
    assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert five.findings() == []
    assert five.numbers() == [3, 4, 5]
    obstacle.rmdir()
    five.open().forget_before(MOMENT + timedelta(days=2))
    assert len(five.lines) == 3


def test_a_folder_in_the_place_of_the_file_is_told(place: Place) -> None:
    place.file.mkdir(parents=True)
    for action in (lambda: place.open().append(E.AGREED, "00ff"), place.read):
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE


WRITES = """
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from naklank.core.journal import JournalEvent
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead

folder, times, forget = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
start = datetime(2026, 1, 1, tzinfo=UTC)
journal = FileJournal(
    folder / "journal.jsonl", FileHead(folder / "journal.head"), lambda: bytes(range(32)),
    lambda: start, lambda: "x",
)
for at in count():
    if at == times:
        break
    entry = journal.append(JournalEvent.AGREED, "00ff", moment=start + timedelta(seconds=at))
    print(entry.number, flush=True)
    if forget and at % 3 == 2:
        journal.forget_before(start + timedelta(seconds=at))
"""


def writer(place: Place, times: int, *, forget: bool = False) -> list[str]:
    return [sys.executable, "-c", WRITES, str(place.folder), str(times), str(int(forget))]


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("forget", [False, True], ids=["writing", "forgetting"])
def test_killed_at_any_moment_it_is_whole(place: Place, *, forget: bool) -> None:
    chance = random.Random(20261122)  # noqa: S311 - moments, not secrets
    acknowledged = 0
    for _ in range(20):
        command = writer(place, -1, forget=forget)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            told = [child.stdout.readline()]
            # Whenever it is: what counts is that no moment is a bad one.
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(timeout=chance.uniform(0.0, 0.05))
            child.kill()
            told += child.stdout.readlines()
        first, acknowledged_now = (
            int(told[0]),
            int([line for line in told if line[-1:] == "\n"][-1]),
        )
        assert first in (acknowledged + 1, acknowledged + 2)  # one may stand there unacknowledged
        acknowledged = acknowledged_now
        assert place.findings() == []
        numbers = place.numbers()
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert numbers[-1] in (acknowledged, acknowledged + 1)
        assert forget or numbers[0] == 1


@pytest.mark.skipif(os.name != "posix", reason="on Windows the app's own lock does it")
def test_two_processes_at_once_lose_nothing(place: Place) -> None:
    both = [subprocess.Popen(writer(place, 50), stdout=subprocess.PIPE) for _ in range(2)]
    for child in both:
        child.communicate()
        assert child.returncode == 0
    assert place.findings() == []
    assert place.numbers() == list(range(1, 101))


# Kept as long as the practice sets.


@pytest.mark.parametrize("days", range(7))
def test_what_is_too_old_is_forgotten(five: Place, days: int) -> None:
    limit = MOMENT + timedelta(days=days)
    five.open().forget_before(limit)
    left = list(range(days + 1, 6))
    assert five.findings() == []
    assert five.numbers() == left
    assert len(five.lines) == len(left)
    five.open().forget_before(limit)
    five.fill(2)
    assert five.findings() == []
    assert five.numbers() == [*left, 6, 7]


def test_a_line_that_is_too_old_behind_a_young_one_stays(place: Place) -> None:
    """The clock was wrong for a while; nothing is forgotten for that."""
    for days in (0, 9, 1):
        place.open().append(E.AGREED, "00ff", moment=MOMENT + timedelta(days=days))
    place.open().forget_before(MOMENT + timedelta(days=5))
    assert place.numbers() == [2, 3]
    assert place.findings() == []


@pytest.mark.parametrize("damage", [damage_last, cut, tear])
def test_forgetting_hides_no_damage_of_younger_lines(
    five: Place, damage: Callable[[Place], None]
) -> None:
    damage(five)
    before = five.findings()
    five.open().forget_before(MOMENT + timedelta(days=2))
    assert five.findings() == before


def test_what_is_wrong_with_lines_that_are_too_old_is_forgotten_with_them(five: Place) -> None:
    damage_first(five)
    five.open().forget_before(MOMENT + timedelta(days=2))
    assert five.findings() == []
    assert five.numbers() == [3, 4, 5]


def test_a_beginning_that_is_cut_off_after_forgetting_is_found(five: Place) -> None:
    five.open().forget_before(MOMENT + timedelta(days=2))
    five.put(*five.lines[1:])
    assert five.findings() == [(Fault.MISSING, 3, 3)]


def test_power_lost_between_the_new_head_and_the_new_file(five: Place) -> None:
    data = five.file.read_bytes()
    five.open().forget_before(MOMENT + timedelta(days=2))
    five.file.write_bytes(data)
    assert five.findings() == []
    assert five.numbers() == [3, 4, 5]
    five.open().forget_before(MOMENT)  # the next time it is done
    assert len(five.lines) == 3
    assert five.findings() == []


def test_what_cannot_be_vouched_for_is_forgotten_too(five: Place) -> None:
    journal = five.open(key=lambda: OTHER_KEY)
    journal.append(E.AGREED, "00ff")
    journal.forget_before(MOMENT + timedelta(days=3))
    assert [entry.number for entry in journal.read().entries] == [4, 5, 6, 7]
    assert journal.read().findings == (Finding(Fault.UNVERIFIABLE, 4, 5),)
    assert len(five.lines) == 4
