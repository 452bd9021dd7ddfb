"""The help, and pages for whoever must account for Naklank; all of it lies on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from naklank.translation import help_text, tr
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.prose import Prose
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpWindow(QDialog):
    """Stands beside the main window, which goes on hearing: a recording can be stopped."""

    verify_asked = Signal()
    selftest_asked = Signal()
    log_asked = Signal()
    licences_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.resize(within_screens(820, 620))
        self.page = DropDown()
        self.page.setAccessibleName(tr("Text"))
        for name, words in _pages().items():
            self.page.addItem(words, name)
        self.page.currentIndexChanged.connect(self._on_page)
        self.text = Prose(help_text(), tr("Help"))
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.close)
        self.selftest = KeyButton(tr("Self-test…"))
        self.selftest.clicked.connect(self.selftest_asked)
        self.verify = KeyButton(tr("Verify files…"))
        self.verify.clicked.connect(self.verify_asked)
        below = QHBoxLayout()
        below.addWidget(self.verify)
        self.log = KeyButton(tr("Faults…"))
        self.log.clicked.connect(self.log_asked)
        below.addWidget(self.selftest)
        below.addWidget(self.log)
        self.licences = KeyButton(tr("Licences…"))
        self.licences.clicked.connect(self.licences_asked)
        below.addWidget(self.licences)
        below.addStretch(1)
        below.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.page)
        column.addWidget(self.text, 1)
        column.addLayout(below)
        self.text.setFocus()

    def _on_page(self) -> None:
        self.text.show_text(help_text(self.page.currentData()))


def _pages() -> dict[str, str]:
    """What each text is called, by its file."""
    return {
        "": tr("Help with Naklank"),
        "it": tr("Installing and managing (for IT)"),
        "dpia": tr("Privacy: a start for your DPIA"),
        "purpose": tr("What Naklank is meant for"),
    }
