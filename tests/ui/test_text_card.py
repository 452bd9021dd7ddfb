"""The text for the record and for a camera: what goes on the clipboard, and how it leaves it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from naklank.core.session import State, Way
from naklank.core.sheet import Origin
from naklank.core.topics import Topic, TopicBlock
from naklank.ui.hand_over.passing_clipboard import PassingClipboard
from naklank.ui.hand_over.qr_code import qr_image, qr_text
from naklank.ui.hand_over.qr_window import QrWindow
from support import keys
from support.documents import LONG, ODD, approved_of
from support.keys import CTRL
from support.stage import Stage, approved

Key = Qt.Key


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def test_the_text_is_gone_after_its_time(qtbot: QtBot) -> None:
    passing = PassingClipboard(lifetime=1)
    with qtbot.waitSignal(passing.cleared):
        passing.hold("Neem 500 milligram.")
        assert clipboard_text() == "Neem 500 milligram."
    assert clipboard_text() == ""


def test_what_somebody_copied_meanwhile_stays(qtbot: QtBot) -> None:
    passing = PassingClipboard(lifetime=1)
    with qtbot.waitSignal(passing.cleared):
        passing.hold("Neem 500 milligram.")
        other = QMimeData()
        other.setText("Neem 500 milligram.")  # the same words, but theirs
        QGuiApplication.clipboard().setMimeData(other)
    assert clipboard_text() == "Neem 500 milligram."
    QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("qtbot")
def test_histories_are_asked_not_to_keep_it() -> None:
    passing = PassingClipboard()
    passing.hold("Neem 500 milligram.")
    held = QGuiApplication.clipboard().mimeData()
    assert held.data("x-kde-passwordManagerHint").data() == b"secret"
    assert held.data("CanIncludeInClipboardHistory").data() == bytes(4)
    assert held.data("CanUploadToCloudClipboard").data() == bytes(4)
    assert held.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    passing.clear()
    assert clipboard_text() == ""


def test_the_record_gets_who_when_how_and_every_sentence(stage: Stage) -> None:
    stage.set(doctors=("dokter Van Dam",))
    approved(stage)
    desk = stage.table.desk
    desk.handing_over.name_patient("mevrouw De Boer")
    desk.handing_over.print_sheet(large_print=False)
    stage.wait_for(State.HANDED_OVER)
    stage.press(Key.Key_D)
    lines = clipboard_text().splitlines()
    assert lines[0] == "Samenvatting van zaterdag 21 november 2026, 14.32 uur"
    assert "Getypt door de computer en nagekeken op gehoor." in lines
    assert "Akkoord met de opname: patiënt" in lines
    assert "Meegegeven: geprint 14.32" in lines
    assert "U heeft geen griep." in lines
    assert "Neem 500 milligram." in lines
    assert "De Boer" not in clipboard_text()


def test_it_is_asked_whether_it_stands_in_the_record(stage: Stage) -> None:
    approved(stage)
    card = stage.window.hand_over.text
    assert not card.in_record.isEnabled()
    stage.press(Key.Key_D)
    card.clipboard.clear()  # as after a minute
    assert card.status.text() == "Niet meer op het klembord. Staat de tekst in het dossier?"
    stage.press(Key.Key_J)
    assert card.status.text() == "✓ In het dossier"
    assert stage.is_in(State.APPROVED)  # nothing went home by it


def test_with_the_session_its_text_leaves_the_clipboard(stage: Stage) -> None:
    approved(stage)
    stage.press(Key.Key_D)
    assert clipboard_text()
    stage.table.desk.hand_over_later()
    assert clipboard_text() == ""


def test_with_the_app_its_text_leaves_the_clipboard(qapp: QApplication) -> None:
    passing = PassingClipboard()
    passing.hold("Neem 500 milligram.")
    qapp.aboutToQuit.emit()  # as Qt does when the last window has closed
    assert clipboard_text() == ""


def test_what_somebody_copied_outlives_the_app(qapp: QApplication) -> None:
    passing = PassingClipboard()
    passing.hold("Neem 500 milligram.")
    QGuiApplication.clipboard().setText("Van een ander.")
    qapp.aboutToQuit.emit()
    assert clipboard_text() == "Van een ander."
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reader_finds_every_line_in_the_code(origin: Origin, language: str) -> None:
    sheet = approved_of(language, origin)  # type: ignore[arg-type]
    image = qr_image(qr_text(sheet))
    assert image is not None
    shown = read(image).splitlines()
    penned = {sheet.for_whom, sheet.questions}
    assert [line for line in shown if line] == [
        line for line in sheet.lines() if line not in penned
    ]


def test_odd_signs_come_over() -> None:
    sheet = approved_of("nl", blocks=(TopicBlock(Topic.WHAT_YOU_DO, (*ODD, "Voor 😀 中 na.")),))
    image = qr_image(qr_text(sheet))
    assert image is not None
    assert read(image) == qr_text(sheet)


def read(image: QImage) -> str:
    """As a telephone does; four dots for each square."""
    large = image.scaled(image.width() * 4, image.height() * 4)
    grey = large.convertToFormat(QImage.Format.Format_Grayscale8)
    import numpy as np

    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    (found,) = zxingcpp.read_barcodes(rows[:, : grey.width()].copy())
    return str(found.text)


def test_a_text_that_is_too_long_is_told(qtbot: QtBot) -> None:
    assert qr_image(qr_text(approved_of("nl", blocks=LONG))) is None
    window = QrWindow(approved_of("nl", blocks=LONG))
    qtbot.addWidget(window)
    assert window.is_too_long


def show_and_close(stage: Stage) -> None:
    approved(stage)
    stage.press(Key.Key_Q)
    stage.wait(lambda: isinstance(QApplication.activeWindow(), QrWindow))
    window = QApplication.activeWindow()
    assert isinstance(window, QrWindow)
    assert "Neem 500 milligram." in read(window.picture.grab().toImage().scaled(560, 560))
    stage.hear()
    keys.press(window, Key.Key_Escape)
    stage.wait(stage.window.choice.isVisible)
    assert stage.window.choice.text.text() == "Staat de tekst op de telefoon van de patiënt?"
    assert stage.is_in(State.APPROVED)
    assert not stage.window.hand_over.finish.isEnabled()


def test_a_code_that_was_read_is_a_hand_over(stage: Stage) -> None:
    show_and_close(stage)
    stage.press(Key.Key_Return)  # no answer is preset
    assert stage.is_in(State.APPROVED)
    stage.press(Key.Key_1)
    stage.wait_for(State.HANDED_OVER)
    assert [one.way for one in stage.table.desk.session.hand_overs] == [Way.QR]


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_Escape])
def test_a_code_that_nobody_read_is_none(key: Key, stage: Stage) -> None:
    show_and_close(stage)
    stage.press(key)
    assert not stage.window.choice.isVisible()
    assert stage.is_in(State.APPROVED)
    stage.press(Key.Key_Delete, CTRL)
    assert not stage.table.desk.session.hand_overs
    assert stage.is_in(State.APPROVED)


@pytest.mark.parametrize("way", ["record", "qr"])
def test_a_forbidden_way_is_not_shown(stage: Stage, way: str) -> None:
    stage.set(ways=replace(stage.table.desk.settings.ways, **{way: False}))  # type: ignore[arg-type]
    approved(stage)
    card = stage.window.hand_over.text
    shown = {"record": card.record.isVisible(), "qr": card.qr.isVisible()}
    assert shown == {"record": way != "record", "qr": way != "qr"}
    stage.press(Key.Key_D if way == "record" else Key.Key_Q)
    assert clipboard_text() == ""
    assert QApplication.activeModalWidget() is None
