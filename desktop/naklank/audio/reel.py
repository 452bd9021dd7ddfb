"""Sound on its way to a loudspeaker, and how much of it was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from naklank.audio.sound import Sound

MARGIN: Final = 0.1
"""Seconds of silence behind the end, should the system count its delay short."""

LONGEST_DELAY: Final = 2.0
"""Seconds; a system that says more does not know."""

RUSHED: Final = 0.8
"""The part of its own length that what was played takes at least."""

_WIDTH: Final = 4
"""Bytes in a sample."""


class Reel:
    """Gives sound out block by block, and silence behind it; `fill` is a `Fill`."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._given = 0
        self._begin: float | None = None
        self._elapsed = 0.0
        self._heard = 0.0

    def fill(self, frames: int, delay: float, now: float) -> bytes:
        """As `Fill` says, in 32-bit floats; on PortAudio's own thread: nothing here may wait."""
        if self._begin is None:
            self._begin = now
        self._elapsed = now - self._begin
        # What is given now sounds after the delay, so what was given before it is on its way.
        on_its_way = min(max(delay, 0.0), LONGEST_DELAY)
        self._heard = max(self._heard, self._given / self._sound.rate - on_its_way)
        piece = self._sound.samples[self._given : self._given + frames].tobytes()
        self._given += frames
        return piece.ljust(frames * _WIDTH, b"\0")

    @property
    def heard(self) -> float:
        """Seconds that sounded, with the silence behind the end; grows as long as it is played."""
        return self._heard

    @property
    def part_heard(self) -> float:
        """From 0 to 1."""
        return min(1.0, self._heard / self._sound.seconds)

    @property
    def is_through(self) -> bool:
        """Whether all of it sounded, and `MARGIN` seconds of silence behind it."""
        return self._heard >= self._sound.seconds + MARGIN

    @property
    def is_rushed(self) -> bool:
        """Whether an output swallowed what it was given faster than a loudspeaker can."""
        return self._elapsed < RUSHED * min(self._heard, self._sound.seconds)
