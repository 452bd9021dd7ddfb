"""How fast speech is typed on this computer, and how long the rest will take."""

import time
from typing import Final

_ENOUGH: Final = 2.0
"""Seconds after which a pace is worth something."""


class Pace:
    """Learns from every typing of this run of the app; seconds of sound and of the clock."""

    def __init__(self) -> None:
        self._usual: float | None = None
        """Seconds of the clock for one second of sound, of the typing before."""
        self._whole = 0.0
        self._begun = 0.0
        self._first: tuple[float, float] | None = None
        """The first second that text reached, and when."""
        self._reached = 0.0
        self._at = 0.0

    def begin(self, whole: float) -> None:
        """The text of so many seconds of sound is asked for."""
        self._whole = whole
        self._begun = self._at = time.monotonic()
        self._first = None
        self._reached = 0.0

    def reach(self, second: float) -> None:
        """Text stands up to this second."""
        self._at = time.monotonic()
        self._reached = second
        if self._first is None:
            # What was typed while it was spoken came for nothing, and says nothing of the pace.
            self._first = (second, self._at)

    def end(self) -> None:
        """All text stands."""
        self._usual = self._now or self._usual

    @property
    def seconds_left(self) -> float | None:
        """None while nobody knows, for it was never typed here before."""
        pace = self._now or self._usual
        if pace is None:
            return None
        since = time.monotonic() - self._at
        return max(0.0, (self._whole - self._reached) * pace - since)

    @property
    def _now(self) -> float | None:
        """The pace of this typing; None before it has typed two pieces."""
        if self._first is None or self._reached <= self._first[0]:
            return None
        second, moment = self._first
        return (self._at - moment) / (self._reached - second)


def seconds_left(taken: float, came: int, rest: int) -> float | None:
    """By the pace until now, of bytes; None while nobody knows."""
    return rest * taken / came if taken >= _ENOUGH and came > 0 else None
