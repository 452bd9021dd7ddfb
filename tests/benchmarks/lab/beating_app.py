"""The piloted app with a heart: how long its main thread was busy with one thing, at the most."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QObject, Qt, QTimer

from naklank.ui.main_window import MainWindow
from support import piloted_app

_BEAT = 5
"""Milliseconds between two beats when nothing stands in their way."""


class Heart(QObject):
    """Beats on the main thread; whatever holds it up is as long as the gap between two beats."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(_BEAT)

    def longest(self) -> float:
        """Milliseconds since it was last asked."""
        longest, self._longest = self._longest, 0.0
        return longest

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, (now - self._last) * 1000 - _BEAT)
        self._last = now


class Beating(MainWindow):
    """The window with its heart."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.heart = Heart(self)


if __name__ == "__main__":
    setattr(piloted_app, "MainWindow", Beating)  # noqa: B010 - to mypy a class is no variable
    sys.exit(piloted_app.main())
