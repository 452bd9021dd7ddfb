"""A recording that nobody keeps: read into the microphone, heard by whom it is for, and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import ErrorCode, NaklankError
from naklank.workflow.recorder_listener import SignalRecorderListener
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from naklank.core.recording import InputName, Level, SoundFile, Take
    from naklank.workflow.equipment import Equipment


class ScratchRecording(QObject):
    """One at a time, in a file under a key that is kept nowhere."""

    changed = Signal()
    """`microphone` is another one."""
    level_changed = Signal(object)
    recorded = Signal(object, object)
    """The SoundFile and its Take; who hears this clears the scratch when it is read."""
    failed = Signal(object)
    """Nothing is there, and nothing is left; the microphone is closed."""

    def __init__(self, equipment: Equipment, longest: float, parent: QObject) -> None:
        """`longest` is how many seconds it may last; then it ends by itself."""
        super().__init__(parent)
        self._equipment = equipment
        self._longest = longest
        self._listener: SignalRecorderListener | None = None
        self._file: SoundFile | None = None
        self.microphone = Microphone.CLOSED

    def start(self, device: InputName) -> None:
        """Open the microphone."""
        self._listener = self._listen()
        self._set_microphone(Microphone.OPENING)
        self._equipment.recorder.start(self._place, 1, device, self._listener)

    def stop(self) -> None:
        """It is read: close the microphone."""
        if self.microphone in (Microphone.OPENING, Microphone.OPEN):
            self._set_microphone(Microphone.CLOSING)
            self._equipment.recorder.stop()

    def give_up(self) -> None:
        """Nobody waits for it any more: nothing is left of what is at the microphone."""
        if self._listener is not None:
            self._listener = None
            self._equipment.recorder.abort()
            self._equipment.voices.clear_scratch()
            self._set_microphone(Microphone.CLOSED)

    def _place(self, _number: int) -> SoundFile:
        self._file = self._equipment.voices.scratch()
        return self._file

    def _listen(self) -> SignalRecorderListener:
        listener = SignalRecorderListener(self)
        queued = Qt.ConnectionType.QueuedConnection
        listener.arrived.connect(self._on_arrived, queued)
        listener.level.connect(self._on_level, queued)
        listener.lost.connect(self._on_lost, queued)
        listener.ended.connect(self._on_ended, queued)
        return listener

    def _on_arrived(self, listener: SignalRecorderListener, _take: Take) -> None:
        if listener is self._listener and self.microphone is Microphone.OPENING:
            self._set_microphone(Microphone.OPEN)

    def _on_level(self, listener: SignalRecorderListener, level: Level) -> None:
        if listener is self._listener:
            self.level_changed.emit(level)
            if level.seconds > self._longest:
                self.stop()

    def _on_lost(self, listener: SignalRecorderListener, error: NaklankError) -> None:
        """Another microphone would sound like somebody else: begin again."""
        if listener is self._listener:
            self._listener = None
            self._equipment.recorder.abort()
            self._fail(NaklankError(ErrorCode.MICROPHONE_DEAD, **error.details))

    def _on_ended(
        self, listener: SignalRecorderListener, take: Take | None, error: NaklankError | None
    ) -> None:
        listener.deleteLater()
        if listener is not self._listener:
            return
        self._listener = None
        if error is not None or take is None or self._file is None:
            self._fail(error or NaklankError(ErrorCode.VOICE_NOT_HEARD))
            return
        self._set_microphone(Microphone.CLOSED)
        self.recorded.emit(self._file, take)

    def _fail(self, error: NaklankError) -> None:
        self._equipment.voices.clear_scratch()
        self.microphone = Microphone.CLOSED
        self.failed.emit(error)

    def _set_microphone(self, microphone: Microphone) -> None:
        self.microphone = microphone
        self.changed.emit()
