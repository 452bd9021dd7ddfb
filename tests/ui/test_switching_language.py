"""Another language at once, with a session in any state: all is said in it, and nothing is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from naklank.app import _translate_qt
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.hand_over import QueueState
from naklank.core.session import Session, State
from naklank.core.settings import ScreenLanguage
from naklank.core.topics import Topic
from naklank.storage.settings_store import FileSettingsStore
from naklank.translation import help_text, tr, use_language
from naklank.ui.beside.help_window import HelpWindow
from naklank.ui.beside.keys_window import KeysWindow
from naklank.ui.settings.language_page import LanguagePage
from naklank.ui.settings.window import SettingsWindow
from naklank.ui.speak.recording_sign import Sign
from support.desk import hold
from support.screens import SCREENS
from support.stage import WAYS, Stage, approved, open_stage, reviewing, writing

ROOMY = (1280, 800)
"""Here no button gives way, in any language."""


def _recording(stage: Stage) -> None:
    """Long enough for the sign to have settled."""
    SCREENS["recording"](stage)
    stage.wait(lambda: stage.window.speak.sign.sign is Sign.RECORDING)


STATES = {**WAYS, "recording": _recording, "warned": SCREENS["warned"], "failed": SCREENS["failed"]}


def _texts(stage: Stage) -> list[str]:
    """All that the window says, in the order of its widgets.

    But for digits: a moment later is another time, and each code another.
    """
    microphone = stage.window.speak.microphone
    stage.wait(lambda: microphone.text() or not microphone.isVisible())  # looked up beside it
    stage.settle()
    said = []
    for one in stage.window.findChildren(QWidget):
        if not one.isVisible():
            continue
        own = [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel | QAbstractButton):
            own.append(one.text())
        if isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit):
            own.append(one.placeholderText())
        if isinstance(one, QPlainTextEdit | QTextEdit):
            own.append(one.toPlainText())
        if isinstance(one, QComboBox):
            own += [one.itemText(at) for at in range(one.count())]
        name = type(one).__name__
        said += [f"{name}: {re.sub('[0-9]+', '0', text)}" for text in own if text]
    return said


def _held(stage: Stage) -> Session:
    """What is known of the session, but for the statement that is made beside it."""
    return replace(stage.table.desk.session, statement=None)


def _speak(stage: Stage, language: ScreenLanguage) -> None:
    stage.set(screen_language=language)
    stage.wait(lambda: stage.window._language == language)
    stage.settle()


@pytest.mark.parametrize("name", STATES)
def test_every_word_changes_and_comes_back_and_nothing_is_lost(
    tmp_path: Path, qtbot: QtBot, themed: QApplication, name: str
) -> None:
    """The same words as in a window that was opened in that language."""
    with open_stage(tmp_path / "nl", qtbot, themed, size=ROOMY) as stage:
        STATES[name](stage)
        held, dutch = _held(stage), _texts(stage)
        _speak(stage, "en")
        assert stage.page.isVisible()
        english = _texts(stage)
        _speak(stage, "nl")
        assert _texts(stage) == dutch
        assert name == "recording" or _held(stage) == held
    use_language("en")
    settings = FileSettingsStore(tmp_path / "en" / "settings.json", ())
    settings.save(replace(settings.load().settings, screen_language="en"))
    with open_stage(tmp_path / "en", qtbot, themed, size=ROOMY) as stage:
        STATES[name](stage)
        assert sorted(_texts(stage)) == sorted(english)


def test_a_microphone_that_was_looked_up_before_keeps_its_name(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    WAYS["paused"](stage)
    stage.wait(stage.window.speak.microphone.text)
    monkeypatch.setattr(stage.table.desk.microphones, "look", lambda: None)
    _speak(stage, "en")
    assert stage.window.speak.microphone.text() == "Microphone: Desk microphone"


def test_what_outlives_the_pages_is_heard_once(stage: Stage) -> None:
    window = stage.window
    lasting = (
        (window.pack_offer, "asked(PyObject)"),
        (window.pack_offer, "told(PyObject,PyObject)"),
        (window.news, "told(PyObject,PyObject)"),
        (window.windows, "noticed(PyObject,PyObject)"),
    )
    _speak(stage, "en")
    _speak(stage, "nl")
    assert [one.receivers(SIGNAL(signal)) for one, signal in lasting] == [1, 1, 1, 1]


def test_it_is_chosen_in_the_settings_and_changes_as_they_close(stage: Stage) -> None:
    stage.window.windows.open_settings()
    settings = stage.window.findChild(SettingsWindow)
    assert settings is not None
    (page,) = (one for one in settings.pages if isinstance(one, LanguagePage))
    page.on_screen.setCurrentIndex(page.on_screen.findData("en"))
    stage.click(settings.save)
    stage.wait(lambda: stage.window.agree.go_on.text() == "Go on to speaking")
    assert stage.window.focusWidget() is stage.window.agree
    stage.table.agree()
    assert stage.window.speak.main.text() == "Start recording"
    assert stage.state is State.AGREED


def test_a_locked_language_is_shown_and_not_to_be_chosen(stage: Stage) -> None:
    desk = stage.table.desk
    hold(desk, replace(desk.loaded, locked=frozenset({"screen_language"})))
    stage.window.windows.open_settings()
    settings = stage.window.findChild(SettingsWindow)
    assert settings is not None
    (page,) = (one for one in settings.pages if isinstance(one, LanguagePage))
    assert not page.on_screen.isEnabled()
    assert page.spoken.isEnabled()


def test_what_is_pressed_as_it_changes_is_no_answer(stage: Stage) -> None:
    _speak(stage, "en")
    assert stage.guard.is_deaf


def test_the_recording_goes_on(stage: Stage) -> None:
    WAYS["recording"](stage)
    before = stage.table.desk.recording.seconds
    _speak(stage, "en")
    stage.speak(2.0)
    assert stage.table.desk.recording.seconds > before
    stage.enter()
    stage.wait_for(State.REVIEWING)
    assert stage.window.review.isVisible()


def test_what_is_typed_is_not_lost_in_the_middle_of_a_word(stage: Stage) -> None:
    writing(stage)
    box = stage.window.write.boxes._boxes[Topic.WHAT_IS_GOING_ON]
    box.setPlainText("U heeft geen griep.\n\n  Wel kou")
    _speak(stage, "en")
    again = stage.window.write.boxes._boxes[Topic.WHAT_IS_GOING_ON]
    assert again.toPlainText() == "U heeft geen griep.\n\n  Wel kou"
    assert stage.window.focusWidget() is again
    assert stage.words == "U heeft geen griep. Wel kou"


def test_the_word_cursor_and_the_differences_stay(stage: Stage) -> None:
    reviewing(stage)
    stage.press(Qt.Key.Key_Home)
    for _ in range(3):
        stage.press(Qt.Key.Key_Right)
    cursor = stage.window.review.view.word_cursor
    stage.window.review._on_differences()
    _speak(stage, "en")
    review = stage.window.review
    assert review.view.word_cursor == cursor
    assert review.differences.text() == "Hide them"
    assert stage.window.focusWidget() is review.view


def test_the_minute_of_the_clipboard_goes_on(stage: Stage) -> None:
    approved(stage)
    stage.press(Qt.Key.Key_D)
    assert QGuiApplication.clipboard().text()
    _speak(stage, "en")
    text = stage.window.hand_over.text
    assert text.in_record.isEnabled()
    assert "one minute" in text.status.text()
    text.clipboard.clear()  # as its timer does
    assert not QGuiApplication.clipboard().text()
    assert "No longer on the clipboard" in text.status.text()


def test_printer_copies_and_queue_stay(stage: Stage) -> None:
    approved(stage)
    paper = stage.window.hand_over.paper
    stage.wait(paper.printer.count)
    paper.copies.setValue(3)
    paper._on_queue(QueueState.STOPPED)
    _speak(stage, "en")
    again = stage.window.hand_over.paper
    assert again is not paper
    assert again.copies.value() == 3
    assert again.printer.currentText() == "Printer"
    assert again.status.text().startswith("The printer has stopped.")


def test_a_message_is_said_in_the_other_language(stage: Stage) -> None:
    error = NaklankError(ErrorCode.DISK_FULL)
    stage.tell(ErrorCode.ENGINE_DIED)
    stage.table.desk.failed.emit(error)
    dutch = stage.window.messages.text
    _speak(stage, "en")
    messages = stage.window.messages
    assert messages.isVisible()
    assert messages.text != dutch
    assert "stopped unexpectedly" in messages.text
    assert "is full" in messages.text
    assert messages.accessibleName().startswith(tr("It failed"))
    _speak(stage, "nl")
    assert messages.text == dutch


def test_help_and_keys_beside_it_change_too(stage: Stage) -> None:
    windows = stage.window.windows
    windows.open_help()
    windows.open_keys()
    _speak(stage, "en")
    (help_window,) = stage.window.findChildren(HelpWindow)
    (keys,) = stage.window.findChildren(KeysWindow)
    assert help_window is windows.help
    assert help_window.windowTitle() == "Help"
    heading = help_text().splitlines()[0].removeprefix("# ")
    assert help_window.text.toPlainText().startswith(heading)
    assert keys.windowTitle() == "Keys of this page"
    help_window.close()
    stage.wait(lambda: windows.help is None)


def test_qts_own_words_change_too(qapp: QApplication) -> None:
    spoken: list[tuple[ScreenLanguage, str]] = [("nl", "Annuleren"), ("en", "Cancel")]
    qt_words = QTranslator()
    qapp.installTranslator(qt_words)
    try:
        for language, cancel in (*spoken, *spoken):
            use_language(language)
            _translate_qt(qt_words)
            box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
            assert [button.text() for button in box.buttons()] == [cancel]
    finally:
        qapp.removeTranslator(qt_words)


def test_the_old_pages_hear_nothing_any_more(stage: Stage) -> None:
    """Each signal would be answered once more for each language that was chosen."""
    asked: list[str] = []
    desk = stage.table.desk
    _speak(stage, "en")
    _speak(stage, "nl")
    desk.microphones.look = lambda: asked.append("devices")  # type: ignore[method-assign]
    desk.settings_changed.emit()
    assert asked == ["devices"]
