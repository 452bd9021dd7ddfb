"""One window, four steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from naklank.core.agreement import TakeHome
from naklank.core.session import Event, State
from naklank.translation import screen_language, use_language
from naklank.ui.agree.early_bar import EarlyBar
from naklank.ui.agree.microphone_news import MicrophoneNews
from naklank.ui.beside.side_windows import SideWindows
from naklank.ui.failures import Failures
from naklank.ui.farewell import Farewell
from naklank.ui.kept.kept_news import KeptNews
from naklank.ui.kept.pack_offer import PackOffer
from naklank.ui.pages import AGREE, REVIEW, SPEAK, STEP, Pages
from naklank.ui.parts.choice_bar import Choice, ChoiceBar
from naklank.ui.parts.confirm import ConfirmBar
from naklank.ui.parts.message_bar import MessageBar, MessageKind, Saying
from naklank.ui.parts.page import MARGIN
from naklank.ui.questions import (
    closing_question,
    misheard_or_misspoken,
    sound_gone_text,
    withdraw_question,
    would_be_lost,
)
from naklank.ui.steps_bar import StepsBar
from naklank.ui.window_place import within_screens
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from naklank.ui.parts.key_guard import KeyGuard
    from naklank.workflow.desk import Desk
    from naklank.workflow.questioning import Doubtful

SMALLEST: Final = (1024, 700)


class MainWindow(QMainWindow):
    """Shows the page of the state that the session is in."""

    language_changed = Signal()
    """The screen speaks another language from now on."""

    def __init__(self, desk: Desk, guard: KeyGuard) -> None:
        super().__init__()
        self.desk = desk
        self.guard = guard
        self._drawn: State | None = None
        self._is_closing = False
        self._language = screen_language()
        self.setWindowTitle("Naklank")  # never a name: titles are seen and logged elsewhere
        self.setMinimumSize(within_screens(*SMALLEST))
        self.messages = MessageBar()
        self.confirm = ConfirmBar(self)
        self.news = KeptNews(desk, self)
        self.microphone_news = MicrophoneNews(desk, self)
        self.pack_offer = PackOffer(desk, self)
        self.windows = SideWindows(desk, guard, self)
        self.farewell = Farewell(desk, self.messages, self)
        self.failures = Failures(desk, self.messages, self.windows, lambda: self._stack.step, self)
        self._build()
        self.choice = ChoiceBar(self)
        self._connect()
        self.agree.setFocus()

    def _build(self) -> None:
        """All that is made anew where the screen speaks another language."""
        self.steps = StepsBar()
        self._stack = Pages(self.desk)
        self.pages = self._stack.all
        self.agree, self.speak = self._stack.agree, self._stack.speak
        self.review, self.listen = self._stack.review, self._stack.listen
        self.write, self.hand_over = self._stack.write, self._stack.hand_over
        self.early = EarlyBar(self)
        self._lay_out()
        self._connect_pages()

    def come_forward(self) -> None:
        """Somebody started Naklank once more: this is the one."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)  # where the system lets no window come forward by itself

    def closeEvent(self, event: QCloseEvent) -> None:
        """End a recording that runs first: its last half second is kept too."""
        self.write.keep()
        if event.spontaneous() and would_be_lost(self.desk):  # nobody to ask at a shutdown
            event.ignore()
            self.confirm.ask(closing_question(self.close))
            return
        nothing_arrives = (Microphone.CLOSED, Microphone.OPENING)
        if self.desk.recording.microphone in nothing_arrives:
            event.accept()
        else:
            event.ignore()
            self._is_closing = True
            self.desk.recording.stop()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps)
        said = QHBoxLayout()
        said.setContentsMargins(MARGIN, 8, MARGIN, 0)
        said.addWidget(self.messages)
        column.addLayout(said)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        middle.show()  # at once, or it could not take the focus

    def _connect(self) -> None:
        desk = self.desk
        desk.controller.began.connect(self._on_began)
        desk.listening.current_changed.connect(self._on_check)
        desk.controller.changed.connect(self._draw)
        desk.controller.happened.connect(self._on_happened)
        desk.settings_changed.connect(self._on_settings)
        desk.recording.microphone_changed.connect(self._on_microphone)
        desk.questioning.asked.connect(self._on_doubtful)
        self.windows.noticed.connect(self.messages.add_message)
        self.news.told.connect(self.messages.add_message)
        self.microphone_news.told.connect(self.messages.add_message)
        self.microphone_news.over.connect(self.messages.retranslate)
        self.pack_offer.asked.connect(self._ask)
        self.pack_offer.told.connect(self.messages.show_message)

    def _connect_pages(self) -> None:
        self.steps.step_chosen.connect(self._on_step)
        self.steps.settings_asked.connect(self.windows.open_settings)
        self.steps.verify_asked.connect(self.windows.open_verify)
        self.steps.help_asked.connect(self.windows.open_help)
        self.steps.keys_asked.connect(self.windows.open_keys)
        self.steps.withdraw_asked.connect(self._on_withdraw)
        self.agree.kept_asked.connect(self.windows.open_kept)
        self.agree.help_asked.connect(self.windows.open_conversation)
        self.agree.leaflets_asked.connect(self.windows.open_leaflets)
        self.agree.early_agreed.connect(self._on_early)
        self.early.confirmed.connect(self._on_late)
        self.early.opened.connect(self._come_back)
        self.early.declined.connect(self._on_late_decline)
        self.review.plain.clicked.connect(self.windows.open_plain_words)
        for page in self.pages:
            page.asked.connect(self.confirm.ask)
            page.offered.connect(self._ask)
            page.noticed.connect(self._on_noticed)

    def _on_began(self) -> None:
        """Nothing of the patient before may be seen, or found by a screen reader."""
        for page in self.pages:
            page.clear()

    def _on_happened(self, event: Event) -> None:
        if event is Event.SOUND_GOES:  # beside a way that failed meanwhile
            self.messages.add_message(MessageKind.NOTICE, sound_gone_text)

    def _on_check(self) -> None:
        """Another check is at hand; who types meanwhile loses no letter of a dose to it."""
        self.guard.hold(keys=not self.review.view.is_editing)

    def _draw(self) -> None:
        session = self.desk.session
        page = self._stack.of(session)
        if session.state is not self._drawn:
            self._drawn = session.state
            self.guard.hold()
            self.confirm.dismiss()
            self.choice.dismiss()
        is_new = page is not self._stack.currentWidget()
        if is_new:
            # Qt would give the focus to any button, as if somebody had gone there by Tab.
            self._stack.setFocus()
        self._stack.setCurrentWidget(page)
        page.draw()
        if is_new:
            self.messages.clear()
            page.take_focus()
            page.enter()
            if page is self.speak:
                self.failures.tell_engine()
        self.farewell.end()
        self._draw_steps()

    def _draw_steps(self) -> None:
        session, allowed = self.desk.session, self.desk.controller.allowed
        step = STEP[session.state]
        back = {Event.REVIEW_AGAIN, Event.WRITE_AGAIN, Event.LISTEN_AGAIN}
        reachable = {AGREE} if Event.AGREE_AGAIN in allowed else set()
        if allowed & back:
            reachable.add(REVIEW)
        is_typed = session.agreement.take_home is TakeHome.TYPED
        self.steps.set_steps(step, reachable, {SPEAK} if is_typed else ())
        self.steps.set_withdrawable(Event.WITHDRAW in allowed)
        self.steps.set_who(session.doctor, self.desk.settings.practice.name)

    def _on_settings(self) -> None:
        self._draw()
        self.messages.retranslate()  # what was missing may be chosen by now
        # Once the window of the settings has closed.
        QTimer.singleShot(0, self, self._change_language)

    def _change_language(self) -> None:
        """Speak another language, if that was chosen; what is seen and kept stays as it is."""
        use_language(self.desk.settings.screen_language)
        if screen_language() == self._language:
            return
        self._language = screen_language()
        self.guard.hold()
        before, early = self._stack, self.early
        self.write.keep()
        self.messages.setParent(None)  # or it would go with what stands around it
        self._build()
        early.deleteLater()
        self._stack.take_over(before)
        self.messages.retranslate()
        self._draw_steps()
        self.windows.speak_anew()
        for bar in (self.confirm, self.choice):
            bar.raise_()  # what it asks still stands
        self._stack.of(self.desk.session).take_focus()
        self.language_changed.emit()

    def _on_doubtful(self, doubtful: Doubtful) -> None:
        self._ask(misheard_or_misspoken(doubtful, self.desk, self._ask))

    def _ask(self, choice: Choice) -> None:
        """What is pressed at this moment, be it the click that ended the typing, is no answer."""
        self.guard.hold()
        self.choice.ask(choice)

    def _on_step(self, step: int) -> None:
        if step == AGREE and Event.AGREE_AGAIN in self.desk.controller.allowed:
            self.write.keep()
            self.desk.controller.apply(Event.AGREE_AGAIN)
        elif step == REVIEW:
            self.hand_over.go_back()

    def _on_early(self) -> None:
        """Agreed at the start of the consult: wait small until its end."""
        self.early.show_agreement(self.desk.session.agreement, self.desk.equipment.now())
        self.hide()
        self.guard.hold()

    def _on_late(self) -> None:
        """Confirmed once more at the end."""
        self._come_back()
        self.desk.confirm_agreement()

    def _on_late_decline(self) -> None:
        self._come_back()
        self.desk.withdraw()

    def _come_back(self) -> None:
        self.early.hide()
        self.show()
        self.activateWindow()
        self.guard.hold()

    def _on_microphone(self, microphone: Microphone) -> None:
        if self._is_closing and microphone is Microphone.CLOSED:
            self.close()

    def _on_noticed(self, say: Saying) -> None:
        self.messages.show_message(MessageKind.NOTICE, say)

    def _on_withdraw(self) -> None:
        folders = self.desk.handing_over.saved_folders
        self.confirm.ask(withdraw_question(self.desk.session, folders, self.farewell.withdraw))
