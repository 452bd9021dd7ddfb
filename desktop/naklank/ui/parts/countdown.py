"""3, 2, 1: so that two people begin at the same moment."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

COUNT: Final = 3
SECOND: Final = 1000
"""Milliseconds that each number stands there."""


class Countdown(QTimer):
    """Counts from 3 once it has begun; `stop` breaks it off, and nobody hears of that."""

    counted = Signal()
    """Another number stands in `left`, from 2 on."""
    over = Signal()
    """The last number has stood its time."""

    def __init__(self, second: int, parent: QObject) -> None:
        """`second` is how many milliseconds each number stands there."""
        super().__init__(parent)
        self.left = 0
        self.setInterval(second)
        self.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """From the start, also where it counts already."""
        self.left = COUNT
        self.start()

    def _on_timeout(self) -> None:
        self.left -= 1
        if self.left:
            self.counted.emit()
        else:
            self.stop()
            self.over.emit()
