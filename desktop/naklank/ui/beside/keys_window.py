"""The keys of the page at hand, on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.key_names import key_name
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.review.summary_view import SummaryView
from naklank.ui.theme import scaled
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk

_HIGHEST = 640
_AROUND = 230
"""Pixels: of the window, and of all in it but the keys."""


def keys_of(window: QWidget) -> dict[str, str]:
    """What each key does now in a window, by the key's name; those on the buttons come first."""
    shown = [one for one in window.findChildren(QWidget) if one.isVisible()]
    ours = [one for one in shown if one.window() is window]
    buttons = [one for one in ours if isinstance(one, KeyButton) and one.key]
    found = {key_name(one.key): one.text() for one in buttons}
    for shortcut in window.findChildren(QShortcut):
        if shortcut.whatsThis() and shortcut.parent() in ours:
            found[key_name(shortcut.key().toString())] = shortcut.whatsThis()
    return found


class KeysWindow(QDialog):
    """Stands beside the main window, which goes on hearing, and shows what its page hears."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._main = parent
        self._keys: dict[str, str] = {}
        self.setWindowTitle(tr("Keys of this page"))
        title = QLabel(tr("Keys of this page"))
        title.setObjectName("title")
        self._rows = QWidget()
        self._form = QFormLayout(self._rows)
        self._form.setContentsMargins(0, 0, GAP, 0)
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(10)
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self.close_it.clicked.connect(self.close)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(scrolling(self._rows), 1)
        column.addWidget(self._hint)
        column.addLayout(below)
        desk.controller.changed.connect(self._fill)
        self._fill()
        high = min(_HIGHEST, self._rows.sizeHint().height() + scaled(_AROUND))
        self.resize(within_screens(scaled(560), high))
        self.close_it.setFocus()

    def _fill(self) -> None:
        keys = {**keys_of(self._main), "Tab": tr("To the next button or field")}
        if keys == self._keys:
            return
        self._keys = keys
        while self._form.rowCount():
            self._form.removeRow(0)
        for key, words in keys.items():
            cap = QLabel(key)
            cap.setObjectName("cap")
            does = QLabel(words)
            does.setAccessibleName(f"{key}: {words}")
            self._form.addRow(cap, does)
        texts = [one for one in self._main.findChildren(SummaryView) if one.isVisible()]
        self._hint.setText("\n".join(one.accessibleDescription() for one in texts))
