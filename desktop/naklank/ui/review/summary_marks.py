"""What is painted under and around the words: checks, the playing word, the word cursor."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from naklank.core.review import Review
from naklank.core.summary import Summary
from naklank.ui.theme import RING, colour


class CheckState(Enum):
    """How a check looks in the text."""

    CONFIRMED = "confirmed"
    OPEN = "open"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class CheckMark:
    """The words of one check, from `first` to before `end`; none where text is missing.

    Without words the mark stands before the word at `first`.
    """

    state: CheckState
    first: int
    end: int


def check_marks(summary: Summary, review: Review, current: int | None) -> list[CheckMark]:
    """The marks of all checks, the current one last, so that it lies on top."""
    marks = []
    for at, check in enumerate(review.checks):
        if not check.has_sound:
            continue
        words = summary.words_of(check)
        if at == current:
            state = CheckState.CURRENT
        else:
            state = CheckState.CONFIRMED if at in review.confirmed else CheckState.OPEN
        if words:
            marks.append(CheckMark(state, words.start, words.stop))
        else:
            before = summary.word_at(check.start)
            place = 0 if before is None else before + 1
            marks.append(CheckMark(state, place, place))
    order = list(CheckState)
    return sorted(marks, key=lambda mark: order.index(mark.state))


class MarkPainter:
    """Paints under the words, whose boxes in the viewport it asks for by first and end."""

    def __init__(self, painter: QPainter, boxes: Callable[[int, int], list[QRectF]]) -> None:
        self._painter = painter
        self._boxes = boxes

    def paint_checks(self, marks: Iterable[CheckMark], count: int) -> None:
        """All of them, in a text of `count` words."""
        for mark in marks:
            if mark.first < mark.end:
                self._paint_check(mark)
            else:
                self._paint_gap(mark, count)

    def _paint_check(self, mark: CheckMark) -> None:
        """Filled for the current check, tinted for an open one, a green line for a right one."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        for box in self._boxes(mark.first, mark.end):
            wide = box.adjusted(-2, 0, 2, 0)
            if mark.state is not CheckState.CONFIRMED:
                is_current = mark.state is CheckState.CURRENT
                self._painter.setBrush(colour("amber_ink" if is_current else "amber_mark"))
                self._painter.drawRoundedRect(wide, 3, 3)
            line = QRectF(wide.left(), wide.bottom() - 2, wide.width(), 2.5)
            confirmed = mark.state is CheckState.CONFIRMED
            self._painter.setBrush(colour("green" if confirmed else "amber"))
            self._painter.drawRect(line)

    def _paint_gap(self, mark: CheckMark, count: int) -> None:
        """Where somebody speaks and no text stands: a bar between the words, of which `count`."""
        if not count:
            return
        word = min(mark.first, count - 1)
        box = self._boxes(word, word + 1)[0]
        left = box.right() + 4 if mark.first >= count else box.left() - 7
        names = {CheckState.CURRENT: "amber_ink", CheckState.CONFIRMED: "green"}
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour(names.get(mark.state, "amber")))
        self._painter.drawRoundedRect(QRectF(left, box.top(), 4, box.height()), 2, 2)

    def paint_playing(self, word: int, *, on_check: bool) -> None:
        """The word that sounds."""
        self._painter.setPen(QPen(colour("accent"), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush if on_check else colour("playhead"))
        for box in self._boxes(word, word + 1):
            self._painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), 4, 4)

    def paint_cursor(self, words: range) -> None:
        """The words that Enter types over; a light line parts the ring from a mark."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes(words.start, words.stop):
            for by, width, name in ((4, RING, "accent"), (2, 1.5, "card")):
                self._painter.setPen(QPen(colour(name), width))
                self._painter.drawRoundedRect(box.adjusted(-by, -by / 2, by, by / 2), 5, 5)
