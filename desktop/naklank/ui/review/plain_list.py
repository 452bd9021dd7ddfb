"""What could be said more plainly, one below the other in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from naklank.sentences.plain_offers import offer_text, reason_text
from naklank.translation import tr
from naklank.ui.theme import TARGET, font, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from naklank.core.plain_offers import PlainOffer
    from naklank.core.summary import Summary

_HIGH = 58
"""Pixels of two lines."""
_BESIDE = 40
"""Pixels that a row and the scroll bar take beside the letters."""


class PlainOfferList(QListWidget):
    """Two lines for each: the words and what could stand there, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[PlainOffer, ...] = ()
        self._texts: list[tuple[str, str]] = []
        self.setAccessibleName(tr("What could be plainer"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> PlainOffer | None:
        """The one that the list stands at; None in an empty list."""
        row = self.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def set_offers(self, offers: Sequence[PlainOffer], summary: Summary) -> None:
        """Show these; the place in the list stays, so that the next one is at hand."""
        row = self.currentRow()
        self._offers = tuple(offers)
        self._texts = [(offer_text(one, summary), reason_text(one)) for one in offers]
        self.clear()
        for text, reason in self._texts:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, max(TARGET, scaled(_HIGH))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} · {reason}")
            self.addItem(item)
        self._fit()
        self.setCurrentRow(min(max(0, row), len(self._offers) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters = QFontMetricsF(font())
        room = max(0.0, self.width() - scaled(_BESIDE))
        for at, (text, reason) in enumerate(self._texts):
            elided = letters.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self.item(at).setText(f"{elided}\n{reason}")
