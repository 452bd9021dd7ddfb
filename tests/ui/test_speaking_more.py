"""Before the start, on a full disk, and speaking more behind what was said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.recording import Cause, Condition, Gap
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.workflow.recording_flow import RecordingFlow
from support.desk import hold
from support.stage import WAYS, Stage, moved, places

Key = Qt.Key


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the recorder itself finds wrong is not heard."""
    monkeypatch.setattr(RecordingFlow, "_on_conditions", lambda *_: None)


def _hold(stage: Stage, *conditions: Condition) -> None:
    stage.table.desk.recording._set_conditions(frozenset(conditions))


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
    hold(desk, replace(desk.loaded, locked=frozenset({"keeping.folder"})))
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
