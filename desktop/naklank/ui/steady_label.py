"""A label that keeps the room of its longest text."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class SteadyLabel(QLabel):
    """Wraps, and is as high as the longest of the texts it may show: what is below never moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def reserve(self, texts: Iterable[str]) -> None:
        """All that may stand here."""
        self._texts = tuple(texts)
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def _keep_room(self) -> None:
        frame = self.rect().height() - self.contentsRect().height()
        wide = max(1, self.contentsRect().width())
        flags = int(Qt.TextFlag.TextWordWrap)
        bounds = (
            self.fontMetrics().boundingRect(0, 0, wide, 10_000, flags, text) for text in self._texts
        )
        high = max((box.height() for box in bounds), default=0)
        self.setMinimumHeight(high + frame)
