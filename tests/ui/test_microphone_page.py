"""The microphone in the settings: another one is chosen, and tried before it is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from naklank.audio.sound import Sound
from naklank.core.recording import InputName
from naklank.ui.settings.window import SettingsWindow
from naklank.workflow.recording_flow import Microphone
from support.desk import TEXT
from support.keys import click, press
from support.sounds import tone
from support.stage import Stage, agreed

Open = Callable[[], SettingsWindow]


def turn_to(window: SettingsWindow, page: int) -> None:
    names = window.findChild(QListWidget)
    assert names is not None
    names.setCurrentRow(page)


def opened(stage: Stage, open_settings: Open) -> SettingsWindow:
    window = open_settings()
    turn_to(window, window.pages.index(window.microphone))
    stage.settle()
    return window


def begin(stage: Stage, window: SettingsWindow) -> None:
    stage.hear()
    click(window.microphone.trial.record)
    stage.wait(lambda: stage.table.desk.trial.microphone is Microphone.OPEN)


def test_another_microphone_is_tried_before_it_is_saved(stage: Stage, open_settings: Open) -> None:
    window = opened(stage, open_settings)
    row, trial = window.microphone.trial, stage.table.desk.trial
    stage.table.card.busy = frozenset({"Headset"})
    window.microphone.device.setCurrentIndex(2)
    click(row.record)
    stage.wait(row.typed.text)
    assert "Headset" in row.typed.text()
    stage.table.card.busy = frozenset()
    begin(stage, window)
    stage.table.card.say(Sound(tone(2.0, 16_000), 16_000))
    stage.table.card.wait_until_said(20.0)
    click(row.record)
    stage.wait(lambda: trial.text is not None and trial.clip is not None and not trial.is_played)
    assert row.typed.text() == TEXT
    assert stage.table.desk.settings.microphone == InputName()
    press(window, Qt.Key.Key_Escape)
    assert (trial.clip, trial.text) == (None, None)


def test_who_turns_to_another_page_closes_the_microphone(stage: Stage, open_settings: Open) -> None:
    window = opened(stage, open_settings)
    begin(stage, window)
    turn_to(window, 0)
    assert stage.table.desk.trial.microphone is Microphone.CLOSED
    assert stage.table.card.streams == 0


def test_who_closes_the_settings_closes_the_microphone(stage: Stage, open_settings: Open) -> None:
    window = opened(stage, open_settings)
    begin(stage, window)
    stage.hear()
    press(window, Qt.Key.Key_Escape)
    assert stage.table.desk.trial.microphone is Microphone.CLOSED
    assert stage.table.card.streams == 0


def test_nothing_is_tried_while_a_summary_is_made(stage: Stage, open_settings: Open) -> None:
    agreed(stage)
    window = opened(stage, open_settings)
    assert not window.microphone.trial.record.isEnabled()
    assert "geen samenvatting" in window.microphone.trial.status.text()
