"""In which language is spoken this once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from naklank.core.transcript import LANGUAGES
from naklank.translation import tr
from naklank.ui.parts.drop_down import DropDown

if TYPE_CHECKING:
    from naklank.core.transcript import Language


class LanguageChoice(DropDown):
    """Begins with the practice's own for each session: typed in it, and the sheet is in it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Language that is spoken, and of the sheet"))
        self.setToolTip(tr("Language that is spoken, and of the sheet"))
        for language in LANGUAGES:
            self.addItem(_name(language), language)
        self.activated.connect(lambda _: self.chosen.emit(self.currentData()))

    def set_language(self, language: Language) -> None:
        """Show what is chosen; gives no signal."""
        self.setCurrentIndex(self.findData(language))


def _name(language: Language) -> str:
    return {
        "nl": tr("Spoken: Dutch"),
        "en": tr("Spoken: English"),
    }[language]
