"""Whether a sound file ends where it says it does: a part must not pass for the whole.

FFmpeg reads a file that was cut off to its end without a word.
"""

import os
import struct
from pathlib import Path
from typing import Final

LOST_TAIL: Final = 0.5
"""Seconds by which a file may fall short of the length it states."""

_STATE_SECONDS: Final = frozenset({"flac", "mov,mp4,m4a,3gp,3g2,mj2"})
"""FFmpeg's names of the formats whose header always tells the length exactly."""

_RIFF_HEADER: Final = 12
_CHUNK_HEADER: Final = 8
"""Bytes at the head of a WAV file and of each chunk in it."""

_UNKNOWN_SIZES: Final = (0, 0xFFFFFFFF)
"""What a recorder writes that never came to finish the header; its sound is whole."""

_ID3_HEADER: Final = 10
_FIRST_MP3_FRAME: Final = 512
"""Bytes in which an MP3's count of frames stands, where it has one."""

_LARGEST_OGG_PAGE: Final = 65_307
_OGG_PAGE_HEADER: Final = 27
_OGG_LAST_PAGE: Final = 4
"""RFC 3533, section 6."""


def is_cut_off(file: Path, format_name: str, stated: float | None, seconds: float) -> bool:
    """Whether sound is missing at the end of a file of FFmpeg's `format_name`.

    `stated` and `seconds` are the length that FFmpeg reads from the header and that it decoded.
    Says no where the format cannot tell: an MP3 without a count of frames.
    """
    if format_name == "wav":
        return _wav_bytes_lost(file) > 0
    if format_name == "ogg":
        return not _ogg_ends(file)
    if format_name in _STATE_SECONDS or (format_name == "mp3" and _mp3_counts_frames(file)):
        return stated is not None and stated - seconds > LOST_TAIL
    return False


def _wav_bytes_lost(file: Path) -> int:
    """By how many bytes the file is shorter than its header says."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        stream.seek(_RIFF_HEADER)
        while len(head := stream.read(_CHUNK_HEADER)) == _CHUNK_HEADER:
            name, stated = struct.unpack("<4sI", head)
            if name == b"data":
                return 0 if stated in _UNKNOWN_SIZES else stated - (size - stream.tell())
            stream.seek(stated + stated % 2, os.SEEK_CUR)
    return 0


def _ogg_ends(file: Path) -> bool:
    """Whether the last page is whole and carries the mark of the end."""
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - _LARGEST_OGG_PAGE))
        tail = stream.read()
    page = tail[tail.rfind(b"OggS") :]
    if len(page) <= _OGG_PAGE_HEADER:
        return False
    segments = page[_OGG_PAGE_HEADER : _OGG_PAGE_HEADER + page[_OGG_PAGE_HEADER - 1]]
    whole = len(page) >= _OGG_PAGE_HEADER + len(segments) + sum(segments)
    return whole and bool(page[5] & _OGG_LAST_PAGE)


def _mp3_counts_frames(file: Path) -> bool:
    """Whether the first frame holds the count from which FFmpeg reads an exact length."""
    with file.open("rb") as stream:
        head = stream.read(_ID3_HEADER)
        if head.startswith(b"ID3"):
            # Four bytes of seven bits each (ID3v2.4, section 3.1).
            size = sum(
                byte << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True)
            )
            stream.seek(_ID3_HEADER + size)
        else:
            stream.seek(0)
        first = stream.read(_FIRST_MP3_FRAME)
    return b"Xing" in first or b"Info" in first
