"""Making a file safe from a power cut, while it is written on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Syncing:
    """Syncs in a thread of its own, until its end.

    A disk can take a second for it. What is given to the system meanwhile survives a killed
    process; what waits in the process does not.
    """

    def __init__(self, sync: Callable[[], None]) -> None:
        self._sync = sync
        self._is_wanted = threading.Event()
        self._is_over = False
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()

    def begin(self) -> None:
        """Sync as soon as the disk has done so before; raises the OSError of an earlier time."""
        self._raise()
        self._is_wanted.set()

    def end(self) -> None:
        """Return when the disk has answered; raises its OSError, once."""
        self._is_over = True
        self._is_wanted.set()
        self._thread.join()
        self._raise()

    def _raise(self) -> None:
        error, self._error = self._error, None
        if error is not None:
            raise error

    def _run(self) -> None:
        while self._is_wanted.wait() and not self._is_over:
            self._is_wanted.clear()
            try:
                self._sync()
            except OSError as error:
                self._error = error
