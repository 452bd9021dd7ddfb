"""Killed at any moment while the sound goes: it is all there or goes, and the text stays."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import Agreement, TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from naklank.storage.file_keys import FileKeys
from naklank.workflow.sound_leaving import (
    delete_all,
    has_sound_to_lose,
    let_go,
    without_formers,
)
from support.full_session import FULL, store_in, with_sound

if TYPE_CHECKING:
    from naklank.core.session import Session
    from naklank.storage.session_store import FolderSessionStore

SPENT = replace(
    FULL,
    agreement=Agreement(take_home=TakeHome.PAPER_ONLY),
    insertion=None,
    sound_went=False,
    former="",
)
"""Handed over: its sound is spent."""

KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from naklank.workflow.sound_leaving import let_go
from support.full_session import store_in, with_sound
from workflow.test_sound_leaving_killed import SPENT

STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"}

def let_it_go(folder, last):
    store = store_in(folder)
    store.load_all()
    left = last

    def hook(event, given):
        nonlocal left
        if event in STEPS:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    after, error = let_go(store, SPENT)
    assert error is None
    store.save(after)

for last in count():
    folder = Path(sys.argv[1]) / str(last) / "sessions"
    with_sound(store_in(folder), SPENT)
    child = os.fork()
    if not child:
        try:
            let_it_go(folder, last)
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status):
        sys.exit(os.WEXITSTATUS(status))
"""
"""Kills a child before its first step on the disk, another before its second, and so on."""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What each of them left; the last one came to its end."""
    folder = tmp_path_factory.mktemp("killed")
    tests = Path(__file__).resolve().parents[1]
    subprocess.run([sys.executable, "-c", KILLED, str(folder)], cwd=tests, check=True, timeout=120)
    return sorted(
        (one / "sessions" for one in folder.iterdir()), key=lambda one: int(one.parent.name)
    )


def found(store: FolderSessionStore) -> tuple[Session, ...]:
    """All that could be read; what could not must not be."""
    kept = store.load_all()
    assert not kept.unreadable
    assert not kept.lost
    return kept.sessions


def sound_of(folder: Path) -> list[bytes]:
    return [take.read_bytes() for take in (folder / SPENT.identity).glob("take-*.naklank")]


def test_it_was_killed_on_both_sides_of_the_moment_that_decides(left: list[Path]) -> None:
    sides = [{one.sound_went for one in found(store_in(folder))} for folder in left]
    assert {False} in sides
    assert {False, True} in sides
    assert sides[-1] == {True}
    assert sorted(sides, key=lambda side: (True in side, False not in side)) == sides


def test_until_the_text_stands_apart_all_sound_is_there(left: list[Path]) -> None:
    for folder in left:
        sessions = found(store_in(folder))
        if not any(one.sound_went for one in sessions):
            assert sessions == (SPENT,)
            assert sound_of(folder) == [b"sound"] * 3


def test_the_next_start_ends_what_was_begun(left: list[Path]) -> None:
    for folder in left:
        store = store_in(folder)
        (session,) = without_formers(found(store))
        if has_sound_to_lose(session):
            session, error = let_go(store, session)
            assert error is None
            store.save(session)
        (after,) = found(store_in(folder))
        assert after == session
        assert (after.former, after.sound_went, after.state) == ("", True, State.HANDED_OVER)
        assert (after.summary, after.hand_overs) == (SPENT.summary, SPENT.hand_overs)
        files = [path.name for path in folder.rglob("*") if path.is_file()]
        assert files == ["session.naklank"]
        assert [place.name for place in folder.iterdir()] == [after.identity]
        keys = {path.name for path in (folder.parent / "keys").iterdir()}
        assert f"{after.identity}.key" in keys
        assert not [name for name in keys if name.startswith(SPENT.identity)]


def test_what_it_was_before_is_deleted_with_it_and_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_in(tmp_path / "sessions")
    with_sound(store, SPENT)
    after = replace(SPENT, identity="0123", former=SPENT.identity, sound_went=True)
    store.save(after)

    def refuse(_self: FileKeys, _name: str) -> None:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    with monkeypatch.context() as patched:
        patched.setattr(FileKeys, "delete", refuse)
        with pytest.raises(NaklankError):
            delete_all(store, after)
    assert {one.identity for one in found(store)} == {after.identity, SPENT.identity}
    delete_all(store, after)
    assert found(store) == ()
