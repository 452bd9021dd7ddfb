"""Keys are part of safety: what is held, what is too early, and what is only typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from naklank.core.session import State
from naklank.core.topics import Topic
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.desk import spoken
from support.keys import CTRL
from support.stage import ENTER, WAYS, Stage, moved, places

Key = Qt.Key
TAB = Qt.FocusReason.TabFocusReason


def test_a_held_yes_agrees_for_one_person_only(stage: Stage) -> None:
    from naklank.core.agreement import Role

    stage.table.desk.agree(stage.table.desk.session.agreement.with_participant(Role.RELATIVE))
    stage.hold(Key.Key_A)
    assert [one.agrees for one in stage.table.desk.session.agreement.participants] == [True, None]


def test_ctrl_enter_held_goes_one_page_on(stage: Stage) -> None:
    stage.press(Key.Key_A)
    stage.hold(ENTER, CTRL)
    assert stage.is_in(State.AGREED)
    stage.hold(ENTER, CTRL)
    stage.wait_for(State.RECORDING)
    stage.speak(1.0)


def test_a_held_space_marks_one_topic(stage: Stage) -> None:
    WAYS["recording"](stage)
    stage.hold(Key.Key_Space)
    assert stage.table.desk.session.recording.topic is Topic.WHAT_WE_DO
    assert len(stage.table.desk.session.recording.marks) == 2


def test_a_held_p_pauses_once(stage: Stage) -> None:
    WAYS["recording"](stage)
    stage.hold(Key.Key_P)
    stage.wait_for(State.PAUSED)
    for _ in range(5):
        stage.hear()
        keys.hold_down(stage.window, Key.Key_P)
    assert stage.is_in(State.PAUSED)
    assert stage.table.card.streams == 0


def test_a_held_k_confirms_one_check(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    stage.press(Key.Key_K)
    at = stage.table.desk.listening.current
    assert at is not None
    stage.table.wait_until_heard(at)
    for _ in range(8):
        stage.hear()
        keys.hold_down(stage.window, Key.Key_K)
    assert len(stage.table.desk.session.review.confirmed) == 1


def test_ctrl_delete_held_finishes_one_session(stage: Stage) -> None:
    WAYS["handed over"](stage)
    stage.hold(Key.Key_Delete, CTRL)
    assert stage.is_in(State.AGREEING)
    stage.hold(Key.Key_Delete, CTRL)
    assert stage.is_in(State.AGREEING)


def test_the_keys_of_before_are_not_heard_on_a_new_page(stage: Stage) -> None:
    stage.press(Key.Key_A)
    stage.enter()
    keys.press(stage.window, ENTER, CTRL)
    keys.click(stage.main)
    assert stage.is_in(State.AGREED)
    stage.clock.now += 0.5
    keys.press(stage.window, ENTER, CTRL)
    stage.wait_for(State.RECORDING)


def test_k_before_the_check_was_heard_does_nothing(stage: Stage) -> None:
    WAYS["transcribing"](stage)
    stage.table.card.stalled = True  # it plays, and nothing arrives at the loudspeaker
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
    assert stage.table.desk.listening.is_playing
    assert not stage.window.review.right.isEnabled()
    stage.press(Key.Key_K)
    assert not stage.table.desk.session.review.confirmed
    stage.table.card.stalled = False
    stage.wait(stage.window.review.right.isEnabled)
    stage.press(Key.Key_K)
    assert len(stage.table.desk.session.review.confirmed) == 1


def test_ctrl_enter_approves_nothing_that_is_not_confirmed(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    stage.enter()
    stage.press(Key.Key_K)
    stage.wait(lambda: not stage.table.desk.listening.is_playing)
    stage.enter()
    stage.press(Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert stage.is_in(State.REVIEWING)
    while stage.table.desk.listening.current is not None:
        stage.wait(stage.window.review.right.isEnabled)
        stage.press(Key.Key_K)
    stage.wait(stage.window.review.approve.isEnabled)  # the rest was heard
    stage.press(Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert stage.is_in(State.APPROVED)


def test_text_without_checks_is_approved_after_it_was_heard(stage: Stage) -> None:
    stage.table.typist.transcript = spoken(
        "Wat gaan we doen? Rust. Wanneer belt u ons? Bij koorts."
    )
    WAYS["transcribing"](stage)
    stage.table.card.stalled = True  # it plays, and nothing arrives at the loudspeaker
    stage.table.typist.release()
    stage.wait_for(State.REVIEWING)
    assert stage.table.desk.listening.is_playing
    stage.enter()
    assert stage.is_in(State.REVIEWING)
    stage.table.card.stalled = False
    stage.wait(lambda: stage.table.desk.session.review.heard_whole)
    stage.enter()
    assert stage.is_in(State.APPROVED)


@pytest.mark.parametrize("name", ["approved", "waiting", "listened"])
def test_ctrl_delete_does_nothing_before_a_hand_over(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    state = stage.state
    stage.press(Key.Key_Delete, CTRL)
    stage.press(Key.Key_Delete)
    assert stage.is_in(state)
    assert stage.table.kept_files()


@pytest.mark.parametrize("name", WAYS)
def test_enter_presses_nothing_that_deletes(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    state = stage.state
    files = len(stage.table.kept_files())
    dangers = [one for one in stage.window.findChildren(KeyButton) if one.kind is Kind.DANGER]
    assert dangers
    for danger in (one for one in dangers if one.isVisible() and one.isEnabled()):
        for key in (ENTER, Key.Key_Enter):
            danger.setFocus(TAB)
            stage.press(key)
            assert not stage.window.confirm.isVisible()
    assert stage.is_in(state)
    assert len(stage.table.kept_files()) >= files


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("recording", "speak.delete"),
        ("reviewing", "review.delete"),
        ("listening", "listen.delete"),
        ("approved", "hand_over.nothing"),
        ("approved", "steps.withdraw"),
    ],
)
def test_enter_and_escape_answer_that_it_is_kept(stage: Stage, name: str, button: str) -> None:
    WAYS[name](stage)
    owner, _, attribute = button.partition(".")
    widget = getattr(getattr(stage.window, owner), attribute)
    for key in (ENTER, Key.Key_Enter, Key.Key_Escape):
        stage.click(widget)
        assert stage.window.confirm.isVisible()
        stage.press(ENTER, CTRL)  # the main button below hears nothing
        stage.press(Key.Key_Delete, CTRL)
        assert stage.window.confirm.isVisible()
        stage.press(key)
        assert not stage.window.confirm.isVisible()
    stage.click(widget)
    stage.press(Key.Key_Tab)
    assert stage.window.confirm.delete.hasFocus()
    stage.press(ENTER)
    assert stage.table.kept_files()
    stage.hold(Key.Key_Space)
    assert not stage.table.kept_files()


def test_letters_typed_over_a_word_are_no_keys_of_the_page(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    before = stage.table.desk.session.review
    stage.press(ENTER)
    view = stage.window.review.view
    assert view.is_editing
    stage.type("k m l p 1 2 a")
    assert view._edit.text() == "k m l p 1 2 a."  # the full stop stays
    assert stage.table.desk.session.review == before
    assert not stage.table.desk.listening.is_playing
    assert stage.is_in(State.REVIEWING)
    stage.press(Key.Key_Escape)
    assert not view.is_editing


def test_letters_typed_in_a_box_are_no_keys_of_the_page(stage: Stage) -> None:
    WAYS["writing beside sound"](stage)
    stage.type("k m l p 1 2 a t g")
    assert stage.window.write.boxes.texts()[Topic.WHAT_IS_GOING_ON] == "k m l p 1 2 a t g"
    stage.press(Key.Key_Delete, CTRL)
    assert stage.is_in(State.WRITING)
    assert not stage.table.desk.listening.is_playing


def test_digits_and_arrows_belong_to_the_text_in_the_review(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    stage.press(Key.Key_Home)
    stage.press(Key.Key_5)
    summary = stage.table.desk.session.summary
    assert summary is not None
    assert summary.blocks()[0].topic is Topic.NEXT_APPOINTMENT


def test_letters_that_look_for_a_doctor_agree_to_nothing(stage: Stage) -> None:
    stage.set(doctors=("Anna de Vries", "Bob Smit"))
    choice = stage.window.agree.doctor._list
    choice.setFocus(TAB)
    stage.press(Key.Key_A)
    assert choice.currentText() == "Anna de Vries"
    assert stage.table.desk.session.doctor == "Anna de Vries"
    assert stage.table.desk.session.agreement.participants[0].agrees is None


def test_a_wheel_chooses_no_doctor(stage: Stage) -> None:
    stage.set(doctors=("Anna de Vries", "Bob Smit"))
    choice = stage.window.agree.doctor._list
    middle = QPointF(choice.rect().center())
    turned = QWheelEvent(
        middle,
        choice.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    stage.hear()
    QApplication.sendEvent(choice, turned)
    assert stage.table.desk.session.doctor == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of a list that opens
def test_a_doctor_chosen_by_mouse_leaves_the_keys_to_the_page(stage: Stage) -> None:
    stage.set(doctors=("Anna de Vries", "Bob Smit"))
    choice = stage.window.agree.doctor._list
    stage.click(choice)
    view = choice.view()
    stage.wait(view.isVisible)
    where = view.visualRect(view.model().index(2, 0)).center()
    # A list that has just opened takes its first click for the one that opened it.
    QTest.mouseMove(view.viewport(), where)
    stage.wait(lambda: view.currentIndex().row() == 2)
    QTest.keyClick(view, ENTER)
    stage.wait(lambda: not view.isVisible())
    assert stage.table.desk.session.doctor == "Bob Smit"
    stage.press(Key.Key_A)
    assert stage.table.desk.session.agreement.allows_microphone


def test_a_button_that_is_greyed_out_for_a_moment_keeps_the_focus(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    right = stage.window.review.right
    right.setFocus(TAB)
    stage.press(Key.Key_Space)
    assert len(stage.table.desk.session.review.confirmed) == 1
    assert not right.isEnabled()
    assert right.hasFocus()
    stage.press(Key.Key_Space)  # too early: it must not press another button
    assert not stage.window.confirm.isVisible()
    stage.wait(right.isEnabled)
    stage.press(Key.Key_Space)
    assert len(stage.table.desk.session.review.confirmed) == 2


def test_tab_leads_away_from_a_button_that_is_greyed_out(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    right = stage.window.review.right
    right.setFocus(TAB)
    right.setEnabled(False)
    stage.press(Key.Key_Tab)
    assert QApplication.focusWidget() is not right
    assert QApplication.focusWidget() is not None


def test_pausing_by_space_leaves_space_on_the_pause(stage: Stage) -> None:
    WAYS["recording"](stage)
    pause = stage.window.speak.pause
    pause.setFocus(TAB)
    stage.press(Key.Key_Space)
    stage.wait_for(State.PAUSED)
    stage.wait(pause.isEnabled)
    assert pause.hasFocus()
    stage.press(Key.Key_Space)
    stage.speak(1.0)
    assert stage.table.desk.recording.microphone is Microphone.OPEN


def test_typing_over_words_by_key_then_approving_takes_a_second_press(stage: Stage) -> None:
    WAYS["checked"](stage)
    stage.press(Key.Key_Home)  # a word of no check: one of a check must be heard again
    stage.wait(lambda: not stage.table.desk.listening.is_playing)
    stage.press(ENTER)
    stage.type("Hoest")
    before = places(stage.window)
    stage.enter()  # accepts the words
    assert stage.is_in(State.REVIEWING)
    assert not moved(before, places(stage.window))
    stage.enter()
    assert stage.is_in(State.APPROVED)
