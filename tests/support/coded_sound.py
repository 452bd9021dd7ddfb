"""A microphone whose every sample tells its place, so that what comes back can be compared."""

from __future__ import annotations

import numpy as np

from support.fake_sound import FakeSoundCard


def coded(start: int, frames: int) -> bytes:
    """The samples from this place on: no two stretches of a page's length are the same.

    The places hashed as by SplitMix64 (Steele and others, 2014), upper 16 bits.
    """
    place = np.arange(start, start + frames, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    place = (place ^ (place >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    place = (place ^ (place >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((place ^ (place >> np.uint64(31))) >> np.uint64(48)).astype("<u2").tobytes()


class CodedSoundCard(FakeSoundCard):
    """Its microphones speak on and on, each where the one before left off."""

    def __init__(self, rate: int, pace: float = 1.0) -> None:
        super().__init__(pace=pace)
        self.rate = rate
        self._place = 0

    def hear(self, frames: int) -> bytes:
        start, self._place = self._place, self._place + frames
        return coded(start, frames)
