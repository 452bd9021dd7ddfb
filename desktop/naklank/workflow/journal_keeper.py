"""Writes down in the journal what happens to the sessions."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import NaklankError
from naklank.core.journal import NO_FACTS, Facts, JournalEvent
from naklank.core.session import Event, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from naklank.core.ports.keeping import Journal
    from naklank.core.session import HandOver, Session
    from naklank.core.statement import Statement
    from naklank.workflow.session_controller import SessionController

_LINES: Final[Mapping[Event, JournalEvent]] = {
    Event.AGREE: JournalEvent.AGREED,
    Event.STOP: JournalEvent.RECORDED,
    Event.FINISH_TRANSCRIBING: JournalEvent.TYPED,
    Event.APPROVE: JournalEvent.APPROVED,
    Event.LISTEN: JournalEvent.APPROVED,
    Event.HAND_OVER: JournalEvent.HANDED_OVER,
    Event.SOUND_GOES: JournalEvent.SOUND_DELETED,
    Event.HAND_OVER_LATER: JournalEvent.KEPT,
    Event.RECOVER: JournalEvent.RECOVERED,
    Event.DISCARD_RECORDING: JournalEvent.DISCARDED,
    Event.FINISH: JournalEvent.FINISHED,
    Event.GIVE_NOTHING: JournalEvent.NOTHING_GIVEN,
    Event.WITHDRAW: JournalEvent.WITHDRAWN,
}
"""What is written down; who declines leaves no line."""

_ENDS: Final = frozenset({Event.FINISH, Event.GIVE_NOTHING, Event.WITHDRAW})


@dataclass(frozen=True, slots=True)
class _Note:
    event: JournalEvent
    session: str
    facts: Facts
    moment: datetime


class JournalKeeper(QObject):
    """Has each line written in a thread of its own, one behind the other.

    What cannot be written now waits, and is tried again before the next line and at the end.
    """

    failed = Signal(object)
    """A NaklankError; a line that could not be written waits."""
    was_read = Signal(object)
    """The Contents that were asked for."""

    _refused = Signal(object)
    _read = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        journal: Journal,
        now: Callable[[], datetime],
        unforeseen: Callable[[BaseException], NaklankError],
    ) -> None:
        """`unforeseen` turns an error without a code into one that people can be told."""
        super().__init__(controller)
        self._controller = controller
        self._journal = journal
        self._now = now
        self._unforeseen = unforeseen
        self._closed_session = ""
        self._identity = self._identity_before = ""
        self._is_closed = False
        self._had_sound = self._has_sound = False
        self._waiting: deque[_Note] = deque()  # of the journal's thread alone
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="journal")
        # Whatever listens hears of it on the main thread.
        self._refused.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        self._read.connect(self.was_read, Qt.ConnectionType.QueuedConnection)
        controller.changed.connect(self._on_changed)
        controller.happened.connect(self._on_happened)

    def note(self, event: JournalEvent, session: str, facts: Facts = NO_FACTS) -> None:
        """Have a line written of what happened now; returns at once."""
        self._do(partial(self._write, _Note(event, session, facts, self._now())))

    def read(self) -> None:
        """Ask what stands in the journal, with all that was noted; the answer comes as a signal."""
        self._do(lambda: self._read.emit(self._journal.read()))

    def forget_before(self, moment: datetime) -> None:
        """Have older lines deleted; returns at once."""
        self._do(partial(self._journal.forget_before, moment))

    def close(self) -> None:
        """Wait until all is written that can be, and end the thread; nothing is noted after."""
        if not self._is_closed:
            self._do(self._write)
            self._is_closed = True
            self._pool.shutdown()

    def _on_changed(self) -> None:
        session = self._controller.session
        self._had_sound, self._has_sound = self._has_sound, bool(session.recording.takes)
        if session.state is State.CLOSED:
            self._closed_session = session.identity
        if session.identity != self._identity:
            self._identity_before, self._identity = self._identity, session.identity

    def _on_happened(self, event: Event) -> None:
        session = self._controller.session
        # Whoever heard of an end before us may have put the next session on the desk already.
        identity = self._closed_session if event in _ENDS else session.identity
        if event is Event.DISCARD_RECORDING:  # what comes has another identity
            identity = self._identity_before
        is_nothing = event is Event.DISCARD_RECORDING and not self._had_sound
        if event in _LINES and not is_nothing:
            self.note(_LINES[event], identity, _facts(session, event))

    def _do(self, work: Callable[[], object]) -> None:
        """On the journal's thread."""

        def run() -> None:
            try:
                work()
            except NaklankError as error:
                self._refused.emit(error)
            except Exception as error:  # noqa: BLE001 - told as what it is
                self._refused.emit(self._unforeseen(error))

        if not self._is_closed:
            self._pool.submit(run)

    def _write(self, *notes: _Note) -> None:
        self._waiting.extend(notes)
        while self._waiting:
            note = self._waiting.popleft()
            try:
                self._journal.append(note.event, note.session, note.facts, note.moment)
            except NaklankError:
                self._waiting.appendleft(note)
                raise


def _facts(session: Session, event: Event) -> Facts:
    if event is Event.STOP:
        # Of a text that stands only what was spoken anew: the rest has its line already.
        return Facts(seconds=session.spoken.seconds)
    if event is Event.RECOVER:
        return Facts(seconds=session.recording.seconds)
    if event is Event.HAND_OVER:
        return _handed_over(session.hand_overs[-1], session.statement)
    return NO_FACTS


def _handed_over(hand_over: HandOver, statement: Statement | None) -> Facts:
    """With the length of the sound as it went home: a file without a seal is known by it."""
    if statement is None:
        return Facts(hand_over.seconds, hand_over.way)
    recorded = statement.length_ms / 1000 if statement.sound else None
    return Facts(
        seconds=hand_over.seconds or recorded,
        way=hand_over.way,
        code=statement.code,
        text_hash=statement.text,
        sound_hash=statement.sound,
        version=str(statement.version),
    )
