"""What the self-test asks of the computer itself."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from naklank import RELEASED, __version__
from naklank.computer.disk_encryption import is_encrypted
from naklank.computer.remote import remote_session
from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.core.selftest_judging import (
    judge_clock,
    judge_encryption,
    judge_memory,
    judge_room,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PACKAGES: Final = {
    "qt": "PySide6-Essentials",
    "engine": "faster-whisper",
    "decoder": "ctranslate2",
    "printing": "typst",
}
"""For each library that decides what works the package that tells its version."""


def free_memory() -> int:
    """Bytes that programs can still take."""
    import psutil

    return psutil.virtual_memory().available


def memory_probe(needed: Callable[[], int], free: Callable[[], int] = free_memory) -> Probe:
    """`needed` gives the bytes that the chosen speech model takes."""

    def find(_stopped: object) -> Finding:
        bytes_free, bytes_needed = free(), needed()
        details = {"free_bytes": bytes_free, "needed_bytes": bytes_needed}
        return Finding(Item.MEMORY, judge_memory(bytes_free, bytes_needed), details)

    return Probe(Item.MEMORY, find)


def disk_probe(free: Callable[[], int | None]) -> Probe:
    """`free` gives the bytes that are free where recordings go."""

    def find(_stopped: object) -> Finding:
        room = free()
        details = {} if room is None else {"free_bytes": room}
        return Finding(Item.DISK, judge_room(room), details)

    return Probe(Item.DISK, find)


def encryption_probe(
    folder: Callable[[], Path], reader: Callable[[Path], bool | None] = is_encrypted
) -> Probe:
    """Whether the disk under `folder` is encrypted, as `reader` says; None is not known."""
    return Probe(
        Item.ENCRYPTION,
        lambda _: Finding(Item.ENCRYPTION, judge_encryption(reader(folder()))),
    )


def clock_probe(now: Callable[[], datetime]) -> Probe:
    """Whether the clock, which `now` reads with its zone, can be right for this version."""

    def find(_stopped: object) -> Finding:
        moment = now()
        released = datetime.fromisoformat(RELEASED).replace(tzinfo=UTC)
        details = {"clock": f"{moment:%Y-%m-%d %H:%M}", "released": RELEASED}
        return Finding(Item.CLOCK, judge_clock(moment, released), details)

    return Probe(Item.CLOCK, find)


def remote_probe(is_remote: Callable[[], bool] = remote_session) -> Probe:
    """Whether somebody works at this computer from another one."""

    def find(_stopped: object) -> Finding:
        outcome = Outcome.REMOTE_WORKED if is_remote() else Outcome.REMOTE_NOT
        return Finding(Item.REMOTE, outcome)

    return Probe(Item.REMOTE, find)


def versions_probe() -> Probe:
    """What is asked first when something fails: versions, processor; names of nobody."""

    def find(_stopped: object) -> Finding:
        details: dict[str, str | int | float] = {
            "naklank": __version__,
            "python": platform.python_version(),
            # Never platform.node() or uname as a whole: computers are named after people.
            "system": f"{platform.system()} {platform.release()}",
            "processor": platform.machine(),
            "cores": os.cpu_count() or 0,
            **{name: _version(package) for name, package in _PACKAGES.items()},
        }
        return Finding(Item.VERSIONS, Outcome.VERSIONS_TOLD, details)

    return Probe(Item.VERSIONS, find)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
