"""A stick as a way out of the room: found by itself, written, checked, let go."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import NaklankError
from naklank.core.session import Event, Way
from naklank.workflow.looking import Looking
from naklank.workflow.on_its_way import Carrier
from naklank.workflow.pace import seconds_left

if TYPE_CHECKING:
    from naklank.core.sticks import Stick
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.hand_over_flow import HandOverFlow
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks


class StickFlow(QObject):
    """Looks for sticks while somebody may hand over, and copies what goes home to one.

    What fails is told by the hand-over's own `failed`.
    """

    sticks_changed = Signal()
    """Other ones are plugged in: `sticks`."""
    written = Signal(object, bool)
    """The Stick that holds all, and whether the system has let go of it."""

    progressed = Signal()
    """`seconds_left` is another one."""
    _came = Signal(int, int)

    def __init__(
        self,
        controller: SessionController,
        handing_over: HandOverFlow,
        equipment: Equipment,
        tasks: Tasks,
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._handing_over = handing_over
        self._equipment = equipment
        self.sticks: tuple[Stick, ...] = ()
        self.seconds_left: float | None = None
        """Until all is on the stick and read back; None where nobody knows."""
        self._began: tuple[float, int] | None = None
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)
        self._looking = Looking(tasks, equipment.sticks.plugged_in, self._on_seen, self)
        controller.changed.connect(self._on_changed)

    def watch(self) -> None:
        """Look now, and again and again until the session may not go home any more."""
        self._looking.start()

    def close(self) -> None:
        """Nothing is looked for any more."""
        self._looking.stop()

    def copy(self, stick: Stick) -> None:
        """Write what goes home on this stick; it is handed over once all of it was read back."""
        sticks, name = self._equipment.sticks, self._handing_over.set_name
        self._began = self.seconds_left = None

        def let_go() -> bool:
            try:
                sticks.eject(stick)
            except NaklankError:
                return False
            return True

        carrier = Carrier(
            lambda files: sticks.write(stick, files, name, self._came.emit),
            lambda folder, files: sticks.remove(stick, folder, files),
            let_go,
        )
        self._handing_over.take_out(
            Way.STICK, carrier, lambda arrival: self.written.emit(stick, arrival.is_let_go)
        )

    def _on_came(self, done: int, whole: int) -> None:
        """By the pace since the first file."""
        now = time.monotonic()
        began, before = self._began = self._began or (now, done)
        self.seconds_left = seconds_left(now - began, done - before, whole - done)
        self.progressed.emit()

    def _on_seen(self, sticks: tuple[Stick, ...]) -> None:
        known = [one.identity for one in self.sticks]
        self.sticks = sticks
        if [one.identity for one in sticks] != known:
            self.sticks_changed.emit()

    def _on_changed(self) -> None:
        if Event.HAND_OVER not in self._controller.allowed:
            self.close()
