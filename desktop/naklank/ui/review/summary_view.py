"""The typed text by topic, word by word bound to its sound."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from naklank.core.corrections import Correction
from naklank.core.review import Review
from naklank.core.summary import Summary
from naklank.core.topics import Topic
from naklank.translation import tr
from naklank.ui.review.summary_marks import CheckMark, CheckState, MarkPainter, check_marks
from naklank.ui.review.summary_text import SummaryText, first_change
from naklank.ui.review.word_edit import WordEdit

if TYPE_CHECKING:
    from naklank.core.checks import Check

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES: Final = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_RING_ROOM: Final = 6
"""Pixels below a word for the ring around it."""
_DIGITS: Final = tuple(Qt.Key(Qt.Key.Key_1 + at) for at in range(len(Topic)))


class SummaryView(QTextEdit):
    """Shows a summary; every word can be reached by arrows and by a click.

    Enter or a double click types over the word that was chosen, or over all words of the check that
    was taken in hand: what is framed. A digit begins the topic with that number at the word.
    """

    word_chosen = Signal(int)
    """The word cursor came to this word, by a click or a key."""
    corrected = Signal(int, int, str)
    """Other text for the words from the first to before the second."""
    topic_set = Signal(int, object)
    """The Topic begins at this word, or ends there where it began."""
    editing_changed = Signal(bool)
    """Whether words are being typed over: until they are accepted, nothing is approved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Summary()
        self._topics: tuple[Topic, ...] = tuple(Topic)
        self._marks: list[CheckMark] = []
        self._corrections: list[Correction] = []
        self._check: Check | None = None
        self._cursor = 0
        self._is_on_word = False
        """Whether somebody went to this very word, be it one of a check."""
        self._playing: int | None = None
        self._edited = range(0)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("summary")
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setCursorWidth(0)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._text = SummaryText(self.document())
        self._edit = WordEdit(self.viewport(), home=self)
        self._edit.accepted.connect(self._on_accepted)
        self._edit.reached_out.connect(self._on_reached_out)
        self._edit.given_up.connect(lambda: self.editing_changed.emit(False))
        self._put_words()

    @property
    def word_cursor(self) -> int | None:
        """The word that keys act on; None where there is no text."""
        return self._cursor if self._summary.words else None

    @property
    def is_editing(self) -> bool:
        """Whether words are being typed over."""
        return not self._edit.isHidden()

    def set_names(self, names: Mapping[Topic, str]) -> None:
        """What the topics are called in the text that is shown next."""
        self._text.names = names

    def set_topics(self, topics: Sequence[Topic]) -> None:
        """What the digits stand for, from 1 on; a digit beyond them does nothing."""
        self._topics = tuple(topics)

    def set_summary(
        self,
        summary: Summary,
        review: Review,
        current_check: int | None,
        corrections: Sequence[Correction] = (),
    ) -> None:
        """Show the text, its checks, and what was heard where it was corrected.

        The word cursor goes to what has changed, and to a check that has become current.
        """
        if summary != self._summary:
            self._edit.give_up()
            self._cursor = first_change(self._summary, summary, self._cursor)
            self._is_on_word = False
        if summary != self._summary or list(corrections) != self._corrections:
            self._summary, self._corrections = summary, list(corrections)
            self._fill()
        self._marks = check_marks(summary, review, current_check)
        self._colour_words()
        check = None if current_check is None else review.checks[current_check]
        if check != self._check and check is not None and not self.is_editing:
            words = summary.words_of(check)
            if words:
                self._is_on_word = False
                self._put_cursor(words.start)
        self._check = check
        self.viewport().update()

    def go_to(self, word: int) -> None:
        """Put the word cursor there, as far as there is such a word."""
        self._put_cursor(max(0, min(word, len(self._summary.words) - 1)))

    def set_playhead(self, second: float | None) -> None:
        """Mark the word that sounds now; None while nothing plays."""
        word = None if second is None else self._summary.word_at(second)
        if word != self._playing:
            self._playing = word
            if word is not None and not self.is_editing:
                self._show_word(word)
            self.viewport().update()

    def start_editing(self) -> None:
        """Type over the framed words."""
        if self.word_cursor is None:
            return
        self._edited = self._framed
        self._show_word(self._edited.start)
        words = (self._summary.words[at].text for at in self._edited)
        self._edit.start(" ".join(words), self._boxes(self._edited.start, self._edited.stop)[0])
        self.editing_changed.emit(True)

    def _put_words(self) -> None:
        self.setAccessibleName(tr("The text"))
        self.setAccessibleDescription(
            tr(
                "Arrows go from word to word, Enter changes a word, "
                "a digit begins the topic with that number."
            )
        )
        self._fill()

    def event(self, event: QEvent) -> bool:
        """Keys that act on a word are no shortcuts of the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_plain(event) and event.key() in (*_MOVES, *_ENTER, *_DIGITS):
                event.accept()
                return True
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_text"):
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not _is_plain(event) or self.word_cursor is None:
            event.ignore()
        elif event.key() in _MOVES:
            self._move(Qt.Key(event.key()))
        elif event.key() in _ENTER:
            self.start_editing()
        elif event.key() in _DIGITS:
            self._set_topic(_DIGITS.index(Qt.Key(event.key())))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        word = self._word_under(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and word is not None:
            self._edit.finish()
            self._choose(word)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is selected by dragging."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._word_under(event.position().toPoint()) == self.word_cursor is not None:
            self.start_editing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_editing:
            self._show_word(self._edited.start)
            self._edit.stand_over(self._boxes(self._edited.start, self._edited.stop)[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = MarkPainter(painter, self._boxes)
        count = len(self._summary.words)
        marks.paint_checks(self._marks, count)
        if self._playing is not None and self._playing < count:
            on_check = any(mark.first <= self._playing < mark.end for mark in self._marks)
            marks.paint_playing(self._playing, on_check=on_check)
        if self.hasFocus() and self.word_cursor is not None:
            marks.paint_cursor(self._framed)
        painter.end()
        super().paintEvent(event)

    def _fill(self) -> None:
        """Write the text anew; the word cursor stays at its place as far as there is one."""
        self._text.fill(self._summary, self._corrections)
        self._colour_words()
        self.go_to(self._cursor)

    def _colour_words(self) -> None:
        """Light letters on the dark ground of the current check."""
        self.setExtraSelections(
            [
                self._text.light_letters(mark.first, mark.end)
                for mark in self._marks
                if mark.state is CheckState.CURRENT and mark.first < mark.end
            ]
        )

    def _set_topic(self, number: int) -> None:
        """Counted from 0, as the topics."""
        if number < len(self._topics):
            self.topic_set.emit(self._cursor, self._topics[number])

    def _move(self, key: Qt.Key) -> None:
        word = self._text.neighbour(self._cursor, key)
        if word != self._cursor:
            self._choose(word)

    def _choose(self, word: int) -> None:
        self._is_on_word = True
        self._put_cursor(word)
        self.word_chosen.emit(word)

    def _put_cursor(self, word: int) -> None:
        self._cursor = word
        if self.word_cursor is not None:
            self._show_word(word)
        self.viewport().update()

    def _show_word(self, word: int) -> None:
        """Scroll to it; a screen reader follows Qt's own cursor."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._text.places[word].start)
        self.setTextCursor(cursor)
        bar, below = self.verticalScrollBar(), self.viewport().height()
        boxes = self._boxes(word, word + 1)
        beyond = boxes[-1].bottom() + _RING_ROOM - below if boxes else 0
        bar.setValue(bar.value() + max(0, round(beyond)))

    @property
    def _framed(self) -> range:
        """The word at the cursor, or all words of its check as long as nobody chose one of them."""
        at = self._cursor
        found = [mark for mark in self._marks if mark.first <= at < mark.end]
        if self._is_on_word or not found:
            return range(at, at + 1)
        return range(found[-1].first, found[-1].end)

    def _boxes(self, first: int, end: int) -> list[QRectF]:
        """Where words stand in the viewport, line by line."""
        scrolled = -float(self.verticalScrollBar().value())
        return [box.translated(0, scrolled) for box in self._text.runs(first, end)]

    def _word_under(self, where: QPoint) -> int | None:
        inside = QPointF(where.x(), where.y() + self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        return self._text.word_at(layout.hitTest(inside, Qt.HitTestAccuracy.ExactHit))

    def _on_reached_out(self, step: int) -> None:
        """Two words that were heard as one are joined, but never over a heading."""
        passage = self._summary.passage_of(self._edited.start)
        first, end = self._edited.start + min(step, 0), self._edited.stop + max(step, 0)
        if first < passage.first or end > passage.end:
            return
        self._edited = range(first, end)
        if step < 0:
            self._edit.join_before(self._summary.words[first].text)
        else:
            self._edit.join_behind(self._summary.words[end - 1].text)
        self._show_word(first)
        self._edit.stand_over(self._boxes(first, end)[0])

    def _on_accepted(self, text: str) -> None:
        words, first, end = " ".join(text.split()), self._edited.start, self._edited.stop
        self.editing_changed.emit(False)
        if words != " ".join(self._summary.words[at].text for at in self._edited):
            self.corrected.emit(first, end, words)


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
