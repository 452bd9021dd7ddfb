"""Whether the speaker rests."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from naklank.core.recording import Level

REST: Final = 0.6
"""Seconds without a word after which somebody who presses stop has said the last one."""

MEMORY: Final = 15.0
"""Seconds over which the loudest moment counts as the voice."""

FALL: Final = 20.0
"""Decibels by which a rest is softer than the voice."""


class Rest:
    """Compares the last moments with those before."""

    def __init__(self) -> None:
        self._levels: deque[Level] = deque()

    def hear(self, level: Level) -> None:
        """Take in the next level; levels come in the order of their seconds."""
        self._levels.append(level)
        while level.seconds - self._levels[0].seconds > MEMORY:
            self._levels.popleft()

    @property
    def is_resting(self) -> bool:
        """Whether nothing louder than a breath came for `REST` seconds, after a voice."""
        if not self._levels:
            return False
        now = self._levels[-1].seconds
        before = [one.peak for one in self._levels if one.seconds <= now - REST]
        since = [one.peak for one in self._levels if one.seconds > now - REST]
        return bool(before) and max(since) <= max(before) - FALL
