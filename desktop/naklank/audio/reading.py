"""Any sound file as mono samples."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Final

from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from av import AudioFrame, AudioResampler
    from av.container import InputContainer
    from numpy.typing import NDArray

LONGEST: Final = 600.0
"""Seconds. A summary takes one to two minutes; ten is a whole consult, which this is not for."""

LOST_TAIL: Final = 0.5
"""Seconds by which a file may fall short of the length it states before it counts as cut off."""

_STATE_LENGTH: Final = frozenset({"flac", "mov,mp4,m4a,3gp,3g2,mj2"})
"""Formats whose header tells the length exactly; an MP3's is an estimate."""

_RIFF_HEADER: Final = 12
_CHUNK_HEADER: Final = 8
"""Bytes at the head of a WAV file and of each chunk in it."""

_UNKNOWN_SIZES: Final = (0, 0xFFFFFFFF)
"""What a recorder writes that never came to finish the header; its sound is whole."""


def read_sound(file: Path, longest: float = LONGEST) -> Sound:
    """The sound of a WAV, FLAC, MP3, OGG/Opus or M4A file, mixed to mono at its own rate.

    Raises NO_SUCH_FILE, FILE_NOT_READABLE, NOT_SOUND, SOUND_DAMAGED (a file that is cut off or
    broken half-way: a part would pass for the whole) or SOUND_TOO_LONG.
    """
    import av

    try:
        with av.open(str(file), options={"protocol_whitelist": "file"}) as container:
            return _read(container, longest)
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
    import av
    import numpy as np

    if sound.rate == rate or not len(sound.samples):
        return Sound(sound.samples, rate)
    frame = av.AudioFrame.from_ndarray(sound.samples[np.newaxis], format="flt", layout="mono")
    frame.sample_rate = sound.rate
    resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
    pieces = [piece.to_ndarray()[0] for part in (frame, None) for piece in resampler.resample(part)]
    return Sound(np.concatenate(pieces), rate)


def _read(container: InputContainer, longest: float) -> Sound:
    import av
    import numpy as np

    if not container.streams.audio:
        raise NaklankError(ErrorCode.NOT_SOUND)
    stream = container.streams.audio[0]
    rate = stream.rate
    resampler = av.AudioResampler(format="fltp", rate=rate)
    pieces: list[NDArray[np.float32]] = []
    count = 0
    for frame in _frames(container):
        for piece in _mono(resampler, frame):
            pieces.append(piece)
            count += len(piece)
        if count > longest * rate:
            raise NaklankError(ErrorCode.SOUND_TOO_LONG)
    pieces += _mono(resampler, None)
    sound = Sound(np.concatenate([np.empty(0, np.float32), *pieces]), rate)
    _check_length(container, sound)
    return sound


def _frames(container: InputContainer) -> Iterator[AudioFrame]:
    """The frames of the first audio stream; a broken packet after good ones is damage."""
    import av

    begun = False
    try:
        for frame in container.decode(audio=0):
            begun = True
            yield frame
    except av.FFmpegError as error:
        code = ErrorCode.SOUND_DAMAGED if begun else ErrorCode.NOT_SOUND
        raise NaklankError(code) from error


def _mono(resampler: AudioResampler, frame: AudioFrame | None) -> list[NDArray[np.float32]]:
    """The mean of all channels; FFmpeg's own mix adds them up and can clip."""
    return [piece.to_ndarray().mean(axis=0) for piece in resampler.resample(frame)]


def _check_length(container: InputContainer, sound: Sound) -> None:
    """Refuse a file that ends before it says it does."""
    import av

    name = container.format.name
    if name == "wav":
        lost = _wav_bytes_lost(Path(container.name)) > 0
    elif name in _STATE_LENGTH and container.duration is not None:
        lost = container.duration / av.time_base - sound.seconds > LOST_TAIL
    else:
        lost = False
    if lost:
        raise NaklankError(ErrorCode.SOUND_DAMAGED)


def _wav_bytes_lost(file: Path) -> int:
    """By how many bytes a WAV is shorter than its header says; FFmpeg reads on without a word."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        stream.seek(_RIFF_HEADER)
        while len(head := stream.read(_CHUNK_HEADER)) == _CHUNK_HEADER:
            name, stated = struct.unpack("<4sI", head)
            if name == b"data":
                return 0 if stated in _UNKNOWN_SIZES else stated - (size - stream.tell())
            stream.seek(stated + stated % 2, os.SEEK_CUR)
    return 0
