"""The self-test: one item after the other, off the main thread, never while it is recorded."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from naklank.core.selftest import look
from naklank.core.session import State
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.core.selftest import Finding, Item, Probe
    from naklank.workflow.recording_flow import RecordingFlow
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks

_IN_USE: Final = (State.RECORDING, State.PAUSED, State.TRANSCRIBING)
"""Microphone or processor are wanted by a patient's summary."""

USUAL: Final = 30.0
"""Seconds that all of it takes on most computers."""


class SelftestFlow(QObject):
    """Runs when somebody asks; the microphone is opened for two seconds, and nothing is kept."""

    changed = Signal()
    """`current`, `findings` or `is_possible` is another one."""
    ended = Signal()
    """All items were looked at."""

    def __init__(
        self,
        controller: SessionController,
        recording: RecordingFlow,
        probes: Callable[[], tuple[Probe, ...]],
        tasks: Tasks,
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._recording = recording
        self._make_probes = probes
        self._tasks = tasks
        self._probes: tuple[Probe, ...] = ()
        self._stopped = Event()
        self._stopped.set()
        self._is_looking = False
        self._began = 0.0
        self.findings: tuple[Finding, ...] = ()
        controller.changed.connect(self.changed)
        recording.microphone_changed.connect(self._on_microphone)

    @property
    def is_possible(self) -> bool:
        """Whether it can begin: nothing is in use, and no earlier test is still ending."""
        return not self.is_in_use and not self._is_looking

    @property
    def is_in_use(self) -> bool:
        """Whether a patient's summary is being recorded or typed."""
        is_open = self._recording.microphone is not Microphone.CLOSED
        return is_open or self._controller.state in _IN_USE

    @property
    def is_running(self) -> bool:
        """Whether it was started, and neither ended nor was stopped."""
        return not self._stopped.is_set()

    @property
    def current(self) -> Item | None:
        """What is looked at now."""
        at = len(self.findings)
        return self._probes[at].item if self.is_running and at < len(self._probes) else None

    @property
    def count(self) -> int:
        """How many items there are in this run."""
        return len(self._probes)

    @property
    def seconds_left(self) -> float:
        """Until all was looked at, as it usually takes."""
        return max(0.0, USUAL - (time.monotonic() - self._began))

    def start(self) -> None:
        """Look at all of it anew; not while it `is_in_use`."""
        if not self.is_possible:
            return
        self._stopped = Event()
        self._began = time.monotonic()
        self._probes = self._make_probes()
        self.findings = ()
        self._look_on()

    def stop(self) -> None:
        """End it; what was found stays, and the microphone is let go within a moment."""
        if self.is_running:
            self._stopped.set()
            self.changed.emit()

    def _look_on(self) -> None:
        probe, stopped = self._probes[len(self.findings)], self._stopped
        self._is_looking = True
        self._tasks.run(lambda: look(probe, stopped), self._on_found, self._on_failed)
        self.changed.emit()

    def _on_found(self, finding: Finding) -> None:
        self._is_looking = False
        if not self.is_running:
            self.changed.emit()
            return
        self.findings = (*self.findings, finding)
        if len(self.findings) < len(self._probes):
            self._look_on()
            return
        self._stopped.set()
        self.changed.emit()
        self.ended.emit()

    def _on_microphone(self, microphone: Microphone) -> None:
        """A recording comes first, however it began."""
        if microphone is not Microphone.CLOSED:
            self.stop()
        self.changed.emit()

    def _on_failed(self, _error: NaklankError) -> None:
        """A probe never fails: `look` turns that into a finding."""
        self._is_looking = False
        self.stop()
