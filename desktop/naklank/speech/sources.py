"""What the typist needs of other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from naklank.core.errors import NaklankError
    from naklank.core.recording import SoundFile
    from naklank.core.transcript import Language
    from naklank.speech.engine import Samples
    from naklank.speech.hearing import Resample


@dataclass(frozen=True, slots=True)
class TypingModel:
    """The folder of a checked model; `notice` says that it stands in for the chosen one."""

    folder: Path
    notice: NaklankError | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """What the typist needs of other rooms.

    `model` gives the checked model to load, `samples` takes as one recording: mono, 16 kHz;
    `resampler` a resampler to 16 kHz for sound of a rate, `hotwords` what the engine may expect
    beside a language's own words.
    """

    model: Callable[[], TypingModel]
    samples: Callable[[Sequence[SoundFile]], Samples]
    resampler: Callable[[int], Resample]
    hotwords: Callable[[Language, tuple[str, ...]], tuple[str, ...]] = lambda _language, own: own
