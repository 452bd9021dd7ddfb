from __future__ import annotations

import os
from pathlib import Path

import pytest

from naklank.foundation.disk import free_space
from support.small_disk import DISK, small_disk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "schijf"
    place.mkdir()
    return place


def test_it_is_what_the_disk_still_holds(place: Path) -> None:
    elsewhere = free_space(place)
    with small_disk(place) as disk:
        empty = free_space(disk.folder)
        assert empty is not None
        assert DISK - 65_536 <= empty <= DISK
        assert elsewhere != empty
        (disk.folder / "take.pcm").write_bytes(bytes(262_144))
        assert free_space(disk.folder) == empty - 262_144
        disk.fill()
        assert free_space(disk.folder) == 0


def test_a_folder_still_to_be_made_is_asked_of_the_one_above(place: Path) -> None:
    with small_disk(place) as disk:
        here = free_space(disk.folder)
        assert here is not None
        assert free_space(disk.folder / "sessions" / "Müller-Çelik" / "1") == here
        assert not (disk.folder / "sessions").exists()


def test_below_a_file_it_is_the_disk_of_the_file(place: Path) -> None:
    with small_disk(place) as disk:
        file = disk.folder / "file"
        file.touch()
        here = free_space(disk.folder)
        assert free_space(file) == here
        assert free_space(file / "sessions") == here


def test_a_disk_that_can_only_be_read_still_answers(place: Path) -> None:
    with small_disk(place) as disk:
        here = free_space(disk.folder)
        disk.make_read_only()
        assert free_space(disk.folder) == here


@pytest.mark.parametrize("folder", ["/proc/self", "a\0b", "x" * 5_000])
def test_where_nobody_can_say_it_is_none(folder: str) -> None:
    assert free_space(Path(folder)) is None


@pytest.mark.parametrize("folder", ["", "sessions"])
def test_a_relative_folder_lies_where_the_process_works(
    folder: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(place) as disk:
        monkeypatch.chdir(disk.folder)
        assert free_space(Path(folder)) == free_space(disk.folder)
        os.chdir("/")  # no mount is held by this process
