"""A view of a summary: what it says, and hands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from naklank.core.topics import Topic
    from naklank.ui.review.summary_view import SummaryView


class Heard:
    """Everything that a view says."""

    def __init__(self, view: SummaryView) -> None:
        self.words: list[int] = []
        self.corrections: list[tuple[int, int, str]] = []
        self.topics: list[tuple[int, Topic]] = []
        self.editing: list[bool] = []
        view.word_chosen.connect(self.words.append)
        view.corrected.connect(lambda *what: self.corrections.append(what))
        view.topic_set.connect(lambda *what: self.topics.append(what))
        view.editing_changed.connect(self.editing.append)


def middle(view: SummaryView, word: int) -> QPoint:
    """Of a word, in the viewport."""
    return view._boxes(word, word + 1)[0].center().toPoint()


def click_word(view: SummaryView, word: int) -> None:
    """With the left button."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, word))


def editor(view: SummaryView) -> QLineEdit:
    """The box in which words are typed over."""
    box = view.findChild(QLineEdit)
    assert box is not None
    return box
