"""Who is present, and whether each agrees."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from naklank.core.agreement import COMPANIONS, Agreement, Deciding, TakeHome
from naklank.core.transcript import Language
from naklank.sentences.agreement import (
    deciding_hint,
    deciding_name,
    invitation,
    refused_hint,
    role_name,
    typed_hint,
)
from naklank.translation import speaking, tr
from naklank.ui.agree.participant_row import ParticipantRow
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.theme import TARGET, paint_ring

_DECIDING = 22
"""Letters that the longest choice takes, in either language."""


class ParticipantsCard(QFrame):
    """Who decides; each participant with both answers; who else is there; how to ask it."""

    answered = Signal(int, bool)
    """Which participant, and whether they agree."""
    added = Signal(object)
    """The Role of somebody more."""
    removed = Signal(int)
    decided = Signal(object)
    """The Deciding that holds for this patient."""
    counted = Signal(int)
    """How many people the group has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._agreement = Agreement()
        self._keeps_copy = False
        self._language: Language | None = None
        self._rows: list[ParticipantRow] = []
        self._title = _label("title")
        self._title.setWordWrap(False)
        self._title.setMinimumHeight(TARGET)
        self._hint = SteadyLabel()
        self._hint.setObjectName("hint")
        self.deciding = DropDown()
        self.deciding.addItems([""] * len(Deciding))
        short = DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.deciding.setSizeAdjustPolicy(short)
        self.deciding.setMinimumContentsLength(_DECIDING)
        self.deciding.activated.connect(lambda at: self.decided.emit(tuple(Deciding)[at]))
        self._more = _label("hint")
        self._more.setWordWrap(False)
        self._more.setMinimumHeight(TARGET)
        self._say_title = _label("heading")
        self.aloud = KeyButton(tr("Read aloud"), "V")
        self.aloud.is_compact = True
        self._say = _Rules()
        self._say.setObjectName("quote")
        self._say.setContentsMargins(16, 12, 16, 12)
        self._people = QVBoxLayout()
        self._people.setSpacing(8)
        self._roles = {role: KeyButton(kind=Kind.PLAIN) for role in COMPANIONS}
        self._lay_out()
        self._put_words()
        self.set_agreement(self._agreement)

    @property
    def rules(self) -> str:
        """What the doctor says, as it stands there."""
        return self._say.text()

    def set_agreement(self, agreement: Agreement) -> None:
        """Show who is there and what each said."""
        self._agreement = agreement
        self._match_rows(len(agreement.participants))
        unanswered = [at for at, one in enumerate(agreement.participants) if one.agrees is not True]
        for at, (row, one) in enumerate(zip(self._rows, agreement.participants, strict=True)):
            row.set_participant(one, removable=at >= agreement.deciders)
            # One key, for the first who has not said yes: nobody is skipped, nobody is preset.
            row.set_key("A" if unanswered[:1] == [at] and one.agrees is None else "")
        self.deciding.setCurrentIndex(tuple(Deciding).index(agreement.deciding))
        keeps_copy = self._keeps_copy
        with speaking(self._language):
            ways = (replace(agreement, take_home=one) for one in TakeHome)
            self._say.reserve(invitation(one, keeps_copy=keeps_copy) for one in ways)
            self._say.setText(invitation(agreement, keeps_copy=keeps_copy))
        self._hint.setText(_hint(agreement))

    def set_keeps_copy(self, keeps_copy: bool) -> None:  # noqa: FBT001 - one flag
        """Whether the practice keeps a copy: what is said must be true."""
        if keeps_copy is not self._keeps_copy:
            self._keeps_copy = keeps_copy
            self._put_words()

    def set_language(self, language: Language) -> None:
        """In which the doctor says it to the patient; before, it is that of the screen."""
        if language != self._language:
            self._language = language
            self._put_words()

    def _put_words(self) -> None:
        self._title.setText(tr("Who is here?"))
        self._more.setText(tr("Also here:"))
        self.aloud.reserve(tr("Read aloud"), tr("Stop"))
        self._say_title.setText(tr("This is how you say it"))
        self.deciding.setAccessibleName(tr("How old is the patient, or who decides?"))
        for at, one in enumerate(Deciding):
            self.deciding.setItemText(at, deciding_name(one))
        self._hint.reserve((*map(deciding_hint, Deciding), refused_hint(), typed_hint()))
        for role, button in self._roles.items():
            button.setText(role_name(role))
            button.setAccessibleName(tr("Add: {who}").format(who=role_name(role)))
        self.set_agreement(self._agreement)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 8, 20, 16)
        column.setSpacing(8)
        roles = QWidget()
        flow = FlowLayout(roles, gap=6)
        flow.addWidget(self._more)
        for role, button in self._roles.items():
            button.is_compact = True
            button.clicked.connect(lambda _=False, role=role: self.added.emit(role))
            flow.addWidget(button)
        head = QWidget()
        whose = FlowLayout(head, gap=10)
        whose.addWidget(self._title)
        whose.addWidget(self.deciding)
        column.addWidget(head)
        column.addWidget(self._hint)
        column.addLayout(self._people)
        title = QWidget()
        beside = QHBoxLayout(title)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._say_title, 1)
        beside.addWidget(self.aloud)
        for part in (_line(), roles, _line(), title, self._say):
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scrolling(inside))

    def _match_rows(self, count: int) -> None:
        """As many rows as people; those that stay keep their focus."""
        while len(self._rows) > count:
            row = self._rows.pop()
            self._people.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            at = len(self._rows)
            row = ParticipantRow()
            row.answered.connect(lambda agrees, at=at: self.answered.emit(at, agrees))
            row.removed.connect(lambda at=at: self.removed.emit(at))
            row.counted.connect(self.counted)
            self._rows.append(row)
            self._people.addWidget(row)
            row.show()  # at once: its key is alive only when it is seen


class _Rules(SteadyLabel):
    """Reached by Tab too: so a screen reader says it to somebody who cannot see it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.rect()))


def _hint(agreement: Agreement) -> str:
    if not agreement.take_home.is_recorded:
        return typed_hint()
    return refused_hint() if agreement.is_refused else deciding_hint(agreement.deciding)


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setObjectName(look)
    label.setWordWrap(True)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
