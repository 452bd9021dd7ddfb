"""The windows beside the four steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.keys import KeyPlace
from naklank.core.session import State
from naklank.translation import tr
from naklank.ui.agree.conversation_window import ConversationWindow
from naklank.ui.beside.help_window import HelpWindow
from naklank.ui.beside.key_place_window import KeyPlaceWindow
from naklank.ui.beside.keys_window import KeysWindow
from naklank.ui.beside.selftest_window import SelftestWindow
from naklank.ui.beside.verify_window import VerifyWindow
from naklank.ui.kept.kept_window import KeptWindow
from naklank.ui.parts.message_bar import MessageKind
from naklank.ui.review.plain_words_window import PlainWordsWindow
from naklank.ui.settings.window import SettingsWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from naklank.ui.parts.key_guard import KeyGuard
    from naklank.workflow.desk import Desk


class SideWindows(QObject):
    """Opens them over the main window, most of them when somebody asks."""

    noticed = Signal(object, str)
    """A MessageKind and a sentence that should be read instead of a window."""

    def __init__(self, desk: Desk, guard: KeyGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._guard = guard
        self._parent = parent
        self._has_asked_for_keys = False
        self.help: HelpWindow | None = None
        desk.computer.known.connect(self._ask_for_keys)
        desk.closed.connect(self._ask_for_keys)

    def open_settings(self) -> None:
        _open(SettingsWindow(self._desk, self._parent))

    def open_verify(self) -> None:
        _open(VerifyWindow(self._desk, self._parent))

    def open_kept(self) -> None:
        window = KeptWindow(self._desk, self._parent)
        window.chosen.connect(self._desk.take_up)
        _open(window)

    def open_conversation(self) -> None:
        _open(ConversationWindow(self._desk, self._parent))

    def open_plain_words(self) -> None:
        if self._desk.controller.state is State.REVIEWING:
            _open(PlainWordsWindow(self._desk, self._parent))

    def open_selftest(self) -> None:
        """One window, for the help behind it still hears."""
        if not any(one.isVisible() for one in self._parent.findChildren(SelftestWindow)):
            _open(SelftestWindow(self._desk, self._parent))

    def open_help(self) -> None:
        """One window, however often it is asked for; the main one goes on hearing."""
        if self.help is None:
            self.help = HelpWindow(self._parent)
            self.help.destroyed.connect(self._on_help_closed)
            self.help.selftest_asked.connect(self.open_selftest)
        self.help.show()
        self.help.activateWindow()

    def open_keys(self) -> None:
        """Beside the main window, as the help; asked for again it comes to the front."""
        open_already = self._parent.findChild(KeysWindow)
        window = open_already or KeysWindow(self._desk, self._parent)
        window.show()
        window.activateWindow()

    def _ask_for_keys(self, *_news: object) -> None:
        """Where shall keys be kept? Asked once, and only while nothing is recorded."""
        desk = self._desk
        is_free = desk.controller.state is State.AGREEING
        if self._has_asked_for_keys or not is_free or not desk.needs_key_place:
            return
        self._has_asked_for_keys = True
        if "keeping.keys" in desk.loaded.locked:
            self.noticed.emit(MessageKind.WARNING, missing_place_text(desk))
            return
        self._guard.hold()  # what is pressed now was meant for the page below
        _open(KeyPlaceWindow(desk, self._parent))

    def _on_help_closed(self) -> None:
        self.help = None


def _open(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()


def missing_place_text(desk: Desk) -> str:
    """Why no key can be made, and who can do what; nothing where one can."""
    if not desk.needs_key_place:
        return ""
    if "keeping.keys" not in desk.loaded.locked:
        return tr(
            "Naklank cannot record yet: nobody has chosen where the keys are kept. Nothing is "
            "lost. Choose it in the settings, under Keeping, and try again."
        )
    if desk.settings.keeping.keys is KeyPlace.KEYRING:
        return tr(
            "The keyring of this computer does not answer, so Naklank cannot record. Nothing is "
            "lost. Unlock it or log in anew, and open Naklank again; else ask whoever manages "
            "this computer."
        )
    return tr(
        "The place for keys that was set by whoever manages this computer cannot be used, so "
        "Naklank cannot record. Nothing is lost. Tell them."
    )
