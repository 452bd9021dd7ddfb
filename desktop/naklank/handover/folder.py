"""A set of files written to a folder: all of them, or none."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Mapping


def prepare_folder(folder: Path) -> None:
    """Make the folder and prove that it takes a file, before minutes of work.

    Raises FOLDER_NOT_WRITABLE or DISK_FULL.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"naklank")
    except OSError as error:
        raise _translated(error, folder) from error


def write_set(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files by their names, replacing those of an earlier set.

    Each is written beside its place, synced and read back; only when all are right do they take
    their names. Raises FOLDER_NOT_WRITABLE or DISK_FULL; an earlier set is then still whole.
    """
    try:
        for name in files:
            _check_replaceable(folder / name)
        with tempfile.TemporaryDirectory(prefix=".naklank-", dir=folder) as temporary:
            written = [_write(Path(temporary) / name, data) for name, data in files.items()]
            for file in written:
                file.replace(folder / file.name)
        _sync_folder(folder)
    except OSError as error:
        raise _translated(error, folder) from error


def _check_replaceable(file: Path) -> None:
    """Refuse a folder of this name, and a file that another program holds: Word on Windows."""
    with contextlib.suppress(FileNotFoundError):
        file.open("r+b").close()


def _write(file: Path, data: bytes) -> Path:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if file.read_bytes() != data:
        raise OSError(errno.EIO, "read back differently")
    return file


def _sync_folder(folder: Path) -> None:
    """Make the new names survive a power cut; Windows and some file systems cannot do it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _translated(error: OSError, folder: Path) -> NaklankError:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    code = ErrorCode.DISK_FULL if full else ErrorCode.FOLDER_NOT_WRITABLE
    return NaklankError(code, folder=str(folder))
