"""How loud the microphone hears, as a bar and as a word."""

from collections import deque
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from naklank.core.recording import Level, Loudness
from naklank.translation import tr
from naklank.ui.theme import colour, font, scaled

FLOOR: Final = -60.0
"""dBFS where the bar is empty."""
MEMORY: Final = 1.5
"""Seconds that the word looks back: between two words it must not say "too soft"."""

_INKS: Final = {
    Loudness.GOOD: ("green", "green"),
    Loudness.SOFT: ("amber", "amber_ink"),
    Loudness.LOUD: ("amber", "amber_ink"),
    Loudness.SILENT: ("chip", "ink"),
}
"""Of the bar and of the word."""


class LevelMeter(QWidget):
    """A label, a bar, and whether that is good; the room for the word is always there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level | None = None
        self._past: deque[Level] = deque()
        self._label = ""
        self._words: dict[Loudness, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._put_words()

    @property
    def loudness(self) -> Loudness | None:
        """How loud the last moments were; None while the microphone is closed."""
        if not self._past:
            return None
        return max(self._past, key=lambda level: level.peak).loudness

    @property
    def word(self) -> str:
        """What stands beside the bar."""
        return self._words[self.loudness] if self.loudness else ""

    def set_level(self, level: Level) -> None:
        """Show the level of a moment; its seconds are the clock of the word."""
        before = self.loudness
        if self._past and level.seconds < self._past[-1].seconds:
            self._past.clear()  # another take
        self._past.append(level)
        while level.seconds - self._past[0].seconds > MEMORY:
            self._past.popleft()
        self._level = level
        if self.loudness is not before:
            self._describe()
        self.update()

    def clear(self) -> None:
        """The microphone is closed."""
        self._level = None
        self._past.clear()
        self._describe()
        self.update()

    def _put_words(self) -> None:
        self._label = tr("Sound")
        self._words = {
            Loudness.GOOD: tr("good"),
            Loudness.SOFT: tr("too soft"),
            Loudness.LOUD: tr("too loud"),
            Loudness.SILENT: tr("no sound"),
        }
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        painter.setFont(font())
        painter.setPen(colour("muted"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, self._label)
        bold = QFontMetricsF(font(bold=True))
        left = QFontMetricsF(font()).horizontalAdvance(self._label) + scaled(14)
        right = max(bold.horizontalAdvance(word) for word in self._words.values()) + scaled(14)
        high = scaled(14)
        bar = QRectF(left, (whole.height() - high) / 2, whole.width() - left - right, high)
        self._paint_bar(painter, bar)
        if self.loudness:
            painter.setFont(font(bold=True))
            painter.setPen(colour(_INKS[self.loudness][1]))
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(whole, where, self.word)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("chip"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        if self._level is None or self.loudness is None:
            return
        share = min(1.0, max(0.0, 1 - self._level.peak / FLOOR))
        full = QRectF(bar.x(), bar.y(), bar.width() * share, bar.height())
        painter.setClipRect(full)
        painter.setBrush(colour(_INKS[self.loudness][0]))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.setClipping(False)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._label}: {self.word}" if self.word else self._label)
