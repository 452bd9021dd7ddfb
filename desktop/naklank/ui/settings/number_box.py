"""A number that is typed, or stepped by arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSpinBox

from naklank.ui.theme import FIELD, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent, QWheelEvent


class NumberBox(QSpinBox):
    """A wheel that rolls over it changes nothing; its arrows would be too small to press."""

    def __init__(self, lowest: int, highest: int, unit: Callable[[int], str]) -> None:
        """`unit` is what so many of them are called."""
        super().__init__()
        self._unit = unit
        self.setRange(lowest, highest)
        self.valueChanged.connect(self._name_unit)
        self._name_unit(self.value())
        self.setMinimumHeight(TARGET)
        # Without buttons at all, a styled box of Qt's gives its line no room.
        self.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }")
        # The theme dresses the box; the line inside it must not wear the same once more.
        self.lineEdit().setStyleSheet(
            "border: none; padding: 0 10px; min-height: 0; background: transparent;"
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _name_unit(self, count: int) -> None:
        self.setSuffix(f" {self._unit(count)}")

    def sizeHint(self) -> QSize:
        """As high as other fields: Qt would add the room of the buttons that it has not."""
        high = self.lineEdit().sizeHint().height() + FIELD
        return QSize(super().sizeHint().width(), max(TARGET, high))

    def minimumSizeHint(self) -> QSize:
        """No higher than it likes to be, for the same reason."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """A screen reader comes to the line inside as well: it has the name of the box."""
        super().showEvent(event)
        name = QAccessible.queryAccessibleInterface(self).text(QAccessible.Text.Name)
        self.lineEdit().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
