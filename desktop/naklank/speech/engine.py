"""What every engine can do, and how it is found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from naklank.core.transcript import Language, Segment

    Samples = NDArray[np.float32]

SAMPLE_RATE: Final = 16_000
"""Hertz; what Whisper hears."""

DEFAULT_ENGINE: Final = "faster-whisper"


class Engine(Protocol):
    """A loaded model."""

    def decode(self, samples: Samples, language: Language) -> tuple[Segment, ...]:
        """The words of one span: mono, 16 kHz, at most 30 s; times count from its start."""
        ...


def _load_faster_whisper(model: Path) -> Engine:
    from naklank.speech.engines.faster_whisper import FasterWhisper

    return FasterWhisper(model)


def _load_openai_whisper(model: Path) -> Engine:
    from naklank.speech.engines.openai_whisper import OpenaiWhisper

    return OpenaiWhisper(model)


ENGINES: Final[Mapping[str, Callable[[Path], Engine]]] = {
    DEFAULT_ENGINE: _load_faster_whisper,
    "openai-whisper": _load_openai_whisper,
}
"""For each engine's name what loads it from a folder of checked CTranslate2 weights.

Raises ENGINE_MISSING where its library is not installed, ENGINE_UNUSABLE where it does not run.
"""
