"""Calls into the sound system that may never come back."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def within(seconds: float, function: Callable[[], T], otherwise: T) -> T:
    """The function's answer, or `otherwise` when it takes longer or raises.

    A sound server that hangs never answers; the thread that asked it is then left behind.
    """
    answer: queue.SimpleQueue[T] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(function())
        except Exception:  # noqa: BLE001 - each library has its own; none of them may reach a user
            answer.put(otherwise)

    asking = threading.Thread(target=ask, name="sound-system", daemon=True)
    asking.start()
    asking.join(seconds)
    return answer.get() if not asking.is_alive() else otherwise
