"""Agreed at the start of the consult, confirmed at its end: nothing is open in between."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from naklank.core.agreement import Role, TakeHome
from naklank.core.session import State
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.keys import CTRL
from support.stage import ENTER, Stage

Key = Qt.Key


@pytest.fixture
def waiting(stage: Stage) -> Stage:
    """The patient said yes, and the doctor goes on with the consult."""
    stage.press(Key.Key_A)
    stage.press(Key.Key_L)
    return stage


def test_it_waits_small_with_the_microphone_closed(waiting: Stage) -> None:
    bar = waiting.window.early
    assert bar.isVisible()
    assert not waiting.window.isVisible()
    assert bar.width() < 600
    assert bar.height() < 200
    assert bar.said.text() == "Afgesproken om 14.32 uur: geluid en papier (patiënt)"
    assert waiting.is_in(State.AGREEING)
    assert waiting.table.desk.recording.microphone is Microphone.CLOSED
    assert waiting.table.card.streams == 0
    assert waiting.table.kept_files() == []


def test_with_many_people_it_is_higher_and_not_wider(stage: Stage) -> None:
    desk = stage.table.desk
    agreement = replace(desk.session.agreement, take_home=TakeHome.OWN_PHONE)
    for role in (Role.RELATIVE, Role.INTERPRETER, Role.PHONE_INTERPRETER, Role.COLLEAGUE):
        agreement = agreement.with_participant(role)
    for at in range(len(agreement.participants)):
        agreement = agreement.with_answer(at, agrees=True)
    desk.agree(agreement)
    stage.press(Key.Key_L)
    bar = stage.window.early
    assert bar.width() < 700
    assert bar.said.heightForWidth(bar.said.width()) <= bar.said.height()
    assert bar.said.height() > 1.5 * bar.said.fontMetrics().height()
    assert bar.rect().contains(bar.confirm.geometry())


def test_one_key_confirms_it_at_the_end(waiting: Stage) -> None:
    waiting.hear()
    keys.press(waiting.window.early, ENTER, CTRL)
    assert waiting.is_in(State.AGREED)
    assert waiting.window.isVisible()
    assert not waiting.window.early.isVisible()


def test_the_key_that_made_it_small_confirms_nothing(waiting: Stage) -> None:
    waiting.guard.hold()
    keys.press(waiting.window.early, ENTER, CTRL)
    assert waiting.is_in(State.AGREEING)


def test_it_can_be_changed_and_is_not_lost_by_closing(waiting: Stage) -> None:
    for leave in (waiting.window.early.close, waiting.window.early.open_it.click):
        leave()
        assert waiting.window.isVisible()
        assert waiting.is_in(State.AGREEING)
        assert waiting.table.desk.session.agreement.allows_microphone
        waiting.press(Key.Key_L)


def test_not_after_all_leaves_nothing(waiting: Stage) -> None:
    waiting.hear()
    waiting.window.early.decline.click()
    assert waiting.window.isVisible()
    assert waiting.is_in(State.AGREEING)
    assert waiting.table.desk.session.agreement.participants[0].agrees is None


def test_who_must_still_be_asked_keeps_it_large(stage: Stage) -> None:
    desk = stage.table.desk
    assert not stage.window.agree.early.isEnabled()
    desk.agree(desk.session.agreement.with_participant(Role.RELATIVE).with_answer(0, agrees=True))
    assert not stage.window.agree.early.isEnabled()
    desk.agree(desk.session.agreement.with_answer(1, agrees=True))
    assert stage.window.agree.early.isEnabled()
    stage.choose(TakeHome.TYPED)
    assert not stage.window.agree.early.isEnabled()
