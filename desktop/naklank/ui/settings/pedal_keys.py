"""The keys that a foot pedal sends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLabel, QLineEdit, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.theme import TARGET

if TYPE_CHECKING:
    from naklank.core.settings import Pedal


class PedalKeys(QWidget):
    """Three fields, each of which takes the next key; Backspace empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = (_KeyField(), _KeyField(), _KeyField())
        names = (tr("Play and stop"), tr("Back"), tr("It is right"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, field in zip(names, self.fields, strict=True):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            for line in field.findChildren(QLineEdit):  # a screen reader comes to it as well
                line.setAccessibleName(name)
            field.keySequenceChanged.connect(partial(self._on_key, field))
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column, 1)

    @property
    def pedal(self) -> Pedal:
        """The keys in the order of the fields, each empty where none was given."""
        on, back, right = (field.key for field in self.fields)
        return on, back, right

    def _on_key(self, taken: _KeyField, _key: QKeySequence) -> None:
        """A key is for one thing; the last field that it was given has it."""
        for field in self.fields:
            if field is not taken and field.key and field.key == taken.key:
                field.setKeySequence(QKeySequence())

    def show_pedal(self, pedal: Pedal) -> None:
        """Show these keys, in the order of the fields."""
        for field, key in zip(self.fields, pedal, strict=True):
            field.setKeySequence(QKeySequence(key))
            field.say_what_to_do()


class _KeyField(QKeySequenceEdit):
    """One key that writes nothing: a letter or digit belongs to the page or to a text."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setMinimumHeight(TARGET)
        self.setClearButtonEnabled(True)
        self.keySequenceChanged.connect(self._on_changed)
        self.editingFinished.connect(self.say_what_to_do)
        self.say_what_to_do()

    @property
    def key(self) -> str:
        return self.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _on_changed(self, _key: QKeySequence) -> None:
        if len(self.key) == 1 or self.key in _TAKEN:
            self.setKeySequence(QKeySequence())
        self.say_what_to_do()

    def say_what_to_do(self) -> None:
        """Qt writes its own word again whenever the key changes, and in English always."""
        for line in self.findChildren(QLineEdit):
            line.setPlaceholderText(tr("Press the key"))


_TAKEN = {
    *("Space", "Return", "Enter", "Esc", "Backspace", "Del"),
    *("Left", "Right", "Up", "Down", "Home", "End"),
    *("Ctrl+Return", "Ctrl+Enter", "Ctrl+Del", "F1"),
}
"""Keys that the app or a text needs."""
