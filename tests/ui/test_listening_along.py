"""The keys of the player in the review, those of a foot pedal too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from naklank.core.session import State
from naklank.core.settings import Checking
from support import keys
from support.stage import WAYS, moved, places

if TYPE_CHECKING:
    from support.stage import Stage

Key = Qt.Key
KEYPAD = Qt.KeyboardModifier.KeypadModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reviewing(stage: Stage) -> Stage:
    """It has stopped behind the first check."""
    WAYS["reviewing"](stage)
    assert stage.table.desk.listening.current == 0
    return stage


def test_the_whole_way_by_one_key(reviewing: Stage) -> None:
    listening = reviewing.table.desk.listening
    while listening.current is not None:
        reviewing.wait(reviewing.window.review.right.isEnabled)
        reviewing.press(Key.Key_K)
    assert reviewing.window.review.checks.title == "Luister nog tot het einde"
    reviewing.enter()
    assert reviewing.is_in(State.REVIEWING)
    reviewing.wait(reviewing.window.review.approve.isEnabled)
    reviewing.enter()
    assert reviewing.is_in(State.APPROVED)


def test_m_stops_and_goes_on(reviewing: Stage) -> None:
    listening = reviewing.table.desk.listening
    reviewing.table.card.stalled = True
    reviewing.press(Key.Key_M)
    along = reviewing.window.review.player.along
    assert along.text() == "Stoppen"
    reviewing.press(Key.Key_M)
    reviewing.wait(lambda: along.text() == "Meeluisteren 1,25×")
    assert not listening.is_playing


@pytest.mark.parametrize(
    ("faster", "slower", "how"),
    [
        (Key.Key_Plus, Key.Key_Minus, keys.PLAIN),
        (Key.Key_Plus, Key.Key_Minus, KEYPAD),
        (Key.Key_Plus, Key.Key_Minus, SHIFT),
    ],
    ids=["plain", "keypad", "shift"],
)
def test_plus_and_minus_change_the_speed(
    reviewing: Stage, faster: Key, slower: Key, how: Qt.KeyboardModifier
) -> None:
    player = reviewing.window.review.player
    before = places(reviewing.window)
    reviewing.press(faster, how)
    assert player.along.text() == "Meeluisteren 1,5×"
    assert not player.faster.isEnabled()
    reviewing.press(slower, keys.PLAIN if how == SHIFT else how)
    assert player.along.text() == "Meeluisteren 1,25×"
    assert not moved(before, places(reviewing.window))


def test_a_held_plus_is_one_step(reviewing: Stage) -> None:
    reviewing.press(Key.Key_Minus)
    reviewing.press(Key.Key_Minus)
    reviewing.hold(Key.Key_Plus)
    assert reviewing.table.desk.listening.speed == 1.0


def test_t_goes_back_and_v_plays_from_the_word(reviewing: Stage) -> None:
    listening = reviewing.table.desk.listening
    reviewing.press(Key.Key_T)
    assert listening.is_playing
    reviewing.wait(lambda: not listening.is_playing)
    reviewing.press(Key.Key_End)
    reviewing.wait(lambda: not listening.is_playing)
    reviewing.press(Key.Key_H)
    assert reviewing.table.desk.listening.current == 1


def test_a_foot_pedal_plays_goes_back_and_confirms(reviewing: Stage) -> None:
    listening = reviewing.table.desk.listening
    reviewing.set(checking=Checking(pedal=("F7", "F8", "F9")))
    reviewing.press(Key.Key_MediaPlay)
    assert not listening.is_playing
    for key in (Key.Key_F8, Key.Key_F7):
        reviewing.press(key)
        assert reviewing.window.review.player.along.text() == "Stoppen"
        reviewing.wait(lambda: not listening.is_playing)
    reviewing.press(Key.Key_F9)
    assert len(reviewing.table.desk.session.review.confirmed) == 1


@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code", extend=True)  # of the test's own hand
@pytest.mark.parametrize(
    "key", [Key.Key_MediaPlay, Key.Key_MediaTogglePlayPause, Key.Key_MediaPause]
)
def test_the_play_key_of_a_keyboard_plays_by_any_of_its_names(reviewing: Stage, key: Key) -> None:
    reviewing.table.card.stalled = True
    reviewing.press(key)
    assert reviewing.table.desk.listening.is_playing


def test_a_pedal_that_is_held_down_confirms_one_check(reviewing: Stage) -> None:
    reviewing.set(checking=Checking(pedal=("", "", "F9")))
    reviewing.press(Key.Key_F9)
    reviewing.table.wait_until_heard(1)
    for _ in range(8):
        reviewing.hear()
        keys.hold_down(reviewing.window, Key.Key_F9)
    assert len(reviewing.table.desk.session.review.confirmed) == 1


def test_a_pedal_confirms_nothing_that_is_still_being_typed(reviewing: Stage) -> None:
    reviewing.set(checking=Checking(pedal=("F7", "F8", "F9")))
    reviewing.press(Key.Key_Return)
    reviewing.type("wel griep")
    for key in (Key.Key_F7, Key.Key_F8, Key.Key_F9):
        reviewing.press(key)
    assert reviewing.window.review.view.is_editing
    assert not reviewing.table.desk.listening.is_playing
    assert not reviewing.table.desk.session.review.confirmed


def test_nothing_sounds_while_somebody_types(reviewing: Stage) -> None:
    listening = reviewing.table.desk.listening
    reviewing.table.card.stalled = True
    reviewing.press(Key.Key_M)
    assert listening.is_playing
    reviewing.press(Key.Key_Return)
    reviewing.wait(lambda: not listening.is_playing)
    assert reviewing.window.review.view.is_editing


def test_a_screen_reader_hears_what_the_player_does(reviewing: Stage) -> None:
    player = reviewing.window.review.player
    along = QAccessible.queryAccessibleInterface(player.along)
    assert along.role() is QAccessible.Role.Button
    assert along.text(QAccessible.Text.Name) == "Meeluisteren, 1,25 keer zo snel"
    assert "M" in along.text(QAccessible.Text.Description)
    group = QAccessible.queryAccessibleInterface(player)
    assert group.text(QAccessible.Text.Name) == "Afspelen van het geluid"
    reviewing.table.card.stalled = True
    reviewing.press(Key.Key_M)
    assert along.text(QAccessible.Text.Name) == "Stoppen"


def test_the_practice_chooses_only_the_checks(stage: Stage) -> None:
    from naklank.ui.settings.checking_page import CheckingPage

    page = CheckingPage()
    settings = stage.table.desk.settings
    page.show_settings(settings, frozenset())
    assert page.changed(settings) == settings
    page.ways[type(settings.checking.way).CHECKS].click()
    page.speed.setCurrentIndex(0)
    stage.hear()
    QTest.keyClick(page.pedal.fields[2], Key.Key_F9)
    QTest.keyClick(page.pedal.fields[0], Key.Key_F9)
    assert page.pedal.pedal == ("F9", "Media Previous", "")  # a key is for one thing
    lines = (field.findChildren(QLineEdit)[0] for field in page.pedal.fields)
    assert {line.placeholderText() for line in lines} == {"Druk op de toets"}  # not Qt's own word
    QTest.keyClick(page.pedal.fields[2], Key.Key_F9)
    QTest.keyClick(page.pedal.fields[0], Key.Key_K)  # which the page needs itself
    chosen = replace(settings.checking, speed=0.75, way=type(settings.checking.way).CHECKS)
    assert page.changed(settings).checking == replace(chosen, pedal=("", "Media Previous", "F9"))


def test_what_the_policy_locks_is_grey(stage: Stage) -> None:
    from naklank.ui.settings.checking_page import CheckingPage

    page = CheckingPage()
    names = ("checking.way", "checking.speed", "checking.pedal")
    page.show_settings(stage.table.desk.settings, frozenset(names))
    assert not page.speed.isEnabled()
    assert not page.pedal.fields[0].isEnabled()
    assert not any(card.isEnabled() for card in page.ways.values())
