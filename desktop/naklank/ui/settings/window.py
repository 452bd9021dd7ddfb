"""The settings window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
)

from naklank.core.errors import NaklankError
from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.ui.beside.selftest_window import SelftestWindow
from naklank.ui.kept.journal_window import JournalWindow
from naklank.ui.parts.confirm import ConfirmBar
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.opening import open_over
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import scrolling, two_lines
from naklank.ui.settings.checking_page import CheckingPage
from naklank.ui.settings.consults_page import ConsultsPage
from naklank.ui.settings.contacts_page import ContactsPage
from naklank.ui.settings.keeping_page import KeepingPage
from naklank.ui.settings.language_page import LanguagePage
from naklank.ui.settings.leaflets_page import LeafletsPage
from naklank.ui.settings.microphone_page import MicrophonePage
from naklank.ui.settings.practice_page import PracticePage
from naklank.ui.settings.rules_page import RulesPage
from naklank.ui.settings.seal_page import SealPage
from naklank.ui.settings.sheet_page import SheetPage
from naklank.ui.settings.speech_page import SpeechPage
from naklank.ui.settings.voice_page import VoicePage
from naklank.ui.settings.waiting_room_page import WaitingRoomPage
from naklank.ui.settings.ways_page import WaysPage
from naklank.ui.settings.words_page import WordsPage
from naklank.ui.theme import TARGET, scaled
from naklank.ui.window_place import within_screens
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from naklank.core.journal import Contents
    from naklank.ui.settings.page import SettingsPage
    from naklank.workflow.desk import Desk


class SettingsWindow(QDialog):
    """A list of pages, and one button that saves them all."""

    first_start_asked = Signal()
    """All is saved, and this window closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.resize(within_screens(980, 660))
        self._desk = desk
        self.microphone = MicrophonePage(desk)
        self.keeping = KeepingPage()
        self.ways = WaysPage()
        self.speech = SpeechPage(desk)
        self.words = WordsPage()
        self.voice = VoicePage(desk)
        self.seal = SealPage(desk)
        self.pages: tuple[SettingsPage, ...] = (
            PracticePage(),
            ContactsPage(),
            self.microphone,
            LanguagePage(),
            self.keeping,
            self.speech,
            self.words,
            CheckingPage(),
            SheetPage(desk),
            self.ways,
            self.voice,
            RulesPage(desk),
            LeafletsPage(),
            ConsultsPage(),
            WaitingRoomPage(desk),
            self.seal,
        )
        self._names = QListWidget()
        self._names.setAccessibleName(tr("Pages of the settings"))
        self._names.setFixedWidth(scaled(230))
        self._stack = QStackedWidget()
        self.problem = QLabel()
        self.selftest = KeyButton(tr("Self-test…"))
        self.first_start = KeyButton(tr("First start again…"))
        self.cancel = KeyButton(tr("Cancel"))
        self.save = KeyButton(tr("Save"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.confirm = ConfirmBar(self)
        self._connect()
        self._fill()

    def _lay_out(self) -> None:
        for page in self.pages:
            item = QListWidgetItem(page.title())
            item.setSizeHint(QSize(0, TARGET))
            self._names.addItem(item)
            self._stack.addWidget(scrolling(page))
        self._names.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._names.setCurrentRow(0)
        middle = QHBoxLayout()
        middle.addWidget(self._names)
        middle.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.addWidget(self.selftest)
        below.addWidget(self.first_start)
        below.addWidget(two_lines(self.problem), 1)
        below.addWidget(self.cancel)
        below.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(middle, 1)
        whole.addLayout(below)

    def _connect(self) -> None:
        self.selftest.clicked.connect(self._on_selftest)
        self.first_start.clicked.connect(self._on_first_start)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self._desk.handing_over.printers_listed.connect(self.ways.show_printers)
        self._desk.computer.known.connect(self._on_computer_known)
        self._desk.journal.was_read.connect(self._on_journal)
        self._desk.journal.failed.connect(self._on_journal_failed)
        self.keeping.journal_asked.connect(self._on_journal_asked)
        self.speech.asked.connect(self.confirm.ask)
        self.voice.asked.connect(self.confirm.ask)
        self._desk.voices.failed.connect(self._on_voice_failed)
        self._desk.voices.changed.connect(self._on_voices_changed)
        self.seal.asked.connect(self.confirm.ask)

    def _fill(self) -> None:
        loaded = self._desk.loaded
        for page in self.pages:
            page.show_settings(loaded.settings, loaded.locked)
        self._on_computer_known()
        self.problem.setText("\n".join(sentence(problem) for problem in loaded.problems))
        self._desk.microphones.look()
        self._desk.handing_over.list_printers()
        self._desk.models.refresh()

    def _on_first_start(self) -> None:
        """Its steps show what was filled in here."""
        self._on_save()
        if self.result() == QDialog.DialogCode.Accepted:
            self.first_start_asked.emit()

    def _on_save(self) -> None:
        settings = self._desk.settings
        for page in self.pages:
            settings = page.changed(settings)
        try:
            self._desk.save_settings(settings)
        except NaklankError as error:
            self.problem.setText(sentence(error))
            return
        self.accept()

    def _on_selftest(self) -> None:
        """Of the settings as they were saved last."""
        open_over(SelftestWindow(self._desk, self))

    def _on_computer_known(self) -> None:
        self.keeping.show_places(self._desk.computer.key_places)

    def _on_journal_asked(self) -> None:
        self.keeping.journal.setEnabled(False)
        self.problem.clear()
        self._desk.journal.read()

    def _on_journal(self, contents: Contents) -> None:
        if self.keeping.journal.isEnabled():
            return  # a window that is closed by now has asked
        self.keeping.journal.setEnabled(True)
        open_over(JournalWindow(contents, self._desk.equipment.now().date(), self))

    def _on_voice_failed(self, error: NaklankError) -> None:
        self.problem.setText(sentence(error))

    def _on_voices_changed(self) -> None:
        """What went wrong before is read by now."""
        if self._desk.voices.microphone is not Microphone.CLOSED:
            self.problem.clear()

    def _on_journal_failed(self, error: NaklankError) -> None:
        self.keeping.journal.setEnabled(True)
        self.problem.setText(sentence(error))
