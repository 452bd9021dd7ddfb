"""The pages of the four steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedWidget

from naklank.core.agreement import TakeHome
from naklank.core.session import State
from naklank.ui.agree.agree_page import AgreePage
from naklank.ui.hand_over.hand_over_page import HandOverPage
from naklank.ui.review.listen_page import ListenPage
from naklank.ui.review.review_page import ReviewPage
from naklank.ui.review.write_page import WritePage
from naklank.ui.speak.speak_page import SpeakPage

if TYPE_CHECKING:
    from naklank.core.session import Session
    from naklank.ui.parts.page import Page
    from naklank.workflow.desk import Desk

AGREE, SPEAK, REVIEW, HAND_OVER = range(4)

STEP: Final = {
    State.AGREEING: AGREE,
    State.AGREED: SPEAK,
    State.RECORDING: SPEAK,
    State.PAUSED: SPEAK,
    State.RECORDED: REVIEW,
    State.TRANSCRIBING: REVIEW,
    State.REVIEWING: REVIEW,
    State.WRITING: REVIEW,
    State.APPROVED: HAND_OVER,
    State.LISTENED: HAND_OVER,
    State.HANDED_OVER: HAND_OVER,
    State.WAITING: HAND_OVER,
    State.CLOSED: AGREE,
}


class Pages(QStackedWidget):
    """One of them is seen; all are made anew where the screen speaks another language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.agree = AgreePage(desk)
        self.speak = SpeakPage(desk)
        self.review = ReviewPage(desk)
        self.listen = ListenPage(desk)
        self.write = WritePage(desk)
        self.hand_over = HandOverPage(desk)
        self.all: tuple[Page, ...] = (
            self.agree,
            self.speak,
            self.review,
            self.listen,
            self.write,
            self.hand_over,
        )
        for page in self.all:
            self.addWidget(page)

    def of(self, session: Session) -> Page:
        """The page for the state that a session is in."""
        if session.state is State.WRITING:
            return self.write
        if session.state is State.RECORDED and session.agreement.take_home is TakeHome.SOUND_ONLY:
            return self.listen
        return (self.agree, self.speak, self.review, self.hand_over)[STEP[session.state]]

    @property
    def step(self) -> int:
        """Of the page that is seen: AGREE, SPEAK, REVIEW or HAND_OVER."""
        return (AGREE, SPEAK, REVIEW, REVIEW, REVIEW, HAND_OVER)[self.currentIndex()]

    def take_over(self, other: Pages) -> None:
        """What is seen, and what stands on a page alone and not on the desk."""
        self.setCurrentIndex(other.currentIndex())
        self.all[self.currentIndex()].draw()
        for page, old in zip(self.all, other.all, strict=True):
            page.take_over(old)
