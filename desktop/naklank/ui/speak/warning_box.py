"""What somebody who speaks must mind, as long as it lasts."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RADIUS, colour, scaled


class WarningBox(QWidget):
    """Amber, with its sign; a paragraph for each text, and below them what helps, if anything.

    There only while it has something to say, so its place must keep its own room.
    """

    def __init__(self, remedy: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._remedy = remedy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(40), 10, 10, 10)
        self._column.setSpacing(10)
        self._column.addWidget(self._label)
        self._column.addWidget(remedy, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_texts(())

    @property
    def text(self) -> str:
        """What it says now, or nothing."""
        return "\n".join(self._texts)

    def set_texts(self, texts: Sequence[str], *, has_remedy: bool = False) -> None:
        """Show them, and say them once where a screen reader runs."""
        is_new = tuple(texts) != self._texts
        self._texts = tuple(texts)
        self._remedy.setVisible(has_remedy)
        self.setVisible(bool(texts))
        if not is_new:
            return
        self._label.setText(self.text)
        self._column.activate()  # its height is asked for at once
        self.setAccessibleName(self.text)
        if texts:
            said = QAccessibleAnnouncementEvent(self, self.text)
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("amber_tint"))
        painter.setPen(QPen(colour("amber"), 1.5))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        ring = scaled(22)
        sign = QRectF(scaled(10), self._label.y(), ring, ring)
        paint_mark(painter, Mark.RING, sign, colour("amber_ink"))
        inset = ring * 0.26
        inner = sign.adjusted(inset, inset, -inset, -inset)
        paint_mark(painter, Mark.EXCLAMATION, inner, colour("amber_ink"))
