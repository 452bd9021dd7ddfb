"""Work that waits until a test lets it go on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from support.desk import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable


class Gate:
    """Lets work through only when it is opened."""

    def __init__(self) -> None:
        self._opened = threading.Event()
        self.reached = threading.Event()
        """Somebody waits before it."""

    def open(self) -> None:
        self._opened.set()

    def pass_through(self) -> None:
        self.reached.set()
        assert self._opened.wait(PATIENCE / 1000)

    def __call__(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, which waits before it begins."""

        def wait(*args: Any) -> Any:
            self.pass_through()
            return work(*args)

        return wait

    def behind(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, which waits when it is done."""

        def wait(*args: Any) -> Any:
            outcome = work(*args)
            self.pass_through()
            return outcome

        return wait
