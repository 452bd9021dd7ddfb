"""What happens to a session stands in the journal; who it is about and what was said does not."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import Agreement, Participant, Role, TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import NO_FACTS, Contents, Entry, Facts, JournalEvent
from naklank.core.recording import Insertion, Recording, Take
from naklank.core.review import Review
from naklank.core.session import TRANSITIONS, Event, HandOver, Session, State, Way
from naklank.core.summary import Summary, SummaryWord
from naklank.core.transcript import Transcript
from naklank.storage.journal import FileJournal
from naklank.storage.journal_head import FileHead
from naklank.workflow.journal_keeper import _LINES, JournalKeeper
from naklank.workflow.session_controller import SessionController

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from naklank.core.ports.keeping import Journal

MOMENT = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
E = JournalEvent
YES = Agreement((Participant(Role.PATIENT, agrees=True), Participant(Role.RELATIVE, agrees=True)))
RECORDING = Recording((Take(1, 16_000, 16_000 * 80, "m"), Take(2, 16_000, 8_000, "m")))
TEXT = Summary((SummaryWord("griep"),))


class NoStore:
    """Sessions that nobody keeps."""

    def save(self, session: Session) -> None:
        pass

    def delete(self, identity: str) -> None:
        pass


@dataclass
class Room:
    """A controller, and the real journal of what happens to its session."""

    controller: SessionController
    keeper: JournalKeeper
    file: Path
    keys: list[bytes]
    clock: list[datetime]
    failures: list[NaklankError]
    bot: QtBot

    def contents(self) -> Contents:
        with self.bot.waitSignal(self.keeper.was_read) as read:
            self.keeper.read()
        assert read.args is not None
        contents = read.args[0]
        assert isinstance(contents, Contents)
        assert contents.is_whole
        return contents

    def entries(self) -> tuple[Entry, ...]:
        return self.contents().entries

    def events(self) -> list[JournalEvent]:
        return [entry.event for entry in self.entries()]

    def apply(self, *events: Event, **changes: object) -> None:
        for event in events:
            assert self.controller.apply(event, **changes)

    def agree(self, take_home: TakeHome = TakeHome.SOUND_AND_PAPER) -> None:
        self.apply(Event.AGREE, agreement=replace(YES, take_home=take_home))

    def record(self) -> None:
        self.apply(Event.START_RECORDING)
        self.controller.update(recording=RECORDING)
        self.apply(Event.STOP)

    def approve(self) -> None:
        self.agree()
        self.record()
        self.apply(Event.TRANSCRIBE)
        review = Review(heard_whole=True)
        self.apply(Event.FINISH_TRANSCRIBING, summary=TEXT, review=review)
        self.apply(Event.APPROVE)

    def hand_over(self, *ways: Way) -> None:
        for way in ways:
            self.apply(Event.HAND_OVER, hand_overs=(HandOver(way, MOMENT),))


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    keys = [bytes(32)]
    clock = [MOMENT]

    def key() -> bytes:
        if not keys:
            raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
        return keys[0]

    file = tmp_path / "journal.jsonl"
    journal = FileJournal(
        file, FileHead(tmp_path / "journal.head"), key, lambda: clock[0], lambda: "praktijk1"
    )
    with opened(journal, lambda: clock[0]) as (controller, keeper):
        room = Room(controller, keeper, file, keys, clock, [], qtbot)
        keeper.failed.connect(room.failures.append)
        yield room


@contextmanager
def opened(
    journal: Journal, now: Callable[[], datetime]
) -> Iterator[tuple[SessionController, JournalKeeper]]:
    """A controller with an empty session, and the keeper of its journal."""
    controller = SessionController(NoStore(), now)  # type: ignore[arg-type]

    def next_session() -> None:
        if controller.state in (State.CLOSED, State.AGREEING):
            controller.begin("nl", "dokter Van Dam")

    # As the desk does: the next session lies there before anybody else hears of the end.
    controller.happened.connect(next_session)
    keeper = JournalKeeper(
        controller,
        journal,
        now,
        lambda error: NaklankError(ErrorCode.UNFORESEEN, kind=type(error).__name__),
    )
    next_session()
    try:
        yield controller, keeper
    finally:
        keeper.close()


def test_the_whole_way_stands_there(room: Room) -> None:
    identity = room.controller.session.identity
    room.approve()
    room.hand_over(Way.PRINT, Way.FOLDER)
    room.apply(Event.FINISH)
    assert room.controller.session.identity != identity
    entries = room.entries()
    assert [(entry.event, entry.facts) for entry in entries] == [
        (E.AGREED, Facts()),
        (E.RECORDED, Facts(seconds=80.5)),
        (E.TYPED, Facts()),
        (E.APPROVED, Facts()),
        (E.HANDED_OVER, Facts(way=Way.PRINT)),
        (E.HANDED_OVER, Facts(way=Way.FOLDER)),
        (E.FINISHED, Facts()),
    ]
    assert {entry.session for entry in entries} == {identity}
    assert {entry.user for entry in entries} == {"praktijk1"}
    assert {entry.moment for entry in entries} == {MOMENT}


def test_of_what_is_spoken_anew_its_own_length_stands_there(room: Room) -> None:
    room.agree()
    room.record()
    room.apply(Event.TRANSCRIBE)
    transcript = Transcript("nl", 80.5)
    room.apply(Event.FINISH_TRANSCRIBING, summary=TEXT, transcript=transcript, review=Review())
    room.apply(Event.SPEAK_AGAIN, insertion=Insertion(0, 1, first_take=3))
    room.apply(Event.RESUME)
    anew = Recording((*RECORDING.takes, Take(3, 16_000, 16_000 * 7, "m")))
    room.controller.update(recording=anew)
    room.apply(Event.STOP)
    spoken = [one.facts.seconds for one in room.entries() if one.event is E.RECORDED]
    assert spoken == [80.5, 7.0]


def test_nothing_of_people_stands_there(room: Room) -> None:
    room.approve()
    room.apply(Event.WITHDRAW)
    room.entries()
    written = room.file.read_text("utf-8")
    for word in ("Dam", "griep", "patient", "child", "relative", '"m"', "nl"):
        assert word not in written.replace("null", "")


def test_each_end_belongs_to_the_session_that_ended(room: Room) -> None:
    for event in (Event.GIVE_NOTHING, Event.WITHDRAW, Event.FINISH):
        identity = room.controller.session.identity
        room.approve()
        if event is Event.FINISH:
            room.hand_over(Way.PLAY)
        room.apply(event)
        assert room.controller.session.identity != identity
        assert room.entries()[-1].session == identity
    ends = [one for one in room.events() if one in (E.NOTHING_GIVEN, E.WITHDRAWN, E.FINISHED)]
    assert ends == [E.NOTHING_GIVEN, E.WITHDRAWN, E.FINISHED]


def test_sound_that_goes_home_alone_is_approved_by_listening(room: Room) -> None:
    room.agree(TakeHome.SOUND_ONLY)
    room.record()
    room.apply(Event.LISTEN, review=Review(heard_whole=True))
    room.apply(Event.HAND_OVER_LATER)
    assert room.events() == [E.AGREED, E.RECORDED, E.APPROVED, E.KEPT]


def test_a_recording_that_is_deleted(room: Room) -> None:
    room.agree()
    room.record()
    room.apply(Event.DISCARD_RECORDING)
    assert room.events() == [E.AGREED, E.RECORDED, E.DISCARDED]


def test_a_microphone_that_gave_nothing_deletes_nothing(room: Room) -> None:
    room.agree()
    room.apply(Event.START_RECORDING, Event.DISCARD_RECORDING)
    assert room.events() == [E.AGREED]


def test_who_declines_leaves_no_line(room: Room) -> None:
    room.apply(Event.DECLINE)
    assert room.events() == []


def test_a_session_that_was_cut_short_is_recovered(room: Room) -> None:
    room.controller.open(
        Session("00ff", MOMENT, "nl", "", State.RECORDING, YES, recording=RECORDING)
    )
    room.apply(Event.RECOVER)
    (entry,) = room.entries()
    assert (entry.event, entry.session) == (E.RECOVERED, "00ff")
    assert entry.facts.seconds == 80.5


def test_what_others_tell_stands_between(room: Room) -> None:
    room.agree()
    room.keeper.note(E.EXPIRED, "00ff")
    room.keeper.note(E.RECOVERED, "00aa", Facts(seconds=3.5))
    room.record()
    assert room.events() == [E.AGREED, E.EXPIRED, E.RECOVERED, E.RECORDED]


def test_every_event_that_deletes_leaves_a_line() -> None:
    """But for a no at the beginning: nothing was there yet."""
    ends = {one for (_, one), state in TRANSITIONS.items() if state is State.CLOSED}
    assert {*ends, Event.DISCARD_RECORDING} - set(_LINES) == {Event.DECLINE}


def test_a_line_that_cannot_be_written_waits_for_its_turn(room: Room) -> None:
    key = room.keys.pop()
    room.agree()
    room.bot.waitUntil(lambda: len(room.failures) == 1)
    room.clock[0] = MOMENT + timedelta(minutes=3)
    room.record()
    room.bot.waitUntil(lambda: len(room.failures) == 2)
    assert {error.code for error in room.failures} == {ErrorCode.KEYS_UNAVAILABLE}
    room.keys.append(key)
    room.apply(Event.WITHDRAW)
    assert room.events() == [E.AGREED, E.RECORDED, E.WITHDRAWN]
    moments = [entry.moment for entry in room.entries()]
    assert moments == [MOMENT, room.clock[0], room.clock[0]]  # when it happened


def test_what_waits_is_written_at_the_end(room: Room) -> None:
    key = room.keys.pop()
    room.agree()
    room.bot.waitUntil(lambda: bool(room.failures))
    room.keys.append(key)
    room.keeper.close()
    assert b'"agreed"' in room.file.read_bytes()


def test_older_lines_are_forgotten_in_their_turn(room: Room) -> None:
    room.agree()
    room.clock[0] = MOMENT + timedelta(days=2)
    room.record()
    room.keeper.forget_before(MOMENT + timedelta(days=1))
    assert room.events() == [E.RECORDED]


class StubbornJournal:
    """Takes its time, and one line it does not take at all."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.threads: set[int] = set()
        self.written: list[JournalEvent] = []

    def append(
        self,
        event: JournalEvent,
        session: str,
        facts: Facts = NO_FACTS,
        moment: datetime | None = None,
    ) -> Entry:
        assert self.may_go_on.wait(20)
        self.threads.add(threading.get_ident())
        if event is E.RECORDED:
            raise ZeroDivisionError
        self.written.append(event)
        return Entry(1, moment or MOMENT, "", event, session, facts)

    def read(self) -> Contents:
        return Contents((), ())

    def forget_before(self, moment: datetime) -> None:
        raise NotImplementedError(moment)


def test_nobody_waits_for_the_disk_and_a_mistake_holds_up_nothing(qtbot: QtBot) -> None:
    journal = StubbornJournal()
    failures: list[str] = []
    threads: list[threading.Thread] = []
    with opened(journal, lambda: MOMENT) as (controller, keeper):

        def on_failed(error: NaklankError) -> None:
            failures.append(error.details["kind"])
            threads.append(threading.current_thread())

        keeper.failed.connect(on_failed)
        controller.apply(Event.AGREE, agreement=YES)
        controller.apply(Event.START_RECORDING, recording=RECORDING)
        controller.apply(Event.STOP)
        controller.apply(Event.WITHDRAW)  # all this while the first line is still on its way
        assert journal.written == []
        journal.may_go_on.set()
        qtbot.waitUntil(lambda: bool(failures))
    assert journal.written == [E.AGREED, E.WITHDRAWN]
    assert len(journal.threads) == 1
    assert threading.get_ident() not in journal.threads
    assert failures == ["ZeroDivisionError"]
    assert threads == [threading.main_thread()]
