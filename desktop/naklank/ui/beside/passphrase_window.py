"""A passphrase, typed twice where it is a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from naklank.core.seals import SHORTEST_PHRASE
from naklank.translation import tr
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PassphraseWindow(QDialog):
    """Asks for it, and for nothing else; it is kept nowhere."""

    typed = Signal(str, bool)
    """The passphrase, and whether this computer may let others in."""

    def __init__(self, *, is_new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Passphrase"))
        self.resize(within_screens(680, 460))
        self._is_new = is_new
        self.phrase, self.again = _hidden(), _hidden()
        self.keeps_root = CheckBox(tr("More computers may be added from this one"))
        self.problem = QLabel()
        self.cancel = KeyButton(tr("Cancel"))
        self.go_on = KeyButton(tr("Go on"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._on_go_on)
        self.phrase.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        self._add(column, self._question(), self.phrase)
        if self._is_new:
            self._add(column, tr("The same once more"), self.again)
        else:
            column.addWidget(self.keeps_root)
        column.addWidget(two_lines(self.problem))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go_on)
        column.addLayout(row)

    def _question(self) -> str:
        if self._is_new:
            return tr(
                "Think of a passphrase of at least 12 characters, such as four words. Who has the "
                "file and the passphrase can seal in the name of your practice. Without it, nobody "
                "can open the file."
            )
        return tr("The passphrase of this file")

    def _add(self, column: QVBoxLayout, text: str, field: QLineEdit) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)

    def _on_go_on(self) -> None:
        phrase = self.phrase.text()
        if self._is_new and len(phrase) < SHORTEST_PHRASE:
            self.problem.setText(tr("This is too short: at least 12 characters."))
        elif self._is_new and phrase != self.again.text():
            self.problem.setText(tr("The two are not the same. Type both once more."))
        else:
            self.typed.emit(phrase, self.keeps_root.isChecked())
            self.accept()


def _hidden() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
