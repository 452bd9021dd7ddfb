"""The engines by name: each turns one span of sound into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from naklank.speech.engine import Engine

DEFAULT_ENGINE: Final = "faster-whisper"


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
