"""One statement for all that goes home together, and what happens without a seal."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import av
import pytest

from naklank.audio.sound_card import OutputState
from naklank.audio.spool import read_takes
from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import Facts, JournalEvent
from naklank.core.seals import Judgement
from naklank.core.session import Event, State, Way
from naklank.core.statement import hash_text
from support.desk import PATIENCE
from support.gate import Gate

if TYPE_CHECKING:
    from pathlib import Path

    from support.desk import Table


def test_sound_that_nobody_could_hear_says_so(table: Table, tmp_path: Path) -> None:
    table.card.output = OutputState.MUTED
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.SOUND_ONLY))
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)
    table.desk.listening.play_whole()
    table.bot.waitUntil(lambda: table.desk.listening.is_output_silent, timeout=PATIENCE)
    table.desk.listening.approve_unheard()
    stick = tmp_path / "stick"
    stick.mkdir()
    table.desk.handing_over.save(stick)
    table.wait_for(State.HANDED_OVER)

    (file,) = stick.rglob("*.mp3")
    with av.open(str(file)) as container:
        title = container.metadata["title"]
    statement = table.desk.session.statement
    assert statement is not None
    assert title == f"Samenvatting van uw gesprek - niet nagekeken op gehoor - {statement.code}"


def test_sound_paper_page_and_journal_carry_one_statement(table: Table, tmp_path: Path) -> None:
    table.approve()
    stick = tmp_path / "stick"
    stick.mkdir()
    table.desk.handing_over.save(stick)
    table.wait_for(State.HANDED_OVER)

    statement = table.desk.session.statement
    assert statement is not None
    assert (statement.version, statement.agreed) == (1, True)
    assert statement.length_ms == round(table.desk.session.recording.seconds * 1000)
    files = [file for file in stick.rglob("*") if file.is_file()]
    verdicts = [table.desk.equipment.verifier.verify(file) for file in files]
    assert [one.judgement for one in verdicts] == [Judgement.OURS] * 3
    assert {one.statement for one in verdicts} == {statement}
    table.desk.journal.close()
    (line,) = [
        one
        for one in table.desk.equipment.journal.read().entries
        if one.event is JournalEvent.HANDED_OVER
    ]
    assert line.facts == Facts(
        statement.length_ms / 1000,
        Way.FOLDER,
        statement.code,
        statement.text,
        statement.sound,
        "1",
    )
    (page,) = [file for file in files if file.suffix == ".html"]
    assert f"Code {statement.code}:" in page.read_text(encoding="utf-8")
    assert f"Code {statement.code}:" in "\n".join(table.desk.handing_over.sheet().lines())


def test_the_statement_is_of_this_text_and_this_sound(table: Table) -> None:
    table.approve()
    statement, session = table.stated(), table.desk.session
    sound = read_takes(table.desk.controller.sound_files)
    samples = (sound.samples * 32_768).astype("<i2")
    assert statement.sound == hashlib.sha256(samples.tobytes()).hexdigest()
    assert session.summary is not None
    assert statement.text == hash_text(session.summary.blocks(), statement.salt)


def test_another_text_has_another_statement(table: Table) -> None:
    table.approve()
    before = table.stated()
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    assert table.desk.session.statement is None
    table.desk.editing.correct(0, 1, "Jij")
    table.desk.listening.approve()
    after = table.stated()
    assert (after.sound, after.text == before.text) == (before.sound, False)
    assert after.code != before.code


def test_a_name_that_is_typed_when_the_check_goes_on_states_nothing(table: Table) -> None:
    """Its field loses the focus only then."""
    table.approve()
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    table.desk.handing_over.name_patient("mevrouw De Boer")
    table.desk.handing_over.make_sheet()
    table.settled()
    assert table.desk.session.patient == "mevrouw De Boer"
    assert table.desk.session.statement is None


def test_a_statement_that_comes_when_the_check_goes_on_is_not_kept(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, publisher = Gate(), type(table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "hash_sound", gate(publisher.hash_sound))
    table.approve()
    table.desk.handing_over.make_sheet()
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    gate.open()
    table.settled()
    assert table.desk.session.statement is None


def test_the_code_of_an_older_sheet_typed_while_it_is_stated_holds_no_print_up(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, publisher = Gate(), type(table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "hash_sound", gate(publisher.hash_sound))
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.bot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    table.desk.handing_over.replace_sheet("7F3A-91C2")
    gate.open()
    table.wait_for(State.HANDED_OVER)
    assert len(table.printer.printed) == 1


def test_what_waits_keeps_its_code(table: Table) -> None:
    table.approve()
    statement = table.stated()
    table.desk.hand_over_later()
    (kept,) = table.kept(1)
    assert kept.statement == statement


@pytest.mark.parametrize("error", [NaklankError(ErrorCode.CLOCK_WRONG), RuntimeError("library")])
def test_what_cannot_be_sealed_goes_home_unsealed_and_that_is_told(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def seal(*_: object) -> None:
        raise error

    monkeypatch.setattr(table.desk.equipment.seals, "seal", seal)
    table.approve()
    stick = tmp_path / "stick"
    stick.mkdir()
    table.desk.handing_over.save(stick)
    table.wait_for(State.HANDED_OVER)
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    expected = error.code if isinstance(error, NaklankError) else ErrorCode.UNFORESEEN
    assert table.failures == [expected]
    files = [file for file in stick.rglob("*") if file.is_file()]
    verdicts = [table.desk.equipment.verifier.verify(file) for file in files]
    assert [one.judgement for one in verdicts] == [Judgement.NO_SEAL] * 3


def test_a_sound_that_cannot_be_hashed_does_not_hold_the_sheet_up(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hash_sound(*_: object) -> None:
        raise NaklankError(ErrorCode.RECORDING_UNREADABLE)

    publisher = table.desk.equipment.publisher
    monkeypatch.setattr(type(publisher), "hash_sound", hash_sound)
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)
    assert table.failures == [ErrorCode.RECORDING_UNREADABLE]
    assert table.printer.printed
    assert table.desk.session.statement is None
