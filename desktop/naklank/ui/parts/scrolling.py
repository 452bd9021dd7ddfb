"""Room for enlarged text in a small window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from naklank.ui.theme import TARGET, scaled


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
