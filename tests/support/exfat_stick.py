"""A real exFAT file system in an image, plugged in and pulled out like a stick."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from naklank.handover.drives import linux_look
from naklank.handover.sticks import PluggedSticks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naklank.core.sticks import Stick

SIZE = 8 * 1024 * 1024
"""Bytes."""
LOSETUP, MKFS, MOUNT = "/usr/sbin/losetup", "/usr/sbin/mkfs.exfat", "/usr/sbin/mount.exfat-fuse"


@dataclass
class Slot:
    """A place for sticks, with a name that a desktop would give it."""

    root: Path
    folder: Path
    ejected: list[str] = field(default_factory=list)
    _devices: list[str] = field(default_factory=list)

    def plug(self, image: str = "stick", *, read_only: bool = False) -> None:
        """In this place; an image that was never used is formatted first."""
        file = self.root / f"{image}.img"
        if not file.exists():
            with file.open("wb") as stream:
                stream.truncate(SIZE)
            _run(MKFS, "-L", "KINGSTON", str(file))
        device = _run(LOSETUP, "-f", "--show", str(file)).strip()
        self._devices.append(device)
        options = ["-o", "ro"] if read_only else []
        _run(MOUNT, *options, device, str(self.folder))

    def pull(self) -> None:
        """Its file system dies at once, whatever is being written."""
        for process in self._processes():
            process.send_signal(signal.SIGKILL)
        psutil.wait_procs(self._processes(), timeout=10)
        self.unplug()

    def unplug(self) -> None:
        """Nothing is mounted there any more."""
        processes = self._processes()
        subprocess.run(["umount", "-l", str(self.folder)], check=False, capture_output=True)
        psutil.wait_procs(processes, timeout=10)
        while self._devices:
            _run(LOSETUP, "-d", self._devices.pop())

    def sticks(self) -> PluggedSticks:
        """The real adapter; only that a loop device hangs on USB it has to be told."""
        return PluggedSticks(
            look=lambda drive, drives: linux_look(drive, drives, self._is_ours),
            eject=lambda device, _: self._eject(device),
        )

    def stick(self) -> Stick:
        (stick,) = self.sticks().plugged_in()
        return stick

    def _is_ours(self, disk: Path) -> bool:
        return f"/dev/{disk.name}" in self._devices

    def _eject(self, device: str) -> None:
        self.ejected.append(device)
        _run("umount", str(self.folder))

    def _processes(self) -> list[psutil.Process]:
        return [
            one
            for one in psutil.process_iter(["cmdline"])
            if str(self.folder) in (one.info["cmdline"] or ())
        ]


@contextlib.contextmanager
def slot(root: Path) -> Iterator[Slot]:
    """Needs root, a loop device and fuse."""
    if os.geteuid() != 0 or not Path("/dev/fuse").exists() or shutil.which(MOUNT) is None:
        pytest.skip("no stick can be plugged in here")
    folder = root / "KINGSTON"
    folder.mkdir()
    made = Slot(root, folder)
    try:
        yield made
    finally:
        made.unplug()


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
