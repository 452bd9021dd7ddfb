"""The file of the journal, as bytes: what reaches the disk, and in which order."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, writing_failed
from naklank.foundation.durable import PRIVATE_FOLDER, private, sync_folder
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import FileIO
    from pathlib import Path

TAIL: Final = 65_536
"""Bytes that certainly hold the last line."""


class JournalFile:
    """Every method raises DISK_FULL or DATA_NOT_WRITABLE."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """The folder is there, and nobody else writes in it: on Windows by the app's own lock."""
        folder = self._file.parent
        with contextlib.ExitStack() as stack:
            with self._translated():
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
                if sys.platform != "win32":
                    import fcntl

                    handle = os.open(folder, os.O_RDONLY)
                    stack.callback(os.close, handle)
                    fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def read(self) -> bytes:
        """All of it; nothing where there is no file."""
        with self._translated(), contextlib.suppress(FileNotFoundError):
            return self._file.read_bytes()
        return b""

    def tail(self) -> bytes:
        """The last lines: a journal of years is not read for each new one."""
        with (
            self._translated(),
            contextlib.suppress(FileNotFoundError),
            self._file.open("rb") as stream,
        ):
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - TAIL))
            data = stream.read()
            return data if size <= TAIL else data[data.find(b"\n") + 1 :]
        return b""

    def mend(self, torn: int, *, is_lost: bool) -> None:
        """Take half a line away that nobody was promised; of one that counted the rest stays."""
        if not torn:
            return
        with self._translated(), self._file.open("r+b") as stream:
            end = stream.seek(0, os.SEEK_END)
            if is_lost:
                stream.write(b"\n")
            else:
                stream.truncate(end - torn)

    def append(self, line: bytes, then: Callable[[], object]) -> None:
        """Have the line on the disk, and then do what belongs to it; neither where one fails."""
        with (
            self._translated(),
            open(self._file, "ab", buffering=0, opener=private) as stream,
        ):
            size = stream.seek(0, os.SEEK_END)
            try:
                _write(stream, line)
                if not size:
                    sync_folder(self._file.parent)
                then()
            except BaseException:
                with contextlib.suppress(OSError):
                    stream.truncate(size)
                raise

    def replace(self, data: bytes) -> None:
        """These bytes instead of the others, whole or not at all."""
        replace_file(self._file, data)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            folder = self._file.parent
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, folder) from error


def _write(stream: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]
    os.fsync(stream.fileno())
