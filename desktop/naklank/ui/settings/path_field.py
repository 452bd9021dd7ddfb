"""A folder or a file that is chosen, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from naklank.translation import tr
from naklank.ui.parts.folder_dialog import ask_for_file, ask_for_folder
from naklank.ui.parts.key_button import KeyButton

if TYPE_CHECKING:
    from collections.abc import Callable


class PathField(QWidget):
    """Shows the choice; `nothing` says what holds without one, `back` is the way back to that."""

    chosen = Signal(str)
    """By a person, and not by what was filled in."""

    def __init__(self, name: str, nothing: str, choose: str, back: str) -> None:
        super().__init__()
        self._path = ""
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(nothing)
        self.choose = KeyButton(choose)
        self.back = KeyButton(back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        row.addWidget(self.back)
        self.choose.clicked.connect(lambda: self._ask(self._on_chosen))
        self.back.clicked.connect(lambda: self._on_chosen(""))
        self.show_path("")

    @property
    def path(self) -> str:
        """Empty without a choice."""
        return self._path

    def show_path(self, path: str) -> None:
        """Show it without saying `chosen`; empty shows that there is none."""
        self._path = path
        self.line.setText(path)
        self.line.setCursorPosition(0)
        self.line.setToolTip(path)
        self.back.setEnabled(bool(path))

    def _ask(self, chosen: Callable[[str], object]) -> None:
        """Open the system's dialog."""
        raise NotImplementedError

    def _on_chosen(self, path: str) -> None:
        self.show_path(path)
        self.chosen.emit(path)


class FolderField(PathField):
    """Where things go."""

    def __init__(self, name: str, nothing: str, back: str) -> None:
        super().__init__(name, nothing, tr("Choose a folder…"), back)

    def _ask(self, chosen: Callable[[str], object]) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        ask_for_folder(self, chosen, self.path or home)


class FileField(PathField):
    """A file of one kind, by a filter of Qt's such as "Word (*.docx)"."""

    def __init__(self, name: str, nothing: str, back: str, kind: str) -> None:
        super().__init__(name, nothing, tr("Choose a file…"), back)
        self._kind = kind

    def _ask(self, chosen: Callable[[str], object]) -> None:
        ask_for_file(self, chosen, self.line.accessibleName(), self._kind)
