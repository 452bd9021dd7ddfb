"""Sessions in their folders: whole after every accident, and gone when they are deleted."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import MISSING, fields, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from naklank.core.agreement import Agreement, Participant, Role, TakeHome
from naklank.core.checks import Check, CheckKind
from naklank.core.consult import Consult, Heading
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.ports.keeping import Kept
from naklank.core.recording import Cause, Gap, Insertion, Recording, Take, TopicMark
from naklank.core.review import Review
from naklank.core.session import HandOver, Session, State, Way
from naklank.core.sheet_making import Edition
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt, Dropped, Segment, Stretch, Transcript, Word
from naklank.foundation.encryption import encrypt
from naklank.storage.file_keys import FileKeys
from naklank.storage.keyring_keys import KeyringKeys
from naklank.storage.keys import KeyStore, MemoryKeys
from naklank.storage.session_folders import UsedFolders
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault
from support.documents import ODD
from support.secret_service import SecretService
from support.small_disk import Disk, small_disk
from support.statements import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOMENT = datetime(2026, 11, 21, 9, 5, 7, 123456, tzinfo=timezone(timedelta(hours=1)))
TEXTS = (
    *ODD,
    'Zei: "nee" 👩🏽‍⚕️',
    "regel\néén\r\n\ttwee\u2028drie",
    "\x00\x1f\x7f",
    "é e\u0301",
    "",
)

FULL = Session(
    identity="0123456789abcdef",
    started=MOMENT,
    language="en",
    doctor='dr. "Ö" \\ Yılmaz 🩺\nwaarnemer',
    state=State.HANDED_OVER,
    agreement=Agreement(
        (
            *(Participant(role, agrees=True) for role in Role),
            Participant(Role.GROUP, agrees=False, count=8),
        ),
        TakeHome.SOUND_ONLY,
    ),
    recording=Recording(
        (
            Take(
                1,
                48_000,
                4_800_001,
                "Jabra “Speak” 510",
                3,
                tuple(Gap(at / 3, 0.1, cause) for at, cause in enumerate(Cause)),
            ),
            Take(2, 44_100, 1, ""),
        ),
        tuple(TopicMark(topic, 0.1 + 0.2 + place) for place, topic in enumerate(Topic)),
        (Stretch(2.0, 4.5), Stretch(7.0, 7.25)),
        99.5,
    ),
    insertion=Insertion(2, 3, 4, Topic.WHAT_YOU_DO),
    statement=STATEMENT,
    transcript=Transcript(
        "nl",
        100.00002083333334,
        (
            Segment(
                tuple(Word(at / 3, at / 3 + 1e-9, text, 1 / 7) for at, text in enumerate(TEXTS))
            ),
        ),
        (Stretch(12.4, 18.9), Stretch(61.0, 65.2)),
        (Dropped("TV GELDERLAND 2020.", 1.0, 2.0, "no_speech"),),
        (Doubt(0.5, 1 / 3, "een", "geen", "sound_alike"),),
    ),
    summary=Summary(
        (
            *(SummaryWord(text, Stretch(0.0, 1e-7), ends_line=True) for text in TEXTS),
            SummaryWord("a"),
        ),
        (Border(0, Topic.WHAT_WE_DO), Border(3, Topic.WHEN_TO_CALL)),
    ),
    review=Review(
        tuple(Check(kind, text, 0.5, 1.5) for kind, text in zip(CheckKind, TEXTS, strict=False)),
        frozenset(range(0, 900, 7)),
        frozenset({0, 896}),
        heard_whole=True,
        unheard=True,
        sounded=(Stretch(0.0, 1 / 3), Stretch(0.7, 12.4)),
        needs_whole=True,
        awaits_more=True,
        lacks_checks=True,
    ),
    hand_overs=tuple(HandOver(way, MOMENT.astimezone(UTC), 93.75) for way in Way),
    patient="mevrouw Ü. de Boer",
    consult=Consult.BAD_NEWS,
    headings=(Heading(Topic.WHEN_TO_CALL, "Wie belt u?"), Heading(Topic.WHAT_WE_DO)),
    leaflets=("Nieuwe heup: balie", "Film 🎬"),
    edition=Edition(2, MOMENT, "7F3A-91C2", "8B2K-0001"),
    later=MOMENT + timedelta(minutes=3),
)
EMPTY = Session("00ff", datetime(2026, 11, 21, 9, 5), "nl", "")  # noqa: DTZ001 - also without a zone


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dr. Müller" / "sessions"


def store_in(*folders: Path, place: KeyPlace = KeyPlace.FILE) -> FolderSessionStore:
    """As a new run of the app: only the keys in files outlive the one before."""
    return FolderSessionStore(lambda: folders, vault(folders[-1], lambda: place))


def vault(folder: Path, chosen: Callable[[], KeyPlace]) -> Vault:
    stores: tuple[KeyStore, ...] = (FileKeys(folder.parent / "keys"), MemoryKeys())
    return Vault({store.place: store for store in stores}, chosen)


@pytest.fixture
def store(folder: Path) -> FolderSessionStore:
    return store_in(folder)


def with_sound(store: FolderSessionStore, session: Session) -> list[Path]:
    store.save(session)
    takes = [store.sound_file(session.identity, take).path for take in (1, 2, 10)]
    for take in takes:
        take.write_bytes(b"sound")
    return takes


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


def test_deleting_what_never_was_is_no_error(store: FolderSessionStore) -> None:
    store.delete("00ff")


def test_deleting_follows_no_link(store: FolderSessionStore, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_bytes(b"somebody's")
    store.save(EMPTY)
    store.sound_file("00ff", 1).path.symlink_to(other, target_is_directory=True)
    store.delete("00ff")
    assert (other / "letter.txt").read_bytes() == b"somebody's"
    assert store.load_all() == Kept()


def test_what_cannot_be_deleted_now_can_be_read_no_more_and_goes_later(
    store: FolderSessionStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is being read cannot be deleted."""
    takes = with_sound(store, FULL)
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        if "take-2" in self.name:
            raise PermissionError(13, "in use")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        store.delete(FULL.identity)
    assert takes[1].exists()
    assert store_in(folder).load_all() == Kept()
    assert not takes[0].parent.exists()


def test_killed_between_key_and_files_the_files_go_at_the_next_start(
    store: FolderSessionStore, folder: Path
) -> None:
    with_sound(store, FULL)
    with_sound(store, EMPTY)
    (folder / FULL.identity / "deleted").touch()
    FileKeys(folder.parent / "keys").delete(FULL.identity)
    assert store_in(folder).load_all() == Kept((EMPTY,))
    assert [path.name for path in folder.iterdir()] == ["00ff"]


def test_keys_in_memory_die_with_the_app_and_the_loss_is_told(folder: Path) -> None:
    before = store_in(folder, place=KeyPlace.MEMORY)
    with_sound(before, FULL)
    before.save(EMPTY)
    before.delete("00ff")
    assert before.load_all() == Kept((FULL,))
    after = store_in(folder)
    assert after.load_all() == Kept(lost=1)
    assert after.load_all() == Kept()
    assert not list(folder.iterdir())


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


def test_sound_goes_on_in_another_folder_and_is_found_in_both(tmp_path: Path) -> None:
    """When the first disk is full."""
    first, other = tmp_path / "first" / "sessions", tmp_path / "other" / "sessions"
    store = store_in(first)
    store.save(EMPTY)
    store.sound_file("00ff", 1).path.write_bytes(b"one")
    store = store_in(other, first)
    store.save(replace(EMPTY, doctor="later"))
    file = store.sound_file("00ff", 2).path
    file.write_bytes(b"two")
    assert file.is_relative_to(other)
    assert store.sound_file("00ff", 1).path.is_relative_to(first)
    assert store.takes("00ff") == (1, 2)
    after = store_in(other, first)
    assert after.load_all() == Kept((replace(EMPTY, doctor="later"),))
    after.delete("00ff")
    assert not list(first.iterdir())
    assert not list(other.iterdir())


def test_a_folder_in_which_nothing_was_written_is_no_session(folder: Path) -> None:
    (folder / "ab").mkdir(parents=True)
    assert store_in(folder).load_all() == Kept()
    assert not (folder / "ab").exists()


def test_a_full_disk_keeps_the_earlier_session(disk: Disk) -> None:
    store = store_in(disk.folder / "sessions")
    store.save(FULL)
    disk.fill()
    with pytest.raises(NaklankError) as raised:
        store.save(replace(FULL, doctor="later"))
    assert raised.value.code is ErrorCode.DISK_FULL
    assert store.load_all() == Kept((FULL,))
    place = disk.folder / "sessions" / FULL.identity
    assert [path.name for path in place.iterdir()] == ["session.naklank"]
    store.delete(FULL.identity)
    assert store.load_all() == Kept()


def test_a_read_only_disk_is_told_and_keeps_everything(disk: Disk) -> None:
    store = store_in(disk.folder / "sessions")
    takes = with_sound(store, FULL)
    disk.make_read_only()
    actions = (
        lambda: store.save(replace(FULL, doctor="later")),
        lambda: store.save(EMPTY),
        lambda: store.sound_file("00ff", 1),
        lambda: store.delete(FULL.identity),
    )
    for action in actions:
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code in (ErrorCode.DATA_NOT_WRITABLE, ErrorCode.KEYS_UNAVAILABLE)
    assert store.load_all() == Kept((FULL,))
    assert all(take.read_bytes() == b"sound" for take in takes)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    place = tmp_path / "sessions"
    place.write_bytes(b"a file")
    store = store_in(place)
    for action in (lambda: store.save(EMPTY), store.load_all):
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert place.read_bytes() == b"a file"


SAVES_WITHOUT_END = """
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path
from naklank.core.keys import KeyPlace
from naklank.core.session import Session
from naklank.storage.file_keys import FileKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault

folder = Path(sys.argv[1])
keys = FileKeys(folder.parent / "keys")
vault = Vault({KeyPlace.FILE: keys}, lambda: KeyPlace.FILE)
store = FolderSessionStore(lambda: (folder,), vault)
store.load_all()
for letter in cycle("abc"):
    store.save(Session("00ff", datetime(2026, 11, 21, 9, 5), "nl", letter * 1_000_000))
    print(letter, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_while_it_saves_the_session_is_whole(folder: Path) -> None:
    command = [sys.executable, "-c", SAVES_WITHOUT_END, str(folder)]
    chance = random.Random(20261121)  # noqa: S311 - moments, not secrets
    unfinished = 0
    for _ in range(20):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "a\n"
            # Whenever it is: what counts is that no moment is a bad one.
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(timeout=chance.uniform(0.0, 0.02))
            child.kill()
        (session,) = store_in(folder).load_all().sessions
        assert session.doctor in [letter * 1_000_000 for letter in "abc"]
        unfinished += (folder / "00ff" / "session.naklank.new").exists()
    assert unfinished, "it was never killed in the middle"
    last = store_in(folder)
    last.load_all()
    last.save(EMPTY)
    assert last.load_all() == Kept((EMPTY,))
    assert [path.name for path in (folder / "00ff").iterdir()] == ["session.naklank"]


# Folders.


def test_every_folder_that_was_ever_chosen_is_looked_into(tmp_path: Path) -> None:
    own, one, two = (tmp_path / name / "sessions" for name in ("own", "one", "two"))
    chosen: Path | None = one
    used = UsedFolders(own, tmp_path / "folders.json", lambda: chosen)
    assert used() == (one, own)
    chosen = two
    assert used() == (two, own, one)
    chosen = None
    assert UsedFolders(own, tmp_path / "folders.json", lambda: None)() == (own, one, two)


def test_a_session_of_somebody_else_is_never_removed_for_lack_of_its_key(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    theirs, ours = (
        FolderSessionStore(lambda: (shared,), vault(tmp_path / name / "x", lambda: KeyPlace.FILE))
        for name in ("theirs", "ours")
    )
    takes = with_sound(theirs, FULL)
    assert ours.load_all() == Kept(unreadable=(FULL.identity,))
    assert all(take.exists() for take in takes)


def test_what_cannot_be_read_is_not_deleted_without_its_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyring does not answer, and the practice has chosen another place by now."""
    with SecretService() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        stores: tuple[KeyStore, ...] = (KeyringKeys(), FileKeys(folder.parent / "keys"))
        places = {store.place: store for store in stores}
        with_sound(
            FolderSessionStore(lambda: (folder,), Vault(places, lambda: KeyPlace.KEYRING)), FULL
        )
        service.kill()
        after = FolderSessionStore(lambda: (folder,), Vault(places, lambda: KeyPlace.FILE))
        assert after.load_all() == Kept(unreadable=(FULL.identity,))
        with pytest.raises(NaklankError) as raised:
            after.delete(FULL.identity)
        assert raised.value.code is ErrorCode.KEYS_UNAVAILABLE
        service.start()
        assert after.load_all() == Kept((FULL,))
        after.delete(FULL.identity)
        assert service.count({"service": "Naklank", "username": FULL.identity}) == 0


def test_a_key_half_overwritten_by_a_killed_run_goes_at_the_next_start(folder: Path) -> None:
    store = store_in(folder)
    with_sound(store, FULL)
    (folder / FULL.identity / "deleted").touch()
    (key,) = (folder.parent / "keys").iterdir()
    key.rename(key.with_name(f"{key.name}.gone"))
    assert store_in(folder).load_all() == Kept()
    assert not list((folder.parent / "keys").iterdir())


def test_an_empty_folder_and_a_keyring_that_is_gone_hide_no_other(folder: Path) -> None:
    store_in(folder).save(EMPTY)
    (folder / "ab").mkdir()
    stores: tuple[KeyStore, ...] = (KeyringKeys(), FileKeys(folder.parent / "keys"))
    places = {store.place: store for store in stores}
    store = FolderSessionStore(lambda: (folder,), Vault(places, lambda: KeyPlace.KEYRING))
    assert store.load_all() == Kept((EMPTY,))
    assert store.load_all() == Kept((EMPTY,))


def test_one_take_is_removed_and_its_place_is_free(store: FolderSessionStore) -> None:
    takes = with_sound(store, FULL)
    store.remove_sound(FULL.identity, 2)
    assert [take.exists() for take in takes] == [True, False, True]
    assert store.takes(FULL.identity) == (1, 10)
    store.remove_sound(FULL.identity, 2)  # gone already
    assert store.sound_file(FULL.identity, 2).path == takes[1]
