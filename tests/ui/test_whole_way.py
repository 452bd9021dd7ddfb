"""The whole way through the window, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from naklank.core.agreement import TakeHome
from naklank.core.session import State, Way
from naklank.core.topics import Topic
from naklank.ui.hand_over.phone_window import PhoneWindow
from support import keys
from support.keys import CTRL
from support.stage import Stage

Key = Qt.Key


def _confirm_by_key(stage: Stage) -> None:
    listening = stage.table.desk.listening
    while (at := listening.current) is not None:
        stage.wait(lambda: stage.table.desk.listening.can_confirm)
        stage.press(Key.Key_K)
        assert at in stage.table.desk.session.review.confirmed
    stage.wait(stage.window.review.approve.isEnabled)  # the rest is heard, too


def test_the_whole_way_by_keys_alone(stage: Stage) -> None:
    stage.press(Key.Key_A)
    stage.enter()
    assert stage.is_in(State.AGREED)
    stage.enter()
    stage.speak(4.0)
    stage.press(Key.Key_Space)
    assert stage.table.desk.session.recording.topic is Topic.WHAT_WE_DO
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)
    stage.press(Key.Key_P)
    stage.speak(4.0)
    stage.enter()
    stage.wait_for(State.REVIEWING)
    _confirm_by_key(stage)
    stage.enter()
    assert stage.is_in(State.APPROVED)
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)
    stage.press(Key.Key_Delete, CTRL)
    assert stage.is_in(State.AGREEING)
    assert stage.window.messages.text.startswith("Afgerond")
    assert not stage.table.kept_files()


def test_the_whole_way_by_mouse_alone(stage: Stage) -> None:
    window = stage.window
    stage.click(stage.rows[0]._yes)
    stage.click(window.agree.go_on)
    stage.click(window.speak.main)
    stage.speak(4.0)
    stage.click(window.speak.next_topic)
    stage.click(window.speak.topics._rows[Topic.NEXT_APPOINTMENT])
    assert stage.table.desk.session.recording.topic is Topic.NEXT_APPOINTMENT
    stage.click(window.speak.pause)
    stage.wait_for(State.PAUSED)
    stage.click(window.speak.pause)
    stage.speak(4.0)
    stage.click(window.speak.main)
    stage.wait_for(State.REVIEWING)
    while stage.table.desk.listening.current is not None:
        stage.wait(lambda: stage.table.desk.listening.can_confirm)
        stage.click(window.review.right)
    stage.wait(window.review.approve.isEnabled)
    stage.click(window.review.approve)
    stage.click(window.hand_over.paper.print)
    stage.wait_for(State.HANDED_OVER)
    stage.click(window.hand_over.finish)
    assert stage.is_in(State.AGREEING)
    assert not stage.table.kept_files()


def test_typed_without_a_microphone(stage: Stage) -> None:
    stage.choose(TakeHome.TYPED)
    stage.enter()
    assert stage.is_in(State.WRITING)
    assert stage.page is stage.window.write
    stage.type("U heeft geen griep.")
    stage.wait(stage.window.write.approve.isEnabled)
    stage.type(" Echt niet.")
    stage.enter()
    assert stage.is_in(State.APPROVED)
    summary = stage.table.desk.session.summary
    assert summary is not None
    (block,) = summary.blocks()
    assert block.sentences == ("U heeft geen griep.", "Echt niet.")
    assert not stage.window.hand_over.phone.play.isVisible()
    assert stage.table.card.streams == 0


def test_sound_alone(stage: Stage, tmp_path: Path) -> None:
    stage.choose(TakeHome.SOUND_ONLY)
    stage.press(Key.Key_A)
    stage.enter()
    stage.enter()
    stage.speak(4.0)
    stage.enter()
    stage.wait_for(State.RECORDED)
    assert stage.page is stage.window.listen
    stage.enter()
    assert stage.is_in(State.RECORDED)
    stage.press(Key.Key_Space)
    stage.wait(lambda: stage.table.desk.session.review.heard_whole)
    stage.enter()
    assert stage.is_in(State.LISTENED)
    assert not stage.window.hand_over.sheet.isVisible()
    assert not stage.window.hand_over.paper.print.isVisible()
    stage.table.desk.handing_over.save(tmp_path)
    stage.wait_for(State.HANDED_OVER)
    assert "samenvatting 2026-11-21" in stage.window.hand_over.files.status.text()
    stage.press(Key.Key_P)
    assert not stage.table.printer.printed


def test_large_print_is_another_sheet(stage: Stage) -> None:
    stage.table.approve()
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)
    stage.press(Key.Key_G)
    stage.wait(lambda: len(stage.table.printer.printed) == 2)
    plain, large = stage.table.printer.printed
    assert plain != large
    stage.wait(lambda: len(stage.table.desk.session.hand_overs) == 2)


def test_played_for_the_phone_counts_at_its_end(stage: Stage) -> None:
    stage.table.approve()
    stage.press(Key.Key_T)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), PhoneWindow))
    window = QApplication.activeWindow()
    assert isinstance(window, PhoneWindow)
    assert window.isFullScreen()
    window._count.setInterval(1)
    stage.hear()
    keys.press(window, Key.Key_T)
    stage.wait_for(State.HANDED_OVER)
    stage.hear()
    keys.press(window, Key.Key_Escape)
    stage.wait(lambda: QApplication.activeModalWidget() is None)
    assert [one.way for one in stage.table.desk.session.hand_overs] == [Way.PLAY]
    assert "helemaal afgespeeld" in stage.window.hand_over.phone.status.text()
