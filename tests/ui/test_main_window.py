"""The window around the pages: what stays in its place, and what is left for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from naklank.core.errors import ErrorCode
from naklank.core.recording import TopicMark
from naklank.core.session import State
from naklank.core.topics import Topic
from naklank.ui.parts.scrolling import Squeezed
from naklank.workflow.recording_flow import Microphone
from support.keys import CTRL, click, press
from support.stage import WAYS, Stage, everything_said, open_stage, recording

Key = Qt.Key

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


@pytest.mark.parametrize(
    ("name", "said"), [("writing", "Inspreken"), ("writing beside sound", "Inspreken, klaar")]
)
def test_who_types_without_a_microphone_has_not_spoken(name: str, said: str, stage: Stage) -> None:
    WAYS[name](stage)
    assert said in [step.accessibleName() for step in stage.window.steps._steps]


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
    stage.wait_for(State.RECORDING)


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
    stage.table.desk.choices.choose_doctor("dokter Özgür")
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
    for word in ("griep", "500", "milligram", "naar de printer"):
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
    stage.press(Key.Key_A)
    stage.settle()
    assert "samenvatting" not in everything_said(stage.window)
    assert not stage.window.agree.go_on.isEnabled()
    stage.table.desk.choices.choose_doctor("dokter Van Dam")
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
        stage.table.desk.choices.choose_doctor(doctor)
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


@pytest.mark.parametrize("way", ["agreeing", "recording", "reviewing", "approved"])
def test_on_a_small_screen_a_page_scrolls_and_its_buttons_stay(stage: Stage, way: str) -> None:
    """1366 by 768 pixels at 150 %, without a title bar."""
    WAYS[way](stage)
    stage.window.setMinimumSize(0, 0)
    stage.window.resize(911, 472)
    stage.settle()
    assert (stage.window.width(), stage.window.height()) == (911, 472)
    assert stage.main.visibleRegion().boundingRect().size() == stage.main.size()
    for area in stage.page.findChildren(Squeezed):
        inside = area.widget()
        assert inside is not None
        assert inside.width() == area.viewport().width()
        hidden = inside.height() - area.viewport().height()
        assert area.verticalScrollBar().maximum() == max(0, hidden)
        assert inside.height() >= inside.minimumSizeHint().height()
