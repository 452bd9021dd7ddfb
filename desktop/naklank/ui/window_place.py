"""Where the window stood, and how large it was, when it was last closed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


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
