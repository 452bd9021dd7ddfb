"""Power, disks and processes that fail while the journal is written lose nothing of it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from support.journal_place import (
    KEY,
    MOMENT,
    E,
    Place,
)
from support.small_disk import Disk


def test_power_lost_between_a_line_and_its_head(five: Place) -> None:
    head = five.head.read_bytes()
    five.fill(1)
    five.head.write_bytes(head)
    assert five.faults() == []
    assert five.numbers() == [1, 2, 3, 4, 5, 6]
    five.fill(1)
    assert five.faults() == []
    assert five.numbers() == [1, 2, 3, 4, 5, 6, 7]


def test_power_lost_in_the_middle_of_a_line(five: Place) -> None:
    head, data = five.head.read_bytes(), five.file.read_bytes()
    five.fill(1)
    line = five.lines[5]
    for size in range(len(line)):
        five.head.write_bytes(head)
        five.file.write_bytes(data + line[:size])
        assert five.faults() == []
        assert five.numbers() == [1, 2, 3, 4, 5]
        five.fill(1)
        assert five.faults() == []
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
    assert place.faults() == []
    assert place.numbers() == left
    place.fill(1)
    assert place.faults() == []
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
    assert place.faults() == []
    assert place.numbers() == list(range(1, written + 1))
    filler.unlink()
    journal.append(E.AGREED, "00ff")
    assert place.faults() == []
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
    assert place.faults() == []
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
    assert five.faults() == []


def test_a_file_that_cannot_be_made_shorter_loses_nothing(five: Place) -> None:
    obstacle = five.folder / "journal.jsonl.new"
    obstacle.mkdir()
    with pytest.raises(NaklankError) as raised:
        five.open().forget_before(MOMENT + timedelta(days=2))
    assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert five.faults() == []
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
        assert place.faults() == []
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
    assert place.faults() == []
    assert place.numbers() == list(range(1, 101))
