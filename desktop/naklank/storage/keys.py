"""Keys by name: what each place that keeps them can do."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, Protocol

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.foundation.encryption import KEY

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME: Final = re.compile(r"[0-9a-z-]{1,64}")


class KeyStore(Protocol):
    """Keeps keys of 32 bytes by name; any name but `[0-9a-z-]{1,64}` is a ValueError.

    It may take seconds, and ask the user to unlock something: never call it where that may not be.
    """

    @property
    def place(self) -> KeyPlace:
        """Which of the places it is that the settings know."""
        ...

    def is_usable(self) -> bool:
        """Whether a key can be stored in it now."""
        ...

    def create(self, name: str) -> bytes:
        """A new random key, returned when it was stored and read back.

        ValueError where there is one of that name: it is never overwritten. Raises
        KEYS_UNAVAILABLE, from a folder also DISK_FULL or DATA_NOT_WRITABLE.
        """
        ...

    def find(self, name: str) -> bytes | None:
        """The key; None where there certainly is none. Raises KEYS_UNAVAILABLE when in doubt."""
        ...

    def delete(self, name: str) -> None:
        """Return when it is gone, also when it was; raises KEYS_UNAVAILABLE when in doubt."""
        ...


class MemoryKeys:
    """Keys that die with the process."""

    place: Final = KeyPlace.MEMORY

    def __init__(self) -> None:
        self._keys: dict[str, bytes] = {}

    def is_usable(self) -> bool:
        return True

    def create(self, name: str) -> bytes:
        return create_key(self, name, lambda key: self._keys.update({name: key}))

    def find(self, name: str) -> bytes | None:
        check_name(name)
        return self._keys.get(name)

    def delete(self, name: str) -> None:
        check_name(name)
        self._keys.pop(name, None)


def check_name(name: str) -> None:
    """Raises ValueError for what is not the name of a key."""
    if not _NAME.fullmatch(name):
        raise ValueError("not the name of a key")


def create_key(store: KeyStore, name: str, put: Callable[[bytes], object]) -> bytes:
    """What `KeyStore.create` promises, where `put` stores the key in `store`."""
    if store.find(name) is not None:
        raise ValueError("there is a key of this name")
    key = os.urandom(KEY)
    put(key)
    if store.find(name) != key:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
    return key
