"""What is to be read aloud, and the buttons to record and hear it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.level_meter import LevelMeter
from naklank.ui.parts.page import Card
from naklank.ui.parts.way_parts import Status, heading
from naklank.ui.theme import scaled
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Readout:
    """How it stands with what is read."""

    microphone: Microphone = Microphone.CLOSED
    """As far as it is open for this."""
    is_there: bool = False
    """Whether something was recorded before."""
    is_played: bool = False
    may_record: bool = False
    may_play: bool = False
    status: str = ""
    """What is told of it, or nothing yet."""


class ReadingRow(Card):
    """Nothing in it moves: while it is recorded, the level stands where the state stood."""

    def __init__(self, name: str, hint: str, nothing_yet: str, states: Sequence[str]) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.hint = QLabel(hint)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.status = Status(nothing_yet, _opening_text(), *states)
        self.meter = LevelMeter()
        self.record = KeyButton()
        self.record.reserve(tr("Record"), tr("Record again"), tr("Ready"))
        self.play = KeyButton()
        self.play.reserve(tr("Listen"), tr("Stop"))
        self._beside = QStackedWidget()
        self._lay_out(name)

    def show_readout(self, now: Readout) -> None:
        """As it is now."""
        is_at_microphone = now.microphone is not Microphone.CLOSED
        if is_at_microphone:
            self.record.setText(tr("Ready"))
        else:
            self.record.setText(tr("Record again") if now.is_there else tr("Record"))
        is_open = now.microphone in (Microphone.OPENING, Microphone.OPEN)
        self.record.setEnabled(is_open if is_at_microphone else now.may_record)
        self.play.setText(tr("Stop") if now.is_played else tr("Listen"))
        self.play.setEnabled(now.may_play)
        is_opening = now.microphone is Microphone.OPENING
        self.status.tell(_opening_text() if is_opening else now.status)
        is_heard = is_at_microphone and not is_opening
        if not is_heard:
            self.meter.clear()
        self._beside.setCurrentWidget(self.meter if is_heard else self.status)

    def _lay_out(self, name: str) -> None:
        for button in (self.record, self.play):
            button.is_compact = True
            button.setAccessibleDescription(name)
        self._beside.addWidget(self.status)
        self._beside.addWidget(self.meter)
        self.meter.setMinimumWidth(scaled(150))  # both buttons stand beside it
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.record)
        below.addWidget(self.play)
        below.addWidget(self._beside, 1)
        self.column.setContentsMargins(18, 10, 18, 14)
        self.column.setSpacing(8)
        self.column.addWidget(heading(name, self.hint))
        self.column.addWidget(self.text)
        self.column.addLayout(below)


def _opening_text() -> str:
    return tr("The microphone opens…")
