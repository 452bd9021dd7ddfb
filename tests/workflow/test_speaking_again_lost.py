"""Killed, full or given up while a topic is spoken again: all is as it was, or as it should be."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from naklank.audio.cutting import SpoolCutter
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from support.desk import PATIENCE, set_up, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.desk import Table
from support.spoken_again import ANEW, speak, words


def held_in(name: str, table: Table, patch: pytest.MonkeyPatch) -> threading.Event:
    """A topic was spoken again, and its join stands still in this call until that is set."""
    may_go_on = threading.Event()
    call = getattr(SpoolCutter, name)

    def slow(*arguments: Any) -> Any:
        may_go_on.wait(20)
        return call(*arguments)

    patch.setattr(SpoolCutter, name, slow)
    table.desk.speaking_again.topic_of(words(table).index("500"))
    speak(table, ANEW)
    table.bot.waitUntil(table.desk.joining._under_way.locked, timeout=PATIENCE)
    return may_go_on


def test_a_join_that_nobody_waits_for_leaves_nothing(
    checked: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = checked.desk.session
    may_go_on = held_in("copy", checked, monkeypatch)
    threading.Timer(0.2, may_go_on.set).start()
    checked.desk.speaking_again.keep_as_it_was()
    assert checked.desk.session.recording == before.recording
    assert len([path for path in checked.kept_files() if path.name.startswith("take-")]) == 1


def test_withdrawn_while_it_is_joined_nothing_comes_back(
    checked: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = held_in("quietest", checked, monkeypatch)
    checked.desk.withdraw()
    may_go_on.set()
    checked.bot.waitUntil(lambda: not checked.desk.joining._under_way.locked(), timeout=PATIENCE)
    assert not checked.kept_files()
    assert not checked.failures


def test_a_disk_that_takes_no_copy_loses_nothing(
    checked: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = checked.desk.controller.sound_files

    def full(*_: object) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="x")

    with monkeypatch.context() as patch:
        patch.setattr(SpoolCutter, "copy", full)
        checked.desk.speaking_again.topic_of(words(checked).index("500"))
        speak(checked, ANEW)
        checked.wait_for(State.RECORDED)
    assert ErrorCode.DISK_FULL in checked.failures
    assert old.path.exists()
    checked.desk.typing.type_out()
    checked.wait_for(State.REVIEWING)
    assert "250" in words(checked)


@pytest.fixture(name="killed")
def killed_(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Table, Path]]:
    """A desk whose app never comes to its end."""
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    table.review()
    table.confirm_all()
    yield table, tmp_path
    table.desk.close()


def test_killed_before_a_word_of_it_all_is_as_it_was(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    before = table.desk.session
    table.desk.speaking_again.topic_of(words(table).index("500"))
    another = set_up(folder, qtbot)
    another.desk.open()
    (kept,) = another.kept(1)
    another.desk.close()
    assert kept.state is State.REVIEWING
    assert (kept.recording, kept.summary) == (before.recording, before.summary)


def test_killed_while_the_microphone_opens_all_is_as_it_was(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    before = table.desk.session
    table.card.stalled = True
    table.desk.speaking_again.topic_of(words(table).index("500"))
    table.desk.start_recording()
    another = set_up(folder, qtbot)
    another.desk.open()
    (kept,) = another.kept(1)
    another.desk.close()
    assert kept.state is State.REVIEWING
    assert (kept.recording, kept.summary) == (before.recording, before.summary)
    table.desk.withdraw()


def test_what_a_join_left_is_never_taken_for_what_was_spoken(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    identity = table.desk.session.identity
    (old,) = table.desk.controller.sound_files
    for number in (3, 4):  # parts of the old sound, of a join that was killed
        place = table.store.sound_file(identity, number)
        take = table.desk.session.recording.takes[0]
        SpoolCutter().copy(old, take, range(take.frames // 2), place)
    table.desk.speaking_again.topic_of(words(table).index("500"))
    table.desk.start_recording()
    table.bot.waitUntil(lambda: len(table.desk.session.recording.takes) == 2, timeout=PATIENCE)
    another = set_up(folder, qtbot)
    another.desk.open()
    (kept,) = another.kept(1)
    another.desk.close()
    assert [take.number for take in kept.recording.takes] in ([1], [1, 2])
    table.desk.withdraw()


def test_killed_behind_it_it_still_takes_its_place(
    killed: tuple[Table, Path], qtbot: QtBot
) -> None:
    table, folder = killed
    table.typist.hold()
    table.desk.speaking_again.topic_of(words(table).index("500"))
    speak(table, ANEW)
    table.wait_for(State.TRANSCRIBING)
    another = set_up(folder, qtbot)
    another.typist.transcript = spoken(ANEW)
    another.desk.open()
    (kept,) = another.kept(1)
    assert kept.state is State.RECORDED
    another.desk.take_up(kept)
    another.desk.typing.type_out()
    another.wait_for(State.REVIEWING)
    assert " ".join(words(another)) == "U heeft geen griep. Neem 250 milligram."
    another.desk.close()
    table.typist.release()
