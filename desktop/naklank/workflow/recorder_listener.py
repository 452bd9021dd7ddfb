"""What the recorder says on its own thread, as signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.core.recording import Condition, Level, Take


class SignalRecorderListener(QObject):
    """Carries what the recorder says of one recording over to the main thread."""

    arrived = Signal(object, object)
    level = Signal(object, object)
    conditions = Signal(object, object)
    lost = Signal(object, object)
    kept = Signal(object, object)
    ended = Signal(object, object, object)

    def on_sound_arrived(self, take: Take) -> None:
        self.arrived.emit(self, take)

    def on_level(self, level: Level) -> None:
        self.level.emit(self, level)

    def on_conditions(self, conditions: frozenset[Condition]) -> None:
        self.conditions.emit(self, conditions)

    def on_lost(self, error: NaklankError) -> None:
        self.lost.emit(self, error)

    def on_take_kept(self, take: Take) -> None:
        self.kept.emit(self, take)

    def on_ended(self, take: Take | None, error: NaklankError | None) -> None:
        self.ended.emit(self, take, error)
