from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from naklank.ui.parts.confirm import ConfirmBar, Question
from naklank.ui.parts.key_button import KeyButton
from support.keys import CTRL, click, press

Show = Callable[[QWidget], QWidget]


class Window(QMainWindow):
    """A page with a main button, and the question over it."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.box, self.main = QLineEdit(), KeyButton("Klaar", "Ctrl+Return")
        self.space = KeyButton("Volgend kopje", "Space")
        for widget in (self.box, self.main, self.space):
            column.addWidget(widget)
        self.setCentralWidget(inside)
        self.confirm = ConfirmBar(self)
        self.done: list[str] = []
        self.main.clicked.connect(lambda: self.done.append("main"))
        self.space.clicked.connect(lambda: self.done.append("space"))
        self.confirm.declined.connect(lambda: self.done.append("kept"))
        self.question = Question(
            "Deze opname wissen?", "Niet wissen", "Wissen", lambda: self.done.append("deleted")
        )


@pytest.fixture
def window(shown: Show) -> Window:
    window = Window()
    window.resize(1024, 700)
    shown(window)
    window.box.setFocus()
    window.confirm.ask(window.question)
    return window


def test_it_lies_over_the_whole_window_and_moves_nothing(window: Window) -> None:
    assert window.confirm.geometry() == window.rect()
    window.resize(1200, 800)
    assert window.confirm.geometry() == window.rect()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_keys_that_come_first_keep(window: Window, key: Qt.Key) -> None:
    assert window.confirm.keep.hasFocus()
    press(window, key)
    assert window.done == ["kept"]
    assert window.confirm.isHidden()
    assert window.box.hasFocus()


def test_enter_never_deletes(window: Window) -> None:
    press(window, Qt.Key.Key_Tab)
    assert window.confirm.delete.hasFocus()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Enter)
    press(window, Qt.Key.Key_Return, CTRL)
    assert window.done == []
    assert window.confirm.isVisible()


def test_a_click_deletes_and_so_does_space_where_tab_led(window: Window) -> None:
    confirmed: list[bool] = []
    window.confirm.confirmed.connect(lambda: confirmed.append(True))
    click(window.confirm.delete)
    window.confirm.ask(window.question)
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    assert window.done == ["deleted", "deleted"]
    assert confirmed == [True, True]


def test_no_key_and_no_click_reaches_the_page_below(window: Window) -> None:
    press(window, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(window.confirm, Qt.Key.Key_Space)
    handle = window.windowHandle()
    for widget in (window.main, window.box):
        where = widget.mapTo(window, QPoint(5, 5))
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=where)
    assert window.done == []
    assert window.confirm.isVisible()
    assert not window.box.hasFocus()


def test_tab_stays_inside(window: Window) -> None:
    for _ in range(5):
        press(window, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() in (window.confirm.keep, window.confirm.delete)


def test_it_can_be_taken_away_unanswered(window: Window) -> None:
    window.confirm.dismiss()
    window.confirm.dismiss()
    assert window.done == []
    assert window.confirm.isHidden()
