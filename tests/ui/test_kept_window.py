"""What waits on this computer, and how it is taken up again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from naklank.core.session import State
from naklank.ui.kept_window import KeptWindow
from support.keys import CTRL, click, press
from support.stage import ENTER, WAYS, Stage, everything_said, handed_over

Key = Qt.Key


def _keep(stage: Stage, name: str = "approved") -> str:
    WAYS[name](stage)
    identity = stage.table.desk.session.identity
    stage.click(stage.window.hand_over.later)
    assert stage.is_in(State.AGREEING)
    assert stage.table.desk.session.identity != identity
    return identity


def _open(stage: Stage) -> KeptWindow:
    stage.click(stage.window.agree.kept)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), KeptWindow))
    window = QApplication.activeWindow()
    assert isinstance(window, KeptWindow)
    return window


def test_nothing_waits_at_first(stage: Stage) -> None:
    assert not stage.window.agree.kept.isEnabled()
    assert stage.window.agree.kept.text() == "Nog hier: 0"


def test_handed_over_later_by_key(stage: Stage) -> None:
    identity = _keep(stage)
    assert stage.window.messages.text.startswith("Bewaard op deze computer")
    assert stage.window.agree.kept.text() == "Nog hier: 1"
    window = _open(stage)
    stage.hear()
    press(window, ENTER, CTRL)
    assert stage.table.desk.session.identity == identity
    assert stage.is_in(State.WAITING)
    stage.wait(lambda: stage.window.hand_over.sheet.page_count)
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)
    stage.press(Key.Key_Delete, CTRL)
    assert not stage.table.kept_files()
    assert stage.window.agree.kept.text() == "Nog hier: 0"


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_one_of_several_is_chosen(stage: Stage, way: str) -> None:
    _keep(stage)
    second = _keep(stage)
    window = _open(stage)
    row = next(at for at, one in enumerate(window._sessions) if one.identity == second)
    stage.hear()
    if way == "enter":
        window.list.setFocus()
        window.list.setCurrentRow(row)
        press(window, ENTER)
    else:
        where = window.list.visualItemRect(window.list.item(row)).center()
        QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=where, delay=0)
        QTest.mouseDClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not window.isVisible()
    assert stage.table.desk.session.identity == second


def test_a_held_enter_opens_nothing_on_the_page_behind(stage: Stage) -> None:
    _keep(stage)
    window = _open(stage)
    stage.hear()
    press(window, ENTER, CTRL)
    press(stage.window, Key.Key_P)  # within the half second
    assert stage.is_in(State.WAITING)
    assert not stage.table.printer.printed


def test_cancel_leaves_all_as_it_was(stage: Stage) -> None:
    identity = _keep(stage)
    window = _open(stage)
    stage.hear()
    click(window.cancel)
    assert stage.is_in(State.AGREEING)
    assert [one.identity for one in stage.table.kept(1)] == [identity]


def test_the_list_names_time_and_doctor_and_no_word_of_the_text(stage: Stage) -> None:
    stage.set(doctors=("dokter Van Dam",))
    _keep(stage)
    window = _open(stage)
    assert "dokter Van Dam" in window.list.item(0).text()
    assert "nog mee te geven" in window.list.item(0).text()
    said = everything_said(window)
    assert "griep" not in said
    assert "500" not in said
    assert window.windowTitle() == "Nog hier"
    stage.hear()
    click(window.cancel)


def test_what_was_taken_up_is_withdrawn(stage: Stage) -> None:
    _keep(stage)
    window = _open(stage)
    stage.hear()
    click(window.open_it)
    stage.click(stage.window.steps.withdraw)
    stage.click(stage.window.confirm.delete)
    assert stage.is_in(State.AGREEING)
    assert not stage.table.kept_files()
    assert not stage.window.agree.kept.isEnabled()


def test_what_went_home_already_still_stands_there(stage: Stage) -> None:
    handed_over(stage)
    stage.table.desk.handing_over.save(stage.table.folder.parent)
    stage.wait(lambda: len(stage.table.desk.session.hand_overs) == 2)
    stage.click(stage.window.hand_over.later)
    assert stage.window.hand_over.printed.text() == ""
    window = _open(stage)
    stage.hear()
    click(window.open_it)
    assert "naar de printer gestuurd" in stage.window.hand_over.printed.text()
    assert stage.window.hand_over.saved.text() == "✓ 14.32 uur in een map bewaard"


def test_later_again_without_a_change(stage: Stage) -> None:
    identity = _keep(stage)
    window = _open(stage)
    stage.hear()
    click(window.open_it)
    stage.click(stage.window.hand_over.later)
    assert [one.identity for one in stage.table.kept(1)] == [identity]


def test_back_to_checking_and_on_again(stage: Stage) -> None:
    _keep(stage)
    window = _open(stage)
    stage.hear()
    click(window.open_it)
    stage.click(stage.window.hand_over.back)
    assert stage.is_in(State.REVIEWING)
    assert stage.window.review.view.toPlainText()
    stage.enter()
    assert stage.is_in(State.APPROVED)


def test_nothing_handed_over_must_be_said(stage: Stage) -> None:
    _keep(stage)
    window = _open(stage)
    stage.hear()
    click(window.open_it)
    stage.click(stage.window.hand_over.nothing)
    stage.click(stage.window.confirm.delete)
    assert stage.is_in(State.AGREEING)
    assert not stage.table.kept_files()
