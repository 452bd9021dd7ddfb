"""Who hands the sheet out, and the language in which all of this is asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from naklank.core.settings import SCREEN_LANGUAGES
from naklank.translation import tr
from naklank.ui.settings.language_page import language_list
from naklank.ui.settings.page import lock
from naklank.ui.settings.practice_page import PracticePage

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class PracticeStep(PracticePage):
    """The page of the settings, with the language of the screen above it."""

    def __init__(self) -> None:
        super().__init__()
        self.on_screen = language_list(SCREEN_LANGUAGES)
        self.form.insertRow(0, tr("Language of the screen"), self.on_screen)

    def set_tab_order(self) -> None:
        """From above to below; once it stands in its window, for alone Qt goes round in it."""
        row = (self.on_screen, self.name, self.doctors, self.logo.choose, self.logo.remove)
        for before, behind in pairwise(row):
            self.setTabOrder(before, behind)

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        super().show_settings(settings, locked)
        self.on_screen.setCurrentIndex(self.on_screen.findData(settings.screen_language))
        lock(self.on_screen, locked="screen_language" in locked)

    def changed(self, settings: Settings) -> Settings:
        return replace(super().changed(settings), screen_language=self.on_screen.currentData())
