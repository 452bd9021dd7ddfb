"""The first start: by keys alone, in two minutes, with all of it left for later, or locked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.ports.sound import InputDevice
from naklank.core.settings import LoadedSettings, Practice, Settings, Typing
from naklank.core.speech_models import ModelState
from naklank.ui.beside.key_place_window import KeyPlaceWindow
from naklank.ui.first_start.window import FirstStartWindow
from naklank.ui.settings.window import SettingsWindow
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.desk import TEXT, hold
from support.keys import CTRL, PLAIN
from support.sounds import tone
from support.stage import ENTER, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

Key = Qt.Key

KEY, LETTER, READING = 0.7, 0.28, 4.0
"""Seconds for a key, for a letter of somebody who types as most do (Card, Moran and Newell, 1980),
and to look at a step before the first key."""
SAYING = 5.0
"""Seconds of the sentence; it is played as long, and typed meanwhile."""


def opened(stage: Stage) -> FirstStartWindow:
    stage.window.windows.open_first_start()
    stage.settle()
    (window,) = stage.window.findChildren(FirstStartWindow)
    stage.wait(lambda: window.microphone.device.count() == 3 and window.ways.printer.count() == 2)
    stage.hear()
    return window


@pytest.fixture
def first(stage: Stage) -> FirstStartWindow:
    return opened(stage)


@dataclass
class Hand:
    """Presses keys where the focus is, and counts what they cost."""

    stage: Stage
    window: FirstStartWindow
    keys: int = 0
    letters: int = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.stage.hear()
        keys.press(self.window, key, modifier)
        self.keys += 1

    def type(self, text: str) -> None:
        self.stage.hear()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        self.letters += len(text)


def say(stage: Stage, press: Callable[[], object]) -> None:
    """A sentence into the microphone, between two presses."""
    trial = stage.table.desk.trial
    press()
    stage.wait(lambda: trial.microphone is Microphone.OPEN)
    stage.table.card.say(Sound(tone(2.0, 16_000), 16_000))
    stage.table.card.wait_until_said(20.0)
    press()
    stage.wait(lambda: trial.text is not None and trial.clip is not None and not trial.is_played)


def test_by_keys_alone_in_two_minutes(stage: Stage, first: FirstStartWindow) -> None:
    hand, desk = Hand(stage, first), stage.table.desk
    hand.type("Huisartsenpraktijk De Linde")
    hand.press(ENTER)
    hand.type("dokter Van Dam")
    hand.press(ENTER)
    hand.type("dokter De Boer")
    hand.press(ENTER, CTRL)
    hand.type("038 123 45 67")
    hand.press(ENTER)
    hand.type("huisartsenpost 038 765 43 21")
    hand.press(Key.Key_Tab)
    hand.press(Key.Key_Space)
    hand.press(ENTER, CTRL)
    say(stage, lambda: hand.press(Key.Key_Space))
    assert first.microphone.trial.typed.text() == TEXT
    hand.press(ENTER, CTRL)
    hand.press(ENTER, CTRL)
    stage.wait(lambda: desk.models.recommendation is not None)
    hand.press(ENTER, CTRL)
    assert not first.isVisible()

    saved = desk.equipment.settings.loaded.settings
    assert saved == desk.settings
    assert saved.practice.name == "Huisartsenpraktijk De Linde"
    assert saved.doctors == ("dokter Van Dam", "dokter De Boer")
    assert saved.contacts.day == "038 123 45 67"
    contacts = saved.contacts
    assert contacts.evening == "huisartsenpost 038 765 43 21"
    assert contacts.night == contacts.weekend == contacts.evening
    assert (hand.keys, hand.letters) == (12, 96)
    steps = len(first.steps) * READING
    spoken = 2 * SAYING
    assert hand.keys * KEY + hand.letters * LETTER + steps + spoken < 120


def test_one_key_leaves_all_of_it_for_later(stage: Stage, first: FirstStartWindow) -> None:
    desk = stage.table.desk
    before = desk.settings
    stage.hear()
    keys.press(first, Key.Key_Escape)
    assert not first.isVisible()
    assert desk.equipment.settings.loaded.settings == before
    assert not desk.equipment.settings.loaded.is_new


def test_who_leaves_in_the_middle_keeps_what_was_typed(
    stage: Stage, first: FirstStartWindow
) -> None:
    stage.type("De Linde")
    stage.click(first.later)
    assert stage.table.desk.settings.practice.name == "De Linde"


def test_every_step_can_be_passed_with_one_key_and_gone_back_to(
    stage: Stage, first: FirstStartWindow
) -> None:
    before = stage.table.desk.settings
    for at in range(len(first.steps)):
        assert first.at == at
        assert first.title.text() == first.steps[at].title()
        assert first.back.isEnabled() == (at > 0)
        stage.hear()
        keys.press(first, ENTER, CTRL)
    assert not first.isVisible()
    assert stage.table.desk.settings == before
    again = opened(stage)
    stage.click(again.go_on)
    stage.click(again.back)
    assert again.at == 0
    again.reject()


def test_enter_goes_from_field_to_field_and_on_to_the_main_button(
    stage: Stage, first: FirstStartWindow
) -> None:
    first.resize(860, 400)
    first.show_step(1)
    for name in ("day", "evening", "night", "weekend"):
        assert first.contacts.numbers[name].hasFocus()
        stage.settle()
        assert not first.contacts.numbers[name].visibleRegion().isEmpty()
        stage.hear()
        keys.press(first, ENTER)
    assert first.go_on.hasFocus()
    assert first.at == 1


def test_the_first_step_chooses_the_language_of_the_screen_at_once(
    stage: Stage, first: FirstStartWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NAKLANK_LANGUAGE", raising=False)
    stage.type("De Linde")
    stage.hear()
    keys.press(first, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert first.practice.on_screen.hasFocus()
    stage.hear()
    keys.press(first, Key.Key_Down)
    stage.wait(lambda: stage.window.windows.first is not first)
    english = stage.window.windows.first
    assert english is not None
    assert english.isVisible()
    assert english.title.text() == "Practice and doctors"
    assert english.practice.name.text() == "De Linde"
    assert english.practice.on_screen.currentData() == "en"
    assert stage.table.desk.settings.screen_language == "en"
    stage.hear()
    keys.press(english, Key.Key_Escape)
    assert stage.window.windows.first is None


def test_a_held_key_does_not_run_through_the_steps(stage: Stage, first: FirstStartWindow) -> None:
    stage.hear()
    keys.press(first, ENTER, CTRL)
    for _ in range(8):
        stage.hear()
        keys.hold_down(first, ENTER, CTRL)
    assert first.at == 1


def test_printer_and_ways_are_chosen(stage: Stage, first: FirstStartWindow) -> None:
    first.show_step(3)
    first.ways.printer.setCurrentIndex(1)
    stage.click(first.ways.ways["stick"])
    first.accept()
    settings = stage.table.desk.settings
    assert settings.printer == "Printer"
    assert not settings.ways.stick
    assert settings.ways.paper


def test_nothing_of_the_sentence_stays(stage: Stage, first: FirstStartWindow) -> None:
    first.show_step(2)
    row = first.microphone.trial
    say(stage, lambda: stage.click(row.record))
    assert row.typed.text() == TEXT
    assert "Opnieuw opnemen" in row.record.text()
    folder = stage.table.folder.parent
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert not [file for file in files if "recording" in file.name or "take" in file.name]
    assert not [file for file in files if b"griep" in file.read_bytes()]
    first.accept()
    assert (stage.table.desk.trial.clip, stage.table.desk.trial.text) == (None, None)


def test_who_goes_on_while_it_runs_closes_the_microphone(
    stage: Stage, first: FirstStartWindow
) -> None:
    first.show_step(2)
    stage.click(first.microphone.trial.record)
    stage.wait(lambda: stage.table.desk.trial.microphone is Microphone.OPEN)
    stage.click(first.go_on)
    assert stage.table.desk.trial.microphone is Microphone.CLOSED
    assert stage.table.card.streams == 0


def test_the_microphone_that_is_chosen_is_tried(stage: Stage, first: FirstStartWindow) -> None:
    first.show_step(2)
    stage.table.card.busy = frozenset({"Headset"})
    first.microphone.device.setCurrentIndex(2)
    stage.click(first.microphone.trial.record)
    stage.wait(first.microphone.trial.typed.text)
    assert "Headset" in first.microphone.trial.typed.text()
    first.microphone.device.setCurrentIndex(1)
    say(stage, lambda: stage.click(first.microphone.trial.record))
    assert first.microphone.trial.typed.text() == TEXT


def test_the_computers_own_choice_is_not_offered_twice(first: FirstStartWindow) -> None:
    devices = [InputDevice(name, is_default=name == "default") for name in ("default", "Headset")]
    first.microphone.show_devices(devices)
    offered = [
        first.microphone.device.itemText(at) for at in range(first.microphone.device.count())
    ]
    assert offered == ["De keuze van de computer zelf", "Headset"]


def test_what_the_policy_has_set_is_grey(stage: Stage) -> None:
    locked = {
        "practice.name", "doctors", "practice.logo", "contacts.day", "microphone.name",
        "printer", "ways.stick", "typing.model",
    }  # fmt: skip
    settings = replace(stage.table.desk.settings, practice=Practice("Van bovenaf"))
    hold(stage.table.desk, LoadedSettings(settings, frozenset(locked)))
    first = opened(stage)
    assert first.practice.name.text() == "Van bovenaf"
    grey = (
        first.practice.name,
        first.practice.doctors,
        first.practice.logo,
        first.contacts.numbers["day"],
        first.microphone.device,
        first.ways.printer,
        first.ways.ways["stick"],
    )
    assert not [widget for widget in grey if widget.isEnabled()]
    assert all("beheert" in widget.toolTip() for widget in grey)
    assert first.contacts.numbers["night"].isEnabled()
    stage.settle()
    assert stage.table.desk.models.recommendation is None  # there is nothing to choose
    first.reject()


def test_the_advice_comes_by_itself_and_a_model_that_is_fetched_is_chosen(
    stage: Stage, first: FirstStartWindow
) -> None:
    flow = stage.table.desk.models
    stage.wait(lambda: flow.recommendation is not None and flow.work is None)
    first.show_step(4)
    assert "aanbevolen" in first.model.status.text.text()
    models = first.model.models
    name = next(one.model.name for one in flow.models if one.state is ModelState.ABSENT)
    stage.click(models.fetch[name])
    assert models.chosen == name
    first.accept()
    assert stage.table.desk.settings.typing.model == name


def test_a_model_that_does_not_come_is_not_chosen(stage: Stage, first: FirstStartWindow) -> None:
    flow = stage.table.desk.models
    stage.wait(lambda: flow.recommendation is not None and flow.work is None)
    first.show_step(4)
    name = next(one.model.name for one in flow.models if one.state is ModelState.ABSENT)
    stage.table.models.fail_next(NaklankError(ErrorCode.MODEL_NOT_FETCHED, model=name))
    stage.click(first.model.models.fetch[name])
    stage.wait(lambda: flow.work is None)
    first.accept()
    assert stage.table.desk.settings.typing == Typing()


def test_a_full_disk_is_told_and_keeps_nobody(
    stage: Stage, first: FirstStartWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_settings: Settings) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="map")

    monkeypatch.setattr(stage.table.desk, "save_settings", refuse)
    stage.type("De Linde")
    stage.click(first.go_on)
    assert first.at == 0
    assert "vol" in first.problem.text()
    stage.click(first.later)
    assert not first.isVisible()


def test_where_keys_are_kept_is_asked_behind_it(stage: Stage, first: FirstStartWindow) -> None:
    desk = stage.table.desk
    keeping = replace(desk.settings.keeping, keys=KeyPlace.KEYRING)
    hold(desk, replace(desk.loaded, settings=replace(desk.settings, keeping=keeping)))
    desk.computer.key_places = frozenset({KeyPlace.MEMORY, KeyPlace.FILE})
    desk.computer.known.emit()
    assert not stage.window.findChildren(KeyPlaceWindow)
    first.reject()
    (window,) = stage.window.findChildren(KeyPlaceWindow)
    assert window.isVisible()


def test_it_comes_again_from_the_settings_with_what_was_typed_there(stage: Stage) -> None:
    stage.window.windows.open_settings()
    (settings,) = stage.window.findChildren(SettingsWindow)
    stage.wait(lambda: settings.microphone.device.count() == 3)
    stage.hear()
    first_page = settings.pages[0]
    first_page.name.setText("De Linde")  # type: ignore[attr-defined]
    stage.click(settings.first_start)
    stage.settle()
    (window,) = stage.window.findChildren(FirstStartWindow)
    assert not [one for one in stage.window.findChildren(SettingsWindow) if one.isVisible()]
    assert window.practice.name.text() == "De Linde"
    window.reject()
