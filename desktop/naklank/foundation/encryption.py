"""Authenticated encryption, the same for all that is kept of a patient: AES-256-GCM.

The nonce is random: under one key 2^32 messages may be written (NIST SP 800-38D, 8.3), and a
session of hours writes less than a million.
"""

from __future__ import annotations

import os
from typing import Final

KEY: Final = 32
"""Bytes of a key."""

NONCE: Final = 12
TAG: Final = 16
OVERHEAD: Final = NONCE + TAG
"""Bytes by which a message grows."""


class DamagedError(Exception):
    """These bytes were not written with this key, for this place, or not as they are now."""


def encrypt(key: bytes, data: bytes, place: str) -> bytes:
    """Nonce, cipher text and tag, `OVERHEAD` bytes more than the data, under a key of `KEY` bytes.

    `place` says where it belongs, and must be said to read it.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, place.encode())


def decrypt(key: bytes, message: bytes, place: str) -> bytes:
    """What was encrypted, to the byte; raises DamagedError for anything else."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(message) < OVERHEAD:
        raise DamagedError
    try:
        return AESGCM(key).decrypt(message[:NONCE], message[NONCE:], place.encode())
    except InvalidTag as error:
        raise DamagedError from error
