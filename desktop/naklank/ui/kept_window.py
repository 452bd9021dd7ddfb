"""What still waits on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from naklank.core.session import State
from naklank.translation import tr
from naklank.ui.key_button import KeyButton, Kind
from naklank.ui.page import GAP, MARGIN
from naklank.ui.theme import TARGET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from naklank.core.session import Session


class KeptWindow(QDialog):
    """A list by time and doctor, never by patient: one of them can be taken up again."""

    chosen = Signal(object)
    """The Session to go on with."""

    def __init__(self, sessions: Sequence[Session], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Still here"))
        self.resize(640, 420)
        self._sessions = tuple(sessions)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Summaries that wait on this computer"))
        for session in self._sessions:
            item = QListWidgetItem(_line(session))
            item.setSizeHint(QSize(0, TARGET))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.cancel = KeyButton(tr("Cancel"))
        self.open_it = KeyButton(tr("Go on with this one"), "Ctrl+Return", Kind.MAIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        explanation = QLabel(tr("These wait on this computer until they are handed over."))
        explanation.setWordWrap(True)
        column.addWidget(explanation)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.open_it)
        column.addLayout(row)
        self.cancel.clicked.connect(self.reject)
        self.open_it.clicked.connect(self._on_open)
        self.list.itemActivated.connect(self._on_open)

    def _on_open(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._sessions):
            self.accept()
            self.chosen.emit(self._sessions[row])


def _line(session: Session) -> str:
    if session.state in (State.WAITING, State.APPROVED, State.LISTENED, State.HANDED_OVER):
        words = tr("{time}  {doctor}  to be handed over")
    else:
        words = tr("{time}  {doctor}  not yet checked")
    moment = f"{session.started:%d-%m-%Y %H.%M}"
    return words.format(time=moment, doctor=session.doctor)
