"""Keys and settings as the self-test finds them."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.selftest import Finding, Item, Outcome, look
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import KeyStore, MemoryKeys
from naklank.storage.probing import keyring_probe, settings_probe
from support.secret_service import SecretService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with SecretService() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        yield service


def found(folder: Path, place: KeyPlace) -> Finding:
    stores: dict[KeyPlace, KeyStore] = {
        KeyPlace.KEYRING: KeyringKeys(),
        KeyPlace.FILE: FileKeys(folder / "keys"),
        KeyPlace.MEMORY: MemoryKeys(),
    }
    return look(keyring_probe(stores, lambda: place), Event())


def test_a_real_keyring_and_no_trial_key_is_left(keyring: SecretService, tmp_path: Path) -> None:
    finding = found(tmp_path, KeyPlace.KEYRING)
    assert finding == Finding(Item.KEYRING, Outcome.KEYRING_WORKS, {"place": "keyring"})
    assert keyring.count({"service": "Naklank"}) == 0


def test_a_keyring_that_works_and_is_not_used(keyring: SecretService, tmp_path: Path) -> None:
    assert found(tmp_path, KeyPlace.FILE).outcome is Outcome.KEYRING_UNUSED
    assert keyring.count({"service": "Naklank"}) == 0


def test_a_keyring_that_died(keyring: SecretService, tmp_path: Path) -> None:
    keyring.kill()
    assert found(tmp_path, KeyPlace.KEYRING).outcome is Outcome.KEYRING_SILENT
    assert found(tmp_path, KeyPlace.FILE).outcome is Outcome.KEYRING_REPLACED
    assert found(tmp_path, KeyPlace.MEMORY).outcome is Outcome.KEYRING_REPLACED


@pytest.mark.usefixtures("keyring")
def test_files_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("no folder")
    assert found(tmp_path, KeyPlace.FILE).outcome is Outcome.KEYRING_SILENT


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        ((), Outcome.SETTINGS_SOUND),
        ((ErrorCode.SETTINGS_BROKEN,), Outcome.SETTINGS_BROKEN),
        ((ErrorCode.SETTINGS_NEWER,), Outcome.SETTINGS_NEWER),
        ((ErrorCode.POLICY_BROKEN,), Outcome.POLICY_BROKEN),
        ((ErrorCode.SETTINGS_BROKEN, ErrorCode.POLICY_BROKEN), Outcome.POLICY_BROKEN),
    ],
)
def test_settings(codes: tuple[ErrorCode, ...], outcome: Outcome) -> None:
    problems = [NaklankError(code, file="/home/van dam/settings.json") for code in codes]
    assert look(settings_probe(problems), Event()) == Finding(Item.SETTINGS, outcome)
