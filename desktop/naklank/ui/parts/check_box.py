"""A box that is ticked or not, large and with an edge that is seen in every look."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RING, TARGET, colour, font, paint_ring, scaled

_EDGE = 8
_BOX = 22
_GAP = 12
"""Pixels before the box, of the box, and between the box and its words."""


_WORDS = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic
)


class CheckBox(QCheckBox):
    """The system's own is 13 pixels, and its edge is too pale in the dark; this one wraps, too."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        wide = max(1, width - self._beside)
        words = QFontMetrics(font()).boundingRect(0, 0, wide, 10_000, _WORDS, self.text())
        return max(TARGET, scaled(TARGET), words.height() + scaled(2 * _EDGE)) + RING

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font()).size(Qt.TextFlag.TextHideMnemonic, self.text())
        width = words.width() + 1 + self._beside
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        letters = QFontMetrics(font())
        longest = max(map(letters.horizontalAdvance, self.text().split()), default=0)
        return QSize(longest + 1 + self._beside, max(TARGET, scaled(TARGET)) + RING)

    @property
    def _beside(self) -> int:
        """Pixels of the width that hold no words."""
        return scaled(2 * _EDGE + _BOX + _GAP)

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
        words = QRectF(self.rect()).adjusted(box.right() + scaled(_GAP), 0, -scaled(_EDGE), 0)
        painter.drawText(words, _WORDS, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))
