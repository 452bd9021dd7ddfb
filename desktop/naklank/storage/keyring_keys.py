"""Keys in the operating system's own safe."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.foundation.encryption import KEY
from naklank.storage.keys import check_name, create_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SERVICE: Final = "Naklank"
"""Under which the keys stand in the keyring, each with its name as the user."""

_COPIES: Final = 10
"""How many entries of one name are removed, one by one, before it is given up."""


class Keyring(Protocol):
    """What is used of a back end of the library keyring; each raises whatever it likes."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The password of this entry; None where there is none."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Store it, in place of what the entry held."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove the entry, or one of several of that name."""
        ...


def system_keyring() -> Keyring:
    """The back end of this operating system, and no other.

    Never keyring.get_keyring(): it obeys variables, files and plug-ins, and some of those write
    plain text.
    """
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        vault = WinVaultKeyring()
        vault.persist = "local machine"  # else it travels with a roaming profile
        return vault
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Keychain

        return Keychain()
    from naklank.storage.secret_service import SecretService

    return SecretService()


class KeyringKeys:
    """A KeyStore: one entry of the keyring for each key."""

    place: Final = KeyPlace.KEYRING

    def __init__(self, back_end: Callable[[], Keyring] = system_keyring) -> None:
        self._open = back_end

    def is_usable(self) -> bool:
        """Whether a trial key goes in and out; a locked keychain still says what it lacks."""
        name = f"trial-{os.urandom(8).hex()}"  # of its own: another thread may be trying as well
        try:
            self.create(name)
            self.delete(name)
        except NaklankError:
            return False
        return True

    def create(self, name: str) -> bytes:
        return create_key(self, name, lambda key: self._put(name, key))

    def find(self, name: str) -> bytes | None:
        text = self._text(name)
        return None if text is None else _key(text)

    def delete(self, name: str) -> None:
        for _ in range(_COPIES):
            if self._text(name) is None:
                return
            with _in_doubt():
                self._back_end.delete_password(SERVICE, name)
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    @cached_property
    def _back_end(self) -> Keyring:
        return self._open()

    def _text(self, name: str) -> str | None:
        check_name(name)
        with _in_doubt():
            return self._back_end.get_password(SERVICE, name)

    def _put(self, name: str, key: bytes) -> None:
        try:
            with _in_doubt():
                self._back_end.set_password(SERVICE, name, key.hex())
        except NaklankError:
            with contextlib.suppress(NaklankError):  # it may have been stored all the same
                self.delete(name)
            raise


def _key(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
    return key


@contextlib.contextmanager
def _in_doubt() -> Iterator[None]:
    try:
        yield
    # Each system has failures of its own, and no list of them is whole.
    except Exception as error:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE) from error
