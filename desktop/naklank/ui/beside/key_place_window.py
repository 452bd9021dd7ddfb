"""Asks the practice once where keys are kept, where the first choice cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from naklank.core.errors import NaklankError
from naklank.core.keys import KeyPlace
from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.beside.key_place_cards import KeyPlaceCards
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.window_place import within_screens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from naklank.workflow.desk import Desk


class KeyPlaceWindow(QDialog):
    """Nothing is chosen beforehand; who leaves it is asked again as a recording starts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("One more question"))
        self.resize(within_screens(760, 480))
        self._desk = desk
        unusable = desk.settings.keeping.keys
        self.cards = KeyPlaceCards(place for place in KeyPlace if place is not unusable)
        self.cards.set_usable(desk.computer.key_places)
        self.problem = QLabel()
        self.later = KeyButton(tr("Later"))
        self.choose = KeyButton(tr("Choose this"), "Ctrl+Return", Kind.MAIN)
        self.choose.setEnabled(False)
        self._lay_out()
        self.cards.chosen.connect(lambda _: self.choose.setEnabled(True))
        self.later.clicked.connect(self.reject)
        self.choose.clicked.connect(self._on_choose)
        self.setFocus()  # not a card: a key that was meant for the window below chooses nothing

    def _lay_out(self) -> None:
        title = QLabel(tr("How shall recordings be protected?"))
        title.setObjectName("title")
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(two_lines(self.problem), 1)
        below.addWidget(self.later)
        below.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        for label in (title, QLabel(self._reason())):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.cards)
        column.addWidget(_hint())
        column.addStretch(1)
        column.addLayout(below)

    def _reason(self) -> str:
        if self._desk.settings.keeping.keys is KeyPlace.KEYRING:
            return tr(
                "Your computer has no safe for passwords (a keyring) that Naklank can use. Whoever "
                "manages it can give it one; ask them. If you do not know: “In memory only” is "
                "the safest for the patient."
            )
        return tr(
            "Each recording is locked with a key of its own. "
            "The place that was chosen for that key cannot be used now, so choose another one:"
        )

    def _on_choose(self) -> None:
        place = self.cards.place
        if place is None:
            return
        try:
            self._desk.choose_key_place(place)
        except NaklankError as error:
            self.problem.setText(sentence(error))
        else:
            self.accept()


def _hint() -> QLabel:
    hint = QLabel(
        tr(
            "Recording waits for this answer. If you do not choose now, Naklank asks it again as "
            "you start to record. It can always be changed: Settings, Keeping and deleting."
        )
    )
    hint.setObjectName("hint")
    hint.setWordWrap(True)
    return hint
