"""The whole screen while the patient's own phone records what the doctor says."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from naklank.core.session import State
from naklank.sentences.words import heading_name
from naklank.translation import speaking, tr
from naklank.ui.parts.countdown import SECOND, Countdown
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.page import GAP
from naklank.ui.parts.whole_screen import whole_column, whole_steps, whole_words
from naklank.ui.speak.recording_sign import RecordingSign, Sign
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from naklank.core.recording import Level
    from naklank.workflow.desk import Desk


class _Stand(Enum):
    READY = "ready"
    COUNTING = "counting"
    SPEAKING = "speaking"
    DONE = "done"


class OwnPhoneWindow(QDialog):
    """What to do with the phone, 3-2-1, a sign for both while it runs, and when to stop it.

    Escape leaves the whole screen and nothing else: a recording goes on below, with its own sign.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, second: int = SECOND) -> None:
        """`second` is how many milliseconds each of 3, 2 and 1 stands there."""
        super().__init__(parent)
        self.setWindowTitle(tr("The patient's phone records"))
        self._desk = desk
        self._stand = _Stand.READY
        self.sign = RecordingSign()
        self.sign.has_clock = not desk.session.consult.is_bad_news
        self.large = whole_words()
        with speaking(desk.session.language):
            self.steps = whole_steps(_instructions())
        self.close_it = KeyButton(tr("Close"), "Esc")
        self.interpreter = KeyButton(tr("Interpreter speaks"), "T")
        self.interpreter.setCheckable(True)
        self.next_topic = KeyButton(tr("Next topic"), "Space")
        self.main = KeyButton("", "Ctrl+Return", Kind.MAIN)
        self.main.reserve(tr("Start counting"), tr("Ready speaking"), tr("Go on"))
        self._count = Countdown(second, self)
        self._count.counted.connect(self._draw)
        self._count.over.connect(self._on_counted)
        self._lay_out()
        self._connect()
        self._draw()
        # On no button: Space is the next topic, and no press of one.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing opens a microphone after it is gone; what is to be checked may sound."""
        self._count.stop()
        self._desk.listening.hold(False)
        super().hideEvent(event)

    def _lay_out(self) -> None:
        column = whole_column(self)
        column.addWidget(self.sign)
        column.addStretch(1)
        for label in self.steps:
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self.large)
        column.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.close_it)
        below.addStretch(1)
        below.addWidget(self.interpreter)
        below.addWidget(self.next_topic)
        below.addWidget(self.main)
        column.addLayout(below)

    def _connect(self) -> None:
        desk = self._desk
        self.main.clicked.connect(self._on_main)
        self.interpreter.clicked.connect(desk.recording.mark_interpreter)
        self.next_topic.clicked.connect(desk.recording.mark_next_topic)
        self.close_it.clicked.connect(self.close)
        desk.recording.microphone_changed.connect(self._on_microphone)
        desk.recording.level_changed.connect(self._on_level)
        desk.recording.failed.connect(self.close)  # what went wrong stands in the window below
        desk.controller.began.connect(self.close)
        desk.controller.changed.connect(self._draw)

    def _on_main(self) -> None:
        if self._stand is _Stand.READY:
            self._count.begin()
            self._stand_at(_Stand.COUNTING)
        elif self._stand is _Stand.SPEAKING:
            self._desk.recording.stop()
        elif self._stand is _Stand.DONE:
            self.close()

    def _on_counted(self) -> None:
        self._desk.listening.hold(True)  # until the phone has stopped too
        self._stand_at(_Stand.SPEAKING)
        self._desk.start_recording()

    def _on_microphone(self, microphone: Microphone) -> None:
        if microphone is Microphone.CLOSED and self._stand is _Stand.SPEAKING:
            self._stand_at(_Stand.DONE)
        else:
            self._draw()

    def _on_level(self, level: Level) -> None:
        self.sign.set_seconds(level.seconds)

    def _stand_at(self, stand: _Stand) -> None:
        self._stand = stand
        self._draw()

    def _draw(self) -> None:
        is_open = self._desk.recording.microphone is Microphone.OPEN
        is_speaking = self._stand is _Stand.SPEAKING
        session = self._desk.session
        is_interpreted = session.recording.interpreter_since is not None
        recording = Sign.INTERPRETER if is_interpreted else Sign.RECORDING
        sign = recording if is_open else Sign.OPENING if is_speaking else Sign.CLOSED
        self.sign.set_sign(sign, session.language)
        for label in self.steps:
            label.setEnabled(not is_speaking and self._stand is not _Stand.DONE)
        with speaking(session.language):
            self.large.setText(self._large_text())
        self.large.setAccessibleName(self.large.text())
        self.main.setText(
            {_Stand.SPEAKING: tr("Ready speaking"), _Stand.DONE: tr("Go on")}.get(
                self._stand, tr("Start counting")
            )
        )
        self.main.setEnabled(self._stand is not _Stand.COUNTING and (is_open or not is_speaking))
        self.interpreter.setVisible(session.agreement.is_interpreted)
        self.interpreter.setChecked(is_interpreted)
        self.interpreter.setEnabled(is_open)
        self.next_topic.setEnabled(is_open and self._desk.controller.state is State.RECORDING)

    def _large_text(self) -> str:
        if self._stand is _Stand.COUNTING:
            return str(self._count.left)
        if self._stand is _Stand.DONE:
            return tr("✓ Done. Stop the recorder of your phone.")
        if self._stand is _Stand.SPEAKING:
            session = self._desk.session
            return heading_name(session.recording.topic or session.topics[0], session)
        return ""


def _instructions() -> tuple[str, ...]:
    return (
        tr("1.  Open the recorder of your phone: sound only, no film."),
        tr("2.  Lay the phone between us."),
        tr("3.  We count: 3, 2, 1. Press record on your phone."),
    )
