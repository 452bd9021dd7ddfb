"""How the text is checked by ear."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.core.settings import SPEEDS, CheckingWay
from naklank.sentences.words import speed_number
from naklank.translation import tr
from naklank.ui.parts.choice_card import ChoiceCard
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.settings.page import SettingsPage, lock
from naklank.ui.settings.pedal_keys import PedalKeys

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from naklank.core.settings import Settings


class CheckingPage(SettingsPage):
    """The whole or the checks alone, how fast, and the keys of a foot pedal."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = {way: ChoiceCard() for way in CheckingWay}
        self.speed = DropDown()
        for speed in SPEEDS:
            name = tr("{speed} times as fast as spoken").format(speed=speed_number(speed))
            self.speed.addItem(tr("As fast as spoken") if speed == 1 else name, speed)
        self.pedal = PedalKeys()
        self._cards = self._lay_cards()
        self.form.addRow(tr("What must be heard before the text goes home?"), self._cards)
        self.form.addRow(tr("How fast the recording is played"), self.speed)
        self.form.addRow(tr("Keys of a foot pedal: click a field and press the pedal"), self.pedal)

    def title(self) -> str:
        return tr("Checking")

    def show_settings(self, settings: Settings, locked: AbstractSet[str]) -> None:
        checking = settings.checking
        self.ways[checking.way].setChecked(True)
        self.speed.setCurrentIndex(self.speed.findData(checking.speed))
        self.pedal.show_pedal(checking.pedal)
        lock(self._cards, locked="checking.way" in locked)
        lock(self.speed, locked="checking.speed" in locked)
        lock(self.pedal, locked="checking.pedal" in locked)

    def changed(self, settings: Settings) -> Settings:
        checking = replace(
            settings.checking,
            way=next(way for way, card in self.ways.items() if card.isChecked()),
            speed=self.speed.currentData(),
            pedal=self.pedal.pedal,
        )
        return replace(settings, checking=checking)

    def _lay_cards(self) -> QWidget:
        along, checks = self.ways[CheckingWay.ALONG], self.ways[CheckingWay.CHECKS]
        along.set_words(
            tr("All of it"),
            tr("It plays along with the text and stops at each place that must be right."),
        )
        checks.set_words(
            tr("Only the places that must be right"),
            tr("Quicker. A word that is missing from the text, such as “geen”, is not noticed."),
        )
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(along)
        column.addWidget(checks)
        return cards
