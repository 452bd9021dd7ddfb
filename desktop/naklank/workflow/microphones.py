"""Which microphones are plugged in, asked off the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.session import State
from naklank.workflow.looking import Looking

if TYPE_CHECKING:
    from naklank.core.ports.sound import InputDevice, Recorder
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks


class Microphones(QObject):
    """Looks when it is asked to, once or until one is found."""

    listed = Signal(object)
    """Those that are plugged in, as a tuple of InputDevice; none where the look failed."""
    failed = Signal(object)

    def __init__(self, controller: SessionController, recorder: Recorder, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._controller = controller
        self._recorder = recorder
        self._tasks = tasks
        self._looking = Looking(tasks, recorder.devices, self._on_seen, self)

    def look(self) -> None:
        """Once; the answer comes as a signal."""
        self._tasks.run(self._recorder.devices, self._on_listed, self.failed.emit)

    def look_until_found(self) -> None:
        """Again and again until one is there or was no help any more."""
        self._looking.start()

    def close(self) -> None:
        """Look no more."""
        self._looking.stop()

    def _on_listed(self, devices: tuple[InputDevice, ...]) -> None:
        self.listed.emit(devices)

    def _on_seen(self, devices: tuple[InputDevice, ...]) -> None:
        if devices or self._controller.state not in (State.AGREEING, State.AGREED):
            self._looking.stop()
        self.listed.emit(devices)
