"""The folder in which the set is written: real disks that are full, read-only or in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.handover.folder import prepare_folder, remove_set, write_new_set, write_set
from support.small_disk import DISK, Disk, small_disk

EARLIER = {"samenvatting.mp3": b"een geluid", "samenvatting.pdf": b"een blad"}
LATER = {"samenvatting.mp3": b"ander geluid", "samenvatting.pdf": b"een ander blad"}
ACTIONS: tuple[Callable[[Path], None], ...] = (prepare_folder, partial(write_set, LATER))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as disk:
        yield disk


def held(folder: Path) -> dict[str, bytes]:
    """Everything in the folder; a folder in it would fail."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_set_takes_the_place_of_an_earlier_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_set(EARLIER, tmp_path)
    assert held(tmp_path) == EARLIER
    write_set(LATER, tmp_path)
    assert held(tmp_path) == LATER


def test_files_of_others_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"van een ander")
    write_set(EARLIER, tmp_path)
    assert held(tmp_path) == {**EARLIER, "brief.pdf": b"van een ander"}


@pytest.mark.parametrize("large", [0, 1], ids=["the first file", "the last file"])
def test_a_disk_too_small_keeps_the_earlier_set_whole(disk: Disk, large: int) -> None:
    write_set(EARLIER, disk.folder)
    later = dict(LATER)
    later[list(later)[large]] = bytes(DISK)
    with pytest.raises(NaklankError) as raised:
        write_set(later, disk.folder)
    assert raised.value.code is ErrorCode.DISK_FULL
    assert raised.value.details == {"folder": str(disk.folder)}
    assert held(disk.folder) == EARLIER


def test_a_full_disk_is_told_before_minutes_of_work(disk: Disk) -> None:
    disk.fill()
    with pytest.raises(NaklankError) as raised:
        prepare_folder(disk.folder)
    assert raised.value.code is ErrorCode.DISK_FULL
    assert [file.name for file in disk.folder.iterdir()] == ["vol"]


def test_a_read_only_disk_is_told_and_keeps_the_earlier_set(disk: Disk) -> None:
    write_set(EARLIER, disk.folder)
    disk.make_read_only()
    for action in ACTIONS:
        with pytest.raises(NaklankError) as raised:
            action(disk.folder)
        assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert held(disk.folder) == EARLIER


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    place = tmp_path / "mee"
    place.write_bytes(b"een bestand")
    for folder in (place, place / "naar huis"):
        for action in ACTIONS:
            with pytest.raises(NaklankError) as raised:
                action(folder)
            assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert held(tmp_path) == {"mee": b"een bestand"}


def test_a_folder_with_the_name_of_a_file_stops_the_whole_set(tmp_path: Path) -> None:
    first, last = EARLIER
    (tmp_path / first).write_bytes(b"eerder")
    (tmp_path / last).mkdir()
    with pytest.raises(NaklankError) as raised:
        write_set(LATER, tmp_path)
    assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert (tmp_path / first).read_bytes() == b"eerder"
    assert {file.name for file in tmp_path.iterdir()} == set(EARLIER)


def test_a_file_in_use_stops_the_whole_set(tmp_path: Path) -> None:
    """A running program stands for a document that Word keeps open on Windows."""
    first, last = EARLIER
    (tmp_path / first).write_bytes(b"eerder")
    shutil.copy("/bin/sleep", tmp_path / last)
    with subprocess.Popen([tmp_path / last, "60"]) as user:
        try:
            with pytest.raises(NaklankError) as raised:
                write_set(LATER, tmp_path)
        finally:
            user.kill()
    assert raised.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert (tmp_path / first).read_bytes() == b"eerder"
    assert {file.name for file in tmp_path.iterdir()} == set(EARLIER)


def test_preparing_makes_the_folder_with_its_parents_and_leaves_it_empty(tmp_path: Path) -> None:
    folder = tmp_path / "Mijn bestanden" / "één & ander" / "mee"
    prepare_folder(folder)
    prepare_folder(folder)
    assert held(folder) == {}


@pytest.mark.parametrize("step", range(6))
@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError])
def test_stopped_between_two_names_the_earlier_set_is_whole(
    failure: type[BaseException], step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = {name: f"the earlier patient's {name}".encode() for name in ("a", "b", "c")}
    write_set(earlier, tmp_path)
    moves = iter(range(100))
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if next(moves) == step:
            raise failure
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises((KeyboardInterrupt, NaklankError)):
        write_set(dict.fromkeys(earlier, b"another patient's"), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == earlier


def test_a_set_is_removed_and_so_is_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "samenvatting"
    folder.mkdir()
    write_set(EARLIER, folder)
    assert remove_set(folder, EARLIER)
    assert not folder.exists()


def test_what_is_not_of_this_run_is_not_removed(tmp_path: Path) -> None:
    write_set(EARLIER, tmp_path)
    changed, ours = EARLIER
    (tmp_path / changed).write_bytes(b"van een ander")
    assert not remove_set(tmp_path, EARLIER)
    assert held(tmp_path) == {changed: b"van een ander"}
    assert ours not in held(tmp_path)


def test_a_file_that_was_taken_on_is_no_set_that_is_gone(tmp_path: Path) -> None:
    """The portal's own program may be quicker."""
    folder = tmp_path / "samenvatting"
    folder.mkdir()
    write_set(EARLIER, folder)
    (folder / next(iter(EARLIER))).unlink()
    assert not remove_set(folder, EARLIER)
    assert not folder.exists()


def test_what_a_killed_run_had_moved_out_is_put_back_also_by_a_new_set(tmp_path: Path) -> None:
    killed = tmp_path / ".naklank-set-0123abcd"
    (killed / "old").mkdir(parents=True)
    (killed / "old" / "brief.docx").write_bytes(b"of the practice")
    os.utime(killed, (0, 0))
    made = write_new_set({"1 Luister.mp3": b"sound"}, tmp_path, "samenvatting")
    assert held(made) == {"1 Luister.mp3": b"sound"}
    assert (tmp_path / "brief.docx").read_bytes() == b"of the practice"
    assert not killed.exists()
