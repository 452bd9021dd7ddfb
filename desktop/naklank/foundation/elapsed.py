"""Time that also passes while the computer sleeps."""

import sys
import time


def elapsed() -> float:
    """Seconds since some moment in the past, those of sleep and hibernation among them.

    Compared with `time.monotonic` it tells on Linux and macOS how long the computer slept. Proved
    on Linux alone. Sources: clock_gettime(2) of Linux and clock_gettime(3) of macOS, where
    Python's own monotonic clock stops in sleep; GetTickCount64 and QueryPerformanceCounter, of
    which Python makes it on Windows, both count sleep.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # noqa: RET505 - mypy takes what follows for dead
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.monotonic()
