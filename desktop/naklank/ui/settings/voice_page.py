"""The doctor's own voice before and behind the sound that goes home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from naklank.core.voice import AGREED_RULES, PARTS, SpokenEnds, VoiceOwner, VoicePart
from naklank.translation import tr
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.settings.language_page import LANGUAGE_NAMES
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.voice_rows import VoiceRows, where_kept

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk

_UNNAMED: Final = "…"
"""Stands where a doctor without a name in the settings says their own."""

_LETTERS: Final = 20
"""For which a list of choices has room at least."""


class VoicePage(SettingsPage):
    """What is recorded is kept at once; whether it is used is saved with the other settings."""

    asked = Signal(object)
    """A Question that must be answered before a voice is deleted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._voices = desk.voices
        self._is_locked = False
        self.ends = DropDown()
        for ends, name in _names().items():
            self.ends.addItem(name, ends)
        self.owner = DropDown()
        for box in (self.ends, self.owner):
            # Else the longest of them would make the page wider than a small window.
            box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
        self.voice = VoiceRows(desk, [part for part in VoicePart if part not in AGREED_RULES])
        self.rows = self.voice.rows
        self.delete = KeyButton(tr("Delete this voice"), kind=Kind.DANGER)
        self.where = QLabel()
        self.where.setObjectName("hint")
        self.where.setWordWrap(True)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return tr("Opening and closing")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self.ends.setCurrentIndex(self.ends.findData(settings.voice.ends))
        self._is_locked = "voice.ends" in locked
        lock(self.ends, locked=self._is_locked)
        self._draw()

    def changed(self, settings: Settings) -> Settings:
        return replace(settings, voice=replace(settings.voice, ends=self.ends.currentData()))

    def _lay_out(self) -> None:
        column = self.voice.column
        column.addWidget(self.where)
        self.form.setVerticalSpacing(12)
        self.form.addRow(tr("How does the sound that goes home begin and end?"), self.ends)
        self.form.addRow(tr("Whose voice?"), self.owner)
        column.addWidget(self.delete, alignment=Qt.AlignmentFlag.AlignLeft)
        self.form.addRow(self.voice)

    def _connect(self) -> None:
        self.voice.changed.connect(self._draw)
        self.ends.currentIndexChanged.connect(self._draw)
        self.owner.activated.connect(self._draw)
        self.delete.clicked.connect(self._on_delete)

    @property
    def _owner(self) -> VoiceOwner:
        chosen = self.owner.currentData()
        return chosen if isinstance(chosen, VoiceOwner) else self._offered()[0]

    def _offered(self) -> list[VoiceOwner]:
        """The doctors of the settings, and others of whom something is still here."""
        settings = self._desk.settings
        doctors = settings.doctors or ("",)
        known = [VoiceOwner(doctor, settings.speech_language) for doctor in doctors]
        return list(dict.fromkeys([*known, *self._voices.contents]))

    def _draw(self, *_news: object) -> None:
        is_reading = self._voices.reading is not None
        self.ends.setEnabled(not self._is_locked and not is_reading)
        self._draw_owners()
        owner, wanted = self._owner, PARTS[self.ends.currentData()]
        there = self._voices.contents.get(owner, {})
        texts = self._desk.equipment.voice_texts(owner.language)
        named = {part: texts[part].format(doctor=owner.doctor or _UNNAMED) for part in wanted}
        self.voice.draw(owner, named)
        self.where.setText(where_kept(self._desk.settings.keeping.keys))
        self.where.setVisible(bool(wanted))
        self.delete.setVisible(bool(there))
        for widget in (self.delete, self.owner):
            widget.setEnabled(not is_reading)

    def _draw_owners(self) -> None:
        offered = self._offered()
        if [self.owner.itemData(at) for at in range(self.owner.count())] != offered:
            chosen = self.owner.currentData()
            self.owner.clear()
            for owner in offered:
                self.owner.addItem(_owner_name(owner, self._desk.settings), owner)
            self.owner.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
        self.form.setRowVisible(self.owner, len(offered) > 1)

    def _on_delete(self) -> None:
        owner = self._owner
        question = tr("Delete all that was recorded of {doctor} from this computer?")
        self.asked.emit(
            Question(
                question.format(doctor=_owner_name(owner, self._desk.settings)),
                tr("Leave it there"),
                tr("Delete"),
                lambda: self._voices.delete(owner),
            )
        )


def _names() -> dict[SpokenEnds, str]:
    return {
        SpokenEnds.NONE: tr("Without an opening and a closing"),
        SpokenEnds.WORDS: tr("With an opening and a closing by the doctor's own voice"),
        SpokenEnds.DATE: tr("With the date in the opening as well"),
    }


def _owner_name(owner: VoiceOwner, settings: Settings) -> str:
    name = owner.doctor or tr("the practice")
    if owner.language == settings.speech_language:
        return name
    return f"{name} ({LANGUAGE_NAMES[owner.language]})"
