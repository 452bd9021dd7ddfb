"""From the start key to a recording on disk, and every way in which that goes wrong."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING, Any

from naklank.audio.spool import Spool
from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode
from naklank.core.session import State
from naklank.core.topics import Topic
from naklank.workflow.recording_flow import Microphone
from support.desk import PATIENCE, set_up

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from support.desk import Table


def test_no_stream_exists_before_everybody_agreed(table: Table) -> None:
    table.desk.start_recording()
    table.desk.confirm_agreement()
    table.desk.start_recording()

    assert table.card.streams == 0
    assert table.is_in(State.AGREEING)
    assert not table.kept_files()


def test_one_no_keeps_the_microphone_closed(table: Table) -> None:
    table.desk.agree(table.desk.session.agreement.with_answer(0, agrees=False))
    table.desk.confirm_agreement()
    table.desk.start_recording()

    assert table.card.streams == 0
    assert table.is_in(State.AGREEING)


def test_agreeing_opens_no_stream(table: Table) -> None:
    table.agree()

    assert table.is_in(State.AGREED)
    assert table.card.streams == 0


def test_speak_now_is_said_only_when_sound_arrives(table: Table) -> None:
    table.card.stalled = True
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.card.streams == 1, timeout=PATIENCE)
    assert table.desk.recording.microphone is Microphone.OPENING
    assert not table.desk.session.recording.takes

    table.card.stalled = False
    table.bot.waitUntil(
        lambda: table.desk.recording.microphone is Microphone.OPEN, timeout=PATIENCE
    )
    assert len(table.desk.session.recording.takes) == 1
    table.desk.discard_recording()


def test_half_a_second_after_the_stop_is_still_recorded(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    at_stop = table.desk.recording.seconds
    table.desk.recording.stop()
    assert table.desk.recording.microphone is Microphone.CLOSING
    table.wait_for(State.REVIEWING)

    assert table.desk.session.recording.seconds >= at_stop + 0.5
    table.desk.listening.stop()
    table.bot.waitUntil(lambda: table.card.streams == 0, timeout=PATIENCE)


def test_sound_is_on_disk_while_it_is_recorded(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 2, timeout=PATIENCE)

    (spool,) = table.folder.rglob("take-1.pcm")
    assert spool.stat().st_size >= 2 * 48_000 * 2 * 0.9
    assert len(table.store.load_all()) == 1
    table.desk.discard_recording()
    assert not table.kept_files()


def test_pause_closes_the_microphone_and_a_second_take_follows(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.recording.pause()
    table.wait_for(State.PAUSED)
    assert table.card.streams == 0
    before = table.desk.session.recording.seconds

    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= before + 1, timeout=PATIENCE)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)

    takes = table.desk.session.recording.takes
    assert [take.number for take in takes] == [1, 2]
    assert table.desk.session.recording.seconds >= before + 1.5


def test_stopped_while_paused(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.recording.pause()
    table.wait_for(State.PAUSED)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)


def test_a_lost_microphone_pauses_and_loses_nothing(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.card.microphones = ()
    table.wait_for(State.PAUSED)

    assert table.failures == [ErrorCode.MICROPHONE_LOST]
    assert table.desk.session.recording.seconds >= 1
    table.card.microphones = ("Headset",)
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 2, timeout=PATIENCE)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)
    assert table.desk.session.recording.takes[1].device == "Headset"


def test_without_a_microphone_one_is_back_where_one_began(table: Table) -> None:
    table.card.microphones = ()
    table.agree()
    table.desk.start_recording()
    table.wait_for(State.AGREED)
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures == [ErrorCode.MICROPHONE_MISSING]
    assert not table.kept_files()
    table.card.microphones = ("Desk microphone",)
    table.record(1.0)
    table.wait_for(State.REVIEWING)


def test_the_microphone_is_the_one_that_is_set(table: Table) -> None:
    from dataclasses import replace

    table.desk.save_settings(replace(table.desk.settings, microphone="Headset"))
    table.agree()
    table.record(1.0)
    table.wait_for(State.REVIEWING)

    assert table.desk.session.recording.takes[0].device == "Headset"


def test_topics_are_marked_at_their_moment(table: Table) -> None:
    table.agree()
    table.desk.recording.mark_next_topic()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    assert not table.desk.session.recording.marks

    table.desk.recording.mark_next_topic()
    table.desk.recording.mark_next_topic()
    first, second, third = table.desk.session.recording.marks
    assert first.topic is Topic.WHAT_IS_GOING_ON
    assert first.second == 0.0
    assert (second.topic, third.topic) == (Topic.WHAT_WE_DO, Topic.WHAT_YOU_DO)
    assert second.second >= 1
    for _ in range(9):
        table.desk.recording.mark_next_topic()
    assert table.desk.session.recording.topic is Topic.NEXT_APPOINTMENT
    table.desk.discard_recording()


def test_deleting_in_the_middle_leaves_the_agreement_alone(table: Table) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.discard_recording()

    assert table.is_in(State.AGREED)
    assert table.desk.session.agreement.allows_microphone
    assert table.card.streams == 0
    assert not table.kept_files()


def test_withdrawing_in_the_middle_leaves_nothing(table: Table) -> None:
    identity = table.desk.session.identity
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.withdraw()

    assert table.is_in(State.AGREEING)
    assert table.desk.session.identity != identity
    assert table.desk.session.agreement.participants[0].agrees is None
    assert table.card.streams == 0
    assert not table.kept_files()


def test_typing_never_opens_the_microphone(table: Table) -> None:
    from dataclasses import replace

    typed = replace(table.desk.session.agreement, take_home=TakeHome.TYPED)
    table.desk.agree(typed)
    table.desk.confirm_agreement()

    assert table.is_in(State.WRITING)
    table.desk.start_recording()
    assert table.card.streams == 0


def test_a_sound_system_that_hangs_while_it_opens_does_not_freeze_the_window(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = threading.active_count()
    goes_on = threading.Event()
    opened = table.card.open_input

    def hang(*args: Any) -> Any:
        assert goes_on.wait(PATIENCE / 1000)
        return opened(*args)

    monkeypatch.setattr("naklank.audio.capture.HANGING", 0.2)
    monkeypatch.setattr(table.card, "open_input", hang)
    table.agree()
    table.desk.start_recording()
    table.desk.discard_recording()
    assert table.is_in(State.AGREED)

    table.desk.start_recording()
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)
    assert table.failures == [ErrorCode.MICROPHONE_BUSY]
    assert table.is_in(State.AGREED)
    goes_on.set()
    table.bot.waitUntil(lambda: threading.active_count() <= threads, timeout=PATIENCE)
    assert table.card.streams == 0
    assert not table.kept_files()
    table.record(1.0)
    table.wait_for(State.REVIEWING)


def test_a_disk_that_takes_no_sound_leaves_no_empty_recording(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_spool: Spool, _samples: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Spool, "append", refuse)
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures == [ErrorCode.DISK_FULL]
    assert table.is_in(State.AGREED)
    assert not table.kept_files()


def test_an_app_that_ends_in_the_middle_keeps_the_sound(tmp_path: Path, qtbot: QtBot) -> None:
    first = set_up(tmp_path, qtbot)
    first.desk.open()
    first.agree()
    first.desk.start_recording()
    qtbot.waitUntil(lambda: first.desk.recording.seconds >= 2, timeout=PATIENCE)
    first.desk.close()
    assert first.card.streams == 0

    second = set_up(tmp_path, qtbot)
    second.desk.open()
    try:
        (found,) = second.kept(1)
        assert found.recording.seconds >= 2
    finally:
        second.desk.close()
