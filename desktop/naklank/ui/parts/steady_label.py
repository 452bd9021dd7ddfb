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
        self._heights: dict[tuple[int, str], int] = {}
        """Of the longest of them, by width and letters: a layout asks for it again and again."""
        self.setWordWrap(True)
        self.setIndent(0)  # Qt's own, beside a border, would go off the room for the last line
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def reserve(self, texts: Iterable[str]) -> None:
        """All that may stand here."""
        self._texts = tuple(texts)
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Also while it is empty."""
        return True

    def heightForWidth(self, width: int) -> int:
        frame = self.size() - self.contentsRect().size()
        wide = max(1, width - frame.width())
        letters = wide, self.font().key()
        if letters not in self._heights:
            self._heights[letters] = max(
                (self._height(text, wide) for text in self._texts), default=0
            )
        return max(self._height(self.text(), wide), self._heights[letters]) + frame.height()

    def _height(self, text: str, wide: int) -> int:
        return self.fontMetrics().boundingRect(0, 0, wide, 10_000, _WRAP, text).height()

    def sizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, ("", *self._texts)))
        width = max(super().sizeHint().width(), min(longest, scaled(_WIDE)))
        return QSize(width, self.heightForWidth(width))
