"""The real window over a desk with fakes, with a hand on its keys and mouse."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget

from naklank.audio.sound import Sound
from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State
from naklank.ui.agree.participant_row import ParticipantRow
from naklank.ui.main_window import MainWindow
from naklank.ui.parts.key_guard import KeyGuard
from naklank.ui.parts.message_bar import MessageBar
from naklank.workflow.recording_flow import Microphone
from support import keys
from support.desk import PATIENCE, Table, set_up
from support.keys import CTRL, PLAIN
from support.sounds import tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QAbstractButton
    from pytestqt.qtbot import QtBot

    from naklank.core.settings import Settings
    from naklank.ui.parts.page import Page

ENTER = Qt.Key.Key_Return


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Stage:
    """What a test acts on and looks at."""

    table: Table
    window: MainWindow
    guard: KeyGuard
    clock: Clock

    @property
    def state(self) -> State:
        return self.table.desk.controller.state

    def is_in(self, state: State) -> bool:
        return self.state is state

    @property
    def page(self) -> Page:
        page = self.window._stack.currentWidget()
        assert page in self.window.pages
        return page

    @property
    def main(self) -> QAbstractButton:
        """The one at the bottom right."""
        buttons = self.page._buttons
        item = buttons.itemAt(buttons.count() - 1)
        assert item is not None
        return item.widget()  # type: ignore[return-value]

    @property
    def rows(self) -> list[ParticipantRow]:
        return self.window.agree.participants._rows

    def hear(self) -> None:
        """The half second in which a new page is deaf has passed."""
        self.clock.now += 1.0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        if QApplication.activeModalWidget() is None:
            self.window.activateWindow()  # a window manager would, after a dialog
            self.wait(self.window.isActiveWindow)
        self.hear()
        keys.press(self.window, key, modifier)

    def hold(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, *, times: int = 8) -> None:
        """Press a key and keep it down: one press, and what the keyboard repeats."""
        self.press(key, modifier)
        for _ in range(times):
            self.hear()
            keys.hold_down(self.window, key, modifier)

    def type(self, text: str) -> None:
        """Where the focus is."""
        self.hear()
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def enter(self) -> None:
        """The main button's key."""
        self.press(ENTER, CTRL)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.hear()
        keys.click(widget)

    def wait(self, what: Callable[[], object]) -> None:
        self.table.bot.waitUntil(lambda: bool(what()), timeout=PATIENCE)

    def wait_for(self, *states: State) -> None:
        self.table.wait_for(*states)

    def speak(self, seconds: float = 4.0) -> None:
        """Into a microphone that is opening."""
        self.table.card.say(Sound(tone(seconds, 16_000), 16_000))
        before = self.table.desk.session.recording.seconds
        recording = self.table.desk.recording
        self.wait(lambda: recording.seconds >= before + seconds)
        assert recording.microphone is Microphone.OPEN

    def set(self, **settings: object) -> None:
        desk = self.table.desk
        changed: Settings = replace(desk.settings, **settings)  # type: ignore[arg-type]
        desk.save_settings(changed)

    def choose(self, take_home: TakeHome) -> None:
        self.click(self.window.agree.take_home._choices[take_home])
        assert self.table.desk.session.agreement.take_home is take_home

    @property
    def words(self) -> str:
        """The text that stands there."""
        summary = self.table.desk.session.summary
        assert summary is not None
        return " ".join(word.text for word in summary.words)

    def type_over(self, word: str, text: str) -> None:
        """Other letters for a word of the text, by keys alone; what is asked is not answered."""
        self.press(Qt.Key.Key_Home)
        for _ in range(self.words.split().index(word)):
            self.press(Qt.Key.Key_Right)
        self.press(ENTER)
        editor = self.window.review.view.findChild(QLineEdit)
        assert editor is not None
        editor.setText(editor.text().replace(word, text))
        self.press(ENTER)

    def settle(self) -> None:
        """Let what is laid out, loaded and deleted later come to its end."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def tell(self, code: ErrorCode) -> None:
        """As a flow tells of a failure."""
        self.table.desk.failed.emit(NaklankError(code, folder="map", device="m", engine="e"))


@contextmanager
def open_stage(
    folder: Path, bot: QtBot, app: QApplication, *, size: tuple[int, int] = (1024, 700)
) -> Iterator[Stage]:
    """A window in front, with a new session on the desk."""
    table = set_up(folder, bot)
    clock = Clock()
    guard = KeyGuard(app, clock=clock)
    window = MainWindow(table.desk, guard)
    stage = Stage(table, window, guard, clock)
    try:
        bot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        bot.waitUntil(window.isActiveWindow)
        table.desk.open()
        bot.waitUntil(lambda: table.desk.typing.is_engine_ready, timeout=PATIENCE)
        yield stage
    finally:
        app.removeEventFilter(guard)
        guard.setParent(None)
        table.desk.close()


def agreed(stage: Stage) -> None:
    stage.table.agree()


def recording(stage: Stage) -> None:
    stage.table.agree()
    stage.table.desk.start_recording()
    stage.speak(1.0)


def paused(stage: Stage) -> None:
    recording(stage)
    stage.table.desk.recording.pause()
    stage.wait_for(State.PAUSED)


def transcribing(stage: Stage) -> None:
    stage.table.typist.hold()
    stage.table.agree()
    stage.table.record(1.0)
    stage.wait_for(State.TRANSCRIBING)


def recorded(stage: Stage) -> None:
    """No text came."""
    stage.table.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED, engine="x"))
    stage.table.agree()
    stage.table.record()
    stage.wait(lambda: stage.table.failures)
    assert stage.state is State.RECORDED


def reviewing(stage: Stage) -> None:
    stage.table.review()
    stage.wait(lambda: not stage.table.desk.listening.is_playing)


def checked(stage: Stage) -> None:
    stage.table.review()
    stage.table.confirm_all()
    stage.wait(lambda: not stage.table.desk.listening.is_playing)


def writing(stage: Stage) -> None:
    desk = stage.table.desk
    desk.agree(replace(desk.session.agreement, take_home=TakeHome.TYPED))
    desk.confirm_agreement()


def writing_beside_sound(stage: Stage) -> None:
    recorded(stage)
    stage.table.desk.typing.write()


def listening(stage: Stage) -> None:
    desk = stage.table.desk
    desk.agree(replace(desk.session.agreement, take_home=TakeHome.SOUND_ONLY))
    stage.table.agree()
    stage.table.record(2.0)
    stage.wait_for(State.RECORDED)


def listened(stage: Stage) -> None:
    listening(stage)
    stage.table.desk.listening.play_whole()
    stage.wait(lambda: stage.table.desk.session.review.heard_whole)
    stage.table.desk.listening.approve()


def approved(stage: Stage) -> None:
    stage.table.approve()
    stage.wait(lambda: stage.window.hand_over.sheet.page_count)


def handed_over(stage: Stage) -> None:
    approved(stage)
    stage.table.desk.handing_over.print_sheet(large_print=False)
    stage.wait_for(State.HANDED_OVER)


def waiting(stage: Stage) -> None:
    approved(stage)
    stage.table.desk.hand_over_later()
    (kept,) = stage.table.kept(1)
    stage.table.desk.take_up(kept)
    stage.wait(lambda: stage.window.hand_over.sheet.page_count)


WAYS: dict[str, Callable[[Stage], None]] = {
    "agreeing": lambda _: None,
    "agreed": agreed,
    "recording": recording,
    "paused": paused,
    "transcribing": transcribing,
    "recorded": recorded,
    "reviewing": reviewing,
    "checked": checked,
    "writing": writing,
    "writing beside sound": writing_beside_sound,
    "listening": listening,
    "listened": listened,
    "approved": approved,
    "handed over": handed_over,
    "waiting": waiting,
}
"""How to come to each state, by its name."""


def places(window: QWidget) -> dict[str, QRect]:
    """Where every visible widget of a window stands, but for the words of a message."""
    found = {}
    for at, widget in enumerate(window.findChildren(QWidget)):
        inside = any(isinstance(one, MessageBar) for one in _parents(widget))
        if widget.isVisible() and not isinstance(widget, QScrollBar) and not inside:
            corner = widget.mapTo(window, QPoint(0, 0))
            name = f"{at} {type(widget).__name__} {widget.objectName()}"
            found[name] = QRect(corner, widget.size())
    return found


def _parents(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def moved(before: dict[str, QRect], after: dict[str, QRect]) -> dict[str, tuple[QRect, QRect]]:
    """What stands in both at different places."""
    both = before.keys() & after.keys()
    return {name: (before[name], after[name]) for name in both if before[name] != after[name]}


def everything_said(widget: QWidget) -> str:
    """All words in a widget tree that are there to be read, seen or not."""
    said: list[str] = []
    for one in [widget, *widget.findChildren(QWidget)]:
        said += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        said.append(one.windowTitle())
        for name in ("text", "toPlainText", "placeholderText"):
            reader = getattr(one, name, None)
            if callable(reader):
                said.append(str(reader()))
    said += [_texts(one) for one in _interfaces(QAccessible.queryAccessibleInterface(widget))]
    return "\n".join(said)


def _interfaces(top: QAccessibleInterface) -> Sequence[QAccessibleInterface]:
    below = [top.child(at) for at in range(top.childCount())]
    return [top, *(one for child in below if child is not None for one in _interfaces(child))]


def _texts(one: QAccessibleInterface) -> str:
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    words = [one.text(kind) for kind in kinds]
    text = one.textInterface()
    if text is not None:
        words.append(text.text(0, text.characterCount()))
    return "\n".join(words)
