"""Sound that comes in piece by piece, as one array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from naklank.speech.engine import Samples

_FIRST_ROOM: Final = 2**20
"""Samples: a minute at 16 kHz."""


class GrowingSound:
    """Grows by doubling, so that a long recording is not copied for each piece."""

    def __init__(self) -> None:
        import numpy as np

        self._room = np.empty(_FIRST_ROOM, np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def samples(self) -> Samples:
        """All that came so far; valid until the next piece."""
        return self._room[: self._count]

    def add(self, samples: Samples) -> None:
        """Put a copy behind what came so far: mono, at the rate of the rest."""
        import numpy as np

        end = self._count + len(samples)
        if end > len(self._room):
            room = np.empty(max(end, 2 * len(self._room)), np.float32)
            room[: self._count] = self.samples
            self._room = room
        self._room[self._count : end] = samples
        self._count = end
