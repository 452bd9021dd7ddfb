"""What stays on this computer: under which keys, how long and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.core.settings import COVER_MINUTES, HOURS, JOURNAL_YEARS
from naklank.translation import tr
from naklank.ui.beside.key_place_cards import KeyPlaceCards
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.settings.number_box import NumberBox
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.path_field import FolderField

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

    from naklank.core.keys import KeyPlace
    from naklank.core.settings import Settings

_BETWEEN = 12
"""Pixels from a name to its field, and to the next one."""


class KeepingPage(SettingsPage):
    """A lock on the place of the keys holds for all places: none can be chosen besides."""

    journal_asked = Signal()
    """Somebody wants to see what happened on this computer."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = KeyPlaceCards()
        self.hours = NumberBox(*HOURS, lambda count: tr("hours", "", count))
        self.years = NumberBox(*JOURNAL_YEARS, lambda count: tr("years", "", count))
        self.cover = NumberBox(*COVER_MINUTES, lambda count: tr("minutes", "", count))
        self.journal = KeyButton(tr("Journal"))
        folder = tr("Folder for recordings: on this computer, not on a network or in a cloud")
        self.folder = FolderField(folder, tr("Naklank's own folder"), tr("Own folder"))
        copies = tr("Folder for that copy, written when you finish; else you keep it yourselves")
        self.copy_folder = FolderField(copies, tr("Nothing is written"), tr("No folder"))
        self.copy = CheckBox(tr("We keep a copy ourselves: the doctor says so when agreeing"))
        self.form.setVerticalSpacing(_BETWEEN)
        self.form.addRow(tr("Where are the keys of the recordings?"), self.keys)
        self.form.addRow(self._numbers())
        self.add_explained(folder, self.folder)
        self.form.addRow(tr("With nobody at the computer, the screen is covered after"), self.cover)
        self.form.addRow(self.copy)
        self.add_explained(copies, self.copy_folder)
        self.journal.clicked.connect(self.journal_asked)

    def title(self) -> str:
        return tr("Keeping and deleting")

    def show_places(self, usable: Collection[KeyPlace] | None) -> None:
        """Offer the places of keys that this computer has; None while nobody knows."""
        self.keys.set_usable(usable)

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        keeping = settings.keeping
        self.keys.set_place(keeping.keys)
        self.hours.setValue(keeping.hours)
        self.years.setValue(keeping.journal_years)
        self.cover.setValue(keeping.cover_minutes)
        self.folder.show_path(keeping.folder)
        self.copy.setChecked(keeping.copy)
        self.copy_folder.show_path(keeping.copy_folder)
        lock(self.keys, locked="keeping.keys" in locked)
        lock(self.hours, locked="keeping.hours" in locked)
        lock(self.years, locked="keeping.journal_years" in locked)
        lock(self.cover, locked="keeping.cover_minutes" in locked)
        lock(self.folder, locked="keeping.folder" in locked)
        lock(self.copy, locked="keeping.copy" in locked)
        lock(self.copy_folder, locked="keeping.copy_folder" in locked)

    def changed(self, settings: Settings) -> Settings:
        keeping = replace(
            settings.keeping,
            keys=self.keys.place or settings.keeping.keys,
            hours=self.hours.value(),
            folder=self.folder.path,
            journal_years=self.years.value(),
            cover_minutes=self.cover.value(),
            copy=self.copy.isChecked(),
            copy_folder=self.copy_folder.path,
        )
        return replace(settings, keeping=keeping)

    def _numbers(self) -> QWidget:
        """Both beside each other, with the journal beside the years that it is kept."""
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(_under(tr("What waits is deleted after"), self.hours), 1)
        row.addLayout(_under(tr("The journal is kept for"), self.years, self.journal), 1)
        return inside


def _under(name: str, *fields: QWidget) -> QVBoxLayout:
    """The fields beside each other, under a name that belongs to the first."""
    label = QLabel(name)
    label.setBuddy(fields[0])
    row = QHBoxLayout()
    for field in fields:
        row.addWidget(field, field is fields[0])
    column = QVBoxLayout()
    column.setSpacing(_BETWEEN)
    column.addWidget(label)
    column.addLayout(row)
    column.addStretch(1)
    return column
