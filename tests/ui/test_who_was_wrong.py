"""Another dose typed over what was heard: who was wrong is asked, and answered by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from naklank.core.agreement import TakeHome
from naklank.core.session import State
from support import keys
from support.desk import spoken
from support.stage import ENTER, WAYS, Stage, moved, places

Key = Qt.Key


@pytest.fixture(name="asked")
def asked_(stage: Stage) -> Stage:
    """The dose was typed over, by keys, and the question stands there."""
    WAYS["checked"](stage)
    stage.type_over("500", "250")
    assert stage.window.choice.isVisible()
    return stage


def test_what_was_asked_is_read_aloud(asked: Stage) -> None:
    choice = asked.window.choice
    assert "wordt" in choice.accessibleName()
    assert "250" in choice.accessibleName()
    interface = QAccessible.queryAccessibleInterface(choice.answers[0])
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "De computer verstond het verkeerd"
    assert "Het geluid klopt." in interface.text(QAccessible.Text.Description)


def test_a_stray_enter_answers_nothing(asked: Stage) -> None:
    asked.press(ENTER)
    asked.press(Key.Key_Space)
    asked.enter()
    assert asked.window.choice.isVisible()
    assert "500" in asked.words
    assert asked.is_in(State.REVIEWING)


def test_the_computer_was_wrong(asked: Stage) -> None:
    asked.press(Key.Key_1)
    assert not asked.window.choice.isVisible()
    assert "250" in asked.words
    assert asked.table.desk.session.review.open


@pytest.mark.parametrize("typed", [".500", ",500", "-500"])
def test_a_sign_in_front_of_a_dose_is_asked_about_and_heard_anew(stage: Stage, typed: str) -> None:
    WAYS["checked"](stage)
    stage.type_over("500", typed)
    assert stage.window.choice.isVisible()
    stage.press(Key.Key_1)
    assert typed in stage.words
    assert stage.table.desk.session.review.open
    assert not stage.window.review.approve.isEnabled()


def test_by_the_arrows_as_well(asked: Stage) -> None:
    asked.press(Key.Key_Down)
    assert asked.window.choice.answers[0].hasFocus()
    asked.press(Key.Key_Down)
    asked.press(Key.Key_Up)
    asked.press(ENTER)
    assert "250" in asked.words


def test_nothing_is_changed_by_escape(asked: Stage) -> None:
    before = asked.table.desk.session
    asked.press(Key.Key_Escape)
    assert not asked.window.choice.isVisible()
    assert asked.table.desk.session == before
    assert QApplication.focusWidget() is asked.window.review.view


def test_said_wrong_it_is_spoken_again(asked: Stage) -> None:
    asked.press(Key.Key_2)
    assert "Geluid en papier" in asked.window.choice.accessibleName()
    assert asked.window.choice.answers[0].text() == "“Wat gaan we doen?” opnieuw inspreken"
    asked.press(Key.Key_1)
    assert asked.is_in(State.PAUSED)
    assert "Zeg “Wat gaan we doen?” helemaal opnieuw" in asked.window.speak.advice.text()
    asked.table.typist.transcript = spoken("Wat gaan we doen? Neem 250 milligram.")
    asked.enter()
    asked.speak(2.0)
    asked.enter()
    asked.wait_for(State.REVIEWING)
    assert asked.words == "U heeft geen griep. Neem 250 milligram."


def test_said_wrong_it_goes_home_on_paper_alone(asked: Stage) -> None:
    asked.press(Key.Key_2)
    asked.press(Key.Key_2)
    assert "250" in asked.words
    assert asked.table.desk.session.agreement.take_home is TakeHome.PAPER_ONLY


def test_a_second_press_at_once_answers_no_second_question(asked: Stage) -> None:
    asked.press(Key.Key_2)
    keys.press(asked.window, Key.Key_2)
    assert asked.window.choice.isVisible()
    assert asked.table.desk.session.agreement.take_home is TakeHome.SOUND_AND_PAPER


@pytest.mark.parametrize("button", ["approve", "speak_more"])
def test_the_click_that_ends_the_typing_is_asked_about_first(stage: Stage, button: str) -> None:
    WAYS["checked"](stage)
    stage.press(Key.Key_Home)
    for _ in range(stage.words.split().index("500")):
        stage.press(Key.Key_Right)
    stage.press(ENTER)
    editor = stage.window.review.view.findChild(QLineEdit)
    assert editor is not None
    editor.setText(editor.text().replace("500", "250"))
    stage.click(getattr(stage.window.review, button))
    assert stage.window.choice.isVisible()
    assert stage.is_in(State.REVIEWING)
    stage.press(Key.Key_1)
    assert "250" in stage.words


def test_it_moves_nothing(stage: Stage) -> None:
    WAYS["checked"](stage)
    before = places(stage.window)
    stage.type_over("500", "250")
    stage.press(Key.Key_Escape)
    stage.settle()
    assert not moved(before, places(stage.window))


def test_it_fits_the_smallest_window(asked: Stage) -> None:
    asked.press(Key.Key_2)
    asked.settle()
    choice = asked.window.choice
    for button in choice.answers:
        corner = button.mapTo(choice, button.rect().bottomRight())
        assert choice.rect().contains(corner)
        assert button.width() >= button.sizeHint().width()


def test_what_an_answer_brings_about_stands_nearest_to_it(asked: Stage) -> None:
    asked.settle()
    choice = asked.window.choice
    words = [one for one in choice.findChildren(QLabel) if one.objectName() == "hint"]
    assert len(words) == len(choice.answers)
    for said, own, following in zip(words, choice.answers, choice.answers[1:], strict=False):
        above = said.y() + said.contentsRect().top() - own.geometry().bottom()
        below = following.y() - said.y() - said.contentsRect().bottom()
        assert below > 2 * above
