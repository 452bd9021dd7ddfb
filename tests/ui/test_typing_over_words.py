"""Words of the text are typed over, alone or together, and two are made one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from naklank.ui.colours import LIGHT
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.review.summary_view import SummaryView
from support.keys import CTRL, click, hold_down, press
from support.summaries import place, review, summary
from support.summary_views import Heard, click_word, editor, middle, show_summary

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def view(shown: Show) -> SummaryView:
    return show_summary(shown)


@pytest.fixture
def heard(view: SummaryView) -> Heard:
    return Heard(view)


def _has_frame(view: SummaryView, word: int) -> bool:
    """Whether the ring of the word cursor goes along below a word."""
    box = view._boxes(word, word + 1)[0]
    image = view.viewport().grab().toImage()
    middle = round(box.center().x())
    below = range(round(box.bottom()), round(box.bottom()) + 5)
    return any(QColor(image.pixel(middle, y)).name() == LIGHT.accent for y in below)


def test_enter_types_over_a_word(view: SummaryView, heard: Heard) -> None:
    click_word(view, place("hoge"))
    press(view, Qt.Key.Key_Return)
    assert heard.editing == [True]
    assert editor(view).text() == "hoge"
    QTest.keyClicks(editor(view), "  erg   lage ")
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(place("hoge"), place("hoge") + 1, "erg lage")]
    assert heard.editing == [True, False]
    assert not view.is_editing
    assert view.hasFocus()


def test_a_double_click_does_too(view: SummaryView) -> None:
    where = middle(view, place("hoge"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert editor(view).text() == "hoge"


def test_the_words_of_a_check_in_hand_are_typed_over_together(
    view: SummaryView, heard: Heard
) -> None:
    view.set_summary(summary(), review(), 2)
    assert _has_frame(view, place("milligram"))
    press(view, Qt.Key.Key_Enter)
    assert editor(view).text() == "1 tablet van 10 milligram"
    QTest.keyClicks(editor(view), "2 tabletten")
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(place("1"), place("milligram") + 1, "2 tabletten")]


@pytest.mark.parametrize("way", ["arrows", "click"])
def test_of_a_check_only_the_word_is_typed_over_that_somebody_went_to(
    view: SummaryView, heard: Heard, way: str
) -> None:
    view.set_summary(summary(), review(), 2)
    if way == "arrows":
        for _ in range(3):
            press(view, Qt.Key.Key_Right)
    else:
        click_word(view, place("10"))
    assert not _has_frame(view, place("milligram"))
    press(view, Qt.Key.Key_Return)
    assert editor(view).text() == "10"
    QTest.keyClicks(editor(view), "20")
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(place("10"), place("10") + 1, "20")]


def test_another_check_in_hand_is_framed_whole_again(view: SummaryView) -> None:
    view.set_summary(summary(), review(), 2)
    press(view, Qt.Key.Key_Right)
    view.set_summary(summary(), review(), 3)
    view.set_summary(summary(), review(), 2)
    press(view, Qt.Key.Key_Return)
    assert editor(view).text() == "1 tablet van 10 milligram"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rust", "rust."),
        ("rust.", "rust."),
        ("rust?", "rust?"),
        ("rust,", "rust,"),
        ("rust 1,5", "rust 1,5."),
    ],
)
def test_the_mark_that_closed_the_words_stays_unless_another_is_typed(
    view: SummaryView, heard: Heard, typed: str, meant: str
) -> None:
    click_word(view, place("bloeddruk."))
    press(view, Qt.Key.Key_Return)
    QTest.keyClicks(editor(view), typed)
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(place("bloeddruk."), place("bloeddruk.") + 1, meant)]


def test_the_mark_can_be_taken_away_and_goes_with_the_words(
    view: SummaryView, heard: Heard
) -> None:
    at = place("bloeddruk.")
    click_word(view, at)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Backspace)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Delete)
    assert editor(view).text() == "."
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(at, at + 1, "bloeddruk"), (at, at + 1, "")]


def test_backspace_before_the_first_letter_joins_with_the_word_before(
    view: SummaryView, heard: Heard
) -> None:
    at = place("begint")
    click_word(view, at + 1)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Backspace)  # all is selected: it takes out the word
    assert editor(view).text() == ""
    press(view, Qt.Key.Key_Escape)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Home)
    hold_down(view, Qt.Key.Key_Backspace)
    assert editor(view).text() == "met"
    press(view, Qt.Key.Key_Backspace)
    assert editor(view).text() == "begintmet"
    QTest.keyClicks(editor(view), "-")
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(at, at + 2, "begint-met")]
    assert heard.editing == [True, False, True, False]


def test_delete_behind_the_last_letter_joins_with_the_word_behind(
    view: SummaryView, heard: Heard
) -> None:
    at = place("met")
    click_word(view, at)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Delete)
    assert editor(view).text() == "metlisinopril."
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(at, at + 2, "metlisinopril.")]


def test_marks_between_two_words_go_when_they_are_joined(view: SummaryView, heard: Heard) -> None:
    at = place("bloeddruk.")
    click_word(view, at)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Delete)
    assert editor(view).text() == "bloeddrukDat"
    press(view, Qt.Key.Key_Escape)
    assert heard.corrections == []


def test_words_are_not_joined_over_a_heading_nor_beyond_the_text(view: SummaryView) -> None:
    for word, key, side in (
        ("altijd.", Qt.Key.Key_Delete, Qt.Key.Key_End),
        ("112.", Qt.Key.Key_Delete, Qt.Key.Key_End),
        ("U", Qt.Key.Key_Backspace, Qt.Key.Key_Home),
        ("Bel", Qt.Key.Key_Backspace, Qt.Key.Key_Home),
    ):
        click_word(view, place(word))
        press(view, Qt.Key.Key_Return)
        press(view, side)
        press(view, key)
        assert editor(view).text() == word
        press(view, Qt.Key.Key_Escape)


def test_no_text_takes_words_out_and_the_same_text_changes_nothing(
    view: SummaryView, heard: Heard
) -> None:
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == []
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Delete)
    press(view, Qt.Key.Key_Return)
    assert heard.corrections == [(0, 1, "")]


def test_escape_gives_up(view: SummaryView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Return)
    QTest.keyClicks(editor(view), "iets anders")
    press(view, Qt.Key.Key_Escape)
    assert heard.corrections == []
    assert heard.editing == [True, False]
    assert view.hasFocus()


def test_a_click_elsewhere_loses_no_typing(view: SummaryView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Return)
    QTest.keyClicks(editor(view), "Jij")
    click_word(view, place("112."))
    assert heard.corrections == [(0, 1, "Jij")]


def test_leaving_the_box_loses_no_typing(shown: Show) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    view, other = SummaryView(), QLineEdit()
    column.addWidget(view)
    column.addWidget(other)
    page.resize(640, 480)
    shown(page)
    view.set_summary(summary(), review(), None)
    heard = Heard(view)
    view.setFocus()
    press(page, Qt.Key.Key_Return)
    QTest.keyClicks(editor(view), "Jij")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert heard.corrections == [(0, 1, "Jij")]
    assert other.hasFocus()


def test_a_click_on_a_button_corrects_first(shown: Show) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    view, approve = SummaryView(), KeyButton("Tekst klopt")
    column.addWidget(view)
    column.addWidget(approve)
    page.resize(640, 480)
    shown(page)
    view.set_summary(summary(), review(), None)
    order: list[str] = []
    view.corrected.connect(lambda *_: order.append("corrected"))
    approve.clicked.connect(lambda: order.append("approved"))
    view.setFocus()
    press(page, Qt.Key.Key_Return)
    QTest.keyClicks(editor(view), "Jij")
    QTest.mouseClick(editor(view), Qt.MouseButton.LeftButton)
    assert order == []
    click(approve)
    assert order == ["corrected", "approved"]


def test_a_held_enter_opens_and_does_not_accept(view: SummaryView, heard: Heard) -> None:
    press(view, Qt.Key.Key_Return)
    hold_down(view, Qt.Key.Key_Return)
    assert view.is_editing
    assert heard.editing == [True]


def test_while_words_are_typed_over_no_key_of_the_page_acts(shown: Show) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    view, approve, right = SummaryView(), KeyButton("Tekst klopt", "Ctrl+Return"), KeyButton()
    right.set_key("K")
    pressed: list[str] = []
    approve.clicked.connect(lambda: pressed.append("approve"))
    right.clicked.connect(lambda: pressed.append("right"))
    for widget in (view, approve, right):
        column.addWidget(widget)
    page.resize(640, 480)
    shown(page)
    view.set_summary(summary(), review(), None)
    view.setFocus()
    press(page, Qt.Key.Key_K)
    assert pressed == ["right"]
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_K)
    press(page, Qt.Key.Key_Return, CTRL)
    assert pressed == ["right"]
    assert not view.is_editing
    press(page, Qt.Key.Key_Return, CTRL)
    assert pressed == ["right", "approve"]


def test_typing_goes_on_while_checks_change_but_not_over_other_words(
    view: SummaryView, heard: Heard
) -> None:
    press(view, Qt.Key.Key_Return)
    view.set_summary(summary(), review(0), 3)
    assert heard.editing == [True]
    view.set_summary(summary().corrected(0, 1, "Jij"), review(0), 3)
    assert not view.is_editing
    assert heard.editing == [True, False]
    assert heard.corrections == []


def test_the_box_stays_inside_the_view(view: SummaryView, qtbot: QtBot) -> None:
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Return)
    assert view.viewport().rect().contains(editor(view).geometry())
    view.resize(400, 300)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(editor(view).geometry()))
    assert view.is_editing


def test_the_point_in_front_of_a_number_is_typed_over_with_it(view: SummaryView) -> None:
    at = place("10")
    view.set_summary(summary().corrected(at, at + 1, "(.5"), review(), None)
    click_word(view, at)
    press(view, Qt.Key.Key_Return)
    assert editor(view).selectedText() == ".5"


def test_joined_with_a_number_before_it_the_point_stays(view: SummaryView) -> None:
    at = place("10")
    view.set_summary(summary().corrected(at, at + 1, "2 .5"), review(), None)
    click_word(view, at + 1)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Home)
    press(view, Qt.Key.Key_Backspace)
    assert editor(view).text() == "2.5"
    press(view, Qt.Key.Key_Escape)
    click_word(view, at)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_Delete)
    assert editor(view).text() == "2.5"
