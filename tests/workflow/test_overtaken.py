"""Withdrawn, or taken back, while it is on its way out: nothing lands unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.core.session import Event, State, Way
from naklank.core.sticks import Stick
from support.desk import PATIENCE
from support.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.workflow.on_its_way import Arrival
    from support.desk import Table


class _Told(list["tuple[Way, Arrival]"]):
    """What is told of what was overtaken."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        table.desk.handing_over.overtaken.connect(lambda way, what: self.append((way, what)))

    def wait(self) -> tuple[Way, Arrival]:
        self._table.bot.waitUntil(lambda: bool(self), timeout=PATIENCE)
        (one,) = self
        return one


def _save(table: Table, folder: Path) -> None:
    table.desk.handing_over.save(folder)


def _finish_with_a_copy(table: Table, folder: Path) -> None:
    keeping = replace(table.desk.settings.keeping, copy=True, copy_folder=str(folder))
    table.desk.save_settings(replace(table.desk.settings, keeping=keeping))
    table.desk.handing_over.qr_was_read()
    table.desk.handing_over.finish()


def _written(table: Table, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """A gate behind the writing."""
    gate, publisher = Gate(), type(table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "save", gate.behind(publisher.save))
    table.approve()
    folder.mkdir()
    return gate


def _make_pdf_behind(gate: Gate, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    publisher = type(table.desk.equipment.publisher)
    make = publisher.make_pdf
    monkeypatch.setattr(
        publisher,
        "make_pdf",
        lambda *all_, large_print: gate(lambda: make(*all_, large_print=large_print))(),
    )


@pytest.mark.parametrize("send", [_save, _finish_with_a_copy])
def test_a_set_that_is_withdrawn_while_it_is_written_is_removed(
    table: Table,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    send: Callable[[Table, Path], None],
) -> None:
    told, folder = _Told(table), tmp_path / "portaal"
    gate = _written(table, folder, monkeypatch)
    send(table, folder)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    assert list(folder.glob("*/1 Luister.mp3"))
    table.desk.withdraw()
    assert table.is_in(State.AGREEING)
    gate.open()

    way, arrival = told.wait()
    assert way is (Way.FOLDER if send is _save else Way.OWN_COPY)
    assert not arrival.stays
    assert list(folder.iterdir()) == []
    assert not table.desk.handing_over.saved_folders
    assert table.is_in(State.AGREEING)
    assert not table.failures


def test_nothing_is_written_of_what_was_withdrawn_before(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, gate, publisher = _Told(table), Gate(), type(table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "make_set", gate(publisher.make_set))
    written: list[object] = []
    monkeypatch.setattr(publisher, "save", lambda *all_: written.append(all_))
    table.approve()
    table.desk.handing_over.save(tmp_path)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.withdraw()
    gate.open()

    assert told.wait()[0] is Way.FOLDER
    assert not written
    assert not table.failures


def test_what_somebody_else_put_there_stays_and_the_folder_is_told(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, folder = _Told(table), tmp_path / "portaal"
    gate = _written(table, folder, monkeypatch)
    table.desk.handing_over.save(folder)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    (made,) = folder.iterdir()
    (made / "brief.pdf").write_bytes(b"of somebody else")
    table.desk.withdraw()
    gate.open()

    _, arrival = told.wait()
    assert (arrival.folder, arrival.stays) == (made, True)
    assert [one.name for one in made.iterdir()] == ["brief.pdf"]


def test_a_stick_is_not_let_go_with_what_was_withdrawn(table: Table, tmp_path: Path) -> None:
    told, stick = _Told(table), Stick("KINGSTON", tmp_path, "1", 10**9)
    table.sticks.sticks[:] = [stick]
    table.approve()
    table.sticks.free.clear()
    came: list[None] = []
    table.desk.sticks.progressed.connect(lambda: came.append(None))
    table.desk.sticks.copy(stick)
    table.bot.waitUntil(lambda: bool(came), timeout=PATIENCE)
    table.desk.withdraw()
    table.sticks.free.set()

    way, arrival = told.wait()
    assert (way, arrival.stays) == (Way.STICK, False)
    assert not table.sticks.written
    assert table.sticks.sticks == [stick]


@pytest.mark.parametrize("is_sent", [True, False])
def test_a_sheet_that_was_sent_is_told_and_another_is_not_sent(
    table: Table,
    monkeypatch: pytest.MonkeyPatch,
    is_sent: bool,  # noqa: FBT001 - one flag
) -> None:
    told, gate = _Told(table), Gate()
    table.approve()
    table.stated()
    if is_sent:
        monkeypatch.setattr(table.printer, "print_pdf", gate(table.printer.print_pdf))
    else:
        _make_pdf_behind(gate, table, monkeypatch)
    table.desk.handing_over.print_sheet(large_print=True)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.withdraw()
    gate.open()

    way, arrival = told.wait()
    assert (way, arrival.stays) == (Way.PRINT, is_sent)
    assert bool(table.printer.printed) == is_sent


def test_what_was_taken_back_meanwhile_is_removed_though_the_same_is_approved_again(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, folder = _Told(table), tmp_path / "portaal"
    gate = _written(table, folder, monkeypatch)
    table.desk.handing_over.save(folder)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)
    gate.open()

    assert not told.wait()[1].stays
    assert list(folder.iterdir()) == []
    assert table.is_in(State.APPROVED)


@pytest.mark.parametrize("comes_back", [True, False])
def test_a_sheet_is_printed_though_its_session_waits_for_later(
    table: Table,
    monkeypatch: pytest.MonkeyPatch,
    comes_back: bool,  # noqa: FBT001 - one flag
) -> None:
    told, gate = _Told(table), Gate()
    table.approve()
    table.stated()
    _make_pdf_behind(gate, table, monkeypatch)
    table.desk.handing_over.print_sheet(large_print=True)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.hand_over_later()
    if comes_back:
        table.bot.waitUntil(lambda: bool(table.desk.kept.sessions), timeout=PATIENCE)
        table.desk.take_up(table.desk.kept.sessions[0])
    else:
        table.approve()  # the next one may go home by now
    gate.open()

    table.bot.waitUntil(lambda: bool(table.printer.printed), timeout=PATIENCE)
    table.settled()
    assert not told
    ways = [one.way for one in table.desk.session.hand_overs]
    assert ways == ([Way.PRINT] if comes_back else [])
