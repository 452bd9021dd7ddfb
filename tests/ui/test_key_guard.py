from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.key_guard import KeyGuard
from support.keys import CTRL, click, hold_down, press

Show = Callable[[QWidget], QWidget]


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guard(themed: QApplication, clock: Clock) -> Iterator[KeyGuard]:
    guard = KeyGuard(themed, clock=clock)
    yield guard
    themed.removeEventFilter(guard)
    QObject.deleteLater(guard)


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.right = KeyButton("Klopt", "K")
        self.main = KeyButton("Klaar", "Ctrl+Return")
        self.right.clicked.connect(lambda: self.pressed.append("right"))
        self.main.clicked.connect(lambda: self.pressed.append("main"))
        self.line, self.lines, self.read_only = QLineEdit(), QPlainTextEdit(), QTextEdit("tekst")
        self.read_only.setReadOnly(True)
        self.list = QListWidget()
        self.list.addItems(["een", "twee", "drie"])
        column = QVBoxLayout(self)
        for widget in (
            self.right, self.main, self.line, self.lines, self.read_only, self.list,
        ):  # fmt: skip
            column.addWidget(widget)


@pytest.fixture
def page(shown: Show, guard: KeyGuard) -> Page:  # noqa: ARG001 - the guard watches
    page = Page()
    shown(page)
    page.list.setFocus()
    return page


def test_a_held_key_sets_off_no_shortcut(page: Page) -> None:
    for _ in range(5):
        hold_down(page, Qt.Key.Key_K)
        hold_down(page, Qt.Key.Key_Return, CTRL)
    assert page.pressed == []
    press(page, Qt.Key.Key_K)
    assert page.pressed == ["right"]


def _send(widget: QWidget, kind: QEvent.Type, moment: int) -> QKeyEvent:
    event = QKeyEvent(kind, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k")
    event.setTimestamp(moment)
    QApplication.sendEvent(widget, event)
    return event


def test_a_held_key_that_looks_like_many_presses_is_known_by_its_moments(page: Page) -> None:
    # What X11 sends, when Qt misses that let go and pressed belong together.
    _send(page.list, QEvent.Type.KeyRelease, 5000)
    held = _send(page.list, QEvent.Type.ShortcutOverride, 5001)
    again = _send(page.list, QEvent.Type.ShortcutOverride, 5100)
    assert held.isAccepted()
    assert not again.isAccepted()


def test_presses_that_follow_fast_on_each_other_all_act(page: Page) -> None:
    page.list.setCurrentRow(0)
    for moment in (5000, 5014):  # as a program sends them that plays a keyboard
        for kind, at in ((QEvent.Type.KeyPress, moment), (QEvent.Type.KeyRelease, moment + 7)):
            event = QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            event.setTimestamp(at)
            QApplication.sendEvent(page.list, event)
    assert page.list.currentRow() == 2


def test_a_held_arrow_does_not_run_through_a_list(page: Page) -> None:
    page.list.setCurrentRow(0)
    hold_down(page, Qt.Key.Key_Down)
    assert page.list.currentRow() == 0
    press(page, Qt.Key.Key_Down)
    assert page.list.currentRow() == 1


def test_held_keys_write_in_boxes(page: Page) -> None:
    page.line.setFocus()
    hold_down(page, Qt.Key.Key_A)
    hold_down(page, Qt.Key.Key_A)
    assert page.line.text().lower() == "aa"
    hold_down(page, Qt.Key.Key_Backspace)
    assert page.line.text().lower() == "a"
    page.lines.setFocus()
    hold_down(page, Qt.Key.Key_Return)
    assert page.lines.toPlainText() == "\n"


def test_but_never_ctrl_enter_nor_enter_that_accepts(page: Page) -> None:
    accepted: list[bool] = []
    page.line.returnPressed.connect(lambda: accepted.append(True))
    for box in (page.line, page.lines):
        box.setFocus()
        hold_down(page, Qt.Key.Key_Return, CTRL)
        hold_down(page, Qt.Key.Key_Enter, CTRL)
        hold_down(page, Qt.Key.Key_Tab)
    page.line.setFocus()
    hold_down(page, Qt.Key.Key_Return)
    assert accepted == []
    assert page.pressed == []
    assert page.line.hasFocus()
    press(page, Qt.Key.Key_Return)
    assert accepted == [True]


def test_a_text_that_is_only_read_is_no_box(page: Page) -> None:
    page.read_only.setPlainText("tekst\n" * 100)
    page.read_only.setFocus()
    hold_down(page, Qt.Key.Key_PageDown)
    assert page.read_only.verticalScrollBar().value() == 0
    press(page, Qt.Key.Key_PageDown)
    assert page.read_only.verticalScrollBar().value() > 0


def test_a_new_page_hears_nothing_for_half_a_second(
    page: Page, guard: KeyGuard, clock: Clock
) -> None:
    guard.hold()
    clock.now += 0.49
    assert guard.is_deaf
    press(page, Qt.Key.Key_K)
    press(page, Qt.Key.Key_Return, CTRL)
    click(page.right)
    QTest.mouseDClick(page.main, Qt.MouseButton.LeftButton)
    page.line.setFocus()
    press(page, Qt.Key.Key_X)
    assert page.pressed == []
    assert page.line.text() == ""
    clock.now += 0.01
    press(page, Qt.Key.Key_X)
    click(page.right)
    assert page.pressed == ["right"]
    assert page.line.text() == "x"


def test_where_somebody_types_keys_go_on_and_clicks_alone_are_not_heard(
    page: Page, guard: KeyGuard, clock: Clock
) -> None:
    page.line.setFocus()
    guard.hold(keys=False)
    press(page, Qt.Key.Key_X)
    click(page.right)
    assert page.line.text() == "x"
    assert page.pressed == []
    clock.now += 0.5
    click(page.right)
    assert page.pressed == ["right"]


def test_what_hears_no_keys_yet_hears_none_the_sooner_as_somebody_types(
    page: Page, guard: KeyGuard, clock: Clock
) -> None:
    page.line.setFocus()
    guard.hold()
    clock.now += 0.3
    guard.hold(keys=False)
    press(page, Qt.Key.Key_X)
    assert page.line.text() == ""
    clock.now += 0.3
    press(page, Qt.Key.Key_X)
    assert page.line.text() == "x"


def test_a_press_from_before_does_not_end_as_a_click(
    page: Page, guard: KeyGuard, clock: Clock
) -> None:
    guard.hold()
    QTest.mousePress(page.main, Qt.MouseButton.LeftButton)
    clock.now += 1
    QTest.mouseRelease(page.main, Qt.MouseButton.LeftButton)
    assert page.pressed == []


def test_a_dialog_does_not_hear_either(
    page: Page, guard: KeyGuard, clock: Clock, shown: Show
) -> None:
    dialog = QDialog(page)
    pressed: list[bool] = []
    button = QPushButton("Ja", dialog)
    button.clicked.connect(lambda: pressed.append(True))
    shown(dialog)
    button.setFocus()
    guard.hold()
    press(dialog, Qt.Key.Key_Return)
    press(dialog, Qt.Key.Key_Space)
    click(button)
    assert pressed == []
    clock.now += 0.5
    click(button)
    assert pressed == [True]


def test_the_period_can_be_chosen(themed: QApplication, clock: Clock) -> None:
    guard = KeyGuard(themed, period=2.0, clock=clock)
    guard.hold()
    deaf = []
    for _ in range(3):
        deaf.append(guard.is_deaf)
        clock.now += 1.0
    assert deaf == [True, True, False]
    themed.removeEventFilter(guard)
