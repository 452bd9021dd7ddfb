"""The practice's own words on poster and card: seen, printed, saved."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from naklank.core.notice import Wording
from naklank.core.settings import WaitingRoomWords
from naklank.ui.settings.waiting_room_page import WaitingRoomPage
from naklank.ui.settings.window import SettingsWindow
from support.stage import Stage

OURS = "U mag het gesprek opnemen voor uzelf"


@pytest.fixture
def window(stage: Stage) -> SettingsWindow:
    stage.window.windows.open_settings()
    window = stage.window.findChild(SettingsWindow)
    assert window is not None
    (at,) = (at for at, one in enumerate(window.pages) if isinstance(one, WaitingRoomPage))
    window._names.setCurrentRow(at)
    return window


@pytest.fixture
def page(window: SettingsWindow) -> WaitingRoomPage:
    (page,) = (one for one in window.pages if isinstance(one, WaitingRoomPage))
    return page


def test_ours_stand_there_until_the_practice_writes_its_own(
    stage: Stage, window: SettingsWindow, page: WaitingRoomPage
) -> None:
    assert page.words.toPlainText().startswith(OURS)
    stage.wait(lambda: page.sheet.page_count == 1)
    window.save.click()
    assert stage.table.desk.settings.waiting == WaitingRoomWords()


def test_own_words_are_kept_by_language_and_ours_come_back(
    stage: Stage, window: SettingsWindow, page: WaitingRoomPage
) -> None:
    page.words.setPlainText("Opnemen mag\n\n  Zeg het   ons. ")
    page.wording.activated.emit(list(Wording).index(Wording.ENGLISH))
    assert page.words.toPlainText().startswith("You may record")
    page.words.setPlainText("Recording is fine")
    window.save.click()
    waiting = stage.table.desk.settings.waiting
    assert waiting == WaitingRoomWords("Opnemen mag\nZeg het ons.", "", "Recording is fine")
    page.buttons["ours"].click()
    assert page.words.toPlainText().startswith("You may record")


def test_it_goes_to_the_printer_as_it_stands_there(stage: Stage, page: WaitingRoomPage) -> None:
    page.words.setPlainText("Opnemen mag")
    for name in ("poster", "cards"):
        page.told.clear()
        page.buttons[name].click()
        stage.wait(page.told.text)
    assert len(stage.table.printer.printed) == 2
    assert page.told.text() == "✓ Naar de printer gestuurd."


def test_without_a_printer_it_says_what_to_do(stage: Stage, page: WaitingRoomPage) -> None:
    stage.table.printer.called = ()
    page.buttons["poster"].click()
    stage.wait(page.told.text)
    assert "printer" in page.told.text()


def test_it_is_saved_as_a_pdf(stage: Stage, page: WaitingRoomPage) -> None:
    page.buttons["save_card"].click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    file = stage.table.folder.parent / "kaartje.pdf"
    dialog.fileSelected.emit(str(file))
    stage.wait(file.exists)
    assert file.read_bytes().startswith(b"%PDF")
    dialog.close()
    QTest.qWait(0)


def test_the_policy_can_fix_the_words(stage: Stage, page: WaitingRoomPage) -> None:
    page.show_settings(stage.table.desk.settings, frozenset({"waiting.nl"}))
    assert not page.words.isEnabled()
