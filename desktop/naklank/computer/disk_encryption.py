"""Whether the disk under a folder is encrypted, as far as a user without rights can know."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Run = Callable[[Sequence[str]], str]
    """What a command prints; raises OSError or subprocess.SubprocessError."""

PATIENCE: Final = 8.0
"""Seconds; a first PowerShell takes some."""

BLOCKS: Final = Path("/sys/dev/block")
"""Every block device of Linux by its number."""

_ON: Final = frozenset({"1", "6"})
_OFF: Final = frozenset({"2", "4", "5"})
"""Windows' System.Volume.BitLockerProtection: 1 on, 2 off, 3 and 4 being encrypted and decrypted,
5 suspended (the key lies open), 6 on and locked. Not yet proved on Windows."""


class Device(NamedTuple):
    """A block device by its number."""

    major: int
    minor: int


def _run_command(command: Sequence[str]) -> str:
    done = subprocess.run(  # noqa: S603 - programs of the system, with words of ours
        command,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=True,
        stdin=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.stdout


def device_of(folder: Path) -> Device | None:
    """The block device that holds a folder of Linux; None where no single one does (ZFS, tmpfs)."""
    number = folder.stat().st_dev
    if os.major(number):
        return Device(os.major(number), os.minor(number))
    import psutil

    holding = [
        one
        for one in psutil.disk_partitions(all=True)
        if folder.resolve().is_relative_to(one.mountpoint) and one.device.startswith("/dev/")
    ]
    if not holding:
        return None
    # btrfs has a number of its own that is no device; what it was mounted from is one.
    deepest = max(holding, key=lambda one: len(one.mountpoint))
    if Path(deepest.mountpoint).stat().st_dev != number:
        return None
    at = Path(deepest.device).stat().st_rdev
    return Device(os.major(at), os.minor(at))


def is_encrypted(
    folder: Path,
    system: str = sys.platform,
    *,
    run: Run = _run_command,
    device: Callable[[Path], Device | None] = device_of,
    blocks: Path = BLOCKS,
) -> bool | None:
    """By BitLocker, FileVault or dm-crypt (LUKS); None where nobody can say. Never raises.

    What a disk or a hypervisor does by itself is not seen, nor is a file system's own encryption.
    """
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    try:
        if system == "win32":
            return _by_bitlocker(there.drive or str(folder)[:2], run)
        if system == "darwin":
            return _by_filevault(run)
        found = device(there) if system == "linux" else None
        return None if found is None else _by_device_mapper(blocks / f"{found[0]}:{found[1]}")
    except (OSError, subprocess.SubprocessError):
        return None


def _by_bitlocker(drive: str, run: Run) -> bool | None:
    if not re.fullmatch(r"[A-Za-z]:", drive):
        return None  # a share of another computer
    script = (
        f"(New-Object -ComObject Shell.Application).NameSpace('{drive}\\').Self"
        ".ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    answer = run(["powershell", "-NoProfile", "-NonInteractive", "-Command", script]).strip()
    if answer in _ON:
        return True
    return False if answer in _OFF else None


def _by_filevault(run: Run) -> bool | None:
    """Not yet proved on a Mac."""
    answer = run(["/usr/bin/fdesetup", "status"])
    if "FileVault is On" in answer:
        return True
    return False if "FileVault is Off" in answer else None


def _by_device_mapper(block: Path) -> bool | None:
    """Whether each way down to the disk goes through dm-crypt."""
    if (block / "loop").is_dir() or not block.exists():
        return None  # a file on some other disk
    mapped = block / "dm" / "uuid"
    if mapped.exists() and mapped.read_text("ascii", "replace").startswith("CRYPT-"):
        return True
    below = block / "slaves"
    parts = [_by_device_mapper(one) for one in below.iterdir()] if below.is_dir() else []
    if None in parts:
        return None
    return bool(parts) and all(parts)
