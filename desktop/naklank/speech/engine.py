"""What every engine can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from naklank.core.transcript import Language, Segment

    Samples = NDArray[np.float32]

SAMPLE_RATE: Final = 16_000
"""Hertz; what Whisper hears."""

BEAM_SIZE: Final = 5

TEMPERATURES: Final = (0.0, 0.2, 0.4)
"""Tried in turn where the text looks like a loop; higher ones invent more than they repair."""


class Engine(Protocol):
    """A loaded model."""

    def decode(self, samples: Samples, language: Language) -> tuple[Segment, ...]:
        """The words of one span: mono, 16 kHz, at most 30 s; times count from its start."""
        ...
