"""The practice's root in a file that a passphrase opens: as a backup, and for more computers."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import replace
from typing import Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import SHORTEST_PHRASE
from naklank.foundation.encryption import KEY, DamagedError, decrypt, encrypt
from naklank.handover.seal.book import Book, decode, encode
from naklank.handover.seal.certificates import Pair, load_key, p256_key, read_certificate, read_root

LARGEST: Final = 1_000_000
"""Bytes; a practice that knows a hundred others takes less than a tenth."""

_KIND: Final = "naklank-practice-1"
_PASSES, _LANES, _MEMORY = 3, 4, 64 * 1024
"""Argon2id as RFC 9106 advises where memory is scarce; the memory in KiB."""
_SALT: Final = 16


def to_backup(book: Book, passphrase: str) -> bytes:
    """A file for another computer, or for after a crash.

    It holds the root with its key, and which roots and computers count; no leaf, for each computer
    has its own. Raises PHRASE_SHORT, or ROOT_NOT_HERE on a computer that only signs.
    """
    if len(passphrase) < SHORTEST_PHRASE:
        raise NaklankError(ErrorCode.PHRASE_SHORT)
    if not book.root.key:
        raise NaklankError(ErrorCode.ROOT_NOT_HERE)
    salt = os.urandom(_SALT)
    box = encrypt(_key(passphrase, salt), encode(replace(book, leaf=Pair())), _KIND)
    return json.dumps({"kind": _KIND, "salt": _to_text(salt), "box": _to_text(box)}).encode()


def from_backup(data: bytes, passphrase: str) -> Book:
    """What it holds. Raises BACKUP_FOREIGN, or PHRASE_WRONG where the file is damaged too."""
    try:
        salt, box = _parts(data)
        book = decode(decrypt(_key(passphrase, salt), box, _KIND))
        _check(book)
    except DamagedError as error:
        raise NaklankError(ErrorCode.PHRASE_WRONG) from error
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise NaklankError(ErrorCode.BACKUP_FOREIGN) from error
    return book


def _parts(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > LARGEST:
        raise ValueError("no backup is that large")
    raw = json.loads(data)
    if raw["kind"] != _KIND:
        raise ValueError("no backup of ours")
    salt = base64.b64decode(raw["salt"], validate=True)
    if len(salt) != _SALT:
        raise ValueError("no salt of ours")
    return salt, base64.b64decode(raw["box"], validate=True)


def _check(book: Book) -> None:
    """Raises ValueError where the root and its key do not belong together."""
    root = read_certificate(book.root.certificate)
    if load_key(book.root.key).public_key() != p256_key(root):
        raise ValueError("the key of another root")
    for one in (*book.own, *book.known):
        read_root(one.encode())


def _key(passphrase: str, salt: bytes) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # The same passphrase, however a keyboard puts its accents together.
    text = unicodedata.normalize("NFC", passphrase).encode()
    return Argon2id(
        salt=salt, length=KEY, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY
    ).derive(text)


def _to_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
