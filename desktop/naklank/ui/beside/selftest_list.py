"""What a self-test found, one item below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from naklank.core.selftest import Grade
from naklank.sentences.selftest import grade_word, item_name, what_to_do, what_was_found
from naklank.translation import tr
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import RADIUS, colour, font, paint_ring, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from naklank.core.selftest import Finding

_ROW: Final = Qt.ItemDataRole.UserRole
_PADDING: Final = 12
_INDENT: Final = 44
"""Pixels from the edge of a box to its words, with the sign between."""
_SIGNS: Final = {
    Grade.GOOD: (Mark.CHECK, "green"),
    Grade.MIND: (Mark.EXCLAMATION, "amber_ink"),
    Grade.BAD: (Mark.CROSS, "amber_ink"),
    Grade.UNKNOWN: (Mark.RING, "muted"),
}
"""No red: nothing but an open microphone is red."""


class _Words(NamedTuple):
    """What stands in a row."""

    title: str
    text: str
    grade: Grade


class SelftestList(QListWidget):
    """Arrows move; each row is as high as its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checks")
        self.setAccessibleName(tr("What the self-test found"))
        self.setItemDelegate(_Row(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there is a row to stand at
        self._shown = 0

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; what stands already stays as it is."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if findings else Qt.FocusPolicy.NoFocus)
        if len(findings) < self._shown:
            self.clear()
            self._shown = 0
        for finding in findings[self._shown :]:
            words = _words(finding)
            item = QListWidgetItem()
            item.setData(_ROW, words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words.title}. {words.text}")
            self.addItem(item)
            self.scrollToItem(item)
        self._shown = len(findings)

    def go_to_gravest(self) -> None:
        """Bring what most needs somebody into view; with all good, the first."""
        order = (Grade.BAD, Grade.MIND, Grade.UNKNOWN, Grade.GOOD)
        grades = [self.item(at).data(_ROW).grade for at in range(self.count())]
        row = min(range(self.count()), key=lambda at: order.index(grades[at]), default=-1)
        self.setCurrentRow(row)
        self.scrollToItem(self.item(row), QAbstractItemView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # other widths break lines elsewhere


def _words(finding: Finding) -> _Words:
    title = f"{item_name(finding.item)}: {grade_word(finding.grade)}"
    lines = [what_was_found(finding)]
    if finding.names:
        lines.append(" · ".join(finding.names))
    if advice := what_to_do(finding):
        lines.append(f"{tr('What to do:')} {advice}")
    return _Words(title, "\n".join(lines), finding.grade)


class _Row(QStyledItemDelegate):
    """A sign, the item with its grade, and what was found."""

    def __init__(self, view: SelftestList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        words: _Words = index.data(_ROW)
        room = width - scaled(_INDENT) - scaled(_PADDING)
        text = QFontMetrics(font()).boundingRect(
            QRect(0, 0, max(1, room), 0), Qt.TextFlag.TextWordWrap, words.text
        )
        title = QFontMetrics(font(bold=True)).height()
        return QSize(width, title + text.height() + 2 * scaled(_PADDING) + 6)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        words: _Words = index.data(_ROW)
        is_bad = words.grade is Grade.BAD
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 3, -1, -3)
        painter.setBrush(colour("amber_tint" if is_bad else "card"))
        painter.setPen(QPen(colour("amber" if is_bad else "line"), 2 if is_bad else 1))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        self._paint_words(painter, box, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, words: _Words) -> None:
        mark, ink = _SIGNS[words.grade]
        side = scaled(16)
        top = box.y() + scaled(_PADDING)
        title = QFontMetrics(font(bold=True)).height()
        sign = QRectF(box.x() + scaled(14), top + (title - side) / 2, side, side)
        paint_mark(painter, mark, sign, colour(ink))
        left = box.x() + scaled(_INDENT)
        room = box.right() - left - scaled(_PADDING) + 1
        painter.setFont(font(bold=True))
        painter.setPen(colour(ink if words.grade is not Grade.GOOD else "ink"))
        painter.drawText(QRectF(left, top, room, title), 0, words.title)
        painter.setFont(font())
        painter.setPen(colour("ink"))
        below = QRectF(left, top + title, room, box.bottom() - top - title)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, words.text)
