"""What the patient takes home."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.core.agreement import TakeHome
from naklank.sentences.agreement import take_home_hint, take_home_name
from naklank.translation import tr
from naklank.ui.agree.language_choice import LanguageChoice
from naklank.ui.parts.choice_card import ChoiceCard
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.theme import TARGET


class TakeHomeCard(QFrame):
    """One choice of five, help for the talk about it, and in which language it is."""

    chosen = Signal(object)
    """The TakeHome that was pressed."""
    help_asked = Signal()
    """The doctor wants help for the talk about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setMinimumHeight(TARGET)
        self.language = LanguageChoice()
        head = QWidget()
        what = FlowLayout(head, gap=6)
        what.addWidget(self._title)
        what.addWidget(self.language)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 8, 20, 4)
        column.setSpacing(6)
        column.addWidget(head)
        self._choices = {one: ChoiceCard() for one in TakeHome}
        for one, choice in self._choices.items():
            choice.clicked.connect(lambda _=False, one=one: self.chosen.emit(one))
            column.addWidget(choice)
        self.why = KeyButton("", "F2", Kind.QUIET)
        self.why.clicked.connect(self.help_asked)
        row = QHBoxLayout()
        row.addWidget(self.why)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scrolling(inside))
        self._put_words()

    def set_chosen(self, take_home: TakeHome) -> None:
        """Show what is chosen; gives no signal."""
        self._choices[take_home].setChecked(True)

    def _put_words(self) -> None:
        self._title.setText(tr("What goes home?"))
        self.why.setText(tr("Help for the talk"))
        for one, choice in self._choices.items():
            choice.set_words(take_home_name(one), take_home_hint(one))
