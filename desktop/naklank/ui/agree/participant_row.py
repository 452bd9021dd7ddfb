"""One person in the room, and both answers."""

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from naklank.core.agreement import LARGEST_GROUP, SMALLEST_GROUP, Participant, Role
from naklank.sentences.agreement import role_name
from naklank.translation import tr
from naklank.ui.parts.flow_layout import FlowLayout
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.pressable import Pressable
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.settings.number_box import NumberBox
from naklank.ui.theme import TARGET, colour, paint_ring, scaled

_GAP = 6


class ParticipantRow(QWidget):
    """A name, "Akkoord", "Niet akkoord" and, for those who came along, a cross.

    A group has a number as well. Where they do not fit beside each other, the name stands above.
    """

    answered = Signal(bool)
    removed = Signal()
    counted = Signal(int)
    """The group has so many people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._participant = Participant(Role.PATIENT)
        self._name = QLabel()
        self._count = NumberBox(
            SMALLEST_GROUP, LARGEST_GROUP, lambda count: tr("people", "", count)
        )
        self._count.setKeyboardTracking(False)
        self._yes = KeyButton()
        self._yes.setCheckable(True)
        self._yes.reserve_key("A")
        self._no = KeyButton(kind=Kind.DANGER)
        self._no.setCheckable(True)
        self._no.checked_mark = Mark.CROSS
        self._remove = _Cross(self)
        room = self._remove.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(room)
        self._yes.clicked.connect(lambda: self.answered.emit(True))
        self._no.clicked.connect(lambda: self.answered.emit(False))
        self._remove.clicked.connect(self.removed)
        self._count.valueChanged.connect(self.counted)
        self._count.editingFinished.connect(self._count.clearFocus)  # to the keys of the page
        self._lay_out()
        self._put_words()

    def set_participant(self, participant: Participant, *, removable: bool) -> None:
        """Show who it is and what they said; None is neither."""
        self._participant = participant
        self._remove.setVisible(removable)
        self._count.setVisible(self._is_group)
        with QSignalBlocker(self._count):
            self._count.setValue(participant.count)
        self._yes.setChecked(participant.agrees is True)
        self._no.setChecked(participant.agrees is False)
        self._put_words()

    def set_key(self, key: str) -> None:
        """The key for yes, or none."""
        self._yes.set_key(key)

    def _put_words(self) -> None:
        who = role_name(self._participant.role)
        self._name.setText(who)
        self._yes.setText(tr("All agree") if self._is_group else tr("Agrees"))
        self._no.setText(tr("Not all agree") if self._is_group else tr("Does not agree"))
        self._count.setAccessibleName(tr("How many people the group has"))
        self._yes.setAccessibleName(tr("{who} agrees").format(who=who))
        self._no.setAccessibleName(tr("{who} does not agree").format(who=who))
        self._remove.setAccessibleName(tr("Remove: {who}").format(who=who))
        self._remove.setToolTip(tr("Remove: {who}").format(who=who))
        self._fit()

    @property
    def _is_group(self) -> bool:
        return self._participant.role is Role.GROUP

    def minimumSizeHint(self) -> QSize:
        return QSize(self._buttons.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=_GAP)
        for button in (self._yes, self._no, self._remove):
            row.addWidget(button)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(_GAP)
        naming = QHBoxLayout()
        naming.addWidget(self._name, 1)
        naming.addWidget(self._count)
        self._whole.addLayout(naming, 1)
        self._whole.addWidget(self._buttons)

    def _fit(self) -> None:
        named = self._name.sizeHint().width()
        if self._is_group:
            named += _GAP + self._count.sizeHint().width()
        needed = named + _GAP + self._buttons.sizeHint().width()
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(beside if needed <= self.width() else above)


class _Cross(Pressable):
    """Takes somebody off the list."""

    def sizeHint(self) -> QSize:
        return QSize(TARGET, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = scaled(13)
        middle = QRectF(self.rect()).center()
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_mark(painter, Mark.CROSS, box, colour("ink" if self.underMouse() else "muted"))
        if self.is_reached:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.rect()))
