"""The log, for whoever helps: where the program went wrong, never what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class LogWindow(QDialog):
    """Shows it as it is, the newest last, and copies it."""

    def __init__(self, log: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Faults of the program"))
        self.resize(within_screens(760, 520))
        self._log = log
        self.text = QPlainTextEdit(log)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Faults of the program"))
        self.text.setPlaceholderText(tr("Nothing went wrong so far."))
        self.told = QLabel(
            tr(
                "Where Naklank itself went wrong, with date and place in the program. What was "
                "said and who was there is not in it."
            )
        )
        self.copy = KeyButton(tr("Copy"), "C")
        self.copy.setEnabled(bool(log))
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.copy.clicked.connect(self._on_copy)
        self.close_it.clicked.connect(self.accept)
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        self.close_it.setFocus()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.copy)
        below.addStretch(1)
        below.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(two_lines(self.told))
        column.addWidget(self.text, 1)
        column.addLayout(below)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._log)
        self.told.setText(tr("Copied. You can paste it into a message to whoever helps you."))
