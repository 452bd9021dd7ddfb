"""A disk that is full, read-only or gone: said clearly, and the sound so far can be read."""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.spool import FRAMES
from naklank.core.errors import ErrorCode
from stress.driver import Arrived, Captured, Ended, Setup, Synced, Told
from stress.outcome import LOSS, Outcome, judge, recovered
from stress.recorder_process import RecorderProcess
from support.loop_disk import loop_disk, make_image
from support.small_disk import small_disk

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from stress.options import Options

WORKERS = 2
RATE = 192_000
"""Hertz: the small disk is full after seconds, in real time."""

FOLDER = "Dr. Müller-Çelik's opnamen"
IN_FLIGHT = 0.15
"""Seconds of sound on its way while the microphone is closed."""

TOLD = 2.0
"""Seconds within which it is said."""

_SHUTDOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN of Linux: the file system does nothing more, as when its disk is pulled out."""

_WITHOUT_JOURNAL = struct.pack("I", 2)
"""EXT4_GOING_FLAGS_NOLOGFLUSH: what is still to be written never is."""


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    with tempfile.TemporaryDirectory(prefix="stress-full-") as folder:
        ways = WAYS if os.geteuid() == 0 else FOR_ALL

        def trial(number: int) -> Outcome:
            with tempfile.TemporaryDirectory(dir=folder) as own:
                Path(own, "disk").mkdir()
                way, outcome = ways[number % len(ways)], Outcome()
                outcome.facts["group"] = way.__name__.removeprefix("_")
                way(outcome, Path(own, "disk"), options.chance(number))
            return outcome

        yield trial


def _reserve(outcome: Outcome, place: Path, _chance: random.Random) -> None:
    """The recorder itself stops while there is a little room left."""
    with small_disk(place) as disk, RecorderProcess(Setup(_made(disk.folder), RATE)) as process:
        _judge_full(outcome, process, _made(disk.folder))
        left = os.statvfs(disk.folder)
        outcome.figures["left_kB"] = left.f_bavail * left.f_frsize / 1000
        outcome.expect(outcome.figures["left_kB"] > 100, "no room is left for the text")


def _no_space(outcome: Outcome, place: Path, _chance: random.Random) -> None:
    """The system refuses to write more."""
    with small_disk(place) as disk:
        setup = Setup(_made(disk.folder), RATE, reserve=0)
        with RecorderProcess(setup) as process:
            _judge_full(outcome, process, setup.folder)


def _filled(outcome: Outcome, place: Path, chance: random.Random) -> None:
    """Another program takes all the room at once."""
    with small_disk(place) as disk, RecorderProcess(Setup(_made(disk.folder), RATE)) as process:
        process.wait_until(process.wait_for(Arrived).at + chance.uniform(0.05, 0.9))
        begin = time.monotonic()
        disk.fill()
        ended = _judge_full(outcome, process, _made(disk.folder))
        outcome.limit("told", ended.at - begin, TOLD)


def _read_only(outcome: Outcome, place: Path, _chance: random.Random) -> None:
    with small_disk(place) as disk:
        setup = Setup(_made(disk.folder), RATE)
        disk.make_read_only()
        with RecorderProcess(setup) as process:
            ended = process.wait_for(Ended)
            first = process.wait_for(Captured)
            outcome.limit("told", ended.at - first.at, TOLD)
            outcome.expect(ended.error is ErrorCode.DATA_NOT_WRITABLE, f"said: {ended.error}")
            outcome.expect(ended.take is None, "a take without a file")
            outcome.expect(not process.all(Arrived), "it says that sound arrives")


def _pulled_out(outcome: Outcome, place: Path, chance: random.Random) -> None:
    """The disk is gone in an instant, and comes back as after a power cut."""
    live, rate = place.parent / "live", 48_000
    make_image(live)
    with loop_disk(live, place) as disk:
        setup = Setup(_made(disk.folder), rate)
        os.sync()  # the folder itself; sound is on the disk by the recorder's own work
        with RecorderProcess(setup) as process:
            process.wait_until(process.wait_for(Arrived).at + chance.uniform(0.1, 2.0))
            begin = time.monotonic()
            _shut_down(disk.folder)
            ended = process.wait_for(Ended)
            captured, hung = process.captured(before=begin), process.disk_hung(begin)
        outcome.limit("told", ended.at - begin, TOLD)
        outcome.expect(ended.error is ErrorCode.DATA_NOT_WRITABLE, f"said: {ended.error}")
    with loop_disk(live, place) as disk:
        found = recovered(Setup(disk.folder / FOLDER).file(1), rate)
        judge(outcome, found, captured, allowed=LOSS + hung)


def _hangs(outcome: Outcome, place: Path, chance: random.Random) -> None:
    """The disk takes nothing for seconds, as a slow one does: nothing is lost, nothing is told."""
    live, rate = place.parent / "live", 48_000
    make_image(live)
    with loop_disk(live, place) as disk:
        setup = Setup(_made(disk.folder), rate)
        with RecorderProcess(setup) as process, contextlib.ExitStack() as thawed:
            process.wait_until(process.wait_for(Arrived).at + chance.uniform(0.1, 0.5))
            thawed.callback(disk.ask, f"fsfreeze -u '{place}'")
            outcome.expect(not disk.ask(f"fsfreeze -f '{place}'"), "the disk does not freeze")
            process.wait_until(time.monotonic() + chance.uniform(1.6, 3.5))
            thawed.close()
            hung = time.monotonic()
            process.wait_for(Synced, after=hung)
            process.tell("stop")
            ended = process.wait_for(Ended)
            outcome.expect(ended.error is None, f"said: {ended.error}")
            outcome.expect(len(process.all(Arrived)) == 1, "more than one take")
            outcome.expect(not any(one.error for one in process.all(Told)), "a loss was told")
            judge(outcome, recovered(setup.file(1), rate), process.captured(before=hung))


WAYS = (_reserve, _no_space, _filled, _read_only, _hangs, _pulled_out)
FOR_ALL = (_reserve, _no_space, _filled, _read_only)
"""Those that every user may try; the others need the superuser."""


def _made(disk: Path) -> Path:
    folder = disk / FOLDER
    folder.mkdir(exist_ok=True)
    return folder


def _judge_full(outcome: Outcome, process: RecorderProcess, folder: Path) -> Ended:
    ended = process.wait_for(Ended)
    captured = process.captured(before=ended.at)
    found = recovered(Setup(folder).file(1), RATE)
    outcome.expect(ended.error is ErrorCode.DISK_FULL, f"said: {ended.error}")
    outcome.expect(
        ended.take is not None and ended.take.frames == found.frames, "told is not what is there"
    )
    judge(outcome, found, captured)
    outcome.limit("lost", (captured - found.frames) / RATE, FRAMES / RATE + IN_FLIGHT)
    return ended


def _shut_down(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, _SHUTDOWN, _WITHOUT_JOURNAL)
    finally:
        os.close(handle)
