"""Room for enlarged text in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from naklank.ui.theme import TARGET, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Squeezed(QScrollArea):
    """What stands in it is as high as the area, and scrolls only where it cannot be made so low.

    `widgetResizable` would scroll wherever it is lower than it would like to be.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        inside.setObjectName("inside")
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout, room = self._inside.layout(), self.viewport().size()
        if layout is not None:
            lowest = max(
                layout.totalMinimumSize().height(),
                layout.totalMinimumHeightForWidth(room.width()),
            )
            self._inside.resize(room.width(), max(room.height(), lowest))


def scrolling(inside: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down where it is higher than its place."""
    inside.setObjectName("inside")
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def two_lines(label: QLabel) -> QScrollArea:
    """Room for two lines of it, also while it is empty; more scrolls, and nothing moves."""
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    area = scrolling(label)
    area.setFixedHeight(max(TARGET, scaled(48)))
    return area
