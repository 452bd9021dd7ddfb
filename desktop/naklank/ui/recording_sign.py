"""The large sign that says whether the microphone is open."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from naklank.translation import tr
from naklank.ui.signs import Mark, paint_mark
from naklank.ui.theme import RADIUS, colour, font, scaled
from naklank.ui.words import clock_text

HEIGHT = 52


class Sign(Enum):
    """What the microphone does."""

    CLOSED = "closed"
    OPENING = "opening"
    SPEAK = "speak"
    RECORDING = "recording"
    PAUSED = "paused"


_OPEN = (Sign.SPEAK, Sign.RECORDING)
_MARKS = {
    Sign.CLOSED: Mark.RING,
    Sign.OPENING: Mark.RING,
    Sign.SPEAK: Mark.DOT,
    Sign.RECORDING: Mark.DOT,
    Sign.PAUSED: Mark.PAUSE,
}


class RecordingSign(QWidget):
    """Red while sound arrives, grey otherwise; always with its word, its sign and the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign.CLOSED
        self._seconds = 0
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def sign(self) -> Sign:
        return self._sign

    @property
    def text(self) -> str:
        """The words on it."""
        return self._text

    def set_sign(self, sign: Sign) -> None:
        """Show it, and say it where a screen reader runs."""
        if sign is self._sign:
            return
        self._sign = sign
        self.retranslate()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text))

    def set_seconds(self, seconds: float) -> None:
        """How much has been recorded; drawn when a whole second is full."""
        if int(seconds) != self._seconds:
            self._seconds = int(seconds)
            self._describe()

    def retranslate(self) -> None:
        self._text = {
            Sign.CLOSED: tr("Microphone is closed"),
            Sign.OPENING: tr("One moment…"),
            Sign.SPEAK: tr("Speak now"),
            Sign.RECORDING: tr("RECORDING"),
            Sign.PAUSED: tr("Paused"),
        }[self._sign]
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_open = self._sign in _OPEN
        ink = colour("on_microphone" if is_open else "ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("microphone" if is_open else "chip"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        side = scaled(17)
        edge = scaled(18)
        paint_mark(
            painter, _MARKS[self._sign], QRectF(edge, (self.height() - side) / 2, side, side), ink
        )
        painter.setPen(ink)
        painter.setFont(font(20, bold=True))
        inside = QRectF(self.rect()).adjusted(edge + side + scaled(13), 0, -edge, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, self._text)
        if self._sign is not Sign.CLOSED or self._seconds:
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(inside, right, clock_text(self._seconds))

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._text}, {clock_text(self._seconds)}")
        self.update()
