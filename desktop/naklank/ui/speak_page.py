"""Step 2: the doctor speaks, and sees that it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from naklank.core.recording import LONGEST_GOAL, TopicMark
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.translation import tr
from naklank.ui.key_button import KeyButton, Kind
from naklank.ui.level_meter import LevelMeter
from naklank.ui.page import Card, Page
from naklank.ui.recording_sign import RecordingSign, Sign
from naklank.ui.theme import font
from naklank.ui.topic_list import TopicList
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.ports import InputDevice
    from naklank.core.recording import Level
    from naklank.workflow.desk import Desk

_SPEAK_SECONDS = 3.0
"""How long "speak now" stands there once sound really arrives."""


class SpeakPage(Page):
    """The microphone's name, its level, the time, the topics; start, pause, stop, delete."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sign = RecordingSign()
        self.microphone = QLabel()
        self.microphone.setFont(font(19, bold=True))
        self.microphone.setWordWrap(True)
        self.level = LevelMeter()
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        self.topics = TopicList()
        left = Card(self.sign, self.level, self.microphone, self.advice)
        left.column.addStretch(1)
        self.body.addWidget(left, 47)
        self.body.addWidget(Card(self.topics), 53)
        self.delete = KeyButton(tr("Delete"), kind=Kind.DANGER)
        self.pause = KeyButton(tr("Pause"), "P")
        self.next_topic = KeyButton(tr("Next topic"), "Space")
        self.main = KeyButton(tr("Start recording"), "Ctrl+Return", Kind.MAIN)
        self.pause.reserve(tr("Pause"), tr("Go on recording"))
        self.main.reserve(tr("Start recording"), tr("Ready speaking"))
        self.place_buttons([self.delete, self.pause], [self.next_topic, self.main])
        self._connect()

    def enter(self) -> None:
        self.desk.list_devices()

    def clear(self) -> None:
        self.sign.set_sign(Sign.CLOSED)
        self.sign.set_seconds(0.0)
        self.level.clear()
        self.topics.set_progress((), 0.0)

    def draw(self) -> None:
        session, microphone = self.desk.session, self.desk.recording.microphone
        paused = session.state is State.PAUSED
        running = microphone is Microphone.OPEN
        self._draw_sign(microphone, paused=paused)
        self._draw_topics()
        self.main.setText(
            tr("Start recording") if session.state is State.AGREED else tr("Ready speaking")
        )
        self.main.setEnabled(
            microphone in (Microphone.OPEN, Microphone.OPENING)
            or paused
            or (Event.START_RECORDING in self.desk.controller.allowed)
        )
        self.pause.setText(tr("Go on recording") if paused else tr("Pause"))
        self.pause.setEnabled(running or (paused and microphone is Microphone.CLOSED))
        self.next_topic.setEnabled(running)
        self.delete.setEnabled(Event.DISCARD_RECORDING in self.desk.controller.allowed)
        self.advice.setText(self._advice())

    def _draw_topics(self) -> None:
        """Who has marked nothing yet is at the first topic, as far as the screen goes."""
        recording, seconds = self.desk.session.recording, self.desk.recording.seconds
        begun = recording.marks or ((TopicMark(next(iter(Topic)), 0.0),) if seconds else ())
        self.topics.set_progress(begun, seconds)

    def _advice(self) -> str:
        if self.desk.recording.seconds > LONGEST_GOAL:
            return tr("Over two minutes. What comes now is remembered less: round off.")
        return tr(
            "One to two minutes is enough.\n"
            "Three messages at most, the most important one first.\n"
            "Say a date, not “tomorrow”."
        )

    def _draw_sign(self, microphone: Microphone, *, paused: bool) -> None:
        seconds = self.desk.recording.seconds
        if microphone is Microphone.OPENING:
            sign = Sign.OPENING
        elif microphone is Microphone.CLOSED:
            sign = Sign.PAUSED if paused else Sign.CLOSED
        else:
            sign = Sign.SPEAK if seconds < _SPEAK_SECONDS else Sign.RECORDING
        self.sign.set_sign(sign)
        self.sign.set_seconds(seconds)
        if microphone is not Microphone.OPEN:
            self.level.clear()

    def _connect(self) -> None:
        desk = self.desk
        desk.recording.microphone_changed.connect(self._on_microphone)
        desk.recording.level_changed.connect(self._on_level)
        desk.devices_listed.connect(self._on_devices_listed)
        desk.settings_changed.connect(desk.list_devices)  # another microphone, perhaps
        self.main.clicked.connect(self._on_main)
        self.pause.clicked.connect(self._on_pause)
        self.next_topic.clicked.connect(desk.recording.mark_next_topic)
        self.topics.topic_chosen.connect(desk.recording.mark_topic)
        self.delete.clicked.connect(self._on_delete)

    def _on_main(self) -> None:
        if self.desk.controller.state is State.AGREED:
            self.desk.start_recording()
        else:
            self.desk.recording.stop()

    def _on_pause(self) -> None:
        if self.desk.controller.state is State.PAUSED:
            self.desk.start_recording()
        else:
            self.desk.recording.pause()

    def _on_delete(self) -> None:
        self.ask_to_delete(
            tr("Delete this recording? The agreement stays; you can start again."),
            self.desk.discard_recording,
        )

    def _on_microphone(self, microphone: Microphone) -> None:
        if microphone is Microphone.OPEN:
            self.desk.list_devices()  # after a pause it may be another one than before
        self.draw()

    def _on_level(self, level: Level) -> None:
        self.level.set_level(level)
        self._draw_sign(self.desk.recording.microphone, paused=False)
        self._draw_topics()
        self.advice.setText(self._advice())

    def _on_devices_listed(self, devices: Sequence[InputDevice]) -> None:
        wanted = self.desk.settings.microphone
        chosen = (one for one in devices if (one.name == wanted if wanted else one.is_default))
        device = next(chosen, None)
        name = (device.label or device.name) if device else wanted
        text = tr("Microphone: {name}").format(name=name) if name else tr("No microphone found")
        self.microphone.setText(text)
