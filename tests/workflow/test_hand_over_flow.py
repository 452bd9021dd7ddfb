"""What goes home, and that nothing stays."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import av
import pytest
from PySide6.QtCore import QCoreApplication

from naklank.audio.sound_card import OutputState
from naklank.audio.spool import read_takes
from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.journal import Facts, JournalEvent
from naklank.core.recording import InputName
from naklank.core.seals import Outcome
from naklank.core.session import Event, State, Way
from naklank.core.settings import Practice
from naklank.core.statement import hash_text
from support.desk import MOMENT, PATIENCE, set_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.core.session import Session
    from naklank.core.statement import Statement
    from support.desk import Table


def _state(table: Table) -> Statement:
    """Have the statement made, as the page does when it opens."""
    table.desk.handing_over.make_sheet()
    controller = table.desk.controller
    table.bot.waitUntil(lambda: controller.session.statement is not None, timeout=PATIENCE)
    statement = controller.session.statement
    assert statement is not None
    return statement


def test_printed_then_finished(table: Table) -> None:
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)

    assert [one.way for one in table.desk.session.hand_overs] == [Way.PRINT]
    assert len(table.printer.printed) == 1
    table.desk.handing_over.finish()
    assert table.is_in(State.AGREEING)
    assert not table.kept_files()
    assert not table.kept(0)


def test_settings_saved_before_anything_is_said_state_nothing(table: Table) -> None:
    """A statement made then would hold for the text and the sound that came later."""
    table.desk.save_settings(replace(table.desk.settings, leaflets=("Hoge bloeddruk",)))
    table.approve()
    statement = _state(table)
    assert statement.agreed
    assert statement.sound
    assert statement.length_ms


def test_a_printer_that_fails_is_no_hand_over(table: Table) -> None:
    table.printer.fails = True
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures == [ErrorCode.PRINTING_FAILED]
    assert table.is_in(State.APPROVED)
    table.desk.handing_over.finish()
    assert table.is_in(State.APPROVED)
    assert table.kept_files()


def test_saved_under_the_moment_and_no_name(table: Table, tmp_path: Path) -> None:
    table.desk.save_settings(
        replace(table.desk.settings, doctors=("dokter Van Dam",), practice=Practice("De Linde"))
    )
    table.approve()
    stick = tmp_path / "stick"
    stick.mkdir()
    table.desk.handing_over.save(stick)
    table.wait_for(State.HANDED_OVER)

    (folder,) = stick.iterdir()
    assert folder.name == "samenvatting 2026-11-21 14.32"
    assert sorted(file.suffix for file in folder.iterdir()) == [".html", ".mp3", ".pdf"]


@pytest.mark.parametrize(
    ("take_home", "endings"),
    [
        (TakeHome.PAPER_ONLY, [".html", ".pdf"]),
        (TakeHome.SOUND_ONLY, [".mp3"]),
    ],
)
def test_only_what_was_agreed_goes_home(
    table: Table, tmp_path: Path, take_home: TakeHome, endings: list[str]
) -> None:
    table.desk.agree(replace(table.desk.session.agreement, take_home=take_home))
    table.agree()
    table.record()
    if take_home is TakeHome.SOUND_ONLY:
        table.wait_for(State.RECORDED)
        table.desk.listening.play_whole()
        table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)
    else:
        table.wait_for(State.REVIEWING)
        table.confirm_all()
    table.desk.listening.approve()
    stick = tmp_path / "stick"
    stick.mkdir()
    table.desk.handing_over.save(stick)
    table.wait_for(State.HANDED_OVER)

    (folder,) = stick.iterdir()
    assert sorted(file.suffix for file in folder.iterdir()) == endings


def test_a_folder_that_is_gone_loses_nothing(table: Table, tmp_path: Path) -> None:
    table.approve()
    table.desk.handing_over.save(tmp_path / "pulled out")
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures == [ErrorCode.FOLDER_NOT_WRITABLE]
    assert table.is_in(State.APPROVED)
    assert table.desk.session.recording.takes


def test_played_for_the_phone_counts_when_it_reached_its_end(table: Table) -> None:
    table.approve()
    table.desk.phone.play()
    table.desk.phone.stop()
    table.bot.waitUntil(lambda: not table.desk.phone.is_playing, timeout=PATIENCE)
    assert table.is_in(State.APPROVED)

    table.desk.phone.play()
    table.wait_for(State.HANDED_OVER)
    assert [one.way for one in table.desk.session.hand_overs] == [Way.PLAY]


def test_later_keeps_it_over_the_end_of_the_app(tmp_path: Path, qtbot: QtBot) -> None:
    first = set_up(tmp_path, qtbot)
    first.desk.open()
    first.approve()
    identity = first.desk.session.identity
    first.desk.hand_over_later()
    assert first.is_in(State.AGREEING)
    assert [one.identity for one in first.kept(1)] == [identity]
    first.desk.close()

    second = set_up(tmp_path, qtbot)
    second.desk.open()
    (kept,) = second.kept(1)
    second.desk.take_up(kept)
    assert second.is_in(State.WAITING)
    second.desk.handing_over.print_sheet(large_print=True)
    second.wait_for(State.HANDED_OVER)
    second.desk.handing_over.finish()
    assert not second.kept(0)
    assert not second.kept_files()
    second.desk.close()


def test_nothing_handed_over_must_be_said(table: Table) -> None:
    table.approve()
    table.desk.handing_over.finish()
    assert table.is_in(State.APPROVED)
    table.desk.handing_over.give_nothing()
    assert table.is_in(State.AGREEING)
    assert not table.kept_files()


def test_what_cannot_be_deleted_is_told_and_stays_in_sight(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_identity: str) -> None:
        raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder="x")

    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)
    monkeypatch.setattr(table.store, "delete", refuse)
    table.desk.handing_over.finish()

    assert table.failures == [ErrorCode.DATA_NOT_WRITABLE]
    assert table.is_in(State.HANDED_OVER)


def test_going_back_makes_the_next_sheet_another(table: Table) -> None:
    table.approve()
    table.desk.handing_over.print_sheet(large_print=False)
    table.wait_for(State.HANDED_OVER)
    table.desk.controller.apply(Event.REVIEW_AGAIN)

    assert not table.desk.session.hand_overs
    table.desk.handing_over.finish()
    assert table.is_in(State.REVIEWING)


def test_of_several_doctors_none_is_chosen_silently(table: Table) -> None:
    table.desk.save_settings(replace(table.desk.settings, doctors=("A. Vos", "B. Kok")))
    table.desk.next_session()
    assert table.desk.session.doctor == ""
    table.agree()
    assert table.is_in(State.AGREEING)
    table.desk.choose_doctor("B. Kok")
    table.desk.confirm_agreement()
    assert table.is_in(State.AGREED)
    table.desk.withdraw()
    assert table.desk.session.doctor == ""


class _Gate:
    """Lets work through only when it is opened."""

    def __init__(self) -> None:
        self._opened = threading.Event()

    def open(self) -> None:
        self._opened.set()

    def __call__(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def wait(*args: Any) -> Any:
            assert self._opened.wait(PATIENCE / 1000)
            return work(*args)

        return wait


def test_the_sheet_carries_the_day_of_the_agreement(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The desk lay ready since the patient before: since yesterday, perhaps.
    monkeypatch.setattr("support.desk.MOMENT", MOMENT + timedelta(days=1))
    table.approve()

    assert "22 november" in table.desk.handing_over.sheet().made_on


def test_printing_is_asked_once_at_a_time(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = _Gate()
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
    gate = _Gate()
    monkeypatch.setattr(table.printer, "print_pdf", gate(table.printer.print_pdf))
    table.approve()
    _state(table)
    table.desk.handing_over.print_sheet(large_print=False)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    table.desk.editing.correct(0, 1, "Jij")
    table.desk.listening.approve()
    gate.open()
    table.bot.waitUntil(lambda: not table.desk.handing_over.is_busy(Way.PRINT), timeout=PATIENCE)

    assert table.printer.printed
    assert table.is_in(State.APPROVED)


def test_nothing_is_deleted_while_it_is_being_saved(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = _Gate()
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
    table.desk.tasks.close()
    QCoreApplication.processEvents()

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


def test_a_playing_for_a_phone_ends_with_its_session(table: Table) -> None:
    table.approve()
    table.desk.phone.play()
    table.desk.hand_over_later()
    table.desk.take_up(table.kept(1)[0])
    table.desk.listening.play_whole()
    table.bot.waitUntil(lambda: not table.desk.listening.is_playing, timeout=PATIENCE)

    assert table.is_in(State.WAITING)


def test_settings_count_for_the_session_that_lies_ready(table: Table) -> None:
    settings = replace(table.desk.settings, speech_language="en", doctors=("A. Vos",))
    table.desk.save_settings(settings)
    assert table.desk.session.language == "en"
    assert table.desk.session.doctor == "A. Vos"
    table.desk.save_settings(replace(settings, doctors=("A. Vos", "B. Kok")))
    assert table.desk.session.doctor == ""
    table.desk.choose_doctor("B. Kok")
    table.desk.save_settings(replace(table.desk.settings, microphone=InputName("Headset")))
    assert table.desk.session.doctor == "B. Kok"


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
    assert [one.outcome for one in verdicts] == [Outcome.OURS] * 3
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
    statement, session = _state(table), table.desk.session
    sound = read_takes(table.desk.controller.sound_files)
    samples = (sound.samples * 32_768).astype("<i2")
    assert statement.sound == hashlib.sha256(samples.tobytes()).hexdigest()
    assert session.summary is not None
    assert statement.text == hash_text(session.summary.blocks(), statement.salt)


def test_another_text_has_another_statement(table: Table) -> None:
    table.approve()
    before = _state(table)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    assert table.desk.session.statement is None
    table.desk.editing.correct(0, 1, "Jij")
    table.desk.listening.approve()
    after = _state(table)
    assert (after.sound, after.text == before.text) == (before.sound, False)
    assert after.code != before.code


def test_what_waits_keeps_its_code(table: Table) -> None:
    table.approve()
    statement = _state(table)
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

    expected = error.code if isinstance(error, NaklankError) else ErrorCode.UNEXPECTED
    assert table.failures == [expected]
    files = [file for file in stick.rglob("*") if file.is_file()]
    verdicts = [table.desk.equipment.verifier.verify(file) for file in files]
    assert [one.outcome for one in verdicts] == [Outcome.NO_SEAL] * 3


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
