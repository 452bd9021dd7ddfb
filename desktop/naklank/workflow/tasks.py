"""Work of some seconds off the main thread: its outcome comes back as a queued signal."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import NaklankError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

T = TypeVar("T")

_WORKERS: Final = 3
"""One for a printer that does not answer, and two to go on with."""


class Tasks(QObject):
    """A small pool. Callbacks run on the thread that made this object."""

    _ended = Signal(object, object)

    def __init__(
        self,
        unforeseen: Callable[[BaseException], NaklankError],
        parent: QObject | None = None,
    ) -> None:
        """`unforeseen` turns an error without a code into one that people can be told."""
        super().__init__(parent)
        self._unforeseen = unforeseen
        self._is_closed = False
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="task")
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[NaklankError], None],
    ) -> None:
        """Do the work, then call `done` with what it gave, or `failed` with why it did not.

        At the end of the day nothing is begun any more, and neither is called.
        """
        if self._is_closed:
            return

        def call_back(future: Future[T]) -> None:
            error = future.exception()
            if error is None:
                self._ended.emit(done, future.result())
            elif isinstance(error, NaklankError):
                self._ended.emit(failed, error)
            else:
                self._ended.emit(failed, self._unforeseen(error))

        self._pool.submit(work).add_done_callback(call_back)

    def close(self) -> None:
        """Wait for what is under way, and end the threads."""
        self._is_closed = True
        self._pool.shutdown()

    def _on_ended(self, callback: Callable[[Any], None], outcome: object) -> None:
        callback(outcome)
