"""What the doctor sees while speaking goes wrong, and how it goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.recording import Cause, Condition, Gap
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.sentences.words import condition_text, gaps_text
from naklank.ui import theme
from naklank.ui.colours import LIGHT
from naklank.ui.speak.recording_sign import Sign
from naklank.workflow.recording_flow import Microphone, RecordingFlow
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


# Before the start


def test_what_to_know_before_the_start(stage: Stage) -> None:
    desk, warnings = stage.table.desk, stage.window.speak.warnings
    stage.table.agree()
    stage.wait(lambda: desk.computer.minutes_of_room is not None)
    stage.settle()
    assert warnings.text == ""
    before = places(stage.window)
    desk.computer.is_remote, desk.computer.minutes_of_room = True, 7.9
    stage.set(keeping=replace(desk.settings.keeping, keys=KeyPlace.MEMORY))
    desk.computer.known.emit()
    stage.settle()
    assert warnings.text.split("\n") == [
        "U werkt op afstand op deze computer: het geluid gaat dan over een netwerk.",
        "Er is nog plaats voor ongeveer 7 minuten geluid.",
        "Valt Naklank uit, dan is deze opname verloren.",
    ]
    assert warnings.folder.isVisible()
    assert warnings.box.visibleRegion().boundingRect() == warnings.box.rect()
    assert stage.main.isEnabled()
    assert not moved(before, places(stage.window))


def test_they_are_gone_once_somebody_speaks(stage: Stage) -> None:
    computer = stage.table.desk.computer
    computer.equipment = replace(computer.equipment, is_remote=lambda: True)
    stage.table.agree()
    stage.wait(lambda: "op afstand" in stage.window.speak.warnings.text)
    stage.enter()
    stage.speak(1.0)
    assert "op afstand" not in stage.window.speak.warnings.text


# A full disk


def _fill(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    WAYS["recording"](stage)
    monkeypatch.setattr("naklank.audio.take_writer.free_space", lambda _: 0)
    stage.wait(lambda: ErrorCode.DISK_FULL in stage.table.failures)


def _choose(stage: Stage, folder: Path) -> None:
    stage.click(stage.window.speak.warnings.folder)
    (dialog,) = stage.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def test_a_full_disk_says_what_is_kept_and_goes_on_in_another_folder(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _fill(stage, monkeypatch)
    page, desk = stage.window.speak, stage.table.desk
    assert stage.is_in(State.PAUSED)
    assert page.warnings.text.startswith("De schijf is vol. Alles tot 0:")
    assert "Er is niets geschreven" not in stage.window.messages.text
    (tmp_path / "stick").mkdir()
    _choose(stage, tmp_path / "stick")
    assert desk.settings.keeping.folder == str(tmp_path / "stick")
    assert page.warnings.text == ""
    assert "stick" in stage.window.messages.text
    monkeypatch.undo()
    stage.press(Key.Key_P)
    stage.speak(1.0)


def test_a_folder_that_cannot_be_kept_is_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_: object) -> None:
        raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder="C")

    _fill(stage, monkeypatch)
    monkeypatch.setattr(stage.table.desk.equipment.settings, "save", refuse)
    _choose(stage, tmp_path)
    assert "kan niet schrijven" in stage.window.messages.text
    assert stage.window.speak.warnings.text.startswith("De schijf is vol.")


def test_a_folder_that_the_policy_locks_is_not_offered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = stage.table.desk
    desk.loaded = replace(desk.loaded, locked=frozenset({"keeping.folder"}))
    _fill(stage, monkeypatch)
    assert "map" not in stage.window.speak.warnings.text
    assert not stage.window.speak.warnings.folder.isVisible()


def test_a_disk_that_is_full_at_the_end_is_said_where_one_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    WAYS["recording"](stage)
    stage.table.desk.recording._intent = Event.STOP  # the stop was pressed just before
    monkeypatch.setattr("naklank.audio.take_writer.free_space", lambda _: 0)
    stage.wait_for(State.REVIEWING)
    assert stage.window.messages.text.startswith("De schijf is vol. Alles tot 0:")


# Speaking more


def test_more_is_added_and_asks_nothing_for_nothing_is_lost(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    before = stage.table.desk.session.recording.seconds
    stage.press(Key.Key_I)
    assert not stage.window.confirm.isVisible()
    assert stage.is_in(State.PAUSED)
    page = stage.window.speak
    assert stage.page is page
    assert page.sign.accessibleName() == f"Pauze, 0:{int(before):02d}"
    assert "komt er aan het eind bij" in page.advice.text()
    assert page.main.text() == "Opname starten"
    assert not page.pause.isEnabled()
    stage.enter()
    stage.speak(1.0)
    assert page.main.text() == "Klaar met inspreken"
    stage.enter()
    stage.wait_for(State.REVIEWING)
    assert len(stage.table.desk.session.recording.takes) == 2


def test_more_can_be_left_again_at_once(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    before = stage.table.desk.session
    stage.press(Key.Key_I)
    assert stage.window.speak.delete.text() == "Toch niet"
    stage.click(stage.window.speak.delete)
    assert stage.table.desk.session.summary == before.summary
    assert stage.is_in(State.REVIEWING)


def test_what_was_said_more_is_deleted_only_after_a_question(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    before = stage.table.desk.session
    stage.press(Key.Key_I)
    stage.enter()
    stage.speak(1.0)
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)
    stage.click(stage.window.speak.delete)
    assert stage.is_in(State.PAUSED)
    stage.click(stage.window.confirm.delete)
    assert stage.is_in(State.REVIEWING)
    assert stage.table.desk.session.recording == before.recording


@pytest.mark.parametrize(
    ("name", "after"), [("recorded", State.REVIEWING), ("listening", State.RECORDED)]
)
def test_more_without_a_text_needs_no_question(stage: Stage, name: str, after: State) -> None:
    WAYS[name](stage)
    stage.press(Key.Key_I)
    assert not stage.window.confirm.isVisible()
    assert stage.is_in(State.PAUSED)
    stage.enter()
    stage.wait_for(after)


def test_letters_typed_over_a_word_speak_no_more(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    stage.press(Key.Key_Return)
    stage.type("i")
    assert not stage.window.confirm.isVisible()
    assert stage.window.review.view.is_editing
    stage.press(Key.Key_Escape)


def test_a_heading_chosen_in_a_pause_is_the_one_to_go_on_with(stage: Stage) -> None:
    WAYS["paused"](stage)
    rows = stage.window.speak.topics._rows
    assert not any("verder met" in row.accessibleName() for row in rows.values())
    before = places(stage.window)
    stage.click(rows[Topic.WHEN_TO_CALL])
    assert rows[Topic.WHEN_TO_CALL].accessibleName() == (
        "4. Wanneer belt u ons?, U gaat verder met dit kopje"
    )
    assert not moved(before, places(stage.window))
    stage.press(Key.Key_P)
    stage.speak(1.0)
    assert "nu: " in rows[Topic.WHEN_TO_CALL].accessibleName()
    assert stage.table.desk.session.recording.topic is Topic.WHEN_TO_CALL


# The sound is kept


def test_the_sound_is_said_to_be_kept_before_there_is_text(stage: Stage) -> None:
    WAYS["transcribing"](stage)
    saved = stage.window.review.saved
    assert saved.text().startswith("✓ Het geluid is bewaard (0:")
    assert saved.property("ink") == "green"


def test_damaged_sound_is_not_said_to_be_kept(stage: Stage) -> None:
    WAYS["listening"](stage)
    desk = stage.table.desk
    (take,) = desk.session.recording.takes
    damaged = replace(take, gaps=(Gap(0.5, 0.4, Cause.DAMAGED),))
    desk.controller.update(recording=desk.session.recording.with_take(damaged))
    page = stage.window.listen
    assert page.saved.text().startswith("! Een deel van het geluid is bewaard")
    assert page.saved.property("ink") == "amber_ink"
    assert page.gaps.text() == "Onderbroken bij 0:00 (1 s)"
