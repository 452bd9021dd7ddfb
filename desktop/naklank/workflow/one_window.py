"""One window for a user's data: a second start calls the first one forward."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from naklank.core.errors import ErrorCode, NaklankError, writing_failed

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE: Final = 5.0
"""Seconds in which a window that works has heard the bell."""

_BELL: Final = "come-forward"
"""An empty file: who hears of it takes it away. No socket is needed for that."""


def only_one(folder: Path) -> QLockFile:
    """The lock of this folder's data. Raises ALREADY_OPEN or DATA_NOT_WRITABLE."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, folder) from error
    lock = QLockFile(str(folder / "naklank.lock"))
    lock.setStaleLockTime(0)  # only a process that is gone loses its lock, however long it runs
    if lock.tryLock(0):
        return lock
    taken = lock.error() is QLockFile.LockError.LockFailedError
    code = ErrorCode.ALREADY_OPEN if taken else ErrorCode.DATA_NOT_WRITABLE
    raise NaklankError(code, folder=str(folder))


def ring(folder: Path, patience: float = PATIENCE) -> bool:
    """Call the window that has this folder forward; whether it has heard."""
    bell = folder / _BELL
    try:
        bell.touch()
    except OSError:
        return False
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if not bell.exists():
            return True
        time.sleep(0.05)
    bell.unlink(missing_ok=True)
    return False


class Doorbell(QObject):
    """Hears of a second start."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bell = folder / _BELL
        self._bell.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._bell.exists():
            self._bell.unlink(missing_ok=True)
            self.rung.emit()
