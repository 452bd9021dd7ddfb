"""Somebody who asked for a text, and keeps all that a typist tells."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING

from naklank.core.errors import NaklankError
from naklank.core.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 120.0
"""Seconds within which whatever must come has come, on a busy machine."""


@dataclass
class TypingListener:
    """A TypistListener that waits.

    On the typist's thread `during` runs once amid the typing, and `behind` once the text stands.
    """

    during: Callable[[], None] = lambda: None
    behind: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    threads: set[threading.Thread] = field(default_factory=set)
    _doubted: SimpleQueue[Transcript] = field(default_factory=SimpleQueue)
    _told: SimpleQueue[object] = field(default_factory=SimpleQueue)

    def on_ready(self, error: NaklankError | None) -> None:
        self._hear(error)

    def on_progress(self, second: float) -> None:
        self.threads.add(threading.current_thread())
        self.seconds.append(second)
        if len(self.seconds) == 1:
            self.during()

    def on_typed(self, transcript: Transcript) -> None:
        self._hear(transcript)
        self.behind()

    def on_doubted(self, transcript: Transcript) -> None:
        self._doubted.put(transcript)

    def on_failed(self, error: NaklankError) -> None:
        self._hear(error)

    def wait_until_ready(self) -> NaklankError | None:
        told = self._told.get(timeout=PATIENCE)
        assert told is None or isinstance(told, NaklankError)
        return told

    def transcript(self) -> Transcript:
        """Wait for the text."""
        told = self._told.get(timeout=PATIENCE)
        assert isinstance(told, Transcript), told
        return told

    def doubted(self) -> Transcript:
        """Wait for the doubts."""
        return self._doubted.get(timeout=PATIENCE)

    def error(self) -> NaklankError:
        """Wait for the failure."""
        told = self._told.get(timeout=PATIENCE)
        assert isinstance(told, NaklankError), told
        return told

    @property
    def has_no_doubts(self) -> bool:
        """Whether none came that were not asked for here."""
        return self._doubted.empty()

    @property
    def has_heard_all(self) -> bool:
        """Whether every text and every failure was asked for here."""
        return self._told.empty()

    def _hear(self, news: object) -> None:
        self.threads.add(threading.current_thread())
        self._told.put(news)
