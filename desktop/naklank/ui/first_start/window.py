"""The first start: what a practice needs once, in a few steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
)

from naklank.core.errors import NaklankError
from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.first_start.model_step import ModelStep
from naklank.ui.first_start.practice_step import PracticeStep
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import scrolling, two_lines
from naklank.ui.settings.contacts_page import ContactsPage
from naklank.ui.settings.microphone_page import MicrophonePage
from naklank.ui.settings.ways_page import WaysPage
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from naklank.ui.parts.key_guard import KeyGuard
    from naklank.ui.settings.page import SettingsPage
    from naklank.workflow.desk import Desk


_BETWEEN: Final = 8
"""Pixels: all of a step shall be seen at once."""


class FirstStartWindow(QDialog):
    """Pages of the settings one behind the other; each is saved when it is left.

    Nothing must be filled in, and who leaves is not asked again.
    """

    def __init__(self, desk: Desk, guard: KeyGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("First start"))
        self.resize(within_screens(860, 690))
        self._desk = desk
        self._guard = guard
        self.practice = PracticeStep()
        self.contacts = ContactsPage()
        self.microphone = MicrophonePage(desk)
        self.ways = WaysPage()
        self.model = ModelStep(desk)
        self.steps: tuple[SettingsPage, ...] = (
            self.practice,
            self.contacts,
            self.microphone,
            self.ways,
            self.model,
        )
        self.later = KeyButton(tr("All this later"))
        self.back = KeyButton(tr("Back"))
        self.go_on = KeyButton("", "Ctrl+Return", Kind.MAIN)
        self.go_on.reserve(tr("Next"), tr("Ready"))
        self._firsts: tuple[QWidget, ...] = (
            self.practice.name,
            self.contacts.numbers["day"],
            self.microphone.trial.record,
            self.ways.printer,
            self.go_on,
        )
        """Where somebody begins at each step."""
        self.title = QLabel()
        self.title.setObjectName("title")
        self.count = QLabel()
        self.count.setObjectName("hint")
        self.problem = QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        for step in self.steps:
            step.show_settings(desk.settings, desk.loaded.locked)
        desk.microphones.look()
        desk.handing_over.list_printers()
        self.show_step(0)

    @property
    def at(self) -> int:
        """Which step is shown."""
        return self._stack.currentIndex()

    def show_step(self, at: int) -> None:
        """Show it, with the focus on its first field."""
        step = self.steps[at]
        self._stack.setCurrentIndex(at)
        self.title.setText(step.title())
        count = tr("{number} of {count}. What you leave open can be set later, in the settings.")
        self.count.setText(count.format(number=at + 1, count=len(self.steps)))
        self.back.setEnabled(at > 0)
        self.go_on.setText(tr("Ready") if at == len(self.steps) - 1 else tr("Next"))
        self.problem.clear()
        first = self._firsts[at]
        where = first if first.isEnabled() else self.go_on
        where.setFocus(Qt.FocusReason.TabFocusReason)
        self._guard.hold()

    def done(self, result: int) -> None:
        """However it ends, what was filled in holds."""
        self._keep()
        super().done(result)

    def _lay_out(self) -> None:
        for step in self.steps:
            step.form.setContentsMargins(0, 8, GAP, 0)
            step.form.setVerticalSpacing(_BETWEEN)
            self._stack.addWidget(scrolling(step))
        above = QVBoxLayout()
        above.setSpacing(2)
        above.addWidget(self.title)
        above.addWidget(self.count)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.later)
        below.addWidget(two_lines(self.problem), 1)
        below.addWidget(self.back)
        below.addWidget(self.go_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(above)
        whole.addWidget(self._stack, 1)
        whole.addLayout(below)
        self.practice.set_tab_order()

    def _connect(self) -> None:
        self.later.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._leave_for(self.at - 1))
        self.go_on.clicked.connect(self._on_go_on)
        self.practice.on_screen.activated.connect(self._keep)  # and the screen speaks it at once
        for field in self.findChildren(QLineEdit):
            field.returnPressed.connect(self._on_return)
        self._desk.handing_over.printers_listed.connect(self.ways.show_printers)

    def _on_return(self) -> None:
        """To the next field of the step, behind the last one to the main button."""
        step = self.steps[self.at]
        # Of the field and not of the window: so its page scrolls to where one is.
        while self.focusWidget().focusNextChild() and step.isAncestorOf(self.focusWidget()):
            if isinstance(self.focusWidget(), (QLineEdit, QPlainTextEdit)):
                return
        self.go_on.setFocus()

    def _on_go_on(self) -> None:
        if self.at < len(self.steps) - 1:
            self._leave_for(self.at + 1)
        elif self._keep():
            self.accept()

    def _leave_for(self, at: int) -> None:
        if self._keep():
            self.show_step(at)

    def _keep(self) -> bool:
        """Save what is filled in; False where it could not be."""
        settings = self._desk.settings
        for step in self.steps:
            settings = step.changed(settings)
        if settings == self._desk.settings and not self._desk.loaded.is_new:
            return True
        try:
            self._desk.save_settings(settings)
        except NaklankError as error:
            self.problem.setText(sentence(error))
            return False
        return True
