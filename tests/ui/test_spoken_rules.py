"""The rules said by the practice's own voice: just those that stand there, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from naklank.audio.sound_card import OutputState
from naklank.core.agreement import Agreement, Deciding, TakeHome
from naklank.core.errors import ErrorCode
from naklank.core.session import State
from naklank.core.voice import AGREED_RULES, VoiceOwner, VoicePart
from naklank.sentences.agreement import invitation
from naklank.ui.beside.keys_window import keys_of
from naklank.ui.settings.rules_page import RulesPage
from naklank.ui.settings.window import SettingsWindow
from naklank.workflow.recording_flow import Microphone
from support.desk import PATIENCE
from support.keys import click
from support.own_voice import clips, read_out, words_of

if TYPE_CHECKING:
    from naklank.audio.sound import Sound
    from support.stage import Stage

Key = Qt.Key
PRACTICE = VoiceOwner("", "nl")


def record(stage: Stage, take_home: TakeHome, seconds: float = 0.3) -> None:
    """As if the practice had read this in the settings."""
    part = next(part for part, one in AGREED_RULES.items() if one is take_home)
    words = invitation(Agreement(take_home=take_home))
    desk = stage.table.desk
    desk.equipment.voices.put(PRACTICE, part, clips(part, seconds=seconds), words)
    desk.voices.refresh()
    stage.wait(lambda: desk.spoken_rules.can_say(words))


def test_without_a_recording_there_is_no_key(stage: Stage) -> None:
    assert not stage.window.agree.participants.aloud.isVisible()
    assert "V" not in keys_of(stage.window)
    stage.press(Key.Key_V)
    assert stage.table.desk.voices.played is None


def test_one_key_says_the_rules(stage: Stage) -> None:
    record(stage, TakeHome.SOUND_AND_PAPER)
    aloud = stage.window.agree.participants.aloud
    assert keys_of(stage.window)["V"] == "Voorlezen"
    stage.press(Key.Key_V)
    assert aloud.text() == "Stoppen"
    stage.wait(lambda: aloud.text() == "Voorlezen")
    assert len(stage.table.card.played)
    assert stage.is_in(State.AGREEING)
    assert stage.table.card.streams == 0


@pytest.mark.parametrize("take_home", TakeHome)
def test_only_the_words_that_stand_there_are_offered(stage: Stage, take_home: TakeHome) -> None:
    record(stage, take_home)
    aloud = stage.window.agree.participants.aloud
    assert aloud.isVisible()
    for chosen in TakeHome:
        stage.choose(chosen)
        assert aloud.isEnabled() is (chosen is take_home)


def test_a_copy_or_a_group_changes_the_words(stage: Stage) -> None:
    record(stage, TakeHome.SOUND_AND_PAPER)
    desk, aloud = stage.table.desk, stage.window.agree.participants.aloud
    desk.agree(desk.session.agreement.decided_by(Deciding.GROUP))
    assert not aloud.isEnabled()
    desk.agree(desk.session.agreement.decided_by(Deciding.PATIENT))
    assert aloud.isEnabled()
    stage.set(keeping=replace(desk.settings.keeping, copy=True))
    assert not aloud.isEnabled()


def test_another_choice_or_another_page_silences_it(stage: Stage) -> None:
    for take_home in (TakeHome.SOUND_AND_PAPER, TakeHome.PAPER_ONLY):
        record(stage, take_home, seconds=30.0)
    rules = stage.table.desk.spoken_rules
    stage.press(Key.Key_V)
    spoken = [rules.spoken]
    stage.choose(TakeHome.PAPER_ONLY)
    spoken.append(rules.spoken)
    for _ in range(3):
        stage.press(Key.Key_V)
        spoken.append(rules.spoken)
    stage.table.agree()
    spoken.append(rules.spoken)
    assert [bool(words) for words in spoken] == [True, False, True, False, True, False]
    assert stage.table.desk.voices.played is None


@pytest.mark.parametrize(
    ("state", "code"),
    [(OutputState.MUTED, ErrorCode.OUTPUT_MUTED), (OutputState.NONE, ErrorCode.NO_OUTPUT)],
)
def test_a_silent_output_is_told_as_elsewhere(
    stage: Stage, state: OutputState, code: ErrorCode
) -> None:
    record(stage, TakeHome.SOUND_AND_PAPER)
    stage.table.card.output = state
    stage.press(Key.Key_V)
    stage.wait(lambda: stage.table.failures == [code])
    assert stage.window.messages.text
    assert stage.window.agree.participants.aloud.text() == "Voorlezen"


def test_the_settings_tell_their_own_failures_alone(stage: Stage) -> None:
    record(stage, TakeHome.SOUND_AND_PAPER)
    stage.press(Key.Key_V)
    stage.wait(lambda: not stage.table.desk.spoken_rules.spoken)
    stage.table.card.output = OutputState.MUTED
    desk = stage.table.desk
    other = desk.voices.reading_of(invitation(Agreement()))
    assert other is not None
    told: list[object] = []
    desk.voices.failed.connect(told.append)
    desk.voices.play(replace(other))
    stage.wait(lambda: told)
    assert stage.table.failures == []


def test_they_are_recorded_in_the_settings(stage: Stage, sample: Sound) -> None:
    stage.click(stage.window.steps._settings)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), SettingsWindow))
    (window,) = (one for one in stage.window.findChildren(SettingsWindow) if one.isVisible())
    (page,) = (one for one in window.pages if isinstance(one, RulesPage))
    window._names.setCurrentRow(window.pages.index(page))
    stage.wait(page.isVisible)
    row = page.voice.rows[VoicePart.RULES_SOUND]
    assert row.text.text() == stage.window.agree.participants.rules
    assert all(one.isVisible() for one in page.voice.rows.values())
    stage.hear()
    click(row.record)
    voices = stage.table.desk.voices
    stage.wait(lambda: voices.microphone is Microphone.OPEN)
    stage.table.card.say(read_out(words_of(sample, 4), 0.3))
    stage.table.card.wait_until_said(PATIENCE / 1000)
    click(row.record)
    stage.wait(lambda: voices.reading is None)
    assert row.status.text() == "✓ Opgenomen"
    window.close()
    aloud = stage.window.agree.participants.aloud
    assert aloud.isEnabled()
    stage.set(keeping=replace(stage.table.desk.settings.keeping, copy=True))
    assert not aloud.isEnabled()


def test_a_screen_reader_finds_the_rules_and_tab_reaches_them(stage: Stage) -> None:
    participants = stage.window.agree.participants
    (rules,) = (
        one for one in participants.findChildren(QLabel) if one.text() == participants.rules
    )
    seen = QAccessible.queryAccessibleInterface(rules)
    assert seen.role() is QAccessible.Role.StaticText
    assert seen.text(QAccessible.Text.Name).startswith("Ik vat ons gesprek kort samen")
    for _ in range(60):
        stage.press(Key.Key_Tab)
        if rules.hasFocus():
            break
    assert rules.hasFocus()
