"""Who can read along in a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

import psutil
import pytest

from naklank.computer.folder_kinds import Mount, folder_kind
from naklank.core.folders import FolderKind

MOUNTS = [Mount("/", "ext4"), Mount("/mnt/zorg", "cifs"), Mount("/mnt/zorg/hier", "ext4")]


def kind(folder: str, **variables: str) -> FolderKind:
    return folder_kind(Path(folder), lambda: MOUNTS, variables)


@pytest.mark.parametrize("folder", ["/", "/home/arts/Documenten", "/mnt/zorgen", "/mnt/zorg/hier"])
def test_what_lies_on_this_computer(folder: str) -> None:
    assert kind(folder) is FolderKind.LOCAL


@pytest.mark.parametrize("folder", ["/mnt/zorg", "/mnt/zorg/portaal/uit", "//server/portaal"])
def test_what_lies_on_another(folder: str) -> None:
    assert kind(folder) is FolderKind.NETWORK


def test_a_windows_share_by_its_name() -> None:
    assert kind("\\\\server\\portaal") is FolderKind.NETWORK


@pytest.mark.parametrize(
    "folder",
    [
        "/home/arts/OneDrive/portaal",
        "/home/arts/OneDrive - Praktijk De Linde/portaal",
        "/home/arts/Dropbox",
        "/Users/arts/Library/CloudStorage/GoogleDrive-arts@voorbeeld.invalid/Mijn Drive",
        "/Users/arts/Library/Mobile Documents/com~apple~CloudDocs",
        "/home/arts/Nextcloud/x",
    ],
)
def test_what_a_program_copies_to_the_internet(folder: str) -> None:
    assert kind(folder) is FolderKind.SYNCED


def test_what_windows_says_of_onedrive() -> None:
    assert kind("/home/arts/Werk/x", OneDriveCommercial="/home/arts/Werk") is FolderKind.SYNCED
    assert kind("/home/arts/Werk", OneDrive="") is FolderKind.LOCAL


@pytest.mark.parametrize("folder", ["/home/arts/dropboxen", "/home/arts/stackoverflow"])
def test_a_name_that_only_looks_like_one(folder: str) -> None:
    assert kind(folder) is FolderKind.LOCAL


def test_a_real_file_system_is_found_by_its_own_name(tmp_path: Path) -> None:
    """The system's own tool and ours name the same one."""
    told = subprocess.run(
        ["stat", "-f", "-c", "%T", str(tmp_path)], check=True, capture_output=True, text=True
    ).stdout
    assert told.strip() not in {"nfs", "cifs", "smb2"}
    assert psutil.disk_partitions(all=True)
    assert folder_kind(tmp_path) is FolderKind.LOCAL
