"""Keys and clicks as a keyboard and a mouse send them, also those that are held down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press and let go, where the focus is."""
    QTest.keyClick(_focus(window), key, modifier)


def hold_down(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """One of the presses that a keyboard repeats while a key is held down."""
    text = chr(key) if key < Qt.Key.Key_Escape and modifier is PLAIN else ""
    QTest.simulateEvent(_focus(window), True, key, modifier, text, True)


def click(widget: QWidget) -> None:
    """In the middle, with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _focus(window: QWidget) -> QWidget:
    return QApplication.focusWidget() or window
