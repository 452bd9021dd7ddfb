"""Where somebody speaks: Silero's voice activity detector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.transcript import Stretch
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from naklank.speech.engine import Samples

THRESHOLD: Final = 0.4
"""Probability from which on the detector's verdict counts as speech."""

LONGEST_STRETCH: Final = 20.0
"""Seconds; somebody who never pauses is cut at the slightest rest before this."""

SETTLED: Final = 1.0
"""Seconds after which a stretch that ended, or a silence, is not looked at again."""


def find_speech(samples: Samples) -> tuple[Stretch, ...]:
    """The stretches with speech in mono 16 kHz sound, in order, apart by at least 0.3 s.

    One that lasts to the end of the sound ends there.
    """
    return detected(
        samples,
        min_speech_duration_ms=150,
        max_speech_duration_s=LONGEST_STRETCH,
        min_silence_duration_ms=300,
        speech_pad_ms=100,
    )


def detected(samples: Samples, **options: float) -> tuple[Stretch, ...]:
    """What Silero's detector takes for speech in mono 16 kHz sound, in order.

    `options` are those of faster-whisper's `VadOptions`.
    """
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    found_by = VadOptions(threshold=THRESHOLD, **options)
    return tuple(
        Stretch(found["start"] / SAMPLE_RATE, found["end"] / SAMPLE_RATE)
        for found in get_speech_timestamps(samples, found_by)
    )


class Activity:
    """The stretches of a recording that grows; what has settled is not computed again."""

    def __init__(self) -> None:
        self._settled: list[Stretch] = []
        self._open: tuple[Stretch, ...] = ()
        self._from = 0
        """The first sample that is still looked at."""

    @property
    def speech(self) -> tuple[Stretch, ...]:
        """In seconds from the start of the recording."""
        return (*self._settled, *self._open)

    def look(self, samples: Samples) -> None:
        """Find the speech in the whole recording so far: mono, 16 kHz, from its first sample."""
        begin = self._from / SAMPLE_RATE
        heard = len(samples) / SAMPLE_RATE
        found = [
            Stretch(begin + stretch.start, begin + stretch.end)
            for stretch in find_speech(samples[self._from :])
        ]
        while found and found[0].end < heard - SETTLED:
            self._settled.append(found.pop(0))
            begin = self._settled[-1].end
        # The detector needs a moment of what comes before.
        next_start = found[0].start if found else heard
        self._from = round(max(begin, next_start - SETTLED) * SAMPLE_RATE)
        self._open = tuple(found)
