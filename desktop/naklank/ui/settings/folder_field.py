"""A folder that is chosen, or none."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from naklank.translation import tr
from naklank.ui.folder_dialog import ask_for_folder
from naklank.ui.key_button import KeyButton


class FolderField(QWidget):
    """Shows where things go; `nothing` says where without a choice."""

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._folder = ""
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(nothing)
        self.choose = KeyButton(tr("Choose a folder…"))
        self.own = KeyButton(tr("Own folder"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        row.addWidget(self.own)
        self.choose.clicked.connect(self._on_choose)
        self.own.clicked.connect(lambda: self.show_folder(""))
        self.show_folder("")

    @property
    def folder(self) -> str:
        """Empty without a choice."""
        return self._folder

    def show_folder(self, folder: str) -> None:
        self._folder = folder
        self.line.setText(folder)
        self.line.setCursorPosition(0)
        self.line.setToolTip(folder)
        self.own.setEnabled(bool(folder))

    def _on_choose(self) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        ask_for_folder(self, self.show_folder, self._folder or home)
