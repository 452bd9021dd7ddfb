"""From the start key to a recording on disk, and every way in which that goes wrong."""

from __future__ import annotations

import errno
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from naklank.audio.sound import Sound
from naklank.audio.spool import Spool
from naklank.core.agreement import TakeHome
from naklank.core.checks import CheckKind
from naklank.core.errors import ErrorCode
from naklank.core.recording import Cause, Condition, InputName, Take
from naklank.core.session import State
from naklank.core.topics import Topic
from naklank.workflow.recording_flow import Microphone
from support.desk import PATIENCE, set_up
from support.sounds import tone

if TYPE_CHECKING:
    from pathlib import Path

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

    (spool,) = table.folder.rglob("take-1.naklank")
    assert spool.stat().st_size >= 2 * 48_000 * 2 * 0.9
    assert len(table.store.load_all().sessions) == 1
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


def test_a_lost_microphone_is_told_and_another_one_goes_on(table: Table) -> None:
    resumed: list[Take] = []
    table.desk.recording.resumed.connect(resumed.append)
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.card.microphones = ()
    table.bot.waitUntil(
        lambda: table.desk.recording.microphone is Microphone.LOST, timeout=PATIENCE
    )
    assert table.failures == [ErrorCode.MICROPHONE_LOST]
    assert table.is_in(State.RECORDING)

    table.card.microphones = ("Headset",)
    table.bot.waitUntil(lambda: bool(resumed), timeout=PATIENCE)
    assert table.desk.recording.microphone is Microphone.OPEN
    first, second = table.desk.session.recording.takes
    assert first.frames / first.rate >= 1
    before = table.desk.recording.seconds
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= before + 1, timeout=PATIENCE)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)
    first, second = table.desk.session.recording.takes
    assert second.device == "Headset"
    (gap,) = table.desk.session.recording.gaps
    assert gap.second == first.seconds
    assert gap.cause is Cause.MICROPHONE
    checks = table.desk.session.review.checks
    assert CheckKind.GAP in {check.kind for check in checks}
    assert list(checks) == sorted(checks, key=lambda check: check.start)


@pytest.mark.parametrize("how", ["pause", "stop"])
def test_while_the_microphone_is_lost_one_can_pause_and_stop(table: Table, how: str) -> None:
    table.agree()
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.card.microphones = ()
    table.bot.waitUntil(
        lambda: table.desk.recording.microphone is Microphone.LOST, timeout=PATIENCE
    )
    getattr(table.desk.recording, how)()
    table.wait_for(State.PAUSED if how == "pause" else State.REVIEWING)
    assert table.desk.session.recording.seconds >= 1
    assert table.desk.recording.microphone is Microphone.CLOSED


def test_a_take_more_after_the_stop_is_typed_with_the_rest(table: Table) -> None:
    table.review()
    first = table.desk.session.recording.seconds
    table.desk.speaking_again.more()
    assert table.is_in(State.PAUSED)
    table.desk.recording.mark_topic(Topic.WHEN_TO_CALL)
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= first + 1, timeout=PATIENCE)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)
    assert [take.number for take in table.desk.session.recording.takes] == [1, 2]
    assert table.desk.session.recording.topic is Topic.WHEN_TO_CALL
    assert table.desk.session.recording.marks[-1].second == pytest.approx(first)


def test_what_is_wrong_with_the_sound_is_known_while_it_lasts(table: Table) -> None:
    table.card.microphone_muted = True
    table.agree()
    table.desk.start_recording()
    recording = table.desk.recording
    table.bot.waitUntil(lambda: Condition.SILENT in recording.conditions, timeout=PATIENCE)
    table.card.microphone_muted = False
    table.card.say(Sound(tone(4.0, 16_000), 16_000))
    table.bot.waitUntil(lambda: Condition.SILENT not in recording.conditions, timeout=PATIENCE)
    table.desk.discard_recording()
    assert not recording.conditions


def test_the_computer_stays_awake_while_it_records_and_no_longer(table: Table) -> None:
    calls = table.desk.equipment.wakefulness.calls  # type: ignore[attr-defined]
    table.agree()
    assert calls == []
    table.desk.start_recording()
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    assert calls == ["hold"]
    table.desk.recording.pause()
    table.wait_for(State.PAUSED)
    assert calls == ["hold", "release"]
    table.desk.start_recording()
    table.desk.withdraw()
    assert calls == ["hold", "release", "hold", "release"]


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
    microphone = InputName("Headset")
    table.desk.save_settings(replace(table.desk.settings, microphone=microphone))
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
    typed = replace(table.desk.session.agreement, take_home=TakeHome.TYPED)
    table.desk.agree(typed)
    table.desk.confirm_agreement()

    assert table.is_in(State.WRITING)
    table.desk.start_recording()
    assert table.card.streams == 0


def test_a_sound_system_that_hangs_while_it_opens_does_not_freeze_the_window(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    table.bot.waitUntil(
        lambda: "recorder" not in {one.name for one in threading.enumerate()}, timeout=PATIENCE
    )
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
