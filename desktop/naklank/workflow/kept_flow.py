"""What waits on this computer: found again, shown, and deleted when its time is over."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from naklank.core.errors import NaklankError
from naklank.core.journal import Facts, JournalEvent
from naklank.core.session import State
from naklank.workflow.own_copy import copy_folder
from naklank.workflow.recovery import kept_sessions
from naklank.workflow.sound_leaving import (
    delete_all,
    has_sound_to_lose,
    let_go,
    without_formers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from naklank.core.ports.keeping import Kept
    from naklank.core.session import Session
    from naklank.core.settings import LoadedSettings
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.journal_keeper import JournalKeeper
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks

_MINUTE: Final = 60_000
"""Milliseconds between two looks whose time is over."""


_SPEAKING: Final = (State.AGREED, State.RECORDING, State.PAUSED)


class KeptFlow(QObject):
    """Sessions that are to be handed over later, or were cut short."""

    changed = Signal()
    expired = Signal(int)
    """So many were deleted because they had waited too long."""
    lost = Signal(int)
    """So many nobody can ever open again: their keys were in the memory of a program that died."""
    failed = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        equipment: Equipment,
        tasks: Tasks,
        journal: JournalKeeper,
        loaded: Callable[[], LoadedSettings],
    ) -> None:
        """`loaded` settings say after how many hours a session that waits is deleted."""
        super().__init__(controller)
        self._controller = controller
        self._equipment = equipment
        self._tasks = tasks
        self._journal = journal
        self._loaded = loaded
        self._is_looking = False
        self._must_look_again = False
        self.is_deleting = False
        """Whether what waited too long is being deleted, and what became of it is told soon."""
        self._has_failed = False
        self._going: set[str] = set()
        """The identities of what goes, or went: a look that began before still finds them."""
        self.sessions: tuple[Session, ...] = ()
        """The oldest first; not the one on the desk."""
        self.unreadable: tuple[str, ...] = ()
        """The identities of what is there and cannot be read now."""
        self.uncopied: tuple[str, ...] = ()
        """The identities of those whose time is over, and that wait for the practice's copy."""
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._delete_expired)
        self._clock.start(_MINUTE)

    def refresh(self) -> None:
        """Look what is there; `changed` follows."""
        if self._is_looking:
            self._must_look_again = True
            return
        self._is_looking = True
        self._has_failed = False
        store, recorder = self._equipment.sessions, self._equipment.recorder
        ours = self._controller.seen

        def look() -> Kept:
            return kept_sessions(store, recorder, lambda session: session.identity in ours)

        self._tasks.run(look, self._on_found, self._on_failed)

    def delete(self, identity: str) -> None:
        """Delete one that waits, or that cannot be read."""
        session = self._session(identity)
        went_home = session is not None and bool(session.hand_overs)
        event = JournalEvent.FINISHED if went_home else JournalEvent.NOTHING_GIVEN
        self._is_deleted(identity, event)
        self.refresh()

    def deadline(self, session: Session) -> datetime:
        """When it is deleted, should it still wait then."""
        return (session.later or session.started) + timedelta(hours=self._loaded().hours_kept)

    def awaits_copy(self, session: Session) -> bool:
        """Whether it is not deleted by itself: finishing it writes the practice's copy first."""
        folder = copy_folder(session, self._loaded().settings.keeping)
        return bool(session.hand_overs) and folder is not None

    def close(self) -> None:
        """Delete nothing by itself any more."""
        self._clock.stop()

    def _on_found(self, kept: Kept) -> None:
        self._is_looking = False
        at_hand = self._controller.session.identity
        self.sessions = tuple(
            self._without_spent_sound(one)
            for one in without_formers(kept.sessions)
            if one.identity not in {at_hand, *self._going} and one.state is not State.CLOSED
        )
        ours = self._controller.seen
        self.unreadable = tuple(one for one in kept.unreadable if one not in ours)
        for session in kept.recovered:
            if session.identity in ours:
                continue
            with contextlib.suppress(NaklankError):  # it is recovered anew at the next start
                self._equipment.sessions.save(session)
            facts = Facts(seconds=session.recording.seconds)
            self._journal.note(JournalEvent.RECOVERED, session.identity, facts)
        for identity in kept.empty:
            if identity not in ours:
                with contextlib.suppress(NaklankError):  # no reason to hide the others
                    self._equipment.sessions.delete(identity)
        if kept.lost:
            self.lost.emit(kept.lost)
        self._delete_expired()
        self.changed.emit()
        self._look_again()

    def _on_failed(self, error: NaklankError) -> None:
        self._is_looking = False
        self.failed.emit(error)
        self.changed.emit()
        self._look_again()

    def _look_again(self) -> None:
        if self._must_look_again:
            self._must_look_again = False
            self.refresh()

    def _delete_expired(self) -> None:
        """Off the main thread, for a locked keyring may hang, and ask for its password.

        So not while somebody speaks; and where it failed not again before the next look.
        """
        if self.is_deleting or self._has_failed or self._controller.state in _SPEAKING:
            return
        now, at_hand = self._equipment.now(), self._controller.session.identity
        late = [
            one for one in self.sessions if one.identity != at_hand and self.deadline(one) <= now
        ]
        over = tuple(one for one in late if not self.awaits_copy(one))
        uncopied = tuple(one.identity for one in late if one not in over)
        if uncopied != self.uncopied:
            self.uncopied = uncopied
            self.changed.emit()
        if over:
            self._delete_all(over)

    def _delete_all(self, over: Sequence[Session]) -> None:
        self.is_deleting = True
        self._going |= {one.identity for one in over}
        self.sessions = tuple(one for one in self.sessions if one not in over)
        store, journal = self._equipment.sessions, self._journal

        def delete() -> dict[str, NaklankError]:
            failed = {}
            for session in over:
                try:
                    delete_all(store, session)
                except NaklankError as error:
                    failed[session.identity] = error
                else:
                    journal.note(JournalEvent.EXPIRED, session.identity)
            return failed

        self._tasks.run(
            delete,
            lambda failed: self._on_deleted(over, failed),
            lambda error: self._on_deleted(over, {one.identity: error for one in over}),
        )
        self.changed.emit()

    def _on_deleted(self, over: Sequence[Session], failed: Mapping[str, NaklankError]) -> None:
        self.is_deleting = False
        self._has_failed = bool(failed)
        self._going -= failed.keys()
        still_here = (one for one in over if one.identity in failed)
        self.sessions = tuple(sorted((*self.sessions, *still_here), key=lambda one: one.started))
        for error in failed.values():
            self.failed.emit(error)
        if len(failed) < len(over):
            self.expired.emit(len(over) - len(failed))
        self.changed.emit()

    def _session(self, identity: str) -> Session | None:
        return next((one for one in self.sessions if one.identity == identity), None)

    def _without_spent_sound(self, session: Session) -> Session:
        """An earlier run ended when something had gone home, and the sound that served it not."""
        if session.identity in self._controller.seen or not has_sound_to_lose(session):
            return session
        after, error = let_go(self._equipment.sessions, session)
        if error is None:  # else it is tried again at the next look
            self._journal.note(JournalEvent.SOUND_DELETED, after.identity)
            with contextlib.suppress(NaklankError):
                self._equipment.sessions.save(after)
        return after

    def _is_deleted(self, identity: str, event: JournalEvent) -> bool:
        store, session = self._equipment.sessions, self._session(identity)
        try:
            if session is None:
                store.delete(identity)
            else:
                delete_all(store, session)
        except NaklankError as error:
            self.failed.emit(error)
            return False
        self._journal.note(event, identity)
        return True
