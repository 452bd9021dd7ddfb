"""The keyring of a Linux desktop (the Secret Service, over D-Bus), with a patience that ends.

Imported where it is used alone: on no other system are its libraries installed.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Final

import platformdirs
import secretstorage
from jeepney.bus import get_bus
from jeepney.io.blocking import DBusConnection, prep_socket
from keyring.backends.SecretService import Keyring  # noqa: TID253 - this module is imported late
from secretstorage.collection import SESSION_COLLECTION
from secretstorage.util import add_match_rules

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Iterator

    from jeepney import Message

ANSWER: Final = 10.0
"""Seconds in which the service must answer, also when it waits for a busy disk.

The library would wait for ever.
"""

PROMPT: Final = 60.0
"""Seconds in which the user must have unlocked it."""

_AUTHENTICATION: Final = 2.0


class SecretService(Keyring):
    """The library's back end; it never hangs, leaks a connection, or forgets at log-out.

    New items go into the default collection; all collections are searched, for the user may have
    made another one the default since.
    """

    def __init__(self, answer: float = ANSWER, prompt: float = PROMPT) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._patience = (answer, prompt)

    def set_properties_from_env(self) -> None:
        """No variable may send the keys to another collection."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store it; fails where it then stands on the disk for everybody to read."""
        super().set_password(service, username, password)  # type: ignore[no-untyped-call]
        # GNOME keeps a keyring without a password, for users who log in without one, as it is.
        files = platformdirs.user_data_path("keyrings").glob("*.keyring")
        if any(password.encode() in file.read_bytes() for file in files):
            raise secretstorage.SecretServiceNotAvailableException("it writes plain text")

    def get_preferred_collection(self) -> secretstorage.Collection:
        """The default collection, unlocked; whoever asks closes its connection."""
        with ExitStack() as on_failure:
            connection = on_failure.enter_context(closing(_Connection(*self._patience)))
            collection = _default(connection)
            if collection.is_locked():
                collection.unlock()
                collection.ensure_not_locked()
            on_failure.pop_all()
        return collection


class _EveryCollection(secretstorage.Collection):
    def search_items(self, attributes: dict[str, str]) -> Iterator[secretstorage.Item]:
        return secretstorage.search_items(self.connection, attributes)


class _Connection(DBusConnection):  # type: ignore[misc] # published without types
    def __init__(self, answer: float, prompt: float) -> None:
        self._answer = answer
        self._prompt = prompt
        with ExitStack() as on_failure:
            socket = prep_socket(get_bus("SESSION"), timeout=_AUTHENTICATION)
            super().__init__(on_failure.enter_context(socket))
            add_match_rules(self)
            on_failure.pop_all()

    def send_and_get_reply(self, message: Message, *, timeout: float | None = None) -> Message:
        return super().send_and_get_reply(message, timeout=timeout or self._answer)

    def recv_until_filtered(
        self, queue: deque[Message], *, timeout: float | None = None
    ) -> Message:
        return super().recv_until_filtered(queue, timeout=timeout or self._prompt)


def _default(connection: DBusConnection) -> _EveryCollection:
    try:
        found = secretstorage.get_collection_by_alias(connection, "default")
    except secretstorage.ItemNotFoundException:
        found = secretstorage.create_collection(connection, "Default", "default")
    if found.collection_path == SESSION_COLLECTION:
        raise secretstorage.SecretServiceNotAvailableException("it forgets all at log-out")
    return _EveryCollection(connection, found.collection_path)
