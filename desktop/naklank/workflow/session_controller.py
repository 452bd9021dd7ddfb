"""The one writer of a session."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from naklank.core.errors import NaklankError
from naklank.core.session import Event, Session, State, advanced, allowed_events
from naklank.workflow.sound_leaving import delete_all, has_sound_to_lose, let_go

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from naklank.core.ports.keeping import SessionStore
    from naklank.core.recording import SoundFile
    from naklank.core.transcript import Language

_NOTHING_TO_KEEP: Final = frozenset({State.AGREEING, State.AGREED})
"""Nothing was said yet: what is not stored need not be deleted."""


class SessionController(QObject):
    """Holds the session at hand and stores it after every change.

    A change that deletes is made only when the deletion has succeeded.
    """

    changed = Signal()
    """The session is another than before."""
    happened = Signal(object)
    """An Event has happened to the session."""
    began = Signal()
    """Another session was put on the desk."""
    failed = Signal(object)
    """A NaklankError; what it leaves behind is safe."""

    def __init__(
        self, store: SessionStore, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._now = now
        self._session = Session("", now(), "nl", "")
        self.seen: set[str] = set()
        """The identities of the sessions that lay on the desk in this run of the app."""
        self.is_stored = False
        """Whether the disk holds the session as it is now."""

    @property
    def session(self) -> Session:
        """The one at hand, as it is now; `changed` tells of each replacement."""
        return self._session

    @property
    def state(self) -> State:
        """How far the session at hand has come."""
        return self._session.state

    @property
    def allowed(self) -> frozenset[Event]:
        """The events that may happen to the session now."""
        return allowed_events(self._session)

    @property
    def sound_files(self) -> tuple[SoundFile, ...]:
        """Where the sound of this session lies, take by take. Raises KEYS_UNAVAILABLE."""
        return tuple(self.sound_file(take.number) for take in self._session.recording.takes)

    def sound_file(self, take: int) -> SoundFile:
        """Where a take of this session belongs, and its key.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        return self._store.sound_file(self._session.identity, take)

    def clear_place(self, take: int) -> None:
        """Make sure that a take that is to come finds its place free; raises as `sound_file`.

        Of a recording in which something is spoken anew all goes that is no part of it: in a crash
        it would be taken for what was being spoken.
        """
        self.sound_file(take)
        session, identity = self._session, self._session.identity
        kept = {one.number for one in session.recording.takes}
        is_cut = session.insertion is not None or session.recording.is_cut
        for number in self._store.takes(identity) if is_cut else (take,):
            if number not in kept:
                self._store.remove_sound(identity, number)

    def begin(self, language: Language, doctor: str = "") -> None:
        """Put an empty session on the desk."""
        self.open(Session(_new_identity(), self._now(), language, doctor))

    def open(self, session: Session) -> None:
        """Put a session that was kept on the desk."""
        self.seen.add(session.identity)
        self._session = session
        self.is_stored = False
        self.began.emit()
        self.changed.emit()

    def update(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of a Session
        """Replace what the session holds, in the state it is in."""
        self._put(replace(self._session, **changes))

    def apply(self, event: Event, **changes: Any) -> bool:  # noqa: ANN401 - as above
        """Let an event happen to the session with these changes; False if a deletion failed."""
        after = advanced(replace(self._session, **changes), event)
        if after.state is State.CLOSED or event is Event.DISCARD_RECORDING:
            try:
                delete_all(self._store, self._session)
            except NaklankError as error:
                self.failed.emit(error)
                return False
        if event is Event.DISCARD_RECORDING:
            # What comes has nothing to do with the folder and the key that were just deleted.
            after = replace(after, identity=_new_identity())
            self.seen.add(after.identity)
        self._put(after)
        self.happened.emit(event)
        return True

    def let_sound_go(self) -> None:
        """Delete the sound that served the typing, where something went home; else do nothing.

        SOUND_GOES happens once it is gone. Until then the session says so itself, in `former` or
        with all its sound, and each hand-over and every way to its end tries again.
        """
        before = self._session
        if not has_sound_to_lose(before):
            return
        self._session, error = let_go(self._store, before)
        self.seen.add(self._session.identity)
        self.is_stored |= self._session.identity != before.identity
        if error is None:
            self._put(self._session)
            self.happened.emit(Event.SOUND_GOES)
        else:
            self.changed.emit()
            self.failed.emit(error)

    def _put(self, session: Session) -> None:
        self._session = session
        problem = None
        self.is_stored = False
        if session.state not in _NOTHING_TO_KEEP and session.state is not State.CLOSED:
            try:
                self._store.save(session)
                self.is_stored = True
            except NaklankError as error:
                # The session goes on in memory; its sound is in a file of its own.
                problem = error
        self.changed.emit()
        if problem is not None:  # last: it is read on the page where one goes on
            self.failed.emit(problem)


def _new_identity() -> str:
    return secrets.token_hex(8)
