"""The settings: what is typed is saved and holds, and what a policy locks is grey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.recording import InputName
from naklank.core.session import State
from naklank.core.settings import Keeping, LoadedSettings, Practice, WaysOut
from naklank.core.sheet_making import Contacts
from naklank.ui.settings.contacts_page import ContactsPage
from naklank.ui.settings.language_page import LanguagePage
from naklank.ui.settings.practice_page import PracticePage
from naklank.ui.settings.ways_page import WaysPage
from naklank.ui.settings.window import SettingsWindow
from support import keys
from support.closed_ways import closed_ways
from support.desk import hold
from support.keys import CTRL, click, press
from support.stage import ENTER, Stage, open_stage

Key = Qt.Key

Page = TypeVar("Page")


def _practice(window: SettingsWindow) -> PracticePage:
    page = window.pages[0]
    assert isinstance(page, PracticePage)
    return page


def _language(window: SettingsWindow) -> LanguagePage:
    page = window.pages[3]
    assert isinstance(page, LanguagePage)
    return page


def test_what_is_typed_is_saved_and_holds(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    window = open_settings()
    practice = _practice(window)
    practice.name.setFocus()
    stage.type("k m p 1 De Linde")
    practice.doctors.setFocus()
    stage.type("dokter Van Dam")
    window.microphone.device.setCurrentIndex(2)
    stage.hear()
    press(window, ENTER, CTRL)
    settings = stage.table.desk.settings
    assert settings.practice == Practice("k m p 1 De Linde")
    assert settings.doctors == ("dokter Van Dam",)
    assert settings.microphone.name == "Headset"
    assert stage.table.desk.equipment.settings.loaded.settings == settings
    assert stage.window.steps._who.accessibleName() == "dokter Van Dam · k m p 1 De Linde"
    assert stage.is_in(State.AGREEING)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_cancel_changes_nothing(
    stage: Stage, open_settings: Callable[[], SettingsWindow], way: str
) -> None:
    window = open_settings()
    before = stage.table.desk.settings
    _practice(window).name.setFocus()
    stage.type("Anders")
    _language(window).on_screen.setCurrentIndex(1)
    stage.hear()
    if way == "button":
        click(window.cancel)
    else:
        press(window, Key.Key_Escape)
    assert not window.isVisible()
    assert stage.table.desk.settings == before
    assert stage.table.desk.equipment.settings.loaded.settings == before


def test_held_keys_save_nothing(stage: Stage, open_settings: Callable[[], SettingsWindow]) -> None:
    window = open_settings()
    stage.hear()
    for _ in range(4):
        keys.hold_down(window, ENTER, CTRL)
    assert window.isVisible()


def test_locked_values_are_grey_and_say_why(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    locked = frozenset({"practice.name", "microphone.name", "speech_language"})
    hold(
        stage.table.desk,
        LoadedSettings(
            replace(
                stage.table.desk.settings,
                practice=Practice("Van bovenaf"),
                microphone=InputName("Headset"),
            ),
            locked,
        ),
    )
    window = open_settings()
    practice, language = _practice(window), _language(window)
    grey: list[QWidget] = [practice.name, window.microphone.device, language.spoken]
    free: list[QWidget] = [practice.doctors, language.on_screen]
    assert all(not one.isEnabled() and "beheert" in one.toolTip() for one in grey)
    assert all(one.isEnabled() and not one.toolTip() for one in free)
    assert practice.name.text() == "Van bovenaf"
    assert window.microphone.device.currentText() == "Headset"


def _page(window: SettingsWindow, kind: type[Page]) -> Page:
    (page,) = (one for one in window.pages if isinstance(one, kind))
    return page


def test_numbers_to_call_are_saved_without_stray_blanks(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    window = open_settings()
    numbers = _page(window, ContactsPage).numbers
    numbers["day"].setText(" 038  123 45 67 ")
    numbers["night"].setText("huisartsenpost 038 045 67 89")
    click(window.save)
    contacts = stage.table.desk.settings.contacts
    assert contacts == Contacts("038 123 45 67", "", "huisartsenpost 038 045 67 89", "")


def test_a_way_out_of_the_room_can_be_forbidden_and_locked(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    desk = stage.table.desk
    hold(desk, replace(desk.loaded, locked=frozenset({"ways.stick", "ways.portal"})))
    window = open_settings()
    page = _page(window, WaysPage)
    assert [name for name, box in page.ways.items() if not box.isEnabled()] == ["stick"]
    assert not page.portal.isEnabled()
    page.ways["qr"].setChecked(False)
    click(window.save)
    assert desk.settings.ways == WaysOut(qr=False)


def test_the_question_to_tell_it_back_is_no_way_out_and_can_be_left_out(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    desk = stage.table.desk
    window = open_settings()
    page = _page(window, WaysPage)
    assert page.teach_back.isChecked()
    page.teach_back.setChecked(False)
    click(window.save)
    assert not desk.settings.teach_back
    hold(desk, replace(desk.loaded, locked=frozenset({"teach_back"})))
    page = _page(open_settings(), WaysPage)
    assert not page.teach_back.isChecked()
    assert not page.teach_back.isEnabled()


def test_every_way_out_of_the_room_can_be_forbidden(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    window = open_settings()
    for box in _page(window, WaysPage).ways.values():
        box.setChecked(False)
    click(window.save)
    assert stage.table.desk.settings.ways == closed_ways()


def test_the_language_of_screen_and_sheet(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    window = open_settings()
    window._names.setFocus()
    for _ in range(3):
        stage.press(Key.Key_Down)
    language = _language(window)
    assert language.isVisible()
    assert [language.on_screen.itemText(at) for at in range(2)] == ["Nederlands", "English"]
    language.spoken.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Key.Key_E)
    stage.hear()
    click(window.save)
    assert stage.table.desk.settings.speech_language == "en"
    assert stage.table.desk.settings.screen_language == "nl"
    stage.table.desk.withdraw()
    assert stage.table.desk.session.language == "en"


def test_of_several_doctors_one_is_chosen_for_each_session(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    window = open_settings()
    _practice(window).doctors.setPlainText("dokter Van Dam\n\n  dokter Özgür \ndokter Van Dam")
    stage.hear()
    click(window.save)
    assert stage.table.desk.settings.doctors == ("dokter Van Dam", "dokter Özgür")
    agree = stage.window.agree
    assert agree.doctor.isVisible()
    stage.press(Key.Key_A)
    assert not agree.go_on.isEnabled()
    agree.doctor._list.setFocus(Qt.FocusReason.TabFocusReason)
    stage.press(Key.Key_Down)
    assert stage.table.desk.session.doctor == "dokter Van Dam"
    assert agree.go_on.isEnabled()
    stage.click(agree.decline)
    assert stage.table.desk.session.doctor == ""
    assert agree.doctor._list.currentText() == "Kies een arts"
    stage.press(Key.Key_A)
    stage.enter()
    assert stage.is_in(State.AGREEING)


def test_one_doctor_is_no_choice(stage: Stage) -> None:
    stage.set(doctors=("dokter Van Dam",))
    assert not stage.window.agree.doctor.isVisible()
    assert stage.table.desk.session.doctor == "dokter Van Dam"
    assert stage.window.steps._who.accessibleName() == "dokter Van Dam"


def test_another_microphone_is_named_at_once(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    stage.table.agree()
    stage.wait(lambda: "Desk microphone" in stage.window.speak.microphone.text())
    window = open_settings()
    window.microphone.device.setCurrentIndex(2)
    stage.hear()
    click(window.save)
    stage.wait(lambda: "Headset" in stage.window.speak.microphone.text())


def test_settings_that_cannot_be_saved_stay_in_sight(
    stage: Stage,
    open_settings: Callable[[], SettingsWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: object) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="C")

    window = open_settings()
    monkeypatch.setattr(stage.table.desk.equipment.settings, "save", full)
    _practice(window).name.setText("De Linde")
    stage.hear()
    click(window.save)
    assert window.isVisible()
    assert "is vol" in window.problem.text()
    assert stage.table.desk.settings.practice.name == ""


def test_a_microphone_that_is_not_plugged_in_stays_chosen(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    stage.set(microphone=InputName("Headset", "Another host"))
    stage.table.card.microphones = ("Desk microphone",)
    window = open_settings()
    assert window.microphone.device.currentText() == "Headset"
    stage.hear()
    click(window.save)
    assert stage.table.desk.settings.microphone == InputName("Headset", "Another host")


def test_what_stays_here_is_set(
    stage: Stage, open_settings: Callable[[], SettingsWindow], tmp_path: Path
) -> None:
    window = open_settings()
    page = window.keeping
    assert [page.hours.text(), page.years.text()] == ["24 uur", "5 jaar"]
    window._names.setCurrentRow(3)
    page.keys.cards[KeyPlace.FILE].setFocus()
    page.hours.setFocus()
    page.hours.selectAll()
    stage.type("48")
    page.years.setValue(31)
    stage.hear()
    click(page.folder.choose)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    stage.hear()
    click(window.save)
    expected = Keeping(KeyPlace.FILE, 48, str(tmp_path), 30)
    assert stage.table.desk.settings.keeping == expected
    assert stage.table.desk.equipment.settings.loaded.settings.keeping == expected


def test_back_to_the_own_folder(
    stage: Stage, open_settings: Callable[[], SettingsWindow], tmp_path: Path
) -> None:
    keeping = replace(stage.table.desk.settings.keeping, folder=str(tmp_path))
    stage.set(keeping=keeping)
    window = open_settings()
    window._names.setCurrentRow(3)
    assert window.keeping.folder.line.text() == str(tmp_path)
    stage.hear()
    click(window.keeping.folder.back)
    assert not window.keeping.folder.back.isEnabled()
    click(window.save)
    assert stage.table.desk.settings.keeping.folder == ""


def test_a_wheel_changes_no_number(open_settings: Callable[[], SettingsWindow]) -> None:
    window = open_settings()
    window._names.setCurrentRow(3)
    box = window.keeping.hours
    box.setFocus()
    far = QPoint(0, 1200)
    where = box.rect().center()
    event = QWheelEvent(
        where,
        box.mapToGlobal(where),
        far,
        far,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.value() == 24


def test_every_control_has_a_name_and_stands_inside(
    stage: Stage, open_settings: Callable[[], SettingsWindow]
) -> None:
    from PySide6.QtGui import QAccessible

    window = open_settings()
    for at in range(len(window.pages)):
        window._names.setCurrentRow(at)
        stage.settle()
        for control in window.findChildren(QWidget):
            if not control.isVisible() or control.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            if control.objectName().startswith("qt_") or control.isWindow():
                continue
            interface = QAccessible.queryAccessibleInterface(control)
            assert interface.text(QAccessible.Text.Name), control
            area = window._stack.currentWidget()
            if isinstance(area, QScrollArea) and area.isAncestorOf(control):
                area.ensureWidgetVisible(control, 0, 0)
            corner = control.mapTo(window, QPoint(0, 0))
            assert window.rect().contains(corner), control
            assert control.height() >= 44 or not isinstance(control, QAbstractButton)


def test_it_fits_the_smallest_window(tmp_path: Path, qtbot: QtBot, themed: QApplication) -> None:
    with open_stage(tmp_path, qtbot, themed) as stage:
        window = SettingsWindow(stage.table.desk, stage.window)
        assert window.minimumSizeHint().width() <= 1024
        assert window.minimumSizeHint().height() <= 700
        window.deleteLater()


def test_no_page_is_cut_on_a_small_laptop_at_150_percent(stage: Stage) -> None:
    window = SettingsWindow(stage.table.desk, stage.window)
    window.resize(911, 472)
    window.show()
    for at, page in enumerate(window.pages):
        window._stack.setCurrentIndex(at)
        stage.settle()
        parent = page.parentWidget()
        assert parent is not None
        assert page.width() <= parent.width(), page.title()
    window.close()
    window.deleteLater()
