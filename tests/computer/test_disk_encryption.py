"""Is the disk encrypted? As each system tells it, and not known where it does not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.computer.disk_encryption import Device, device_of, is_encrypted

if TYPE_CHECKING:
    from collections.abc import Sequence

LUKS = "CRYPT-LUKS2-0123456789abcdef-root"
LVM = "LVM-abcdef"


DEVICE = Device(253, 0)


def linux(blocks: Path, device: Device | None = DEVICE) -> bool | None:
    return is_encrypted(Path("/"), "linux", device=lambda _: device, blocks=blocks)


def make_block(blocks: Path, name: str, uuid: str = "", below: Sequence[str] = ()) -> None:
    """As /sys/dev/block shows one, with those that it lies on."""
    (blocks / name / "slaves").mkdir(parents=True)
    if uuid:
        (blocks / name / "dm").mkdir()
        (blocks / name / "dm" / "uuid").write_text(f"{uuid}\n")
    for one in below:
        (blocks / name / "slaves" / one).symlink_to(blocks / one)


def test_luks(tmp_path: Path) -> None:
    make_block(tmp_path, "8:3")
    make_block(tmp_path, "253:0", LUKS, ["8:3"])
    assert linux(tmp_path) is True


def test_a_volume_on_luks(tmp_path: Path) -> None:
    make_block(tmp_path, "8:3")
    make_block(tmp_path, "253:1", LUKS, ["8:3"])
    make_block(tmp_path, "253:0", LVM, ["253:1"])
    assert linux(tmp_path) is True


def test_a_volume_on_a_bare_disk(tmp_path: Path) -> None:
    make_block(tmp_path, "8:3")
    make_block(tmp_path, "253:0", LVM, ["8:3"])
    assert linux(tmp_path) is False


def test_half_of_two_disks_is_not_enough(tmp_path: Path) -> None:
    make_block(tmp_path, "8:3")
    make_block(tmp_path, "8:19")
    make_block(tmp_path, "253:1", LUKS, ["8:3"])
    make_block(tmp_path, "253:0", LVM, ["253:1", "8:19"])
    assert linux(tmp_path) is False


def test_a_file_on_another_disk_and_no_device_are_not_known(tmp_path: Path) -> None:
    make_block(tmp_path, "253:0")
    assert linux(tmp_path) is False
    (tmp_path / "253:0" / "loop").mkdir()
    assert linux(tmp_path) is None
    assert linux(tmp_path, None) is None
    assert linux(tmp_path, Device(9, 9)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="lsblk is Linux's own")
def test_this_computer_as_lsblk_sees_it(tmp_path: Path) -> None:
    device = device_of(tmp_path)
    lsblk = shutil.which("lsblk")
    if device is None or lsblk is None:
        pytest.skip("the folder lies on no block device that lsblk knows")
    name = Path(f"/sys/dev/block/{device.major}:{device.minor}").resolve().name
    told = subprocess.run(
        [lsblk, "--json", "--inverse", "-o", "TYPE", f"/dev/{name}"],
        check=True,
        capture_output=True,
    )
    assert is_encrypted(tmp_path) is ('"crypt"' in json.dumps(json.loads(told.stdout)))


def test_a_folder_that_is_not_made_yet_is_that_of_its_parent(tmp_path: Path) -> None:
    assert is_encrypted(tmp_path / "a" / "b") is is_encrypted(tmp_path)


@pytest.mark.parametrize(
    ("answer", "known"),
    [("1\n", True), ("6\n", True), ("2\n", False), ("5\n", False), ("3\n", None), ("\n", None)],
)
def test_bitlocker(answer: str, known: bool | None) -> None:  # noqa: FBT001
    asked: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> str:
        asked.append(command)
        return answer

    assert is_encrypted(Path("C:/Users/praktijk"), "win32", run=run) is known
    (command,) = asked
    assert command[0] == "powershell"
    assert "NameSpace('C:\\')" in command[-1]


def test_a_share_of_another_windows_is_not_known() -> None:
    def run(_command: Sequence[str]) -> str:
        pytest.fail("nobody is asked")

    assert is_encrypted(Path("//server/share"), "win32", run=run) is None


@pytest.mark.parametrize(
    ("answer", "known"),
    [("FileVault is On.\n", True), ("FileVault is Off.\n", False), ("Busy\n", None)],
)
def test_filevault(answer: str, known: bool | None) -> None:  # noqa: FBT001
    assert is_encrypted(Path("/"), "darwin", run=lambda _: answer) is known


@pytest.mark.parametrize(
    "error",
    [FileNotFoundError(), subprocess.CalledProcessError(1, "x"), subprocess.TimeoutExpired("x", 1)],
)
@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_a_system_that_does_not_answer_is_not_known(error: Exception, system: str) -> None:
    def run(_command: Sequence[str]) -> str:
        raise error

    assert is_encrypted(Path("C:/"), system, run=run) is None
