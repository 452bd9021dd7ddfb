"""Covers what stands on the screen when nobody has touched the computer for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from naklank.core.session import State
from naklank.translation import tr
from naklank.ui.theme import font

if TYPE_CHECKING:
    from naklank.ui.parts.key_guard import KeyGuard
    from naklank.workflow.desk import Desk

_MINUTE: Final = 60_000
"""Milliseconds."""

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.ContextMenu,
        QEvent.Type.Drop,
    }
)

_OPENS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
)
"""Somebody is there again; a mouse that is bumped is nobody."""


class Cover(QObject):
    """Watches the whole app; never covers a recording that runs, whose sign must be seen.

    It keeps looks away, and no thief: who sits down at the computer can uncover it. That is for
    the lock of the system.
    """

    changed = Signal()
    """Covered, or uncovered."""

    def __init__(
        self, desk: Desk, guard: KeyGuard, app: QApplication, minute: int = _MINUTE
    ) -> None:
        """`minute` is how many milliseconds one lasts."""
        super().__init__(app)
        self._desk = desk
        self._guard = guard
        self._minute = minute
        self._sheets: list[_Sheet] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_still)
        desk.settings_changed.connect(self._wait)
        app.installEventFilter(self)
        self._wait()

    @property
    def is_up(self) -> bool:
        """Whether the windows are covered now."""
        return bool(self._sheets)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _INPUT:
            return False
        if not self.is_up:
            self._wait()
            return False
        if kind in _OPENS and not self._guard.is_deaf:
            self._take_away()
        event.accept()  # an accepted ShortcutOverride sets off no shortcut
        return True

    def _wait(self) -> None:
        self._timer.start(self._desk.settings.keeping.cover_minutes * self._minute)

    def _on_still(self) -> None:
        if self._desk.controller.state is State.RECORDING:
            self._wait()
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        self._sheets = [_Sheet(window) for window in windows]
        self._guard.hold()
        self.changed.emit()

    def _take_away(self) -> None:
        """The press that does it means nothing else, nor does the next half second."""
        for sheet in self._sheets:
            sheet.close_for_good()
        self._sheets = []
        self._guard.hold()
        self._wait()
        self.changed.emit()


class _Sheet(QWidget):
    """Lies over one window, as large as that."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        text = QLabel(tr("Covered, because nobody was here for a while."))
        text.setFont(font(22, bold=True))
        hint = QLabel(tr("All is kept. Press a key or the mouse to go on."))
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (text, hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.setAccessibleName(f"{text.text()} {hint.text()}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._focused = window.focusWidget()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def close_for_good(self) -> None:
        """Give the focus back to what had it."""
        self.hide()
        if self._focused is not None:
            self._focused.setFocus()
        self.deleteLater()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(window, QWidget):
            self.setGeometry(window.rect())
        return False
