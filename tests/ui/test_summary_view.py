from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from naklank.core.checks import Check, CheckKind
from naklank.core.review import Review
from naklank.core.summary import Summary
from naklank.core.topics import Topic
from naklank.sentences.words import topic_name
from naklank.ui.colours import LIGHT
from naklank.ui.review.summary_view import SummaryView
from support.keys import hold_down, press
from support.summaries import PARTS, place, review, summary
from support.summary_views import Heard, click_word, middle, show_summary

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def view(shown: Show) -> SummaryView:
    return show_summary(shown)


@pytest.fixture
def heard(view: SummaryView) -> Heard:
    return Heard(view)


def _colours(view: SummaryView, word: int) -> set[str]:
    """Every colour in the box of a word."""
    box = view._boxes(word, word + 1)[0].toAlignedRect()
    image = view.viewport().grab(box).toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_the_text_can_be_read_with_its_headings(view: SummaryView) -> None:
    expected = "\n".join(f"{topic_name(topic)}\n{text}" for topic, text in PARTS)
    assert view.toPlainText() == expected
    assert view.isReadOnly()


@pytest.mark.parametrize("word", ["U", "bloeddruk.", "lisinopril.", "milligram", "112."])
def test_a_click_chooses_the_word(view: SummaryView, heard: Heard, word: str) -> None:
    click_word(view, place(word))
    assert heard.words == [place(word)]
    assert view.word_cursor == place(word)


def test_a_click_beside_the_text_chooses_nothing(view: SummaryView, heard: Heard) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 470))
    assert heard.words == []


def test_arrows_go_from_word_to_word(view: SummaryView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Home)
    last = len(summary().words) - 1
    assert heard.words == [1, 2, 1, last, 0]


def test_up_and_down_stay_below_each_other(view: SummaryView) -> None:
    click_word(view, place("lisinopril."))
    here = middle(view, place("lisinopril."))
    press(view, Qt.Key.Key_Down)
    below = view.word_cursor
    assert below is not None
    assert summary().words[below].text in PARTS[2][1].split()
    assert abs(middle(view, below).x() - here.x()) < 60
    press(view, Qt.Key.Key_Down)
    assert view.word_cursor == below
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Up)
    above = view.word_cursor
    assert above is not None
    assert summary().words[above].text in PARTS[0][1].split()


def test_a_screen_reader_follows_the_word_cursor(view: SummaryView) -> None:
    press(view, Qt.Key.Key_Right)
    text = view.toPlainText()
    assert text[view.textCursor().position() :].startswith("heeft een")


def test_a_held_arrow_stays(view: SummaryView, heard: Heard) -> None:
    hold_down(view, Qt.Key.Key_Right)
    hold_down(view, Qt.Key.Key_1)
    hold_down(view, Qt.Key.Key_Return)
    assert heard.words == []
    assert heard.topics == []
    assert not view.is_editing


@pytest.mark.parametrize(("key", "topic"), list(enumerate(Topic)))
def test_a_digit_begins_a_topic(view: SummaryView, heard: Heard, key: int, topic: Topic) -> None:
    click_word(view, place("merkt"))
    press(view, Qt.Key(Qt.Key.Key_1 + key))
    assert heard.topics == [(place("merkt"), topic)]


def test_checks_look_open_current_and_right(view: SummaryView) -> None:
    view.clearFocus()
    view.set_summary(summary(), review(0), 1)
    assert LIGHT.green in _colours(view, place("niet"))
    assert LIGHT.amber_mark not in _colours(view, place("niet"))
    assert LIGHT.amber_ink in _colours(view, place("lisinopril."))
    assert LIGHT.on_amber in _colours(view, place("lisinopril."))
    assert {LIGHT.amber, LIGHT.amber_mark} <= _colours(view, place("tablet"))
    assert _colours(view, place("begint")).isdisjoint({LIGHT.amber, LIGHT.green})


def test_a_check_without_words_stands_between_the_words(view: SummaryView) -> None:
    gap = Check(CheckKind.UNCOVERED, "", 1.96, 1.99)
    view.set_summary(summary(), Review(), None)
    before = view.viewport().grab().toImage()
    view.set_summary(summary(), Review((gap,)), None)
    assert view.viewport().grab().toImage() != before
    view.set_summary(summary(), Review((Check(CheckKind.UNCOVERED, "", 99, 100),)), 0)
    view.set_summary(Summary(), Review((gap,)), 0)


def test_the_word_cursor_goes_to_a_check_that_becomes_current(
    view: SummaryView, heard: Heard
) -> None:
    view.set_summary(summary(), review(), 2)
    assert view.word_cursor == place("1")
    press(view, Qt.Key.Key_Right)
    view.set_summary(summary(), review(0), 2)
    assert view.word_cursor == place("tablet")
    assert heard.words == [place("tablet")]


def test_the_playing_word_is_marked(view: SummaryView) -> None:
    view.clearFocus()
    view.set_playhead(place("begint") / 2 + 0.1)
    assert LIGHT.playhead in _colours(view, place("begint"))
    view.set_playhead(None)
    assert LIGHT.playhead not in _colours(view, place("begint"))


def test_a_long_text_follows_the_playing_word(view: SummaryView) -> None:
    long = summary(20)
    view.set_summary(long, Review(), None)
    assert view.verticalScrollBar().value() == 0
    view.set_playhead(len(long.words) / 2)
    assert view.verticalScrollBar().value() > 0
    box = view._boxes(len(long.words) - 1, len(long.words))[0]
    assert view.viewport().rect().contains(box.center().toPoint())


def test_the_word_cursor_stays_inside_a_shorter_text(view: SummaryView) -> None:
    press(view, Qt.Key.Key_End)
    view.set_summary(summary().corrected(2, 99, ""), Review(), None)
    assert view.word_cursor == 1


def test_an_empty_text_takes_keys_and_clicks_without_harm(view: SummaryView, heard: Heard) -> None:
    view.set_summary(Summary(), Review(), None)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_1):
        press(view, key)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    view.start_editing()
    view.set_playhead(3.0)
    assert view.word_cursor is None
    assert heard.words == []
    assert heard.topics == []


def test_the_box_of_a_number_holds_the_point_in_front_of_it(view: SummaryView) -> None:
    at = place("10")
    view.set_summary(summary().corrected(at, at + 1, "5"), Review(), None)
    plain = view._boxes(at, at + 1)[0].width()
    view.set_summary(summary().corrected(at, at + 1, ".5"), Review(), None)
    assert view._boxes(at, at + 1)[0].width() > plain
