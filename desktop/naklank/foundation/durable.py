"""Bytes that are still there after a power cut."""

import contextlib
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")

PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
"""POSIX rights: its owner alone."""


_HELD: Final = frozenset({5, 32})
"""What Windows answers while another program has a file open: no access, or a sharing violation."""

_PATIENCE: Final = 1.0
"""Seconds that a scanner for viruses may hold a new file."""


class DifferentError(OSError):
    """The medium does not hold what was written."""


def write_synced(file: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file and have it on the disk; a new one gets these POSIX rights. Raises OSError."""
    with open(file, "wb", opener=lambda path, flags: os.open(path, flags, mode)) as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def check_read_back(file: Path, data: bytes) -> None:
    """Read a synced file again and compare.

    On Linux from the medium, as far as the drive has no memory of its own; where the system does
    not let itself be told, from its memory: what it took is then proved, and no more. Raises
    DifferentError or another OSError.
    """
    forget_cached(file)
    if file.read_bytes() != data:
        raise DifferentError(errno.EIO, "read back differently")


def when_free(move: Callable[[], T]) -> T:
    """Give a file or folder its name by `move`, also while a scanner looks into it on Windows.

    A scanner or a synchronising folder opens each new file for a moment, and Windows lets none
    be renamed meanwhile. Raises OSError.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return move()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() > end:
                raise
            time.sleep(0.02)


def forget_cached(file: Path) -> None:
    """Have the system read the medium again, where it lets itself be told. Raises OSError."""
    if hasattr(os, "posix_fadvise"):
        with file.open("rb") as stream:
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def private(path: str, flags: int) -> int:
    """An opener for `open`: a new file is its owner's alone from the first moment on."""
    return os.open(path, flags, PRIVATE_FILE)


def sync_folder(folder: Path) -> None:
    """Make new names survive a power cut, where the system can; never raises.

    Windows and some file systems cannot do it.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
