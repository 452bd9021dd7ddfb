"""The practice's name and its doctors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from naklank.translation import tr
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class PracticePage(SettingsPage):
    """Who hands the sheet out."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setMinimumHeight(44)
        self.doctors = QPlainTextEdit()
        self.doctors.setTabChangesFocus(True)
        self.form.addRow(tr("Name of the practice, as it stands on the sheet"), self.name)
        self.form.addRow(
            tr("Doctors, one on each line. Of several, one is chosen for each recording."),
            self.doctors,
        )

    def title(self) -> str:
        return tr("Practice and doctors")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self.name.setText(settings.practice.name)
        self.doctors.setPlainText("\n".join(settings.doctors))
        lock(self.name, locked="practice.name" in locked)
        lock(self.doctors, locked="doctors" in locked)

    def changed(self, settings: Settings) -> Settings:
        lines = (line.strip() for line in self.doctors.toPlainText().splitlines())
        return replace(
            settings,
            practice=replace(settings.practice, name=self.name.text().strip()),
            doctors=tuple(dict.fromkeys(line for line in lines if line)),
        )
