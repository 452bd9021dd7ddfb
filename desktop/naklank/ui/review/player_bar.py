"""The player of the review: along, back, from here, slower and faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from naklank.core.settings import SPEEDS
from naklank.sentences.words import speed_number
from naklank.translation import tr
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.key_button import KeyButton, Kind

if TYPE_CHECKING:
    from naklank.core.settings import Pedal

_PLAY = "Media Play"
_ALSO_PLAY = ("Toggle Media Play/Pause", "Media Pause")
"""One key on the keyboard, which systems call by three names."""


class PlayerBar(QWidget):
    """Its buttons, each with its key; `along` may be placed elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Player"))
        self.along = KeyButton("", "M")
        self.back = KeyButton(tr("Back"), "T", Kind.QUIET)
        self.here = KeyButton(tr("From here"), "H", Kind.QUIET)
        self.slower = KeyButton(tr("Slower"), "-", Kind.QUIET)
        self.faster = KeyButton(tr("Faster"), "+", Kind.QUIET)
        self.back.setToolTip(tr("Three seconds back"))
        self.here.setToolTip(tr("Listen along from this word on"))
        self.along.reserve(tr("Stop"), *(_along(speed) for speed in SPEEDS))
        self.faster.answer_too("Shift++", "=")  # one key, on most keyboards
        row = FlowLayout(self)
        for button in (self.back, self.here, self.slower, self.faster):
            row.addWidget(button)

    def set_playing(self, speed: float, *, playing: bool) -> None:
        """Show whether something plays, and how fast one listens along."""
        self.along.setText(tr("Stop") if playing else _along(speed))
        said = tr("Listen along, {speed} times as fast").format(speed=speed_number(speed))
        self.along.setAccessibleName(tr("Stop") if playing else said)
        self._draw_speeds(speed)

    def set_enabled(self, *, along: bool, text: bool) -> None:
        """Whether there is sound to listen to, and text to find a place in."""
        self.along.setEnabled(along)
        self.back.setEnabled(along)
        self.here.setEnabled(text)
        self.setEnabled(along)

    def set_pedal(self, pedal: Pedal) -> None:
        """Which keys a foot pedal sends for on and stop, and for back."""
        on, back, _right = pedal
        self.along.answer_too(on, *(_ALSO_PLAY if on == _PLAY else ()))
        self.back.answer_too(back)

    def _draw_speeds(self, speed: float) -> None:
        self.slower.setEnabled(speed > SPEEDS[0])
        self.faster.setEnabled(speed < SPEEDS[-1])


def _along(speed: float) -> str:
    return tr("Listen along {speed}x").format(speed=speed_number(speed))
