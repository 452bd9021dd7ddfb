"""The sound as it goes home: evened, and between an opening and a closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.audio.loudness import evened
from naklank.audio.reading import resample
from naklank.audio.sound import FULL_SCALE, Sound
from naklank.core.voice import Clip, HomeSound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.voice import Ends

REST: Final = 0.6
"""Seconds of silence between the summary and what stands around it: so that nobody takes the one
for a part of the other."""

PAUSE: Final = 0.3
"""Seconds between two pieces, where one listens how they were cut."""


def home_sound(said: Sound, ends: Ends) -> HomeSound:
    """A recording between its ends, `REST` seconds apart, at its own rate and evened.

    The ends were evened when they were recorded, and the recording is now: each by itself, for they
    were spoken on different days before different microphones. Ends of another rate get the
    recording's.
    """
    import numpy as np

    rest = np.zeros(round(REST * said.rate), np.float32)
    opening, closing = (
        in_a_row(clips, said.rate).samples for clips in (ends.opening, ends.closing)
    )
    before = [opening, rest] if len(opening) else []
    behind = [rest, closing] if len(closing) else []
    samples = np.concatenate([*before, evened(said).samples, *behind])
    start = sum(map(len, before)) / said.rate
    return HomeSound(as_clip(Sound(samples, said.rate)), start)


def in_a_row(clips: Sequence[Clip], rate: int, pause: float = 0.0) -> Sound:
    """Clips behind each other at `rate` hertz, with `pause` seconds of silence between them.

    Without any they flow: each was cut with a little room at both ends.
    """
    import numpy as np

    silence = np.zeros(round(pause * rate), np.float32)
    pieces = [resample(as_sound(clip), rate).samples for clip in clips]
    row = [part for piece in pieces for part in (piece, silence)][:-1]
    return Sound(np.concatenate([np.empty(0, np.float32), *row]), rate)


def as_sound(clip: Clip) -> Sound:
    """A clip as 32-bit floats from -1 to 1, at its own rate."""
    return Sound.of_16_bits(clip.samples, clip.rate)


def as_clip(sound: Sound) -> Clip:
    """A sound in 16 bits, at its own rate; what is beyond full scale is held at it."""
    import numpy as np

    whole = np.rint(sound.samples * np.float32(FULL_SCALE))
    return Clip(np.clip(whole, -FULL_SCALE, FULL_SCALE - 1).astype("<i2").tobytes(), sound.rate)
