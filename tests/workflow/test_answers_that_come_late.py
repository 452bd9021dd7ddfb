"""An answer that comes when something else is at hand: no unapproved text goes, nor another's."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.folders import FolderKind
from naklank.core.ports.sound import Played
from naklank.core.session import Event, State
from naklank.core.sticks import Stick
from support.desk import PATIENCE
from support.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.desk import Table


def back(table: Table) -> None:
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    assert table.is_in(State.REVIEWING)


def next_patient(table: Table) -> None:
    table.desk.hand_over_later()
    assert table.is_in(State.AGREEING)
    table.approve()


def slow_folder(table: Table) -> Gate:
    """A gate before the look at a folder."""
    gate, flow = Gate(), table.desk.handing_over
    table.desk.equipment = flow._equipment = replace(
        table.desk.equipment, folder_kind=gate(lambda _: FolderKind.LOCAL)
    )
    return gate


@pytest.mark.parametrize("leave", [back, next_patient])
def test_a_folder_that_is_known_late_saves_nothing(
    table: Table, tmp_path: Path, leave: Callable[[Table], None]
) -> None:
    gate, flow = slow_folder(table), table.desk.handing_over
    asked_to_save: list[Path] = []
    flow.folder_known.connect(lambda folder, _: asked_to_save.append(folder))
    table.approve()
    flow.look_at_folder(tmp_path)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    leave(table)
    gate.open()
    table.settled()
    assert not asked_to_save


def test_nothing_sets_out_that_is_not_approved(table: Table, tmp_path: Path) -> None:
    flow, stick = table.desk.handing_over, Stick("KINGSTON", tmp_path, "1", 10**9)
    table.sticks.sticks[:] = [stick]
    table.approve()
    back(table)
    for send in (
        partial(flow.print_sheet, large_print=False),
        partial(flow.save, tmp_path),
        partial(flow.save_word, tmp_path / "samenvatting.docx"),
        partial(table.desk.sticks.copy, stick),
    ):
        send()
    table.settled()
    assert not table.printer.printed
    assert not table.sticks.written
    assert not list(tmp_path.glob("samenvatting*"))
    assert not table.failures


def test_a_word_document_of_the_patient_before_is_not_told_of(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, publisher = Gate(), type(table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "save_word", gate(publisher.save_word))
    told: list[object] = []
    table.desk.handing_over.word_saved.connect(told.append)
    table.approve()
    table.desk.handing_over.save_word(tmp_path / "samenvatting.docx")
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.hand_over_later()
    gate.open()
    table.settled()
    assert (tmp_path / "samenvatting.docx").exists()
    assert not told


@pytest.mark.parametrize("sounds", [False, True])
def test_the_phone_hears_nothing_more_once_it_is_checked_again(
    table: Table,
    monkeypatch: pytest.MonkeyPatch,
    sounds: bool,  # noqa: FBT001 - one flag
) -> None:
    gate, publisher = Gate(), type(table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "make_sound", gate(publisher.make_sound))
    table.approve()
    phone, ends = table.desk.phone, list[Played]()
    phone.ended.connect(ends.append)
    phone.play()
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    if sounds:
        gate.open()
        table.bot.waitUntil(lambda: phone._playing.is_playing, timeout=PATIENCE)
    back(table)
    gate.open()
    table.bot.waitUntil(lambda: not phone.is_playing, timeout=PATIENCE)
    table.desk.listening.approve()
    table.settled()
    assert ends == [Played.STOPPED]
    assert table.is_in(State.APPROVED)


def test_a_folder_is_told_though_the_sound_should_go_meanwhile(
    table: Table, tmp_path: Path
) -> None:
    """The sound of *paper only* goes with the first hand-over, and gives the session a new key."""
    gate, flow = slow_folder(table), table.desk.handing_over
    known: list[Path] = []
    flow.folder_known.connect(lambda folder, _: known.append(folder))
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.PAPER_ONLY))
    table.approve()
    flow.look_at_folder(tmp_path)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    flow.qr_was_read()
    gate.open()
    table.settled()
    assert known == [tmp_path]
    assert table.desk.session.sound_went
