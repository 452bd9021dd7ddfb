"""The places that must be confirmed by ear, one below the other."""

import math
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from naklank.core.review import Review
from naklank.core.summary import Summary
from naklank.core.topics import Topic
from naklank.sentences.checks import check_lines
from naklank.translation import tr
from naklank.ui.parts.key_names import key_name
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.theme import RADIUS, colour, font, paint_ring, scaled

_STATE = Qt.ItemDataRole.UserRole
_LINES = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROW_HEIGHT = 58
_LONG: Final = 188
"""Seconds, in as many digits as a summary takes."""


class CheckList(QWidget):
    """How many are left, how it goes, and all checks; every row is equally high."""

    check_chosen = Signal(int)
    """By a click, or by Enter on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = Review()
        self._summary: Summary | None = None
        self._current: int | None = None
        self._seconds_left = 0
        self._is_choosing = False
        self._names: Mapping[Topic, str] = {}
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._explanation = SteadyLabel()
        self._explanation.setObjectName("hint")
        self._list = _List()
        self._list.itemClicked.connect(lambda item: self._choose(self._list.row(item)))
        self._list.entered_by_key.connect(self._choose)
        self.setFocusProxy(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._explanation)
        column.addWidget(self._list, 1)
        self._put_words()

    @property
    def title(self) -> str:
        """How many are left, in words."""
        return self._title.text()

    def set_names(self, names: Mapping[Topic, str]) -> None:
        """What the topics are called in the checks that are shown next."""
        self._names = names

    def set_review(
        self, review: Review, current: int | None, summary: Summary | None = None
    ) -> None:
        """Show how far the checking has come, and which check plays or waits now.

        With the text, what was suggested and put in is told as what it is now.
        """
        moved = current != self._current
        self._review, self._current, self._summary = review, current, summary
        self._title.setText(_left(review))
        self._explain()
        while self._list.count() > len(review.checks):
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < len(review.checks):
            self._list.addItem(QListWidgetItem())
        for at in range(len(review.checks)):
            self._describe(at)
        if moved and current is not None:
            self._list.setCurrentRow(current)
            if not self._is_choosing:  # a row stays below the mouse that pressed it
                self._list.show_what_comes()

    def set_seconds_left(self, seconds: float) -> None:
        """How long it takes to hear what was not heard yet; told where that alone is missing."""
        left = max(1, math.ceil(seconds))
        if left != self._seconds_left:
            self._seconds_left = left
            self._explain()

    def _explain(self) -> None:
        if self._review.lacks_checks:
            text = _why_all()
        elif _lacks_sound_alone(self._review):
            text = _until(self._seconds_left)
        else:
            text = _how()
        self._explanation.setText(text)

    def _put_words(self) -> None:
        self._explanation.reserve((_how(), _why_all(), _until(_LONG)))
        self._list.setAccessibleName(tr("What must be heard"))
        self.set_review(self._review, self._current, self._summary)

    def _describe(self, at: int) -> None:
        check = self._review.checks[at]
        item = self._list.item(at)
        lines = check_lines(check, self._summary, self._names)
        state = ""
        if at in self._review.confirmed:
            state = tr("right")
        elif at == self._current:
            state = tr("now")
        item.setData(_LINES, lines)
        plays = at == self._current and check.has_sound
        item.setData(_STATE, (at in self._review.confirmed, at == self._current, plays))
        spoken = ", ".join(part for part in (*lines, state) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(lines[0] if check.text in lines[0] else f"{lines[0]} ({check.text})")

    def _choose(self, at: int) -> None:
        if at >= 0:
            self._is_choosing = True
            self.check_chosen.emit(at)
            self._is_choosing = False


class _List(QListWidget):
    """Arrows move, Enter chooses; letters belong to the page."""

    entered_by_key = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checks")
        self.setItemDelegate(_Row(self))
        self.setSpacing(0)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_what_comes(self) -> None:
        """Scroll so that the current row is the second one: above it what was, below what comes."""
        before = self.item(max(0, self.currentRow() - 1))
        if before is not None:
            self.scrollToItem(before, QAbstractItemView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_what_comes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered_by_key.emit(self.currentRow())
        elif not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Row(QStyledItemDelegate):
    """Words and why, in a box that is amber while it plays and checked when it is right."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(scaled(200), scaled(ROW_HEIGHT) + 6)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        confirmed, current, plays = index.data(_STATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 3, -1, -3)
        painter.setBrush(colour("amber_tint" if current else "card"))
        painter.setPen(QPen(colour("amber" if current else "line"), 2 if current else 1))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._paint_lines(painter, box, index, muted=confirmed, bold=current)
        side = scaled(14)
        sign = QRectF(box.right() - scaled(28), box.center().y() - side / 2, side, side)
        if plays:
            paint_mark(painter, Mark.PLAY, sign, colour("ink"))
        elif confirmed:
            paint_mark(painter, Mark.CHECK, sign, colour("green"))
        focus = QStyle.StateFlag.State_HasFocus
        if option.state & focus:
            paint_ring(painter, box)
        painter.restore()

    def _paint_lines(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        muted: bool,
        bold: bool,
    ) -> None:
        first, second = index.data(_LINES)
        room = box.adjusted(scaled(14), 0, -scaled(36), 0)
        upper, lower = font(bold=bold), font(14)
        high, low = QFontMetricsF(upper), QFontMetricsF(lower)
        top = room.center().y() - (high.height() + low.height()) / 2
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(upper)
        painter.setPen(colour("muted" if muted else "ink"))
        place = QRectF(room.x(), top, room.width(), high.height())
        painter.drawText(place, 0, high.elidedText(first, elide, room.width()))
        painter.setFont(lower)
        painter.setPen(colour("muted"))
        place = QRectF(room.x(), top + high.height(), room.width(), low.height())
        painter.drawText(place, 0, low.elidedText(second, elide, room.width()))


def _how() -> str:
    text = tr("It stops behind each one. K: right. Enter in the text: change it. {undo}: undo.")
    return text.format(undo=key_name("Ctrl+Z"))


def _why_all() -> str:
    return tr("The computer could not check its own text. So hear all of it, to the end.")


def _until(seconds: int) -> str:
    text = tr("{count} seconds left. Then: Text is right. M: go on listening.", "", seconds)
    return text.format(count=seconds)


def _lacks_sound_alone(review: Review) -> bool:
    """Whether each place is right, and nothing is missing but that the rest is heard."""
    is_looked_for = review.checks or review.needs_whole
    waits = review.open or review.awaits_more
    return bool(is_looked_for) and not waits and not review.is_done


def _left(review: Review) -> str:
    count = len(review.open)
    if count:
        return tr("{count} places left", "", count).format(count=count)
    if review.awaits_more:
        return tr("More places may follow")
    if _lacks_sound_alone(review):
        return tr("Listen to the end")
    return tr("All places are right") if review.checks else tr("Nothing that must be heard apart")
