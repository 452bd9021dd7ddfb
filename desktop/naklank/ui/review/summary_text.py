"""The text of a summary as a document, and where each word stands in it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from naklank.core.alignment import PUNCTUATION, opening_signs
from naklank.core.corrections import Correction
from naklank.core.summary import Passage, Summary
from naklank.sentences.words import topic_name
from naklank.ui.theme import BOLD, WEIGHT_AXIS, colour, font, scaled

if TYPE_CHECKING:
    from naklank.core.topics import Topic

_LINE = "\u2028"
_NEAR = 100
"""Words: more than stand in two lines of the widest window."""
_LINE_HEIGHT = 125.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands: characters `start` to before `end` of the document."""

    start: int
    end: int


class SummaryText:
    """Fills a document with headings and words, and finds words by place and place by words."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.names: Mapping[Topic, str] = {}
        """What the topics are called, where they are called otherwise than usual."""
        self.places: list[Place] = []
        self._texts: list[str] = []
        self._heard: dict[int, str] = {}

    def fill(self, summary: Summary, corrections: Sequence[Correction] = ()) -> None:
        """Write the whole text anew; before what was corrected, struck through, what was heard."""
        self.places = []
        self._heard = {one.first: " ".join(one.heard) for one in corrections if one.heard}
        self._texts = [word.text for word in summary.words]
        self._document.clear()
        self._document.setDefaultFont(font(19))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()  # else Qt would lay out the whole text for each piece
        is_first = True
        for passage in summary.passages:
            if passage.topic is not None:
                self._begin(cursor, above=0 if is_first else 12, is_first=is_first)
                name = self.names.get(passage.topic) or topic_name(passage.topic)
                cursor.insertText(name, _heading())
                is_first = False
            self._begin(cursor, above=0, is_first=is_first)
            self._write(cursor, summary, passage)
            is_first = False
        if len(self._texts) in self._heard:  # taken out behind the last word
            cursor.insertText(" " if self._texts else "", _plain())
            self._strike(cursor, len(self._texts))
        cursor.endEditBlock()

    def word_at(self, position: int) -> int | None:
        """The word at this character, or right before it."""
        at = bisect_right(self.places, position, key=lambda place: place.start) - 1
        return at if at >= 0 and position <= self.places[at].end else None

    def runs(self, first: int, end: int) -> list[QRectF]:
        """The boxes, one for each line, of the words from `first` to before `end`.

        Without the punctuation around them, which belongs to no check.
        """
        if not self.places or first >= end:
            return []
        opening, closing = self._texts[first], self._texts[end - 1]
        start = self.places[first].start + len(opening_signs(opening))
        stop = self.places[end - 1].end - len(closing) + len(closing.rstrip(PUNCTUATION))
        if start >= stop:  # nothing but signs
            start, stop = self.places[first].start, self.places[end - 1].end
        return [box for box in self._line_boxes(start, stop) if box.width() > 0]

    def light_letters(self, first: int, end: int) -> QTextEdit.ExtraSelection:
        """The words in the letters for a dark ground."""
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._document)
        cursor.setPosition(self.places[first].start)
        cursor.setPosition(self.places[end - 1].end, QTextCursor.MoveMode.KeepAnchor)
        light = QTextCharFormat()
        light.setForeground(colour("on_amber"))
        selection.cursor, selection.format = cursor, light
        return selection

    def neighbour(self, word: int, key: Qt.Key) -> int:
        """The word that an arrow, Home or End leads to; itself where there is none."""
        last = len(self.places) - 1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._in_other_line(word, below=key == Qt.Key.Key_Down)
        targets = {
            Qt.Key.Key_Left: word - 1,
            Qt.Key.Key_Right: word + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        return max(0, min(targets[key], last))

    def _in_other_line(self, word: int, *, below: bool) -> int:
        """The word nearest to this one in the next line, or in the one before."""
        near = range(max(0, word - _NEAR), min(len(self.places), word + _NEAR + 1))
        boxes = {at: self.runs(at, at + 1)[0] for at in near}
        here = boxes[word]
        tops = {box.top() for box in boxes.values()}
        others = [top for top in tops if (top > here.top() if below else top < here.top())]
        if not others:
            return word
        top = min(others) if below else max(others)
        row = [at for at in near if boxes[at].top() == top]
        return min(row, key=lambda at: abs(boxes[at].center().x() - here.center().x()))

    def _begin(self, cursor: QTextCursor, *, above: int, is_first: bool) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(scaled(above))
        block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if is_first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)

    def _write(self, cursor: QTextCursor, summary: Summary, passage: Passage) -> None:
        text = ""
        for at in range(passage.first, passage.end):
            if at in self._heard:
                cursor.insertText(text, _plain())
                self._strike(cursor, at)
                text = " "
            word, start = summary.words[at], cursor.position()
            self.places.append(Place(start + _units(text), start + _units(text + word.text)))
            text += word.text + (_LINE if word.ends_line else " ")
        cursor.insertText(text[:-1], _plain())

    def _strike(self, cursor: QTextCursor, at: int) -> None:
        """In brackets too, for who hears the text instead of seeing it."""
        struck = _plain()
        struck.setForeground(colour("muted"))
        struck.setFontStrikeOut(True)
        cursor.insertText(f"[{self._heard[at]}]", struck)

    def _line_boxes(self, start: int, stop: int) -> Iterator[QRectF]:
        """Line by line what stands from character to character, as high as the letters."""
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < stop:
            layout = block.layout()
            origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                here = block.position() + line.textStart()
                first = max(start, here)
                shown = block.text()[line.textStart() : line.textStart() + line.textLength()]
                last = min(stop, here + len(shown.rstrip()))
                if first < last:
                    left, right = (
                        _x(line.cursorToX(place - block.position())) for place in (first, last)
                    )
                    top = origin + QPointF(left, line.y())
                    yield QRectF(top.x(), top.y(), right - left, line.height())
            block = block.next()


def _units(text: str) -> int:
    """The length as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2


def _x(found: object) -> float:
    """The first of the two numbers that Qt gives back: where, and at which character."""
    where: float = cast("tuple[float, int]", found)[0]
    return where


def _plain() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(colour("ink"))
    form.setFontWordSpacing(scaled(3))  # room for the marks around words
    return form


def _heading() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(colour("accent"))
    form.setFontVariableAxes({WEIGHT_AXIS: BOLD})  # a weight would be smeared on
    form.setProperty(QTextCharFormat.Property.FontPixelSize, scaled(16))
    return form


def first_change(before: Summary, after: Summary, cursor: int) -> int:
    """The first word that another one has taken the place of; the cursor where none has."""
    pairs = zip(before.words, after.words, strict=False)
    differ = (at for at, (old, new) in enumerate(pairs) if old != new)
    shorter = min(len(before.words), len(after.words))
    is_same = len(before.words) == len(after.words)
    return next(differ, cursor if is_same or not before.words else shorter)
