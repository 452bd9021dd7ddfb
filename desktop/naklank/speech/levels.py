"""How loud sound is, moment by moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from naklank.speech.engine import Samples

SILENCE: Final = -120.0
"""dBFS, for sound that is all zeros."""


def levels_of(samples: Samples, frame: float) -> list[float]:
    """The level of each frame of so many seconds, dBFS RMS; mono sound at 16 kHz.

    `SILENCE` at least; what is left behind the last whole frame is not told.
    """
    import numpy as np

    size = round(frame * SAMPLE_RATE)
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    power = np.mean(np.square(frames, dtype=np.float64), axis=1)
    levels: list[float] = (10 * np.log10(np.maximum(power, 10 ** (SILENCE / 10)))).tolist()
    return levels
