"""Where a window stands and how large it is: as it was, and never larger than a screen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_TITLE_BAR: Final = 40
"""Pixels that a system puts on top of a window, at the most."""
_USUAL: Final = 700
"""Pixels of height that a screen mostly has for a window."""


def within_screens(width: int, height: int) -> QSize:
    """A size, or less where a screen is smaller: 1366 by 768 at 150 % leaves 911 by 512."""
    size = QSize(width, height)
    for screen in QGuiApplication.screens():
        size = size.boundedTo(screen.availableSize() - QSize(0, _TITLE_BAR))
    return size


def for_whole_screen(px: int) -> int:
    """Pixels of something large on a usual screen; fewer on one that is lower than our windows."""
    return px * within_screens(1, _USUAL).height() // _USUAL


def put_back(window: QWidget, file: Path) -> None:
    """Put it there again; Qt brings it onto a screen where that one is gone.

    A file that is missing or broken changes nothing.
    """
    with contextlib.suppress(OSError):
        window.restoreGeometry(QByteArray(file.read_bytes()))


def remember(window: QWidget, file: Path) -> None:
    """Nothing depends on it: where it cannot be written it is forgotten."""
    with contextlib.suppress(OSError):
        file.write_bytes(window.saveGeometry().data())
