"""What the pages show and keep while the session goes its way below them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import Event, State, Way
from naklank.core.topics import Topic
from naklank.sentences.failures import sentence
from naklank.ui.main_window import MainWindow
from naklank.ui.parts.key_guard import KeyGuard
from support.desk import PATIENCE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from naklank.core.session import Session
    from support.desk import Table


@pytest.fixture
def window(table: Table, qapp: QApplication) -> MainWindow:
    window = MainWindow(table.desk, KeyGuard(qapp, period=0.0))
    table.bot.addWidget(window)
    window.show()
    return window


def _type(table: Table, text: str) -> None:
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.TYPED))
    table.desk.confirm_agreement()
    table.desk.typing.set_written({Topic.WHAT_WE_DO: text})


def test_the_sheet_of_an_older_text_is_gone_before_the_new_one_is_made(
    table: Table, window: MainWindow
) -> None:
    _type(table, "Neem rust.")
    table.desk.listening.approve()
    sheet = window.hand_over.sheet
    table.bot.waitUntil(lambda: sheet.page_count == 1, timeout=PATIENCE)
    table.desk.controller.apply(Event.WRITE_AGAIN)
    table.desk.listening.approve()

    assert sheet.page_count == 0
    table.bot.waitUntil(lambda: sheet.page_count == 1, timeout=PATIENCE)


def test_what_is_under_way_is_not_asked_again_nor_deleted(table: Table, window: MainWindow) -> None:
    _type(table, "Neem rust.")
    table.desk.listening.approve()
    page = window.hand_over
    table.desk.handing_over.print_sheet(large_print=False)
    assert not page.paper.print.isEnabled()
    assert not page.paper.large.isEnabled()
    assert not page.nothing.isEnabled()
    assert page.files.save.isEnabled()
    table.bot.waitUntil(lambda: not table.desk.handing_over.is_busy(Way.PRINT), timeout=PATIENCE)
    assert page.paper.print.isEnabled()
    assert page.finish.isEnabled()


def test_a_failure_is_read_on_the_page_that_follows(
    table: Table, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = NaklankError(ErrorCode.DISK_FULL, folder="x")

    def refuse(_session: Session) -> None:
        raise failure

    _type(table, "Neem rust.")
    monkeypatch.setattr(table.store, "save", refuse)
    table.desk.listening.approve()

    assert table.is_in(State.APPROVED)
    assert window.messages.text == sentence(failure)


def test_the_microphone_that_is_named_is_the_one_that_records(
    table: Table, window: MainWindow
) -> None:
    table.agree()
    table.desk.start_recording()
    named = window.speak.microphone
    table.bot.waitUntil(lambda: "Desk microphone" in named.text(), timeout=PATIENCE)
    table.bot.waitUntil(lambda: table.desk.recording.seconds >= 1, timeout=PATIENCE)
    table.card.microphones = ("Headset",)
    table.bot.waitUntil(lambda: "Headset" in named.text(), timeout=PATIENCE)
    table.desk.discard_recording()


def test_what_was_typed_gives_way_only_to_a_yes(table: Table, window: MainWindow) -> None:
    table.typist.hold()
    table.agree()
    table.record(1.0)
    table.wait_for(State.TRANSCRIBING)
    table.desk.typing.write()
    table.typist.release()
    window.write.boxes.setFocus()
    box = window.write.boxes.focusProxy()
    assert isinstance(box, QPlainTextEdit)
    box.insertPlainText("Neem rust.")
    window.write.type_out.click()
    assert table.is_in(State.WRITING)
    assert window.confirm.isVisible()
    window.confirm.keep.click()
    assert table.desk.session.summary is not None
    window.write.type_out.click()
    window.confirm.delete.click()
    table.wait_for(State.REVIEWING)


def test_the_window_closes_while_a_microphone_hangs_in_opening(
    table: Table, window: MainWindow
) -> None:
    table.card.stalled = True
    table.agree()
    table.desk.start_recording()
    window.close()

    assert not window.isVisible()
