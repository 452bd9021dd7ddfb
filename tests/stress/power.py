"""The power fails at a random moment: what the disk then holds gives back all but half a second.

The recorder writes into an ext4 on a loop device. What the file system has sent to its disk stands
in the image file, and nothing else does: what only lies in the file system's own cache would be
lost with the power, and is not in it. The image is read twice; when both are the same, nothing was
on its way to the disk meanwhile, so that the copy is what stood there at one moment, the beginning
of the first reading. The worst moment for a recording is just such a one, right before the next
sync. The copy is mounted, ext4 replays its journal as after a power cut, and the spool is read.

A disk with a cache of its own can lose more: all that was not yet synced. So it is held besides
that at no moment of the recording more than half a second of what the sound system had given was
not yet behind a sync that had returned, and that all that was is in the copy.

How long the disk itself takes for a sync comes on top of both: no recorder makes it faster.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.spool import FRAMES, PAGE, read_spool
from stress.driver import Setup, Synced
from stress.outcome import LOSS, Outcome, judge, recovered
from stress.recorder_process import RecorderProcess
from support.coded_sound import coded
from support.loop_disk import loop_disk, make_image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from naklank.core.recording import SoundFile
    from stress.options import Options

WORKERS = 2
LONGEST = 3.0
"""Seconds until the power fails."""

RATES = (8_000, 16_000, 48_000)
READINGS = 200


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    with tempfile.TemporaryDirectory(prefix="stress-power-") as folder:
        empty = Path(folder, "empty")
        make_image(empty)
        yield lambda number: _trial(empty, options.chance(number))


def _trial(empty: Path, chance: random.Random) -> Outcome:
    outcome = Outcome()
    with tempfile.TemporaryDirectory(dir=empty.parent) as own:
        live, copy, place = Path(own, "live"), Path(own, "copy"), Path(own, "disk")
        place.mkdir()
        shutil.copyfile(empty, live)
        rate = chance.choice(RATES)
        with loop_disk(live, place) as disk, RecorderProcess(Setup(disk.folder, rate)) as process:
            begin = time.monotonic()
            process.wait_until(begin + chance.uniform(0.1, LONGEST))
            cut, image = _at_one_moment(live)
            process.kill()
        copy.write_bytes(image)
        captured, synced = process.captured(before=cut), process.synced(before=cut)
        with loop_disk(copy, place) as disk:
            file = Setup(disk.folder, rate).file(1)
            found = recovered(file, rate)
            judge(outcome, found, captured, allowed=LOSS + process.disk_hung(cut))
            outcome.expect(found.frames >= synced, "what was synced is not all there")
            if found.frames > FRAMES:
                _tear(outcome, file, found.samples, chance)
    slowest = max((one.at - one.asked for one in process.all(Synced)), default=0.0)
    slowest = max(slowest, process.disk_hung(cut))
    outcome.limit("unsynced", process.most_unsynced(cut) / rate, LOSS + slowest)
    outcome.figures |= {"slowest_sync": round(slowest, 4), "after": round(cut - begin, 3)}
    outcome.facts |= {"rate": rate}
    return outcome


def _at_one_moment(image: Path) -> tuple[float, bytes]:
    """What the disk held, and when."""
    for _ in range(READINGS):
        moment = time.monotonic()
        first = image.read_bytes()
        if image.read_bytes() == first:
            return moment, first
    raise TimeoutError("the disk is never at rest")


def _tear(outcome: Outcome, file: SoundFile, samples: bytes, chance: random.Random) -> None:
    """A page of which only some sectors reached the disk costs itself alone."""
    page = chance.randrange(len(samples) // 2 // FRAMES)
    with file.path.open("r+b") as stream:
        stream.seek(page * PAGE + 512 * chance.randrange(8))
        stream.write(os.urandom(512))
    width = FRAMES * 2
    expected = bytearray(samples)
    expected[page * width : (page + 1) * width] = bytes(width)
    content = read_spool(file)
    assert content is not None
    is_last = (page + 1) * width >= len(samples)
    whole = bytes(expected[: page * width] if is_last else expected)
    outcome.expect(content.samples == whole, "a torn page costs more than itself")
    outcome.expect(bool(content.gaps) != is_last, "a torn page is not told")
    outcome.expect(coded(0, page * FRAMES) == content.samples[: page * width], "before it: wrong")
