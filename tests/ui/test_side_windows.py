"""Where keys are kept is asked once; the help is there at any time; nothing is lost by a close."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QTextBrowser

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.session import State
from naklank.core.settings import KEYS
from naklank.core.transcript import LANGUAGES, Language
from naklank.foundation.paths import resource
from naklank.ui.beside.key_place_window import KeyPlaceWindow
from naklank.ui.beside.log_window import LogWindow
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.key_names import key_name
from support.desk import hold
from support.keys import CTRL, click, press
from support.stage import ENTER, WAYS, Stage, everything_said

Key = Qt.Key


def _no_keyring(
    stage: Stage,
    usable: Iterable[KeyPlace] = (KeyPlace.MEMORY, KeyPlace.FILE),
    locked: Iterable[str] = (),
    place: KeyPlace = KeyPlace.KEYRING,
) -> None:
    """What was chosen cannot be used on this computer."""
    desk = stage.table.desk
    stage.wait(lambda: desk.computer.key_places is not None)
    keeping = replace(desk.settings.keeping, keys=place)
    settings = replace(desk.settings, keeping=keeping)
    hold(desk, replace(desk.loaded, settings=settings, locked=frozenset(locked)))
    desk.computer.key_places = frozenset(usable)
    desk.computer.known.emit()


def _asking(stage: Stage) -> KeyPlaceWindow | None:
    windows = stage.window.findChildren(KeyPlaceWindow)
    return next((one for one in windows if one.isVisible()), None)


def test_where_there_is_a_keyring_nobody_is_asked(stage: Stage) -> None:
    _no_keyring(stage, usable=KeyPlace)
    assert _asking(stage) is None
    assert stage.window.messages.text == ""


def test_the_practice_chooses_once(stage: Stage) -> None:
    _no_keyring(stage)
    window = _asking(stage)
    assert window is not None
    assert list(window.cards.cards) == [KeyPlace.FILE, KeyPlace.MEMORY]
    assert window.cards.place is None
    assert not window.choose.isEnabled()
    stage.hear()
    press(window, ENTER, CTRL)
    assert window.isVisible()
    click(window.cards.cards[KeyPlace.MEMORY])
    click(window.choose)
    assert not window.isVisible()
    assert stage.table.desk.settings.keeping.keys is KeyPlace.MEMORY
    assert stage.table.desk.equipment.settings.loaded.settings.keeping.keys is KeyPlace.MEMORY
    stage.table.desk.computer.known.emit()
    assert _asking(stage) is None


def test_a_key_that_was_meant_for_the_page_chooses_nothing(stage: Stage) -> None:
    _no_keyring(stage)
    window = _asking(stage)
    assert window is not None
    for key in (Key.Key_Space, Key.Key_Escape, ENTER):
        press(window, key)  # within the half second
    assert window.isVisible()
    stage.hear()
    press(window, Key.Key_Space)
    assert window.cards.place is None


def _leave_open(stage: Stage) -> None:
    """Who is asked at the start does not choose."""
    _no_keyring(stage)
    window = _asking(stage)
    assert window is not None
    assert "Opnemen wacht op dit antwoord" in everything_said(window)
    stage.hear()
    click(window.later)
    stage.table.desk.computer.known.emit()
    assert _asking(stage) is None
    assert stage.table.desk.needs_key_place


def test_nothing_is_told_of_what_is_asked(stage: Stage) -> None:
    """The journal wants a key before anybody knows where keys can lie, and again later."""
    desk = stage.table.desk
    stage.wait(lambda: desk.computer.key_places is not None)
    desk.computer.key_places = None
    stage.tell(ErrorCode.KEYS_UNAVAILABLE)
    assert stage.window.messages.text == ""
    desk.computer.key_places = frozenset()
    _leave_open(stage)
    stage.tell(ErrorCode.KEYS_UNAVAILABLE)
    stage.table.agree()
    stage.tell(ErrorCode.KEYS_UNAVAILABLE)
    assert stage.window.messages.text == ""
    assert _asking(stage) is None


def test_a_keyring_that_fails_is_told_once_it_is_known_to_be_there(stage: Stage) -> None:
    desk = stage.table.desk
    stage.wait(lambda: desk.computer.key_places is not None)
    desk.computer.key_places = None
    stage.tell(ErrorCode.KEYS_UNAVAILABLE)
    assert stage.window.messages.text == ""
    desk.computer.look_for_keys()
    stage.wait(lambda: "de sleutelbos" in stage.window.messages.text)


def test_the_start_key_asks_what_was_left_open_and_then_records(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = stage.table.desk
    clear = desk.controller.clear_place

    def clear_place(take: int) -> None:
        if desk.needs_key_place:
            raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
        clear(take)

    monkeypatch.setattr(desk.controller, "clear_place", clear_place)
    _leave_open(stage)
    stage.table.agree()
    for _ in range(2):  # however often it is left open
        stage.press(ENTER, CTRL)
        window = _asking(stage)
        assert window is not None
        stage.hear()
        press(window, Key.Key_Escape)
    assert stage.is_in(State.AGREED)
    stage.press(ENTER, CTRL)
    window = _asking(stage)
    assert window is not None
    stage.hear()
    click(window.cards.cards[KeyPlace.MEMORY])
    click(window.choose)
    stage.press(ENTER, CTRL)
    stage.wait_for(State.RECORDING)
    assert stage.window.messages.text == ""


def test_what_is_typed_without_a_key_says_so_until_a_place_is_chosen(stage: Stage) -> None:
    desk = stage.table.desk
    _leave_open(stage)
    WAYS["writing"](stage)
    stage.tell(ErrorCode.KEYS_UNAVAILABLE)
    assert "niemand heeft gekozen waar de sleutel komt" in stage.window.messages.text
    desk.choose_key_place(KeyPlace.FILE)
    assert stage.window.messages.text == ""
    assert stage.window.messages.accessibleName() == ""


def test_a_place_that_cannot_be_used_is_grey(stage: Stage) -> None:
    _no_keyring(stage, usable={KeyPlace.MEMORY})
    window = _asking(stage)
    assert window is not None
    assert not window.cards.cards[KeyPlace.FILE].isEnabled()
    assert window.cards.cards[KeyPlace.MEMORY].isEnabled()


def test_a_keyring_is_offered_where_the_key_file_cannot_be_written(stage: Stage) -> None:
    _no_keyring(stage, {KeyPlace.KEYRING, KeyPlace.MEMORY}, place=KeyPlace.FILE)
    window = _asking(stage)
    assert window is not None
    assert list(window.cards.cards) == [KeyPlace.KEYRING, KeyPlace.MEMORY]
    assert "antwoordt geen sleutelbos" not in everything_said(window)


@pytest.mark.parametrize("place", [KeyPlace.KEYRING, KeyPlace.FILE])
def test_what_a_policy_has_set_is_not_offered(stage: Stage, place: KeyPlace) -> None:
    _no_keyring(stage, {KeyPlace.MEMORY}, {"keeping.keys"}, place)
    assert _asking(stage) is None
    said = stage.window.messages.text
    assert "kan niet opnemen" in said
    assert ("sleutelbos" in said) is (place is KeyPlace.KEYRING)


def test_nobody_is_asked_during_a_recording_but_after_it(stage: Stage) -> None:
    stage.wait(lambda: stage.table.desk.computer.key_places is not None)
    WAYS["recording"](stage)
    _no_keyring(stage)
    assert _asking(stage) is None
    assert stage.is_in(State.RECORDING)
    stage.table.desk.withdraw()
    stage.wait(lambda: _asking(stage))


def test_a_choice_that_cannot_be_saved_stays_in_sight(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise NaklankError(ErrorCode.DISK_FULL, folder="C")

    _no_keyring(stage)
    window = _asking(stage)
    assert window is not None
    monkeypatch.setattr(stage.table.desk.equipment.settings, "save", full)
    stage.hear()
    click(window.cards.cards[KeyPlace.FILE])
    click(window.choose)
    assert window.isVisible()
    assert "is vol" in window.problem.text()


@pytest.mark.parametrize("way", ["key", "button"])
def test_the_help_opens_once_and_closes(stage: Stage, way: str) -> None:
    for _ in range(2):
        if way == "key":
            stage.press(Key.Key_F1)
        else:
            stage.click(stage.window.steps.help)
    window = stage.window.windows.help
    assert window is not None
    assert window.isVisible()
    assert window.text.toPlainText().startswith("Hulp bij Naklank")
    stage.wait(window.isActiveWindow)
    stage.hear()
    press(window, Key.Key_Escape)
    stage.wait(lambda: stage.window.windows.help is None)
    stage.press(Key.Key_F1)
    assert stage.window.windows.help is not None


def test_a_recording_is_stopped_while_the_help_is_open(stage: Stage) -> None:
    WAYS["recording"](stage)
    stage.press(Key.Key_F1)
    assert stage.window.windows.help is not None
    stage.press(Key.Key_P)
    stage.wait_for(State.PAUSED)


def _headings(browser: QTextBrowser) -> list[int]:
    levels, block = [], browser.document().begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            levels.append(level)
        block = block.next()
    return levels


def test_files_are_verified_from_the_help_where_the_header_has_no_room(stage: Stage) -> None:
    assert not stage.window.steps.verify.isVisible()
    stage.press(Qt.Key.Key_F1)
    help_window = stage.window.windows.help
    assert help_window is not None
    click(help_window.verify)
    assert type(QApplication.activeModalWidget()).__name__ == "VerifyWindow"


def test_the_help_says_the_same_in_both_languages_and_leads_nowhere(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from naklank.ui.beside.help_window import HelpWindow

    dutch = HelpWindow(stage.window)
    monkeypatch.setenv("NAKLANK_LANGUAGE", "en")
    english = HelpWindow(stage.window)
    assert _headings(dutch.text) == _headings(english.text)
    assert dutch.text.document().blockCount() == english.text.document().blockCount()
    for window in (dutch, english):
        assert not window.text.openLinks()
        assert not window.text.openExternalLinks()
        words = window.text.toPlainText()
        assert len(words) > 2000
        for name in ("CUPS", "BitLocker", "FileVault", "LUKS", "SSD", "strace", "lsof"):
            assert name in words
        window.deleteLater()
    for language in ("nl", "en"):
        text = resource(f"help/{language}.md").read_text("utf-8")
        assert "://" not in text
        leads_to = re.findall(r"\]\((.*?)\)", text)
        assert leads_to, "pictures alone"
        for picture in leads_to:
            assert resource(f"pictures/{picture}").stat().st_size < 120_000


def test_the_help_has_pages_for_whoever_must_account_for_it(stage: Stage) -> None:
    stage.press(Key.Key_F1)
    window = stage.window.windows.help
    assert window is not None
    bar = window.text.verticalScrollBar()
    begins = []
    for at in range(window.page.count()):
        bar.setValue(bar.maximum())
        window.page.setCurrentIndex(at)
        begins.append(window.text.toPlainText().splitlines()[0])
        assert bar.value() == 0 or at == 0
    assert begins[0] == "Hulp bij Naklank"
    assert begins[-1] == "Waar Naklank voor bedoeld is"
    assert len(set(begins)) == len(begins) == 4
    bar.setValue(100)
    QApplication.sendEvent(window, QEvent(QEvent.Type.StyleChange))
    assert window.text.toPlainText().splitlines()[0] == begins[-1]
    assert bar.value() == 100


def test_every_key_of_the_pages_stands_in_the_help(stage: Stage) -> None:
    stage.press(Key.Key_F1)
    window = stage.window.windows.help
    assert window is not None
    words = window.text.toPlainText()
    pages: list[QObject] = list(stage.window.pages)
    keys = {one.key for page in pages for one in page.findChildren(KeyButton) if one.key}
    assert {"P", "Ctrl+Return"} < keys
    listed = set(words.replace(",", " ").split()) | {"Ctrl Enter", "Ctrl Del"}
    assert not {key for key in keys if key_name(key) not in listed}
    assert "Ctrl Enter" in words
    assert "Ctrl Del" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_that_can_be_locked_stands_in_the_help(language: Language) -> None:
    text = resource(f"help/{language}.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+(?:\.[a-z_]+)?)`", text))
    assert named >= KEYS


class _ByHand(QCloseEvent):
    """As somebody closes a window, and not the program itself."""

    def spontaneous(self) -> bool:
        return True


def test_who_closes_the_window_hears_what_would_be_lost(stage: Stage) -> None:
    WAYS["approved"](stage)
    event = _ByHand()
    stage.window.closeEvent(event)
    assert event.isAccepted()
    desk = stage.table.desk
    keeping = replace(desk.settings.keeping, keys=KeyPlace.MEMORY)
    hold(desk, replace(desk.loaded, settings=replace(desk.settings, keeping=keeping)))
    event = _ByHand()
    stage.window.closeEvent(event)
    assert not event.isAccepted()
    assert "niet meer te openen" in stage.window.confirm.accessibleName()
    stage.click(stage.window.confirm.keep)
    assert stage.window.isVisible()
    stage.window.closeEvent(_ByHand())
    stage.click(stage.window.confirm.delete)
    assert not stage.window.isVisible()


def test_an_empty_desk_is_closed_without_a_question(stage: Stage) -> None:
    stage.set(keeping=replace(stage.table.desk.settings.keeping, keys=KeyPlace.MEMORY))
    event = _ByHand()
    stage.window.closeEvent(event)
    assert event.isAccepted()


def test_what_went_wrong_in_the_program_can_be_read_and_copied_from_the_help(stage: Stage) -> None:
    stage.press(Key.Key_F1)
    window = stage.window.windows.help
    assert window is not None
    click(window.log)
    (shown,) = stage.window.findChildren(LogWindow)
    assert shown.text.toPlainText() == ""
    assert "nog niets misgegaan" in everything_said(shown)
    assert not shown.copy.isEnabled()
    click(shown.close_it)
    stage.settle()
    stage.table.desk.equipment.unforeseen(LookupError("mevrouw De Vries"))
    click(window.log)
    (shown,) = stage.window.findChildren(LogWindow)
    click(shown.copy)
    assert "LookupError" in shown.text.toPlainText()
    assert "De Vries" not in everything_said(shown)
    assert QGuiApplication.clipboard().text() == shown.text.toPlainText()
    assert "Gekopieerd" in shown.told.text()
    shown.close()
