"""The settings page on which a doctor records the opening and closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode
from naklank.core.keys import KeyPlace
from naklank.core.session import State
from naklank.core.settings import LoadedSettings, Voicing
from naklank.core.voice import SpokenEnds, VoiceOwner, VoicePart
from naklank.ui.settings.voice_page import VoicePage
from naklank.ui.settings.window import SettingsWindow
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.desk import PATIENCE, hold
from support.keys import CTRL, click
from support.own_voice import clips, read_out, words_of
from support.stage import ENTER, Stage, approved, everything_said, reviewing

OWNER = VoiceOwner("dokter Van Dam", "nl")
OTHER = VoiceOwner("dokter De Boer", "nl")
Open = Callable[[], VoicePage]


@pytest.fixture
def open_page(stage: Stage) -> Open:
    """The settings window, at this page."""

    def opened() -> VoicePage:
        stage.click(stage.window.steps._settings)
        stage.wait(lambda: isinstance(QApplication.activeWindow(), SettingsWindow))
        (window,) = (one for one in stage.window.findChildren(SettingsWindow) if one.isVisible())
        window._names.setCurrentRow(window.pages.index(window.voice))
        stage.wait(window.voice.isVisible)
        stage.hear()
        return window.voice

    return opened


def window_of(page: VoicePage) -> SettingsWindow:
    window = page.window()
    assert isinstance(window, SettingsWindow)
    return window


def choose(page: VoicePage, ends: SpokenEnds) -> None:
    page.ends.setCurrentIndex(page.ends.findData(ends))


def shown(page: VoicePage) -> list[VoicePart]:
    return [part for part, row in page.rows.items() if row.isVisible()]


def press(stage: Stage, page: VoicePage, part: VoicePart) -> None:
    stage.hear()
    window_of(page)._stack.currentWidget().ensureWidgetVisible(page.rows[part].record)  # type: ignore[union-attr]
    click(page.rows[part].record)


def record(stage: Stage, page: VoicePage, part: VoicePart, sound: Sound) -> None:
    voices = stage.table.desk.voices
    press(stage, page, part)
    stage.wait(lambda: voices.microphone is Microphone.OPEN)
    stage.table.card.say(sound)
    stage.table.card.wait_until_said(PATIENCE / 1000)
    press(stage, page, part)
    stage.wait(lambda: voices.reading is None)


def test_only_what_is_wanted_is_asked_for(stage: Stage, open_page: Open) -> None:
    page = open_page()
    assert shown(page) == []
    choose(page, SpokenEnds.WORDS)
    assert shown(page) == [VoicePart.OPENING, VoicePart.CLOSING]
    choose(page, SpokenEnds.DATE)
    assert shown(page) == [
        VoicePart.OPENING_TO_DATE,
        VoicePart.DAYS,
        VoicePart.MONTHS,
        VoicePart.CLOSING,
    ]
    assert page.rows[VoicePart.DAYS].text.text().startswith("één … twee … drie")
    assert page.rows[VoicePart.DAYS].text.text().endswith("… eenendertig")
    assert stage.table.card.streams == 0


def test_the_choice_is_saved_with_the_other_settings(stage: Stage, open_page: Open) -> None:
    page = open_page()
    choose(page, SpokenEnds.DATE)
    keys.press(window_of(page), ENTER, CTRL)
    assert stage.table.desk.settings.voice == Voicing(SpokenEnds.DATE)
    assert stage.table.desk.equipment.settings.loaded.settings.voice == Voicing(SpokenEnds.DATE)


def test_what_a_policy_locks_is_grey(stage: Stage, open_page: Open) -> None:
    desk = stage.table.desk
    locked = replace(desk.settings, voice=Voicing(SpokenEnds.WORDS))
    hold(desk, LoadedSettings(locked, frozenset({"voice.ends"})))
    page = open_page()
    assert not page.ends.isEnabled()
    assert "beheert" in page.ends.toolTip()
    assert page.rows[VoicePart.OPENING].record.isEnabled()  # each doctor still speaks it


def test_it_is_recorded_heard_and_recorded_again(
    stage: Stage, open_page: Open, sample: Sound
) -> None:
    stage.set(doctors=(OWNER.doctor,), voice=Voicing(SpokenEnds.WORDS))
    page = open_page()
    row = page.rows[VoicePart.OPENING]
    assert row.text.text() == "Dit is de samenvatting van dokter Van Dam."
    assert row.record.text() == "Opnemen"
    assert not row.play.isEnabled()
    record(stage, page, VoicePart.OPENING, read_out(words_of(sample, 4), 0.3))
    assert row.record.text() == "Opnieuw opnemen"
    assert row.status.text() == "✓ Opgenomen"
    assert window_of(page).problem.text() == ""
    stage.hear()
    click(row.play)
    assert row.play.text() == "Stoppen"  # at once, also while it is still read
    stage.wait(lambda: row.play.text() == "Luisteren")
    assert len(stage.table.card.played)
    assert stage.is_in(State.AGREEING)


def test_what_is_not_understood_is_told_and_the_earlier_one_stays(
    stage: Stage, open_page: Open, sample: Sound
) -> None:
    stage.set(doctors=(OWNER.doctor,), voice=Voicing(SpokenEnds.DATE))
    store = stage.table.desk.equipment.voices
    store.put(OWNER, VoicePart.MONTHS, clips(VoicePart.MONTHS))
    page = open_page()
    window = window_of(page)
    record(stage, page, VoicePart.MONTHS, read_out(words_of(sample, 11)))
    stage.wait(window.problem.text)
    assert window.problem.text().startswith("Geen 12 woorden met duidelijke pauzes (gehoord: 11).")
    assert store.load(OWNER) == {VoicePart.MONTHS: clips(VoicePart.MONTHS)}
    press(stage, page, VoicePart.MONTHS)
    stage.wait(lambda: window.problem.text() == "")


def test_while_one_is_recorded_nothing_else_can_be_done(stage: Stage, open_page: Open) -> None:
    stage.set(doctors=(OWNER.doctor, OTHER.doctor), voice=Voicing(SpokenEnds.WORDS))
    page = open_page()
    voices = stage.table.desk.voices
    press(stage, page, VoicePart.OPENING)
    stage.wait(lambda: voices.microphone is Microphone.OPEN)
    opening, closing = page.rows[VoicePart.OPENING], page.rows[VoicePart.CLOSING]
    assert opening.record.text() == "Klaar"
    assert opening.record.isEnabled()
    assert opening.meter.isVisible()
    assert not closing.record.isEnabled()
    assert not page.owner.isEnabled()
    assert not page.ends.isEnabled()


@pytest.mark.parametrize("way", ["escape", "another page"])
def test_who_leaves_closes_the_microphone(stage: Stage, open_page: Open, way: str) -> None:
    stage.set(voice=Voicing(SpokenEnds.WORDS))
    page = open_page()
    press(stage, page, VoicePart.OPENING)
    stage.wait(lambda: stage.table.desk.voices.microphone is Microphone.OPEN)
    if way == "escape":
        stage.hear()
        keys.press(window_of(page), Qt.Key.Key_Escape)
    else:
        window_of(page)._names.setCurrentRow(0)
    assert stage.table.desk.voices.microphone is Microphone.CLOSED
    assert stage.table.card.streams == 0
    assert not stage.table.desk.equipment.voices.owners()


def test_a_voice_is_deleted_after_one_question(stage: Stage, open_page: Open) -> None:
    store = stage.table.desk.equipment.voices
    for owner in (OWNER, OTHER):
        store.put(owner, VoicePart.CLOSING, clips(VoicePart.CLOSING))
    stage.set(doctors=(OWNER.doctor,))
    page = open_page()
    stage.wait(page.owner.isVisible)  # of somebody who left the practice
    assert [page.owner.itemText(at) for at in range(2)] == [OWNER.doctor, OTHER.doctor]
    page.owner.setCurrentIndex(1)
    page.owner.activated.emit(1)
    click(page.delete)
    confirm = window_of(page).confirm
    assert OTHER.doctor in confirm.text.text()
    assert set(store.owners()) == {OWNER, OTHER}
    stage.hear()
    click(confirm.delete)
    stage.wait(lambda: set(store.owners()) == {OWNER})
    stage.wait(lambda: not page.owner.isVisible())


def test_another_language_is_another_voice(stage: Stage, open_page: Open) -> None:
    stage.table.desk.equipment.voices.put(OWNER, VoicePart.CLOSING, clips(VoicePart.CLOSING))
    stage.set(doctors=(OWNER.doctor,), speech_language="en", voice=Voicing(SpokenEnds.WORDS))
    page = open_page()
    stage.wait(page.owner.isVisible)
    row = page.rows[VoicePart.CLOSING]
    assert row.text.text() == "End of the summary."
    assert row.status.text() == "Nog niet opgenomen"
    assert page.owner.itemText(1) == "dokter Van Dam (Nederlands)"


def test_keys_in_memory_only_are_told(stage: Stage, open_page: Open) -> None:
    desk = stage.table.desk
    stage.set(
        keeping=replace(desk.settings.keeping, keys=KeyPlace.MEMORY),
        voice=Voicing(SpokenEnds.WORDS),
    )
    assert "tot Naklank sluit" in everything_said(open_page())


def test_without_a_place_for_keys_nothing_is_recorded(stage: Stage, open_page: Open) -> None:
    stage.set(voice=Voicing(SpokenEnds.WORDS))
    page = open_page()
    stage.table.desk.computer.key_places = frozenset()
    stage.table.desk.computer.known.emit()
    assert not page.rows[VoicePart.OPENING].record.isEnabled()


def test_in_the_middle_of_checking_it_takes_nothing_away(stage: Stage, open_page: Open) -> None:
    stage.table.desk.equipment.voices.put(
        VoiceOwner("", "nl"), VoicePart.OPENING, clips(VoicePart.OPENING)
    )
    stage.set(voice=Voicing(SpokenEnds.WORDS))
    reviewing(stage)
    current, second = stage.table.desk.listening.current, stage.table.desk.listening.second
    page = open_page()
    stage.wait(page.rows[VoicePart.OPENING].play.isEnabled)
    click(page.rows[VoicePart.OPENING].play)
    stage.wait(lambda: len(stage.table.card.played) and not stage.table.desk.voices.played)
    keys.press(window_of(page), Qt.Key.Key_Escape)
    assert stage.table.desk.listening.current == current
    assert stage.table.desk.listening.second == second
    assert stage.is_in(State.REVIEWING)


def test_a_missing_voice_is_a_warning_and_no_failure(stage: Stage) -> None:
    stage.set(voice=Voicing(SpokenEnds.WORDS))
    approved(stage)
    stage.wait(lambda: stage.table.failures)
    assert stage.table.failures == [ErrorCode.VOICE_MISSING]
    assert "gaat zonder mee naar huis" in stage.window.messages.text


def test_the_rules_are_deleted_here_with_the_rest_of_that_voice(
    stage: Stage, open_page: Open
) -> None:
    store, practice = stage.table.desk.equipment.voices, VoiceOwner("", "nl")
    part = VoicePart.RULES_SOUND
    store.put(practice, part, clips(part), "Nee zeggen mag.")
    stage.set(doctors=(OWNER.doctor,))
    page = open_page()
    stage.wait(page.owner.isVisible)
    page.owner.setCurrentIndex(1)
    page.owner.activated.emit(1)
    assert page.owner.currentText() == "de praktijk"
    stage.wait(page.delete.isVisible)
    click(page.delete)
    stage.hear()
    click(window_of(page).confirm.delete)
    stage.wait(lambda: not stage.table.desk.spoken_rules.has_any)
    assert not store.owners()
