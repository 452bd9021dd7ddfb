"""The system's clipboard for words that must not stay there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LIFETIME: Final = 60_000
"""Milliseconds after which the words are gone."""

_NOT_KEPT: Final = {
    # Windows: neither in its history nor in the clipboard that it shares between computers.
    # https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats
    "ExcludeClipboardContentFromMonitorProcessing": b"\0\0\0\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    # KDE's clipboard keeps no password, and does not ask what it is.
    "x-kde-passwordManagerHint": b"secret",
}
_OURS: Final = "application/x-naklank-passing"


class PassingClipboard(QObject):
    """Holds one text for a minute, or until the app quits.

    What somebody copied in its place is left alone.
    """

    cleared = Signal()
    """The text is gone from the clipboard."""

    def __init__(self, parent: QObject | None = None, lifetime: int = LIFETIME) -> None:
        super().__init__(parent)
        self._token = b""
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(lifetime)
        self._timer.timeout.connect(self.clear)
        # Windows keeps what lies there when the app goes, and no timer is left to take it away.
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear)

    def hold(self, text: str) -> None:
        """Put the text there, in the place of what lay there."""
        self._count += 1
        self._token = f"{id(self)}-{self._count}".encode()
        data = QMimeData()
        data.setText(text)
        data.setData(_OURS, self._token)
        for name, value in _NOT_KEPT.items():
            data.setData(name, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._timer.start()

    def clear(self) -> None:
        """Take it away now, if it is still ours."""
        self._timer.stop()
        if not self._token:
            return
        clipboard = QGuiApplication.clipboard()
        held = clipboard.mimeData()
        if held is not None and held.data(_OURS).data() == self._token:
            clipboard.clear()
        self._token = b""
        self.cleared.emit()
