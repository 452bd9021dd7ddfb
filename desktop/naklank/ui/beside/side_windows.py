"""The windows beside the four steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.keys import KeyPlace
from naklank.core.session import State
from naklank.translation import tr
from naklank.ui.agree.conversation_window import ConversationWindow
from naklank.ui.agree.leaflets import LeafletsWindow
from naklank.ui.beside.help_window import HelpWindow
from naklank.ui.beside.key_place_window import KeyPlaceWindow
from naklank.ui.beside.keys_window import KeysWindow
from naklank.ui.beside.licences_window import LicencesWindow
from naklank.ui.beside.log_window import LogWindow
from naklank.ui.beside.selftest_window import SelftestWindow
from naklank.ui.beside.verify_window import VerifyWindow
from naklank.ui.first_start.window import FirstStartWindow
from naklank.ui.kept.kept_window import KeptWindow
from naklank.ui.parts.message_bar import MessageKind
from naklank.ui.parts.opening import open_beside, open_over
from naklank.ui.review.plain_words_window import PlainWordsWindow
from naklank.ui.settings.window import SettingsWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from naklank.ui.parts.key_guard import KeyGuard
    from naklank.workflow.desk import Desk


class SideWindows(QObject):
    """Opens them over the main window, most of them when somebody asks."""

    noticed = Signal(object, object)
    """A MessageKind and a Saying that should be read instead of a window."""

    def __init__(self, desk: Desk, guard: KeyGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._guard = guard
        self._parent = parent
        self._has_asked_for_keys = False
        self.help: HelpWindow | None = None
        self.first: FirstStartWindow | None = None
        desk.computer.known.connect(self._ask_for_keys)
        desk.closed.connect(self._ask_for_keys)

    def open_settings(self) -> None:
        """Modal; what is changed there is saved there."""
        window = SettingsWindow(self._desk, self._parent)
        window.first_start_asked.connect(self.open_first_start)
        open_over(window)

    def open_first_start(self) -> None:
        """What else must be chosen waits until it is done."""
        self.first = FirstStartWindow(self._desk, self._guard, self._parent)
        self.first.finished.connect(self._on_first_done)
        open_over(self.first)

    def open_verify(self) -> None:
        """Modal; looks at files that come back."""
        open_over(VerifyWindow(self._desk, self._parent))

    def open_kept(self) -> None:
        """Modal; what is chosen in it is put on the desk."""
        window = KeptWindow(self._desk, self._parent)
        window.chosen.connect(self._desk.take_up)
        open_over(window)

    def open_conversation(self) -> None:
        """Modal; help for the talk about recording."""
        open_over(ConversationWindow(self._desk, self._parent))

    def open_leaflets(self) -> None:
        """Modal; what goes along on the sheet."""
        open_over(LeafletsWindow(self._desk, self._parent))

    def open_plain_words(self) -> None:
        """Modal; nothing happens while no text is being checked."""
        if self._desk.controller.state is State.REVIEWING:
            open_over(PlainWordsWindow(self._desk, self._parent))

    def open_selftest(self) -> None:
        """One window, for the help behind it still hears."""
        if not any(one.isVisible() for one in self._parent.findChildren(SelftestWindow)):
            open_over(SelftestWindow(self._desk, self._parent))

    def open_log(self) -> None:
        """Beside the main window, as the help from which it is opened."""
        open_beside(LogWindow(self._desk.equipment.read_log(), self._parent))

    def open_licences(self) -> None:
        """One window, as with the self-test."""
        if not any(one.isVisible() for one in self._parent.findChildren(LicencesWindow)):
            open_over(LicencesWindow(self._desk, self._parent))

    def open_help(self) -> None:
        """One window, however often it is asked for; the main one goes on hearing."""
        if self.help is None:
            self.help = HelpWindow(self._parent)
            self.help.destroyed.connect(self._on_help_closed)
            self.help.verify_asked.connect(self.open_verify)
            self.help.selftest_asked.connect(self.open_selftest)
            self.help.log_asked.connect(self.open_log)
            self.help.licences_asked.connect(self.open_licences)
        open_beside(self.help)

    def open_keys(self) -> None:
        """Beside the main window, as the help; asked for again it comes to the front."""
        open_already = self._parent.findChild(KeysWindow)
        open_beside(open_already or KeysWindow(self._desk, self._parent))

    def speak_anew(self) -> None:
        """What stands open beside the main window, in the language that the screen speaks now."""
        keys = self._parent.findChild(KeysWindow)
        if self.first is not None:
            at = self.first.at
            self.first.finished.disconnect(self._on_first_done)
            _replace(self.first)
            self.open_first_start()
            self.first.show_step(at)
        if self.help is not None:
            self.help.destroyed.disconnect(self._on_help_closed)
            _replace(self.help)
            self.help = None
            self.open_help()
        if keys is not None:
            _replace(keys)
            self.open_keys()

    def ask_for_keys(self) -> None:
        """Where shall keys be kept? What was begun without an answer can be begun again."""
        self._has_asked_for_keys = True
        self._guard.hold()  # what is pressed now was meant for the page below
        if not any(one.isVisible() for one in self._parent.findChildren(KeyPlaceWindow)):
            open_over(KeyPlaceWindow(self._desk, self._parent))

    def _ask_for_keys(self, *_news: object) -> None:
        """By itself once, and only while nothing is recorded."""
        desk = self._desk
        is_free = desk.controller.state is State.AGREEING
        if self.first or self._has_asked_for_keys or not is_free or not desk.needs_key_place:
            return
        if desk.may_choose_key_place:
            self.ask_for_keys()
        else:
            self._has_asked_for_keys = True
            self.noticed.emit(MessageKind.WARNING, partial(missing_place_text, desk))

    def _on_first_done(self) -> None:
        self.first = None
        self._ask_for_keys()

    def _on_help_closed(self) -> None:
        self.help = None


def _replace(window: QDialog) -> None:
    """Another one is about to stand there."""
    window.setParent(None)
    window.deleteLater()


def missing_place_text(desk: Desk) -> str:
    """Why no key can be made, and who can do what; nothing where one can."""
    if not desk.needs_key_place:
        return ""
    if desk.may_choose_key_place:
        return tr(
            "Naklank cannot keep this on the disk yet: nobody has chosen where its key lies. It "
            "stays as long as Naklank is open. Choose it in the settings, under Keeping and "
            "deleting."
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
