"""Folder and key of the recording to come, made off the main thread: a keyring takes its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from naklank.core.session import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.core.ports.keeping import SessionStore
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks


class _Waiting(NamedTuple):
    go_on: Callable[[], None]
    refused: Callable[[NaklankError], None]


class PlaceMaking(QObject):
    """Makes them for the session at hand, and lets whoever waits for them go on.

    A keyring may ask for its password, and answer after a minute: a recording that is begun
    meanwhile begins then, if it is still the same session.
    """

    failed = Signal(object)
    awaited_changed = Signal()
    """`is_awaited` is another than before."""

    def __init__(self, controller: SessionController, sessions: SessionStore, tasks: Tasks) -> None:
        super().__init__(controller)
        self._controller = controller
        self._sessions = sessions
        self._tasks = tasks
        self._made = ""
        """The identity of the session whose place is there; "" where it is not."""
        self._under_way = ""
        self._waiting: _Waiting | None = None

    @property
    def is_made(self) -> bool:
        """Whether nobody has to be asked for it; whatever was recorded before has its place."""
        session = self._controller.session
        return session.state is not State.AGREED or session.identity == self._made

    @property
    def is_awaited(self) -> bool:
        """Whether somebody has pressed to record, and the key is not there yet."""
        is_this = self._under_way == self._controller.session.identity
        return is_this and self._waiting is not None

    def make(self) -> None:
        """While the doctor draws breath."""
        identity = self._controller.session.identity
        if identity in (self._made, self._under_way):
            return
        self._under_way = identity
        self._waiting = None  # whoever waited, waited for another session

        def work() -> None:
            if self._controller.session.identity == identity:  # and not the next patient by now
                self._sessions.sound_file(identity, 1)

        self._tasks.run(
            work, lambda _: self._end(identity), lambda error: self._end(identity, error)
        )

    def when_made(self, go_on: Callable[[], None], refused: Callable[[NaklankError], None]) -> None:
        """Go on at once, or as soon as it is made; of those that wait the last one does."""
        if self.is_made:
            go_on()
            return
        self.make()
        self._waiting = _Waiting(go_on, refused)
        self.awaited_changed.emit()

    def _end(self, identity: str, error: NaklankError | None = None) -> None:
        if identity != self._under_way:
            return  # another session has asked since
        self._under_way = ""
        waiting, self._waiting = self._waiting, None
        self.awaited_changed.emit()
        is_wanted = identity == self._controller.session.identity
        if error is None and is_wanted:
            self._made = identity
        if waiting is None or not is_wanted:
            if error is not None:
                self.failed.emit(error)
        elif error is not None:
            waiting.refused(error)
        else:
            waiting.go_on()
