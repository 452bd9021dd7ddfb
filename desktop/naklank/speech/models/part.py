"""The part of a file that came so far, kept from one try and one start to the next."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.speech.models.catalogue import ModelFile

_CHUNK: Final = 4_194_304
"""Bytes that are hashed between two turns."""


class Part:
    """One file of a model in the folder of a download. Everything may raise OSError."""

    def __init__(self, file: ModelFile, folder: Path) -> None:
        self._whole = folder / file.name
        self._part = folder / file.part
        self._file = file

    @property
    def size(self) -> int:
        """Bytes of the part."""
        return _size(self._part)

    @property
    def so_far(self) -> int:
        """Bytes of the part, or of the whole file."""
        return min(self.size or _size(self._whole), self._file.largest)

    @property
    def is_long_enough(self) -> bool:
        """Whether nothing is left to fetch; never of a file whose size nobody knows."""
        return self._file.size is not None and self.size >= self._file.size

    async def is_whole(self) -> bool:
        """Whether the file has its name and the right bytes; wrong ones are thrown away."""
        if await _hash(self._whole) == self._file.sha256:
            return True
        self._whole.unlink(missing_ok=True)
        return False

    @contextlib.contextmanager
    def open(self, *, anew: bool) -> Iterator[IO[bytes]]:
        """To write behind what is there, or from the beginning; on the disk afterwards."""
        with self._part.open("wb" if anew else "ab") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def room(self, stream: IO[bytes]) -> int:
        """Bytes that may still be written: one too many shows that the file is another one."""
        return max(self._file.largest + 1 - stream.tell(), 0)

    async def finish(self) -> str:
        """Give the part its name if its bytes are right, else throw it away; its hash."""
        found = await _hash(self._part)
        if found == self._file.sha256:
            self._part.replace(self._whole)
        else:
            self.discard()
        return found

    def discard(self) -> None:
        """Remove what came so far; nothing happens where there is none."""
        self._part.unlink(missing_ok=True)


async def _hash(path: Path) -> str:
    """The hash in hexadecimal, read in turns with whoever may stop it."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:  # noqa: ASYNC230, PTH123 - a turn is some milliseconds
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                await asyncio.sleep(0)
    except FileNotFoundError:
        return "-"
    return digest.hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
