"""The ways out of the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.path_field import FolderField

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class WaysPage(SettingsPage):
    """What the practice allows, and the one folder for the patient portal."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = {name: CheckBox(text) for name, text in _names().items()}
        self.portal = FolderField(
            tr("Folder for the patient portal"), tr("Asked each time"), tr("Ask each time")
        )
        boxes = QWidget()
        column = QVBoxLayout(boxes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for box in self.ways.values():
            column.addWidget(box)
        self.form.addRow(tr("How may it leave the room? What is off is not shown."), boxes)
        self.form.addRow(
            tr("Folder for the patient portal or secure mail, the same for everybody"), self.portal
        )

    def title(self) -> str:
        return tr("Handing over")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        for name, box in self.ways.items():
            box.setChecked(getattr(settings.ways, name))
            lock(box, locked=f"ways.{name}" in locked)
        self.portal.show_path(settings.ways.portal)
        lock(self.portal, locked="ways.portal" in locked)

    def changed(self, settings: Settings) -> Settings:
        ways = {name: box.isChecked() for name, box in self.ways.items()}
        changed = replace(settings.ways, portal=self.portal.path, **ways)
        return replace(settings, ways=changed)


def _names() -> dict[str, str]:
    """Each way that can be off, by its name in the settings."""
    return {
        "paper": tr("Print the sheet"),
        "phone": tr("Play the sound for the patient's phone"),
        "stick": tr("Copy it to a stick"),
        "folder": tr("Save it to a folder"),
        "word": tr("Keep a Word document for the practice"),
        "qr": tr("Show the text as a QR code"),
        "record": tr("Copy the text for the patient's record"),
        "teach_back": tr("Show the question to tell it back"),
    }
