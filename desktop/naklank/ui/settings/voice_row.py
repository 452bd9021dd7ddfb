"""One part of a doctor's voice: what to read, and the buttons to record and hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget

from naklank.core.voice import VoicePart
from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.level_meter import LevelMeter
from naklank.ui.parts.page import Card
from naklank.ui.parts.way_parts import Status, heading
from naklank.ui.theme import scaled
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from naklank.workflow.voice_flow import VoiceFlow


class VoiceRow(Card):
    """Nothing in it moves: while it is recorded, the level stands where the state stood."""

    def __init__(self, part: VoicePart) -> None:
        super().__init__()
        self.part = part
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setObjectName("heading" if part.pieces == 1 else "")
        self.hint = QLabel(_hint(part))
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.status = Status(tr("Not recorded yet"), *_states())
        self.meter = LevelMeter()
        self.record = KeyButton()
        self.record.reserve(tr("Record"), tr("Record again"), tr("Ready"))
        self.play = KeyButton()
        self.play.reserve(tr("Listen"), tr("Stop"))
        self._beside = QStackedWidget()
        self._lay_out()

    def draw(self, voices: VoiceFlow, *, is_there: bool, may_record: bool) -> None:
        """As it is now with this part; `may_record` where nothing else is in the way."""
        is_read = voices.reading is not None and voices.reading.part is self.part
        is_at_microphone = is_read and voices.microphone is not Microphone.CLOSED
        is_played = voices.played is not None and voices.played.part is self.part
        if is_at_microphone:
            self.record.setText(tr("Ready"))
        else:
            self.record.setText(tr("Record again") if is_there else tr("Record"))
        is_open = voices.microphone in (Microphone.OPENING, Microphone.OPEN)
        self.record.setEnabled(is_open if is_at_microphone else may_record)
        self.play.setText(tr("Stop") if is_played else tr("Listen"))
        self.play.setEnabled(is_there and voices.reading is None)
        if is_read and not is_at_microphone:
            self.status.tell(_cutting())
        elif is_at_microphone and voices.microphone is Microphone.OPENING:
            self.status.tell(_opening())
        else:
            self.status.tell(_recorded() if is_there else "")
        is_heard = is_at_microphone and voices.microphone is not Microphone.OPENING
        if not is_heard:
            self.meter.clear()
        self._beside.setCurrentWidget(self.meter if is_heard else self.status)

    def _lay_out(self) -> None:
        name = _name(self.part)
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


def _name(part: VoicePart) -> str:
    return {
        VoicePart.OPENING: tr("Opening"),
        VoicePart.OPENING_TO_DATE: tr("Opening"),
        VoicePart.DAYS: tr("The 31 days"),
        VoicePart.MONTHS: tr("The 12 months"),
        VoicePart.CLOSING: tr("Closing"),
    }[part]


def _hint(part: VoicePart) -> str:
    if part.pieces > 1:
        return tr("In one go, silent for a moment after each.")
    if part is VoicePart.OPENING_TO_DATE:
        return tr("Or in your own words. The day and the month follow on it.")
    return tr("Or in your own words.")


def _states() -> tuple[str, ...]:
    return _opening(), _cutting(), _recorded()


def _opening() -> str:
    return tr("The microphone opens…")


def _cutting() -> str:
    return tr("Looking at what was read…")


def _recorded() -> str:
    return tr("✓ Recorded")
