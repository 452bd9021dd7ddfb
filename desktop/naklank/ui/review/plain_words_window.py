"""Plainer words, on request: each one is taken or left by the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from naklank.core.plain_words import sentence_now_and_then
from naklank.core.session import State
from naklank.core.summary import Summary
from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP, MARGIN
from naklank.ui.parts.scrolling import two_lines
from naklank.ui.review.plain_list import PlainOfferList

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from naklank.core.plain_words import PlainOffer, PlainReason
    from naklank.workflow.desk import Desk


class PlainWordsWindow(QDialog):
    """Follows the text, and closes by itself when the text is no longer checked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Plainer words"))
        self.resize(820, 600)
        self._desk = desk
        self._drawn: Summary | None = None
        self._left: set[tuple[PlainReason, str]] = set()
        """What the doctor wants to stand as it is, wherever it stands."""
        self.list = PlainOfferList()
        self.nothing = QLabel()
        self.now = QLabel()
        self.then = QLabel()
        self.leave = KeyButton(tr("Leave it so"), "Z")
        self.take = KeyButton(tr("Put in"), "N")
        self.close_it = KeyButton(tr("Close"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self.list.currentRowChanged.connect(self._draw_chosen)
        self.leave.clicked.connect(self._on_leave)
        self.take.clicked.connect(self._on_take)
        self.close_it.clicked.connect(self.close)
        desk.controller.changed.connect(self._on_changed)
        self._draw()
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What is changed here is heard when the text can be seen again."""
        self._desk.listening.hold(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._desk.listening.hold(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        explanation = QLabel(
            tr(
                "Only what you take is changed. The sound stays as it is, and what changes at a "
                "place to be heard, you check again."
            )
        )
        explanation.setWordWrap(True)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.nothing)
        self.nothing.setObjectName("large")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(explanation)
        column.addWidget(self._middle, 1)
        column.addWidget(two_lines(self.now))
        column.addWidget(two_lines(self.then))
        self.now.setObjectName("hint")
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.leave)
        below.addWidget(self.take)
        below.addStretch(1)
        below.addWidget(self.close_it)
        column.addLayout(below)

    def _on_changed(self) -> None:
        if self._desk.controller.state is not State.REVIEWING:
            self.close()
        elif self._desk.session.summary is not self._drawn:
            self._draw()

    def _draw(self) -> None:
        self._drawn = self._desk.session.summary
        summary = self._summary
        found = self._desk.plain_words.offers()
        offers = [one for one in found if _sameness(one, summary) not in self._left]
        self.list.set_offers(offers, summary)
        self._middle.setCurrentWidget(self.list if offers else self.nothing)
        self.nothing.setText(
            tr("Nothing more that could be plainer.") if self._left or found else _none()
        )
        self._draw_chosen()

    def _draw_chosen(self) -> None:
        offer = self.list.chosen
        now, then = sentence_now_and_then(offer, self._summary) if offer else ("", "")
        self.now.setText(tr("Now: {sentence}").format(sentence=now) if now else "")
        self.then.setText(tr("Then: {sentence}").format(sentence=then) if then else "")
        self.leave.setEnabled(offer is not None)
        self.take.setEnabled(bool(then))

    @property
    def _summary(self) -> Summary:
        return self._drawn or Summary()

    def _on_leave(self) -> None:
        if self.list.chosen is not None:
            self._left.add(_sameness(self.list.chosen, self._summary))
            self._draw()

    def _on_take(self) -> None:
        if self.list.chosen is not None:
            self._desk.plain_words.take(self.list.chosen)


def _sameness(offer: PlainOffer, summary: Summary) -> tuple[PlainReason, str]:
    return offer.reason, offer.words(summary).casefold()


def _none() -> str:
    return tr("Nothing was found that could be plainer.")
