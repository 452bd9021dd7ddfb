from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.key_names import key_name
from support.keys import CTRL, click, hold_down, press

Show = Callable[[QWidget], QWidget]
BY_TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def window(shown: Show) -> QWidget:
    window = QWidget()
    QHBoxLayout(window)
    shown(window)
    return window


def _add(window: QWidget, *arguments: object) -> tuple[KeyButton, list[bool]]:
    button = KeyButton(*arguments)  # type: ignore[arg-type]
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    layout = window.layout()
    assert layout is not None
    layout.addWidget(button)
    button.show()
    return button, clicks


@pytest.mark.parametrize(
    ("key", "pressed", "modifier"),
    [
        ("K", Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier),
        ("Space", Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        ("Ctrl+Return", Qt.Key.Key_Return, CTRL),
        ("Ctrl+Return", Qt.Key.Key_Enter, CTRL),
        ("Ctrl+Del", Qt.Key.Key_Delete, CTRL),
    ],
)
def test_its_key_presses_it(
    window: QWidget, key: str, pressed: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    _, clicks = _add(window, "Klopt", key)
    press(window, pressed, modifier)
    assert clicks == [True]


def test_a_held_key_does_not(window: QWidget) -> None:
    _, clicks = _add(window, "Klopt", "K")
    hold_down(window, Qt.Key.Key_K)
    assert clicks == []


def test_neither_does_the_key_of_a_disabled_or_hidden_button(window: QWidget) -> None:
    button, clicks = _add(window, "Klopt", "K")
    button.setEnabled(False)
    press(window, Qt.Key.Key_K)
    button.setEnabled(True)
    button.hide()
    press(window, Qt.Key.Key_K)
    assert clicks == []
    button.show()
    press(window, Qt.Key.Key_K)
    assert clicks == [True]


def test_the_key_can_change_and_go(window: QWidget) -> None:
    button, clicks = _add(window, "Klopt", "K")
    button.set_key("L")
    press(window, Qt.Key.Key_K)
    assert clicks == []
    press(window, Qt.Key.Key_L)
    assert clicks == [True]
    button.set_key("")
    press(window, Qt.Key.Key_L)
    assert clicks == [True]


def test_a_letter_typed_in_a_box_presses_nothing(window: QWidget) -> None:
    _, clicks = _add(window, "Klopt", "K")
    box = QLineEdit()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(box)
    box.show()
    box.setFocus()
    press(window, Qt.Key.Key_K)
    assert clicks == []
    assert box.text() == "k"


def test_a_click_presses_and_leaves_the_focus_where_it_was(window: QWidget) -> None:
    box = QLineEdit()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(box)
    box.show()
    box.setFocus()
    button, clicks = _add(window, "Pauze")
    click(button)
    assert clicks == [True]
    assert box.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_where_tab_brought_the_focus_space_and_enter_press(window: QWidget, key: Qt.Key) -> None:
    _, others = _add(window, "Volgend kopje", "Space")
    button, clicks = _add(window, "Pauze", "P")
    button.setFocus(BY_TAB)
    press(window, key)
    assert clicks == [True]
    assert others == []


def test_where_qt_put_the_focus_by_itself_space_belongs_to_the_page(window: QWidget) -> None:
    button, clicks = _add(window, "Pauze", "P")
    _, others = _add(window, "Volgend kopje", "Space")
    button.setFocus()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Return)
    assert clicks == []
    assert others == [True]


def test_enter_never_presses_what_destroys(window: QWidget) -> None:
    button, clicks = _add(window, "Wissen", "", Kind.DANGER)
    button.setFocus(BY_TAB)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        press(window, key)
        press(window, key, CTRL)
    assert clicks == []
    press(window, Qt.Key.Key_Space)
    assert clicks == [True]


def test_a_held_space_does_not_press_the_button_at_the_focus(window: QWidget) -> None:
    button, clicks = _add(window, "Pauze")
    button.setFocus(BY_TAB)
    hold_down(window, Qt.Key.Key_Space)
    hold_down(window, Qt.Key.Key_Return)
    assert clicks == []


def test_a_choice_shows_what_it_is_told_not_what_was_clicked(window: QWidget) -> None:
    button, clicks = _add(window, "Akkoord")
    button.setCheckable(True)
    click(button)
    assert clicks == [True]
    assert not button.isChecked()


def test_being_chosen_or_disabled_or_getting_its_key_moves_nothing(window: QWidget) -> None:
    button, _ = _add(window, "Akkoord")
    button.setCheckable(True)
    button.reserve_key("A")
    before = button.sizeHint()
    button.set_key("A")
    assert button.sizeHint() == before
    button.setChecked(True)
    button.setEnabled(False)
    assert button.sizeHint() == before


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text", ["", "X", "Klaar met inspreken"])
def test_it_is_large_enough_and_shows_its_whole_text(
    window: QWidget, kind: Kind, text: str
) -> None:
    button, _ = _add(window, text, "K", kind)
    assert button.minimumSizeHint().width() >= 44
    assert button.minimumSizeHint().height() >= 44
    plain = button.fontMetrics().horizontalAdvance(text)
    assert button.minimumSizeHint().width() > plain


def test_keys_are_named_in_dutch() -> None:
    assert key_name("Ctrl+Return") == "Ctrl Enter"
    assert key_name("Space") == "Spatie"
    assert key_name("K") == "K"
    assert key_name("+") == "+"


def test_the_key_is_said_too(qtbot: QtBot, window: QWidget) -> None:  # noqa: ARG001
    button, _ = _add(window, "Klaar", "Ctrl+Return")
    assert button.accessibleDescription() == "Toets: Ctrl Enter"
