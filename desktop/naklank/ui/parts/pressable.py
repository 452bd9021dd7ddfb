"""What can be pressed: by mouse, by Space, and by Enter unless it destroys something."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from naklank.ui.theme import TARGET

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_RETURNS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The window was left for a moment: its focus is what it was."""


class Pressable(QPushButton):
    """The base of all buttons here; what it looks like is up to its heirs.

    A click does not take the focus: a key pressed next belongs to the page, not to the button.
    Neither does a focus that Qt gave by itself on a new page; only one that came by Tab counts (or
    by `setFocus(Qt.FocusReason.TabFocusReason)`).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(TARGET, TARGET)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._is_reached = False

    @property
    def is_reached(self) -> bool:
        """Whether somebody came here by key: the ring shows, Space and Enter press."""
        return self.hasFocus() and self._is_reached

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _RETURNS:
            self._is_reached = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _RETURNS:
            self._is_reached = False
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Greyed out for a moment, it keeps the focus: the next press must not meet another."""
        return not self.isEnabled() or super().focusNextPrevChild(forward)

    @property
    def obeys_enter(self) -> bool:
        """Whether Enter presses it as Space does; an heir that destroys something says no."""
        return True

    def event(self, event: QEvent) -> bool:
        """Where the focus is, Space and Enter belong to the button, not to a page's shortcut."""
        if self.is_reached and event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)  # noqa: S101 - tells mypy what Qt promises
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in (Qt.Key.Key_Space, *_ENTER):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self.is_reached:
            event.ignore()
        elif event.key() in _ENTER:
            if self.obeys_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.click()
        else:
            super().keyPressEvent(event)
