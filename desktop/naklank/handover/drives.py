"""Which of the system's drives are sticks, what they are called, and which one is which.

Proved on Linux with a real file system; on Windows and macOS with their answers written by hand.
"""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_SYSTEM: Final = ("/", "/boot", "/boot/efi", "/home", "/usr", "/var", "/nix", "/sysroot")
"""Where Linux keeps itself: a disk that holds one of these is never a stick."""

_PATIENCE: Final = 10.0
"""Seconds for diskutil."""


class Drive(NamedTuple):
    """A mounted file system, as psutil tells of it."""

    device: str
    folder: str
    kind: str
    options: str


class About(NamedTuple):
    """What a stick is called, and what tells it from the next one in its place."""

    name: str
    identity: str


def system_look() -> Callable[[Drive, list[Drive]], About | None]:
    """The one for this system."""
    if sys.platform == "win32":
        return windows_look
    return mac_look if sys.platform == "darwin" else linux_look


def linux_look(
    drive: Drive,
    drives: list[Drive],
    is_removable: Callable[[Path], bool] | None = None,
    devices: Path = Path("/dev/disk"),
) -> About | None:
    """By what the kernel says of the disk; `is_removable` judges its folder in /sys/block."""
    disk = _linux_disk(drive.device)
    if disk is None or drive.kind in ("iso9660", "udf"):
        return None
    systems = {_linux_disk(one.device) for one in drives if one.folder in _SYSTEM}
    if disk in systems or not (is_removable or _is_removable)(disk):
        return None
    label = _link_to(drive.device, devices / "by-label")
    # The kernel counts each disk that ever came: the same name and place are not the same stick.
    parts = (
        drive.device,
        _link_to(drive.device, devices / "by-uuid"),
        _read(disk / "diskseq"),
        str(Path(drive.folder).stat().st_dev),
    )
    return About(label or Path(drive.folder).name, " ".join(parts))


def windows_look(
    drive: Drive, _: list[Drive], volume: Callable[[str], tuple[str, int]] | None = None
) -> About | None:
    """By the options that psutil gives; `volume` gives label and serial number."""
    if "removable" not in drive.options.split(","):
        return None
    label, serial = (volume or _windows_volume)(drive.folder)
    letter = drive.folder.rstrip("\\")
    return About(f"{label} ({letter})" if label else letter, f"{letter} {serial:08x}")


def mac_look(
    drive: Drive, _: list[Drive], info: Callable[[str], bytes] | None = None
) -> About | None:
    """By what diskutil says, of what lies below /Volumes alone."""
    if not drive.folder.startswith("/Volumes/") or not drive.device.startswith("/dev/disk"):
        return None
    try:
        facts = plistlib.loads((info or _diskutil)(drive.folder))
    except (subprocess.SubprocessError, plistlib.InvalidFileException, ValueError):
        return None
    if not facts.get("RemovableMediaOrExternalDevice") or facts.get("Internal"):
        return None
    name = facts.get("VolumeName") or Path(drive.folder).name
    return About(name, f"{facts.get('DeviceIdentifier')} {facts.get('VolumeUUID')}")


def _linux_disk(device: str) -> Path | None:
    """The whole disk's folder in /sys, of a partition too; None for what is no disk."""
    block = Path("/sys/class/block", Path(device).name)
    if not device.startswith("/dev/") or not block.exists():
        return None
    found = block.resolve()
    return found.parent if (found / "partition").exists() else found


def _is_removable(disk: Path) -> bool:
    # Large sticks call themselves fixed; what hangs on USB can be pulled out all the same.
    return _read(disk / "removable") == "1" or "/usb" in str(disk)


def _link_to(device: str, links: Path) -> str:
    r"""What udev calls a device; its names hide spaces and such as \x20."""
    try:
        names = [one.name for one in links.iterdir() if one.resolve() == Path(device).resolve()]
    except OSError:
        return ""
    name = next(iter(sorted(names)), "")
    try:
        return name.encode("latin-1").decode("unicode_escape").encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii").strip()
    except OSError:
        return ""


def _windows_volume(root: str) -> tuple[str, int]:
    """Raises OSError. Not yet proved on Windows."""
    if sys.platform == "win32":
        import ctypes

        label, serial = ctypes.create_unicode_buffer(261), ctypes.c_ulong()
        if not ctypes.windll.kernel32.GetVolumeInformationW(
            root, label, len(label), ctypes.byref(serial), None, None, None, 0
        ):
            raise ctypes.WinError()
        return label.value, serial.value
    raise OSError("no Windows")


def _diskutil(folder: str) -> bytes:
    """Not yet proved on a Mac."""
    command = ["/usr/sbin/diskutil", "info", "-plist", folder]
    done = subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - no shell
    return done.stdout
