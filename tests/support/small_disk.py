"""A real disk that can be full, or read-only."""

from __future__ import annotations

import contextlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DISK = 1_048_576
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A disk of 1 MiB, mounted where only a shell of ours and /proc see it."""

    folder: Path
    place: Path
    """Where that shell sees the folder."""
    commands: IO[str]
    answers: IO[str]

    def ask(self, command: str) -> bool:
        self.commands.write(f"{command} && echo done || echo failed\n")
        self.commands.flush()
        return self.answers.readline() == "done\n"

    def make_read_only(self) -> None:
        assert self.ask(f"mount -o remount,bind,ro '{self.place}'")

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
    with subprocess.Popen(
        ["unshare", flags, "sh"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as shell:
        assert shell.stdin
        assert shell.stdout
        disk = Disk(Path(f"/proc/{shell.pid}/root{place}"), place, shell.stdin, shell.stdout)
        try:
            mounted = disk.ask(f"mount -t tmpfs -o size={DISK} tmpfs '{place}'")
        except BrokenPipeError:
            mounted = False
        if not mounted:
            with contextlib.suppress(BrokenPipeError):  # unshare itself has refused: in a chroot
                shell.stdin.close()
            if os.environ.get("CI"):
                pytest.fail("no small disk can be mounted")
            pytest.skip("no small disk can be mounted")
        yield disk
