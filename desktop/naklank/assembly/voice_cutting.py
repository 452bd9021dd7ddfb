"""What a doctor has read, cut at the pauses: microphone and speech detector together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.audio.home_sound import as_clip
from naklank.audio.loudness import evened
from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.pauses import find_words

if TYPE_CHECKING:
    from naklank.core.recording import SoundFile
    from naklank.core.transcript import Stretch
    from naklank.core.voice import Clip, VoicePart

FADE: Final = 0.01
"""Seconds in which a piece comes up and goes down: a cut in a room's hum would click."""


class PauseCutter:
    """The port `VoiceCutter`."""

    def cut(self, file: SoundFile, part: VoicePart) -> tuple[Clip, ...]:
        """As many pieces as the part has, evened together, in the order in which they were said.

        Raises VOICE_NOT_HEARD, VOICE_PIECES, NO_SUCH_FILE, FILE_NOT_READABLE or
        RECORDING_UNREADABLE.
        """
        sound = evened(read_takes([file]))
        words = find_words(resample(sound, SAMPLE_RATE).samples, part.pieces)
        return tuple(as_clip(_piece(sound, word)) for word in words)


def _piece(sound: Sound, stretch: Stretch) -> Sound:
    import numpy as np

    first, end = (round(second * sound.rate) for second in (stretch.start, stretch.end))
    samples = sound.samples[first:end].copy()
    ramp = np.linspace(0.0, 1.0, min(round(FADE * sound.rate), len(samples)), dtype=np.float32)
    samples[: len(ramp)] *= ramp
    samples[len(samples) - len(ramp) :] *= ramp[::-1]
    return Sound(samples, sound.rate)
