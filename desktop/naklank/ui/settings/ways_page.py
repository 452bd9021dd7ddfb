"""The ways out of the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.parts.check_box import CheckBox
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.path_field import FolderField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class WaysPage(SettingsPage):
    """What the practice allows, the one folder for the patient portal, and what is asked there."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = {name: CheckBox(text) for name, text in _names().items()}
        question = tr("“Will you tell me what you are going to do at home?”")
        self.teach_back = CheckBox(tr("Show the question: {question}").format(question=question))
        self.portal = FolderField(
            tr("Folder for the patient portal"), tr("Asked each time"), tr("Ask each time")
        )
        self.printer = DropDown()
        self._fill_printers((), "")
        boxes = QWidget()
        column = QVBoxLayout(boxes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for box in self.ways.values():
            column.addWidget(box)
        self.form.addRow(tr("Printer"), self.printer)
        self.form.addRow(
            tr("How may it leave the room? What you turn off leaves the screen."), boxes
        )
        self.form.addRow(
            tr("Fixed folder for the patient portal or secure mail (all doctors)"), self.portal
        )
        self.form.addRow(self.teach_back)

    def title(self) -> str:
        return tr("Handing over")

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer what the system knows now."""
        self._fill_printers(names, self.printer.currentData())

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        for name, box in self.ways.items():
            box.setChecked(getattr(settings.ways, name))
            lock(box, locked=f"ways.{name}" in locked)
        names = [self.printer.itemData(at) for at in range(1, self.printer.count())]
        self._fill_printers(names, settings.printer)
        lock(self.printer, locked="printer" in locked)
        self.portal.show_path(settings.ways.portal)
        lock(self.portal, locked="ways.portal" in locked)
        self.teach_back.setChecked(settings.teach_back)
        lock(self.teach_back, locked="teach_back" in locked)

    def changed(self, settings: Settings) -> Settings:
        ways = {name: box.isChecked() for name, box in self.ways.items()}
        changed = replace(settings.ways, portal=self.portal.path, **ways)
        return replace(
            settings,
            ways=changed,
            teach_back=self.teach_back.isChecked(),
            printer=self.printer.currentData(),
        )

    def _fill_printers(self, offered: Sequence[str], chosen: str) -> None:
        """Also one that was chosen and is away now."""
        names = list(dict.fromkeys(name for name in (*offered, chosen) if name))
        self.printer.clear()
        self.printer.addItem(tr("The computer's own choice"), "")
        for name in names:
            self.printer.addItem(name, name)
        self.printer.setCurrentIndex(names.index(chosen) + 1 if chosen else 0)


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
    }
