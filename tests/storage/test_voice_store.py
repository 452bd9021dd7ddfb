"""A doctor's voice on the disk: whole for us, worthless for a thief, gone when it is deleted."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.voice import Clip, VoiceOwner, VoicePart
from naklank.foundation.encryption import DamagedError, decrypt
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import KeyStore, MemoryKeys
from naklank.storage.vault import Vault
from naklank.storage.voice_store import FolderVoiceStore
from support.own_voice import clips
from support.secret_service import SecretService

OWNER = VoiceOwner("dokter Van Dam", "nl")
OTHER = VoiceOwner("dokter De Boer", "nl")
ALL_FILES = "*.voice"


class Computer:
    """Three real stores of keys, and the folder; every call of `store` is a run of the app."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "voices"
        self.chosen = KeyPlace.FILE
        self._keys = folder / "keys"

    def store(self) -> FolderVoiceStore:
        stores: tuple[KeyStore, ...] = (KeyringKeys(), FileKeys(self._keys), MemoryKeys())
        vault = Vault({one.place: one for one in stores}, lambda: self.chosen)
        return FolderVoiceStore(self.folder, vault)

    @property
    def file(self) -> Path:
        (file,) = self.folder.glob(ALL_FILES)
        return file

    @property
    def keys(self) -> list[bytes]:
        """Those in files."""
        return [file.read_bytes() for file in sorted(self._keys.glob("*.key"))]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    with SecretService() as service:
        for name, value in service.environment().items():
            monkeypatch.setenv(name, value)
        yield service


@pytest.mark.parametrize("place", [KeyPlace.KEYRING, KeyPlace.FILE])
def test_what_is_recorded_is_there_at_the_next_start(
    computer: Computer, place: KeyPlace, keyring: SecretService
) -> None:
    assert keyring.folder.exists()
    computer.chosen = place
    first = computer.store()
    for part in (VoicePart.OPENING, VoicePart.MONTHS):
        first.put(OWNER, part, clips(part))
    first.put(OTHER, VoicePart.CLOSING, clips(VoicePart.CLOSING))

    second = computer.store()
    both = frozenset({VoicePart.OPENING, VoicePart.MONTHS})
    assert second.owners() == {OWNER: both, OTHER: frozenset({VoicePart.CLOSING})}
    assert second.load(OWNER) == {part: clips(part) for part in both}
    assert second.load(VoiceOwner("dokter Van Dam", "en")) == {}


def test_keys_in_memory_take_the_voice_along(computer: Computer) -> None:
    computer.chosen = KeyPlace.MEMORY
    first = computer.store()
    first.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))
    assert first.load(OWNER)
    second = computer.store()
    assert second.load(OWNER) == {}
    assert second.owners() == {}
    assert not list(computer.folder.iterdir())


def test_neither_name_nor_sound_is_in_the_file_or_its_name(computer: Computer) -> None:
    store = computer.store()
    sound = clips(VoicePart.DAYS)
    store.put(OWNER, VoicePart.DAYS, sound)
    data = computer.file.read_bytes()
    for secret in (b"Dam", b"dokter", b"days", sound[4].samples[1000:1032]):
        assert secret not in data
    assert "Dam" not in computer.file.name
    assert stat.S_IMODE(computer.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(computer.folder.stat().st_mode) == 0o700
    assert not store.load(OTHER)


def test_what_is_spoken_anew_cannot_be_heard_as_it_was(computer: Computer) -> None:
    store = computer.store()
    store.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))
    store.put(OWNER, VoicePart.CLOSING, clips(VoicePart.CLOSING))
    before = computer.file.read_bytes()
    (old_key,) = computer.keys
    again = (Clip(b"\1\0" * 1000, 48_000),)
    store.put(OWNER, VoicePart.OPENING, again)

    (new_key,) = computer.keys
    assert new_key != old_key
    assert decrypt(old_key, before.partition(b"\n")[2], computer.file.name)
    with pytest.raises(DamagedError):
        decrypt(new_key, before.partition(b"\n")[2], computer.file.name)
    assert store.load(OWNER) == {
        VoicePart.OPENING: again,
        VoicePart.CLOSING: clips(VoicePart.CLOSING),
    }


@pytest.mark.parametrize("place", KeyPlace)
def test_deleting_leaves_neither_file_nor_key(
    computer: Computer, place: KeyPlace, keyring: SecretService
) -> None:
    assert keyring.folder.exists()
    computer.chosen = place
    store = computer.store()
    store.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))
    store.put(OTHER, VoicePart.OPENING, clips(VoicePart.OPENING))
    loot = {file: file.read_bytes() for file in computer.folder.glob(ALL_FILES)}
    store.delete(OWNER)
    store.delete(OWNER)
    assert set(store.owners()) == {OTHER}
    for file, data in loot.items():
        file.write_bytes(data)  # somebody brings an old copy back
    assert set(store.owners()) == {OTHER}


def test_a_voice_stays_while_its_key_may_still_be_there(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = computer.store()
    store.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))

    def refuse(_keys: FileKeys, _name: str) -> None:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    with monkeypatch.context() as locked:
        locked.setattr(FileKeys, "delete", refuse)
        with pytest.raises(NaklankError, match=ErrorCode.KEYS_UNAVAILABLE.value):
            store.delete(OWNER)
    assert store.load(OWNER)


@pytest.mark.parametrize("damage", ["cut", "turned", "empty", "another format"])
def test_a_damaged_voice_is_none_and_can_be_recorded_anew(computer: Computer, damage: str) -> None:
    store = computer.store()
    store.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))
    data = computer.file.read_bytes()
    computer.file.write_bytes(
        {
            "cut": data[:-100],
            "turned": data[:-1] + bytes([data[-1] ^ 1]),
            "empty": b"",
            "another format": b"naklank voice 9 file voice-00\n" + data,
        }[damage]
    )
    assert computer.store().owners() == {}
    assert computer.store().load(OWNER) == {}
    store.put(OWNER, VoicePart.CLOSING, clips(VoicePart.CLOSING))
    assert computer.store().load(OWNER) == {VoicePart.CLOSING: clips(VoicePart.CLOSING)}


def test_a_voice_under_another_name_is_none(computer: Computer) -> None:
    """A file cannot be put in the place of another doctor's."""
    store = computer.store()
    store.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))
    data = computer.file.read_bytes()
    store.put(OTHER, VoicePart.OPENING, clips(VoicePart.OPENING))
    for file in computer.folder.glob(ALL_FILES):
        file.write_bytes(data)
    assert set(computer.store().owners()) == {OWNER}
    assert computer.store().load(OTHER) == {}


def test_a_write_that_fails_leaves_the_earlier_voice_and_no_key(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = computer.store()
    store.put(OWNER, VoicePart.OPENING, clips(VoicePart.OPENING))
    keys = computer.keys

    def full(_file: Path, _data: bytes) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="x")

    with monkeypatch.context() as patched:
        patched.setattr("naklank.storage.voice_store.replace_file", full)
        with pytest.raises(NaklankError, match=ErrorCode.DISK_FULL.value):
            store.put(OWNER, VoicePart.OPENING, clips(VoicePart.CLOSING))
    assert store.load(OWNER) == {VoicePart.OPENING: clips(VoicePart.OPENING)}
    assert computer.keys == keys


def test_the_place_of_a_recording_is_free_and_its_key_is_kept_nowhere(computer: Computer) -> None:
    store = computer.store()
    first = store.scratch()
    first.path.write_bytes(b"left by a crash")
    second = store.scratch()
    assert second.path == first.path
    assert not second.path.exists()
    assert first.key != second.key
    second.path.write_bytes(b"recorded")
    assert store.owners() == {}
    store.clear_scratch()
    store.clear_scratch()
    assert not list(computer.folder.iterdir())
    assert not computer.keys


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(NaklankError, match=ErrorCode.DATA_NOT_WRITABLE.value):
        Computer(tmp_path / "a file").store().scratch()
