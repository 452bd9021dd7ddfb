"""What still waits on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from naklank.core.keys import KeyPlace
from naklank.sentences.failures import sentence
from naklank.sentences.kept import hours_text, moment_text, unreadable_text
from naklank.translation import tr
from naklank.ui.kept.kept_list import KeptList
from naklank.ui.parts.confirm import ConfirmBar, Question
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from naklank.core.errors import NaklankError
    from naklank.workflow.desk import Desk


class KeptWindow(QDialog):
    """Everything that is stored, by time and doctor, never by patient.

    One can be taken up again or deleted; what cannot be read can be deleted as well.
    """

    chosen = Signal(object)
    """The Session to go on with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Still here"))
        self.resize(within_screens(820, 560))
        self._desk = desk
        self._deleted: set[str] = set()
        """Gone from the disk, though the desk may not have looked since."""
        self._has_failed = False
        self.list = KeptList(desk.kept.deadline, desk.kept.awaits_copy)
        self.problem = QLabel()
        self.unreadable = QLabel()
        self.delete_unreadable = KeyButton(tr("Delete what cannot be read"), kind=Kind.DANGER)
        self.delete_it = KeyButton(tr("Delete this one"), kind=Kind.DANGER)
        self.cancel = KeyButton(tr("Cancel"))
        self.open_it = KeyButton(tr("Go on with this one"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.confirm = ConfirmBar(self)
        self._connect()
        self._draw()
        self.list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        explanation = QLabel(self._explanation())
        explanation.setWordWrap(True)
        column.addWidget(explanation)
        column.addWidget(self.list, 1)
        unreadable = QHBoxLayout()
        unreadable.setSpacing(GAP)
        unreadable.addWidget(two_lines(self.unreadable), 1)
        unreadable.addWidget(self.delete_unreadable)
        column.addLayout(unreadable)
        column.addWidget(two_lines(self.problem))
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.delete_it)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.open_it)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._desk.kept.changed.connect(self._draw)
        self._desk.kept.failed.connect(self._on_failed)
        self.cancel.clicked.connect(self.reject)
        self.open_it.clicked.connect(self._on_open)
        self.list.itemActivated.connect(self._on_open)
        self.list.currentRowChanged.connect(self._draw_buttons)
        self.delete_it.clicked.connect(self._on_delete)
        self.delete_unreadable.clicked.connect(self._on_delete_unreadable)

    def _explanation(self) -> str:
        keeping = self._desk.settings.keeping
        words = tr(
            "All of this is encrypted, and on this computer alone. Each is deleted {hours} after "
            "it was agreed or put aside; is Naklank closed then, as soon as it is opened again."
        ).format(hours=hours_text(self._desk.loaded.hours_kept))
        if keeping.keys is KeyPlace.MEMORY:
            memory = tr(
                "Keys are in memory only: what is recorded now stays only as long as Naklank is "
                "open."
            )
            return f"{words} {memory}"
        return words

    def _draw(self) -> None:
        sessions = (one for one in self._desk.kept.sessions if one.identity not in self._deleted)
        self.list.set_sessions(tuple(sessions), self._desk.equipment.now())
        count = len(self._unreadable)
        self.unreadable.setText(unreadable_text(count) if count else "")
        self.delete_unreadable.setVisible(bool(count))
        self._draw_buttons()

    def _draw_buttons(self) -> None:
        for button in (self.open_it, self.delete_it):
            button.setEnabled(self.list.chosen is not None)

    @property
    def _unreadable(self) -> tuple[str, ...]:
        return tuple(one for one in self._desk.kept.unreadable if one not in self._deleted)

    def _on_open(self) -> None:
        session = self.list.chosen
        if session is not None:
            self.accept()
            self.chosen.emit(session)

    def _on_delete(self) -> None:
        session = self.list.chosen
        if session is None:
            return
        words = tr("Delete the summary of {moment}? Nobody can bring it back.")
        moment = moment_text(session.started, self._desk.equipment.now())
        which = f"{moment} ({session.doctor})" if session.doctor else moment
        question = words.format(moment=which)
        if self._desk.kept.awaits_copy(session):
            no_copy = tr("The practice has no copy of it yet.")
            question = f"{question} {no_copy}"
        self._ask(question, (session.identity,))

    def _on_delete_unreadable(self) -> None:
        words = tr(
            "Perhaps only the keyring is locked: then these can be read again once it is "
            "unlocked. Delete all the same what cannot be read now ({count})?"
        )
        self._ask(words.format(count=len(self._unreadable)), self._unreadable)

    def _ask(self, question: str, identities: Sequence[str]) -> None:
        self.confirm.ask(
            Question(question, tr("Keep it"), tr("Delete"), lambda: self._delete(identities))
        )

    def _delete(self, identities: Sequence[str]) -> None:
        self.problem.clear()
        for identity in identities:
            self._has_failed = False
            self._desk.kept.delete(identity)
            if not self._has_failed:
                self._deleted.add(identity)
        self._draw()

    def _on_failed(self, error: NaklankError) -> None:
        self._has_failed = True
        self.problem.setText(sentence(error))
