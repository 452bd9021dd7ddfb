"""A radio button as large as a card."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from naklank.ui.theme import RADIUS, TARGET, colour, font, paint_ring, scaled

_WRAP = int(Qt.TextFlag.TextWordWrap)


class ChoiceCard(QRadioButton):
    """A name and, where it needs one, an explanation; pressed anywhere on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._hint = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, name: str, hint: str = "") -> None:
        """What stands on it and what a screen reader says; without a hint the name alone."""
        self._name, self._hint = name, hint
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def hitButton(self, where: QPoint) -> bool:
        return self.rect().contains(where)

    def heightForWidth(self, width: int) -> int:
        return max(TARGET, self._name_height(width) + self._hint_height(width) + scaled(26))

    def sizeHint(self) -> QSize:
        width = scaled(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        letters = QFontMetrics(font(bold=True))
        longest = max(map(letters.horizontalAdvance, self._name.split()), default=0)
        return QSize(longest + self._beside, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        chosen, enabled = self.isChecked(), self.isEnabled()
        lit = enabled and (chosen or self.underMouse())
        painter.setBrush(colour("accent_tint" if lit else "card" if enabled else "ground"))
        edge = "line" if enabled else "disabled"
        if chosen:
            edge = self._lively("accent")
        painter.setPen(QPen(colour(edge), 2 if chosen else 1))
        painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_dot(painter)
        high, below = self._name_height(self.width()), self._hint_height(self.width())
        top = (self.height() - high - below) / 2
        painter.setPen(colour("ink" if enabled else "on_disabled"))
        painter.setFont(font(bold=chosen))
        wide = self.width() - self._beside
        painter.drawText(QRectF(self._left, top, wide, high), _WRAP, self._name)
        painter.setPen(colour("muted" if enabled else "on_disabled"))
        painter.setFont(font())
        painter.drawText(QRectF(self._left, top + high, wide, below), _WRAP, self._hint)
        if self.hasFocus():
            paint_ring(painter, whole)

    def _lively(self, name: str) -> str:
        """A colour that says "this can be pressed"."""
        return name if self.isEnabled() else "edge"

    @property
    def _left(self) -> int:
        return scaled(46)

    @property
    def _beside(self) -> int:
        """Pixels of the width that hold no words."""
        return self._left + scaled(14)

    def _paint_dot(self, painter: QPainter) -> None:
        side = scaled(18)
        circle = QRectF(scaled(15), (self.height() - side) / 2, side, side)
        chosen = self.isChecked()
        filled = self._lively("accent")
        painter.setPen(QPen(colour(filled if chosen else "edge"), 2))
        painter.setBrush(colour(filled if chosen else "card"))
        painter.drawEllipse(circle)
        if chosen:
            inset = side * 0.32
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("on_accent"))
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))

    def _name_height(self, width: int) -> int:
        """In bold always: being chosen must not make it another line."""
        return self._height(self._name or " ", font(bold=True), width)

    def _hint_height(self, width: int) -> int:
        return self._height(self._hint, font(), width) if self._hint else 0

    def _height(self, words: str, letters: QFont, width: int) -> int:
        wide = max(1, width - self._beside)
        return QFontMetrics(letters).boundingRect(0, 0, wide, 10_000, _WRAP, words).height()
