"""What this installation keeps of its own, put together for the window and the command line."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from naklank.computer.user import login_name
from naklank.core.errors import NaklankError
from naklank.core.keys import KeyPlace
from naklank.foundation.paths import data_folder
from naklank.handover.seal.practice_seals import PracticeSeals
from naklank.storage.encrypted_file import EncryptedFile
from naklank.storage.file_keys import FileKeys
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import MemoryKeys
from naklank.storage.policy import policies
from naklank.storage.settings_store import FileSettingsStore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from naklank.storage.keys import KeyStore


def key_stores() -> dict[KeyPlace, KeyStore]:
    """Every place where keys can lie."""
    return {
        KeyPlace.KEYRING: KeyringKeys(),
        KeyPlace.FILE: FileKeys(data_folder() / "keys"),
        KeyPlace.MEMORY: MemoryKeys(),
    }


def settings_store() -> FileSettingsStore:
    """The user's settings under this computer's policies; read when they are asked for."""
    return FileSettingsStore(data_folder() / "settings.json", policies())


def journal_file() -> Path:
    """Where its lines lie; its head lies outside that folder."""
    return data_folder() / "journal" / "journal.jsonl"


def own_journal(stores: Mapping[KeyPlace, KeyStore], settings: FileSettingsStore) -> FileJournal:
    """The journal; its key opens no session."""
    lines, head = journal_file(), data_folder() / "journal.head"
    return FileJournal(
        lines,
        FileHead(head),
        partial(_journal_key, (lines, head), stores, settings),
        local_time,
        login_name,
    )


def own_seals(stores: Mapping[KeyPlace, KeyStore], settings: FileSettingsStore) -> PracticeSeals:
    """The practice's seal."""
    file = data_folder() / "seal.naklank"
    return PracticeSeals(
        EncryptedFile(file, partial(_key, "seal", (file,), stores, settings)),
        lambda: settings.current.practice.name,
        local_time,
    )


def local_time() -> datetime:
    """With its zone."""
    return datetime.now().astimezone()


def _journal_key(
    files: Sequence[Path], stores: Mapping[KeyPlace, KeyStore], settings: FileSettingsStore
) -> bytes:
    """As `_key`; a chosen place that does not answer is waited for, whatever lies elsewhere.

    Another key than the head was sealed with writes into the journal for ever that it was broken.
    Raises KEYS_UNAVAILABLE.
    """
    return _lasting(stores, settings).find("journal") or _key("journal", files, stores, settings)


def _key(
    name: str,
    files: Sequence[Path],
    stores: Mapping[KeyPlace, KeyStore],
    settings: FileSettingsStore,
) -> bytes:
    """The key of these files, wherever it was made: another place for keys makes no other of it.

    Where keys stay in memory it lies in a file. Raises KEYS_UNAVAILABLE, also where a place that
    was not chosen may hold it and does not say.
    """
    chosen = _lasting(stores, settings)
    doubt: NaklankError | None = None
    for store in (chosen, *(one for one in stores.values() if one is not chosen)):
        try:
            key = store.find(name)
        except NaklankError as error:
            doubt = error
            continue
        if key is not None:
            return key
    if doubt is not None and any(file.exists() for file in files):
        raise doubt
    return chosen.create(name)


def _lasting(stores: Mapping[KeyPlace, KeyStore], settings: FileSettingsStore) -> KeyStore:
    chosen = settings.current.keeping.keys
    return stores[KeyPlace.FILE if chosen is KeyPlace.MEMORY else chosen]
