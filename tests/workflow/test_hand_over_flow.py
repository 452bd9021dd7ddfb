"""The last step: what goes home goes as it was agreed, and nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import InputName
from naklank.core.session import Event, State, Way
from naklank.core.settings import Practice
from support.desk import PATIENCE, set_up

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.core.transcript import Language
    from support.desk import Table


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
    statement = table.stated()
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


@pytest.mark.parametrize(("language", "name"), [("nl", "samenvatting"), ("en", "summary")])
def test_saved_under_the_moment_and_no_name(
    table: Table, tmp_path: Path, language: Language, name: str
) -> None:
    settings = replace(table.desk.settings, speech_language=language, doctors=("dokter Van Dam",))
    table.desk.save_settings(replace(settings, practice=Practice("De Linde")))
    table.approve()
    stick = tmp_path / "stick"
    stick.mkdir()
    table.desk.handing_over.save(stick)
    table.wait_for(State.HANDED_OVER)

    (folder,) = stick.iterdir()
    assert folder.name == f"{name} 2026-11-21 14.32"
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
    table.desk.choices.choose_doctor("B. Kok")
    table.desk.confirm_agreement()
    assert table.is_in(State.AGREED)
    table.desk.withdraw()


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
    table.desk.choices.choose_doctor("B. Kok")
    table.desk.save_settings(replace(table.desk.settings, microphone=InputName("Headset")))
    assert table.desk.session.doctor == "B. Kok"
