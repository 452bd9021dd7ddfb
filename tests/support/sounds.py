"""Sound files of every kind, made on the spot."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import av
import numpy as np

from naklank.audio.reading import Resampler, resample
from naklank.audio.spool import Spool
from naklank.core.recording import SoundFile
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from naklank.audio.sound import Sound

KEY = bytes(range(32))
"""Of a session that tests make."""

CODECS = {
    "wav": "pcm_s16le",
    "flac": "flac",
    "mp3": "libmp3lame",
    "ogg": "libopus",
    "opus": "libopus",
    "m4a": "aac",
}


def to_whisper(rate: int) -> Resampler:
    """A resampler from this rate to the one that Whisper hears."""
    return Resampler(rate, SAMPLE_RATE)


def tone(seconds: float, rate: int, hertz: float = 440.0) -> NDArray[np.float32]:
    """A sine at a quarter of full scale."""
    time = np.arange(round(seconds * rate)) / rate
    return (0.25 * np.sin(2 * math.pi * hertz * time)).astype(np.float32)


def write_sound(file: Path, channels: NDArray[np.float32], rate: int) -> Path:
    """Write channels x samples by FFmpeg in the format of the file's ending."""
    channels = np.atleast_2d(channels)
    layout = "mono" if len(channels) == 1 else "stereo"
    with av.open(str(file), "w") as container:
        stream = container.add_stream(CODECS[file.suffix[1:]], rate=rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = layout
        frame = av.AudioFrame.from_ndarray(channels, format="fltp", layout=layout)
        frame.sample_rate = rate
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file


def as_take(path: Path, sound: Sound, key: bytes = KEY) -> SoundFile:
    """The sound as the recorder leaves it."""
    file = SoundFile(path, key)
    spool = Spool(file, sound.rate)
    spool.append((sound.samples * 32767).astype("<i2").tobytes())
    spool.close()
    return file


def correlation(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """How alike two recordings of the same length and rate are; 1 is the same."""
    length = min(len(one), len(other))
    return float(np.corrcoef(one[:length], other[:length])[0, 1])


def part_found(part: Sound, whole: Sound) -> float:
    """How well a sound is found anywhere in another; 1 is the same.

    The correlation at the best lag, at 16 kHz.
    """
    wanted, heard = (resample(sound, 16_000).samples for sound in (part, whole))
    size = len(wanted) + len(heard)
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size))
    lag = int(np.argmax(np.fft.irfft(spectrum, size)[: len(heard)]))
    return correlation(wanted, heard[lag:]) if len(heard) - lag >= 0.9 * len(wanted) else 0.0
