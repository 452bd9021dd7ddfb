"""Speaking: a lost microphone, and what is wrong with the sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode
from naklank.core.recording import Cause, Condition, Gap
from naklank.core.session import State
from naklank.sentences.words import condition_text, gaps_text
from naklank.ui import theme
from naklank.ui.colours import LIGHT
from naklank.ui.speak.recording_sign import Sign
from naklank.workflow.recording_flow import Microphone, RecordingFlow
from support.slow_keyring import SlowKeyring
from support.sounds import tone
from support.stage import WAYS, Stage, moved, open_stage, places

Key = Qt.Key


def _lose(stage: Stage) -> None:
    WAYS["recording"](stage)
    stage.table.card.microphones = ()
    stage.wait(lambda: stage.table.desk.recording.microphone is Microphone.LOST)
    stage.wait(lambda: stage.table.failures)


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the recorder itself finds wrong is not heard."""
    monkeypatch.setattr(RecordingFlow, "_on_conditions", lambda *_: None)


def _hold(stage: Stage, *conditions: Condition) -> None:
    stage.table.desk.recording._set_conditions(frozenset(conditions))


def _colours(stage: Stage) -> set[str]:
    image = stage.window.speak.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 2)
    }


# A key that takes its time


def test_whoever_waits_for_the_key_reads_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = SlowKeyring(stage.table)
    monkeypatch.setattr(stage.table.store._vault, "create", slow.create)
    desk, advice = stage.table.desk, stage.window.speak.advice
    desk.agree(desk.session.agreement.with_answer(0, agrees=True))
    desk.confirm_agreement()
    before, height = advice.text(), advice.height()
    assert "sleutel" not in before  # nobody waits while the doctor draws breath
    stage.enter()
    assert advice.text() == "Even wachten: de sleutel voor deze opname wordt gemaakt."
    assert advice.height() == height
    slow.answer(is_locked=True)
    stage.wait(lambda: stage.table.failures)
    assert advice.text() == before
    slow.hold()
    stage.enter()
    assert "sleutel" in advice.text()
    slow.answer()
    stage.wait(lambda: desk.recording.microphone is Microphone.OPEN)
    assert advice.text() == before


# A microphone that is lost


def test_a_lost_microphone_is_said_at_once_and_not_in_red(stage: Stage) -> None:
    _lose(stage)
    page, seconds = stage.window.speak, stage.table.desk.recording.seconds
    assert page.sign.text == "MICROFOON WEG, EVEN WACHTEN"
    assert LIGHT.microphone not in _colours(stage)
    assert page.level.loudness is None
    assert page.sign.accessibleName().endswith(f", 0:{int(seconds):02d}")
    assert "geeft geen geluid meer" in stage.window.messages.text
    assert page.pause.isEnabled()
    assert page.main.isEnabled()
    assert page.delete.isEnabled()
    assert not page.next_topic.isEnabled()


def test_it_goes_on_with_another_microphone_and_a_mark_stays(stage: Stage) -> None:
    _lose(stage)
    before = places(stage.window)
    stage.table.card.microphones = ("Headset",)
    stage.wait(lambda: stage.window.messages.text.startswith("De opname loopt weer, met Headset."))
    page = stage.window.speak
    assert page.sign.sign in (Sign.SPEAK, Sign.RECORDING)
    assert page.microphone.text() == "Microfoon: Headset"
    assert page.gaps.text().startswith("Onderbroken bij 0:")
    assert page.gaps.text().endswith(" s)")
    assert LIGHT.microphone in _colours(stage)
    assert not moved(before, places(stage.window))
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)
    assert page.gaps.text()


def test_the_place_is_a_check_in_the_review(stage: Stage) -> None:
    _lose(stage)
    stage.table.card.microphones = ("Headset",)
    stage.wait(lambda: stage.table.desk.recording.microphone is Microphone.OPEN)
    stage.speak()
    stage.enter()
    stage.wait_for(State.REVIEWING)
    rows = stage.window.review.checks._list
    said = [rows.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.count())]
    assert any(one.startswith("Hier ontbreekt geluid, onderbroken") for one in said)


@pytest.mark.parametrize("key", [Key.Key_P, Key.Key_Delete])
def test_waiting_for_it_can_be_ended_and_is_then_not_said_any_more(
    stage: Stage, key: Qt.Key
) -> None:
    _lose(stage)
    if key is Key.Key_P:
        stage.press(key)
        stage.wait_for(State.PAUSED)
        assert stage.window.speak.sign.text == "Pauze"
    else:
        stage.table.desk.discard_recording()
        assert stage.is_in(State.AGREED)
        assert stage.window.speak.sign.text == "Microfoon is dicht"
    assert stage.window.messages.text == ""


def test_ending_while_it_is_lost_never_shows_an_open_microphone(stage: Stage) -> None:
    _lose(stage)
    shown: list[Sign] = []
    stage.table.desk.recording.microphone_changed.connect(
        lambda _: shown.append(stage.window.speak.sign.sign)
    )
    stage.enter()
    stage.wait_for(State.REVIEWING)
    assert shown
    assert not {Sign.SPEAK, Sign.RECORDING} & set(shown)


def test_a_later_message_is_not_taken_away_with_it(stage: Stage) -> None:
    _lose(stage)
    stage.tell(ErrorCode.DATA_NOT_WRITABLE)
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)
    assert "kan niet schrijven" in stage.window.messages.text


def test_gaps_are_told_by_place_and_length() -> None:
    lost = Gap(42.4, 3.2, Cause.MICROPHONE)
    busy = Gap(70.0, 0.0, Cause.OVERFLOW)
    assert gaps_text(()) == ""
    assert gaps_text((lost,)) == "Onderbroken bij 0:42 (3 s)"
    assert gaps_text((lost, busy)) == "Onderbroken bij 0:42 (3 s), 1:10"
    many = gaps_text((lost, busy, busy, busy, busy))
    assert many == "Onderbroken bij 0:42 (3 s), 1:10, 1:10 en nog 2 keer"


# What is wrong with the sound


def test_a_muted_microphone_is_said_until_it_is_on_again(stage: Stage) -> None:
    stage.table.card.microphone_muted = True
    stage.table.agree()
    stage.enter()
    warnings = stage.window.speak.warnings
    stage.wait(lambda: warnings.text == condition_text(Condition.SILENT))
    assert stage.window.messages.text == ""
    stage.table.card.microphone_muted = False
    stage.table.card.say(Sound(tone(30.0, 16_000), 16_000))
    stage.wait(lambda: warnings.text != condition_text(Condition.SILENT))


def test_a_bluetooth_headset_is_said(stage: Stage) -> None:
    stage.table.card.hands_free = True
    WAYS["recording"](stage)
    stage.wait(lambda: "USB-microfoon is beter" in stage.window.speak.warnings.text)


@pytest.mark.usefixtures("deaf")
def test_the_gravest_is_said_and_another_message_stays(stage: Stage) -> None:
    WAYS["recording"](stage)
    stage.settle()
    stage.tell(ErrorCode.DATA_NOT_WRITABLE)
    before, message = places(stage.window), stage.window.messages.text
    _hold(stage, Condition.CLIPPING, Condition.NOISE, Condition.OVERFLOW)
    assert stage.window.speak.warnings.text.startswith("De computer was even te druk")
    stage.settle()
    assert not moved(before, places(stage.window))
    _hold(stage)
    assert stage.window.speak.warnings.text == ""
    assert not stage.window.speak.warnings.box.isVisible()
    assert stage.window.messages.text == message


def test_a_reader_hears_it_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    WAYS["recording"](stage)
    stage.table.desk.recording.pause()
    stage.wait_for(State.PAUSED)
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    box = stage.window.speak.warnings.box
    for texts in ((), ("Te hard.",), ("Te hard.",), (), ("Te hard.",)):
        box.set_texts(texts)
    assert said == ["Te hard.", "Te hard."]  # it came twice
    assert box.accessibleName() == "Te hard."


@pytest.mark.usefixtures("deaf")
@pytest.mark.parametrize("condition", Condition)
def test_each_condition_fits_its_place(stage: Stage, condition: Condition) -> None:
    WAYS["recording"](stage)
    _hold(stage, condition)
    stage.settle()
    warnings = stage.window.speak.warnings
    assert warnings.text == condition_text(condition)
    assert warnings.box.visibleRegion().boundingRect() == warnings.box.rect()


@pytest.mark.usefixtures("deaf")
def test_with_large_letters_the_advice_gives_way(
    tmp_path: Path, qtbot: QtBot, themed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "base_px", lambda: 20)
    plain = themed.font()
    themed.setFont(theme.font())
    try:
        with open_stage(tmp_path, qtbot, themed) as stage:
            WAYS["recording"](stage)
            _hold(stage, Condition.SILENT)
            stage.settle()
            box = stage.window.speak.warnings.box
            assert box.visibleRegion().boundingRect() == box.rect()
    finally:
        themed.setFont(plain)
