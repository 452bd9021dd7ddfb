"""The parts of a manifest that no signature covers: names and sizes of boxes, and 10 kB of padding.

A reader of C2PA may pass over them. We do not: in a file that is called unchanged not a bit is, and
nobody hides anything in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from naklank.handover.seal.certificates import is_low

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD: Final = 8
"""Bytes of a box's size and type (ISO 19566-5, JUMBF)."""

_DESCRIBED: Final = 17
"""Bytes of a description before its label: a UUID and what follows it."""

_STORE: Final = b"c2pa"
_PARTS: Final = frozenset({b"c2pa.assertions", b"c2pa.claim.v2", b"c2pa.signature"})
_SIGNATURE: Final = b"c2pa.signature"

_COSE: Final = b"\xd2\x84\x59"
"""COSE_Sign1 (RFC 9052) as the library writes it; behind it the protected header's size."""

_UNPROTECTED: Final = re.compile(
    rb"[\xa1\xa2]cpad[\x58\x59].{1,2}?\x00*(?:dpad2[\x40-\x59].{0,2}?\x00*)?\xf6\x58\x40(.{64})",
    re.DOTALL,
)
"""Padding of zeros, no payload, 64 bytes of signature."""


def is_as_written(data: bytes) -> bool:
    """Whether the one manifest in this file has just the boxes that we write, and empty padding."""
    start = data.find(b"jumb") - 4
    if start < 0:
        return False
    size = int.from_bytes(data[start : start + 4])
    try:
        ((label, parts),) = _described(data[start : start + size])
        ((_, manifest),) = _described(parts)
        found = dict(_described(manifest))
        for _ in _described(found[b"c2pa.assertions"]):
            pass
        is_empty = _is_empty(found[_SIGNATURE])
    except (KeyError, ValueError):
        return False
    return label == _STORE and found.keys() == _PARTS and is_empty


def _described(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each superbox: its label, and what stands behind its description. Raises ValueError."""
    for kind, content in _boxes(data):
        if kind != b"jumb":
            raise ValueError("another kind of box")
        ((first, description), *_) = _boxes(content)
        label = description[_DESCRIBED:].partition(b"\0")[0]
        if first != b"jumd":
            raise ValueError("a box without its description")
        yield label, content[_HEAD + len(description) :]


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of each; raises ValueError where they do not fill the data."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4])
        if size < _HEAD or at + size > len(data):
            raise ValueError("boxes that do not fit")
        yield data[at + 4 : at + _HEAD], data[at + _HEAD : at + size]
        at += size


def _is_empty(signature: bytes) -> bool:
    """Whether nothing but padding stands beside the signature."""
    ((kind, content),) = _boxes(signature)
    if kind != b"cbor" or not content.startswith(_COSE):
        return False
    size = int.from_bytes(content[3:5])
    found = _UNPROTECTED.fullmatch(content, 5 + size)
    return found is not None and is_low(found[1])
