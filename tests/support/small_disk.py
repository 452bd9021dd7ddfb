"""A real disk that can be full, or read-only."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from support.mounting import Mounting, NotMountedError, mounted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DISK = 1_048_576
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A disk of 1 MiB, mounted where only a shell of ours and /proc see it."""

    mounting: Mounting

    @property
    def folder(self) -> Path:
        return self.mounting.folder

    def make_read_only(self) -> None:
        assert not self.mounting.ask(f"mount -o remount,bind,ro '{self.mounting.place}'")

    def fill(self) -> Path:
        """Leave no room; the file that takes it."""
        filler = self.folder / "vol"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(bytes(2 * DISK))
        return filler


@contextlib.contextmanager
def small_disk(place: Path) -> Iterator[Disk]:
    """Mount it over a folder; where that cannot be, the test is skipped, in CI it fails."""
    # A name space of its own: nothing stays mounted, and it needs no root.
    flags = "-m" if os.geteuid() == 0 else "-Urm"
    with contextlib.ExitStack() as stack:
        try:
            mounting = stack.enter_context(
                mounted(f"mount -t tmpfs -o size={DISK} tmpfs", place, flags)
            )
        except NotMountedError:
            if os.environ.get("CI"):
                pytest.fail("no small disk can be mounted")
            pytest.skip("no small disk can be mounted")
        yield Disk(mounting)
