"""What the patient takes home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from naklank.core.agreement import TakeHome
from naklank.translation import tr
from naklank.ui.agreement_words import take_home_hint, take_home_name
from naklank.ui.choice_card import ChoiceCard
from naklank.ui.scrolling import scrolling


class TakeHomeCard(QFrame):
    """One choice of five, and help for the talk about it."""

    chosen = Signal(object)
    """The TakeHome that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setWordWrap(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        self._choices = {one: ChoiceCard() for one in TakeHome}
        for one, choice in self._choices.items():
            choice.clicked.connect(lambda _=False, one=one: self.chosen.emit(one))
            column.addWidget(choice)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scrolling(inside))
        self.retranslate()

    def set_chosen(self, take_home: TakeHome) -> None:
        """Show what is chosen; gives no signal."""
        self._choices[take_home].setChecked(True)

    def retranslate(self) -> None:
        self._title.setText(tr("What goes home?"))
        for one, choice in self._choices.items():
            choice.set_words(take_home_name(one), take_home_hint(one))
