"""The help: one text, that lies on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from naklank.translation import help_text, tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.prose import Prose

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpWindow(QDialog):
    """Stands beside the main window, which goes on hearing: a recording can be stopped."""

    selftest_asked = Signal()
    licences_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 620)
        self.text = Prose(help_text(), tr("Help"))
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.close)
        self.selftest = KeyButton(tr("Self-test…"))
        self.selftest.clicked.connect(self.selftest_asked)
        below = QHBoxLayout()
        self.licences = KeyButton(tr("Licences…"))
        self.licences.clicked.connect(self.licences_asked)
        below.addWidget(self.selftest)
        below.addWidget(self.licences)
        below.addStretch(1)
        below.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.text, 1)
        column.addLayout(below)
        self.text.setFocus()
