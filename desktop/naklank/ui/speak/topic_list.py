"""The five topics while the doctor speaks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from naklank.core.recording import TopicMark
from naklank.core.topics import Topic
from naklank.sentences.words import clock_text, topic_hint, topic_name
from naklank.translation import tr
from naklank.ui.parts.pressable import Pressable
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.theme import RADIUS, RING, colour, font, paint_ring, scaled

ROW_HEIGHT = 62
_WRAP = int(Qt.TextFlag.TextWordWrap)


class TopicList(QWidget):
    """Numbered; the current topic with its hint, what was said with how long that took.

    All rows are equally high, so that none moves when the next topic begins.
    """

    topic_chosen = Signal(object)
    """The Topic that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: Topic | None = None
        self._names: dict[Topic, str] = {}
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._rows = {topic: _Row(number, self) for number, topic in enumerate(Topic, start=1)}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for topic, row in self._rows.items():
            row.clicked.connect(lambda _=False, topic=topic: self.topic_chosen.emit(topic))
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._scroll = scrolling(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self._title, 1)
        column.addLayout(self._head)
        column.addWidget(self._scroll, 1)
        self._put_words()
        self.set_progress((), 0.0)

    def put_beside_title(self, widget: QWidget) -> None:
        """Put it at the right end of the title's line."""
        self._head.addWidget(widget)

    def set_names(self, names: Mapping[Topic, str]) -> None:
        """Show these topics alone, in this order and by these names."""
        # Two kinds of talk can differ in their order alone.
        if list(names.items()) == list(self._names.items()):
            return
        self._names = dict(names)
        for row in self._rows.values():
            row.setVisible(False)
        for at, topic in enumerate(names):
            row = self._rows[topic]
            self._column.removeWidget(row)
            self._column.insertWidget(at, row)
            row.set_number(at + 1)
            row.setVisible(True)
        self._put_words()

    def set_progress(
        self, marks: Sequence[TopicMark], seconds: float, *, paused: bool = False
    ) -> None:
        """Show which topic is spoken about now, `seconds` into the recording.

        In a pause: with which one it goes on.
        """
        current = marks[-1].topic if marks else None
        spent: dict[Topic, float] = {}
        ends = [*(mark.second for mark in marks[1:]), seconds]
        for mark, end in zip(marks, ends, strict=False):
            spent[mark.topic] = spent.get(mark.topic, 0.0) + max(0.0, end - mark.second)
        for topic, row in self._rows.items():
            row.set_state(current=topic is current, seconds=spent.get(topic), paused=paused)
            if topic is current and current is not self._current:
                self._scroll.ensureWidgetVisible(row)
        self._current = current

    def _put_words(self) -> None:
        self._title.setText(tr("Say the heading aloud, then the message"))
        for topic, row in self._rows.items():
            name = self._names.get(topic) or topic_name(topic)
            row.set_words(name, topic_hint(topic), tr("You go on with this heading"))


class _Row(Pressable):
    """A number, a topic, and below it a hint or a time."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._name = self._hint = self._next = ""
        self._current = self._paused = False
        self._seconds: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_number(self, number: int) -> None:
        self._number = number

    def set_words(self, name: str, hint: str, goes_on: str) -> None:
        self._name, self._hint, self._next = name, hint, goes_on
        self._fit()
        self._describe()

    def set_state(self, *, current: bool, seconds: float | None, paused: bool) -> None:
        whole = None if seconds is None else int(seconds)
        if (current, whole, paused) != (self._current, self._seconds, self._paused):
            self._current, self._seconds, self._paused = current, whole, paused
            self._describe()

    def sizeHint(self) -> QSize:
        return QSize(scaled(360), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current or self.underMouse():
            painter.setBrush(colour("accent_tint" if self._current else "ground"))
            painter.drawRoundedRect(whole, RADIUS, RADIUS)
        if self._current:
            painter.setBrush(colour("accent"))
            painter.setClipRect(QRectF(0, 0, scaled(5), whole.height()))
            painter.drawRoundedRect(whole, RADIUS, RADIUS)
            painter.setClipping(False)
        self._paint_number(painter)
        self._paint_words(painter)
        if self.is_reached:
            paint_ring(painter, whole)

    def _paint_number(self, painter: QPainter) -> None:
        side = scaled(28)
        circle = QRectF(scaled(18), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if self._current else "chip"))
        painter.drawEllipse(circle)
        painter.setFont(font(bold=True))
        painter.setPen(colour("on_accent" if self._current else "ink"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        second = self._time
        if self._current:
            second = self._next if self._paused else self._hint
        name = font(19, bold=True) if self._current else font()
        high = self._height_of(self._name, name)
        low = self._height_of(second, font()) if second else 0
        top = (self.height() - high - low) / 2
        painter.setFont(name)
        is_new = not self._current and self._seconds is None
        painter.setPen(colour("muted" if is_new else "ink"))
        painter.drawText(QRectF(self._left, top, self._room, high), _WRAP, self._name)
        painter.setFont(font())
        painter.setPen(colour("muted"))
        painter.drawText(QRectF(self._left, top + high, self._room, low), _WRAP, second)

    @property
    def _left(self) -> int:
        return scaled(60)

    @property
    def _room(self) -> int:
        return max(1, self.width() - self._left - RING)

    def _height_of(self, text: str, letters: QFont) -> int:
        return QFontMetrics(letters).boundingRect(0, 0, self._room, 10_000, _WRAP, text).height()

    def _fit(self) -> None:
        """Room for the row as the current one, whether it is that or not."""
        high = self._height_of(self._name, font(19, bold=True))
        low = max(self._height_of(text, font()) for text in (self._hint, self._next))
        self.setMinimumHeight(max(scaled(ROW_HEIGHT), high + low + 2 * RING))

    @property
    def _time(self) -> str:
        return "" if self._seconds is None else clock_text(self._seconds)

    def _describe(self) -> None:
        state = self._time
        if self._current:
            state = self._next if self._paused else tr("now: {hint}").format(hint=self._hint)
        parts = (f"{self._number}. {self._name}", state)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()
