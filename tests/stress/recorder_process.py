"""Starts the recorder's process, hears its reports, and kills it."""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from stress import driver
from stress.driver import Captured, Report, Setup, Synced, Syncing

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R", bound=Report)

PATIENCE = 30.0
"""Seconds after which what should have happened counts as missing."""


@functools.cache
def _nursery() -> multiprocessing.context.ForkServerContext:
    """Forks a process that has loaded everything, in milliseconds, from one without threads."""
    # The fork server finds what it loads by this alone.
    folders = [str(Path(__file__).resolve().parents[1]), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, folders))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["stress.driver"])
    return context


class MissingError(Exception):
    """What was waited for did not happen."""


class RecorderProcess:
    """A recorder that records, in a `with` block; at its end it is killed."""

    def __init__(self, setup: Setup) -> None:
        self._changed = threading.Condition()
        self._reports: list[Report] = []
        self._is_over = False
        nursery = _nursery()
        self._pipe, theirs = nursery.Pipe(duplex=False)
        their_commands, self._commands = nursery.Pipe(duplex=False)
        arguments = (setup, theirs, their_commands)
        self.process = nursery.Process(target=driver.main, args=arguments, daemon=True)
        self.process.start()
        theirs.close()
        their_commands.close()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._commands.close()
        self.process.close()

    def kill(self) -> None:
        """End it by SIGKILL; afterwards all is there that it had reported."""
        self.process.kill()
        self.process.join()
        self._thread.join()

    def tell(self, name: str, *values: Any) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._commands.send((name, *values))

    def end(self) -> None:
        """Let it close its microphone and go."""
        self.tell("end")
        self.process.join(PATIENCE)

    def all(self, kind: type[R]) -> list[R]:
        with self._changed:
            return [one for one in self._reports if isinstance(one, kind)]

    def wait_for(
        self, kind: type[R], fits: Callable[[R], bool] = lambda _: True, after: float = 0.0
    ) -> R:
        """The first such report that fits, of after this moment. Raises MissingError."""
        deadline, seen = time.monotonic() + PATIENCE, 0
        with self._changed:
            while True:
                fresh, seen = self._reports[seen:], len(self._reports)
                for one in fresh:
                    if isinstance(one, kind) and one.at >= after and fits(one):
                        return one
                left = deadline - time.monotonic()
                if self._is_over or left <= 0:
                    status = self.process.exitcode
                    raise MissingError(f"no such {kind.__name__}; exit status {status}")
                self._changed.wait(left)

    def wait_until(self, moment: float) -> None:
        """Return at this moment, or when the process has ended."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over, max(0.0, moment - time.monotonic()))

    def captured(self, before: float | None = None, stream: int | None = None) -> int:
        """Samples that the sound system gave until then: of one stream, or of all of them."""
        last: dict[int, int] = {}
        for one in self.all(Captured):
            if before is None or one.at <= before:
                last[one.stream] = one.frames
        return sum(last.values()) if stream is None else last.get(stream, 0)

    def synced(self, before: float) -> int:
        """Samples of the take at hand that were safe by then."""
        return max((one.frames for one in self.all(Synced) if one.at <= before), default=0)

    def most_unsynced(self, before: float) -> int:
        """The most samples at any moment until then that had been captured and were not yet safe.

        Of a recording with one take.
        """
        captured = safe = most = 0
        for event in sorted(self.all(Report), key=lambda one: one.at):
            if event.at > before:
                break
            if isinstance(event, Captured):
                captured = event.frames
            elif isinstance(event, Synced):
                safe = max(safe, event.frames)
            most = max(most, captured - safe)
        return most

    def disk_hung(self, moment: float) -> float:
        """Seconds for which the disk, at this moment, had not answered when asked to sync."""
        asked = max((one.at for one in self.all(Syncing) if one.at <= moment), default=moment)
        is_answered = any(asked <= one.at <= moment for one in self.all(Synced))
        return 0.0 if is_answered else moment - asked

    def _read(self) -> None:
        with self._pipe:
            while True:
                try:
                    report = self._pipe.recv()
                except (EOFError, OSError):
                    break
                with self._changed:
                    self._reports.append(report)
                    self._changed.notify_all()
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
