"""The agreed rules in the practice's own voice, for a patient who cannot read them along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from naklank.core.agreement import Agreement
from naklank.core.voice import AGREED_RULES, VoiceOwner
from naklank.sentences.agreement import invitation
from naklank.translation import speaking, tr
from naklank.ui.settings.page import SettingsPage
from naklank.ui.settings.voice_rows import VoiceRows, where_kept

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings
    from naklank.workflow.desk import Desk


class RulesPage(SettingsPage):
    """What is recorded is kept at once; there is nothing to be saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        what = QLabel(
            tr(
                "Read these aloud once, word for word. The agree page then has a key that says "
                "them, for a patient who cannot see. Delete them under Opening and closing."
            )
        )
        self.where = QLabel()
        self.where.setObjectName("hint")
        self.voice = VoiceRows(desk, AGREED_RULES)
        for label in (what, self.where):
            label.setWordWrap(True)
            self.form.addRow(label)
        self.form.addRow(self.voice)
        self.voice.changed.connect(self._draw)

    def title(self) -> str:
        return tr("Read aloud")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:  # noqa: ARG002 - of this page none can be locked
        self.where.setText(where_kept(settings.keeping.keys))
        self._draw()

    def changed(self, settings: Settings) -> Settings:
        return settings

    def _draw(self) -> None:
        settings = self._desk.settings
        language, keeps_copy = settings.speech_language, settings.keeping.copy
        with speaking(language):
            texts = {
                part: invitation(Agreement(take_home=take_home), keeps_copy=keeps_copy)
                for part, take_home in AGREED_RULES.items()
            }
        self.voice.draw(VoiceOwner("", language), texts)
