"""Steps 2 and 3 in one: the doctor types the text, without a microphone or beside its sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QTimer

from naklank.core.session import Event
from naklank.core.topics import Topic
from naklank.sentences.words import heading_name
from naklank.translation import tr
from naklank.ui.parts.confirm import Question
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import Card, Page
from naklank.ui.review.write_card import WriteCard

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


PAUSE: Final = 300
"""Milliseconds without a key after which what was typed is kept."""


class WritePage(Page):
    """Five boxes, one for each topic."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.boxes = WriteCard()
        self.body.addWidget(Card(self.boxes))
        self.back = KeyButton(tr("Back to agreeing"))
        self.play = KeyButton("")
        self.play.reserve(tr("Stop"), tr("Play the sound"))
        self.type_out = KeyButton(tr("Have it typed"))
        self.approve = KeyButton(tr("Text is right"), "Ctrl+Return", Kind.MAIN)
        self.place_buttons([self.back, self.play, self.type_out], [self.approve])
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._connect()

    def enter(self) -> None:
        self.boxes.set_texts(_texts(self.desk))

    def take_focus(self) -> None:
        self.boxes.setFocus()

    def take_over(self, old: Self) -> None:
        self.boxes.set_texts(old.boxes.texts())

    def clear(self) -> None:
        self._typing.stop()
        self.boxes.set_texts({})

    def keep(self) -> None:
        """Keep what was typed, also the last words."""
        if self._typing.isActive():
            self._typing.stop()
            self.desk.typing.set_written(self.boxes.texts())

    def draw(self) -> None:
        session, allowed = self.desk.session, self.desk.controller.allowed
        recorded = bool(session.recording.takes)
        self.boxes.set_names({topic: heading_name(topic, session) for topic in Topic})
        self.play.setText(tr("Stop") if self.desk.listening.is_playing else tr("Play the sound"))
        for button in (self.play, self.type_out):
            button.setVisible(recorded)
        self.back.setVisible(Event.AGREE_AGAIN in allowed)
        self.type_out.setEnabled(Event.TRANSCRIBE in allowed)
        self.approve.setEnabled(Event.APPROVE in allowed)

    def _connect(self) -> None:
        self.boxes.changed.connect(self._typing.start)
        self._typing.timeout.connect(self._on_pause)
        self.back.clicked.connect(self._on_back)
        self.play.clicked.connect(self._on_play)
        self.type_out.clicked.connect(self._on_type_out)
        self.desk.listening.playing_changed.connect(self.redraw)
        self.approve.clicked.connect(self._on_approve)

    def _on_pause(self) -> None:
        self.desk.typing.set_written(self.boxes.texts())

    def _on_back(self) -> None:
        if Event.AGREE_AGAIN in self.desk.controller.allowed:
            self.keep()
            self.desk.controller.apply(Event.AGREE_AGAIN)

    def _on_play(self) -> None:
        if self.desk.listening.is_playing:
            self.desk.listening.stop()
        else:
            self.desk.listening.play_whole()

    def _on_type_out(self) -> None:
        self.keep()
        summary = self.desk.session.summary
        if summary is None or summary.is_empty:
            self.desk.typing.type_out()
            return
        self.asked.emit(
            Question(
                tr("The computer's text then takes the place of what you typed. Go on?"),
                tr("Keep it"),
                tr("Have it typed"),
                self.desk.typing.type_out,
            )
        )

    def _on_approve(self) -> None:
        self.keep()
        self.desk.listening.approve()


def _texts(desk: Desk) -> dict[Topic, str]:
    """What was typed before, a sentence on each line.

    What the computer typed may stand before all headings, and goes in the first box.
    """
    summary = desk.session.summary
    lines: dict[Topic, list[str]] = {}
    for block in summary.blocks() if summary else ():
        lines.setdefault(block.topic or next(iter(Topic)), []).extend(block.sentences)
    return {topic: "\n".join(sentences) for topic, sentences in lines.items()}
