"""The practice's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from naklank.translation import tr
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class WordsPage(SettingsPage):
    """Names and terms that the engine would not know by itself, one on a line."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        hint = QLabel(
            tr(
                "Colleagues, hospitals, devices, medicines. The computer expects to hear the "
                "first 30; with all of them it looks afterwards for what it may have misheard. "
                "No names of patients: this list stays on this computer."
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.form.addRow(tr("Names and terms of your practice, one on each line"), self.words)
        self.form.addRow(hint)

    def title(self) -> str:
        return tr("Word list")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self.words.setPlainText("\n".join(settings.typing.words))
        lock(self.words, locked="typing.words" in locked)

    def changed(self, settings: Settings) -> Settings:
        lines = (" ".join(line.split()) for line in self.words.toPlainText().splitlines())
        words = tuple(dict.fromkeys(line for line in lines if line))
        return replace(settings, typing=replace(settings.typing, words=words))
