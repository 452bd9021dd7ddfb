"""Who is present, and whether each agrees."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from naklank.core.agreement import Agreement, Role, TakeHome
from naklank.translation import tr
from naklank.ui.flow_layout import FlowLayout
from naklank.ui.key_button import KeyButton, Kind
from naklank.ui.participant_row import ParticipantRow
from naklank.ui.scrolling import scrolling
from naklank.ui.steady_label import SteadyLabel
from naklank.ui.theme import TARGET
from naklank.ui.words import invitation, role_name


class ParticipantsCard(QFrame):
    """Each participant with both answers; who else is there; how to ask it."""

    answered = Signal(int, bool)
    """Which participant, and whether they agree."""
    added = Signal(object)
    """The Role of somebody more."""
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._agreement = Agreement()
        self._rows: list[ParticipantRow] = []
        self._title = _label("title")
        self._hint = SteadyLabel()
        self._hint.setObjectName("hint")
        self._more = _label("hint")
        self._more.setWordWrap(False)
        self._more.setMinimumHeight(TARGET)
        self._say_title = _label("heading")
        self._say = SteadyLabel()
        self._say.setObjectName("quote")
        self._say.setContentsMargins(16, 12, 16, 12)
        self._people = QVBoxLayout()
        self._people.setSpacing(8)
        self._roles = {
            role: KeyButton(kind=Kind.PLAIN) for role in Role if role is not Role.PATIENT
        }
        self._lay_out()
        self.retranslate()
        self.set_agreement(self._agreement)

    def set_agreement(self, agreement: Agreement) -> None:
        """Show who is there and what each said."""
        self._agreement = agreement
        self._match_rows(len(agreement.participants))
        unanswered = [at for at, one in enumerate(agreement.participants) if one.agrees is not True]
        for at, (row, one) in enumerate(zip(self._rows, agreement.participants, strict=True)):
            row.set_participant(one)
            # One key, for the first who has not said yes: nobody is skipped, nobody is preset.
            row.set_key("A" if unanswered[:1] == [at] and one.agrees is None else "")
        self._say.setText(invitation(agreement.take_home))
        self._hint.setText(_hint(agreement))

    def retranslate(self) -> None:
        self._title.setText(tr("Who is here?"))
        self._more.setText(tr("Somebody else:"))
        self._say_title.setText(tr("This is how you say it"))
        self._say.reserve(invitation(one) for one in TakeHome)
        self._hint.reserve(_hints())
        for role, button in self._roles.items():
            button.setText(role_name(role))
            button.setAccessibleName(tr("Add: {who}").format(who=role_name(role)))
        self.set_agreement(self._agreement)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        roles = QWidget()
        flow = FlowLayout(roles, gap=6)
        flow.addWidget(self._more)
        for role, button in self._roles.items():
            button.is_compact = True
            button.clicked.connect(lambda _=False, role=role: self.added.emit(role))
            flow.addWidget(button)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(self._people)
        for part in (_line(), roles, _line(), self._say_title, self._say):
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
            row = ParticipantRow(removable=at > 0)
            row.answered.connect(lambda agrees, at=at: self.answered.emit(at, agrees))
            row.removed.connect(lambda at=at: self.removed.emit(at))
            self._rows.append(row)
            self._people.addWidget(row)
            row.show()  # at once: its key is alive only when it is seen


def _hint(agreement: Agreement) -> str:
    all_must, refused, typed = _hints()
    if not agreement.take_home.is_recorded:
        return typed
    return refused if agreement.is_refused else all_must


def _hints() -> tuple[str, str, str]:
    return (
        tr("Everybody must say yes before the microphone opens."),
        tr("Somebody says no: the microphone stays closed. Choose typing."),
        tr("The microphone stays closed: no yes is needed for it."),
    )


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setObjectName(look)
    label.setWordWrap(True)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
