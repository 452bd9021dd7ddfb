"""A folder on a share, chosen on two computers that have the same login name and data path."""

from __future__ import annotations

import hashlib
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.assembly.installation import key_stores, session_store, settings_store
from naklank.computer.user import login_name
from naklank.core.keys import KeyPlace
from naklank.core.ports.keeping import Kept
from naklank.foundation.paths import data_folder
from naklank.storage.session_folders import SESSION
from naklank.storage.vault import Vault
from support.full_session import EMPTY, FULL, with_sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.storage.session_store import FolderSessionStore

    Run = Callable[..., FolderSessionStore]


@pytest.fixture
def share(tmp_path: Path) -> Path:
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


@pytest.fixture
def run(tmp_path: Path, share: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A new run of the app on a computer; each has its own disk, and the same path for its data."""
    data = tmp_path / "data"
    monkeypatch.setenv("NAKLANK_HOME", str(data))

    def run_on(computer: str, place: KeyPlace = KeyPlace.FILE) -> FolderSessionStore:
        disk = tmp_path / computer
        if not disk.exists():
            disk.mkdir()
            text = f'{{"keeping.keys": "{place.value}", "keeping.folder": "{share}"}}'
            (disk / "settings.json").write_text(text)
        data.unlink(missing_ok=True)
        data.symlink_to(disk)
        settings = settings_store()
        return session_store(settings, Vault(key_stores(), lambda: place))

    return run_on


def former(share: Path) -> Path:
    """What versions before called it, from what two computers may have in common."""
    name = hashlib.sha256(f"{login_name()} {data_folder()}".encode()).hexdigest()[:12]
    return share / "Naklank" / name


def as_before(share: Path, mine: Path) -> None:
    """What lies in the folder of this installation, where versions before laid it."""
    mine.rename(former(share))


@pytest.mark.parametrize("place", [KeyPlace.MEMORY, KeyPlace.FILE])
def test_each_computer_has_a_folder_of_its_own(run: Run, place: KeyPlace) -> None:
    one = run("one", place)
    takes = with_sound(one, FULL)
    assert run("two", place).load_all() == Kept()
    assert all(take.exists() for take in takes)
    assert one.load_all() == Kept((FULL,))


def test_its_own_that_are_lost_are_still_counted_and_removed(run: Run) -> None:
    takes = with_sound(run("one", KeyPlace.MEMORY), FULL)
    assert run("one", KeyPlace.MEMORY).load_all() == Kept(lost=1)
    assert not takes[0].parent.exists()


def test_what_versions_before_laid_there_is_found_and_deleted(run: Run, share: Path) -> None:
    mine = with_sound(run("one"), FULL)[0].parents[1]
    as_before(share, mine)
    (data_folder() / "folders.json").unlink()
    store = run("one")
    assert store.load_all() == Kept((FULL,))
    later = replace(FULL, doctor="later")
    store.save(later)
    assert (mine / FULL.identity / SESSION).exists()
    assert run("one").load_all() == Kept((later,))
    assert store.takes(FULL.identity) == (1, 2, 10)
    store.delete(FULL.identity)
    assert not list(former(share).iterdir())
    assert str(former(share)) in (data_folder() / "folders.json").read_text()


@pytest.mark.parametrize("place", [KeyPlace.MEMORY, KeyPlace.FILE])
def test_what_another_computer_laid_there_is_left_alone(
    run: Run, share: Path, place: KeyPlace
) -> None:
    """Of a version before, which may be recording there now."""
    as_before(share, with_sound(run("one", place), FULL)[0].parents[1])
    (former(share) / "ab").mkdir()
    (former(share) / "cd").mkdir()
    (former(share) / "cd" / f"{SESSION}.new").write_bytes(b"half")
    (former(share) / "ef").mkdir()
    (former(share) / "ef" / "take-1.naklank").write_bytes(b"a recording that has just begun")
    before = sorted(former(share).rglob("*"))
    two = run("two", place)
    two.save(EMPTY)
    assert two.load_all() == Kept((EMPTY,))
    assert sorted(former(share).rglob("*")) == before


def test_its_number_is_made_once_and_for_its_owner_alone(run: Run, share: Path) -> None:
    run("one").save(EMPTY)
    number = data_folder() / "installation"
    made = number.read_bytes()
    run("one").save(FULL)
    assert number.read_bytes() == made
    (mine,) = (share / "Naklank").iterdir()
    assert {place.name for place in mine.iterdir()} == {EMPTY.identity, FULL.identity}
    if sys.platform != "win32":
        assert number.stat().st_mode & 0o777 == 0o600


def test_a_data_folder_that_is_copied_keeps_its_folder(
    run: Run, share: Path, tmp_path: Path
) -> None:
    run("one").save(FULL)
    shutil.copytree(tmp_path / "one", tmp_path / "new computer")
    assert run("new computer").load_all() == Kept((FULL,))
    assert len(list((share / "Naklank").iterdir())) == 1


def test_without_a_number_the_former_name_serves_and_nothing_there_is_lost(
    run: Run, share: Path
) -> None:
    """Where its place cannot be read or written."""
    run("one", KeyPlace.MEMORY)
    (data_folder() / "installation").unlink()
    (data_folder() / "installation").mkdir()
    store = run("one", KeyPlace.MEMORY)
    takes = with_sound(store, FULL)
    assert takes[0].is_relative_to(former(share))
    assert store.load_all() == Kept((FULL,))
    assert run("one", KeyPlace.MEMORY).load_all() == Kept()
    assert all(take.exists() for take in takes)
