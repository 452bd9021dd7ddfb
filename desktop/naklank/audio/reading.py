"""Any sound file as mono samples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.audio.sound import Sound
from naklank.audio.wholeness import is_cut_off
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from av import AudioFrame, AudioResampler
    from av.container import InputContainer
    from numpy.typing import NDArray

LONGEST: Final = 600.0
"""Seconds. A summary takes one to two minutes; ten is a whole consult, which this is not for."""

HIGHEST_RATE: Final = 48_000
"""Hertz; speech needs no more, and MP3 knows no more."""

READABLE: Final = {
    "protocol_whitelist": "file",
    "format_whitelist": "wav,flac,mp3,ogg,mov",
}
"""What may be opened: not the playlists, which would bring in the sound of other files."""


def read_sound(file: Path, longest: float = LONGEST) -> Sound:
    """The sound of a WAV, FLAC, MP3, OGG/Opus or M4A file, mixed to mono at its own rate.

    A rate above `HIGHEST_RATE` is brought down to it. Raises NO_SUCH_FILE, FILE_NOT_READABLE,
    NOT_SOUND, SOUND_TOO_LONG beyond `longest` seconds, or SOUND_DAMAGED for a file that is broken
    half-way or, as far as its format can tell, cut off: a part would pass for the whole.
    """
    import av

    try:
        return _open(file, longest)
    except FileNotFoundError as error:
        raise NaklankError(ErrorCode.NO_SUCH_FILE, file=str(file)) from error
    except PermissionError as error:
        raise NaklankError(ErrorCode.FILE_NOT_READABLE, file=str(file)) from error
    except NaklankError as error:
        raise NaklankError(error.code, file=str(file), **error.details) from error
    except (OSError, ValueError, av.FFmpegError) as error:
        raise NaklankError(ErrorCode.NOT_SOUND, file=str(file)) from error


def resample(sound: Sound, rate: int) -> Sound:
    """The same sound at another rate, in hertz."""
    import numpy as np

    if sound.rate == rate or not len(sound.samples):
        return Sound(sound.samples, rate)
    resampler = Resampler(sound.rate, rate)
    return Sound(np.concatenate([resampler(sound.samples), resampler(None)]), rate)


class Resampler:
    """Resamples mono 32-bit floats that come in pieces, from one rate in hertz to another."""

    def __init__(self, rate: int, new_rate: int) -> None:
        import av

        self._rate = rate
        self._resampler = av.AudioResampler(format="flt", layout="mono", rate=new_rate)

    def __call__(self, samples: NDArray[np.float32] | None) -> NDArray[np.float32]:
        """The next samples, or None for the rest; what of it is ready at the new rate."""
        import av
        import numpy as np

        frame = None
        if samples is not None:
            if not len(samples):
                return np.empty(0, np.float32)
            frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="flt", layout="mono")
            frame.sample_rate = self._rate
        pieces = [piece.to_ndarray()[0] for piece in self._resampler.resample(frame)]
        return np.concatenate([np.empty(0, np.float32), *pieces])


def _open(file: Path, longest: float) -> Sound:
    import av

    if file.exists() and not file.is_file():  # a pipe would never end
        raise NaklankError(ErrorCode.NOT_SOUND)
    with av.open(f"file:{file}", options=READABLE) as container:
        sound = _read(container, longest)
        name = container.format.name
        stated = _stated_seconds(container)
    if is_cut_off(file, name, stated, sound.seconds):
        raise NaklankError(ErrorCode.SOUND_DAMAGED)
    return sound


def _read(container: InputContainer, longest: float) -> Sound:
    import av
    import numpy as np

    if not container.streams.audio:
        raise NaklankError(ErrorCode.NOT_SOUND)
    stream = container.streams.audio[0]
    rate = min(stream.rate, HIGHEST_RATE)
    resampler = av.AudioResampler(format="flt", rate=rate)
    pieces: list[NDArray[np.float32]] = []
    count = 0
    for frame in _frames(container):
        for piece in _mono(resampler, frame):
            pieces.append(piece)
            count += len(piece)
        if count > longest * rate:
            raise NaklankError(ErrorCode.SOUND_TOO_LONG)
    pieces += _mono(resampler, None)
    samples = np.concatenate([np.empty(0, np.float32), *pieces])
    if not np.isfinite(samples).all():
        raise NaklankError(ErrorCode.SOUND_DAMAGED)
    return Sound(samples, rate)


def _stated_seconds(container: InputContainer) -> float | None:
    """The length of the sound by its header; a film's own length can be another."""
    import av

    stream = container.streams.audio[0]
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    return None if container.duration is None else container.duration / av.time_base


def _frames(container: InputContainer) -> Iterator[AudioFrame]:
    """The frames of the first audio stream; a broken packet after good ones is damage.

    Not behind the last frame of an MP3: tags and padding stand there, which FFmpeg tries to play.
    """
    import av

    begun = broken = False
    for packet in container.demux(audio=0):
        try:
            frames = packet.decode()
        except av.FFmpegError as error:
            if not begun:
                raise NaklankError(ErrorCode.NOT_SOUND) from error
            if container.format.name != "mp3":
                raise NaklankError(ErrorCode.SOUND_DAMAGED) from error
            broken = True
            continue
        if frames and broken:
            raise NaklankError(ErrorCode.SOUND_DAMAGED)
        for frame in frames:
            begun = True
            yield frame


def _mono(resampler: AudioResampler, frame: AudioFrame | None) -> list[NDArray[np.float32]]:
    """The mean of all channels; FFmpeg's own mix adds them up and can clip."""
    # Interleaved: of more than eight channels PyAV reads separate planes out of bounds.
    return [
        piece.to_ndarray().reshape(-1, piece.layout.nb_channels).mean(axis=1, dtype="float32")
        for piece in resampler.resample(frame)
    ]
