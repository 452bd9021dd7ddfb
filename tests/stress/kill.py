"""Killed at a random moment: at most half a second is lost, and nothing is made up.

A kill leaves what the process had given to the system; what a power cut leaves, `power` proves. So
the folder lies in memory, where there is one: a disk that others keep busy would be what is judged.
A disk that is slow is made up instead, in a quarter of the trials.
"""

from __future__ import annotations

import contextlib
import math
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.audio.capture import TAIL
from stress.driver import Arrived, Ended, Kept, Setup
from stress.outcome import Outcome, judge, recovered
from stress.recorder_process import RecorderProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stress.options import Options

WORKERS = 4
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
LONGEST = 3.0
"""Seconds until it is killed."""

SLOWNESS = (0.0, 0.0, 0.0, 0.8)
"""Seconds more than it takes for a sync, as of a disk that others keep busy."""

RATES = (8_000, 16_000, 44_100, 48_000)


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="Dr. Müller-Çelik ", dir=memory) as folder:
        yield lambda number: _trial(Path(folder), options.chance(number))


def _trial(folder: Path, chance: random.Random) -> Outcome:
    """One in five is killed while it opens, one while it stops, one as its microphone changes."""
    outcome = Outcome()
    moment = chance.choice(["opening", "stopping", "changing", "recording", "recording"])
    with tempfile.TemporaryDirectory(dir=folder) as own:
        setup = Setup(Path(own), chance.choice(RATES), slowness=chance.choice(SLOWNESS))
        with RecorderProcess(setup) as process:
            started = time.monotonic()
            wanted = _prepare(process, moment, chance)
            begun = process.all(Arrived)
            killed = time.monotonic()
            process.kill()
            outcome.figures["disk_hung"] = round(process.disk_hung(killed), 3)
            _judge(outcome, process, setup, min(wanted, killed))
    outcome.facts |= {"moment": moment, "rate": setup.rate, "takes": len(begun)}
    outcome.facts["slowness"] = str(setup.slowness)
    outcome.facts["after"] = round(killed - started, 3)
    return outcome


def _prepare(process: RecorderProcess, moment: str, chance: random.Random) -> float:
    """Return at the moment; the answer is until when sound is wanted: after stop, only the tail."""
    if moment in ("opening", "recording"):
        shortest, longest = (0.0, 0.2) if moment == "opening" else (0.2, LONGEST)
        process.wait_until(time.monotonic() + chance.uniform(shortest, longest))
        return math.inf
    process.wait_until(process.wait_for(Arrived).at + chance.uniform(0.2, 1.0))
    wanted = math.inf
    if moment == "stopping":
        wanted = time.monotonic() + TAIL
        process.tell("stop")
    else:
        process.tell("microphones", ("Headset",))
    process.wait_until(time.monotonic() + chance.uniform(0, 1.0))
    return wanted


def _judge(outcome: Outcome, process: RecorderProcess, setup: Setup, wanted: float) -> None:
    """The last take holds to half a second; those before it are whole as they were kept."""
    for take in (one.take for one in process.all(Kept)):
        whole = recovered(setup.file(take.number), setup.rate)
        outcome.expect(whole.frames == take.frames, f"take {take.number} is not as it was kept")
        outcome.expect(whole.is_complete, f"take {take.number} has no end")
    begun = process.all(Arrived)
    stream = begun[-1].stream if begun else 1
    captured = process.captured(before=wanted, stream=stream)
    if any(one.take is None for one in process.all(Ended)):
        captured = 0  # stopped before the first block
    start = sum(process.captured(stream=one) for one in range(1, stream))
    number = begun[-1].take.number if begun else 1
    judge(outcome, recovered(setup.file(number), setup.rate), captured, start)
