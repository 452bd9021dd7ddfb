"""A box that is ticked or not, large and with an edge that is seen in every look."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RING, TARGET, colour, font, paint_ring, scaled

_EDGE = 8
_BOX = 22
_GAP = 12
"""Pixels before the box, of the box, and between the box and its words."""


class CheckBox(QCheckBox):
    """The system's own is 13 pixels, and its edge is too pale in the dark."""

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font()).horizontalAdvance(self.text())
        wide = words + scaled(2 * _EDGE + _BOX + _GAP)
        return QSize(round(wide + 0.5), max(TARGET, scaled(TARGET)) + RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it is pressed, not the box and the words alone."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled, side = self.isEnabled(), scaled(_BOX)
        box = QRectF(scaled(_EDGE), (self.height() - side) / 2, side, side)
        filled = "accent" if enabled else "disabled"
        painter.setPen(QPen(colour(filled if self.isChecked() and enabled else "edge"), 2))
        painter.setBrush(colour(filled if self.isChecked() else "card"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            inset = side * 0.18
            inner = box.adjusted(inset, inset, -inset, -inset)
            paint_mark(
                painter, Mark.CHECK, inner, colour("on_accent" if enabled else "on_disabled")
            )
        painter.setFont(font())
        painter.setPen(colour("ink" if enabled else "on_disabled"))
        words = QRectF(self.rect()).adjusted(box.right() + scaled(_GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))
