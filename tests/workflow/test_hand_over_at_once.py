"""The last step while something else happens: what comes late is not shown, printed or deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import Event, State, Way
from naklank.core.sheet_making import Contacts
from support.desk import MOMENT, PATIENCE
from support.gate import Gate

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.session import Session
    from support.desk import Table


def test_the_sheet_carries_the_day_of_the_agreement(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The desk lay ready since the patient before: since yesterday, perhaps.
    monkeypatch.setattr("support.desk.MOMENT", MOMENT + timedelta(days=1))
    table.approve()

    assert "22 november" in table.desk.handing_over.sheet().made_on


def test_printing_is_asked_once_at_a_time(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    monkeypatch.setattr(table.printer, "print_pdf", gate(table.printer.print_pdf))
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.desk.handing_over.print_sheet(large_print=False)
    assert table.desk.handing_over.is_busy(Way.PRINT)
    gate.open()
    table.wait_for(State.HANDED_OVER)
    assert not table.desk.handing_over.is_busy(Way.PRINT)
    table.desk.tasks.close()

    assert len(table.printer.printed) == 1


def test_an_older_text_that_is_printed_is_no_hand_over_of_the_new_one(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    monkeypatch.setattr(table.printer, "print_pdf", gate(table.printer.print_pdf))
    table.approve()
    table.stated()
    table.desk.handing_over.print_sheet(large_print=False)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    table.desk.editing.correct(0, 1, "Jij")
    table.desk.listening.approve()
    gate.open()
    table.bot.waitUntil(lambda: not table.desk.handing_over.is_busy(Way.PRINT), timeout=PATIENCE)

    assert table.printer.printed
    assert table.is_in(State.APPROVED)


def test_a_name_that_is_typed_while_it_is_printed_does_not_make_it_forgotten(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    monkeypatch.setattr(table.printer, "print_pdf", gate(table.printer.print_pdf))
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.handing_over.name_patient("mevrouw De Boer")
    table.desk.handing_over.replace_sheet("7F3A-91C2")
    table.desk.save_settings(replace(table.desk.settings, contacts=Contacts(day="038 123")))
    gate.open()
    table.wait_for(State.HANDED_OVER)
    assert [one.way for one in table.desk.session.hand_overs] == [Way.PRINT]


def test_nothing_is_deleted_while_it_is_being_saved(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    publisher = table.desk.equipment.publisher
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)
    monkeypatch.setattr(type(publisher), "save", gate(type(publisher).save))
    table.desk.handing_over.save(tmp_path)
    table.desk.handing_over.finish()
    assert table.is_in(State.HANDED_OVER)
    gate.open()
    table.bot.waitUntil(lambda: not table.desk.handing_over.is_busy(Way.FOLDER), timeout=PATIENCE)

    assert list(tmp_path.glob("*/1 Luister.mp3"))
    table.desk.handing_over.finish()
    assert table.is_in(State.AGREEING)


def test_a_sheet_that_comes_late_is_not_shown_with_the_next_patient(table: Table) -> None:
    shown: list[bytes] = []
    table.desk.handing_over.sheet_made.connect(shown.append)
    table.approve()
    table.desk.handing_over.make_sheet()
    table.desk.hand_over_later()
    table.settled()

    assert not shown


def test_later_does_not_leave_what_the_disk_does_not_take(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_session: Session) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="x")

    table.approve()
    identity = table.desk.session.identity
    with monkeypatch.context() as full:
        full.setattr(table.store, "save", refuse)
        table.desk.hand_over_later()
    assert table.failures == [ErrorCode.DISK_FULL]
    assert table.desk.session.identity == identity
    assert table.is_in(State.WAITING)

    table.desk.hand_over_later()
    assert table.is_in(State.AGREEING)
    assert [one.identity for one in table.kept(1)] == [identity]
