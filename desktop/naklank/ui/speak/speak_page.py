"""Step 2: the doctor speaks, and sees that it is heard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QHBoxLayout, QWidget

from naklank.core.agreement import TakeHome
from naklank.core.consult import Consult
from naklank.core.recording import LONG, LONGEST_GOAL, SHORT_GOAL, TopicMark
from naklank.core.session import Event, State
from naklank.sentences.words import (
    consult_name,
    every_heading,
    gaps_text,
    heading_name,
    resumed_text,
)
from naklank.translation import tr
from naklank.ui.parts.drop_down import DropDown
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.level_meter import LevelMeter
from naklank.ui.parts.opening import open_whole
from naklank.ui.parts.page import Card, Page
from naklank.ui.parts.steady_label import SteadyLabel
from naklank.ui.speak.live_button import LiveButton
from naklank.ui.speak.microphone_name import MicrophoneName
from naklank.ui.speak.own_phone_window import OwnPhoneWindow
from naklank.ui.speak.recording_sign import RecordingSign, Sign
from naklank.ui.speak.speak_warnings import SpeakWarnings
from naklank.ui.speak.topic_list import TopicList
from naklank.workflow.recording_flow import Microphone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.ports.sound import InputDevice
    from naklank.core.recording import Insertion, Level, Take
    from naklank.workflow.desk import Desk

_SPEAK_SECONDS = 3.0
"""How long "speak now" stands there once sound really arrives."""


class SpeakPage(Page):
    """The microphone's name, its level, the time, the topics; start, pause, stop, delete.

    What is wrong stands in a box of its own: the message bar is for what happened.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._resumed: Take | None = None
        """Sound arrives again, and what it comes from is being looked up."""
        self.sign = RecordingSign()
        self.microphone = MicrophoneName()
        self.level = LevelMeter()
        self.advice = SteadyLabel()
        parts = [_spoken_anew(name, is_all=False) for name in (*every_heading(), "")]
        others = (_spoken_anew("", is_all=True), _spoken_more())
        self.advice.reserve((*_all_advice(), *parts, *others, _interpreted(), _key_awaited()))
        self.warnings = SpeakWarnings(desk, self.advice)
        self.topics = TopicList()
        self.consult = DropDown()
        self.consult.setAccessibleName(tr("What kind of consult was it?"))
        self.consult.addItems([consult_name(one) for one in Consult])
        self.topics.put_beside_title(self.consult)
        self.gaps = SteadyLabel()
        self.gaps.reserve((" ",))
        self.interpreter = KeyButton(tr("Interpreter speaks"), "T")
        self.interpreter.setCheckable(True)
        self.delete = KeyButton(tr("Delete"), kind=Kind.DANGER)
        self.delete.reserve(tr("Delete"), tr("Never mind"))
        self.pause = KeyButton(tr("Pause"), "P")
        self.next_topic = KeyButton(tr("Next topic"), "Space")
        self.main = KeyButton(tr("Start recording"), "Ctrl+Return", Kind.MAIN)
        self.pause.reserve(tr("Pause"), tr("Go on recording"))
        self.main.reserve(tr("Start recording"), tr("Ready speaking"))
        below = (self.interpreter, self.pause, self.next_topic, self.main)
        self.live = LiveButton(desk, self.sign, below)
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.microphone, 1)
        row.addWidget(self.live)
        left = Card(self.sign, self.interpreter, self.level, where, self.warnings)
        left.column.setStretchFactor(self.warnings, 1)
        right = Card(self.topics, self.gaps)
        right.column.setStretchFactor(self.topics, 1)
        self.body.addWidget(left, 50)
        self.body.addWidget(right, 50)
        self.place_buttons([self.delete, self.pause], [self.next_topic, self.main])
        self._connect()

    def enter(self) -> None:
        self.desk.microphones.look()
        self.desk.microphones.look_until_found()

    def take_over(self, old: Self) -> None:
        self._resumed = old._resumed
        self.sign.set_sign(old.sign.sign)
        self.microphone.take_over(old.microphone)
        self._draw_microphone()  # what was looked up for the old page alone is not told again

    def clear(self) -> None:
        self._resumed = None
        self.sign.set_sign(Sign.CLOSED)
        self.sign.set_seconds(0.0)
        self.level.clear()
        self.topics.set_progress((), 0.0)
        self.gaps.clear()
        self.warnings.clear()

    def draw(self) -> None:
        state, microphone = self.desk.controller.state, self.desk.recording.microphone
        allowed = self.desk.controller.allowed
        paused = state is State.PAUSED
        # Also while it is lost: whoever waits for it can stop waiting.
        running = microphone in (Microphone.OPEN, Microphone.LOST)
        self._draw_consult()
        self._draw_sign()
        self._draw_topics()
        self.warnings.draw()
        self._draw_microphone()
        self.gaps.setText(gaps_text(self.desk.session.recording.gaps))
        self.main.setText(tr("Start recording") if self._is_before else tr("Ready speaking"))
        self.main.setEnabled(
            running
            or microphone is Microphone.OPENING
            or paused
            or Event.START_RECORDING in allowed
        )
        self.pause.setText(tr("Go on recording") if paused else tr("Pause"))
        can_go_on = paused and not self._is_before and microphone is Microphone.CLOSED
        self.pause.setEnabled(running or can_go_on)
        insertion = self.desk.session.insertion
        has_topics = insertion is None or not insertion.replaces
        self.next_topic.setEnabled(has_topics and microphone is Microphone.OPEN)
        self._draw_interpreter()
        self.delete.setText(tr("Delete") if insertion is None else tr("Never mind"))
        gives_up = Event.DISCARD_RECORDING if insertion is None else Event.KEEP_AS_IT_WAS
        self.delete.setEnabled(gives_up in allowed)
        self._draw_advice()
        self.live.draw()

    @property
    def _is_before(self) -> bool:
        """Whether nothing was spoken yet of what is to be."""
        state = self.desk.controller.state
        is_new = state is State.PAUSED and self.desk.session.has_nothing_new
        return state is State.AGREED or is_new

    def _draw_consult(self) -> None:
        """Chosen before anything is said."""
        session = self.desk.session
        self.consult.setCurrentIndex(tuple(Consult).index(session.consult))
        self.consult.setEnabled(session.state is State.AGREED)
        self.topics.set_names({topic: heading_name(topic, session) for topic in session.topics})
        self.sign.has_clock = not session.consult.is_bad_news

    def _draw_interpreter(self) -> None:
        self.interpreter.setVisible(self.desk.session.agreement.is_interpreted)
        self.interpreter.setChecked(self._is_interpreted)
        microphone = self.desk.recording.microphone
        can_end = self._is_interpreted and microphone is Microphone.LOST
        self.interpreter.setEnabled(microphone is Microphone.OPEN or can_end)

    @property
    def _is_interpreted(self) -> bool:
        return self.desk.session.recording.interpreter_since is not None

    def _draw_advice(self) -> None:
        insertion = self.desk.session.insertion
        if self.desk.place.is_awaited:
            self.advice.setText(_key_awaited())
        elif self._is_interpreted:
            self.advice.setText(_interpreted())
        elif insertion is None:
            self.advice.setText(_advice(self._seconds, self.desk.session.consult))
        elif insertion.replaces:
            topic = insertion.topic
            name = heading_name(topic, self.desk.session) if topic else ""
            self.advice.setText(_spoken_anew(name, is_all=self._is_all(insertion)))
        else:
            self.advice.setText(_spoken_more())

    def _is_all(self, insertion: Insertion) -> bool:
        summary = self.desk.session.summary
        return summary is not None and summary.is_all(insertion.first, insertion.end)

    @property
    def _seconds(self) -> float:
        return self.desk.recording.seconds

    def _draw_topics(self) -> None:
        """Who has marked nothing yet is at the first topic, as far as the screen goes."""
        insertion = self.desk.session.insertion
        if insertion is not None and insertion.replaces:
            only = (TopicMark(insertion.topic, 0.0),) if insertion.topic else ()
            self.topics.set_progress(only, self._seconds)
            return
        marks, seconds = self.desk.session.recording.marks, self._seconds
        first = self.desk.session.topics[0]
        begun = marks or ((TopicMark(first, 0.0),) if seconds else ())
        # Of somebody who marks nothing, nobody knows with which topic it goes on.
        paused = bool(marks) and self.desk.controller.state is State.PAUSED
        self.topics.set_progress(begun, seconds, paused=paused)

    def _draw_sign(self) -> None:
        self.sign.set_sign(self._sign())
        self.sign.set_seconds(self._seconds)
        if self.desk.recording.microphone is not Microphone.OPEN:
            self.level.clear()

    def _sign(self) -> Sign:
        match self.desk.recording.microphone:
            case Microphone.OPENING:
                return Sign.OPENING
            case Microphone.OPEN if self._is_interpreted:
                return Sign.INTERPRETER
            case Microphone.OPEN:
                return Sign.SPEAK if self._seconds < _SPEAK_SECONDS else Sign.RECORDING
            case Microphone.LOST:
                return Sign.LOST
            case Microphone.CLOSING:  # what was lost or not yet open is not open now
                is_open = self.sign.sign is Sign.SPEAK
                return Sign.RECORDING if is_open else self.sign.sign
            case Microphone.CLOSED:
                paused = self.desk.controller.state is State.PAUSED
                return Sign.PAUSED if paused else Sign.CLOSED

    def _draw_microphone(self) -> None:
        takes = self.desk.session.recording.takes
        if takes and self.desk.recording.microphone is not Microphone.CLOSED:
            self.microphone.show_recording(takes[-1].device)
        else:
            self.microphone.show_wanted(self.desk.settings.microphone)

    def _connect(self) -> None:
        desk = self.desk
        desk.recording.microphone_changed.connect(self._on_microphone)
        desk.recording.level_changed.connect(self._on_level)
        desk.place.awaited_changed.connect(self._draw_advice)
        desk.recording.resumed.connect(self._on_resumed)
        desk.microphones.listed.connect(self._on_devices_listed)
        desk.settings_changed.connect(self._on_settings)
        self.consult.activated.connect(lambda at: desk.choices.choose_consult(tuple(Consult)[at]))
        self.main.clicked.connect(self._on_main)
        self.pause.clicked.connect(self._on_pause)
        self.next_topic.clicked.connect(desk.recording.mark_next_topic)
        self.interpreter.clicked.connect(desk.recording.mark_interpreter)
        self.topics.topic_chosen.connect(desk.recording.mark_topic)
        self.delete.clicked.connect(self._on_delete)
        self.warnings.noticed.connect(self.noticed)

    def _on_settings(self) -> None:
        """Another microphone, perhaps."""
        self.desk.microphones.look()

    def _on_main(self) -> None:
        if self._is_before and self.desk.session.agreement.take_home is TakeHome.OWN_PHONE:
            open_whole(OwnPhoneWindow(self.desk, self))
        elif self._is_before:
            self.desk.start_recording()
        else:
            self.desk.recording.stop()

    def _on_pause(self) -> None:
        if self.desk.controller.state is State.PAUSED:
            self.desk.start_recording()
        else:
            self.desk.recording.pause()

    def _on_delete(self) -> None:
        if self.desk.session.insertion is not None:
            self.ask_to_keep_as_it_was()
            return
        self.ask_to_delete(
            tr("Delete this recording? The agreement stays; you can start again."),
            self.desk.discard_recording,
        )

    def _on_microphone(self, microphone: Microphone) -> None:
        if microphone is Microphone.OPEN:
            self.desk.microphones.look()  # after a pause it may be another one than before
        else:
            self._resumed = None
        self.draw()

    def _on_resumed(self, take: Take) -> None:
        """Its name is being looked up: "default" can be another one than before."""
        self._resumed = take

    def _on_level(self, level: Level) -> None:
        self.level.set_level(level)
        self._draw_sign()
        self._draw_topics()
        self._draw_advice()
        self.live.draw()

    def _on_devices_listed(self, devices: Sequence[InputDevice]) -> None:
        self.microphone.set_devices(devices)
        self._draw_microphone()
        take, self._resumed = self._resumed, None
        if take is not None:
            missing = sum(gap.seconds for gap in take.gaps)
            name = self.microphone.named(take.device)
            self.noticed.emit(partial(resumed_text, name, missing))


def _all_advice() -> tuple[str, ...]:
    times = (0.0, SHORT_GOAL + 1, LONGEST_GOAL + 1, LONG + 1)
    return tuple(_advice(seconds, consult) for seconds in times for consult in Consult)


def _advice(seconds: float, consult: Consult) -> str:
    if consult.is_bad_news:
        return tr("Take your time. Say what you know, and be silent when that is needed.")
    if consult is Consult.SHORT:
        if seconds > SHORT_GOAL:
            return tr("Over three quarters of a minute: short is remembered best.")
        return tr("Half a minute is enough.\nOne message for each heading.")
    if seconds > LONG:
        return tr("Over three minutes. Enough for today? The rest can wait for another talk.")
    if seconds > LONGEST_GOAL:
        return tr("Over two minutes. What comes now is remembered less: round off.")
    return tr(
        "One to two minutes is enough.\n"
        "Three messages at most, the most important one first.\n"
        "Say a date, not “tomorrow”."
    )


def _spoken_anew(name: str, *, is_all: bool) -> str:
    if name:
        said = tr("Say “{topic}” again, all of it.\nIts old sound goes afterwards.")
        return said.format(topic=name)
    if is_all:
        return tr("Say all of it again.\nThe old sound goes afterwards.")
    return tr("Say again what stands before the headings.\nIts old sound goes afterwards.")


def _key_awaited() -> str:
    return tr("One moment: the key for this recording is being made.")


def _interpreted() -> str:
    return tr(
        "What the interpreter says is recorded and not typed.\n"
        "Press the key again before you speak yourself."
    )


def _spoken_more() -> str:
    return tr("What you say now is added at the end.\nIt corrects nothing of what stands there.")
