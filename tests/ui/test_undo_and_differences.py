"""Back and forth by keys, and what the computer heard beside what the text says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from naklank.core.checks import CheckKind
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt, Stretch
from naklank.ui.review.summary_view import SummaryView
from support import keys
from support.desk import spoken
from support.keys import CTRL
from support.stage import ENTER, WAYS, Stage, moved, places

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(name="checked")
def checked_(stage: Stage) -> Stage:
    """Heard and confirmed: "U heeft geen griep. Neem 500 milligram. Bel ons." under two topics."""
    WAYS["checked"](stage)
    return stage


def _view(stage: Stage) -> SummaryView:
    return stage.window.review.view


def _words(stage: Stage) -> str:
    summary = stage.table.desk.session.summary
    assert summary is not None
    return " ".join(word.text for word in summary.words)


def _type_over(stage: Stage, word: str, text: str) -> None:
    """By keys alone, from the first word on."""
    summary = stage.table.desk.session.summary
    assert summary is not None
    at = [one.text for one in summary.words].index(word)
    stage.press(Key.Key_Home)
    for _ in range(at):
        stage.press(Key.Key_Right)
    stage.press(ENTER)
    editor = _view(stage).findChild(QLineEdit)
    assert editor is not None
    editor.clear()
    stage.type(text) if text else None
    stage.press(ENTER)
    if stage.window.choice.isVisible():
        stage.press(Key.Key_1)  # the computer misheard it


def test_back_and_forth_without_end(checked: Stage) -> None:
    first = _words(checked)
    _type_over(checked, "Bel", "Mail")
    second = _words(checked)
    _type_over(checked, "U", "Jij")
    checked.press(Key.Key_Home)
    checked.press(Key.Key_5)
    third = _words(checked)
    assert first.startswith("U heeft geen griep.")
    assert third.startswith("Jij heeft geen griep.")

    checked.press(Key.Key_Z, CTRL)
    summary = checked.table.desk.session.summary
    assert summary is not None
    assert summary.borders[0].topic is Topic.WHAT_IS_GOING_ON
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) == second
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) == first
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) == first
    checked.press(Key.Key_Y, CTRL)
    checked.press(Key.Key_Z, CTRL | SHIFT)
    assert _words(checked) == third
    checked.press(Key.Key_Y, CTRL)
    summary = checked.table.desk.session.summary
    assert summary is not None
    assert summary.borders[0].topic is Topic.NEXT_APPOINTMENT


def test_two_words_made_one_have_the_sound_of_both_and_are_undone_at_once(checked: Stage) -> None:
    before = checked.table.desk.session.summary
    assert before is not None
    for key in (Key.Key_End, ENTER, Key.Key_Home, Key.Key_Backspace, ENTER):
        checked.press(key)
    after = checked.table.desk.session.summary
    assert after is not None
    assert after.words[-1].text == "Belons."
    bel, ons = before.sounds[-2:]
    assert after.words[-1].sound == Stretch(bel.start, ons.end)
    checked.press(Key.Key_Z, CTRL)
    assert checked.table.desk.session.summary == before


def test_a_held_key_goes_back_once(checked: Stage) -> None:
    _type_over(checked, "Bel", "Mail")
    _type_over(checked, "ons.", "mij.")
    checked.hold(Key.Key_Z, CTRL)
    assert _words(checked).endswith("Mail ons.")


def test_what_was_confirmed_before_needs_no_second_yes(checked: Stage) -> None:
    review = checked.table.desk.session.review
    assert not review.open
    desk = checked.table.desk
    _type_over(checked, "500", "50")
    assert [desk.session.review.checks[at].text for at in desk.session.review.open] == [
        "50 milligram"
    ]
    assert not checked.main.isEnabled()
    checked.press(Key.Key_Z, CTRL)
    assert desk.session.review == review
    assert checked.main.isEnabled()
    checked.press(Key.Key_Y, CTRL)
    assert not checked.main.isEnabled()


def test_a_risk_taken_out_plays_itself_and_is_confirmed_by_ear(checked: Stage) -> None:
    desk = checked.table.desk
    _type_over(checked, "geen", "")
    assert _words(checked).startswith("U heeft griep. Neem")  # of the two words of the check
    (at,) = desk.session.review.open
    assert desk.session.review.checks[at].kind is CheckKind.TAKEN_OUT
    assert desk.listening.current == at
    assert "weggehaald" in checked.window.review.checks._list.item(at).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    checked.press(Key.Key_K)
    assert desk.session.review.open == (at,)
    checked.table.wait_until_heard(at)
    checked.press(Key.Key_K)
    checked.enter()
    assert checked.is_in(State.APPROVED)


def test_keys_inside_what_is_being_typed_change_only_that(checked: Stage) -> None:
    _type_over(checked, "Bel", "Mail")
    text = _words(checked)
    checked.press(ENTER)
    checked.type("v")
    editor = _view(checked).findChild(QLineEdit)
    assert editor is not None
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) == text
    assert _view(checked).is_editing
    checked.press(Key.Key_Escape)
    assert _struck(_view(checked)) == ""


def test_after_speaking_more_nothing_of_before_comes_back(checked: Stage) -> None:
    _type_over(checked, "Bel", "Mail")
    desk = checked.table.desk
    desk.speaking_again.more()
    checked.table.typist.transcript = spoken("Een hele andere tekst.")
    checked.table.record()
    checked.wait_for(State.REVIEWING)
    whole = _words(checked)
    assert whole.startswith("U heeft geen griep. Neem 500 milligram. Mail ons.")
    assert whole.endswith("Een hele andere tekst.")
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) == whole


def test_after_the_approval_one_can_still_go_back(checked: Stage) -> None:
    first = _words(checked)
    _type_over(checked, "Bel", "Mail")
    checked.enter()
    assert checked.is_in(State.APPROVED)
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) != first
    checked.table.desk.controller.apply(Event.REVIEW_AGAIN)
    checked.press(Key.Key_Z, CTRL)
    assert _words(checked) == first


def _struck(view: SummaryView) -> str:
    """The letters with a line through them."""
    text = view.toPlainText()
    cursor = QTextCursor(view.document())
    found = ""
    for at, letter in enumerate(text):
        cursor.setPosition(at + 1)
        found += letter if cursor.charFormat().fontStrikeOut() else ""
    return found


def test_what_was_heard_stands_struck_through_before_what_the_text_says(checked: Stage) -> None:
    desk = checked.table.desk
    transcript = desk.session.transcript
    view, button = _view(checked), checked.window.review.differences
    assert not button.isEnabled()
    _type_over(checked, "500", "250")
    _type_over(checked, "ons.", "")
    plain = view.toPlainText()
    checked.settle()
    before = places(checked.window)
    checked.press(Key.Key_V)
    checked.settle()
    assert "Neem [500] 250 milligram. Bel [ons.]" in view.toPlainText()
    assert _struck(view) == "[500][ons.]"
    assert button.text() == "Verbergen"
    assert not moved(before, places(checked.window))
    checked.press(Key.Key_V)
    assert view.toPlainText() == plain
    assert button.text() == "Verschillen"
    assert desk.session.transcript is transcript


def test_an_undone_difference_is_no_longer_shown(checked: Stage) -> None:
    _type_over(checked, "ons.", "mij.")
    checked.press(Key.Key_V)
    assert _struck(_view(checked)) == "[ons.]"
    checked.press(Key.Key_Z, CTRL)
    assert _struck(_view(checked)) == ""
    assert not checked.window.review.differences.isEnabled()


def test_the_next_patient_sees_no_differences(checked: Stage) -> None:
    _type_over(checked, "ons.", "mij.")
    checked.press(Key.Key_V)
    checked.table.desk.withdraw()
    checked.table.review()
    assert _struck(_view(checked)) == ""


def test_beside_differences_every_word_is_still_found_by_a_click(checked: Stage) -> None:
    _type_over(checked, "500", "250")
    checked.press(Key.Key_V)
    view = _view(checked)
    summary = checked.table.desk.session.summary
    assert summary is not None
    for word in range(len(summary.words)):
        where = view._boxes(word, word + 1)[0].center().toPoint()
        checked.hear()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert view.word_cursor == word
    at = [one.text for one in summary.words].index("250")
    left = view._boxes(at, at + 1)[0]
    struck = QPoint(round(left.left()) - 25, round(left.center().y()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=struck)
    assert view.word_cursor == len(summary.words) - 1


@pytest.mark.parametrize("put_in", ["", "hoge"])
def test_an_arrow_plays_the_word_also_where_it_was_put_in(checked: Stage, put_in: str) -> None:
    desk = checked.table.desk
    if put_in:
        _type_over(checked, "Bel", f"{put_in} Bel")
        checked.wait(lambda: not desk.listening.is_playing)
    summary = desk.session.summary
    assert summary is not None
    at = [one.text for one in summary.words].index(put_in or "Bel")
    heard: list[float] = []
    desk.listening.position_changed.connect(heard.append)
    _view(checked)._put_cursor(at - 1)
    checked.press(Key.Key_Right)
    checked.wait(lambda: not desk.listening.is_playing)

    before, behind = summary.sounds[at - 1], summary.sounds[at]
    assert summary.words[at].sound == (None if put_in else behind)
    assert heard
    assert before.end - 0.3 <= heard[0] <= heard[-1] <= behind.end + 0.31


def test_checks_that_come_late_swallow_nothing_of_what_is_typed(checked: Stage) -> None:
    checked.press(Key.Key_Home)
    checked.press(ENTER)
    checked.type("2")
    desk = checked.table.desk
    checked.wait(lambda: not desk.listening.is_playing)
    heard = desk.session.transcript
    assert heard is not None
    last = heard.words[-1]
    doubt = Doubt(last.start, last.end, last.text, "niet")
    desk.controller.update(review=replace(desk.session.review, awaits_more=True))
    desk.typing.late_checks.take(replace(heard, doubts=(doubt,)))
    assert desk.listening.current is not None
    for key in "5 mg":  # at once: the half second in which a new check hears nothing runs
        keys.press(checked.window, Key(ord(key.upper())))
    editor = _view(checked).findChild(QLineEdit)
    assert editor is not None
    assert editor.text().lower() == "25 mg"
    keys.press(checked.window, ENTER)
    checked.press(Key.Key_1)  # the computer misheard it
    assert "25 mg" in _words(checked).lower()
