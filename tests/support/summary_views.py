"""A view of a summary: what it says, and hands for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from naklank.ui.review.summary_view import SummaryView
from support.summaries import review, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from naklank.core.topics import Topic


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


def show_summary(shown: Callable[[QWidget], QWidget]) -> SummaryView:
    """A summary with its review, in front and with the focus."""
    view = SummaryView()
    view.resize(640, 480)
    shown(view)
    view.set_summary(summary(), review(), None)
    view.setFocus()
    return view


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
