"""Whether a sound file ends where it says it does: a part must not pass for the whole.

FFmpeg reads a file that was cut off to its end without a word.
"""

import os
import re
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

_NO_SIZE: Final = 0x7FFFF000
"""From here on the size is what a recorder writes that cannot come back to fill it in; 0 is too.
Ten minutes of sound are far smaller."""

_ID3_HEADER: Final = 10
_MP3_HEAD: Final = 4096
"""Bytes in which an MP3's first frame stands, behind its tag."""

_MP3_RATES: Final = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000)}
_MP3_FRAME: Final = {3: 1152, 2: 576}
"""Hertz and samples in a frame, for the version bits of MPEG-1 and MPEG-2."""

_MP3_COUNTED: Final = re.compile(
    rb"\xff([\xe0-\xff].).{1,40}?(?:Xing|Info)\0\0\0[\x01\x03\x05\x07\x09\x0b\x0d\x0f](.{4})",
    re.DOTALL,
)
"""The head of a frame and, behind its side information, the count: flag 1 says it is there."""

_LARGEST_OGG_PAGE: Final = 65_307
_OGG_PAGE_HEADER: Final = 27
"""Bytes; RFC 3533, section 6."""


def is_cut_off(file: Path, format_name: str, stated: float | None, seconds: float) -> bool:
    """Whether sound is missing at the end of a file of FFmpeg's `format_name`.

    `stated` and `seconds` are the length that FFmpeg reads from the header and that it decoded.
    Says no where the format cannot tell: an MP3 without a count of frames, a WAV without a size.
    """
    if format_name == "wav":
        return _wav_seconds_lost(file) > LOST_TAIL
    if format_name == "ogg":
        return not _last_ogg_page_is_whole(file)
    if format_name == "mp3":
        stated = _mp3_seconds(file)
    elif format_name not in _STATE_SECONDS:
        return False
    return stated is not None and stated - seconds > LOST_TAIL


def _wav_seconds_lost(file: Path) -> float:
    """By how much the file is shorter than its header says."""
    size = file.stat().st_size
    byte_rate, large_size = 1, 0
    with file.open("rb") as stream:
        stream.seek(_RIFF_HEADER)
        while len(head := stream.read(_CHUNK_HEADER)) == _CHUNK_HEADER:
            name, stated = struct.unpack("<4sI", head)
            begin = stream.tell()
            if name == b"fmt ":
                byte_rate = int.from_bytes(stream.read(12)[8:], "little") or 1
            elif name == b"ds64":  # of RF64: the size that does not fit in the chunk itself
                large_size = int.from_bytes(stream.read(16)[8:], "little")
            elif name == b"data":
                stated = large_size or (stated if stated < _NO_SIZE else 0)
                return (stated - (size - begin)) / byte_rate
            stream.seek(begin + stated + stated % 2)
    return 0.0


def _last_ogg_page_is_whole(file: Path) -> bool:
    """Whether the last page is as long as it says; yes where none is near the end."""
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - _LARGEST_OGG_PAGE))
        tail = stream.read()
    at = tail.rfind(b"OggS")
    if at < 0:
        return True
    page = tail[at:]
    if len(page) <= _OGG_PAGE_HEADER:
        return False
    segments = page[_OGG_PAGE_HEADER : _OGG_PAGE_HEADER + page[_OGG_PAGE_HEADER - 1]]
    return len(page) >= _OGG_PAGE_HEADER + page[_OGG_PAGE_HEADER - 1] + sum(segments)


def _mp3_seconds(file: Path) -> float | None:
    """The length by the count of frames in the first frame; None where there is no count.

    Not FFmpeg's: it guesses from the bit rate as soon as a large tag stands behind the sound.
    """
    with file.open("rb") as stream:
        head = stream.read(_ID3_HEADER)
        start = 0
        if head.startswith(b"ID3"):
            for byte in head[6:]:  # four bytes of seven bits each (ID3v2.4, section 3.1)
                start = start << 7 | byte
            start += _ID3_HEADER
        stream.seek(start, os.SEEK_SET)
        first = stream.read(_MP3_HEAD)
    found = _MP3_COUNTED.search(first)
    if found is None:
        return None
    version, rate = found[1][0] >> 3 & 3, found[1][1] >> 2 & 3
    if version not in _MP3_FRAME or rate >= len(_MP3_RATES[version]):
        return None
    return int.from_bytes(found[2], "big") * _MP3_FRAME[version] / _MP3_RATES[version][rate]
