"""Sessions on the disk: encrypted, whole, in order, and each as it was."""

from __future__ import annotations

import os
from dataclasses import MISSING, fields, replace
from datetime import timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from naklank.core.agreement import Agreement, TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.ports.keeping import Kept
from naklank.core.session import Session, State
from naklank.core.transcript import Transcript
from naklank.foundation.encryption import encrypt
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault
from support.full_session import EMPTY, FULL, MOMENT, store_in, vault, with_sound
from support.secret_service import SecretService


def test_nothing_is_filled_in_by_default() -> None:
    """So that the next test holds for each field, also for those of a later version."""
    for value in (
        FULL,
        FULL.agreement,
        FULL.recording,
        FULL.transcript,
        FULL.summary,
        FULL.review,
        FULL.edition,
        FULL.statement,
    ):
        for field in fields(value):  # type: ignore[arg-type]
            default = field.default
            if field.default_factory is not MISSING:
                default = field.default_factory()
            assert getattr(value, field.name) != default, field.name


def test_a_session_of_a_version_without_doubts_is_read() -> None:
    stored = msgspec.to_builtins(FULL)
    del stored["transcript"]["doubts"]
    del stored["review"]["awaits_more"], stored["review"]["lacks_checks"]
    read = msgspec.json.decode(msgspec.json.encode(stored), type=Session)
    assert read.transcript is not None
    assert read.transcript.doubts == ()
    assert not read.review.awaits_more


@pytest.mark.parametrize("session", [FULL, EMPTY], ids=["full", "empty"])
def test_what_is_saved_is_loaded(store: FolderSessionStore, folder: Path, session: Session) -> None:
    store.save(replace(session, doctor="eerder"))
    store.save(session)
    (loaded,) = store_in(folder).load_all().sessions
    assert loaded == session
    assert repr(loaded) == repr(session)  # also of the same types, down to the last number


def test_what_a_text_worked_out_of_itself_is_not_stored() -> None:
    assert FULL.summary is not None
    fresh = replace(FULL, summary=replace(FULL.summary))
    before = msgspec.json.encode(fresh)
    assert fresh.summary is not None
    for check in FULL.review.checks:
        fresh.summary.words_of(check)
    assert msgspec.json.encode(fresh) == before


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("take_home", TakeHome)
def test_every_state_and_choice_is_kept(
    store: FolderSessionStore, state: State, take_home: TakeHome
) -> None:
    session = replace(EMPTY, state=state, agreement=Agreement(take_home=take_home))
    store.save(session)
    assert store.load_all() == Kept((session,))


def test_the_oldest_comes_first(store: FolderSessionStore) -> None:
    hours = {"a": 3, "b": 0, "c": 5, "d": 1}
    for identity, hour in hours.items():
        # In zones of their own: the clock on the wall does not tell which is older.
        zone = timezone(timedelta(hours=-hour))
        started = (MOMENT + timedelta(hours=hour)).astimezone(zone)
        store.save(replace(EMPTY, identity=identity, started=started))
    assert [session.identity for session in store.load_all().sessions] == ["b", "d", "a", "c"]


def test_before_the_first_there_is_none(store: FolderSessionStore, folder: Path) -> None:
    assert store.load_all() == Kept()
    assert not folder.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"naklank session 1 file\n",
        b"naklank session 1 somewhere\n" + bytes(100),
        b"naklank session 2 file\n" + bytes(100),
        b"naklank session 1 file\n" + bytes(100),
        b"\xff\xfe\x00",
    ],
)
def test_a_broken_one_is_told_and_left_alone(
    store: FolderSessionStore, folder: Path, data: bytes
) -> None:
    store.save(EMPTY)
    store.sound_file("bad", 1).path.write_bytes(b"sound")
    (folder / "bad" / "session.naklank").write_bytes(data)
    (folder / "file").write_bytes(b"no folder")
    for one in (store, store_in(folder)):
        assert one.load_all() == Kept((EMPTY,), unreadable=("bad",))
    assert (folder / "bad" / "session.naklank").read_bytes() == data
    assert (folder / "bad" / "take-1.naklank").read_bytes() == b"sound"
    store_in(folder).delete("bad")
    assert store.load_all() == Kept((EMPTY,))
    assert not (folder / "bad").exists()


@pytest.mark.parametrize(
    "text",
    [
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"identity":"bad","started":"0001-01-01T00:00:00","language":"nl","doctor":""}',
        b'{"identity":"bad","started":"2026-11-21T09:05:00","language":"de","doctor":""}',
        b'{"identity":"bad","started":"2026-11-21T09:05:00","language":"nl","doctor":"","state":1}',
        b'{"identity":"00ff","started":"2026-11-21T09:05:00","language":"nl","doctor":""}',
    ],
)
def test_what_another_version_encrypted_is_left_alone(
    store: FolderSessionStore, folder: Path, text: bytes
) -> None:
    key = store.sound_file("bad", 1).key
    file = folder / "bad" / "session.naklank"
    file.write_bytes(b"naklank session 1 file\n" + encrypt(key, text, "session.naklank"))
    assert store_in(folder).load_all() == Kept(unreadable=("bad",))
    assert file.exists()


def test_one_flipped_byte_makes_it_unreadable_and_never_another_session(
    store: FolderSessionStore, folder: Path
) -> None:
    store.save(EMPTY)
    file = folder / "00ff" / "session.naklank"
    whole = file.read_bytes()
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1
        file.write_bytes(damaged)
        assert store_in(folder).load_all() == Kept(unreadable=("00ff",)), at


def test_nothing_of_it_stands_on_the_disk_in_plain_form(
    store: FolderSessionStore, folder: Path
) -> None:
    store.save(replace(FULL, doctor="dokter Van Dam"))
    data = (folder / FULL.identity / "session.naklank").read_bytes()
    for word in (b"Dam", b"GELDERLAND", b"doctor", b"2026", b"started"):
        assert word not in data


@pytest.mark.parametrize(
    "identity", ["", ".", "..", "../00ff", "a/b", "a\\b", "ABC", "é", "00ff\n", "a" * 65, "/etc"]
)
def test_only_an_identity_names_a_folder(store: FolderSessionStore, identity: str) -> None:
    for action in (store.delete, lambda name: store.sound_file(name, 1)):
        with pytest.raises(ValueError, match="identity"):
            action(identity)
    with pytest.raises(ValueError, match="identity"):
        store.save(replace(EMPTY, identity=identity))


def test_takes_count_from_one(store: FolderSessionStore) -> None:
    with pytest.raises(ValueError, match="from 1"):
        store.sound_file("00ff", 0)


@pytest.mark.parametrize("doctor", ["\ud83d", "dr. Bos \udc80"])
def test_what_could_not_be_loaded_keeps_the_earlier_one(
    store: FolderSessionStore, doctor: str
) -> None:
    store.save(EMPTY)
    not_a_number = Transcript("nl", float("nan"))
    for session in (replace(EMPTY, doctor=doctor), replace(EMPTY, transcript=not_a_number)):
        with pytest.raises(NaklankError) as raised:
            store.save(session)
        assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert store.load_all() == Kept((EMPTY,))


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_nobody_else_may_read_or_hear_it(store: FolderSessionStore, folder: Path) -> None:
    before = os.umask(0)
    try:
        store.sound_file("00ff", 1)
        store.save(EMPTY)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    assert modes == {"sessions": 0o700, "00ff": 0o700, "session.naklank": 0o600}


def test_deleting_takes_everything_of_one_session(store: FolderSessionStore, folder: Path) -> None:
    with_sound(store, EMPTY)
    kept = with_sound(store, FULL)
    (folder / "00ff" / "session.naklank.new").write_bytes(b"what a killed run left")
    (folder / "00ff" / ".hidden").mkdir()
    (folder / "00ff" / ".hidden" / "deep").write_bytes(b"")
    store.delete("00ff")
    assert [path.name for path in folder.iterdir()] == [FULL.identity]
    assert all(take.read_bytes() == b"sound" for take in kept)
    assert store.load_all() == Kept((FULL,))
    store.delete("00ff")


def test_a_session_keeps_its_key_when_another_place_is_chosen(folder: Path) -> None:
    place = KeyPlace.MEMORY
    store = FolderSessionStore(lambda: (folder,), vault(folder, lambda: place))
    store.save(EMPTY)
    place = KeyPlace.FILE
    store.save(replace(EMPTY, doctor="later"))
    store.save(FULL)
    assert {one.doctor for one in store.load_all().sessions} == {"later", FULL.doctor}
    assert [path.name for path in (folder.parent / "keys").iterdir()] == [f"{FULL.identity}.key"]


def test_where_no_key_can_be_had_nothing_is_written_or_deleted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SecretService() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        keys = {KeyPlace.KEYRING: KeyringKeys()}
        store = FolderSessionStore(lambda: (folder,), Vault(keys, lambda: KeyPlace.KEYRING))
        store.save(EMPTY)
        takes = with_sound(store, FULL)
        service.kill()
        for action in (
            lambda: store.save(replace(EMPTY, identity="11")),
            lambda: store.sound_file("11", 1),
            lambda: store.delete(FULL.identity),
        ):
            with pytest.raises(NaklankError) as raised:
                action()
            assert raised.value.code is ErrorCode.KEYS_UNAVAILABLE
        after = FolderSessionStore(lambda: (folder,), Vault(keys, lambda: KeyPlace.KEYRING))
        assert after.load_all() == Kept(unreadable=("00ff", FULL.identity))
    assert all(take.exists() for take in takes)
    assert not (folder / "11").exists()


def test_one_take_is_removed_and_its_place_is_free(store: FolderSessionStore) -> None:
    takes = with_sound(store, FULL)
    store.remove_sound(FULL.identity, 2)
    assert [take.exists() for take in takes] == [True, False, True]
    assert store.takes(FULL.identity) == (1, 10)
    store.remove_sound(FULL.identity, 2)  # gone already
    assert store.sound_file(FULL.identity, 2).path == takes[1]
