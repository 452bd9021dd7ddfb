"""What is found out of this computer, off the main thread: where keys can lie, who looks along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from naklank.core.keys import KeyPlace
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.tasks import Tasks

_BYTES_A_MINUTE: Final = 48_000 * 2 * 60
"""Of sound at the rate of most microphones."""


class ComputerLook(QObject):
    """Looks when it is asked to, and holds what it saw."""

    known = Signal()
    """Something is known, or known anew."""
    failed = Signal(object)

    def __init__(self, equipment: Equipment, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.equipment = equipment
        self._tasks = tasks
        self.key_places: frozenset[KeyPlace] | None = None
        """Where keys can be kept here; None until it is known."""
        self.is_remote = False
        """Whether somebody works on this computer from afar: the sound then crosses a network."""
        self.is_on_battery = False
        """Whether nothing is typed while it is spoken, to spare the battery."""
        self.minutes_of_room: float | None = None
        """How long a recording still fits on the disk; None when the system does not say."""

    def look_for_keys(self) -> None:
        """May take seconds, for a keyring can ask for its password."""

        def done(places: frozenset[KeyPlace]) -> None:
            self.key_places = places
            self.known.emit()

        self._tasks.run(self.equipment.key_places, done, self.failed.emit)

    def look(self) -> None:
        """At what may be another than at the last recording."""

        def see() -> tuple[bool, bool, int | None]:
            equipment = self.equipment
            free = equipment.sessions.free_space()
            return equipment.is_remote(), equipment.is_on_battery(), free

        def done(found: tuple[bool, bool, int | None]) -> None:
            self.is_remote, self.is_on_battery, free = found
            self.minutes_of_room = None if free is None else free / _BYTES_A_MINUTE
            self.known.emit()

        self._tasks.run(see, done, self.failed.emit)
