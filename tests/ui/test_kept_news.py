"""What is told at the start of what an earlier run left; once, and all of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from naklank.core.session import State
from naklank.ui.parts.message_bar import MessageKind
from support.desk import MOMENT, PATIENCE, Table, set_up
from support.stage import WAYS, Stage, moved, open_stage, places

OPEN = "Er staat nog een samenvatting van 14.32 uur open."


class Runs:
    """One run of the app after the other, on the same data."""

    def __init__(self, folder: Path, bot: QtBot, app: QApplication) -> None:
        self.folder, self.bot, self.app = folder, bot, app

    def leave_one(self) -> str:
        """A run that ends while a text is being checked; the identity of that session."""
        table = set_up(self.folder, self.bot)
        table.desk.open()
        table.review()
        self._end(table)
        return table.desk.session.identity

    def cut_short(self) -> None:
        """A run that ends while it records."""
        table = set_up(self.folder, self.bot)
        table.desk.open()
        table.agree()
        table.desk.start_recording()
        self.bot.waitUntil(lambda: table.desk.recording.seconds > 1, timeout=PATIENCE)
        self._end(table)

    def next(self) -> AbstractContextManager[Stage]:
        return open_stage(self.folder, self.bot, self.app)

    def _end(self, table: Table) -> None:
        self.bot.waitUntil(lambda: table.desk.typing.is_engine_ready, timeout=PATIENCE)
        table.desk.close()


@pytest.fixture
def runs(tmp_path: Path, qtbot: QtBot, themed: QApplication) -> Runs:
    return Runs(tmp_path, qtbot, themed)


def _told(stage: Stage, *sentences: str) -> None:
    stage.wait(lambda: all(one in stage.window.messages.text for one in sentences))


def _kept_in_memory(runs: Runs, identity: str) -> None:
    """As if its key had died with the program."""
    (file,) = (runs.folder / "sessions" / identity).glob("session*")
    file.write_bytes(file.read_bytes().replace(b" file\n", b" memory\n", 1))


def _look_again(stage: Stage) -> None:
    with stage.table.bot.waitSignal(stage.table.desk.kept.changed, timeout=PATIENCE):
        stage.table.desk.kept.refresh()


def test_what_was_cut_short_is_told_and_nothing_plays_or_opens(runs: Runs) -> None:
    runs.cut_short()
    with runs.next() as stage:
        stage.settle()
        before = places(stage.window)
        _told(stage, OPEN, "“Nog hier”")
        assert stage.window.messages.accessibleName() == stage.window.messages.text
        assert stage.is_in(State.AGREEING)
        assert not stage.table.desk.listening.is_playing
        assert not stage.window.findChildren(QDialog)
        assert stage.window.agree.kept.text() == "Nog hier: 1"
        before.pop(next(name for name in before if "KeyButton" in name), None)
        assert not moved(before, places(stage.window))


def test_several_are_counted_together(runs: Runs) -> None:
    for _ in range(3):
        runs.leave_one()
    with runs.next() as stage:
        _told(stage, "Er staan nog 3 samenvattingen op deze computer.")


def test_it_is_not_told_again_at_the_next_patient(runs: Runs) -> None:
    runs.leave_one()
    with runs.next() as stage:
        _told(stage, OPEN)
        stage.click(stage.window.messages._close)
        stage.click(stage.window.agree.decline)
        _look_again(stage)
        assert "samenvatting van" not in stage.window.messages.text
        # Neither when it was taken up, and put back.
        (kept,) = stage.table.kept(1)
        stage.table.desk.take_up(kept)
        stage.wait_for(State.REVIEWING)
        stage.table.confirm_all()
        stage.table.desk.listening.approve()
        stage.table.desk.hand_over_later()
        stage.table.kept(1)
        assert stage.window.messages.text == "Bewaard op deze computer, om later mee te geven."


def test_what_is_kept_for_later_in_this_run_is_no_news(stage: Stage) -> None:
    WAYS["approved"](stage)
    stage.table.desk.hand_over_later()
    stage.table.kept(1)
    assert stage.window.messages.text == "Bewaard op deze computer, om later mee te geven."


def test_what_waited_too_long_is_told(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("support.desk.MOMENT", MOMENT - timedelta(days=1))
        runs.leave_one()
    with runs.next() as stage:
        _told(stage, "1 samenvatting is gewist: zij stond hier langer dan 24 uur.")
        assert not stage.window.agree.kept.isEnabled()
        assert not stage.table.kept_files()


def test_what_still_waits_for_the_practices_copy_is_told_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keeping = replace(stage.table.desk.settings.keeping, copy=True, copy_folder=str(tmp_path))
    stage.set(keeping=keeping)
    WAYS["handed over"](stage)
    stage.table.desk.hand_over_later()
    stage.table.kept(1)
    monkeypatch.setattr(stage.table.desk.kept, "deadline", lambda _: MOMENT)
    _look_again(stage)
    _told(stage, "1 samenvatting is meegegeven en staat nog hier: de praktijk bewaart een kopie.")
    stage.click(stage.window.messages._close)
    _look_again(stage)
    assert stage.window.messages.text == ""


def test_all_that_is_found_at_once_can_be_read(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    lost, damaged = runs.leave_one(), runs.leave_one()
    runs.leave_one()
    with monkeypatch.context() as earlier:
        earlier.setattr("support.desk.MOMENT", MOMENT - timedelta(days=3))
        runs.leave_one()
    _kept_in_memory(runs, lost)
    (file,) = (runs.folder / "sessions" / damaged).glob("session*")
    file.write_bytes(file.read_bytes()[:-1])
    (runs.folder / "settings.json").write_text("{broken", "utf-8")
    with runs.next() as stage:
        _told(
            stage,
            "De instellingen waren niet te lezen",
            "1 opname is verloren",
            "1 samenvatting is gewist: zij stond hier langer dan 72 uur.",
            OPEN,
            "1 samenvatting kan Naklank nu niet lezen",
        )
        bar = stage.window.messages
        assert bar.accessibleName().startswith("Dat ging niet: ")
        stage.wait(lambda: bar._room.verticalScrollBar().maximum() > 0)
        assert stage.window.agree.kept.text() == "Nog hier: 2"


def test_a_loss_is_a_warning(runs: Runs) -> None:
    lost = runs.leave_one()
    _kept_in_memory(runs, lost)
    with runs.next() as stage:
        _told(stage, "1 opname is verloren")
        assert stage.window.messages._kind is MessageKind.WARNING


def test_nothing_comes_between_while_a_patient_is_here(stage: Stage) -> None:
    desk = stage.table.desk
    stage.table.kept(0)
    WAYS["paused"](stage)
    desk.kept.expired.emit(2)
    desk.kept.changed.emit()
    assert stage.window.messages.text == ""
    desk.withdraw()
    _told(stage, "Gewist: van deze samenvatting", "2 samenvattingen zijn gewist")
    stage.click(stage.window.messages._close)
    _look_again(stage)
    assert stage.window.messages.text == ""
