"""From a recording to a text: asked again as often as it takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.core.transcript import Transcript
from support.desk import MOMENT, PATIENCE, set_up

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.desk import Table


def test_the_text_stands_under_its_topics_with_its_checks(table: Table) -> None:
    table.review()

    session = table.desk.session
    assert session.summary is not None
    assert [block.topic for block in session.summary.blocks()] == [
        Topic.WHAT_IS_GOING_ON,
        Topic.WHAT_WE_DO,
    ]
    assert [check.text for check in session.review.checks] == ["geen griep", "500 milligram"]


def test_the_typist_gets_every_take_in_order(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.recording.pause()
    table.wait_for(State.PAUSED)
    table.record(2.0)
    table.wait_for(State.REVIEWING)

    (spoken,) = table.typist.asked
    assert [file.path.name for file in spoken.files] == ["take-1.naklank", "take-2.naklank"]
    assert spoken.takes == table.desk.session.recording.takes
    assert spoken.language == "nl"


def test_the_typist_hears_every_take_while_it_is_spoken(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.recording.pause()
    table.wait_for(State.PAUSED)
    table.record(2.0)
    table.wait_for(State.REVIEWING)

    takes = table.desk.session.recording.takes
    first, second = table.typist.heard
    assert [tap.frames for tap in (first, second)] == [take.frames for take in takes]
    assert [tap.spoken.takes for tap in (first, second)] == [(), takes[:1]]
    assert first.is_stopping
    assert [file.path.name for file, _rate in second.takes] == ["take-2.naklank"]


@pytest.mark.parametrize("reason", ["setting", "battery", "sound only"])
def test_nobody_types_while_it_is_spoken(table: Table, reason: str) -> None:
    desk = table.desk
    if reason == "setting":
        typing = replace(desk.settings.typing, while_speaking=False)
        desk.save_settings(replace(desk.settings, typing=typing))
    if reason == "sound only":
        desk.agree(replace(desk.session.agreement, take_home=TakeHome.SOUND_ONLY))
    table.agree()
    if reason == "battery":
        desk.computer.is_on_battery = True
    table.record()
    table.wait_for(State.RECORDED if reason == "sound only" else State.REVIEWING)
    assert table.typist.heard == []


def test_a_deleted_recording_is_forgotten_by_the_engine(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.discard_recording()
    table.wait_for(State.AGREED)
    assert table.typist.cancels == 1


def test_another_model_is_loaded_by_the_engine(table: Table) -> None:
    desk = table.desk
    desk.open()
    table.bot.waitUntil(lambda: desk.typing.is_engine_ready, timeout=PATIENCE)
    typing = replace(desk.settings.typing, model="small")
    desk.save_settings(replace(desk.settings, typing=typing))
    assert table.typist.restarts == 1
    assert not desk.typing.is_engine_ready
    table.bot.waitUntil(lambda: desk.typing.is_engine_ready, timeout=PATIENCE)


def test_a_model_that_stands_in_types_and_stays_told(table: Table) -> None:
    table.typist.ready = NaklankError(ErrorCode.MODEL_REPLACED, model="small", other="base")
    table.desk.open()
    table.bot.waitUntil(lambda: table.desk.typing.is_engine_ready, timeout=PATIENCE)
    table.review()
    assert table.desk.typing.engine_error is table.typist.ready


def test_a_dead_engine_leaves_the_sound_and_can_be_asked_again(table: Table) -> None:
    table.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED, engine="x"))
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures == [ErrorCode.ENGINE_DIED]
    assert table.desk.session.recording.seconds >= 4
    table.desk.typing.type_out()
    table.wait_for(State.REVIEWING)


def test_silence_gives_no_empty_text(table: Table) -> None:
    table.typist.transcript = Transcript("nl", 4.0)
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures == [ErrorCode.NOTHING_HEARD]


def test_where_the_engine_does_not_run_the_doctor_records_and_types(
    tmp_path: Path, qtbot: QtBot
) -> None:
    table = set_up(tmp_path, qtbot)
    unusable = NaklankError(ErrorCode.ENGINE_UNUSABLE, engine="x")
    table.typist.ready = unusable
    table.typist.fail_next(unusable)
    table.desk.open()
    try:
        qtbot.waitUntil(lambda: table.desk.typing.engine_error is not None, timeout=PATIENCE)
        table.agree()
        table.record()
        table.wait_for(State.RECORDED)
        qtbot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)
        assert table.failures == [ErrorCode.ENGINE_UNUSABLE]
        table.desk.typing.write()
        table.desk.typing.set_written({Topic.WHAT_WE_DO: "Neem 500 milligram."})
        table.desk.listening.approve()
        assert table.is_in(State.APPROVED)
        assert "Getypt door uw arts" in " ".join(table.desk.handing_over.sheet().rules)
    finally:
        table.desk.close()


def test_typing_it_oneself_does_not_wait_for_the_engine(table: Table) -> None:
    table.typist.hold()
    table.agree()
    table.record()
    table.wait_for(State.TRANSCRIBING)
    table.desk.typing.write()

    assert table.is_in(State.WRITING)
    table.typist.release()
    table.desk.typing.type_out()
    table.wait_for(State.REVIEWING)


def test_deleting_while_it_types(table: Table) -> None:
    table.typist.hold()
    table.agree()
    table.record()
    table.wait_for(State.TRANSCRIBING)
    table.desk.discard_recording()
    table.typist.release()
    table.record()
    table.wait_for(State.REVIEWING)

    assert not table.failures
    assert len(table.typist.asked) == 2


def test_sound_alone_is_not_typed(table: Table) -> None:
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.SOUND_ONLY))
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)

    assert not table.typist.asked


def test_what_was_recording_when_the_app_was_killed_is_found_again(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first = set_up(tmp_path, qtbot)
    first.desk.open()
    first.agree()
    first.desk.start_recording()
    qtbot.waitUntil(lambda: first.desk.recording.seconds >= 2, timeout=PATIENCE)
    # As it lies on the disk at this moment, for an app that comes after a crash.
    second = set_up(tmp_path, qtbot)
    second.desk.open()
    try:
        (found,) = second.kept(1)
        assert found.state is State.RECORDED
        assert found.recording.seconds >= 1.5
        assert found.started == MOMENT
        second.desk.take_up(found)
        second.desk.typing.type_out()
        second.wait_for(State.REVIEWING)
    finally:
        second.desk.close()
        first.desk.close()


def test_going_back_to_agreeing_keeps_what_was_typed(table: Table) -> None:
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.TYPED))
    table.desk.confirm_agreement()
    table.desk.typing.set_written({Topic.WHAT_WE_DO: "Neem rust."})
    written = table.desk.session.summary
    table.desk.controller.apply(Event.AGREE_AGAIN)
    table.desk.confirm_agreement()

    assert table.is_in(State.WRITING)
    assert table.desk.session.summary == written


def test_an_engine_that_fails_takes_nothing_of_what_was_typed(table: Table) -> None:
    table.typist.hold()
    table.agree()
    table.record(1.0)
    table.wait_for(State.TRANSCRIBING)
    table.desk.typing.write()
    table.typist.release()
    table.desk.typing.set_written({Topic.WHAT_WE_DO: "Neem rust."})
    written = table.desk.session.summary
    table.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED, engine="x"))
    table.desk.typing.type_out()
    table.wait_for(State.RECORDED)
    table.desk.typing.write()

    assert table.desk.session.summary == written


def test_an_app_that_ended_before_sound_arrived_left_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    first = set_up(tmp_path, qtbot)
    first.card.stalled = True
    first.desk.open()
    first.agree()
    first.desk.start_recording()
    assert first.kept_files()
    second = set_up(tmp_path, qtbot)
    second.desk.open()
    try:
        assert not second.kept(0)
        assert not second.kept_files()
    finally:
        second.desk.close()
        first.desk.close()


def test_paper_only_without_a_model_keeps_the_sound_until_there_is_a_text(table: Table) -> None:
    """The sound of paper only goes once it is typed; nobody loses what cannot be typed yet."""
    paper = replace(table.desk.session.agreement, take_home=TakeHome.PAPER_ONLY)
    table.desk.agree(paper)
    table.typist.fail_next(NaklankError(ErrorCode.MODEL_MISSING, model="base"))
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)
    assert table.failures == [ErrorCode.MODEL_MISSING]
    assert any(file.name.startswith("take-") for file in table.kept_files())
    assert table.desk.session.recording.takes
    table.desk.typing.type_out()  # the stick has come
    table.wait_for(State.REVIEWING)
