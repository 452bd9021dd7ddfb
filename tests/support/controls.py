"""What in a window can be acted on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QScrollBar, QWidget


def controls(window: QWidget) -> list[QWidget]:
    """All that is shown and can have the keyboard, but for what only scrolls."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and not isinstance(one, (QScrollArea, QScrollBar))
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QAbstractScrollArea)
    ]
