"""The whole way through the real window, by keys and by mouse, and what it shows in each state."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode
from naklank.core.recording import TopicMark
from naklank.core.session import State, Way
from naklank.core.topics import Topic
from naklank.ui.hand_over.phone_window import PhoneWindow
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.keys import CTRL, click, press
from support.stage import WAYS, Stage, everything_said, open_stage, recording

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


PAGES = {
    "agreeing": "agree",
    "agreed": "speak",
    "recording": "speak",
    "paused": "speak",
    "transcribing": "review",
    "recorded": "review",
    "reviewing": "review",
    "checked": "review",
    "writing": "write",
    "writing beside sound": "write",
    "listening": "listen",
    "listened": "hand_over",
    "approved": "hand_over",
    "handed over": "hand_over",
    "waiting": "hand_over",
}


@pytest.mark.parametrize("name", WAYS)
def test_each_state_has_its_page_and_no_title_tells_of_anybody(
    stage: Stage, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    stage.set(doctors=("dokter Van Dam",))
    WAYS[name](stage)
    assert stage.page is getattr(stage.window, PAGES[name])
    visible = [page for page in stage.window.pages if page.isVisible()]
    assert visible == [stage.page]
    assert stage.window.windowTitle() == "Naklank"
    printed = capfd.readouterr()
    assert printed.out == printed.err == ""


def test_the_main_button_is_always_at_the_same_place(stage: Stage) -> None:
    edges = set()
    seen = set()
    for name in ("agreeing", "agreed", "reviewing", "approved", "writing", "listening"):
        WAYS[name](stage)
        stage.settle()
        corner = stage.main.mapTo(stage.window, stage.main.rect().bottomRight())
        edges.add((corner.x(), corner.y()))
        seen.add(stage.page)
        if name != "agreeing":
            stage.table.desk.withdraw()
    assert seen == set(stage.window.pages)
    assert len(edges) == 1


def test_a_double_click_does_not_reach_the_next_page(stage: Stage) -> None:
    stage.table.desk.agree(stage.table.desk.session.agreement.with_answer(0, agrees=True))
    stage.hear()
    for _ in range(4):
        click(stage.main)
    assert stage.is_in(State.AGREED)
    stage.clock.now += 0.49
    QTest.mouseDClick(stage.main, Qt.MouseButton.LeftButton)
    press(stage.window, Key.Key_Return, CTRL)
    assert stage.is_in(State.AGREED)
    stage.clock.now += 0.02
    click(stage.main)
    assert stage.is_in(State.RECORDING)


def test_a_step_is_reopened_by_a_click_as_far_as_possible(stage: Stage) -> None:
    stage.table.agree()
    agreeing, _, checking, _ = stage.window.steps._steps
    assert not checking.isEnabled()
    stage.click(agreeing)
    assert stage.is_in(State.AGREEING)
    assert stage.table.desk.session.agreement.allows_microphone
    stage.enter()
    stage.table.record()
    stage.wait_for(State.REVIEWING)
    assert not agreeing.isEnabled()
    stage.table.confirm_all()
    stage.enter()
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)
    stage.click(checking)
    assert stage.is_in(State.REVIEWING)
    assert stage.window.messages.text.startswith("Wat al is meegegeven")
    assert stage.main.isEnabled()
    stage.enter()
    assert stage.is_in(State.APPROVED)
    assert not stage.window.hand_over.finish.isEnabled()
    assert stage.window.hand_over.paper.status.text() == ""


def test_withdrawing_asks_and_deletes_all(stage: Stage) -> None:
    stage.table.approve()
    stage.click(stage.window.steps.withdraw)
    stage.click(stage.window.confirm.keep)
    assert stage.is_in(State.APPROVED)
    stage.click(stage.window.steps.withdraw)
    stage.click(stage.window.confirm.delete)
    assert stage.is_in(State.AGREEING)
    assert stage.window.messages.text.startswith("Gewist")
    assert not stage.table.kept_files()
    assert not stage.window.steps.withdraw.isVisible()


def test_declining_tells_that_nothing_is_recorded(stage: Stage) -> None:
    identity = stage.table.desk.session.identity
    stage.click(stage.window.agree.decline)
    assert stage.table.desk.session.identity != identity
    assert stage.window.messages.text == "Er wordt niets opgenomen."


def test_declining_after_typing_asks_first(stage: Stage) -> None:
    WAYS["writing"](stage)
    stage.type("Geen griep.")
    stage.click(stage.window.write.back)
    stage.click(stage.window.agree.decline)
    assert stage.window.confirm.isVisible()
    stage.click(stage.window.confirm.keep)
    stage.enter()
    texts = stage.window.write.boxes.texts()
    assert texts[Topic.WHAT_IS_GOING_ON] == "Geen griep."


def test_closing_while_it_records_keeps_the_sound(stage: Stage) -> None:
    recording(stage)
    identity = stage.table.desk.session.identity
    assert not stage.window.close()
    assert stage.window.isVisible()
    stage.wait(lambda: not stage.window.isVisible())
    (kept,) = stage.table.store.load_all().sessions
    assert kept.identity == identity
    assert kept.recording.seconds >= 1.5  # the half second after the stop, too


def test_the_last_words_typed_before_closing_are_kept(stage: Stage) -> None:
    WAYS["writing"](stage)
    stage.type("Bel ons.")
    assert stage.window.close()
    (kept,) = stage.table.store.load_all().sessions
    assert kept.summary is not None
    assert kept.summary.blocks()[0].sentences == ("Bel ons.",)


def test_nothing_of_a_patient_is_left_for_the_next(stage: Stage, tmp_path: Path) -> None:
    stage.set(doctors=("dokter Van Dam", "dokter Özgür"))
    stage.table.desk.choose_doctor("dokter Özgür")
    recording(stage)
    stage.speak()
    stage.press(Key.Key_Space)
    stage.enter()
    stage.wait_for(State.REVIEWING)
    stage.table.confirm_all()
    stage.enter()
    stage.wait(lambda: stage.window.hand_over.sheet.page_count)
    stage.press(Key.Key_P)
    stage.table.desk.handing_over.save(tmp_path)
    stage.wait(lambda: "samenvatting 2026" in stage.window.hand_over.files.status.text())
    stage.wait(lambda: "naar de printer" in everything_said(stage.window))
    before = everything_said(stage.window)
    assert "griep" in before
    assert "Özgür" in before

    stage.wait_for(State.HANDED_OVER)
    stage.press(Key.Key_Delete, CTRL)
    stage.settle()
    said = everything_said(stage.window)
    for word in ("griep", "500", "milligram", "samenvatting 2026", "naar de printer"):
        assert word not in said
    assert "0:0" not in said.replace("0:00", "")
    assert stage.window.hand_over.sheet.page_count == 0
    assert stage.window.review.view.toPlainText() == ""
    assert stage.window.review.checks._list.count() == 0
    assert stage.window.speak.level.loudness is None
    assert stage.rows[0]._participant.agrees is None
    assert not any(row._yes.isChecked() or row._no.isChecked() for row in stage.rows)
    assert stage.table.desk.session.doctor == ""
    assert stage.window.agree.doctor._list.currentText() == "Kies een arts"
    assert not stage.window.agree.go_on.isEnabled()
    stage.table.desk.choose_doctor("dokter Van Dam")
    stage.table.agree()
    assert stage.window.speak.sign.accessibleName().endswith("0:00")
    assert all(row._seconds is None for row in stage.window.speak.topics._rows.values())


def test_what_was_typed_is_not_there_for_the_next(stage: Stage) -> None:
    WAYS["writing"](stage)
    stage.type("Mevrouw Jansen heeft griep.")
    stage.table.desk.withdraw()
    stage.settle()
    assert "Jansen" not in everything_said(stage.window)
    WAYS["writing"](stage)
    stage.press(Key.Key_Z, CTRL)
    assert "Jansen" not in everything_said(stage.window)
    assert not any(stage.window.write.boxes.texts().values())


def test_a_sheet_that_comes_too_late_is_not_shown(stage: Stage) -> None:
    stage.table.approve()
    stage.table.desk.withdraw()
    stage.table.desk.tasks._pool.submit(lambda: None).result()
    stage.table.desk.close()  # waits for the sheet that is being made
    stage.settle()
    assert stage.window.hand_over.sheet.page_count == 0


def test_the_steps_stand_still_whoever_speaks(stage: Stage) -> None:
    stage.set(doctors=("dokter Van Dam", "dokter Maximiliaan van der Wijngaarden-Özgür"))
    stage.settle()
    before = [step.geometry() for step in stage.window.steps._steps]
    for doctor in stage.table.desk.settings.doctors:
        stage.table.desk.choose_doctor(doctor)
        stage.settle()
        assert [step.geometry() for step in stage.window.steps._steps] == before


def test_no_focus_falls_on_a_button_by_itself(stage: Stage) -> None:
    for name in ("agreeing", "agreed", "reviewing", "approved"):
        WAYS[name](stage)
        stage.settle()
        reached = [
            one for one in stage.window.findChildren(QWidget) if getattr(one, "is_reached", False)
        ]
        assert not reached, name
        if name != "agreeing":
            stage.table.desk.withdraw()


def test_marks_and_microphone_of_a_recording(stage: Stage) -> None:
    recording(stage)
    assert stage.window.speak.microphone.text() == "Microfoon: Desk microphone"
    assert stage.window.speak.sign.text in ("Spreek maar", "OPNAME LOOPT")
    stage.press(Key.Key_Space)
    marks = stage.table.desk.session.recording.marks
    assert marks[0] == TopicMark(Topic.WHAT_IS_GOING_ON, 0.0)
    assert stage.table.desk.recording.microphone is Microphone.OPEN


def test_a_wide_window_holds_the_same(tmp_path: Path, qtbot: QtBot, themed: QApplication) -> None:
    with open_stage(tmp_path, qtbot, themed, size=(1920, 1080)) as stage:
        stage.table.approve()
        assert stage.window.size().width() == 1920
        assert stage.page is stage.window.hand_over


def test_a_full_disk_is_told_on_the_page_where_one_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from naklank.core.errors import NaklankError

    def full(_: object) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="C")

    WAYS["checked"](stage)
    monkeypatch.setattr(stage.table.store, "save", full)
    stage.enter()
    assert stage.is_in(State.APPROVED)
    assert stage.page is stage.window.hand_over
    assert "vol" in stage.window.messages.text
