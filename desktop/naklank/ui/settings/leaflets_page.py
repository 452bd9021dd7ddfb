"""The practice's own leaflets and films."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from naklank.translation import tr
from naklank.ui.settings.page import SettingsPage, lock

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class LeafletsPage(SettingsPage):
    """What can be chosen while agreeing, one on a line, and then stands on the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.leaflets = QPlainTextEdit()
        self.leaflets.setTabChangesFocus(True)
        hint = QLabel(
            tr(
                "A title and where to find it, such as “New hip: thuisarts.nl/heupprothese”. "
                "While agreeing you choose what fits; that stands on the sheet."
            )
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.form.addRow(tr("Leaflets and films of your practice, one on each line"), self.leaflets)
        self.form.addRow(hint)

    def title(self) -> str:
        return tr("Leaflets and films")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        self.leaflets.setPlainText("\n".join(settings.leaflets))
        lock(self.leaflets, locked="leaflets" in locked)

    def changed(self, settings: Settings) -> Settings:
        lines = (" ".join(line.split()) for line in self.leaflets.toPlainText().splitlines())
        return replace(settings, leaflets=tuple(dict.fromkeys(line for line in lines if line)))
