"""What waits: found again after every accident, and gone when its time is over."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import JournalEvent
from naklank.core.session import State, Way
from support.desk import MOMENT, PATIENCE, Table, set_up
from support.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.core.journal import Entry


class Clock:
    """Tells the moment that a test wants."""

    def __init__(self, hours: float) -> None:
        self.hours = hours

    def __call__(self) -> datetime:
        return MOMENT + timedelta(hours=self.hours)


@contextmanager
def opened(folder: Path, bot: QtBot, clock: Clock | None = None) -> Iterator[Table]:
    """The app from its start to its end."""
    table = set_up(folder, bot, now=clock or Clock(0))
    table.desk.open()
    try:
        yield table
    finally:
        table.desk.close()


def journal(table: Table) -> tuple[Entry, ...]:
    with table.bot.waitSignal(table.desk.journal.was_read, timeout=PATIENCE) as told:
        table.desk.journal.read()
    (contents,) = told.args
    assert contents.is_whole
    entries: tuple[Entry, ...] = contents.entries
    return entries


def leave_one_waiting(folder: Path, bot: QtBot) -> str:
    with opened(folder, bot) as table:
        table.approve()
        identity = table.desk.session.identity
        table.desk.hand_over_later()
        assert table.is_in(State.AGREEING)
    return identity


def test_two_that_wait_are_both_there_and_either_can_go(tmp_path: Path, qtbot: QtBot) -> None:
    one = leave_one_waiting(tmp_path, qtbot)
    other = leave_one_waiting(tmp_path, qtbot)
    with opened(tmp_path, qtbot) as table:
        kept = table.kept(2)
        assert {session.identity for session in kept} == {one, other}
        assert table.card.streams == 0  # nothing plays unasked
        table.desk.kept.delete(one)
        assert [session.identity for session in table.kept(1)] == [other]
        assert not (table.folder / one).exists()
        table.desk.take_up(table.kept(1)[0])
        table.kept(0)  # it is on the desk now
        assert table.is_in(State.WAITING)


def test_what_waits_longer_than_was_set_is_deleted_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    identity = leave_one_waiting(tmp_path, qtbot)
    with opened(tmp_path, qtbot, Clock(23.9)) as table:
        (session,) = table.kept(1)
        assert table.desk.kept.deadline(session) == MOMENT + timedelta(hours=24)
    with opened(tmp_path, qtbot, Clock(24.1)) as table:
        with qtbot.waitSignal(table.desk.kept.expired, timeout=PATIENCE) as told:
            pass
        assert told.args == [1]
        table.kept(0)
        assert not table.kept_files()
        lines = journal(table)
        assert (lines[-1].event, lines[-1].session) == (JournalEvent.EXPIRED, identity)


def test_a_shorter_time_counts_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    leave_one_waiting(tmp_path, qtbot)
    with opened(tmp_path, qtbot, Clock(2.0)) as table:
        table.kept(1)
        keeping = replace(table.desk.settings.keeping, hours=1)
        table.desk.save_settings(replace(table.desk.settings, keeping=keeping))
        with qtbot.waitSignal(table.desk.kept.expired, timeout=PATIENCE):
            table.desk.kept._delete_expired()  # as each minute
        table.kept(0)
        assert not table.kept_files()


def test_a_keyring_that_hangs_holds_up_nobody_while_what_waited_is_deleted(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = leave_one_waiting(tmp_path, qtbot)
    gate, clock = Gate(), Clock(23.9)
    with opened(tmp_path, qtbot, clock) as table:
        table.kept(1)
        clock.hours = 24.1
        monkeypatch.setattr(table.store, "delete", gate(table.store.delete))
        with qtbot.waitSignal(table.desk.kept.expired, timeout=PATIENCE):
            table.desk.kept._delete_expired()
            qtbot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
            assert table.desk.kept.sessions == ()  # nobody takes up what is going
            table.desk.kept.refresh()
            table.kept(0)
            gate.open()
        assert not table.kept_files()
        assert journal(table)[-1].session == identity


def test_what_is_left_unfinished_overnight_keeps_nothing_else(tmp_path: Path, qtbot: QtBot) -> None:
    leave_one_waiting(tmp_path, qtbot)
    clock = Clock(23.9)
    with opened(tmp_path, qtbot, clock) as table:
        table.kept(1)
        table.review()
        clock.hours = 25
        with qtbot.waitSignal(table.desk.kept.expired, timeout=PATIENCE):
            table.desk.kept._delete_expired()


def test_nothing_is_deleted_by_itself_while_a_patient_speaks(tmp_path: Path, qtbot: QtBot) -> None:
    leave_one_waiting(tmp_path, qtbot)
    clock = Clock(23.9)
    with opened(tmp_path, qtbot, clock) as table:
        table.kept(1)
        table.agree()
        clock.hours = 25
        table.desk.kept._delete_expired()
        assert len(table.kept(1)) == 1
        with qtbot.waitSignal(table.desk.kept.expired, timeout=PATIENCE):
            table.desk.withdraw()


def test_a_locked_keyring_is_not_asked_each_minute(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_one_waiting(tmp_path, qtbot)
    asked: list[str] = []

    def locked(identity: str) -> None:
        asked.append(identity)
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    clock = Clock(23.9)
    with opened(tmp_path, qtbot, clock) as table:
        table.kept(1)
        clock.hours = 25
        with monkeypatch.context() as keyring:
            keyring.setattr(table.store, "delete", locked)
            for _ in range(3):
                table.desk.kept._delete_expired()
                qtbot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)
        assert table.failures == [ErrorCode.KEYS_UNAVAILABLE]
        assert len(asked) == 1
        assert len(table.kept(1)) == 1  # it is in sight again
        with qtbot.waitSignal(table.desk.kept.expired, timeout=PATIENCE):
            table.desk.kept.refresh()
        assert not table.kept_files()


def test_what_the_practice_still_keeps_a_copy_of_waits_for_it(tmp_path: Path, qtbot: QtBot) -> None:
    clock = Clock(0)
    with opened(tmp_path, qtbot, clock) as table:
        desk = table.desk
        keeping = replace(desk.settings.keeping, copy=True, copy_folder=str(tmp_path / "dossiers"))
        desk.save_settings(replace(desk.settings, keeping=keeping))
        table.approve()
        desk.handing_over.remember(Way.PRINT)
        desk.hand_over_later()
        (session,) = table.kept(1)
        assert not desk.kept.uncopied
        clock.hours = 25
        with qtbot.waitSignal(desk.kept.changed, timeout=PATIENCE):
            desk.kept._delete_expired()
        assert not desk.kept.is_deleting
        assert list(desk.kept.uncopied) == [session.identity]
        desk.save_settings(replace(desk.settings, keeping=replace(keeping, copy=False)))
        with qtbot.waitSignal(desk.kept.expired, timeout=PATIENCE):
            desk.kept._delete_expired()
        assert not desk.kept.uncopied
        assert not table.kept_files()


def test_settings_that_nobody_can_read_delete_nothing_sooner(tmp_path: Path, qtbot: QtBot) -> None:
    leave_one_waiting(tmp_path, qtbot)
    (tmp_path / "settings.json").write_text('{"keeping.hours": "72"}', "utf-8")
    with opened(tmp_path, qtbot, Clock(71)) as table:
        (session,) = table.kept(1)
        assert table.desk.kept.deadline(session) == MOMENT + timedelta(hours=72)


def test_the_one_on_the_desk_does_not_expire_under_the_doctors_hands(
    tmp_path: Path, qtbot: QtBot
) -> None:
    leave_one_waiting(tmp_path, qtbot)
    clock = Clock(23.9)
    with opened(tmp_path, qtbot, clock) as table:
        table.desk.take_up(table.kept(1)[0])
        clock.hours = 25
        table.desk.kept._delete_expired()
        assert not table.desk.kept.is_deleting
        assert table.kept_files()


def test_what_was_cut_short_is_recovered_once_and_stands_in_the_journal(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with opened(tmp_path, qtbot) as table:
        table.agree()
        table.desk.start_recording()
        qtbot.waitUntil(lambda: table.desk.recording.seconds >= 2, timeout=PATIENCE)
    for _ in range(2):
        with opened(tmp_path, qtbot) as table:
            (session,) = table.kept(1)
            assert session.state is State.RECORDED
            assert session.recording.seconds >= 1.9
            lines = [one for one in journal(table) if one.event is JournalEvent.RECOVERED]
            assert [one.session for one in lines] == [session.identity]
            assert lines[0].facts.seconds == session.recording.seconds


def test_a_text_whose_last_checks_never_came_can_be_approved_after_a_restart(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with opened(tmp_path, qtbot) as table:
        table.review()
        review = table.desk.session.review
        table.desk.controller.update(review=replace(review, awaits_more=True))
        checks = len(review.checks)
    with opened(tmp_path, qtbot) as table:
        (session,) = table.kept(1)
        assert len(session.review.checks) == checks
        assert not session.review.awaits_more
        assert session.review.needs_whole  # what the ear alone can find


def test_damage_is_found_and_said_before_anybody_listens(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot) as table:
        table.agree()
        table.desk.start_recording()
        qtbot.waitUntil(lambda: table.desk.recording.seconds >= 3, timeout=PATIENCE)
    (take,) = (tmp_path / "sessions").rglob("take-1.naklank")
    data = bytearray(take.read_bytes())
    data[20 * 4096 + 9] ^= 1
    take.write_bytes(data)
    with opened(tmp_path, qtbot) as table:
        (session,) = table.kept(1)
        (gap,) = session.recording.gaps
        assert 0.8 < gap.second < 0.9


def test_with_keys_in_memory_the_next_start_tells_of_the_loss(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot) as table:
        table.agree()
        identity = table.desk.session.identity
        table.desk.start_recording()
        qtbot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    session = tmp_path / "sessions" / identity / "session.naklank"
    session.write_bytes(session.read_bytes().replace(b" file\n", b" memory\n", 1))
    with opened(tmp_path, qtbot) as table:
        with qtbot.waitSignal(table.desk.kept.lost, timeout=PATIENCE) as told:
            pass
        assert told.args == [1]
        table.kept(0)


def test_what_cannot_be_read_is_told_left_alone_and_can_be_deleted(
    tmp_path: Path, qtbot: QtBot
) -> None:
    identity = leave_one_waiting(tmp_path, qtbot)
    file = tmp_path / "sessions" / identity / "session.naklank"
    file.write_bytes(file.read_bytes()[:-1])
    with opened(tmp_path, qtbot) as table:
        table.kept(0)
        assert table.desk.kept.unreadable == (identity,)
        assert file.exists()
        table.desk.kept.delete(identity)
        qtbot.waitUntil(lambda: not table.desk.kept.unreadable, timeout=PATIENCE)
        assert not file.parent.exists()
        assert table.failures == []


def test_a_key_that_went_out_of_the_keyring_is_told_before_anything_is_lost(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with opened(tmp_path, qtbot) as table:
        table.review()
        (key,) = (tmp_path / "keys").glob(f"{table.desk.session.identity}*")
        key.unlink()
        table.store._vault._known.clear()
        table.desk.listening.close()
        table.desk.listening.play_whole()
        assert table.failures == [ErrorCode.KEYS_UNAVAILABLE]
        assert table.is_in(State.REVIEWING)
        assert table.kept_files()
