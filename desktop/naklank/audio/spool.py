"""The file into which a take is recorded: the one place that knows its format.

Pages of 4096 bytes, each encrypted by itself under the session's key and bound to its place in its
file. So a torn write or a damaged sector costs one page, at most a quarter of a second, and no page
can be moved, left out in the middle or taken from another take unseen.

A page holds, little-endian: the sample rate (4 bytes), how many samples (2), whether it is the last
one (2), and mono 16-bit samples, with zeros up to the end. Raw, for every container loses more when
its writer is killed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Cause, Gap
from naklank.foundation.durable import forget_cached, private
from naklank.foundation.encryption import OVERHEAD, DamagedError, decrypt, encrypt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from naklank.core.recording import SoundFile

PAGE: Final = 4096
"""Bytes: a sector of today's disks, so that a write that is torn tears no other page."""

_HEAD: Final = struct.Struct("<IHH")
_WIDTH: Final = 2
"""Bytes in a sample."""

FRAMES: Final = (PAGE - OVERHEAD - _HEAD.size) // _WIDTH
"""Samples in a page: 42 ms at 48 kHz, a quarter of a second at 8 kHz."""


class Spool:
    """A new file that grows; a file that exists already is never written over.

    Everything raises the OSError of the system.
    """

    def __init__(self, file: SoundFile, rate: int) -> None:
        self._file = file
        self._rate = rate
        # Unbuffered: when the disk is full, what did fit is known.
        self._stream = open(file.path, "xb", buffering=0, opener=private)  # noqa: SIM115 - closed by `close`
        self._pages = 0
        self._waiting = bytearray()
        self._frames = 0
        self._hash = hashlib.sha256()

    @property
    def frames(self) -> int:
        """How many samples were taken so far; those of the page at hand are not on disk yet."""
        return self._frames

    def append(self, samples: bytes) -> None:
        """Take 16-bit samples behind the others, and write every page that is full."""
        self._hash.update(samples)
        self._frames += len(samples) // _WIDTH
        self._waiting += samples
        self._write_full_pages()

    def sync(self) -> None:
        """Return when every page that was written is safe from a power cut."""
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Write the rest and the mark of the end, and close; what is on disk is safe."""
        try:
            self._write_full_pages()  # those that an earlier failure left
            self._write_page(bytes(self._waiting), is_last=True)
            self.sync()
        finally:
            self._stream.close()

    def discard(self) -> None:
        """Close, and remove the file."""
        self._stream.close()
        self._file.path.unlink(missing_ok=True)

    def is_readable(self) -> bool:
        """Whether the closed file, read from the disk, holds to the sample what was taken."""
        forget_cached(self._file.path)
        content = read_spool(self._file)
        if content is None or not content.is_complete:
            return False
        return hashlib.sha256(content.samples).digest() == self._hash.digest()

    def _write_full_pages(self) -> None:
        while len(self._waiting) >= FRAMES * _WIDTH:
            self._write_page(bytes(self._waiting[: FRAMES * _WIDTH]), is_last=False)
            del self._waiting[: FRAMES * _WIDTH]

    def _write_page(self, samples: bytes, *, is_last: bool) -> None:
        head = _HEAD.pack(self._rate, len(samples) // _WIDTH, is_last)
        data = (head + samples).ljust(PAGE - OVERHEAD, b"\0")
        rest = memoryview(encrypt(self._file.key, data, _place(self._file.path, self._pages)))
        try:
            while rest:
                rest = rest[self._stream.write(rest) :]
        except OSError:
            with contextlib.suppress(OSError):
                self._stream.truncate(self._pages * PAGE)  # half a page is of no use to anybody
                self._stream.seek(0, os.SEEK_END)
            raise
        self._pages += 1


@dataclass(frozen=True, slots=True)
class Content:
    """Mono 16-bit samples of a take, little-endian, with silence where a page was damaged."""

    rate: int
    samples: bytes
    gaps: tuple[Gap, ...]
    is_complete: bool
    """Whether it ends where the recorder ended it; a crash cuts it off."""

    @property
    def frames(self) -> int:
        """How many samples there are, those of damaged pages among them."""
        return len(self.samples) // _WIDTH

    def part(self, frames: range) -> bytes:
        """The samples of these frames, as far as they are there."""
        return self.samples[frames.start * _WIDTH : frames.stop * _WIDTH]


def read_spool(file: SoundFile) -> Content | None:
    """All that was recorded and nothing else; None where no page of it can be read.

    Raises OSError where the file itself cannot.
    """
    data = file.path.read_bytes()
    pages = [_page(file, at, data) for at in range(-(-len(data) // PAGE))]
    while pages and pages[-1] is None:  # a torn tail: there is nothing behind it to keep in place
        pages.pop()
    found = [page for page in pages if page is not None]
    if not found:
        return None
    rate, silence = found[0].rate, bytes(FRAMES * _WIDTH)
    samples = b"".join(silence if page is None else page.samples for page in pages)
    return Content(rate, samples, tuple(_gaps(pages, rate)), found[-1].is_last)


def read_takes(files: Sequence[SoundFile]) -> Sound:
    """The takes one behind the other, at the rate of the first.

    Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
    """
    import numpy as np

    sounds = [_sound(file) for file in files]
    rate = sounds[0].rate if sounds else 1
    samples = [resample(sound, rate).samples for sound in sounds]
    return Sound(np.concatenate([np.empty(0, np.float32), *samples]), rate)


@dataclass(frozen=True, slots=True)
class _Page:
    rate: int
    samples: bytes
    is_last: bool


def _page(file: SoundFile, at: int, data: bytes) -> _Page | None:
    try:
        plain = decrypt(file.key, data[at * PAGE : (at + 1) * PAGE], _place(file.path, at))
    except DamagedError:
        return None
    rate, count, is_last = _HEAD.unpack_from(plain)
    return _Page(rate, plain[_HEAD.size : _HEAD.size + count * _WIDTH], bool(is_last))


def _gaps(pages: Sequence[_Page | None], rate: int) -> list[Gap]:
    """Neighbours that are damaged are one gap."""
    length = FRAMES / rate
    gaps: list[Gap] = []
    for at, page in enumerate(pages):
        if page is None and gaps and pages[at - 1] is None:
            gaps[-1] = Gap(gaps[-1].second, gaps[-1].seconds + length, Cause.DAMAGED)
        elif page is None:
            gaps.append(Gap(at * length, length, Cause.DAMAGED))
    return gaps


def _sound(file: SoundFile) -> Sound:
    content = read_content(file)
    return Sound.of_16_bits(content.samples, content.rate)


def read_content(file: SoundFile) -> Content:
    """As `read_spool`. Raises NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE."""
    try:
        content = read_spool(file)
    except FileNotFoundError as error:
        raise NaklankError(ErrorCode.NO_SUCH_FILE, file=str(file.path)) from error
    except PermissionError as error:
        raise NaklankError(ErrorCode.FILE_NOT_READABLE, file=str(file.path)) from error
    except OSError as error:
        raise NaklankError(ErrorCode.RECORDING_UNREADABLE) from error
    if content is None:
        raise NaklankError(ErrorCode.RECORDING_UNREADABLE)
    return content


def _place(file: Path, page: int) -> str:
    return f"{file.name} {page}"
