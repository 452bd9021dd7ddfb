"""The large sign that says whether the microphone is open."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from naklank.sentences.words import clock_text
from naklank.translation import speaking, tr
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RADIUS, colour, font, scaled

if TYPE_CHECKING:
    from naklank.core.transcript import Language

HEIGHT = 52


class Sign(Enum):
    """What it says of the microphone, as the doctor must know it; more than `Microphone` tells."""

    CLOSED = "closed"
    OPENING = "opening"
    SPEAK = "speak"
    RECORDING = "recording"
    INTERPRETER = "interpreter"
    """Recorded, and not typed."""
    LOST = "lost"
    PAUSED = "paused"


_MARKS = {
    Sign.CLOSED: Mark.RING,
    Sign.OPENING: Mark.RING,
    Sign.SPEAK: Mark.DOT,
    Sign.RECORDING: Mark.DOT,
    Sign.INTERPRETER: Mark.INFORMATION,
    Sign.LOST: Mark.EXCLAMATION,
    Sign.PAUSED: Mark.PAUSE,
}
_LOOKS = {
    Sign.SPEAK: ("microphone", "microphone", "on_microphone"),
    Sign.RECORDING: ("microphone", "microphone", "on_microphone"),
    Sign.INTERPRETER: ("microphone", "microphone", "on_microphone"),
    Sign.LOST: ("amber_mark", "amber", "ink"),
}
"""Ground, edge and letters; light where it is not red: nobody takes one for the other."""
_LARGE, _SMALL = 20, 16
"""Pixels of the letters; small in two lines, where the large ones do not fit in one."""


class RecordingSign(QWidget):
    """Red while sound arrives, amber while it should; always with its word, its sign and the time.

    Otherwise grey.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign.CLOSED
        self._language: Language | None = None
        self._seconds = 0
        self.has_clock = True
        """Whether the time stands on it."""
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._put_words()

    @property
    def sign(self) -> Sign:
        """What it shows now."""
        return self._sign

    @property
    def text(self) -> str:
        """The words on it."""
        return self._text

    @property
    def seconds(self) -> int:
        """How much has been recorded, in whole seconds."""
        return self._seconds

    def set_sign(self, sign: Sign, language: Language | None = None) -> None:
        """Show it, and say it where a screen reader runs; None is the language of the screen."""
        if (sign, language) == (self._sign, self._language):
            return
        self._sign, self._language = sign, language
        self._put_words()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text))

    def set_seconds(self, seconds: float) -> None:
        """How much has been recorded; drawn when a whole second is full."""
        if int(seconds) != self._seconds:
            self._seconds = int(seconds)
            self._describe()

    def _put_words(self) -> None:
        with speaking(self._language):
            self._text = {
                Sign.CLOSED: tr("Microphone is closed"),
                Sign.OPENING: tr("One moment…"),
                Sign.SPEAK: tr("Speak now"),
                Sign.RECORDING: tr("RECORDING"),
                Sign.INTERPRETER: tr("RECORDING, INTERPRETER SPEAKS"),
                Sign.LOST: tr("MICROPHONE IS GONE, PLEASE WAIT"),
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
        ground, edge_colour, ink = _LOOKS.get(self._sign, ("chip", "chip", "ink"))
        painter.setPen(QPen(colour(edge_colour), 2))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        side = scaled(17)
        edge = scaled(18)
        box = QRectF(edge, (self.height() - side) / 2, side, side)
        paint_mark(painter, _MARKS[self._sign], box, colour(ink))
        painter.setPen(colour(ink))
        inside = QRectF(self.rect()).adjusted(edge + side + scaled(13), 0, -edge, 0)
        if self.has_clock and (self._sign is not Sign.CLOSED or self._seconds):
            self._paint_time(painter, inside)
        self._paint_words(painter, inside)

    def _paint_time(self, painter: QPainter, inside: QRectF) -> None:
        """And take its room away from the words."""
        painter.setFont(font(_LARGE, bold=True))
        time = clock_text(self._seconds)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inside, right, time)
        inside.setWidth(
            inside.width() - QFontMetricsF(painter.font()).horizontalAdvance(time) - scaled(8)
        )

    def _paint_words(self, painter: QPainter, inside: QRectF) -> None:
        large = font(_LARGE, bold=True)
        fits = QFontMetricsF(large).horizontalAdvance(self._text) <= inside.width()
        painter.setFont(large if fits else font(_SMALL, bold=True))
        where = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(inside, where, self._text)

    def _describe(self) -> None:
        time = f", {clock_text(self._seconds)}" if self.has_clock else ""
        self.setAccessibleName(f"{self._text}{time}")
        self.update()
