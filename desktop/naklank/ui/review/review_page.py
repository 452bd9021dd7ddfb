"""Step 3: the text is checked by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from naklank.core.review import Review
from naklank.core.session import Event, State
from naklank.core.summary import Summary
from naklank.core.topics import Topic
from naklank.sentences.words import heading_name
from naklank.translation import speaking, tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import Card, Page
from naklank.ui.review.check_list import CheckList
from naklank.ui.review.player_bar import PlayerBar
from naklank.ui.review.saved_sign import SavedSign
from naklank.ui.review.suggestion_button import SuggestionButton
from naklank.ui.review.summary_view import SummaryView
from naklank.ui.review.waiting_card import WaitingCard

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk

_SECOND: Final = 1000
"""Milliseconds."""


class ReviewPage(Page):
    """Text by topic, what must be heard, and the keys to hear and confirm it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.saved = SavedSign()
        self.player = PlayerBar()
        self.view = SummaryView()
        self.checks = CheckList()
        self.again = KeyButton(tr("Hear it again"), "L")
        self.right = KeyButton(tr("It is right"), "K")
        self.suggestion = SuggestionButton()
        self.differences = KeyButton("", "V")
        self.differences.reserve(tr("Differences"), tr("Hide them"))
        self._shows_differences = False
        self.unheard = KeyButton(tr("Go on without listening"))
        self.write = KeyButton(tr("Type it myself"))
        self.type_again = KeyButton(tr("Type it out again"))
        self.waiting = WaitingCard((self.write, self.type_again))
        self._typed_until = 0.0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._draw_progress)
        self.delete = KeyButton(tr("Delete and speak again"), kind=Kind.DANGER)
        self.delete.reserve(tr("Delete and speak again"), tr("Never mind"))
        self.speak_more = KeyButton(tr("Speak more"), "I")
        self.plain = KeyButton(tr("Plainer"), "E")  # short, for enlarged text in a small window
        self.plain.setAccessibleName(tr("Plainer words"))
        self.plain.is_compact = True
        self.approve = KeyButton(tr("Text is right"), "Ctrl+Return", Kind.MAIN)
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        self.view.setFocus()

    def take_over(self, old: Self) -> None:
        self._shows_differences = old._shows_differences
        self._typed_until = old._typed_until
        self.draw()
        self._draw_progress()
        if old.view.word_cursor is not None:
            self.view.go_to(old.view.word_cursor)

    def clear(self) -> None:
        self.saved.clear()
        self._shows_differences = False
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
        corrections = self.desk.editing.corrections
        if session.summary is not None:
            shown = corrections if self._shows_differences else []
            names = {topic: heading_name(topic, session) for topic in Topic}
            self.view.set_names(names)
            self.view.set_topics(session.topics)
            self.checks.set_names(names)
            self.view.set_summary(session.summary, session.review, listening.current, shown)
        self.differences.setEnabled(bool(corrections))
        hides = self._shows_differences
        self.differences.setText(tr("Hide them") if hides else tr("Differences"))
        self._draw_seconds_left()
        self.checks.set_review(session.review, listening.current, session.summary)
        self.checks.setVisible(reviewing)
        self._draw_buttons(reviewing=reviewing)

    def _draw_seconds_left(self) -> None:
        self.checks.set_seconds_left(self.desk.listening.seconds_left)

    def _draw_buttons(self, *, reviewing: bool) -> None:
        allowed, listening = self.desk.controller.allowed, self.desk.listening
        self._draw_player(reviewing=reviewing)
        self.again.setEnabled(reviewing and listening.current is not None)
        self.right.setEnabled(listening.can_confirm)
        self.suggestion.set_suggestion(self.desk.editing.suggestion if reviewing else "")
        # Reserved room: nothing moves when it becomes possible.
        self.unheard.setEnabled(reviewing and listening.is_output_silent)
        self.write.setEnabled(Event.WRITE in allowed)
        self.type_again.setEnabled(Event.TRANSCRIBE in allowed)
        self.speak_more.setEnabled(Event.SPEAK_ON in allowed)
        self.plain.setEnabled(reviewing)
        keeps = Event.KEEP_AS_IT_WAS in allowed
        self.delete.setText(tr("Never mind") if keeps else tr("Delete and speak again"))
        self.delete.setEnabled(keeps or Event.DISCARD_RECORDING in allowed)
        self.approve.setEnabled(Event.APPROVE in allowed)

    def _draw_player(self, *, reviewing: bool) -> None:
        listening = self.desk.listening
        # Also where no text could be made of it: then it is heard before it is typed by hand.
        along = reviewing or self.desk.session.state is State.RECORDED
        self.player.set_enabled(along=along, text=reviewing)
        self.player.set_playing(listening.speed, playing=listening.is_playing)

    def _draw_pedal(self) -> None:
        pedal = self.desk.settings.checking.pedal
        self.player.set_pedal(pedal)
        self.right.answer_too(pedal[-1])

    def _draw_waiting(self, *, typing: bool) -> None:
        """While it is typed, what is left is told anew each second."""
        asks = self.desk.choices.asks_back
        with speaking(self.desk.session.language):
            question = tr("“Could you tell me in your own words what we agreed?”") if asks else ""
        self.waiting.set_typing(typing=typing, question=question)
        if typing and not self._clock.isActive():
            self._clock.start(_SECOND)
            self._draw_progress()
        elif not typing:
            self._typed_until = 0.0
            self._clock.stop()

    def _draw_progress(self) -> None:
        whole = self.desk.session.spoken.seconds
        self.waiting.set_progress(self._typed_until, whole, self.desk.typing.seconds_left)

    def enter(self) -> None:
        if self.desk.session.consult.is_bad_news:
            self.noticed.emit(_bad_news)

    def _lay_out(self) -> None:
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.saved, 1)
        row.addWidget(self.player.along)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.waiting)
        offers = QWidget()
        beside = QHBoxLayout(offers)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.suggestion, 1)
        beside.addWidget(self.differences)
        left = Card(header, self.player, middle, offers)
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
        self.place_buttons([self.delete, self.speak_more, self.plain], [self.approve])

    def _connect(self) -> None:
        listening, typing = self.desk.listening, self.desk.typing
        listening.position_changed.connect(self.view.set_playhead)
        listening.position_changed.connect(self._draw_seconds_left)
        listening.playing_changed.connect(self._on_playing)
        listening.current_changed.connect(self.draw)
        listening.speed_changed.connect(self.draw)
        self.desk.settings_changed.connect(self._draw_pedal)
        self._draw_pedal()
        typing.progressed.connect(self._on_progress)
        self.view.word_chosen.connect(listening.play_word)
        self.view.corrected.connect(self.desk.questioning.correct)
        self.view.topic_set.connect(self._on_topic_set)
        self.checks.check_chosen.connect(listening.play_check)
        self.view.editing_changed.connect(self._on_editing)
        self.player.along.clicked.connect(self._on_along)
        self.player.back.clicked.connect(listening.back)
        self.player.here.clicked.connect(self._on_here)
        self.player.slower.clicked.connect(self._on_slower)
        self.player.faster.clicked.connect(self._on_faster)
        self.again.clicked.connect(self._on_again)
        self.right.clicked.connect(listening.confirm)
        self.suggestion.clicked.connect(self.desk.editing.take_suggestion)
        self.differences.clicked.connect(self._on_differences)
        for key, words, act in (
            ("Ctrl+Z", tr("Undo a change"), self.desk.editing.undo),
            ("Ctrl+Y", tr("Make it again"), self.desk.editing.redo),
            ("Ctrl+Shift+Z", tr("Make it again"), self.desk.editing.redo),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setWhatsThis(words)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        self.unheard.clicked.connect(listening.approve_unheard)
        self.write.clicked.connect(self._on_write)
        self.type_again.clicked.connect(self._on_type_again)
        self.speak_more.clicked.connect(self.desk.speaking_again.more)
        self.approve.clicked.connect(listening.approve)
        self.delete.clicked.connect(self._on_delete)

    def _on_along(self) -> None:
        if self.desk.listening.is_playing:
            self.desk.listening.stop()
        else:
            self.desk.listening.listen_along()

    def _on_here(self) -> None:
        if self.view.word_cursor is not None:
            self.desk.listening.play_from(self.view.word_cursor)

    def _on_slower(self) -> None:
        self.desk.listening.change_speed(-1)

    def _on_faster(self) -> None:
        self.desk.listening.change_speed(1)

    def _on_editing(self, editing: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.desk.listening.hold(editing)
        if editing:  # what sounds while somebody types is not listened to
            self.desk.listening.stop()

    def _on_again(self) -> None:
        if self.desk.listening.current is not None:
            self.desk.listening.play_check(self.desk.listening.current)

    def _on_differences(self) -> None:
        self._shows_differences = not self._shows_differences
        self.draw()

    def _on_topic_set(self, at: int, topic: Topic) -> None:
        self.desk.editing.set_topic(at, topic)

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

    def _on_delete(self) -> None:
        if Event.KEEP_AS_IT_WAS in self.desk.controller.allowed:
            self.ask_to_keep_as_it_was()
            return
        self.ask_to_delete(
            tr("Delete recording and text? The agreement stays; you can start again."),
            self.desk.discard_recording,
        )


def _bad_news() -> str:
    return tr("Bad news: put headphones on, and press M to listen.")
