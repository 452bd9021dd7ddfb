"""The whole screen while the patient's phone records."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from naklank.audio.sound_card import OutputState
from naklank.core.session import State, Way
from naklank.ui.hand_over.phone_window import PhoneWindow
from support import keys
from support.stage import Stage, approved


@pytest.fixture
def window(stage: Stage, qtbot: QtBot) -> PhoneWindow:
    approved(stage)
    opened = PhoneWindow(stage.table.desk, stage.window, second=1)
    qtbot.addWidget(opened)
    opened.open()
    stage.hear()
    return opened


def press(stage: Stage, window: PhoneWindow, key: Qt.Key) -> None:
    stage.hear()
    keys.press(window, key)


def test_nothing_sounds_before_somebody_starts_it(stage: Stage, window: PhoneWindow) -> None:
    assert [label.text()[:2] for label in window.steps] == ["1.", "2.", "3."]
    assert not stage.table.desk.phone.is_playing
    assert window.sign.text() == ""


def test_it_counts_down_and_plays_all_of_it(
    stage: Stage, window: PhoneWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(window.sign, "setText", shown.append)
    press(stage, window, Qt.Key.Key_T)
    stage.wait_for(State.HANDED_OVER)
    assert [text for text in shown if text.isdigit()] == ["3", "2", "1"]
    assert shown[-1] == "✓ Klaar. Zet de recorder van uw telefoon uit."
    assert window.bar.value() == window.bar.maximum()
    assert [one.way for one in stage.table.desk.session.hand_overs] == [Way.PLAY]


def test_once_more_is_a_second_hand_over(stage: Stage, window: PhoneWindow) -> None:
    press(stage, window, Qt.Key.Key_T)
    stage.wait_for(State.HANDED_OVER)
    assert window.play.text() == "Nog een keer"
    press(stage, window, Qt.Key.Key_T)
    stage.wait(lambda: len(stage.table.desk.session.hand_overs) == 2)


def test_what_was_broken_off_is_no_hand_over(stage: Stage, window: PhoneWindow) -> None:
    press(stage, window, Qt.Key.Key_T)
    stage.wait(lambda: stage.table.desk.phone.is_playing)
    press(stage, window, Qt.Key.Key_T)
    stage.wait(lambda: not stage.table.desk.phone.is_playing)
    assert window.sign.text() == "Gestopt. Niet alles is afgespeeld."
    assert stage.is_in(State.APPROVED)


def test_closing_it_ends_the_sound(stage: Stage, window: PhoneWindow) -> None:
    press(stage, window, Qt.Key.Key_T)
    stage.wait(lambda: stage.table.desk.phone.is_playing)
    press(stage, window, Qt.Key.Key_Escape)
    stage.wait(lambda: not stage.table.desk.phone.is_playing)
    assert not window.isVisible()
    assert stage.is_in(State.APPROVED)


def test_a_loudspeaker_that_is_muted_is_told(stage: Stage, window: PhoneWindow) -> None:
    stage.table.card.output = OutputState.MUTED
    press(stage, window, Qt.Key.Key_T)
    stage.wait(lambda: "luidspreker" in window.sign.text())
    assert stage.is_in(State.APPROVED)
