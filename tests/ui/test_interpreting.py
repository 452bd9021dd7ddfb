"""The key for an interpreter: there only where one is, and never in doubt whether it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from naklank.core.agreement import Role, TakeHome
from naklank.core.session import State
from naklank.ui.beside.keys_window import keys_of
from naklank.ui.speak.own_phone_window import OwnPhoneWindow
from naklank.ui.speak.recording_sign import Sign
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.keys import CTRL, PLAIN
from support.stage import ENTER, WAYS, Stage, moved, places

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


def agree(stage: Stage, role: Role = Role.INTERPRETER) -> None:
    desk = stage.table.desk
    agreement = desk.session.agreement.with_participant(role)
    desk.agree(agreement.with_answer(0, agrees=True).with_answer(1, agrees=True))
    desk.confirm_agreement()


def record(stage: Stage) -> None:
    agree(stage)
    stage.table.desk.start_recording()
    stage.speak(4.0)


def sign(stage: Stage) -> Sign:
    return stage.window.speak.sign.sign


def is_on(stage: Stage) -> bool:
    return stage.table.desk.session.recording.interpreter_since is not None


@pytest.mark.parametrize("role", [Role.RELATIVE, Role.COLLEAGUE, Role.PARENT])
def test_without_an_interpreter_there_is_no_key(stage: Stage, role: Role) -> None:
    agree(stage, role)
    stage.table.desk.start_recording()
    stage.speak(1.0)
    assert not stage.window.speak.interpreter.isVisible()
    assert "T" not in keys_of(stage.window)
    stage.press(Key.Key_T)
    assert not is_on(stage)


@pytest.mark.parametrize("role", [Role.INTERPRETER, Role.PHONE_INTERPRETER])
def test_with_one_it_waits_for_an_open_microphone(stage: Stage, role: Role) -> None:
    agree(stage, role)
    button = stage.window.speak.interpreter
    assert button.isVisible()
    assert not button.isEnabled()
    stage.table.desk.start_recording()
    stage.speak(1.0)
    assert button.isEnabled()
    assert keys_of(stage.window)["T"] == "Tolk spreekt"


def test_the_key_begins_and_ends_it_and_the_screen_says_so(stage: Stage) -> None:
    record(stage)
    page, before = stage.window.speak, places(stage.window)
    stage.press(Key.Key_T)
    assert is_on(stage)
    assert sign(stage) is Sign.INTERPRETER
    assert page.sign.text == "OPNAME, TOLK SPREEKT"
    assert page.interpreter.isChecked()
    assert page.advice.text().startswith("Wat de tolk zegt, wordt opgenomen en niet getypt.")
    stage.speak(2.0)
    assert sign(stage) is Sign.INTERPRETER
    assert page.advice.text().startswith("Wat de tolk zegt")
    stage.settle()
    assert not moved(before, places(stage.window))
    stage.press(Key.Key_T)
    assert not is_on(stage)
    assert sign(stage) is Sign.RECORDING
    assert not page.interpreter.isChecked()
    assert "tolk" not in page.advice.text()
    assert len(stage.table.desk.session.recording.interpreted) == 1


def test_the_button_does_the_same(stage: Stage) -> None:
    record(stage)
    stage.click(stage.window.speak.interpreter)
    assert is_on(stage)
    stage.click(stage.window.speak.interpreter)
    assert not is_on(stage)


def test_a_held_key_begins_it_once(stage: Stage) -> None:
    record(stage)
    stage.hold(Key.Key_T)
    assert is_on(stage)


def test_a_reader_hears_both(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    record(stage)
    assert sign(stage) is Sign.RECORDING
    said: list[str] = []

    def hear(event: object) -> None:
        if hasattr(event, "message"):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    stage.press(Key.Key_T)
    assert stage.window.speak.sign.accessibleName().startswith("OPNAME, TOLK SPREEKT")
    stage.press(Key.Key_T)
    assert said == ["OPNAME, TOLK SPREEKT", "OPNAME LOOPT"]


def test_a_pause_ends_it_on_the_screen_too(stage: Stage) -> None:
    record(stage)
    stage.press(Key.Key_T)
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)
    page = stage.window.speak
    assert not is_on(stage)
    assert sign(stage) is Sign.PAUSED
    assert not page.interpreter.isChecked()
    assert not page.interpreter.isEnabled()
    stage.press(Key.Key_P)
    stage.speak(4.0)
    assert sign(stage) is Sign.RECORDING


def test_a_lost_microphone_is_said_first(stage: Stage) -> None:
    record(stage)
    stage.press(Key.Key_T)
    stage.table.card.microphones = ()
    stage.wait(lambda: stage.table.desk.recording.microphone is Microphone.LOST)
    assert sign(stage) is Sign.LOST
    assert stage.window.speak.interpreter.isEnabled()
    stage.press(Key.Key_T)
    assert not is_on(stage)
    assert not stage.window.speak.interpreter.isEnabled()


def test_the_next_patient_has_no_interpreter(stage: Stage) -> None:
    record(stage)
    stage.press(Key.Key_T)
    stage.table.desk.withdraw()
    stage.wait(lambda: stage.is_in(State.CLOSED) or stage.is_in(State.AGREEING))
    if stage.is_in(State.CLOSED):
        stage.table.desk.next_session()
    WAYS["recording"](stage)
    assert not stage.window.speak.interpreter.isVisible()
    assert sign(stage) is not Sign.INTERPRETER


def test_it_is_there_beside_the_patients_own_phone(stage: Stage, qtbot: QtBot) -> None:
    stage.choose(TakeHome.OWN_PHONE)
    agree(stage)
    window = OwnPhoneWindow(stage.table.desk, stage.window, second=1)
    qtbot.addWidget(window)
    window.open()
    stage.wait(window.isActiveWindow)
    assert window.interpreter.isVisible()
    assert not window.interpreter.isEnabled()
    stage.hear()
    keys.press(window, ENTER, CTRL)
    stage.wait_for(State.RECORDING)
    stage.speak(1.0)
    stage.hear()
    keys.press(window, Key.Key_T, PLAIN)
    assert is_on(stage)
    assert window.interpreter.isChecked()
    assert window.sign.sign is Sign.INTERPRETER
    stage.hear()
    keys.press(window, ENTER, CTRL)
    stage.wait_for(State.REVIEWING)
    assert not is_on(stage)
    assert stage.table.desk.session.recording.interpreted
    window.close()
