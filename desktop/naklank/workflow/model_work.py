"""One piece of work with the speech models, on a thread of its own."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from naklank.workflow.pace import seconds_left

if TYPE_CHECKING:
    from collections.abc import Callable

_NEWS: Final = 0.1
"""Seconds between two reports of progress."""


class Work(Enum):
    """What is being done with the models."""

    LISTING = "listing"
    MEASURING = "measuring"
    FETCHING = "fetching"
    TAKING_IN = "taking_in"
    VERIFYING = "verifying"
    REMOVING = "removing"


@dataclass(frozen=True, slots=True)
class Errand:
    """What is done with which model; with several or none the name is empty."""

    work: Work
    name: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Bytes so far and in all, and the seconds that the rest takes, where that is known."""

    done: int
    whole: int
    seconds_left: float | None = None


class Job(QObject):
    """One piece of work on a thread of its own; its news come as queued signals."""

    progressed = Signal(object, object)
    listed = Signal(object, object)
    measured = Signal(object, object)
    ended = Signal(object, str, object)

    def __init__(self, what: Errand, parent: QObject) -> None:
        super().__init__(parent)
        self.what = what
        self._thread: Thread | None = None
        self._is_stopped = Event()
        self._began: tuple[float, int] | None = None
        self._last = 0.0

    def start(self, run: Callable[[], None]) -> None:
        """Let it run; a daemon, for a program that ends waits for no measuring."""
        self._thread = Thread(target=run, name="models", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """From the next news on it is not wanted."""
        self._is_stopped.set()

    def wait(self, seconds: float) -> None:
        """Until it has ended, but no longer than so many seconds."""
        if self._thread is not None:
            self._thread.join(seconds)

    def on_progress(self, done: int, whole: int) -> bool:
        """Whether to go on."""
        now = time.monotonic()
        if self._began is None:
            self._began = (now, done)  # what an earlier download left took no time
        if now - self._last >= _NEWS or done >= whole:
            self._last = now
            left = seconds_left(now - self._began[0], done - self._began[1], whole - done)
            self.progressed.emit(self, Progress(done, whole, left))
        return not self._is_stopped.is_set()
