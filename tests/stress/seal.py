"""Mutated files into verify, in children that are killed when they hang; 100 files a trial.

No crash, no hang over two seconds, and never "ours" or "known" of what was touched.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from typing import TYPE_CHECKING, Any

import psutil

from stress.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from stress.options import Options

WORKERS = 1
FILES = 100
PATIENCE = 2.0
"""Seconds of work on one file; a busy computer may let it wait longer."""
LONGEST = 60.0
"""Seconds in all."""
START = 60.0
"""Seconds for a child to make its keys and seal its files."""


@contextlib.contextmanager
def bench(options: Options) -> Iterator[Callable[[int], Outcome]]:
    child = _Child()
    try:
        yield lambda number: _trial(child, options, number)
    finally:
        child.kill()


def _trial(child: _Child, options: Options, number: int) -> Outcome:
    outcome, slowest = Outcome(), 0.0
    for file in range(FILES):
        seed = f"{options.kind} {options.seed} {number} {file}"
        begin = time.monotonic()
        told = child.judge(seed)
        slowest = max(slowest, time.monotonic() - begin)
        outcome.expect(told == "fine", f"{seed}: {told}")
    outcome.figures["slowest"] = slowest
    return outcome


class _Child:
    """A process that judges one file after the other; begun anew when it died or hung."""

    def __init__(self) -> None:
        self._process: Any = None
        self._pipe: Connection | None = None

    def judge(self, seed: str) -> str:
        pipe = self._pipe or self._start()
        pipe.send(seed)
        try:
            if self._has_answered(pipe):
                return str(pipe.recv())
            told = "hung"
        except (EOFError, OSError):
            told = "crashed"
        self.kill()
        return told

    def _has_answered(self, pipe: Connection) -> bool:
        begun, end = self._work(), time.monotonic() + LONGEST
        while not pipe.poll(0.2):
            if self._work() - begun > PATIENCE or time.monotonic() > end:
                return False
        return True

    def _work(self) -> float:
        try:
            times = psutil.Process(self._process.pid).cpu_times()
        except psutil.NoSuchProcess:
            return 0.0
        return float(times.user + times.system)

    def kill(self) -> None:
        if self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._pipe = None

    def _start(self) -> Connection:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        self._process = spawn.Process(target=work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        if not ours.poll(START):
            raise TimeoutError("the child did not start")
        ours.recv()
        return ours


def work(pipe: Connection) -> None:
    """Judge a mutation for each seed, until the pipe closes."""
    import random

    from naklank.core.seals import Judgement
    from naklank.handover.seal.verifying import judge
    from support.mutations import Forgery
    from support.sealed import now

    forgery = Forgery()
    for data in forgery.genuine:  # libraries are loaded at the first
        judge(data, forgery.book, now())
    pipe.send("ready")
    with contextlib.suppress(EOFError, OSError):
        while True:
            way, data = forgery.make(random.Random(pipe.recv()))  # noqa: S311 - nothing secret
            try:
                answer = judge(data, forgery.book, now()).judgement
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                pipe.send(f"{way}: {type(error).__name__}: {error}")
                continue
            is_false = answer in (Judgement.OURS, Judgement.KNOWN) and data not in forgery.genuine
            pipe.send(f"{way}: false {answer.name}" if is_false else "fine")
