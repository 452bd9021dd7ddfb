"""A computer without a microphone says so before anybody agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.sound import InputDevice
from naklank.sentences.failures import sentence
from naklank.ui.settings.microphone_page import MicrophonePage
from naklank.workflow import looking
from support.stage import Stage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MISSING = "Geen microfoon gevonden. Sluit er een aan, of kies typen, zonder microfoon."


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "EVERY", 100)


@pytest.fixture
def silent(stage: Stage) -> Stage:
    """Nothing is plugged in."""
    stage.table.card.microphones = ()
    stage.table.desk.microphones.look_until_found()
    stage.wait(lambda: stage.window.messages.text == MISSING)
    return stage


def test_typing_needs_none(silent: Stage) -> None:
    silent.choose(TakeHome.TYPED)
    assert not silent.window.messages.text
    silent.choose(TakeHome.PAPER_ONLY)
    assert silent.window.messages.text == MISSING


def test_one_that_is_plugged_in_meanwhile_is_found(silent: Stage) -> None:
    silent.tell(ErrorCode.NO_OUTPUT)
    silent.table.card.microphones = ("Headset",)
    silent.wait(lambda: MISSING not in silent.window.messages.text)
    assert silent.window.messages.text


def test_what_was_closed_is_told_again_to_the_next_patient_alone(silent: Stage) -> None:
    silent.window.messages.clear()
    with silent.table.bot.waitSignal(silent.table.desk.microphones.listed):
        pass
    assert not silent.window.messages.text
    silent.table.desk.withdraw()
    silent.wait(lambda: MISSING in silent.window.messages.text)


@pytest.mark.parametrize("code", [ErrorCode.MICROPHONE_MISSING, ErrorCode.MICROPHONE_BUSY])
def test_no_name_leaves_no_gap_in_the_sentence(code: ErrorCode) -> None:
    said = sentence(NaklankError(code, device=""))
    assert "  " not in said
    assert " ." not in said
    assert "Jabra" in sentence(NaklankError(code, device="Jabra"))


def test_two_names_of_one_microphone_are_offered_once(stage: Stage, qtbot: QtBot) -> None:
    page = MicrophonePage(stage.table.desk)
    qtbot.addWidget(page)
    names = ("USB: Audio (hw:1,0)", "default")
    page.show_devices(
        [InputDevice(name, is_default=name == "default", label="Blue Yeti") for name in names]
    )
    offered = [page.device.itemText(at) for at in range(page.device.count())]
    assert offered[1:] == ["Blue Yeti"]
    assert page.device.itemData(1).name == names[0]
