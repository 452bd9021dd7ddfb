"""What an installation keeps of its own outlives another choice of where its keys lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.assembly.installation import key_stores, own_journal, settings_store
from naklank.cli import main as cli
from naklank.core.journal import JournalEvent
from naklank.core.keys import KeyPlace
from support.key_places import find_it, unavailable
from support.secret_service import SecretService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.storage.journal import FileJournal


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with SecretService() as service:
        find_it(service, monkeypatch)
        yield service


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NAKLANK_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def journal(data: Path, keys: KeyPlace) -> FileJournal:
    """As a new run of the app has it, with keys in this place."""
    (data / "settings.json").write_text(f'{{"keeping.keys": "{keys.value}"}}')
    return own_journal(key_stores(), settings_store())


@pytest.mark.usefixtures("keyring")
@pytest.mark.parametrize("first", KeyPlace)
@pytest.mark.parametrize("then", KeyPlace)
def test_with_another_place_for_keys_the_journal_stays_whole(
    data: Path, first: KeyPlace, then: KeyPlace
) -> None:
    for place in (first, then, first):
        journal(data, place).append(JournalEvent.AGREED, "s")
    contents = journal(data, then).read()
    assert contents.is_whole
    assert [entry.event for entry in contents.entries] == [JournalEvent.AGREED] * 3
    assert cli.main(["verify", "--journal"]) == 0


@pytest.mark.parametrize("then", [KeyPlace.FILE, KeyPlace.MEMORY])
def test_where_the_place_of_its_key_does_not_answer_no_other_is_made(
    data: Path, keyring: SecretService, then: KeyPlace
) -> None:
    journal(data, KeyPlace.KEYRING).append(JournalEvent.AGREED, "s")
    keyring.kill()
    with unavailable():
        journal(data, then).append(JournalEvent.AGREED, "s")
    keyring.start()
    journal(data, then).append(JournalEvent.AGREED, "s")
    contents = journal(data, then).read()
    assert contents.is_whole
    assert len(contents.entries) == 2


def test_where_the_chosen_place_does_not_answer_no_older_key_takes_its_turn(
    data: Path, keyring: SecretService
) -> None:
    journal(data, KeyPlace.KEYRING).append(JournalEvent.AGREED, "s")
    key_stores()[KeyPlace.FILE].create("journal")
    keyring.kill()
    with unavailable():
        journal(data, KeyPlace.KEYRING).append(JournalEvent.AGREED, "s")
    keyring.start()
    assert journal(data, KeyPlace.KEYRING).read().is_whole


def test_a_new_journal_waits_for_no_keyring_that_was_not_chosen(
    data: Path, keyring: SecretService
) -> None:
    keyring.kill()
    journal(data, KeyPlace.FILE).append(JournalEvent.AGREED, "s")
    assert journal(data, KeyPlace.FILE).read().is_whole
