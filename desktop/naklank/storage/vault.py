"""The keys of the sessions, wherever they lie."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from naklank.core.errors import NaklankError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from naklank.core.keys import KeyPlace
    from naklank.storage.keys import KeyStore


class Vault:
    """Gives each session its key: made in the place that was chosen, found wherever it was made.

    A key that was made or found is remembered until it is deleted. Any thread may ask; what must
    ask a store waits for its turn there: a keyring that hangs holds up no key in a file.
    """

    def __init__(self, stores: Mapping[KeyPlace, KeyStore], chosen: Callable[[], KeyPlace]) -> None:
        self._stores = stores
        self._chosen = chosen
        self._known: dict[tuple[str, KeyPlace], bytes] = {}
        self._asking = {place: Lock() for place in stores}

    @property
    def place(self) -> KeyPlace:
        """Where the next key is made."""
        return self._chosen()

    def usable_places(self) -> frozenset[KeyPlace]:
        """Where keys can be kept now; may take seconds, and ask the user to unlock something."""
        return frozenset(place for place in self._stores if self._is_usable(place))

    def _is_usable(self, place: KeyPlace) -> bool:
        with self._asking[place]:
            return self._stores[place].is_usable()

    def create(self, identity: str) -> bytes:
        """A new key in the chosen place; raises as `KeyStore.create`."""
        place = self._chosen()
        with self._asking[place]:
            key = self._stores[place].create(identity)
            self._known[identity, place] = key
        return key

    def find(self, identity: str, place: KeyPlace) -> bytes | None:
        """Its key if it was made in this place; raises as `KeyStore.find`."""
        known = self._known.get((identity, place))
        if known is not None:
            return known
        with self._asking[place]:
            key = self._stores[place].find(identity)
            if key is not None:
                self._known[identity, place] = key
        return key

    def delete(self, identity: str, place: KeyPlace | None = None) -> None:
        """Remove its key from the place where it was made, or from all where that is not known.

        Raises KEYS_UNAVAILABLE where that place, or else the chosen one, could not confirm it; the
        key is forgotten here all the same.
        """
        must = self._chosen() if place is None else place
        failed = self._delete_from(self._stores if place is None else (place,), identity)
        if must in failed:
            raise failed[must]

    def _delete_from(
        self, places: Iterable[KeyPlace], identity: str
    ) -> dict[KeyPlace, NaklankError]:
        failed = {}
        for place in places:
            try:
                with self._asking[place]:
                    self._known.pop((identity, place), None)
                    self._stores[place].delete(identity)
            except NaklankError as error:
                failed[place] = error
        return failed
