"""The whole screen while the patient's phone records what the loudspeaker plays."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QWidget

from naklank.core.ports.sound import Played
from naklank.translation import speaking, tr
from naklank.ui.parts.countdown import SECOND, Countdown
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.whole_screen import whole_column, whole_steps, whole_words

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from naklank.workflow.desk import Desk

_STEPS: Final = 1000
"""Of the bar: fine enough that it moves calmly."""


class _Stand(Enum):
    READY = "ready"
    COUNTING = "counting"
    PLAYING = "playing"
    DONE = "done"
    BROKEN_OFF = "broken off"
    SILENT = "silent"


class PhoneWindow(QDialog):
    """Three sentences to read together, 3-2-1, the approved sound; and once more, if asked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, second: int = SECOND) -> None:
        """`second` is how many milliseconds each of 3, 2 and 1 stands there."""
        super().__init__(parent)
        self.setWindowTitle(tr("Play for the phone"))
        self._desk = desk
        self._stand = _Stand.READY
        self.sign = whole_words()
        with speaking(desk.session.language):
            self.steps = whole_steps(_instructions())
        self.bar = QProgressBar()
        self.play = KeyButton("", "T", Kind.MAIN)
        self.close_it = KeyButton(tr("Close"), "Esc")
        self._count = Countdown(second, self)
        self._count.counted.connect(self._draw)
        self._count.over.connect(self._on_counted)
        self._lay_out()
        self.play.clicked.connect(self._on_play)
        self.close_it.clicked.connect(self.close)
        desk.phone.position_changed.connect(self._on_position)
        desk.phone.ended.connect(self._on_ended)
        desk.controller.began.connect(self.close)
        self._draw()
        self.play.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever closes it wants silence."""
        self._count.stop()
        if self._desk.phone.is_playing:
            self._desk.phone.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far it is"))
        self.play.reserve(tr("Start"), tr("Stop"), tr("Once more"))
        column = whole_column(self)
        column.addStretch(1)
        for label in self.steps:
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self.sign)
        column.addWidget(self.bar)
        column.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.close_it)
        below.addStretch(1)
        below.addWidget(self.play)
        column.addLayout(below)

    def _on_play(self) -> None:
        if self._stand in (_Stand.COUNTING, _Stand.PLAYING):
            self._count.stop()
            self._desk.phone.stop()
            self._stand_at(_Stand.BROKEN_OFF)
            return
        self.bar.setValue(0)
        self._count.begin()
        self._stand_at(_Stand.COUNTING)

    def _on_counted(self) -> None:
        self._stand_at(_Stand.PLAYING)
        self._desk.phone.play()

    def _on_position(self, part: float) -> None:
        if self._stand is _Stand.PLAYING:
            self.bar.setValue(round(_STEPS * part))

    def _on_ended(self, played: Played) -> None:
        if self._stand is not _Stand.PLAYING:
            return
        if played is Played.HEARD:
            self.bar.setValue(_STEPS)
            self._stand_at(_Stand.DONE)
        else:
            silent = self._desk.phone.is_output_silent
            self._stand_at(_Stand.SILENT if silent else _Stand.BROKEN_OFF)

    def _stand_at(self, stand: _Stand) -> None:
        self._stand = stand
        self._draw()

    def _draw(self) -> None:
        busy = self._stand in (_Stand.COUNTING, _Stand.PLAYING)
        again = self._stand in (_Stand.DONE, _Stand.BROKEN_OFF, _Stand.SILENT)
        self.play.setText(tr("Stop") if busy else tr("Once more") if again else tr("Start"))
        with speaking(self._desk.session.language):
            self.sign.setText(self._sign_text())
        self.sign.setAccessibleName(self.sign.text())

    def _sign_text(self) -> str:
        return {
            _Stand.READY: "",
            _Stand.COUNTING: str(self._count.left),
            _Stand.PLAYING: tr("Playing. Be quiet, please."),
            _Stand.DONE: tr("✓ Done. Stop the recorder of your phone."),
            _Stand.BROKEN_OFF: tr("Stopped. Not all of it was played."),
            _Stand.SILENT: tr("No sound comes out: turn the loudspeaker on."),
        }[self._stand]


def _instructions() -> tuple[str, ...]:
    return (
        tr("1.  Start the recorder of your phone."),
        tr("2.  Lay the phone beside the loudspeaker."),
        tr("3.  We play the summary."),
    )
