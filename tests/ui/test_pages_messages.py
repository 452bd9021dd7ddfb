"""Each failure is said in Dutch, and the page offers the right way on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from naklank.audio.sound_card import OutputState
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from naklank.core.transcript import Transcript
from naklank.sentences.failures import sentence
from naklank.ui.main_window import MainWindow
from support.desk import PATIENCE, hold, set_up
from support.stage import WAYS, Stage, handed_over

Key = Qt.Key


def _said(stage: Stage, code: ErrorCode, words: str) -> None:
    stage.wait(lambda: code in stage.table.failures)
    assert words in stage.window.messages.text
    assert stage.window.messages.accessibleName().startswith("Dat ging niet: ")


def test_no_microphone(stage: Stage) -> None:
    stage.table.card.microphones = ()
    stage.table.agree()
    stage.enter()
    _said(
        stage,
        ErrorCode.MICROPHONE_MISSING,
        "Geen microfoon gevonden. Er wordt niets opgenomen. Sluit er een aan",
    )
    assert stage.is_in(State.AGREED)
    stage.wait(lambda: stage.window.speak.microphone.text() == "Geen microfoon gevonden")
    stage.table.card.microphones = ("Headset",)
    stage.enter()
    stage.speak(1.0)


def test_a_microphone_that_another_program_holds(stage: Stage) -> None:
    stage.table.card.busy = frozenset({"Desk microphone"})
    stage.table.agree()
    stage.enter()
    _said(stage, ErrorCode.MICROPHONE_BUSY, "gaat niet open")
    assert stage.is_in(State.AGREED)
    assert stage.main.isEnabled()
    assert stage.window.speak.sign.text == "Microfoon is dicht"
    stage.table.card.busy = frozenset()
    stage.enter()
    stage.speak(1.0)


def test_a_microphone_that_is_pulled_out(stage: Stage) -> None:
    WAYS["recording"](stage)
    stage.table.card.microphones = ()
    _said(stage, ErrorCode.MICROPHONE_LOST, "geeft geen geluid meer")
    stage.wait_for(State.RECORDING)
    stage.enter()
    stage.wait_for(State.REVIEWING)


def test_an_engine_that_died(stage: Stage) -> None:
    WAYS["recorded"](stage)
    _said(stage, ErrorCode.ENGINE_DIED, "onverwacht gestopt")
    review = stage.window.review
    assert review.saved.text().startswith("✓ Het geluid is bewaard")
    assert not review.checks.isVisible()  # nobody knows yet what must be heard
    assert review.write.isEnabled()
    stage.press(Key.Key_M)
    assert stage.table.desk.listening.is_playing
    stage.click(review.type_again)
    stage.wait_for(State.REVIEWING)
    assert review.checks.isVisible()


def test_nobody_was_heard(stage: Stage) -> None:
    stage.table.typist.transcript = Transcript("nl", 4.0)
    stage.table.agree()
    stage.table.record()
    _said(stage, ErrorCode.NOTHING_HEARD, "hoort niemand")
    review = stage.window.review
    # Listen, record again, or type it: all three that the sentence names.
    assert review.player.along.isEnabled()
    assert review.delete.isEnabled()
    stage.click(review.write)
    assert stage.is_in(State.WRITING)
    assert stage.window.write.play.isVisible()


@pytest.mark.parametrize(
    ("output", "code", "words"),
    [
        (OutputState.NONE, ErrorCode.NO_OUTPUT, "geen luidspreker"),
        (OutputState.MUTED, ErrorCode.OUTPUT_MUTED, "geluid van deze computer staat uit"),
    ],
)
def test_nothing_can_be_heard(
    stage: Stage, output: OutputState, code: ErrorCode, words: str
) -> None:
    stage.table.card.output = output
    stage.table.review()
    _said(stage, code, words)
    review = stage.window.review
    assert not review.right.isEnabled()
    stage.press(Key.Key_K)
    stage.enter()
    assert stage.is_in(State.REVIEWING)
    assert not stage.table.desk.session.review.confirmed
    stage.table.card.output = OutputState.SOUNDING
    stage.press(Key.Key_L)
    stage.wait(review.right.isEnabled)
    assert not review.unheard.isEnabled()
    stage.table.card.output = output
    stage.press(Key.Key_L)
    stage.wait(review.unheard.isEnabled)
    stage.click(review.unheard)
    assert stage.is_in(State.APPROVED)
    assert "Niet nagekeken op gehoor" in " ".join(stage.table.desk.handing_over.sheet().rules)


@pytest.mark.parametrize("output", [OutputState.NONE, OutputState.MUTED])
def test_sound_alone_that_cannot_be_heard(stage: Stage, output: OutputState) -> None:
    WAYS["listening"](stage)
    stage.table.card.output = output
    stage.press(Key.Key_Space)
    stage.wait(stage.window.listen.unheard.isEnabled)
    assert stage.window.messages.text
    assert not stage.main.isEnabled()
    stage.click(stage.window.listen.unheard)
    assert stage.is_in(State.LISTENED)


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        ((), ErrorCode.NO_PRINTER, "heeft geen printer"),
        (("HP",), ErrorCode.PRINTING_FAILED, "HP nam het blad niet aan"),
    ],
)
def test_a_printer_that_prints_nothing(
    stage: Stage, names: tuple[str, ...], code: ErrorCode, words: str
) -> None:
    stage.table.approve()
    stage.table.printer.called, stage.table.printer.fails = names, True
    stage.press(Key.Key_P)
    _said(stage, code, words)
    page = stage.window.hand_over
    assert page.paper.status.text() == ""
    assert not page.finish.isEnabled()
    assert page.files.save.isEnabled()
    stage.wait(lambda: page.paper.printer.currentText() in ("", "HP"))  # the list is made anew
    stage.table.printer.called, stage.table.printer.fails = ("HP",), False
    stage.press(Key.Key_P)
    stage.wait(page.finish.isEnabled)
    assert "naar de printer gestuurd" in page.paper.status.text()


def test_a_folder_that_is_gone(stage: Stage, tmp_path: Path) -> None:
    stage.table.approve()
    stage.table.desk.handing_over.save(tmp_path / "stick")
    _said(stage, ErrorCode.FOLDER_NOT_WRITABLE, "kan niet schrijven in de map")
    page = stage.window.hand_over
    assert page.files.status.text() == "Voor het patiëntenportaal of beveiligde mail."
    assert not page.finish.isEnabled()
    (tmp_path / "stick").mkdir()
    stage.table.desk.handing_over.save(tmp_path / "stick")
    stage.wait(page.finish.isEnabled)


def test_a_disk_that_is_full(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="C")

    stage.table.agree()
    monkeypatch.setattr(stage.table.store, "sound_file", full)
    stage.enter()
    stage.wait(lambda: "schijf is vol" in stage.window.speak.warnings.text)
    assert stage.window.speak.warnings.folder.isVisible()
    assert stage.is_in(State.AGREED)
    assert stage.main.isEnabled()
    monkeypatch.undo()
    stage.enter()
    stage.speak(1.0)


def test_what_cannot_be_deleted_is_not_said_to_be_deleted(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder="C")

    WAYS["handed over"](stage)
    monkeypatch.setattr(stage.table.store, "delete", locked)
    stage.press(Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert stage.is_in(State.HANDED_OVER)
    assert "kan niet schrijven" in stage.window.messages.text
    monkeypatch.undo()
    stage.press(Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert stage.is_in(State.AGREEING)
    assert stage.window.messages.text.startswith("Afgerond")


def test_faulty_settings_are_told_at_the_start(
    tmp_path: Path, qtbot: QtBot, themed: QApplication
) -> None:
    from support.stage import open_stage

    (tmp_path / "settings.json").write_text("{broken", "utf-8")
    with open_stage(tmp_path, qtbot, themed) as stage:
        assert stage.window.messages.text.startswith("De instellingen waren niet te lezen")


@pytest.mark.usefixtures("themed")
def test_a_faulty_policy_is_told_at_the_start(tmp_path: Path, qtbot: QtBot) -> None:
    from dataclasses import replace

    class _Deaf:
        def hold(self) -> None:
            """No page is ever deaf here."""

    table = set_up(tmp_path, qtbot)
    problem = NaklankError(ErrorCode.POLICY_BROKEN, file="policy.json")
    hold(table.desk, replace(table.desk.loaded, problems=(problem,)))
    window = MainWindow(table.desk, _Deaf())  # type: ignore[arg-type]
    qtbot.addWidget(window)
    table.desk.open()
    try:
        assert window.messages.text == sentence(problem)
        qtbot.waitUntil(lambda: table.desk.typing.is_engine_ready, timeout=PATIENCE)
    finally:
        table.desk.close()


def test_what_became_of_one_session_goes_with_the_first_answer_of_the_next(stage: Stage) -> None:
    handed_over(stage)
    stage.table.desk.handing_over.finish()
    stage.wait_for(State.AGREEING)
    assert stage.window.messages.text.startswith("Afgerond.")
    stage.settle()
    stage.window.desk.settings_changed.emit()  # nobody answered anything
    assert stage.window.messages.text.startswith("Afgerond.")
    stage.click(stage.rows[0]._yes)
    assert stage.window.messages.text == ""
    stage.tell(ErrorCode.MICROPHONE_BUSY)
    stage.click(stage.rows[0]._no)
    assert stage.window.messages.text


def test_a_new_page_takes_an_old_message_away(stage: Stage) -> None:
    stage.tell(ErrorCode.MICROPHONE_BUSY)
    assert stage.window.messages.text
    stage.table.agree()
    assert stage.window.messages.text == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (ErrorCode.MODEL_DAMAGED, "Het spraakmodel small is beschadigd"),
        (ErrorCode.MODEL_MISSING, "Het spraakmodel small staat niet op deze computer"),
        (ErrorCode.MODEL_REPLACED, "Daarom typt nu base, met meer fouten"),
    ],
)
def test_a_model_that_cannot_type_is_told_before_somebody_speaks(
    stage: Stage, code: ErrorCode, words: str
) -> None:
    stage.table.desk.typing._on_ready(NaklankError(code, model="small", other="base"))
    assert words in stage.window.messages.text
    stage.table.agree()
    assert words in stage.window.messages.text
    assert stage.main.isEnabled()  # sound is recorded all the same
