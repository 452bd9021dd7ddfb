"""Step 3 for sound alone: the doctor hears it through once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from naklank.core.session import Event
from naklank.core.sheet_making import clock_time
from naklank.sentences.words import gaps_text
from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import Card, Page
from naklank.ui.review.saved_sign import SavedSign

if TYPE_CHECKING:
    from naklank.workflow.desk import Desk


class ListenPage(Page):
    """Plays the whole; approved when it was heard to its end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.saved = SavedSign()
        self.gaps = QLabel()
        self.gaps.setWordWrap(True)
        title = QLabel(tr("Listen to the recording"))
        title.setObjectName("title")
        self.explanation = QLabel()
        self.explanation.setWordWrap(True)
        self.position = QProgressBar()
        self.position.setTextVisible(False)
        self.position.setAccessibleName(tr("How far the recording has played"))
        self.time = QLabel()
        self._second = 0.0
        self.play = KeyButton(tr("Play"), "Space")
        self.play.reserve(tr("Play"), tr("Stop"))
        self.unheard = KeyButton(tr("Go on without listening"))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.play)
        row.addWidget(self.unheard)
        row.addStretch(1)
        frame = Card(
            self.saved, title, self.explanation, self.position, self.time, buttons, self.gaps
        )
        frame.column.addStretch(1)
        self.body.addWidget(frame)
        self.delete = KeyButton(tr("Delete and speak again"), kind=Kind.DANGER)
        self.speak_more = KeyButton(tr("Speak more"), "I")
        self.approve = KeyButton(tr("Sound is right"), "Ctrl+Return", Kind.MAIN)
        self.place_buttons([self.delete, self.speak_more], [self.approve])
        self._connect()

    def draw(self) -> None:
        session, listening = self.desk.session, self.desk.listening
        self.saved.set_recording(session.recording)
        self.gaps.setText(gaps_text(session.recording.gaps))
        self.explanation.setText(
            tr("Heard to its end. Is everything right?")
            if session.review.heard_whole
            else tr("Hear it to its end before it goes home.")
        )
        self.play.setText(tr("Stop") if listening.is_playing else tr("Play"))
        # Reserved room: nothing moves when it becomes possible.
        self.unheard.setEnabled(listening.is_output_silent)
        self.speak_more.setEnabled(Event.SPEAK_ON in self.desk.controller.allowed)
        self.approve.setEnabled(Event.LISTEN in self.desk.controller.allowed)

    def enter(self) -> None:
        self._on_position(0.0)

    def take_over(self, old: Self) -> None:
        self._on_position(old._second)

    def clear(self) -> None:
        self.saved.clear()
        self.gaps.clear()
        self._on_position(0.0)

    def _connect(self) -> None:
        listening = self.desk.listening
        listening.position_changed.connect(self._on_position)
        listening.playing_changed.connect(self.redraw)
        self.play.clicked.connect(self._on_play)
        self.unheard.clicked.connect(listening.approve_unheard)
        self.speak_more.clicked.connect(self.desk.speaking_again.more)
        self.approve.clicked.connect(listening.approve)
        self.delete.clicked.connect(self._on_delete)

    def _on_play(self) -> None:
        if self.desk.listening.is_playing:
            self.desk.listening.stop()
        else:
            self.desk.listening.play_whole()

    def _on_position(self, second: float) -> None:
        whole = self.desk.session.recording.seconds
        self._second = second
        self.position.setMaximum(max(1, round(whole * 10)))
        self.position.setValue(round(second * 10))
        self.time.setText(
            tr("{time} of {whole}").format(time=clock_time(second), whole=clock_time(whole))
        )

    def _on_delete(self) -> None:
        self.ask_to_delete(
            tr("Delete this recording? The agreement stays; you can start again."),
            self.desk.discard_recording,
        )
