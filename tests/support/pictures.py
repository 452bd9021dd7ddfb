"""Pictures made without any library that the app uses for them."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 300, height: int = 100, colour: tuple[int, int, int] = (13, 92, 99)) -> bytes:
    """A PNG of one colour, by ISO/IEC 15948."""
    rows = (b"\x00" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(name, content)
        for name, content in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


def chunk(name: bytes, content: bytes) -> bytes:
    """A length, a name, what it holds, and the sum of both."""
    length, crc = struct.pack(">I", len(content)), struct.pack(">I", zlib.crc32(name + content))
    return length + name + content + crc
