"""A real file system in an image file, mounted where only a shell of ours and /proc see it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 16 * 1024 * 1024
"""Bytes."""


class NoLoopDiskError(Exception):
    """This computer or this user cannot mount an image."""


@dataclass(frozen=True, slots=True)
class LoopDisk:
    image: Path
    folder: Path
    commands: IO[str]
    answers: IO[str]

    def ask(self, command: str) -> str:
        """What the shell says to it, without the last line: "done" or "failed"."""
        self.commands.write(f"{command} && echo done || echo failed\n")
        self.commands.flush()
        lines = []
        while (line := self.answers.readline().strip()) not in ("done", "failed", ""):
            lines.append(line)
        return "" if line == "done" else " ".join(["failed:", *lines])


def make_image(image: Path) -> None:
    """An empty ext4. Raises NoLoopDiskError without the program for it."""
    if shutil.which("mkfs.ext4") is None:
        raise NoLoopDiskError("no mkfs.ext4 here")
    with image.open("wb") as stream:
        stream.truncate(SIZE)
    command = ["mkfs.ext4", "-q", "-F", "-b", "4096", "-E", "lazy_itable_init=0", str(image)]
    subprocess.run(command, check=True)


@contextlib.contextmanager
def loop_disk(image: Path, place: Path) -> Iterator[LoopDisk]:
    """Mount an image over a folder; raises NoLoopDiskError where that cannot be.

    The mount lives in a name space of the shell's own and the loop device frees itself with it:
    also when we are killed nothing is left.
    """
    with subprocess.Popen(
        ["unshare", "-m", "sh"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as shell:
        assert shell.stdin
        assert shell.stdout
        folder = Path(f"/proc/{shell.pid}/root{place}")
        disk = LoopDisk(image, folder, shell.stdin, shell.stdout)
        try:
            refused = disk.ask(f"mount -o loop '{image}' '{place}'")
        except BrokenPipeError:
            refused = "no name space of its own"
        if refused:
            with contextlib.suppress(BrokenPipeError):
                shell.stdin.close()
            raise NoLoopDiskError(refused)
        try:
            yield disk
        finally:
            disk.ask(f"umount '{place}' || umount -l '{place}'")
