"""What must be said of what is kept, once and at the right time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.session import State
from naklank.sentences.kept import (
    expired_text,
    lost_text,
    uncopied_text,
    unreadable_text,
    waiting_text,
)
from naklank.ui.parts.message_bar import MessageKind

if TYPE_CHECKING:
    from naklank.ui.parts.message_bar import Saying
    from naklank.workflow.desk import Desk


class KeptNews(QObject):
    """Tells what an earlier run left, what waited too long, and what is lost.

    Each only once, all that is new at once, and only between two patients.
    """

    told = Signal(object, object)
    """A MessageKind, and a Saying."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: frozenset[str] = frozenset()
        self._known_unreadable: frozenset[str] = frozenset()
        self._known_uncopied: frozenset[str] = frozenset()
        self._expired = self._lost = 0
        desk.kept.expired.connect(self._on_expired)
        desk.kept.lost.connect(self._on_lost)
        desk.kept.changed.connect(self._on_changed)

    def _on_expired(self, count: int) -> None:
        self._expired += count

    def _on_lost(self, count: int) -> None:
        self._lost += count

    def _on_changed(self) -> None:
        if self._desk.controller.state is not State.AGREEING or self._desk.kept.is_deleting:
            return  # told when this patient has gone, with what became of all that was found
        sayings = [*self._new_losses(), *self._new_finds()]
        if sayings:
            kind = MessageKind.WARNING if self._lost else MessageKind.NOTICE
            self._expired = self._lost = 0
            self.told.emit(kind, lambda: " ".join(say() for say in sayings))

    def _new_losses(self) -> list[Saying]:
        sayings: list[Saying] = []
        if self._lost:
            sayings.append(partial(lost_text, self._lost))
        if self._expired:
            sayings.append(partial(expired_text, self._expired, self._desk.loaded.hours_kept))
        return sayings

    def _new_finds(self) -> list[Saying]:
        """One that becomes unreadable, or readable again, is new as well."""
        kept = self._desk.kept
        sessions = frozenset(one.identity for one in kept.sessions) - self._desk.controller.seen
        unreadable, uncopied = frozenset(kept.unreadable), frozenset(kept.uncopied)
        sayings: list[Saying] = []
        if sessions - self._known:
            first, now = kept.sessions[0].started, self._desk.equipment.now()
            sayings.append(partial(waiting_text, len(kept.sessions), first, now))
        if unreadable - self._known_unreadable:
            sayings.append(partial(unreadable_text, len(unreadable)))
        if uncopied - self._known_uncopied:
            sayings.append(partial(uncopied_text, len(uncopied)))
        self._known_uncopied |= uncopied
        self._known = (self._known | sessions) - unreadable
        self._known_unreadable = unreadable
        return sayings
