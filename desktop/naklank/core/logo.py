"""The practice's logo: a PNG, known to be whole before a page is made with it."""

import struct
import zlib
from typing import Final

LARGEST: Final = 150_000
"""Bytes; it stands in each page that goes home."""

ROOM: Final = (5.5, 1.3)
"""Centimetres that a sheet has for it, beside two lines with practice and moment."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


def read_logo(data: bytes) -> bytes:
    """The same bytes. Raises ValueError for anything but a whole PNG of at most `LARGEST`.

    A picture that is torn would stop a page from being made while the patient waits. The check
    follows the PNG specification (ISO/IEC 15948), chapter 5: chunks, each with its sum.
    """
    if len(data) > LARGEST or not data.startswith(_SIGNATURE):
        raise ValueError("no PNG, or too large")
    at, packed, names = len(_SIGNATURE), [], []
    while at < len(data):
        length, name, content, expected = _chunk(data, at)
        if zlib.crc32(name + content) != expected:
            raise ValueError("damaged")
        names.append(name)
        if name == b"IDAT":
            packed.append(content)
        at += length + 12
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or not all(_dots(data)):
        raise ValueError("not whole")
    try:
        zlib.decompress(b"".join(packed))
    except zlib.error as error:
        raise ValueError("damaged") from error
    return data


def logo_size(logo: bytes) -> tuple[float, float]:
    """Width and height on paper, in centimetres: as large as there is room, its shape kept."""
    across, down = _dots(logo)
    scale = min(ROOM[0] / across, ROOM[1] / down)
    return across * scale, down * scale


def _dots(logo: bytes) -> tuple[int, int]:
    across, down = struct.unpack_from(">II", logo, len(_SIGNATURE) + 8)
    return across, down


def _chunk(data: bytes, at: int) -> tuple[int, bytes, bytes, int]:
    try:
        length, name = struct.unpack_from(">I4s", data, at)
        content, expected = struct.unpack_from(f">{length}sI", data, at + 8)
    except struct.error as error:
        raise ValueError("torn") from error
    return length, name, content, expected
