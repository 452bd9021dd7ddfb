"""What becomes of a sheet after it was sent to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from naklank.core.ports.hand_over import QueueState

if TYPE_CHECKING:
    from naklank.core.ports.hand_over import Printer
    from naklank.workflow.tasks import Tasks

EVERY: Final = 2_000
"""Milliseconds from one look to the next."""
LOOKS: Final = 30
"""A minute long; who then still waits for paper looks at the printer."""


class QueueWatch(QObject):
    """Looks at the queue until it is empty, or long enough."""

    told = Signal(object)
    """As QueueState, each time that somebody looked."""

    def __init__(self, printer: Printer, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._tasks = tasks
        self._name = ""
        self._left = 0
        self._watched = 0
        """Counts what was watched: an answer about what was sent before is not told."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)

    def watch(self, name: str) -> None:
        """Something was sent to this printer, or to the first one, just now."""
        self._name, self._left = name, LOOKS
        self._watched += 1
        self._timer.start()

    def forget(self) -> None:
        """Nobody waits for it any more."""
        self._watched += 1
        self._left = 0
        self._timer.stop()

    def _look(self) -> None:
        name, watched = self._name, self._watched

        def done(state: QueueState) -> None:
            if watched == self._watched:
                self._on_told(state)

        self._tasks.run(lambda: self._printer.queue_state(name), done, lambda _: None)

    def _on_told(self, state: QueueState) -> None:
        self._left -= 1
        self.told.emit(state)
        if state is not QueueState.EMPTY and self._left:
            self._timer.start()
