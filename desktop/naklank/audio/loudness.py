"""The loudness of speech that goes home, evened for a telephone on the kitchen table."""

from __future__ import annotations

from typing import Final

from naklank.audio.filtering import filtered, filtered_frames
from naklank.audio.sound import Sound

TARGET: Final = -18.0
"""LUFS, measured as EBU R 128 does. Its own -23 is for broadcast; for speech that people play on
telephones AES TD1008 (2021) asks -18."""

CEILING: Final = -1.5
"""dB below full scale that no sample goes beyond: an MP3 overshoots its source a little."""

MOST: Final = 30.0
"""dB that a recording is raised at most: of what is softer than that, the noise would be heard."""

_SILENT: Final = -69.0
"""LUFS at which, by EBU R 128, there is nothing to measure."""


def evened(sound: Sound) -> Sound:
    """The same sound at `TARGET` LUFS, raised by at most `MOST` dB; to the sample as long.

    One gain for all of it, so that what was said softly stays softer; peaks are held below
    `CEILING` without clipping. Sound without anything to measure stays as it is.
    """
    import numpy as np

    loudness = integrated_loudness(sound)
    if loudness is None:
        return sound
    gain = min(TARGET - loudness, MOST)
    limit = 10 ** (CEILING / 20)
    # `latency` gives the limiter's delay back; without it the sound would start 5 ms late.
    made = filtered(
        sound,
        ("volume", f"{gain:.2f}dB"),
        ("alimiter", f"limit={limit:.4f}:level=false:latency=true"),
    ).samples
    count = len(sound.samples)
    return Sound(np.pad(made[:count], (0, max(0, count - len(made)))), sound.rate)


def integrated_loudness(sound: Sound) -> float | None:
    """LUFS by EBU R 128; None where it is silent or shorter than 0.4 s."""
    frames = filtered_frames(sound, ("ebur128", "metadata=1"))
    told = [frame.metadata.get("lavfi.r128.I") for frame in frames]
    last = next((float(one) for one in reversed(told) if one), _SILENT)
    return None if last <= _SILENT else last
