"""What goes home on a memory stick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from naklank.core.session import Way
from naklank.translation import tr
from naklank.ui.model_words import left_text
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import Status, WayCard, heading

if TYPE_CHECKING:
    from naklank.core.session import Session
    from naklank.core.sticks import Stick
    from naklank.ui.parts.message_bar import Saying
    from naklank.workflow.desk import Desk

_LONG: Final = 95.0
"""Seconds that are told in many letters."""


class StickCard(WayCard):
    """One line; with several sticks each has a line of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.status = Status(_both(), _busy(_LONG), _ready(), _kept())
        self.copy = KeyButton("", "S")
        self.copy.reserve(tr("Copy"))
        self.copy.setText(tr("Copy"))
        self.copy.is_compact = True
        policy = self.copy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a stick that comes moves nothing
        self.copy.setSizePolicy(policy)
        self.column.addWidget(heading(tr("Memory stick"), self.status, self.copy))
        self._more = QVBoxLayout()
        self._more.setSpacing(8)
        self.column.addLayout(self._more)
        self._rows: list[tuple[KeyButton, QWidget]] = []
        self.copy.clicked.connect(lambda: self._on_copy(self._sticks[0]))
        desk.sticks.sticks_changed.connect(self._on_sticks)
        desk.sticks.progressed.connect(self.draw)
        desk.sticks.written.connect(self._on_written)
        desk.handing_over.failed.connect(self._on_failed)
        self._done: Saying | None = None
        self._problem: Saying | None = None

    def enter(self) -> None:
        """Sticks are looked for from now on."""
        if not self.desk.settings.ways.stick:
            return
        self.clear()
        self.desk.sticks.watch()
        self._on_sticks()

    def clear(self) -> None:
        """Nothing was copied yet."""
        self._done = self._problem = None
        self.draw()

    def take_over(self, old: Self) -> None:
        self._on_sticks()
        self._done, self._problem = old._done, old._problem
        self.draw()

    def draw(self) -> None:
        self.setVisible(self.desk.settings.ways.stick)
        self.status.purpose = _hint(self.desk.session)
        is_busy = self.desk.handing_over.is_busy(Way.STICK)
        self.copy.setVisible(len(self._sticks) == 1)
        self.copy.setEnabled(not is_busy)
        for button, _ in self._rows:
            button.setEnabled(not is_busy)
        if is_busy:
            self.status.warn(_busy(self.desk.sticks.seconds_left))
        elif self._problem:
            self.status.warn(self._problem())
        elif self._done:
            self.status.tell(self._done())
        elif len(self._sticks) == 1:
            self.status.tell("")
            self.status.setText(self._sticks[0].name)
            self.copy.setAccessibleName(_to(self._sticks[0]))
        else:
            self.status.tell("")

    @property
    def _sticks(self) -> tuple[Stick, ...]:
        return self.desk.sticks.sticks

    def _on_sticks(self) -> None:
        for _, row in self._rows:
            self._more.removeWidget(row)
            row.deleteLater()
        several = self._sticks if len(self._sticks) > 1 else ()
        self._rows = [self._row(stick) for stick in several]
        if self._sticks:
            self._done = self._problem = None  # that was another stick, or this one is back
        self.draw()

    def _row(self, stick: Stick) -> tuple[KeyButton, QWidget]:
        button = KeyButton(tr("Copy"))
        button.is_compact = True
        button.setAccessibleName(_to(stick))
        button.clicked.connect(partial(self._on_copy, stick))
        name = QLabel(stick.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        row = heading("", name, button)
        self._more.addWidget(row)
        return button, row

    def _on_copy(self, stick: Stick, *_: object) -> None:
        self._done = self._problem = None
        self.desk.sticks.copy(stick)
        self.draw()

    def _on_failed(self, _error: object) -> None:
        self.draw()

    def _on_written(self, _stick: Stick, is_out: bool) -> None:  # noqa: FBT001 - a signal's
        if is_out:
            self._done = _ready
        else:
            self._problem = _kept
        self.draw()


def _kept() -> str:
    """The system has not let go of it."""
    return tr("All is on it and was checked. Use “safely remove” before you pull it out.")


def _to(stick: Stick) -> str:
    return tr("Copy to the stick {stick}").format(stick=stick.name)


def _hint(session: Session) -> str:
    if not session.sound_goes_home:
        return tr("Plug in a stick to give the sheet along.")
    if not session.agreement.take_home.has_text:
        return tr("Plug in a stick to give the sound along.")
    return _both()


def _both() -> str:
    return tr("Plug in a stick to give sound and sheet along.")


def _busy(seconds_left: float | None) -> str:
    left = "" if seconds_left is None else f" {left_text(seconds_left)}"
    return tr("Copying and checking… Leave the stick in.") + left


def _ready() -> str:
    return tr("The stick is ready. You can take it out.")
