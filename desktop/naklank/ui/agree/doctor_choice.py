"""Which doctor speaks: asked for each session where a practice has several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from naklank.translation import tr
from naklank.ui.parts.drop_down import DropDown

if TYPE_CHECKING:
    from collections.abc import Sequence


class DoctorChoice(QFrame):
    """A row with one list; hidden where there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        self._list = DropDown()
        self._list.setAccessibleName(tr("Which doctor speaks?"))
        label = QLabel(tr("Which doctor speaks?"))
        label.setBuddy(self._list)
        row.addWidget(label)
        row.addWidget(self._list, 1)
        self._list.activated.connect(self._on_activated)

    def set_doctors(self, doctors: Sequence[str], chosen: str) -> None:
        """Offer these; an empty `chosen` shows that nobody has been chosen yet."""
        self.setVisible(len(doctors) > 1)
        wanted = [tr("Choose a doctor"), *doctors]
        if [self._list.itemText(at) for at in range(self._list.count())] != wanted:
            self._list.clear()
            self._list.addItems(wanted)
        self._list.setCurrentIndex(doctors.index(chosen) + 1 if chosen in doctors else 0)

    def _on_activated(self, at: int) -> None:
        self.chosen.emit(self._list.itemText(at) if at > 0 else "")
