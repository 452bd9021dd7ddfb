"""Where the keys of recordings are kept, as cards of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from naklank.core.keys import KeyPlace
from naklank.translation import tr
from naklank.ui.parts.choice_card import ChoiceCard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class KeyPlaceCards(QWidget):
    """Each place with what it costs; one that cannot be used is grey and says why."""

    chosen = Signal(object)
    """The KeyPlace that somebody pressed."""

    def __init__(
        self, places: Iterable[KeyPlace] = KeyPlace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = {place: ChoiceCard() for place in places}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for place, card in self.cards.items():
            card.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            column.addWidget(card)
        self.set_usable(None)

    @property
    def place(self) -> KeyPlace | None:
        """The chosen one."""
        return next((one for one, card in self.cards.items() if card.isChecked()), None)

    def set_place(self, place: KeyPlace) -> None:
        """Show what is chosen; gives no signal."""
        self.cards[place].setChecked(True)

    def set_usable(self, usable: Collection[KeyPlace] | None) -> None:
        """Which can be used on this computer; None while nobody knows."""
        for place, card in self.cards.items():
            can_be = usable is None or place in usable
            card.setEnabled(can_be)
            card.set_words(_name(place), _cost(place) if can_be else _obstacle(place))


def _name(place: KeyPlace) -> str:
    return {
        KeyPlace.KEYRING: tr("In the keyring of this computer"),
        KeyPlace.FILE: tr("In a key file"),
        KeyPlace.MEMORY: tr("In memory only"),
    }[place]


def _cost(place: KeyPlace) -> str:
    return {
        KeyPlace.KEYRING: tr("The safest: the system's own safe, open while you are logged in."),
        KeyPlace.FILE: tr(
            "Weaker: whoever can read the disk can hear a recording as long as it is here, "
            "and perhaps even after it was deleted."
        ),
        KeyPlace.MEMORY: tr(
            "Nothing can be opened once Naklank is closed. "
            "If Naklank or the computer fails, the recording is lost."
        ),
    }[place]


def _obstacle(place: KeyPlace) -> str:
    return {
        KeyPlace.KEYRING: tr("Cannot be used: there was no keyring when Naklank was opened."),
        KeyPlace.FILE: tr(
            "Cannot be used: Naklank cannot write a key file on this computer. "
            "It lacks the right to do so, or the disk is full."
        ),
        KeyPlace.MEMORY: tr("Cannot be used on this computer."),
    }[place]
