"""The keys of the sessions: made where it was chosen, found where they are, deleted everywhere."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import KeyStore, MemoryKeys
from naklank.storage.vault import Vault
from support.secret_service import SecretService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "0123456789abcdef"
OTHER = "fedcba9876543210"


class Practice:
    """Three real stores, and what was chosen of them."""

    def __init__(self, folder: Path) -> None:
        self.chosen = KeyPlace.KEYRING
        stores: tuple[KeyStore, ...] = (KeyringKeys(), FileKeys(folder), MemoryKeys())
        self.stores = {store.place: store for store in stores}
        self.vault = self.new_vault()

    def new_vault(self) -> Vault:
        return Vault(self.stores, lambda: self.chosen)

    def holders(self, identity: str) -> set[KeyPlace]:
        return {place for place, store in self.stores.items() if store.find(identity) is not None}


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with SecretService() as service:
        for name, value in service.environment().items():
            monkeypatch.setenv(name, value)
        yield service


@pytest.fixture
def practice(keyring: SecretService, tmp_path: Path) -> Practice:
    assert keyring.folder.exists()
    return Practice(tmp_path / "keys")


def unavailable() -> pytest.RaisesExc[NaklankError]:
    return pytest.raises(NaklankError, match=ErrorCode.KEYS_UNAVAILABLE.value)


@pytest.mark.parametrize("place", KeyPlace)
def test_a_key_is_made_in_the_place_that_was_chosen(practice: Practice, place: KeyPlace) -> None:
    practice.chosen = place

    key = practice.vault.create(NAME)

    assert practice.holders(NAME) == {place}
    assert practice.vault.find(NAME, place) == key
    assert practice.new_vault().find(NAME, place) == key


def test_a_key_is_found_after_another_place_was_chosen(practice: Practice) -> None:
    key = practice.vault.create(NAME)
    practice.chosen = KeyPlace.FILE
    other = practice.vault.create(OTHER)

    for vault in (practice.vault, practice.new_vault()):
        assert vault.find(NAME, KeyPlace.KEYRING) == key
        assert vault.find(OTHER, KeyPlace.FILE) == other
        assert vault.find(NAME, KeyPlace.FILE) is None
        assert vault.find(OTHER, KeyPlace.KEYRING) is None


def test_a_key_that_is_known_is_asked_for_once(practice: Practice, keyring: SecretService) -> None:
    key = practice.vault.create(NAME)
    again = practice.new_vault()
    assert again.find(NAME, KeyPlace.KEYRING) == key

    keyring.kill()

    assert practice.vault.find(NAME, KeyPlace.KEYRING) == key
    assert again.find(NAME, KeyPlace.KEYRING) == key
    with unavailable():
        practice.new_vault().find(NAME, KeyPlace.KEYRING)


def test_no_key_is_made_where_its_place_does_not_answer(
    practice: Practice, keyring: SecretService
) -> None:
    keyring.kill()
    with unavailable():
        practice.vault.create(NAME)
    keyring.start()
    assert practice.holders(NAME) == set()
    assert practice.vault.find(NAME, KeyPlace.KEYRING) is None


@pytest.mark.parametrize("place", KeyPlace)
@pytest.mark.parametrize("is_said", [True, False])
def test_a_deleted_key_is_gone(practice: Practice, place: KeyPlace, is_said: bool) -> None:  # noqa: FBT001
    practice.chosen = place
    practice.vault.create(NAME)
    kept = practice.vault.create(OTHER)
    practice.chosen = KeyPlace.FILE

    practice.vault.delete(NAME, place if is_said else None)

    assert practice.holders(NAME) == set()
    assert practice.vault.find(NAME, place) is None
    assert practice.vault.find(OTHER, place) == kept
    practice.vault.delete(NAME, place)


def test_a_key_of_an_unknown_place_is_deleted_everywhere(practice: Practice) -> None:
    for store in practice.stores.values():
        store.create(NAME)

    practice.vault.delete(NAME)

    assert practice.holders(NAME) == set()


@pytest.mark.parametrize("place", [KeyPlace.KEYRING, None])
def test_a_deletion_that_is_not_certain_is_said(
    practice: Practice, keyring: SecretService, place: KeyPlace | None
) -> None:
    practice.vault.create(NAME)
    practice.stores[KeyPlace.FILE].create(NAME)
    keyring.kill()

    with unavailable():
        practice.vault.delete(NAME, place)
    with unavailable():  # forgotten here all the same
        practice.vault.find(NAME, KeyPlace.KEYRING)

    keyring.start()
    expected = {KeyPlace.KEYRING} if place is None else {KeyPlace.KEYRING, KeyPlace.FILE}
    assert practice.holders(NAME) == expected
    practice.vault.delete(NAME)
    assert practice.holders(NAME) == set()


@pytest.mark.parametrize("place", [KeyPlace.FILE, None])
def test_where_there_is_no_keyring_a_key_file_can_be_deleted(
    practice: Practice, keyring: SecretService, place: KeyPlace | None
) -> None:
    keyring.kill_bus()
    practice.chosen = KeyPlace.FILE
    practice.vault.create(NAME)

    practice.vault.delete(NAME, place)

    assert practice.vault.find(NAME, KeyPlace.FILE) is None


def test_a_key_that_is_sought_while_it_is_deleted_is_not_remembered() -> None:
    asked, may_answer = threading.Event(), threading.Event()

    class SlowKeys(MemoryKeys):
        def find(self, name: str) -> bytes | None:
            key = super().find(name)
            asked.set()
            assert may_answer.wait(20)
            return key

    store = SlowKeys()
    vault = Vault({store.place: store}, lambda: store.place)
    may_answer.set()
    store.create(NAME)
    asked.clear()
    may_answer.clear()
    searching = threading.Thread(target=vault.find, args=(NAME, store.place))
    deleting = threading.Thread(target=vault.delete, args=(NAME, store.place))

    searching.start()
    assert asked.wait(20)
    deleting.start()
    deleting.join(0.2)  # it ends now only if it does not wait for the search
    may_answer.set()
    searching.join(20)
    deleting.join(20)

    assert vault.find(NAME, store.place) is None


def test_no_key_is_shown(practice: Practice) -> None:
    key = practice.vault.create(NAME)
    assert key.hex() not in repr(practice.vault)
    assert repr(key) not in repr(practice.vault)
