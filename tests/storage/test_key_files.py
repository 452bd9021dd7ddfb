"""Keys in files of their own."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.storage.file_keys import FileKeys
from support.key_places import NAME, OTHER, unavailable
from support.small_disk import small_disk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


def test_a_key_file_is_its_owners_alone(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    key = FileKeys(folder).create(NAME)

    (file,) = folder.iterdir()

    assert file.read_bytes() == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert FileKeys(folder).find(NAME) == key


def test_a_deleted_key_is_overwritten_in_its_place(folder: Path) -> None:
    keys = FileKeys(folder)
    key = keys.create(NAME)
    (file,) = folder.iterdir()
    with file.open("rb") as stream:  # holds what the disk holds there, with or without a name
        keys.delete(NAME)
        left = stream.read()

    assert len(left) == len(key)
    assert left != key
    assert not any(left[place : place + 4] == key[place : place + 4] for place in range(29))
    assert not list(folder.iterdir())


@pytest.mark.parametrize("ending", [".key.new", ".key.gone"])
def test_what_a_killed_run_left_of_a_key_goes_with_it(folder: Path, ending: str) -> None:
    keys = FileKeys(folder)
    left = folder / f"{NAME}{ending}"
    for is_there in (False, True):
        if is_there:
            keys.create(NAME)
        folder.mkdir(exist_ok=True)
        left.write_bytes(b"k" * 32)
        with left.open("rb") as stream:
            keys.delete(NAME)
            assert b"kkkk" not in stream.read()
        assert not list(folder.iterdir())


@pytest.mark.parametrize("data", [b"", b"k" * 31, b"k" * 33])
def test_half_a_key_is_not_passed_for_one(folder: Path, data: bytes) -> None:
    folder.mkdir()
    (folder / f"{NAME}.key").write_bytes(data)
    keys = FileKeys(folder)

    with unavailable():
        keys.find(NAME)
    keys.delete(NAME)
    assert keys.find(NAME) is None


def test_a_folder_that_is_none_cannot_say(folder: Path) -> None:
    folder.write_bytes(b"")
    keys = FileKeys(folder)

    assert not keys.is_usable()
    for ask in (keys.find, keys.delete, keys.create):
        with unavailable():
            ask(NAME)


def test_a_disk_that_takes_nothing_says_so(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        keys = FileKeys(disk.folder / "keys")
        key = keys.create(NAME)
        filler = disk.fill()

        with pytest.raises(NaklankError, match=ErrorCode.DISK_FULL.value):
            keys.create(OTHER)
        assert keys.find(OTHER) is None
        assert keys.find(NAME) == key

        filler.unlink()
        disk.make_read_only()
        assert not keys.is_usable()
        with unavailable():
            keys.delete(NAME)
        assert keys.find(NAME) == key
