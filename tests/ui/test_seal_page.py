"""The practice's seal in the settings."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from naklank.core.seals import Judgement
from naklank.ui.beside.certificate_window import CertificateWindow
from naklank.ui.beside.passphrase_window import PassphraseWindow
from naklank.ui.settings.window import SettingsWindow
from support.desk import PATIENCE, set_up
from support.sealed import NAMES, practice, unsealed
from support.statements import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from naklank.ui.settings.seal_page import SealPage
    from support.desk import Table

PHRASE = "vier woorden op rij"


@pytest.fixture
def table(tmp_path: Path, qtbot: QtBot) -> Iterator[Table]:
    table = set_up(tmp_path / "data", qtbot)
    table.desk.equipment.seals.seal(unsealed(), STATEMENT)
    yield table
    table.desk.close()


@pytest.fixture
def window(table: Table, qtbot: QtBot) -> SettingsWindow:
    window = SettingsWindow(table.desk)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "nummer" in window.seal.status.text(), timeout=PATIENCE)
    return window


@pytest.fixture
def page(window: SettingsWindow) -> SealPage:
    return window.seal


def other() -> bytes:
    return practice("Apotheek Zuid", 5).book.root.certificate.encode()


def rows(page: SealPage) -> str:
    return "\n".join(label.text() for label in page.known.findChildren(QLabel))


def test_a_certificate_is_trusted_only_after_its_number_was_compared(
    page: SealPage, window: SettingsWindow, table: Table, tmp_path: Path, qtbot: QtBot
) -> None:
    seals = table.desk.equipment.seals
    file = tmp_path / "zuid.pem"
    file.write_bytes(other())
    page._on_certificate_chosen(str(file))
    qtbot.waitUntil(window.confirm.isVisible, timeout=PATIENCE)
    assert seals.state().known == ()
    window.confirm.keep.click()
    assert seals.state().known == ()
    page._on_certificate_chosen(str(file))
    qtbot.waitUntil(window.confirm.isVisible, timeout=PATIENCE)
    window.confirm.delete.click()
    qtbot.waitUntil(lambda: "Apotheek Zuid" in rows(page), timeout=PATIENCE)
    sound = practice("Apotheek Zuid", 5).sealed()[NAMES[0]]
    assert seals.judge(sound).judgement is Judgement.KNOWN


def test_the_qr_code_is_read_by_a_telephone_and_taken_in_elsewhere(
    page: SealPage, window: SettingsWindow, table: Table, qtbot: QtBot
) -> None:
    page.show_certificate.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(CertificateWindow)), timeout=PATIENCE)
    (shown,) = page.findChildren(CertificateWindow)
    image = shown.picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(image.constBits()).cast("B", (image.height(), image.bytesPerLine()))
    (code,) = zxingcpp.read_barcodes(pixels)
    assert base64.b64decode(code.text) == table.desk.equipment.seals.certificate()
    shown.close()
    page.pasted.setText(base64.b64encode(base64.b64decode(code.text)).decode())
    page.pasted.returnPressed.emit()
    qtbot.waitUntil(window.confirm.isVisible, timeout=PATIENCE)


def test_a_backup_goes_to_another_computer(
    page: SealPage, table: Table, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "zegel.naklank-seal"
    page._on_backup_place(str(file))
    (asked,) = page.findChildren(PassphraseWindow)
    asked.phrase.setText("kort")
    asked.go_on.click()
    assert "te kort" in asked.problem.text()
    asked.phrase.setText(PHRASE)
    asked.again.setText(PHRASE + "!")
    asked.go_on.click()
    assert "niet gelijk" in asked.problem.text()
    asked.again.setText(PHRASE)
    asked.go_on.click()
    qtbot.waitUntil(file.exists, timeout=PATIENCE)

    second = set_up(tmp_path / "second", qtbot)
    elsewhere = SettingsWindow(second.desk)
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.seal._on_backup_chosen(str(file))
    (asked,) = elsewhere.seal.findChildren(PassphraseWindow)
    asked.phrase.setText(PHRASE)
    asked.go_on.click()
    told = elsewhere.seal.told
    qtbot.waitUntil(lambda: "verzegelt nu voor de praktijk" in told.text(), timeout=PATIENCE)
    assert not elsewhere.seal.backup.isEnabled()
    first = table.desk.equipment.seals
    sealed = second.desk.equipment.seals.seal(unsealed(), STATEMENT)
    assert {first.judge(data).judgement for data in sealed.values()} == {Judgement.OURS}
    elsewhere.close()
    second.desk.close()


def test_a_stolen_computer_is_asked_about_first(
    page: SealPage, window: SettingsWindow, table: Table, qtbot: QtBot
) -> None:
    page.stolen.setText("geen nummer")
    page.withdraw.click()
    assert "geen nummer van een computer" in page.told.text()
    page.stolen.setText(table.desk.equipment.seals.state().computer.lower())
    page.withdraw.click()
    qtbot.waitUntil(window.confirm.isVisible, timeout=PATIENCE)
    assert table.desk.equipment.seals.state().withdrawn == ()
    window.confirm.delete.click()
    qtbot.waitUntil(lambda: "Gestolen: computer" in rows(page), timeout=PATIENCE)


def test_new_keys_are_asked_about_first(
    page: SealPage, window: SettingsWindow, table: Table, qtbot: QtBot
) -> None:
    before = table.desk.equipment.seals.state()
    page.renew.click()
    qtbot.waitUntil(window.confirm.isVisible, timeout=PATIENCE)
    window.confirm.delete.click()
    qtbot.waitUntil(lambda: "nieuwe sleutels" in page.told.text(), timeout=PATIENCE)
    after = table.desk.equipment.seals.state()
    assert (after.practice, after.computer == before.computer) == (before.practice, False)


def test_a_file_that_is_no_certificate_is_said(
    page: SealPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "x.pem"
    file.write_bytes(b"no certificate")
    page._on_certificate_chosen(str(file))
    qtbot.waitUntil(lambda: "geen certificaat" in page.told.text(), timeout=PATIENCE)
    page._on_certificate_chosen(str(tmp_path / "nothing"))
    assert "mag" in page.told.text()
