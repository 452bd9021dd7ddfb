"""A real file system in an image file, mounted where only a shell of ours and /proc see it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.mounting import Mounting, NotMountedError, mounted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 16 * 1024 * 1024
"""Bytes."""


@dataclass(frozen=True, slots=True)
class LoopDisk:
    image: Path
    mounting: Mounting

    @property
    def folder(self) -> Path:
        return self.mounting.folder

    def ask(self, command: str) -> str:
        """Nothing when the command succeeded, else what it said."""
        return self.mounting.ask(command)


def make_image(image: Path) -> None:
    """An empty ext4. Raises NotMountedError without the program for it."""
    if shutil.which("mkfs.ext4") is None:
        raise NotMountedError("no mkfs.ext4 here")
    with image.open("wb") as stream:
        stream.truncate(SIZE)
    command = ["mkfs.ext4", "-q", "-F", "-b", "4096", "-E", "lazy_itable_init=0", str(image)]
    subprocess.run(command, check=True)


@contextlib.contextmanager
def loop_disk(image: Path, place: Path) -> Iterator[LoopDisk]:
    """Mount an image over a folder; raises NotMountedError where that cannot be.

    The loop device frees itself with the shell's name space: also when we are killed nothing is
    left.
    """
    with mounted(f"mount -o loop '{image}'", place) as mounting:
        try:
            yield LoopDisk(image, mounting)
        finally:
            mounting.ask(f"umount '{place}' || umount -l '{place}'")
