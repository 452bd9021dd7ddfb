"""Blocks on their way from the sound system's thread to the recorder's."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from typing import Final

ROOM: Final = 1000
"""Blocks that may wait for a slow disk: with blocks of 7 to 25 ms, 7 seconds or more."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A block of mono 16-bit samples; `follows_loss` when sound before it was lost."""

    samples: bytes
    follows_loss: bool


class Inlet:
    """What one open microphone gives; `take` is a `Block`."""

    def __init__(self) -> None:
        self.finished = threading.Event()
        """Whether the stream has ended, asked or unasked."""
        self.captured = 0
        """How many samples arrived."""
        self.heard = time.monotonic()
        """When the last block came, or else the wait for the first began."""
        self._portions: queue.Queue[Portion] = queue.Queue(ROOM)
        self._lost = False

    def take(self, samples: bytes, *, overflowed: bool) -> None:
        """On the sound system's own thread: nothing here may wait."""
        self.heard = time.monotonic()
        try:
            self._portions.put_nowait(Portion(samples, overflowed or self._lost))
        except queue.Full:
            self._lost = True
        else:
            self._lost = False
            self.captured += len(samples) // 2

    def get(self, patience: float) -> Portion | None:
        """The next portion, or None when there is none within so many seconds."""
        try:
            return self._portions.get(timeout=patience)
        except queue.Empty:
            return None

    @property
    def is_empty(self) -> bool:
        """Whether nothing that arrived still waits to be taken."""
        return self._portions.empty()
