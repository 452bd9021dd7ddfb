"""Making a file safe from a power cut, while it is written on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Syncing:
    """Syncs in a thread of its own, one time after the other.

    A disk can take a second for it. What is given to the system meanwhile survives a killed
    process; what waits in the process does not.
    """

    def __init__(self, sync: Callable[[], None]) -> None:
        self._sync = sync
        self._thread: threading.Thread | None = None
        self._again = False
        self._error: OSError | None = None

    def begin(self) -> None:
        """Begin, or once more when the disk is still at it; raises an earlier time's OSError."""
        self._again = True
        if self._thread is not None and self._thread.is_alive():
            return
        self.end()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Return when the disk has answered; raises its OSError, once."""
        if self._thread is not None:
            self._thread.join()
        error, self._error = self._error, None
        if error is not None:
            raise error

    def _run(self) -> None:
        try:
            while self._again:
                self._again = False
                self._sync()
        except OSError as error:
            self._error = error
