"""Sticks on Windows and macOS, with the answers of these systems written by hand.

The answers stand as their makers tell: psutil's `disk_partitions` (options "rw,removable") and
GetVolumeInformationW; `diskutil info -plist`; DeviceIoControl's codes in winioctl.h.
"""

from __future__ import annotations

import plistlib
import subprocess
from pathlib import Path
from typing import Any

import pytest

from naklank.handover.drives import About, Drive, mac_look, windows_look
from naklank.handover.ejecting import linux_eject, mac_eject, windows_eject

STICK = Drive("E:\\", "E:\\", "FAT32", "rw,removable")


@pytest.mark.parametrize(
    ("options", "label", "about"),
    [
        ("rw,removable", "VERSTICK", About("VERSTICK (E:)", "E: 00abcdef")),
        ("rw,removable", "", About("E:", "E: 00abcdef")),
        ("rw,fixed", "VERSTICK", None),
        ("ro,cdrom", "VERSTICK", None),
        ("rw,remote", "VERSTICK", None),
    ],
)
def test_windows_tells_a_stick_by_its_options(
    options: str, label: str, about: About | None
) -> None:
    drive = STICK._replace(options=options)
    assert windows_look(drive, [], lambda _root: (label, 0xABCDEF)) == about


def test_another_stick_under_the_same_letter_is_another_one() -> None:
    one = windows_look(STICK, [], lambda _root: ("X", 1))
    other = windows_look(STICK, [], lambda _root: ("X", 2))
    assert one is not None
    assert other is not None
    assert one.name == other.name
    assert one.identity != other.identity


DISKUTIL = {
    "DeviceIdentifier": "disk4s1",
    "Internal": False,
    "RemovableMediaOrExternalDevice": True,
    "VolumeName": "VERSTICK",
    "VolumeUUID": "0E239BC6-F960-3107-89CF-1C97F78BB46B",
}
MAC_STICK = Drive("/dev/disk4s1", "/Volumes/VERSTICK", "exfat", "rw")


def _diskutil(**changed: object) -> Any:
    return lambda _folder: plistlib.dumps({**DISKUTIL, **changed})


def test_macos_tells_a_stick_by_diskutil() -> None:
    about = mac_look(MAC_STICK, [], _diskutil())
    assert about == About("VERSTICK", f"disk4s1 {DISKUTIL['VolumeUUID']}")
    assert mac_look(MAC_STICK, [], _diskutil(Internal=True)) is None
    assert mac_look(MAC_STICK, [], _diskutil(RemovableMediaOrExternalDevice=False)) is None
    nameless = mac_look(
        MAC_STICK._replace(folder="/Volumes/Naamloos"), [], _diskutil(VolumeName="")
    )
    assert nameless is not None
    assert nameless.name == "Naamloos"


@pytest.mark.parametrize(
    "drive",
    [
        MAC_STICK._replace(folder="/"),
        MAC_STICK._replace(device="//server/share"),
        MAC_STICK._replace(folder="/System/Volumes/Data"),
    ],
)
def test_macos_asks_nothing_of_what_cannot_be_a_stick(drive: Drive) -> None:
    def never(_folder: str) -> bytes:
        raise AssertionError

    assert mac_look(drive, [], never) is None


def test_what_diskutil_does_not_tell_is_no_stick() -> None:
    def refuses(_folder: str) -> bytes:
        raise subprocess.CalledProcessError(1, "diskutil")

    assert mac_look(MAC_STICK, [], refuses) is None
    assert mac_look(MAC_STICK, [], lambda _folder: b"no property list") is None


def test_windows_locks_dismounts_and_ejects_the_volume() -> None:
    asked: list[tuple[str, tuple[int, ...]]] = []
    windows_eject("E:\\", Path("E:\\"), lambda volume, codes: asked.append((volume, codes)))
    assert asked == [(r"\\.\E:", (0x90018, 0x90020, 0x2D4808))]


def test_macos_ejects_by_diskutil() -> None:
    asked: list[list[str]] = []
    mac_eject("/dev/disk4s1", Path("/Volumes/VERSTICK"), asked.append)
    assert asked == [["/usr/sbin/diskutil", "eject", "/Volumes/VERSTICK"]]


def test_linux_ejects_where_it_cannot_power_off() -> None:
    asked: list[str] = []

    def udisks(_path: str, _interface: str, method: str, _signature: str, _body: Any) -> Any:
        asked.append(method)
        if method == "PowerOff":
            raise OSError(method)
        return ("o", "/org/freedesktop/UDisks2/drives/Stick")

    linux_eject("/dev/sdb1", Path("/media/stick"), udisks)
    assert asked == ["Get", "Unmount", "PowerOff", "Eject"]
