"""The practice's name, its doctors and its logo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.settings.logo_field import LogoField
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.theme import scaled

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


_FOUR_LINES: Final = 116
"""Pixels: few practices have more doctors than fit; more scroll."""


class PracticePage(SettingsPage):
    """Who hands the sheet out."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setMinimumHeight(44)
        self.doctors = QPlainTextEdit()
        self.doctors.setTabChangesFocus(True)
        self.form.addRow(tr("Name of the practice, as it stands on the sheet"), self.name)
        self.doctors.setFixedHeight(scaled(_FOUR_LINES))
        self.logo = LogoField()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.form.addRow(
            tr("Doctors, one on each line. Of several, one is chosen for each recording."),
            self.doctors,
        )
        self.form.addRow(tr("Logo, at the top of every sheet"), self.logo)
        self.form.addRow(self.told)
        self.logo.failed.connect(lambda error: self.told.setText(sentence(error)))
        self.logo.chosen.connect(self.told.clear)

    def title(self) -> str:
        return tr("Practice and doctors")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self.name.setText(settings.practice.name)
        self.doctors.setPlainText("\n".join(settings.doctors))
        lock(self.name, locked="practice.name" in locked)
        self.logo.show_logo(settings.practice.logo)
        lock(self.logo, locked="practice.logo" in locked)
        lock(self.doctors, locked="doctors" in locked)

    def changed(self, settings: Settings) -> Settings:
        lines = (line.strip() for line in self.doctors.toPlainText().splitlines())
        name, logo = self.name.text().strip(), self.logo.logo
        return replace(
            settings,
            practice=replace(settings.practice, name=name, logo=logo),
            doctors=tuple(dict.fromkeys(line for line in lines if line)),
        )
