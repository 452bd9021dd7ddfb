"""A label that keeps the room of its longest text."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from naklank.ui.theme import scaled

_WRAP = int(Qt.TextFlag.TextWordWrap)
_WIDE = 400
"""Pixels that a reserved text asks for before it wraps."""


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
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Also while it is empty."""
        return True

    def heightForWidth(self, width: int) -> int:
        frame = self.size() - self.contentsRect().size()
        wide = max(1, width - frame.width())
        boxes = (
            self.fontMetrics().boundingRect(0, 0, wide, 10_000, _WRAP, text)
            for text in (self.text(), *self._texts)
        )
        return max(box.height() for box in boxes) + frame.height()

    def sizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, ("", *self._texts)))
        width = max(super().sizeHint().width(), min(longest, scaled(_WIDE)))
        return QSize(width, self.heightForWidth(width))
