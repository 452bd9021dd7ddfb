"""What waits on this computer, and how it is taken up again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.session import State
from naklank.ui.kept.kept_window import KeptWindow
from support.desk import hold
from support.keys import CTRL, click, press
from support.stage import ENTER, WAYS, Stage, everything_said, handed_over, moved, places

Key = Qt.Key


def _keep(stage: Stage, name: str = "approved") -> str:
    WAYS[name](stage)
    identity = stage.table.desk.session.identity
    count = len(stage.table.desk.kept.sessions)
    stage.click(stage.window.hand_over.later)
    _counted(stage, count + 1)
    assert stage.is_in(State.AGREEING)
    assert stage.table.desk.session.identity != identity
    return identity


def _counted(stage: Stage, count: int) -> None:
    """The desk has looked, and the page says how many it found."""
    stage.wait(lambda: stage.window.agree.kept.text() == f"Nog hier: {count}")
    assert stage.window.agree.kept.isEnabled() is bool(count)
    assert stage.window.agree.kept.isVisible() is bool(count)


def _open(stage: Stage) -> KeptWindow:
    stage.click(stage.window.agree.kept)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), KeptWindow))
    window = QApplication.activeWindow()
    assert isinstance(window, KeptWindow)
    return window


def test_nothing_waits_at_first(stage: Stage) -> None:
    _counted(stage, 0)


def test_handed_over_later_by_key(stage: Stage) -> None:
    identity = _keep(stage)
    assert stage.window.messages.text.startswith("Bewaard op deze computer")
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
    _counted(stage, 0)


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_one_of_several_is_chosen(stage: Stage, way: str) -> None:
    _keep(stage)
    second = _keep(stage)
    window = _open(stage)
    row = next(at for at, one in enumerate(window.list.sessions) if one.identity == second)
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
    assert "wordt gewist zondag 14.32 uur" in window.list.item(0).text()
    said = everything_said(window)
    assert "24 uur na het akkoord" in said
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
    _counted(stage, 0)


def test_what_went_home_already_still_stands_there(stage: Stage) -> None:
    handed_over(stage)
    stage.table.desk.handing_over.save(stage.table.folder.parent)
    stage.wait(lambda: len(stage.table.desk.session.hand_overs) == 2)
    stage.click(stage.window.hand_over.later)
    _counted(stage, 1)
    assert stage.window.hand_over.paper.status.text() == ""
    window = _open(stage)
    stage.hear()
    click(window.open_it)
    assert "naar de printer gestuurd" in stage.window.hand_over.paper.status.text()
    assert stage.window.hand_over.files.status.text() == "✓ 14.32 uur in een map bewaard"


def test_what_waits_for_the_practices_copy_says_so(stage: Stage, tmp_path: Path) -> None:
    keeping = replace(stage.table.desk.settings.keeping, copy=True, copy_folder=str(tmp_path))
    stage.set(keeping=keeping)
    handed_over(stage)
    stage.click(stage.window.hand_over.later)
    _counted(stage, 1)
    window = _open(stage)
    assert window.list.item(0).text().endswith("de praktijk bewaart een kopie")
    stage.hear()
    click(window.delete_it)
    assert "De praktijk heeft er nog geen kopie van." in window.confirm.text.text()


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


def test_one_of_two_is_deleted_after_a_question(stage: Stage) -> None:
    first = _keep(stage)
    second = _keep(stage)
    window = _open(stage)
    before = _fixed(window)
    row = next(at for at, one in enumerate(window.list.sessions) if one.identity == first)
    window.list.setCurrentRow(row)
    stage.hear()
    click(window.delete_it)
    assert window.confirm.isVisible()
    assert len(stage.table.kept(2)) == 2
    stage.hear()
    click(window.confirm.delete)
    assert [one.identity for one in window.list.sessions] == [second]
    assert [one.identity for one in stage.table.kept(1)] == [second]
    assert not [path for path in stage.table.kept_files() if first in str(path)]
    stage.settle()
    assert not moved(before, _fixed(window))
    assert window.isVisible()
    _counted(stage, 1)


def test_enter_never_deletes(stage: Stage) -> None:
    _keep(stage)
    window = _open(stage)
    stage.hear()
    click(window.delete_it)
    for key, modifier in ((ENTER, CTRL), (ENTER, Qt.KeyboardModifier.NoModifier)):
        stage.hear()
        press(window, key, modifier)
    assert not window.confirm.isVisible()  # the plain one keeps
    assert stage.is_in(State.AGREEING)
    window.delete_it.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, ENTER)
    assert not window.confirm.isVisible()
    assert stage.table.kept(1)


def test_what_cannot_be_deleted_stays_in_sight_and_says_why(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    _keep(stage)
    window = _open(stage)
    before = _fixed(window)
    monkeypatch.setattr(stage.table.store, "delete", locked)
    stage.hear()
    click(window.delete_it)
    click(window.confirm.delete)
    assert "sleutelbos" in window.problem.text()
    assert len(window.list.sessions) == 1
    stage.settle()
    assert not moved(before, _fixed(window))
    monkeypatch.undo()
    click(window.delete_it)
    click(window.confirm.delete)
    assert not window.problem.text()
    assert window.list.count() == 0
    assert not window.open_it.isEnabled()
    assert not window.delete_it.isEnabled()


def test_what_cannot_be_read_is_counted_and_deleted_after_a_question(stage: Stage) -> None:
    identity = _keep(stage)
    _damage(stage, identity)
    stage.table.desk.controller.seen.clear()  # as in the next run of the app
    stage.table.desk.kept.refresh()
    stage.wait(lambda: stage.table.desk.kept.unreadable)
    _counted(stage, 1)
    window = _open(stage)
    assert not window.list.sessions
    assert not window.open_it.isEnabled()
    assert window.unreadable.text().startswith("1 samenvatting kan Naklank nu niet lezen")
    stage.hear()
    click(window.delete_unreadable)
    assert "op slot" in window.confirm.accessibleName()
    assert stage.table.kept_files()
    click(window.confirm.delete)
    assert not stage.table.kept_files()
    assert window.unreadable.text() == ""
    _counted(stage, 0)


def test_the_list_follows_what_happens_while_it_is_open(stage: Stage) -> None:
    _keep(stage)
    second = _keep(stage)
    window = _open(stage)
    row = next(at for at, one in enumerate(window.list.sessions) if one.identity == second)
    window.list.setCurrentRow(row)
    (other,) = (one for one in window.list.sessions if one.identity != second)
    stage.table.desk.kept.delete(other.identity)
    stage.wait(lambda: len(window.list.sessions) == 1)
    chosen = window.list.chosen
    assert chosen is not None
    assert chosen.identity == second


@pytest.mark.parametrize("place", KeyPlace)
def test_keys_in_memory_are_said(stage: Stage, place: KeyPlace) -> None:
    _keep(stage)
    desk = stage.table.desk
    keeping = replace(desk.settings.keeping, keys=place, hours=1)
    hold(desk, replace(desk.loaded, settings=replace(desk.settings, keeping=keeping)))
    said = everything_said(_open(stage))
    assert ("zolang Naklank open is" in said) is (place is KeyPlace.MEMORY)
    assert "1 uur na het akkoord" in said


def _fixed(window: KeptWindow) -> dict[str, QRect]:
    """What can be pressed or read, but for words that scroll in their place."""
    inside = ("qt_scrollarea_viewport", "inside")
    return {name: rect for name, rect in places(window).items() if not name.endswith(inside)}


def _damage(stage: Stage, identity: str) -> None:
    """Turn a bit of what is encrypted in it."""
    file: Path
    (file,) = (path for path in stage.table.kept_files() if path.name.startswith("session"))
    assert identity in str(file)
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
