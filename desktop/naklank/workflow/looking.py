"""Looking again and again at what people plug in, off the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.workflow.tasks import Tasks

T = TypeVar("T")

EVERY: Final = 2_000
"""Milliseconds from one look to the next."""


class Looking(QObject):
    """One look after the other while somebody wants to know; one that hangs holds one task."""

    def __init__(
        self,
        tasks: Tasks,
        look: Callable[[], tuple[T, ...]],
        seen: Callable[[tuple[T, ...]], None],
        parent: QObject,
    ) -> None:
        """`look` runs on a task; `seen` hears what it gave, and of nothing where it failed."""
        super().__init__(parent)
        self._tasks = tasks
        self._look: Callable[[], tuple[Any, ...]] = look
        self._seen: Callable[[tuple[Any, ...]], None] = seen
        self._is_wanted = self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._begin)

    def start(self) -> None:
        """Look now, and go on until `stop`."""
        if not self._is_wanted:
            self._is_wanted = True
            self._begin()

    def stop(self) -> None:
        """What a look that is under way gives is still heard."""
        self._is_wanted = False
        self._timer.stop()

    def _begin(self) -> None:
        if self._is_wanted and not self._is_looking:
            self._is_looking = True
            self._tasks.run(self._look, self._on_seen, self._on_failed)

    def _on_seen(self, found: tuple[Any, ...]) -> None:
        self._is_looking = False
        if self._is_wanted:
            self._timer.start()
        self._seen(found)

    def _on_failed(self, _: NaklankError) -> None:
        self._on_seen(())
