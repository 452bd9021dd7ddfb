"""The sheet on paper: for whom, on which printer, how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from naklank.core.agreement import LARGEST_GROUP
from naklank.core.ports.hand_over import QueueState
from naklank.core.session import Way
from naklank.translation import tr
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.way_parts import Status, WayCard, flowing, heading
from naklank.ui.settings.number_box import NumberBox
from naklank.ui.theme import TARGET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.workflow.desk import Desk

_LONGEST_NAME = 60
_LONGEST_CODE = 16


class PaperCard(WayCard):
    """Prints; shows what the queue tells, and asks whether the sheet is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.print = KeyButton(tr("Print"), "P", Kind.MAIN)
        self.large = KeyButton(tr("Large print"), "G")
        self.status = Status(
            "", _sent_text("00.00"), _sending_text(), _waiting_text(), _stopped_text()
        )
        self.printer = DropDown()
        self.printer.setAccessibleName(tr("Printer"))
        self.printer.setMinimumContentsLength(8)
        self.copies = NumberBox(1, LARGEST_GROUP, lambda count: tr("times", "", count))
        self.copies.setAccessibleName(tr("How many copies"))
        self.patient = _field(tr("For: name on the sheet"), tr("name, or by pen"), _LONGEST_NAME)
        self.replaces = _field(tr("Replaces sheet"), tr("old code"), _LONGEST_CODE)
        self.replaces.setToolTip(
            tr("Only where this sheet replaces an older one: the code at the bottom of that one.")
        )
        self._queue = QueueState.EMPTY
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """A copy for each who takes one home."""
        self.copies.setValue(max(self.copies.value(), self.desk.session.agreement.copies))

    def draw(self) -> None:
        session, handing_over = self.desk.session, self.desk.handing_over
        self.setVisible(session.agreement.take_home.has_text and self.desk.settings.ways.paper)
        if handing_over.is_busy(Way.PRINT):
            self.status.warn(_sending_text())
        else:
            self.status.tell(self.last(Way.PRINT, _sent_text))
        for button in (self.print, self.large):
            button.setEnabled(not handing_over.is_busy(Way.PRINT))
        for field, text in (
            (self.patient, session.patient),
            (self.replaces, session.edition.replaces),
        ):
            if not field.hasFocus():
                field.setText(text)

    def take_over(self, old: Self) -> None:
        self.copies.setValue(old.copies.value())
        self._on_printers([old.printer.itemText(at) for at in range(old.printer.count())])
        self.printer.setCurrentText(old.printer.currentText())
        self._on_queue(old._queue)

    def clear(self) -> None:
        """Another session: one copy, and nothing was sent."""
        self.copies.setValue(1)
        self.patient.clear()
        self.replaces.clear()
        self.status.tell("")
        self._queue = QueueState.EMPTY

    def _lay_out(self) -> None:
        names = QWidget()
        pair = QHBoxLayout(names)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(8)
        for name, field, share in (
            (tr("For:"), self.patient, 3),
            (tr("Replaces:"), self.replaces, 2),
        ):
            label = QLabel(name)
            label.setBuddy(field)
            pair.addWidget(label)
            pair.addWidget(field, share)
        self.column.addWidget(heading(tr("Paper"), self.status))
        self.column.addWidget(flowing([self.print, self.large, self.copies]))
        self.column.addWidget(self.printer)
        self.column.addWidget(names)

    def _connect(self) -> None:
        handing_over = self.desk.handing_over
        self.print.clicked.connect(lambda: self._on_print(large_print=False))
        self.large.clicked.connect(lambda: self._on_print(large_print=True))
        self.patient.editingFinished.connect(lambda: handing_over.name_patient(self.patient.text()))
        self.replaces.editingFinished.connect(
            lambda: handing_over.replace_sheet(self.replaces.text())
        )
        handing_over.printers_listed.connect(self._on_printers)
        handing_over.queue_told.connect(self._on_queue)

    def _on_print(self, *, large_print: bool) -> None:
        handing_over = self.desk.handing_over
        # A key of the page can be pressed before the focus has left a field.
        handing_over.name_patient(self.patient.text())
        handing_over.replace_sheet(self.replaces.text())
        handing_over.print_sheet(
            large_print=large_print,
            printer=self.printer.currentText(),
            copies=self.copies.value(),
        )

    def _on_printers(self, names: Sequence[str]) -> None:
        chosen = self.printer.currentText() or self.desk.settings.printer
        self.printer.clear()
        self.printer.addItems(names)
        self.printer.setPlaceholderText("" if names else tr("No printer was found"))
        if chosen in names:
            self.printer.setCurrentText(chosen)
        self.printer.setEnabled(len(names) > 1)

    def _on_queue(self, state: QueueState) -> None:
        self._queue = state
        if state is QueueState.EMPTY:
            self.draw()
        else:
            stopped = state is QueueState.STOPPED
            self.status.warn(_stopped_text() if stopped else _waiting_text())


def _sent_text(time: str) -> str:
    return tr("✓ {time} sent to the printer. Is the sheet there?").format(time=time)


def _sending_text() -> str:
    return tr("Going to the printer…")


def _waiting_text() -> str:
    return tr("The sheet still waits for the printer. Is it on, and has it paper?")


def _stopped_text() -> str:
    return tr("The printer has stopped. Look at it, or choose another one.")


def _field(name: str, placeholder: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMaxLength(longest)
    field.setMinimumHeight(TARGET)
    return field
