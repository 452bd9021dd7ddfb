"""A list that opens when it is pressed."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import TARGET, colour, scaled


class DropDown(QComboBox):
    """Shows that it opens; a wheel that rolls over it chooses nothing.

    A click leaves the focus to the page, whose keys go on working; who comes by Tab types letters
    here that are no keys of the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent) -> bool:
        """Letters look for a name in the list, and are no shortcuts of the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if event.text().isprintable() and event.text() and not held:
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = scaled(12)
        left = self.width() - scaled(18) - side / 2
        box = QRectF(left - side / 2, (self.height() - side) / 2, side, side)
        ink = colour("ink" if self.isEnabled() else "on_disabled")
        paint_mark(painter, Mark.DOWN, box, ink)
        painter.end()
