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

import pytest

from naklank.core.agreement import Agreement, Participant, Role, TakeHome
from naklank.core.checks import Check, CheckKind
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Recording, Take, TopicMark
from naklank.core.review import Review
from naklank.core.session import HandOver, Session, State, Way
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import Dropped, Segment, Stretch, Transcript, Word
from naklank.storage.session_store import FolderSessionStore
from support.documents import ODD
from support.small_disk import Disk, small_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        (*(Participant(role, agrees=True) for role in Role), Participant(Role.CHILD, agrees=False)),
        TakeHome.SOUND_ONLY,
    ),
    recording=Recording(
        (Take(1, 48_000, 4_800_001, "Jabra “Speak” 510", 3), Take(2, 44_100, 1, "")),
        tuple(TopicMark(topic, 0.1 + 0.2 + place) for place, topic in enumerate(Topic)),
    ),
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
    ),
    hand_overs=tuple(HandOver(way, MOMENT.astimezone(UTC)) for way in Way),
)
EMPTY = Session("00ff", datetime(2026, 11, 21, 9, 5), "nl", "")  # noqa: DTZ001 - also without a zone


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dr. Müller" / "sessions"


@pytest.fixture
def store(folder: Path) -> FolderSessionStore:
    return FolderSessionStore(folder)


def with_sound(store: FolderSessionStore, session: Session) -> list[Path]:
    store.save(session)
    takes = [store.sound_path(session.identity, take) for take in (1, 2, 10)]
    for take in takes:
        take.write_bytes(b"sound")
    return takes


def test_nothing_is_filled_in_by_default() -> None:
    """So that the next test holds for each field, also for those of a later version."""
    for value in (FULL, FULL.agreement, FULL.recording, FULL.transcript, FULL.summary, FULL.review):
        for field in fields(value):  # type: ignore[arg-type]
            default = field.default
            if field.default_factory is not MISSING:
                default = field.default_factory()
            assert getattr(value, field.name) != default, field.name


@pytest.mark.parametrize("session", [FULL, EMPTY], ids=["full", "empty"])
def test_what_is_saved_is_loaded(store: FolderSessionStore, session: Session) -> None:
    store.save(replace(session, doctor="eerder"))
    store.save(session)
    (loaded,) = store.load_all()
    assert loaded == session
    assert repr(loaded) == repr(session)  # also of the same types, down to the last number


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("take_home", TakeHome)
def test_every_state_and_choice_is_kept(
    store: FolderSessionStore, state: State, take_home: TakeHome
) -> None:
    session = replace(EMPTY, state=state, agreement=Agreement(take_home=take_home))
    store.save(session)
    assert store.load_all() == (session,)


def test_the_oldest_comes_first(store: FolderSessionStore) -> None:
    hours = {"a": 3, "b": 0, "c": 5, "d": 1}
    for identity, hour in hours.items():
        # In zones of their own: the clock on the wall does not tell which is older.
        zone = timezone(timedelta(hours=-hour))
        started = (MOMENT + timedelta(hours=hour)).astimezone(zone)
        store.save(replace(EMPTY, identity=identity, started=started))
    assert [session.identity for session in store.load_all()] == ["b", "d", "a", "c"]


def test_before_the_first_there_is_none(store: FolderSessionStore, folder: Path) -> None:
    assert store.load_all() == ()
    assert not folder.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"null",
        b'{"identity": "bad',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"identity":"bad","started":"0001-01-01T00:00:00","language":"nl","doctor":""}',
        b'{"identity":"bad","started":"2026-11-21T09:05:00","language":"de","doctor":""}',
        b'{"identity":"bad","started":"2026-11-21T09:05:00","language":"nl","doctor":"","state":1}',
        b'{"identity":"00ff","started":"2026-11-21T09:05:00","language":"nl","doctor":""}',
    ],
)
def test_a_broken_one_is_left_out_and_left_alone(
    store: FolderSessionStore, folder: Path, data: bytes
) -> None:
    store.save(EMPTY)
    store.sound_path("bad", 1).write_bytes(b"sound")
    (folder / "bad" / "session.json").write_bytes(data)
    (folder / "file").write_bytes(b"no folder")
    (folder / "empty").mkdir()
    assert store.load_all() == (EMPTY,)
    assert (folder / "bad" / "session.json").read_bytes() == data
    assert (folder / "bad" / "take-1.pcm").read_bytes() == b"sound"


@pytest.mark.parametrize(
    "identity", ["", ".", "..", "../00ff", "a/b", "a\\b", "ABC", "é", "00ff\n", "a" * 65, "/etc"]
)
def test_only_an_identity_names_a_folder(store: FolderSessionStore, identity: str) -> None:
    for action in (store.delete, lambda name: store.sound_path(name, 1)):
        with pytest.raises(ValueError, match="identity"):
            action(identity)
    with pytest.raises(ValueError, match="identity"):
        store.save(replace(EMPTY, identity=identity))


def test_takes_count_from_one(store: FolderSessionStore) -> None:
    with pytest.raises(ValueError, match="from 1"):
        store.sound_path("00ff", 0)


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
    assert store.load_all() == (EMPTY,)


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_nobody_else_may_read_or_hear_it(store: FolderSessionStore, folder: Path) -> None:
    before = os.umask(0)
    try:
        store.sound_path("00ff", 1)
        store.save(EMPTY)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    assert modes == {"sessions": 0o700, "00ff": 0o700, "session.json": 0o600}


def test_deleting_takes_everything_of_one_session(store: FolderSessionStore, folder: Path) -> None:
    with_sound(store, EMPTY)
    kept = with_sound(store, FULL)
    (folder / "00ff" / "session.json.new").write_bytes(b"what a killed run left")
    (folder / "00ff" / ".hidden").mkdir()
    (folder / "00ff" / ".hidden" / "deep").write_bytes(b"")
    store.delete("00ff")
    assert [path.name for path in folder.iterdir()] == [FULL.identity]
    assert all(take.read_bytes() == b"sound" for take in kept)
    assert store.load_all() == (FULL,)
    store.delete("00ff")


def test_deleting_what_never_was_is_no_error(store: FolderSessionStore) -> None:
    store.delete("00ff")


def test_deleting_follows_no_link(store: FolderSessionStore, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_bytes(b"somebody's")
    store.save(EMPTY)
    store.sound_path("00ff", 1).symlink_to(other, target_is_directory=True)
    store.delete("00ff")
    assert (other / "letter.txt").read_bytes() == b"somebody's"
    assert store.load_all() == ()


def test_a_take_in_use_stops_no_other_and_is_told(
    store: FolderSessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is being read cannot be deleted."""
    takes = with_sound(store, FULL)
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
        if self.name == "take-2.pcm":
            raise PermissionError(13, "in use")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(NaklankError) as raised:
            store.delete(FULL.identity)
    assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert [take.name for take in takes if take.exists()] == ["take-2.pcm"]
    # Still there to be seen, and to be deleted once more.
    assert store.load_all() == (FULL,)
    store.delete(FULL.identity)
    assert store.load_all() == ()
    assert not takes[0].parent.exists()


def test_a_full_disk_keeps_the_earlier_session(disk: Disk) -> None:
    store = FolderSessionStore(disk.folder / "sessions")
    store.save(FULL)
    disk.fill()
    with pytest.raises(NaklankError) as raised:
        store.save(replace(FULL, doctor="later"))
    assert raised.value.code is ErrorCode.DISK_FULL
    assert store.load_all() == (FULL,)
    place = disk.folder / "sessions" / FULL.identity
    assert [path.name for path in place.iterdir()] == ["session.json"]
    store.delete(FULL.identity)
    assert store.load_all() == ()


def test_a_read_only_disk_is_told_and_keeps_everything(disk: Disk) -> None:
    store = FolderSessionStore(disk.folder / "sessions")
    takes = with_sound(store, FULL)
    disk.make_read_only()
    actions = (
        lambda: store.save(replace(FULL, doctor="later")),
        lambda: store.save(EMPTY),
        lambda: store.sound_path("00ff", 1),
        lambda: store.delete(FULL.identity),
    )
    for action in actions:
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert store.load_all() == (FULL,)
    assert all(take.read_bytes() == b"sound" for take in takes)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    place = tmp_path / "sessions"
    place.write_bytes(b"a file")
    store = FolderSessionStore(place)
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
from naklank.core.session import Session
from naklank.storage.session_store import FolderSessionStore

store = FolderSessionStore(Path(sys.argv[1]))
for letter in cycle("abc"):
    store.save(Session("00ff", datetime(2026, 11, 21, 9, 5), "nl", letter * 1_000_000))
    print(letter, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_while_it_saves_the_session_is_whole(
    store: FolderSessionStore, folder: Path
) -> None:
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
        (session,) = store.load_all()
        assert session.doctor in [letter * 1_000_000 for letter in "abc"]
        unfinished += (folder / "00ff" / "session.json.new").exists()
    assert unfinished, "it was never killed in the middle"
    store.save(EMPTY)
    assert store.load_all() == (EMPTY,)
    assert [path.name for path in (folder / "00ff").iterdir()] == ["session.json"]
