"""Full disks, other folders and a process that is killed: the earlier session stays whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.keeping import Kept
from support.full_session import EMPTY, FULL, store_in, with_sound
from support.small_disk import Disk

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_sound_goes_on_in_another_folder_and_is_found_in_both(tmp_path: Path) -> None:
    """When the first disk is full."""
    first, other = tmp_path / "first" / "sessions", tmp_path / "other" / "sessions"
    store = store_in(first)
    store.save(EMPTY)
    store.sound_file("00ff", 1).path.write_bytes(b"one")
    store = store_in(other, first)
    store.save(replace(EMPTY, doctor="later"))
    file = store.sound_file("00ff", 2).path
    file.write_bytes(b"two")
    assert file.is_relative_to(other)
    assert store.sound_file("00ff", 1).path.is_relative_to(first)
    assert store.takes("00ff") == (1, 2)
    after = store_in(other, first)
    assert after.load_all() == Kept((replace(EMPTY, doctor="later"),))
    after.delete("00ff")
    assert not list(first.iterdir())
    assert not list(other.iterdir())


def test_a_folder_in_which_nothing_was_written_is_no_session(folder: Path) -> None:
    (folder / "ab").mkdir(parents=True)
    assert store_in(folder).load_all() == Kept()
    assert not (folder / "ab").exists()


def test_an_empty_folder_costs_no_key_of_what_lies_on_a_disk_that_is_not_here(
    tmp_path: Path,
) -> None:
    """The folder was made here, and before a word was said another one was chosen."""
    own, other = tmp_path / "own" / "sessions", tmp_path / "stick"
    (own / EMPTY.identity).mkdir(parents=True)
    takes = with_sound(store_in(other, own), EMPTY)
    other.rename(tmp_path / "pulled out")
    assert store_in(own, other, own).load_all() == Kept()
    assert not (own / EMPTY.identity).exists()
    (tmp_path / "pulled out").rename(other)
    assert store_in(other, own).load_all() == Kept((EMPTY,))
    assert all(take.exists() for take in takes)


def test_a_folder_that_does_not_say_what_lies_in_it_is_not_taken_for_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a share that is gone for a moment."""
    takes = with_sound(store_in(folder), EMPTY)
    place, iterdir, read = folder / EMPTY.identity, Path.iterdir, Path.read_bytes

    def list_none(self: Path) -> Iterator[Path]:
        if self == place:
            raise OSError(5, "gone")
        return iterdir(self)

    def read_none(self: Path) -> bytes:
        if self.parent == place:
            raise OSError(5, "gone")
        return read(self)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", list_none)
        patch.setattr(Path, "read_bytes", read_none)
        assert store_in(folder).load_all() == Kept(unreadable=(EMPTY.identity,))
    assert all(take.exists() for take in takes)
    assert store_in(folder).load_all() == Kept((EMPTY,))


def test_a_full_disk_keeps_the_earlier_session(disk: Disk) -> None:
    store = store_in(disk.folder / "sessions")
    store.save(FULL)
    disk.fill()
    with pytest.raises(NaklankError) as raised:
        store.save(replace(FULL, doctor="later"))
    assert raised.value.code is ErrorCode.DISK_FULL
    assert store.load_all() == Kept((FULL,))
    place = disk.folder / "sessions" / FULL.identity
    assert [path.name for path in place.iterdir()] == ["session.naklank"]
    store.delete(FULL.identity)
    assert store.load_all() == Kept()


def test_a_read_only_disk_is_told_and_keeps_everything(disk: Disk) -> None:
    store = store_in(disk.folder / "sessions")
    takes = with_sound(store, FULL)
    disk.make_read_only()
    actions = (
        lambda: store.save(replace(FULL, doctor="later")),
        lambda: store.save(EMPTY),
        lambda: store.sound_file("00ff", 1),
        lambda: store.delete(FULL.identity),
    )
    for action in actions:
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code in (ErrorCode.DATA_NOT_WRITABLE, ErrorCode.KEYS_UNAVAILABLE)
    assert store.load_all() == Kept((FULL,))
    assert all(take.read_bytes() == b"sound" for take in takes)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    place = tmp_path / "sessions"
    place.write_bytes(b"a file")
    store = store_in(place)
    for action in (lambda: store.save(EMPTY), store.load_all):
        with pytest.raises(NaklankError) as raised:
            action()
        assert raised.value.code is ErrorCode.DATA_NOT_WRITABLE
    assert place.read_bytes() == b"a file"


SAVES_WITHOUT_END = """
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path
from naklank.core.keys import KeyPlace
from naklank.core.session import Session
from naklank.storage.file_keys import FileKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.storage.vault import Vault

folder = Path(sys.argv[1])
keys = FileKeys(folder.parent / "keys")
vault = Vault({KeyPlace.FILE: keys}, lambda: KeyPlace.FILE)
store = FolderSessionStore(lambda: (folder,), vault)
store.load_all()
for letter in cycle("abc"):
    store.save(Session("00ff", datetime(2026, 11, 21, 9, 5), "nl", letter * 1_000_000))
    print(letter, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_while_it_saves_the_session_is_whole(folder: Path) -> None:
    command = [sys.executable, "-c", SAVES_WITHOUT_END, str(folder)]
    chance = random.Random(20261121)  # noqa: S311 - moments, not secrets
    unfinished = 0
    for _ in range(20):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "a\n"
            # Whenever it is: what counts is that no moment is a bad one.
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(timeout=chance.uniform(0.0, 0.02))
            child.kill()
        (session,) = store_in(folder).load_all().sessions
        assert session.doctor in [letter * 1_000_000 for letter in "abc"]
        unfinished += (folder / "00ff" / "session.naklank.new").exists()
    assert unfinished, "it was never killed in the middle"
    last = store_in(folder)
    last.load_all()
    last.save(EMPTY)
    assert last.load_all() == Kept((EMPTY,))
    assert [path.name for path in (folder / "00ff").iterdir()] == ["session.naklank"]
