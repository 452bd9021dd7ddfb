"""The hand-over statement: made before anything goes home, and sealed into each file."""

from __future__ import annotations

import secrets
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import NaklankError
from naklank.core.statement import SALT, Statement, hash_text
from naklank.workflow.on_its_way import what_may_go

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from naklank.core.recording import SoundFile
    from naklank.core.session import Session
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks


class _Waiting(NamedTuple):
    what: object
    go_on: Callable[[], None]
    give_up: Callable[[], None]


class Stating(QObject):
    """Sees to it that each session has its statement when it goes home.

    Nothing here holds a hand-over up: without a statement or a seal it goes on, and that is told.
    """

    failed = Signal(object)

    _unsealed = Signal(object)

    def __init__(self, controller: SessionController, equipment: Equipment, tasks: Tasks) -> None:
        super().__init__(controller)
        self._controller = controller
        self._equipment = equipment
        self._tasks = tasks
        self._waiting: list[_Waiting] = []
        self._unsealed.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def before(self, go_on: Callable[[], None], give_up: Callable[[], None] = lambda: None) -> None:
        """Go on once there is a statement, at once where there is.

        Gives up where another session is on the desk by then, or another text, and while nothing
        is approved: what is stated must not change any more.
        """
        session, what = self._controller.session, self._what()
        if what is None:
            give_up()
            return
        if session.statement is not None:
            go_on()
            return
        is_under_way = any(one.what == what for one in self._waiting)
        self._waiting.append(_Waiting(what, go_on, give_up))
        if is_under_way:
            return

        def done(statement: Statement) -> None:
            if self._what() == what:
                self._controller.update(statement=statement)
            self._go_on(what)

        def failed(error: NaklankError) -> None:
            self.failed.emit(error)
            self._go_on(what)

        try:
            files = self.files_to_take_home()
        except NaklankError as error:
            failed(error)
            return
        self._tasks.run(lambda: self._statement(session, files), done, failed)

    def sealed(
        self, files: Mapping[str, bytes], statement: Statement | None
    ) -> Mapping[str, bytes]:
        """The same files with their seals, or without where that fails. On any thread."""
        if statement is None:
            return files
        try:
            return self._equipment.seals.seal(files, statement)
        except NaklankError as error:
            self._unsealed.emit(error)
        except Exception as error:  # noqa: BLE001 - the hand-over goes on all the same
            self._unsealed.emit(self._equipment.unforeseen(error))
        return files

    def files_to_take_home(self) -> tuple[SoundFile, ...]:
        """The sound, where it goes home. Raises KEYS_UNAVAILABLE."""
        controller = self._controller
        return controller.sound_files if controller.session.sound_goes_home else ()

    def _what(self) -> object:
        return what_may_go(self._controller)

    def _go_on(self, what: object) -> None:
        mine = [one for one in self._waiting if one.what == what]
        self._waiting = [one for one in self._waiting if one.what != what]
        for one in mine:
            (one.go_on if self._what() == what else one.give_up)()

    def _statement(self, session: Session, files: tuple[SoundFile, ...]) -> Statement:
        """Reads the sound, if it goes home: off the main thread."""
        publisher, salt = self._equipment.publisher, secrets.token_hex(SALT)
        sound, length = publisher.hash_sound(files) if files else ("", 0)
        summary = session.summary if session.agreement.take_home.has_text else None
        return Statement(
            salt=salt,
            text=hash_text(summary.blocks(), salt) if summary else "",
            sound=sound,
            made=self._equipment.now().astimezone(UTC).replace(microsecond=0),
            version=session.edition.version,
            length_ms=length,
            agreed=all(one.agrees for one in session.agreement.participants),
        )
