"""How a window comes up; once it is closed nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def open_over(window: QDialog) -> None:
    """In the way of the window below, which hears nothing meanwhile."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()


def open_whole(window: QDialog) -> None:
    """As above, on the whole screen."""
    open_over(window)
    window.showFullScreen()


def open_beside(window: QDialog) -> None:
    """The window below goes on hearing; one that stands there already comes to the front."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    window.activateWindow()
