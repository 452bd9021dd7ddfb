"""One key shows all keys of the page, and only those."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from naklank.core.session import State
from naklank.ui.beside.keys_window import KeysWindow, keys_of
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.key_names import key_name
from support import keys
from support.stage import WAYS, Stage, everything_said

Key = Qt.Key


def _open(stage: Stage) -> KeysWindow:
    stage.press(Key.Key_F3)
    window = stage.window.findChild(KeysWindow)
    assert window is not None
    assert window.isVisible()
    return window


@pytest.mark.parametrize("name", WAYS)
def test_every_key_of_the_page_is_told(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    buttons = [one for one in stage.page.findChildren(KeyButton) if one.isVisible() and one.key]
    said = everything_said(_open(stage))
    for button in buttons:
        assert f"{key_name(button.key)}: {button.text()}" in said
    assert "F1: Hulp" in said


def test_what_the_text_hears_is_told_too(stage: Stage) -> None:
    WAYS["reviewing"](stage)
    said = everything_said(_open(stage))
    assert "Ctrl Z: Een verandering ongedaan maken" in said
    assert stage.window.review.view.accessibleDescription() in said


def test_keys_of_other_pages_are_not_told(stage: Stage) -> None:
    WAYS["agreeing"](stage)
    assert "K" not in keys_of(stage.window)
    assert "Ctrl Z" not in keys_of(stage.window)


def test_a_recording_goes_on_and_is_stopped_beside_it(stage: Stage) -> None:
    WAYS["recording"](stage)
    window = _open(stage)
    assert "Pauze" in everything_said(window)
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)
    stage.settle()
    assert "Verder" in everything_said(window)


def test_it_opens_once_and_closes_by_a_key(stage: Stage) -> None:
    window = _open(stage)
    assert _open(stage) is window
    stage.wait(window.isActiveWindow)
    stage.hear()
    keys.press(window, Key.Key_Escape)
    stage.wait(lambda: stage.window.findChild(KeysWindow) is None)
