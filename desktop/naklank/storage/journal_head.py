"""The head of the journal: where its lines begin and end, kept apart from them."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from naklank.core.errors import ErrorCode, writing_failed
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from pathlib import Path

_LABEL: Final = b"naklank journal head"


@dataclass(frozen=True, slots=True)
class Head:
    """The number of the first line and the MAC before it, the number and the MAC of the last.

    A journal without lines ends before it begins: `last` is `first` - 1.
    """

    first: int
    base: str
    last: int
    mac: str


class HeadStore(Protocol):
    """Keeps the sealed head, some 300 bytes, in a place where nobody can put an older one back."""

    def read(self) -> bytes | None:
        """None where there is none. Raises DATA_NOT_WRITABLE or KEYS_UNAVAILABLE."""
        ...

    def write(self, data: bytes) -> None:
        """The earlier or the later one stands, whole, whatever happens.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        ...


class FileHead:
    """A head in a file.

    Whoever can write there can put an older head back together with an older journal, and nothing
    shows; only a store outside the reach of that person prevents it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> bytes | None:
        try:
            return self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._file.parent) from error

    def write(self, data: bytes) -> None:
        replace_file(self._file, data)


def new_head() -> Head:
    """Of a journal without lines; its base is random, so that no other journal's lines fit."""
    base = secrets.token_hex(32)
    return Head(1, base, 0, base)


def seal(head: Head, key: bytes) -> bytes:
    """The head as it is stored, with its own MAC under a label of its own."""
    data = msgspec.json.encode(head)
    return data + b"\n" + _mac(data, key)


def open_head(sealed: bytes | None, key: bytes) -> Head | None:
    """The head that was sealed; None where it is gone, sealed with another key, or changed."""
    data, _, mac = (sealed or b"").rpartition(b"\n")
    if not hmac.compare_digest(mac, _mac(data, key)):
        return None
    return msgspec.json.decode(data, type=Head)


def _mac(data: bytes, key: bytes) -> bytes:
    own = hmac.digest(key, _LABEL, "sha256")
    return hmac.digest(own, data, "sha256").hex().encode()
