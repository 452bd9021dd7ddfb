"""One small file that nobody reads or changes without its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.encryption import DamagedError, decrypt, encrypt
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class EncryptedFile:
    """Its bytes, whole or not at all; `key` gives its key of 32 bytes or raises KEYS_UNAVAILABLE.

    The key is asked for only where there is something to read or to write.
    """

    def __init__(self, file: Path, key: Callable[[], bytes]) -> None:
        self._file = file
        self._key = key

    def read(self) -> bytes | None:
        """None where there is none. Raises KEYS_UNAVAILABLE or SEAL_DAMAGED."""
        try:
            message = self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NaklankError(ErrorCode.SEAL_DAMAGED) from error
        try:
            return decrypt(self._key(), message, self._file.name)
        except DamagedError as error:
            raise NaklankError(ErrorCode.SEAL_DAMAGED) from error

    def write(self, data: bytes) -> None:
        """Replace it. Raises KEYS_UNAVAILABLE, DISK_FULL or DATA_NOT_WRITABLE."""
        replace_file(self._file, encrypt(self._key(), data, self._file.name))
