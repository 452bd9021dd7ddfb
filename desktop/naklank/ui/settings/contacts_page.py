"""Whom the patient calls when."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from naklank.core.sheet_making import Contacts
from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.theme import TARGET

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class ContactsPage(SettingsPage):
    """The fixed lines of every sheet: numbers, with a name or without."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = {one.name: QLineEdit() for one in fields(Contacts)}
        names = {
            "day": tr("By day"),
            "evening": tr("In the evening"),
            "night": tr("At night"),
            "weekend": tr("At the weekend"),
        }
        explanation = QLabel(
            tr(
                "These stand on every sheet, under “When do you call us?”. Type a number, with a "
                "name if you like, such as: huisartsenpost 038 123 45 67. What is the same "
                "becomes one line. That 112 is for danger stands there by itself."
            )
        )
        explanation.setWordWrap(True)
        self.form.addRow(explanation)
        self.repeat = KeyButton(tr("The same at night and at the weekend"))
        for name, field in self.numbers.items():
            field.setMinimumHeight(TARGET)
            if name == "evening":
                self._add_with_button(names[name], field)
            else:
                self.form.addRow(names[name], field)
        self.numbers["evening"].textChanged.connect(self._draw_repeat)
        self.repeat.clicked.connect(self._on_repeat)
        self._draw_repeat()

    def _add_with_button(self, name: str, field: QLineEdit) -> None:
        """What answers in the evening mostly does so at night and at the weekend."""
        field.setAccessibleName(name)  # the label of the row is not found by a screen reader
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        row.addWidget(self.repeat)
        self.form.addRow(name, inside)

    def _draw_repeat(self) -> None:
        self.repeat.setEnabled(bool(self.numbers["evening"].text().strip()))

    def _on_repeat(self) -> None:
        for name in ("night", "weekend"):
            if self.numbers[name].isEnabled():
                self.numbers[name].setText(self.numbers["evening"].text())

    def title(self) -> str:
        return tr("Telephone numbers")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        for name, field in self.numbers.items():
            field.setText(getattr(settings.contacts, name))
            lock(field, locked=f"contacts.{name}" in locked)

    def changed(self, settings: Settings) -> Settings:
        typed = {name: " ".join(field.text().split()) for name, field in self.numbers.items()}
        return replace(settings, contacts=Contacts(**typed))
