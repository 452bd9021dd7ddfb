"""What every engine can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from naklank.core.transcript import Language, Segment

    Samples = NDArray[np.float32]
    """One row, mono, from -1 to 1; at `SAMPLE_RATE` where nothing else is said."""

SAMPLE_RATE: Final = 16_000
"""Hertz; what Whisper hears."""

DECODING: Final[Mapping[str, Any]] = {
    # Tried in turn where the text looks like a loop; higher ones invent more than they repair.
    "temperature": (0.0, 0.2, 0.4),
    "condition_on_previous_text": False,
    # By this alone, however likely the words seem: on speech it stays below 0.4, also in noise; on
    # silence and babble it is mostly above (measured with base).
    "no_speech_threshold": 0.5,
    "word_timestamps": True,
}
"""How both engines decode: they name these options alike."""


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ways to decode a span; what one of them swallows another may hear."""

    beam_size: int = 5
    hotwords: tuple[str, ...] = ()
    """Words to expect. They may come back where nobody said them: see the guards."""


FIRST_WAY: Final = Way()


class Engine(Protocol):
    """A loaded model."""

    def decode(self, samples: Samples, language: Language, way: Way = ...) -> tuple[Segment, ...]:
        """The words of one span: mono, 16 kHz, at most 30 s; times count from its start."""
        ...
