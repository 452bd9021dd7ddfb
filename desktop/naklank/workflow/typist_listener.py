"""What the typist says on its own thread, as signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.core.transcript import Transcript


class SignalTypistListener(QObject):
    """Carries what the typist says of one recording over to the main thread."""

    progress = Signal(object, float)
    typed = Signal(object, object)
    doubted = Signal(object, object)
    failed = Signal(object, object)

    def on_progress(self, second: float) -> None:
        self.progress.emit(self, second)

    def on_typed(self, transcript: Transcript) -> None:
        self.typed.emit(self, transcript)

    def on_doubted(self, transcript: Transcript) -> None:
        self.doubted.emit(self, transcript)

    def on_failed(self, error: NaklankError) -> None:
        self.failed.emit(self, error)
