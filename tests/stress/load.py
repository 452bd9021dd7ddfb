"""All cores busy: no block is lost, and every one of them is on the disk.

Two recordings at once: of the coded microphone, and by PortAudio from a sound server into which a
coded sound is played.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.recording import Condition
from stress.driver import Arrived, Captured, Ended, Setup, Told
from stress.outcome import Outcome, recovered, wrong_blocks
from stress.recorder_process import RecorderProcess
from support.coded_sound import coded
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stress.options import Options

WORKERS = 1
DRIFT = 0.3
"""Seconds by which sound and clock may differ: more is lost sound that nobody noticed."""

_BUSY = """
import os
parent = os.getppid()
while os.getppid() == parent:
    for _ in range(100_000):
        pass
"""


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    with tempfile.TemporaryDirectory(prefix="stress-load-") as folder, VirtualSound() as server:

        def trial(number: int) -> Outcome:
            own = Path(folder, str(number))
            with _all_cores_busy(), _played_into(server, "in_a"):
                return _trial(own, server, options.seconds)

        yield trial


def _trial(folder: Path, server: VirtualSound, seconds: float) -> Outcome:
    outcome = Outcome()
    environment = {
        "PULSE_SERVER": server.address,
        "ALSA_CONFIG_PATH": str(server.alsa_config),
    }
    setups = {
        "coded": Setup(folder / "coded"),
        "real": Setup(folder / "real", microphone="mic_a", is_real=True, environment=environment),
    }
    with contextlib.ExitStack() as open_ones:
        processes = {}
        for name, setup in setups.items():
            setup.folder.mkdir(parents=True)
            processes[name] = open_ones.enter_context(RecorderProcess(setup))
        for process in processes.values():
            process.wait_until(process.wait_for(Arrived).at + seconds)
        stopped = time.monotonic()
        for process in processes.values():
            process.tell("stop")
        for name, process in processes.items():
            _judge(outcome, name, process, setups[name], stopped)
    return outcome


def _judge(
    outcome: Outcome, name: str, process: RecorderProcess, setup: Setup, stopped: float
) -> None:
    ended = process.wait_for(Ended)
    assert ended.take is not None
    blocks = [block for block in process.all(Captured) if block.stream == 1]
    found = recovered(setup.file(1), ended.take.rate)
    own = Outcome()
    if name == "coded":
        own.expect(found.samples == coded(0, found.frames), "it is not what was spoken")
    own.expect(ended.error is None, f"ended with {ended.error}")
    own.expect(len(process.all(Arrived)) == 1, "more than one take")
    own.expect(ended.take.overflows == 0, f"{ended.take.overflows} blocks were lost")
    own.expect(not any(block.overflowed for block in blocks), "the sound system lost a block")
    told = [one for one in process.all(Told) if Condition.OVERFLOW in one.conditions]
    own.expect(not told, "overflow was told")
    own.expect(found.frames == ended.take.frames, "told is not what is there")
    own.expect(found.frames >= process.captured(before=stopped), "what came before stop is missing")
    own.expect(found.is_complete, "it has no end")
    own.expect(wrong_blocks(blocks, found.samples) == 0, "blocks on the disk are not as they came")
    passed = blocks[-1].at - blocks[0].at
    own.limit("drift", abs(passed - (blocks[-1].frames - blocks[0].frames) / found.rate), DRIFT)
    own.figures["seconds"] = round(found.frames / found.rate, 3)
    own.figures["longest_wait"] = round(max(b.at - a.at for a, b in pairwise(blocks)), 4)
    own.figures["unsynced"] = round(process.most_unsynced(ended.at) / found.rate, 4)
    outcome.faults += [f"{name}: {fault}" for fault in own.faults]
    outcome.figures |= {f"{name}_{figure}": value for figure, value in own.figures.items()}
    outcome.facts[f"{name}_blocks"] = len(blocks)


@contextlib.contextmanager
def _all_cores_busy() -> Iterator[None]:
    """One process more than there are cores; they end with this one, also when it is killed."""
    count = (os.cpu_count() or 1) + 1
    busy = [subprocess.Popen([sys.executable, "-c", _BUSY]) for _ in range(count)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
        for process in busy:
            process.wait()


@contextlib.contextmanager
def _played_into(server: VirtualSound, sink: str) -> Iterator[None]:
    """A coded sound without an end."""
    player = subprocess.Popen(
        ["pacat", "--raw", "--format=s16le", "--channels=1", "--rate=48000", f"--device={sink}"],
        env=server.environment(),
        stdin=subprocess.PIPE,
    )

    def feed() -> None:
        assert player.stdin
        place, step = 0, 4_800
        with contextlib.suppress(OSError), player.stdin:
            while True:
                player.stdin.write(coded(place, step))
                place += step

    thread = threading.Thread(target=feed, daemon=True)
    thread.start()
    try:
        yield
    finally:
        player.kill()
        player.wait()
        thread.join()
