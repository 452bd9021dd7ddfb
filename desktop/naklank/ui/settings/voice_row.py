"""One part of a doctor's voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.voice import AGREED_RULES, VoicePart
from naklank.translation import tr
from naklank.ui.settings.reading_row import ReadingRow, Readout
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from naklank.workflow.voice_flow import VoiceFlow


class VoiceRow(ReadingRow):
    """What to read for it, and whether it is recorded."""

    def __init__(self, part: VoicePart) -> None:
        states = (_cutting(), _recorded())
        super().__init__(_name(part), _hint(part), tr("Not recorded yet"), states)
        self.part = part
        self.text.setObjectName("heading" if part.pieces == 1 else "")

    def draw(self, voices: VoiceFlow, *, is_there: bool, may_record: bool) -> None:
        """As it is now with this part; `may_record` where nothing else is in the way."""
        is_read = voices.reading is not None and voices.reading.part is self.part
        microphone = voices.microphone if is_read else Microphone.CLOSED
        is_cut = is_read and microphone is Microphone.CLOSED
        recorded = _recorded() if is_there else ""
        self.show_readout(
            Readout(
                microphone=microphone,
                is_there=is_there,
                is_played=voices.played is not None and voices.played.part is self.part,
                may_record=may_record,
                may_play=is_there and voices.reading is None,
                status=_cutting() if is_cut else recorded,
            )
        )


def _name(part: VoicePart) -> str:
    return {
        VoicePart.OPENING: tr("Opening"),
        VoicePart.OPENING_TO_DATE: tr("Opening"),
        VoicePart.DAYS: tr("The 31 days"),
        VoicePart.MONTHS: tr("The 12 months"),
        VoicePart.CLOSING: tr("Closing"),
        VoicePart.RULES_SOUND: tr("Sound and paper"),
        VoicePart.RULES_SOUND_ONLY: tr("Sound only"),
        VoicePart.RULES_PAPER: tr("Paper only"),
        VoicePart.RULES_OWN_PHONE: tr("The patient records with their own phone"),
        VoicePart.RULES_TYPED: tr("Type it, without microphone"),
    }[part]


def _hint(part: VoicePart) -> str:
    if part in AGREED_RULES:
        return tr("Word for word.")
    if part.pieces > 1:
        return tr("In one go, silent for a moment after each.")
    if part is VoicePart.OPENING_TO_DATE:
        return tr("Or in your own words. The day and the month follow on it.")
    return tr("Or in your own words.")


def _cutting() -> str:
    return tr("Looking at what was read…")


def _recorded() -> str:
    return tr("✓ Recorded")
