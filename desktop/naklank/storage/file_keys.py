"""Keys in files, for a computer without a keyring."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.keys import KeyPlace
from naklank.foundation.durable import PRIVATE_FOLDER, sync_folder
from naklank.foundation.encryption import KEY
from naklank.storage.atomic import replace_file
from naklank.storage.keys import check_name, create_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PASSES: Final = 3


class FileKeys:
    """A KeyStore: one file for each key, which its owner alone may read.

    Weaker than a keyring: whoever reads the disk reads the key. Deleting overwrites the file in its
    place, but an SSD, a file system that copies on write or keeps a journal of data, a snapshot and
    a backup can all hold the old bytes still (NIST SP 800-88r1, 2.4).
    """

    place: Final = KeyPlace.FILE

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_usable(self) -> bool:
        try:
            self._make_folder()
        except NaklankError:
            return False
        return os.access(self._folder, os.R_OK | os.W_OK | os.X_OK)

    def create(self, name: str) -> bytes:
        return create_key(self, name, lambda key: self._put(name, key))

    def find(self, name: str) -> bytes | None:
        with _in_doubt():
            try:
                key = self._file(name).read_bytes()
            except FileNotFoundError:
                return None
            if len(key) != KEY:
                raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
            return key

    def delete(self, name: str) -> None:
        """Overwritten in its place, synced, and removed."""
        file = self._file(name)
        # Out of its name first: what a killed run has half overwritten must not pass for a key.
        gone = file.with_name(f"{file.name}.gone")
        with _in_doubt():
            for left in (gone, file.with_name(f"{file.name}.new")):
                _wipe(left)
            with contextlib.suppress(FileNotFoundError):
                file.replace(gone)
            _wipe(gone)
            sync_folder(self._folder)
            if os.path.lexists(file) or os.path.lexists(gone):
                raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    def _put(self, name: str, key: bytes) -> None:
        self._make_folder()
        replace_file(self._file(name), key)

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            self._folder.chmod(PRIVATE_FOLDER)  # it may have been there
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._folder) from error

    def _file(self, name: str) -> Path:
        check_name(name)
        return self._folder / f"{name}.key"


def _wipe(file: Path) -> None:
    """Random bytes over every byte of it, several times, and away; nothing where it is not."""
    try:
        size = file.stat().st_size
    except FileNotFoundError:
        return
    with file.open("r+b", buffering=0) as stream:
        for _ in range(_PASSES):
            stream.seek(0)
            stream.write(os.urandom(size))
            os.fsync(stream.fileno())
    file.unlink()


@contextlib.contextmanager
def _in_doubt() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE) from error
