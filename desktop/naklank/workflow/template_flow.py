"""Looks at a practice's Word template while it is chosen, and gives out the one that ships."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from naklank.core.ports.hand_over import Publisher
    from naklank.core.settings import Fields
    from naklank.workflow.tasks import Tasks


class TemplateFlow(QObject):
    """The answers come as signals: a template is filled in twice to be looked at."""

    fits = Signal(str)
    """The file of a template that shows all of a sheet."""
    given_out = Signal(object)
    """The file in which the template that ships lies now, for the practice to make its own."""
    failed = Signal(object)

    def __init__(self, publisher: Publisher, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._publisher = publisher
        self._tasks = tasks

    def look_at(self, file: str, own: Fields) -> None:
        """Fill it in with a made-up sheet, and these texts of the practice's own."""
        publisher, fields = self._publisher, dict(own)
        self._tasks.run(
            lambda: publisher.check_template(Path(file), fields),
            lambda _: self.fits.emit(file),
            self.failed.emit,
        )

    def give_out(self, file: Path) -> None:
        """Write the template that ships to this file."""
        publisher = self._publisher
        self._tasks.run(
            lambda: publisher.save_template(file),
            lambda _: self.given_out.emit(file),
            self.failed.emit,
        )
