"""The patient records with their own phone: a countdown and a sign for both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode
from naklank.core.session import Event, State, Way
from naklank.core.topics import Topic
from naklank.ui.speak.own_phone_window import OwnPhoneWindow
from naklank.ui.speak.recording_sign import Sign
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.keys import CTRL
from support.stage import ENTER, Stage

Key = Qt.Key


@pytest.fixture
def window(stage: Stage, qtbot: QtBot) -> OwnPhoneWindow:
    stage.choose(TakeHome.OWN_PHONE)
    stage.table.agree()
    opened = OwnPhoneWindow(stage.table.desk, stage.window, second=1)
    qtbot.addWidget(opened)
    opened.open()
    return opened


def press(stage: Stage, window: OwnPhoneWindow, key: Key) -> None:
    stage.hear()
    keys.press(window, key, CTRL if key is ENTER else Qt.KeyboardModifier.NoModifier)


def speak(stage: Stage, window: OwnPhoneWindow) -> None:
    press(stage, window, ENTER)
    stage.wait_for(State.RECORDING)
    stage.speak(2.0)


def test_the_start_opens_the_whole_screen_and_no_microphone(stage: Stage) -> None:
    stage.choose(TakeHome.OWN_PHONE)
    stage.table.agree()
    stage.enter()
    window = stage.window.speak.findChild(OwnPhoneWindow)
    assert window is not None
    stage.wait(window.isFullScreen)
    assert stage.is_in(State.AGREED)
    assert stage.table.card.streams == 0
    window.close()


def test_it_counts_before_the_microphone_opens(
    stage: Stage, window: OwnPhoneWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(window.large, "setText", shown.append)
    assert "geen film" in window.steps[0].text()
    assert window.sign.text == "Microfoon is dicht"
    speak(stage, window)
    assert [text for text in shown if text.isdigit()] == ["3", "2", "1"]
    assert window.sign.sign is Sign.RECORDING


def test_a_count_that_is_left_opens_nothing(stage: Stage, window: OwnPhoneWindow) -> None:
    window._count.setInterval(60_000)
    press(stage, window, ENTER)
    press(stage, window, Key.Key_Escape)
    assert not window.isVisible()
    assert not window._count.isActive()
    assert stage.is_in(State.AGREED)
    assert stage.table.card.streams == 0


def test_topic_by_topic_and_then_both_stop(stage: Stage, window: OwnPhoneWindow) -> None:
    speak(stage, window)
    assert window.large.text() == "Wat is er aan de hand?"
    keys.press(window, ENTER)  # alone it ends nothing
    press(stage, window, Key.Key_Space)
    assert stage.table.desk.session.recording.topic is Topic.WHAT_WE_DO
    assert window.large.text() == "Wat gaan we doen?"
    press(stage, window, ENTER)
    stage.wait_for(State.REVIEWING)
    assert window.sign.sign is Sign.CLOSED
    assert "Zet de recorder van uw telefoon uit" in window.large.text()


def test_nothing_sounds_into_the_phone_until_it_is_stopped(
    stage: Stage, window: OwnPhoneWindow
) -> None:
    speak(stage, window)
    press(stage, window, ENTER)
    stage.wait_for(State.REVIEWING)
    stage.settle()
    assert not stage.table.desk.listening.is_playing
    press(stage, window, ENTER)
    assert not window.isVisible()
    stage.wait(lambda: stage.table.desk.listening.is_playing)


def test_a_recording_goes_on_where_the_whole_screen_is_left(
    stage: Stage, window: OwnPhoneWindow
) -> None:
    speak(stage, window)
    press(stage, window, Key.Key_Escape)
    assert not window.isVisible()
    stage.wait_for(State.RECORDING)
    assert stage.window.speak.sign.sign in (Sign.SPEAK, Sign.RECORDING)


def test_a_failure_is_read_in_the_window_below(stage: Stage, window: OwnPhoneWindow) -> None:
    stage.table.card.busy = frozenset(stage.table.card.microphones)
    press(stage, window, ENTER)
    stage.wait(lambda: stage.table.failures == [ErrorCode.MICROPHONE_BUSY])
    stage.wait(lambda: not window.isVisible())
    assert stage.table.desk.recording.microphone is Microphone.CLOSED


def test_no_sound_of_ours_goes_home_nor_is_kept_beyond_the_hand_over(
    stage: Stage, window: OwnPhoneWindow
) -> None:
    speak(stage, window)
    press(stage, window, ENTER)
    stage.wait_for(State.REVIEWING)
    window.close()
    stage.table.confirm_all()
    desk = stage.table.desk
    desk.listening.approve()
    assert not stage.window.hand_over.phone.isVisible()
    assert Event.HAND_OVER_LATER in desk.controller.allowed
    desk.handing_over.print_sheet(large_print=False)
    stage.wait_for(State.HANDED_OVER)
    assert [one.way for one in desk.session.hand_overs] == [Way.PRINT]
    assert Event.HAND_OVER_LATER not in desk.controller.allowed
    assert not stage.window.hand_over.later.isEnabled()
    assert stage.window.hand_over.hint.text().startswith("Het geluid, dat voor het typen diende")
    desk.handing_over.finish()
    assert stage.table.kept_files() == []
