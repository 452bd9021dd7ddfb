"""The file into which a take is recorded: the one place that knows its format.

Mono samples of 16 bits, little-endian, and nothing else: what was written is whole at every moment.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from naklank.core.recording import SoundFile

_WIDTH: Final = 2
"""Bytes in a sample."""


class Spool:
    """A new file that grows; a file that exists already is never written over.

    Everything raises the OSError of the system.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        # Unbuffered: when the disk is full, what did fit is known.
        self._stream = file.open("xb", buffering=0)
        self._size = 0

    @property
    def frames(self) -> int:
        """How many samples were written so far."""
        return self._size // _WIDTH

    def append(self, samples: bytes) -> None:
        """Write samples behind the others; of those that do not fit the first ones stay."""
        rest = memoryview(samples)
        while rest:
            written = self._stream.write(rest)
            self._size += written
            rest = rest[written:]

    def sync(self) -> None:
        """Return when everything that was written is safe from a power cut."""
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        self._stream.close()

    def discard(self) -> None:
        """Close, and remove the file."""
        self._stream.close()
        self._file.unlink(missing_ok=True)


def read_takes(files: Sequence[SoundFile]) -> Sound:
    """The takes one behind the other, at the rate of the first.

    Raises NO_SUCH_FILE, FILE_NOT_READABLE or NOT_SOUND.
    """
    import numpy as np

    rate = files[0].rate if files else 1
    samples = [resample(_read(file), rate).samples for file in files]
    return Sound(np.concatenate([np.empty(0, np.float32), *samples]), rate)


def count_frames(file: SoundFile) -> int:
    """How many samples lie in a take's file; 0 where there is none."""
    try:
        return file.path.stat().st_size // _WIDTH
    except OSError:
        return 0


def _read(file: SoundFile) -> Sound:
    import numpy as np

    data = _bytes_of(file.path)
    whole = data[: len(data) // _WIDTH * _WIDTH]  # a power cut can tear the last sample
    return Sound(np.frombuffer(whole, "<i2").astype(np.float32) / np.float32(32768), file.rate)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NaklankError(ErrorCode.NO_SUCH_FILE, file=str(file)) from error
    except PermissionError as error:
        raise NaklankError(ErrorCode.FILE_NOT_READABLE, file=str(file)) from error
    except OSError as error:
        raise NaklankError(ErrorCode.NOT_SOUND, file=str(file)) from error
