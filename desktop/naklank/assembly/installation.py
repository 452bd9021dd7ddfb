"""What this installation keeps of its own, put together for the window and the command line."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from naklank.computer.user import login_name
from naklank.core.errors import NaklankError
from naklank.core.keys import KeyPlace
from naklank.foundation.paths import data_folder
from naklank.handover.seal.practice_seals import PracticeSeals
from naklank.storage.atomic import replace_file
from naklank.storage.encrypted_file import EncryptedFile
from naklank.storage.file_keys import FileKeys
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import MemoryKeys
from naklank.storage.policy import policies
from naklank.storage.session_folders import UsedFolders
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.settings_store import FileSettingsStore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from naklank.storage.keys import KeyStore
    from naklank.storage.vault import Vault


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


def session_store(settings: FileSettingsStore, vault: Vault) -> FolderSessionStore:
    """Where sessions are kept; in a folder that others use too each installation has its own."""
    own, former = _folder_names()
    sessions = data_folder() / "sessions"

    def chosen(name: str) -> Path | None:
        folder = settings.current.keeping.folder
        return Path(folder) / "Naklank" / name if folder else None

    used = UsedFolders(
        sessions,
        data_folder() / "folders.json",
        partial(chosen, own),
        partial(chosen, former),
    )
    ours = {own} - {former}
    return FolderSessionStore(used, vault, lambda root: root == sessions or root.name in ours)


def _folder_names() -> tuple[str, str]:
    """What the folder of this installation is called among others, and what it was called before.

    Two computers may have the former name in common. Where this computer cannot keep its number,
    both are that one.
    """
    seed = f"{login_name()} {data_folder()}"
    former = _short_hash(seed)
    try:
        number = _number(data_folder() / "installation")
    except (NaklankError, OSError):
        return former, former
    return _short_hash(f"{seed} {number}"), former


def _number(file: Path) -> str:
    """The random number of this installation, made once."""
    with contextlib.suppress(FileNotFoundError):
        if known := file.read_bytes():
            return known.hex()
    made = secrets.token_hex(16).encode()
    replace_file(file, made)
    return made.hex()


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


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
