"""A small bar while the consult goes on: it was agreed at the start, and is recorded at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.sentences.agreement import participant_name, take_home_name
from naklank.sentences.figures import time_text
from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP
from naklank.ui.theme import scaled

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent

    from naklank.core.agreement import Agreement

_WIDEST: Final = 600
"""Pixels of a line: with many people it goes on below."""


class EarlyBar(QFrame):
    """Stands over other programs in a corner; no microphone is open, nothing is kept on disk."""

    confirmed = Signal()
    """Everybody still agrees: on to speaking."""
    opened = Signal()
    """Somebody wants to see the whole agreement, or closed the bar."""
    declined = Signal()
    """It is not recorded after all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle("Naklank")
        self.setObjectName("footer")
        self.said = QLabel()
        self.said.setObjectName("heading")
        self.said.setWordWrap(True)
        self.people = QLabel(tr("The microphone is closed. Ask once more at the end."))
        self.people.setObjectName("hint")
        self.decline = KeyButton(tr("Do not record"), kind=Kind.DANGER)
        self.open_it = KeyButton(tr("Change"))
        self.confirm = KeyButton(tr("Still agreed"), "Ctrl+Return", Kind.MAIN)
        for button in (self.decline, self.open_it):
            button.is_compact = True
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.decline)
        row.addWidget(self.open_it)
        row.addStretch(1)
        row.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self.said, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.people)
        column.addLayout(row)
        self.confirm.clicked.connect(self.confirmed)
        self.open_it.clicked.connect(self.opened)
        self.decline.clicked.connect(self.declined)

    def show_agreement(self, agreement: Agreement, moment: datetime) -> None:
        """Stand in the corner at the bottom right, with who agreed to what, and when.

        The moment shows whose agreement it is: nobody confirms that of the patient before.
        """
        people = ", ".join(participant_name(one).lower() for one in agreement.participants)
        words = tr("Agreed at {time}: {what} ({people})")
        what = take_home_name(agreement.take_home).lower()
        self.said.setText(words.format(time=time_text(moment), what=what, people=people))
        self.said.ensurePolished()  # or it would be measured in other letters
        whole = self.said.fontMetrics().horizontalAdvance(self.said.text()) + 1
        self.said.setFixedWidth(min(whole, scaled(_WIDEST)))
        self.adjustSize()
        room = self.screen().availableGeometry()
        corner = room.bottomRight() - self.rect().bottomRight()
        self.move(corner.x() - GAP, corner.y() - 3 * GAP)
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by its cross: the agreement is not thrown away, it is shown."""
        event.ignore()
        self.opened.emit()
