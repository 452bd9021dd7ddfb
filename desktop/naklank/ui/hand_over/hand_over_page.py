"""Step 4: the sheet as it will look, and the ways out of the room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from naklank.core.session import Event, State, Way
from naklank.core.sheet_making import Contacts
from naklank.translation import tr
from naklank.ui.hand_over.files_card import FilesCard
from naklank.ui.hand_over.paper_card import PaperCard
from naklank.ui.hand_over.phone_card import PhoneCard
from naklank.ui.hand_over.phone_window import PhoneWindow
from naklank.ui.hand_over.qr_window import QrWindow
from naklank.ui.hand_over.sheet_view import SheetView
from naklank.ui.hand_over.stick_card import StickCard
from naklank.ui.hand_over.teach_back_card import TeachBackCard
from naklank.ui.hand_over.text_card import TextCard
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.opening import open_over, open_whole
from naklank.ui.parts.page import Page
from naklank.ui.parts.scrolling import scrolling
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.parts.way_parts import Status
from naklank.ui.questions import on_the_phone, sound_gone_text

if TYPE_CHECKING:
    from naklank.ui.parts.way_parts import WayCard
    from naklank.workflow.desk import Desk

_EDGE = 6
"""Pixels that stay free above or below a card that is scrolled to."""
LONG = 2
"""Pages beyond which the sheet is so long that the screen says so."""


class HandOverPage(Page):
    """Print, play for the phone, save, copy; later, or finish and delete."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sheet = SheetView()
        self.numbers = QLabel(
            tr("No telephone numbers for the sheet are filled in yet: Settings, Telephone numbers.")
        )
        self.numbers.setObjectName("hint")
        self.numbers.setWordWrap(True)
        self.length = SteadyLabel()
        self.length.setObjectName("amber")
        self.teach_back = TeachBackCard(desk)
        self.paper = PaperCard(desk)
        self.phone = PhoneCard(desk)
        self.stick = StickCard(desk)
        self.files = FilesCard(desk)
        self.text = TextCard(desk)
        self.back = KeyButton("")
        self.later = KeyButton(tr("Hand over later"))
        self.nothing = KeyButton(tr("Nothing handed over"), kind=Kind.DANGER)
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.finish = KeyButton(tr("Finish and delete"), "Ctrl+Del", Kind.DANGER)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        if self.desk.session.consult.is_bad_news:
            self.noticed.emit(_may_wait)
        for card in self._cards:
            card.enter()
        self.sheet.show_pdf(b"")  # never another text's while this one's is made
        self.length.clear()
        if self._has_text:
            self.desk.handing_over.make_sheet()
            self.desk.handing_over.list_printers()
        self.desk.handing_over.prepare()

    def take_over(self, old: Self) -> None:
        if old.sheet.page_count:
            self._on_sheet(old.sheet.pdf)
        for card, before in zip(self._cards, old._cards, strict=True):
            card.take_over(before)

    def clear(self) -> None:
        self.sheet.show_pdf(b"")
        for card in self._cards:
            card.clear()

    def draw(self) -> None:
        session, allowed = self.desk.session, self.desk.controller.allowed
        self._left.setVisible(self._has_text)
        self.numbers.setVisible(self.desk.settings.contacts == Contacts())
        can_be_heard = session.transcript is not None and not session.sound_went
        self.back.setText(
            tr("Back to checking") if can_be_heard or not self._has_text else tr("Back to typing")
        )
        self.hint.setText(self._what_is_deleted())
        self.later.setEnabled(session.state is State.WAITING or Event.HAND_OVER_LATER in allowed)
        self._draw_busy()

    def _what_is_deleted(self) -> str:
        session, keeping = self.desk.session, self.desk.settings.keeping
        is_gone = session.sound_went and not session.former
        gone = sound_gone_text() if is_gone else ""
        if keeping.copy and keeping.copy_folder:
            copy = tr(
                "A copy first goes to the practice's own folder. Naklank then deletes what it kept."
            )
            return f"{gone} {copy}".strip()
        if is_gone:
            text = tr("When you finish, Naklank deletes the text as well.")
            return f"{gone} {text}"
        if session.former or (
            session.agreement.take_home.serves_typing and session.recording.takes
        ):
            return tr("Naklank then deletes the sound, which served the typing, and the text.")
        return tr("Naklank then deletes what it kept.")

    def _draw_busy(self) -> None:
        """Nothing goes twice at a time, and nothing is deleted that is still on its way."""
        handing_over, allowed = self.desk.handing_over, self.desk.controller.allowed
        for card in self._cards:
            card.draw()
        still = not handing_over.is_busy(*Way)
        self.nothing.setEnabled(still and Event.GIVE_NOTHING in allowed)
        self.finish.setEnabled(still and Event.FINISH in allowed)

    @property
    def _cards(self) -> tuple[WayCard, ...]:
        return (self.teach_back, self.paper, self.phone, self.stick, self.files, self.text)

    @property
    def _has_text(self) -> bool:
        return self.desk.session.agreement.take_home.has_text

    def _lay_out(self) -> None:
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        column.addWidget(self.length)
        column.addWidget(self.hint)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.sheet, 1)
        left.addWidget(self.numbers)
        self.body.addWidget(self._left, 45)
        self.ways = scrolling(ways)
        self.body.addWidget(self.ways, 55)
        for button in (self.back, self.later, self.nothing):
            button.is_compact = True  # three of them, and the main one, beside each other
        self.place_buttons([self.back, self.later, self.nothing], [self.finish])

    def _connect(self) -> None:
        handing_over = self.desk.handing_over
        for card in self._cards:
            for button in card.findChildren(KeyButton):
                button.clicked.connect(partial(self._bring_into_sight, card))
        handing_over.sheet_made.connect(self._on_sheet)
        handing_over.busy_changed.connect(self._draw_busy)
        self.desk.settings_changed.connect(self._on_settings)
        self.phone.asked.connect(self._on_phone)
        self.text.qr_asked.connect(self._on_qr)
        self.files.asked.connect(self.asked)
        self.back.clicked.connect(self.go_back)
        self.later.clicked.connect(self.desk.hand_over_later)
        self.nothing.clicked.connect(self._on_nothing)
        self.finish.clicked.connect(handing_over.finish)

    def _bring_into_sight(self, card: WayCard, *_: object) -> None:
        """A key can be pressed of a card that is scrolled away, and its answer stands there."""
        for inside in (card, *card.findChildren(Status)):  # where there is no room for all of it
            self.ways.ensureWidgetVisible(inside, 0, _EDGE)

    def go_back(self) -> None:
        """To the text or the sound again; what went out, or is on its way, counts no more."""
        for event in (Event.REVIEW_AGAIN, Event.WRITE_AGAIN, Event.LISTEN_AGAIN):
            if event in self.desk.controller.allowed:
                session = self.desk.session
                is_out = bool(session.hand_overs)
                is_unheard = session.sound_went and session.transcript is not None
                self.desk.listening.stop()
                self.desk.controller.apply(event)
                if is_unheard:
                    self.noticed.emit(_take_it_back_unheard if is_out else _unheard)
                elif is_out:
                    self.noticed.emit(_take_it_back)
                return

    def _on_settings(self) -> None:
        """The sheet holds more of them than its text."""
        if self.isVisible() and self._has_text:
            self.desk.handing_over.make_sheet()

    def _on_sheet(self, pdf: bytes) -> None:
        self.sheet.show_pdf(pdf)
        pages = self.sheet.page_count
        text = tr("The sheet is {count} pages long. Shorter is remembered better.", "", pages)
        self.length.setText(text.format(count=pages) if pages > LONG else "")

    def _on_phone(self) -> None:
        open_whole(PhoneWindow(self.desk, self))

    def _on_qr(self) -> None:
        window = QrWindow(self.desk.handing_over.sheet(), self)
        if not window.is_too_long:
            window.finished.connect(self._on_qr_seen)
        open_over(window)

    def _on_qr_seen(self) -> None:
        """A code that stood on the screen may have been read by nobody."""
        if Event.HAND_OVER in self.desk.controller.allowed:
            self.offered.emit(on_the_phone(self.desk.handing_over.qr_was_read))

    def _on_nothing(self) -> None:
        session = self.desk.session
        self.ask_to_delete(
            tr("Nothing was handed over. Delete the text and the sound all the same?")
            if session.recording.takes or session.former
            else tr("Nothing was handed over. Delete the text all the same?"),
            self.desk.handing_over.give_nothing,
        )


def _may_wait() -> str:
    return tr("Bad news may wait: choose “Hand over later” if there is no time for it now.")


def _take_it_back() -> str:
    return tr("What was already handed over may no longer be right: take it back.")


def _unheard() -> str:
    return tr("The sound is gone: the new sheet says that it was not checked by ear.")


def _take_it_back_unheard() -> str:
    return f"{_take_it_back()} {_unheard()}"
