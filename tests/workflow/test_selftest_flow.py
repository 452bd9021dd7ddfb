"""The self-test runs beside the window, and gives way to a patient's summary."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode
from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.core.session import State
from naklank.workflow.recording_flow import Microphone
from support.desk import PATIENCE, set_up
from support.fake_probes import ALL_WELL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.workflow.selftest_flow import SelftestFlow
    from support.desk import Table

    Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def flow(table: Table) -> SelftestFlow:
    return table.desk.selftest


@pytest.fixture
def wait(table: Table) -> Wait:
    return lambda condition: table.bot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)


def test_it_looks_at_one_item_after_the_other(table: Table, flow: SelftestFlow, wait: Wait) -> None:
    seen: list[Item | None] = []
    ended: list[bool] = []
    flow.changed.connect(lambda: seen.append(flow.current))
    flow.ended.connect(lambda: ended.append(flow.is_running))
    flow.start()
    assert flow.count == len(ALL_WELL)
    wait(lambda: ended)
    assert ended == [False]
    assert flow.findings == ALL_WELL
    items = [item for item in dict.fromkeys(seen) if item is not None]
    assert items == [one.item for one in ALL_WELL]
    again: tuple[Finding, ...] = (Finding(Item.DISK, Outcome.DISK_FULL),)
    table.probes.findings = again
    flow.start()
    wait(lambda: len(ended) == len(again) + 1)
    assert list(flow.findings) == list(again)


def test_it_is_told_what_was_wrong_with_the_settings(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "settings.json").write_text("broken")
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    try:
        table.desk.selftest.start()
        assert [problem.code for problem in table.probes.problems] == [ErrorCode.SETTINGS_BROKEN]
    finally:
        table.desk.close()


def test_somebody_says_stop(table: Table, flow: SelftestFlow, wait: Wait) -> None:
    table.probes.hold()
    flow.start()
    assert flow.current is Item.MICROPHONE
    flow.stop()
    assert not flow.is_running
    assert not flow.is_possible, "the microphone may still be open"
    wait(lambda: flow.is_possible)
    assert table.probes.stops_heard == 1
    assert flow.findings == ()


def test_a_second_start_is_not_heard(table: Table, flow: SelftestFlow, wait: Wait) -> None:
    table.probes.hold()
    flow.start()
    flow.start()
    table.probes.release()
    wait(lambda: not flow.is_running)
    assert flow.findings == ALL_WELL


def test_never_while_it_is_recorded_paused_or_typed(table: Table, flow: SelftestFlow) -> None:
    desk = table.desk
    table.typist.hold()
    table.agree()
    desk.start_recording()
    table.wait_for(State.RECORDING)
    for change in (desk.recording.pause, desk.start_recording, desk.recording.stop):
        flow.start()
        assert flow.is_in_use
        assert not flow.is_running
        change()
        table.bot.waitUntil(
            lambda: desk.recording.microphone in (Microphone.CLOSED, Microphone.OPEN),
            timeout=PATIENCE,
        )
    table.wait_for(State.TRANSCRIBING)
    flow.start()
    assert not flow.is_running
    table.typist.release()
    table.wait_for(State.REVIEWING)
    assert not flow.is_in_use
    assert flow.is_possible


def test_a_recording_that_begins_ends_it(table: Table, flow: SelftestFlow) -> None:
    table.agree()
    table.probes.hold()
    flow.start()
    assert flow.current is Item.MICROPHONE
    table.desk.start_recording()
    assert not flow.is_running
    table.wait_for(State.RECORDING)


def test_the_end_of_the_day_ends_it(tmp_path: Path, qtbot: QtBot) -> None:
    table = set_up(tmp_path, qtbot)
    table.desk.open()
    table.probes.hold()
    table.desk.selftest.start()
    table.desk.close()  # waits for the item; no thread is left
    assert table.probes.stops_heard == 1


def test_an_item_that_fails_does_not_end_it(
    table: Table, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_stopped: Event) -> Finding:
        raise ZeroDivisionError

    flow = table.desk.selftest
    broken = Probe(Item.STICK, fail)
    well = Probe(Item.DISK, lambda _: ALL_WELL[1])
    monkeypatch.setattr(flow, "_make_probes", lambda: (broken, well))
    flow.start()
    wait(lambda: not flow.is_running)
    assert flow.findings == (Finding(Item.STICK, Outcome.NOT_KNOWN), ALL_WELL[1])
