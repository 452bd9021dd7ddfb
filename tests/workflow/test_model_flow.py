"""Models come, go and are measured beside the window, one thing at a time."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from naklank.core.speech_models import ModelState, Recommendation
from naklank.workflow.model_work import Errand, Progress, Work
from support.desk import PATIENCE
from support.fake_models import CATALOGUE, MEASURED

if TYPE_CHECKING:
    from support.desk import Table

SMALL = next(one for one in CATALOGUE if one.name == "small")


@dataclass
class Heard:
    """All that the flow says."""

    table: Table
    done: list[Errand] = field(default_factory=list)
    failed: list[ErrorCode] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    recommended: list[Recommendation] = field(default_factory=list)

    def __post_init__(self) -> None:
        flow = self.table.desk.models
        flow.done.connect(self.done.append)
        flow.failed.connect(lambda error: self.failed.append(error.code))
        flow.progressed.connect(self.progress.append)
        flow.recommended.connect(self.recommended.append)

    def wait(self) -> None:
        """Until nothing is under way."""
        flow = self.table.desk.models
        self.table.bot.waitUntil(lambda: flow.work is None, timeout=PATIENCE)

    def state(self, name: str) -> ModelState:
        return next(one.state for one in self.table.desk.models.models if one.model.name == name)


@pytest.fixture
def heard(table: Table) -> Heard:
    return Heard(table)


def test_the_catalogue_is_listed(table: Table, heard: Heard) -> None:
    flow = table.desk.models
    assert not flow.is_missing("small")  # nobody has looked yet
    flow.refresh()
    heard.wait()

    assert [one.model.name for one in flow.models] == [one.name for one in CATALOGUE]
    assert heard.state("base") is ModelState.INSTALLED
    assert flow.is_missing("small")
    assert flow.is_missing("of long ago")
    assert not flow.is_missing("base")


def test_a_download_tells_how_far_it_is_and_is_there_at_the_end(table: Table, heard: Heard) -> None:
    table.desk.models.fetch("small", "http://spiegel.lokaal")
    heard.wait()

    assert heard.done == [Errand(Work.FETCHING, "small")]
    assert heard.progress[0].done == 0
    assert heard.progress[-1].done == heard.progress[-1].whole == SMALL.size
    assert heard.state("small") is ModelState.INSTALLED
    assert table.models.mirrors == ["http://spiegel.lokaal"]
    assert table.desk.models.last == Errand(Work.FETCHING, "small")


def test_more_bytes_than_32_bits_hold(table: Table, heard: Heard) -> None:
    table.desk.models.fetch("large-v3", "")
    heard.wait()

    assert heard.progress[-1].whole > 2**31


def test_a_download_that_is_stopped_goes_on_later(table: Table, heard: Heard) -> None:
    table.models.hold()
    flow = table.desk.models
    flow.fetch("small", "")
    table.bot.waitUntil(lambda: bool(heard.progress), timeout=PATIENCE)
    assert flow.can_be_stopped
    flow.stop()
    heard.wait()

    assert not heard.failed
    assert not heard.done
    assert flow.problem is None
    assert heard.state("small") is ModelState.PARTLY
    table.models.release()
    heard.progress.clear()
    flow.fetch("small", "")
    heard.wait()
    assert heard.progress[0].done > 0
    assert heard.state("small") is ModelState.INSTALLED


def test_a_download_that_fails_says_why_until_the_next_work(table: Table, heard: Heard) -> None:
    table.models.fail_next(NaklankError(ErrorCode.DISK_FULL, folder="C"))
    flow = table.desk.models
    flow.fetch("small", "")
    heard.wait()

    assert heard.failed == [ErrorCode.DISK_FULL]
    flow.refresh()
    heard.wait()
    assert _problem(table) is ErrorCode.DISK_FULL
    flow.fetch("small", "")
    heard.wait()
    assert _problem(table) is None
    assert heard.state("small") is ModelState.INSTALLED


def _problem(table: Table) -> ErrorCode | None:
    problem = table.desk.models.problem
    return problem.code if problem else None


def test_what_was_not_foreseen_is_told_too(
    table: Table, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr(table.models, "recommend", broken)
    table.desk.models.measure()
    heard.wait()

    assert heard.failed == [ErrorCode.UNFORESEEN]


def test_one_thing_at_a_time(table: Table, heard: Heard) -> None:
    table.models.hold()
    table.desk.models.fetch("small", "")
    table.desk.models.fetch("medium", "")
    table.desk.models.measure()
    table.models.release()
    heard.wait()

    assert heard.done == [Errand(Work.FETCHING, "small")]
    assert not heard.recommended


def test_the_computer_is_measured(table: Table, heard: Heard) -> None:
    table.desk.models.measure()
    assert not table.desk.models.can_be_stopped
    heard.wait()

    assert heard.recommended == [MEASURED]
    assert table.desk.models.recommendation == MEASURED


def test_a_model_from_a_stick(table: Table, heard: Heard) -> None:
    table.desk.models.take_in(Path("E:/whisper-small"))
    heard.wait()

    assert heard.done == [Errand(Work.TAKING_IN, "small")]
    assert heard.state("small") is ModelState.INSTALLED


def test_a_damaged_model_is_found_and_gone(table: Table, heard: Heard) -> None:
    table.models.states["small"] = ModelState.INSTALLED
    flow = table.desk.models
    flow.refresh()
    heard.wait()
    table.models.damaged = {"small"}
    flow.verify()
    heard.wait()

    assert heard.failed == [ErrorCode.MODEL_DAMAGED]
    assert flow.is_missing("small")
    flow.verify()
    heard.wait()
    assert heard.done[-1] == Errand(Work.VERIFYING)


def test_a_look_through_tells_how_far_it_is_over_all_models(table: Table, heard: Heard) -> None:
    table.models.states["small"] = ModelState.INSTALLED
    flow = table.desk.models
    flow.refresh()
    heard.wait()
    told: list[tuple[int, int]] = []
    flow.progressed.connect(lambda progress: told.append((progress.done, progress.whole)))
    table.models.hold()
    flow.verify()
    table.bot.waitUntil(lambda: bool(told))
    assert flow.can_be_stopped
    table.models.release()
    heard.wait()
    whole = sum(one.model.size for one in flow.models if one.state is ModelState.INSTALLED)
    assert {one for _, one in told} == {whole}
    assert told[-1] == (whole, whole)


def test_a_model_is_removed(table: Table, heard: Heard) -> None:
    table.models.states["small"] = ModelState.INSTALLED
    table.desk.models.remove("small")
    heard.wait()

    assert heard.done == [Errand(Work.REMOVING, "small")]
    assert heard.state("small") is ModelState.ABSENT


def test_the_end_of_the_day_ends_a_download(table: Table, heard: Heard) -> None:
    table.models.hold()
    table.desk.models.fetch("small", "")
    table.desk.close()

    assert "models" not in [thread.name for thread in threading.enumerate()]
    assert not heard.done


def _choose(table: Table, name: str) -> None:
    settings = table.desk.settings
    table.desk.save_settings(replace(settings, typing=replace(settings.typing, model=name)))


@pytest.fixture
def taken(table: Table, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The models that the typist was told to take."""
    names: list[str] = []
    chosen = table.desk._chosen_model
    monkeypatch.setattr(chosen, "_use", lambda: names.append(table.desk.settings.typing.model))
    return names


def test_a_chosen_model_is_taken_at_once(table: Table, taken: list[str]) -> None:
    _choose(table, "small")
    table.desk.save_settings(table.desk.settings)

    assert taken == ["small"]


def test_not_before_a_recording_has_its_text(table: Table, taken: list[str]) -> None:
    table.agree()
    table.desk.start_recording()
    table.wait_for(State.RECORDING)
    _choose(table, "small")
    assert not taken
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.desk.recording.stop()
    table.wait_for(State.REVIEWING)

    assert taken == ["small"]


def test_a_chosen_model_that_was_missing_is_taken_when_it_comes(
    table: Table, heard: Heard, taken: list[str]
) -> None:
    _choose(table, "small")
    table.desk.models.fetch("medium", "")
    heard.wait()
    assert taken == ["small"]
    table.desk.models.fetch("small", "")
    heard.wait()

    assert taken == ["small", "small"]
