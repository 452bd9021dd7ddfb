"""What can be recorded of a voice, row by row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.core.keys import KeyPlace
from naklank.core.voice import AGREED_RULES, VoiceOwner
from naklank.translation import tr
from naklank.ui.settings.voice_row import VoiceRow
from naklank.workflow.recording_flow import Microphone
from naklank.workflow.voice_flow import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QHideEvent, QShowEvent

    from naklank.core.recording import Level
    from naklank.core.voice import VoicePart
    from naklank.workflow.desk import Desk


class VoiceRows(QWidget):
    """Each is recorded, heard and recorded again by itself; one at a time."""

    changed = Signal()
    """Something is recorded, played or known."""

    def __init__(self, desk: Desk, parts: Iterable[VoicePart]) -> None:
        super().__init__()
        self._desk = desk
        self._voices = desk.voices
        self._owner = VoiceOwner("", "nl")
        self._texts: Mapping[VoicePart, str] = {}
        self.rows = {part: VoiceRow(part) for part in parts}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        for part, row in self.rows.items():
            self.column.addWidget(row)
            row.record.clicked.connect(partial(self._on_record, part))
            row.play.clicked.connect(partial(self._on_play, part))
        self._voices.changed.connect(self.changed)
        self._voices.level_changed.connect(self._on_level)
        desk.computer.known.connect(self.changed)

    def draw(self, owner: VoiceOwner, texts: Mapping[VoicePart, str]) -> None:
        """Whose voice, and what is to be read: of other parts nothing is shown."""
        self._owner, self._texts = owner, texts
        is_free = self._voices.reading is None and not self._desk.needs_key_place
        may_record = is_free and self._desk.recording.microphone is Microphone.CLOSED
        for part, row in self.rows.items():
            row.setVisible(part in texts)
            if part in texts:
                row.text.setText(texts[part])
                is_there = self._voices.has(self._reading(part))
                row.draw(self._voices, is_there=is_there, may_record=may_record)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._voices.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is recorded and nothing sounds."""
        self._voices.give_up()
        super().hideEvent(event)

    def _reading(self, part: VoicePart) -> Reading:
        """Rules are said as they stand there; an opening may have been put in other words."""
        return Reading(self._owner, part, self._texts[part] if part in AGREED_RULES else "")

    def _on_record(self, part: VoicePart) -> None:
        if self._voices.microphone is Microphone.CLOSED:
            self._voices.record(self._reading(part), self._desk.settings.microphone)
        else:
            self._voices.stop()

    def _on_play(self, part: VoicePart) -> None:
        if self._voices.played == self._reading(part):
            self._voices.stop_playing()
        else:
            self._voices.play(self._reading(part))

    def _on_level(self, level: Level) -> None:
        reading = self._voices.reading
        if reading is not None and reading.part in self.rows:
            self.rows[reading.part].meter.set_level(level)


def where_kept(place: KeyPlace) -> str:
    """What becomes of what is recorded here."""
    if place is KeyPlace.MEMORY:
        return tr(
            "What is recorded here is kept until Naklank is closed: on this computer keys are in "
            "memory only."
        )
    return tr(
        "Each part is kept at once, on this computer alone, encrypted. A recording that fails "
        "leaves the earlier one as it is."
    )
