"""The contract that each place for keys keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.core.keys import KeyPlace
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import KeyStore, MemoryKeys
from support.fake_windows_vault import pretend_windows
from support.key_places import BAD_NAMES, NAME, OTHER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["keyring", "windows", "file", "memory"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> KeyStore:
    match request.param:
        case "keyring":
            request.getfixturevalue("keyring")
            return KeyringKeys()
        case "windows":
            pretend_windows(monkeypatch)
            return KeyringKeys()
        case "file":
            return FileKeys(tmp_path / "new" / "keys")
    return MemoryKeys()


# The contract of each place


def test_a_key_is_found_until_it_is_deleted(store: KeyStore) -> None:
    assert store.is_usable()
    assert store.find(NAME) is None

    key = store.create(NAME)

    assert len(key) == 32
    assert store.find(NAME) == key
    store.delete(NAME)
    assert store.find(NAME) is None


def test_each_name_has_a_key_of_its_own(store: KeyStore) -> None:
    keys = {name: store.create(name) for name in (NAME, OTHER, "a", "b" * 64)}
    assert len(set(keys.values())) == 4
    assert {name: store.find(name) for name in keys} == keys

    store.delete(OTHER)

    assert store.find(OTHER) is None
    del keys[OTHER]
    assert {name: store.find(name) for name in keys} == keys


def test_a_key_is_never_written_over(store: KeyStore) -> None:
    key = store.create(NAME)

    with pytest.raises(ValueError, match="there is a key"):
        store.create(NAME)

    assert store.find(NAME) == key


def test_a_name_that_was_deleted_gets_a_new_key(store: KeyStore) -> None:
    key = store.create(NAME)
    store.delete(NAME)
    assert store.create(NAME) != key


def test_to_delete_what_is_not_there_is_no_error(store: KeyStore) -> None:
    store.delete(NAME)
    store.create(OTHER)
    store.delete(NAME)
    assert store.find(OTHER) is not None


@pytest.mark.parametrize("name", BAD_NAMES)
def test_another_name_is_a_mistake(name: str, tmp_path: Path) -> None:
    for store in (MemoryKeys(), FileKeys(tmp_path), KeyringKeys()):
        for ask in (store.create, store.find, store.delete):
            with pytest.raises(ValueError, match="not the name of a key"):
                ask(name)


def test_no_key_is_shown_by_its_store(store: KeyStore) -> None:
    key = store.create(NAME)
    assert key.hex() not in repr(store)
    assert repr(key) not in repr(vars(store)) or store.place is KeyPlace.MEMORY
