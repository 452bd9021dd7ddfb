"""Poster and desk card on their way to the screen, the printer or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.notice import Notice, NoticeForm
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.tasks import Tasks


class WaitingRoom(QObject):
    """Nothing here is of a patient."""

    made = Signal(bytes)
    """The PDF that was to be shown."""
    printed = Signal()
    """The printer's queue took it."""
    saved = Signal(object)
    """The file in which it stands."""
    failed = Signal(object)
    """A NaklankError."""

    def __init__(self, equipment: Equipment, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._equipment = equipment
        self._tasks = tasks

    def show(self, notice: Notice, form: NoticeForm) -> None:
        """Make it for the screen."""
        make = self._equipment.notices.make_pdf
        self._tasks.run(lambda: make(notice, form), self.made.emit, self.failed.emit)

    def print(self, notice: Notice, form: NoticeForm) -> None:
        """Send it to the system's default printer."""
        equipment = self._equipment
        self._tasks.run(
            lambda: equipment.printer.print_pdf(equipment.notices.make_pdf(notice, form)),
            lambda _: self.printed.emit(),
            self.failed.emit,
        )

    def save(self, file: Path, notice: Notice, form: NoticeForm) -> None:
        """Write it as PDF."""
        notices = self._equipment.notices
        self._tasks.run(
            lambda: notices.save(file, notice, form),
            lambda _: self.saved.emit(file),
            self.failed.emit,
        )
