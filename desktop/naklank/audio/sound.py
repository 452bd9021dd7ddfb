"""A recording in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FULL_SCALE: Final = 32_768
"""What 1.0 is in 16 bits; the largest positive sample is one less."""


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Mono samples, 32-bit floats from -1 to 1, at `rate` hertz."""

    samples: NDArray[np.float32]
    rate: int

    @classmethod
    def of_16_bits(cls, samples: bytes, rate: int) -> Sound:
        """Of mono 16-bit samples, little-endian."""
        import numpy as np

        whole = np.frombuffer(samples, "<i2").astype(np.float32)
        return cls(whole / np.float32(FULL_SCALE), rate)

    @property
    def seconds(self) -> float:
        """How long it lasts at its own rate."""
        return len(self.samples) / self.rate
