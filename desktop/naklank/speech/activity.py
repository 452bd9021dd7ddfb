"""Where somebody speaks: Silero's voice activity detector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.transcript import Stretch
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from naklank.speech.engine import Samples

LONGEST_STRETCH: Final = 20.0
"""Seconds; somebody who never pauses is cut at the slightest rest before this."""


def find_speech(samples: Samples) -> tuple[Stretch, ...]:
    """The stretches with speech in mono 16 kHz sound, in order, apart by at least 0.3 s."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(
        threshold=0.4,
        min_speech_duration_ms=150,
        max_speech_duration_s=LONGEST_STRETCH,
        min_silence_duration_ms=300,
        speech_pad_ms=100,
    )
    return tuple(
        Stretch(found["start"] / SAMPLE_RATE, found["end"] / SAMPLE_RATE)
        for found in get_speech_timestamps(samples, options)
    )
