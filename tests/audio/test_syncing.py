from __future__ import annotations

import errno
import threading

import pytest

from naklank.audio.syncing import Syncing

PATIENCE = 10.0


class Disk:
    """Takes as long as it is held up."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.asked = threading.Semaphore(0)
        self.done = 0
        self.error: OSError | None = None

    def sync(self) -> None:
        self.asked.release()
        assert self.free.wait(PATIENCE)
        self.done += 1
        if self.error is not None:
            raise self.error


def test_a_slow_disk_keeps_nobody_waiting_and_is_asked_once_more() -> None:
    disk = Disk()
    syncing = Syncing(disk.sync)
    syncing.begin()
    assert disk.asked.acquire(timeout=PATIENCE)
    for _ in range(3):  # what was written since is not safe by the sync under way
        syncing.begin()
    assert disk.done == 0
    disk.free.set()
    assert disk.asked.acquire(timeout=PATIENCE)
    syncing.end()
    assert disk.done == 2


def test_the_end_waits_for_the_disk() -> None:
    disk = Disk()
    syncing = Syncing(disk.sync)
    syncing.begin()
    assert disk.asked.acquire(timeout=PATIENCE)
    waiting = threading.Thread(target=syncing.end)
    waiting.start()
    assert waiting.is_alive()
    disk.free.set()
    waiting.join(PATIENCE)
    assert not waiting.is_alive()
    assert disk.done == 1


def test_an_error_is_raised_once_by_what_comes_next() -> None:
    disk = Disk()
    disk.free.set()
    disk.error = OSError(errno.EIO, "Input/output error")
    syncing = Syncing(disk.sync)
    syncing.begin()
    assert disk.asked.acquire(timeout=PATIENCE)
    with pytest.raises(OSError, match="Input/output"):
        syncing.end()
    syncing.end()
    assert disk.done == 1


def test_without_a_beginning_there_is_nothing_to_sync() -> None:
    disk = Disk()
    Syncing(disk.sync).end()
    assert disk.done == 0
