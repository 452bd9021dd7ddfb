"""Step 3: the text is checked by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from naklank.core.review import Review
from naklank.core.session import Event, State
from naklank.core.summary import Summary
from naklank.translation import tr
from naklank.ui.check_list import CheckList
from naklank.ui.confirm import Question
from naklank.ui.key_button import KeyButton, Kind
from naklank.ui.page import Card, Page
from naklank.ui.saved_sign import SavedSign
from naklank.ui.suggestion_button import SuggestionButton
from naklank.ui.summary_view import SummaryView
from naklank.ui.waiting_card import WaitingCard

if TYPE_CHECKING:
    from naklank.core.topics import Topic
    from naklank.workflow.desk import Desk

ALONG: Final = 1.25
"""How many times faster than spoken the whole is played to listen along."""
_SECOND: Final = 1000
"""Milliseconds."""


class ReviewPage(Page):
    """Text by topic, what must be heard, and the keys to hear and confirm it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.saved = SavedSign()
        self.along = KeyButton("", "M")
        self.view = SummaryView()
        self.checks = CheckList()
        self.again = KeyButton(tr("Hear it again"), "L")
        self.right = KeyButton(tr("It is right"), "K")
        self.suggestion = SuggestionButton()
        self.unheard = KeyButton(tr("Go on without listening"))
        self.write = KeyButton(tr("Type it myself"))
        self.type_again = KeyButton(tr("Type it out again"))
        self.waiting = WaitingCard((self.write, self.type_again))
        self._typed_until = 0.0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._draw_progress)
        self.delete = KeyButton(tr("Delete and speak again"), kind=Kind.DANGER)
        self.speak_more = KeyButton(tr("Speak more"), "I")
        self.approve = KeyButton(tr("Text is right"), "Ctrl+Return", Kind.MAIN)
        self.along.reserve(tr("Stop"), _along())
        self._lay_out()
        self._connect()

    def clear(self) -> None:
        self.saved.clear()
        self.view.set_summary(Summary(), Review(), None)
        self.view.set_playhead(None)
        self.checks.set_review(Review(), None)

    def draw(self) -> None:
        session = self.desk.session
        listening = self.desk.listening
        self.saved.set_recording(session.recording)
        reviewing = session.state is State.REVIEWING
        self._stack.setCurrentWidget(self.view if reviewing else self.waiting)
        self._draw_waiting(typing=session.state is State.TRANSCRIBING)
        if session.summary is not None:
            self.view.set_summary(session.summary, session.review, listening.current)
        self.checks.set_review(session.review, listening.current, session.summary)
        self.checks.setVisible(reviewing)
        self._draw_buttons(reviewing=reviewing)

    def _draw_buttons(self, *, reviewing: bool) -> None:
        allowed, listening = self.desk.controller.allowed, self.desk.listening
        self.along.setText(tr("Stop") if listening.is_playing else _along())
        # Also where no text could be made of it: then it is heard before it is typed by hand.
        self.along.setEnabled(reviewing or self.desk.session.state is State.RECORDED)
        self.again.setEnabled(reviewing and listening.current is not None)
        self.right.setEnabled(reviewing and listening.current in self.desk.session.review.heard)
        self.suggestion.set_suggestion(listening.suggestion if reviewing else "")
        # Reserved room: nothing moves when it becomes possible.
        self.unheard.setEnabled(reviewing and listening.is_output_silent)
        self.write.setEnabled(Event.WRITE in allowed)
        self.type_again.setEnabled(Event.TRANSCRIBE in allowed)
        self.speak_more.setEnabled(Event.SPEAK_ON in allowed)
        self.delete.setEnabled(Event.DISCARD_RECORDING in allowed)
        self.approve.setEnabled(Event.APPROVE in allowed)

    def _draw_waiting(self, *, typing: bool) -> None:
        """While it is typed, what is left is told anew each second."""
        self.waiting.set_typing(typing=typing)
        if typing and not self._clock.isActive():
            self._typed_until = 0.0
            self._clock.start(_SECOND)
            self._draw_progress()
        elif not typing:
            self._clock.stop()

    def _draw_progress(self) -> None:
        whole = self.desk.session.recording.seconds
        self.waiting.set_progress(self._typed_until, whole, self.desk.typing.seconds_left)

    def enter(self) -> None:
        self.view.setFocus()

    def _lay_out(self) -> None:
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.saved, 1)
        row.addWidget(self.along)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.waiting)
        left = Card(header, middle, self.suggestion)
        left.column.setStretchFactor(middle, 1)
        buttons = QWidget()
        below = QHBoxLayout(buttons)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.again)
        below.addWidget(self.right)
        room = self.checks.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.checks.setSizePolicy(room)
        right = Card(self.checks, buttons, self.unheard)
        right.column.setStretchFactor(self.checks, 1)
        self.body.addWidget(left, 62)
        self.body.addWidget(right, 38)
        self.place_buttons([self.delete, self.speak_more], [self.approve])

    def _connect(self) -> None:
        listening, typing = self.desk.listening, self.desk.typing
        listening.position_changed.connect(self.view.set_playhead)
        listening.playing_changed.connect(self._on_playing)
        listening.current_changed.connect(self.draw)
        typing.progressed.connect(self._on_progress)
        self.view.word_chosen.connect(listening.play_word)
        self.view.corrected.connect(listening.correct)
        self.view.topic_set.connect(self._on_topic_set)
        self.checks.check_chosen.connect(listening.play_check)
        self.along.clicked.connect(self._on_along)
        self.again.clicked.connect(self._on_again)
        self.right.clicked.connect(listening.confirm)
        self.suggestion.clicked.connect(listening.take_suggestion)
        self.unheard.clicked.connect(listening.approve_unheard)
        self.write.clicked.connect(self._on_write)
        self.type_again.clicked.connect(self._on_type_again)
        self.speak_more.clicked.connect(self._on_speak_more)
        self.approve.clicked.connect(listening.approve)
        self.delete.clicked.connect(self._on_delete)

    def _on_along(self) -> None:
        if self.desk.listening.is_playing:
            self.desk.listening.stop()
        else:
            self.desk.listening.play_whole(ALONG)

    def _on_again(self) -> None:
        if self.desk.listening.current is not None:
            self.desk.listening.play_check(self.desk.listening.current)

    def _on_topic_set(self, at: int, topic: Topic) -> None:
        self.desk.listening.set_topic(at, topic)

    def _on_playing(self, playing: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not playing:
            self.view.set_playhead(None)
        self.draw()

    def _on_progress(self, second: float) -> None:
        self._typed_until = second
        self._draw_progress()

    def _on_type_again(self) -> None:
        self.desk.listening.stop()
        self.desk.typing.type_out()

    def _on_write(self) -> None:
        self.desk.typing.write()

    def _on_speak_more(self) -> None:
        if self.desk.controller.state is not State.REVIEWING:
            self.desk.speak_on()
            return
        self.asked.emit(
            Question(
                tr(
                    "What was recorded stays. But the text is then typed anew, and you check "
                    "all of it again. Speak more?"
                ),
                tr("No, go on checking"),
                tr("Speak more"),
                self.desk.speak_on,
            )
        )

    def _on_delete(self) -> None:
        self.ask_to_delete(
            tr("Delete recording and text? The agreement stays; you can start again."),
            self.desk.discard_recording,
        )


def _along() -> str:
    speed = f"{ALONG:g}".replace(".", ",")
    return tr("Listen along, {speed} times as fast").format(speed=speed)
