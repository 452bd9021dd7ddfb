"""Sound that served the typing alone is deleted as soon as something went home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import JournalEvent
from naklank.core.session import Event, State, Way
from naklank.core.sheet import Origin
from naklank.storage.file_keys import FileKeys
from naklank.storage.session_store import FolderSessionStore
from naklank.workflow.hand_over_flow import HandOverFlow
from support.desk import PATIENCE, Table, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.core.session import Session


def approve(table: Table, take_home: TakeHome = TakeHome.PAPER_ONLY) -> str:
    """The identity of a session that is ready to go home so."""
    table.desk.agree(replace(table.desk.session.agreement, take_home=take_home))
    table.approve()
    return table.desk.session.identity


def print_it(table: Table) -> None:
    table.desk.handing_over.print_sheet(large_print=False)
    table.bot.waitUntil(lambda: not table.desk.handing_over.is_busy(*Way), timeout=PATIENCE)
    table.bot.waitUntil(lambda: table.is_in(State.HANDED_OVER), timeout=PATIENCE)


def names(table: Table) -> list[str]:
    return sorted(f"{path.parent.name}/{path.name}" for path in table.kept_files())


def journal(table: Table) -> list[tuple[JournalEvent, str]]:
    with table.bot.waitSignal(table.desk.journal.was_read, timeout=PATIENCE) as told:
        table.desk.journal.read()
    (contents,) = told.args
    return [(one.event, one.session) for one in contents.entries]


def is_gone(session: Session) -> bool:
    return session.sound_went and not session.former and not session.recording.takes


@pytest.fixture
def stubborn(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """No key can be deleted."""

    def refuse(_self: FileKeys, _name: str) -> None:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    with monkeypatch.context() as patched:
        patched.setattr(FileKeys, "delete", refuse)
        yield patched


@pytest.mark.parametrize("take_home", [TakeHome.PAPER_ONLY, TakeHome.OWN_PHONE])
def test_printed_the_sound_and_its_key_are_gone(table: Table, take_home: TakeHome) -> None:
    before = approve(table, take_home)
    keys = table.folder.parent / "keys"
    assert (keys / f"{before}.key").exists()
    print_it(table)

    session = table.desk.session
    assert is_gone(session)
    assert [one.way for one in session.hand_overs] == [Way.PRINT]
    assert names(table) == [f"{session.identity}/session.naklank"]
    assert not (keys / f"{before}.key").exists()
    assert table.desk.controller.is_stored
    assert not table.failures
    assert journal(table)[-2:] == [
        (JournalEvent.HANDED_OVER, before),
        (JournalEvent.SOUND_DELETED, session.identity),
    ]
    assert session.identity != before
    assert session.identity[:4] == before[:4]
    table.kept(0)

    table.desk.handing_over.finish()
    assert table.is_in(State.AGREEING)
    assert not table.kept_files()
    assert journal(table)[-1] == (JournalEvent.FINISHED, session.identity)


def test_sound_that_goes_home_stays_until_the_end(table: Table) -> None:
    before = approve(table, TakeHome.SOUND_AND_PAPER)
    print_it(table)
    assert table.desk.session.identity == before
    assert table.desk.session.recording.takes
    assert f"{before}/take-1.naklank" in names(table)


def test_the_sheet_can_be_printed_again_and_says_the_same(table: Table) -> None:
    approve(table)
    sheet = table.desk.handing_over.sheet()
    print_it(table)
    code = table.desk.session.edition
    again = table.desk.handing_over.sheet()
    assert (again.blocks, again.notices, table.desk.session.edition) == (
        sheet.blocks,
        sheet.notices,
        code,
    )
    assert table.desk.handing_over.origin is Origin.CHECKED
    print_it(table)
    assert [one.way for one in table.desk.session.hand_overs] == [Way.PRINT] * 2
    assert is_gone(table.desk.session)


def test_two_ways_at_once_both_count(table: Table, tmp_path: Path) -> None:
    """The sound waits for the last of them: it would come back to another session."""
    approve(table)
    table.desk.handing_over.print_sheet(large_print=False)
    table.desk.handing_over.save(tmp_path)
    table.bot.waitUntil(lambda: is_gone(table.desk.session), timeout=PATIENCE)
    assert {one.way for one in table.desk.session.hand_overs} == {Way.PRINT, Way.FOLDER}


def test_what_failed_last_holds_nothing_up(table: Table, tmp_path: Path) -> None:
    approve(table)
    table.desk.handing_over.save(tmp_path / "pulled out")
    table.desk.handing_over.qr_was_read()
    assert not table.desk.session.sound_went  # something is on its way still
    table.bot.waitUntil(lambda: is_gone(table.desk.session), timeout=PATIENCE)
    assert table.failures == [ErrorCode.FOLDER_NOT_WRITABLE]


def test_a_key_that_cannot_be_deleted_is_no_sound_that_is_gone(
    table: Table, stubborn: pytest.MonkeyPatch
) -> None:
    before = approve(table)
    print_it(table)
    session = table.desk.session
    assert table.failures == [ErrorCode.KEYS_UNAVAILABLE]
    assert session.former == before
    assert f"{before}/take-1.naklank" in names(table)
    assert JournalEvent.SOUND_DELETED not in [event for event, _ in journal(table)]
    table.desk.kept.refresh()
    table.kept(0)  # what it was before is no session that waits

    table.desk.handing_over.finish()
    assert table.is_in(State.HANDED_OVER)
    stubborn.undo()
    print_it(table)
    assert is_gone(table.desk.session)
    assert table.desk.session.identity == session.identity
    assert names(table) == [f"{session.identity}/session.naklank"]


def test_finishing_deletes_what_could_not_be_deleted_before(
    table: Table, stubborn: pytest.MonkeyPatch
) -> None:
    approve(table)
    print_it(table)
    assert table.desk.session.former
    stubborn.undo()
    table.desk.handing_over.finish()
    assert table.is_in(State.AGREEING)
    assert not table.kept_files()
    assert not [key for key in (table.folder.parent / "keys").iterdir() if len(key.stem) == 16]


def test_on_a_full_disk_all_stays_as_it_was(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    before = approve(table)
    save = FolderSessionStore.save

    def refuse(self: FolderSessionStore, session: Session) -> None:
        if session.sound_went:
            raise NaklankError(ErrorCode.DISK_FULL)
        save(self, session)

    monkeypatch.setattr(FolderSessionStore, "save", refuse)
    print_it(table)
    assert table.failures == [ErrorCode.DISK_FULL]
    assert table.desk.session.identity == before
    assert table.desk.session.recording.takes
    assert Event.REVIEW_AGAIN in table.desk.controller.allowed
    table.desk.handing_over.finish()
    assert table.is_in(State.AGREEING)
    assert not table.kept_files()


def left_by_an_earlier_run(folder: Path, bot: QtBot) -> str:
    """The identity of a session that was handed over when the app ended."""
    table = set_up(folder, bot)
    table.desk.open()
    identity = approve(table)
    print_it(table)
    table.desk.close()
    return identity


def settled(folder: Path, bot: QtBot, before: str) -> None:
    """What the next start makes of it."""
    table = set_up(folder, bot)
    table.desk.open()
    try:
        (session,) = table.kept(1)
        assert is_gone(session)
        assert names(table) == [f"{session.identity}/session.naklank"]
        assert not (folder / "keys" / f"{before}.key").exists()
        assert journal(table)[-1] == (JournalEvent.SOUND_DELETED, session.identity)
        table.desk.take_up(session)
        print_it(table)
        assert is_gone(table.desk.session)
        table.desk.handing_over.finish()
        assert not table.kept_files()
    finally:
        table.desk.close()


def test_cut_short_before_anything_was_deleted_it_goes_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(HandOverFlow, "_let_sound_go", lambda _: None)
        before = left_by_an_earlier_run(tmp_path, qtbot)
    settled(tmp_path, qtbot, before)


def test_cut_short_before_the_key_was_deleted_it_goes_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, stubborn: pytest.MonkeyPatch
) -> None:
    before = left_by_an_earlier_run(tmp_path, qtbot)
    stubborn.undo()
    settled(tmp_path, qtbot, before)


def test_one_that_waits_is_deleted_with_what_it_was_before(
    tmp_path: Path, qtbot: QtBot, stubborn: pytest.MonkeyPatch
) -> None:
    left_by_an_earlier_run(tmp_path, qtbot)
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    try:
        (session,) = table.kept(1)
        assert session.former  # the key cannot be deleted now either
        stubborn.undo()
        table.desk.kept.delete(session.identity)
        table.kept(0)
        assert not table.kept_files()
    finally:
        table.desk.close()


def test_who_goes_back_types_and_the_new_sheet_says_that_nobody_heard_it(table: Table) -> None:
    approve(table)
    print_it(table)
    summary = table.desk.session.summary
    table.desk.controller.apply(Event.WRITE_AGAIN)
    assert table.is_in(State.WRITING)
    assert table.desk.session.summary == summary
    assert Event.AGREE_AGAIN not in table.desk.controller.allowed
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)
    flow = table.desk.handing_over
    assert flow.origin is Origin.UNHEARD
    assert any("Niet nagekeken op gehoor" in one for one in flow.sheet().notices)
    print_it(table)
    assert table.desk.session.edition.version == 2
    assert table.desk.session.statement is not None
