"""The language of the screen, and that of speech and sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from naklank.core.settings import SCREEN_LANGUAGES
from naklank.core.transcript import LANGUAGES
from naklank.translation import tr
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings

LANGUAGE_NAMES: Final[dict[str, str]] = {"nl": "Nederlands", "en": "English"}
"""Each in its own language."""


class LanguagePage(SettingsPage):
    """Two lists."""

    def __init__(self) -> None:
        super().__init__()
        self.on_screen, self.spoken = language_list(SCREEN_LANGUAGES), language_list(LANGUAGES)
        self.form.addRow(tr("Language of the screen"), self.on_screen)
        self.form.addRow(tr("Language that is spoken, and of the sheet"), self.spoken)

    def title(self) -> str:
        return tr("Language")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self.on_screen.setCurrentIndex(self.on_screen.findData(settings.screen_language))
        self.spoken.setCurrentIndex(self.spoken.findData(settings.speech_language))
        lock(self.on_screen, locked="screen_language" in locked)
        lock(self.spoken, locked="speech_language" in locked)

    def changed(self, settings: Settings) -> Settings:
        return replace(
            settings,
            screen_language=self.on_screen.currentData(),
            speech_language=self.spoken.currentData(),
        )


def language_list(languages: Iterable[str]) -> DropDown:
    """To choose one; the data of each is its code."""
    box = DropDown()
    for language in languages:
        box.addItem(LANGUAGE_NAMES[language], language)
    return box
