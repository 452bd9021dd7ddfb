"""Keys are part of safety: a held key never acts, and a new page does not hear at first."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

DEAF_SECONDS: Final = 0.5
TOO_SOON: Final = 5
"""Milliseconds within which X11 alone lets a key go and presses it again: it gives both the same
moment. A program that plays a keyboard leaves more, as xdotool does with 7."""

_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_PRESSES: Final = (
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)
_ACTING: Final = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)
"""Keys that act also inside an editor; a held Enter may still begin lines in a larger one."""


class KeyGuard(QObject):
    """Takes from the whole app what nobody meant: repeated keys, and presses on a new page.

    `period` is in seconds, by `clock`.
    """

    def __init__(
        self,
        app: QApplication,
        period: float = DEAF_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(app)
        self._period = period
        self._clock = clock
        self._deaf_until = float("-inf")
        self._keyless_until = float("-inf")
        self._released = (0, 0)
        """The key that was let go last, and when, in milliseconds."""
        app.installEventFilter(self)

    def hold(self, *, keys: bool = True) -> None:
        """Hear no press for a moment: what is pressed now was meant for what stood here before.

        Without `keys` what is typed goes on, into a text that hears no shortcut.
        """
        self._deaf_until = self._clock() + self._period
        if keys:
            self._keyless_until = self._deaf_until

    @property
    def is_deaf(self) -> bool:
        """Whether presses are still thrown away since `hold`."""
        return self._clock() < self._deaf_until

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        until = self._keyless_until if kind in _KEYS else self._deaf_until
        if kind in _PRESSES and self._clock() < until:
            event.accept()  # an accepted ShortcutOverride sets off no shortcut
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent) and self._is_repeated(event):
            if _is_typing(event):
                return False
            event.accept()
            return True
        return False

    def _is_repeated(self, event: QKeyEvent) -> bool:
        """Whether a held key sends this; on X11 Qt sees that only most of the time.

        X11 tells of a held key as let go and pressed again, both at the same moment.
        """
        now = event.timestamp()
        if event.isAutoRepeat():
            return True
        if event.type() is QEvent.Type.KeyRelease:
            self._released = (event.key(), now)
            return False
        key, at = self._released
        return bool(now) and key == event.key() and 0 <= now - at < TOO_SOON


def _is_typing(event: QKeyEvent) -> bool:
    """Whether a held key only writes or moves in a text: a row of dashes, a way back."""
    editor = QApplication.focusWidget()
    if not isinstance(editor, QLineEdit | QTextEdit | QPlainTextEdit) or editor.isReadOnly():
        return False
    if event.key() not in _ACTING:
        return True
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    breaks_line = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return breaks_line and not plain and not isinstance(editor, QLineEdit)
