"""From the start key to a recording on disk."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import NaklankError
from naklank.core.session import Event, State
from naklank.workflow.recorder_listener import SignalRecorderListener

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.sound import Recorder, SoundTap, Wakefulness
    from naklank.core.recording import Condition, InputName, Level, Take
    from naklank.core.topics import Topic
    from naklank.workflow.session_controller import SessionController


class Microphone(Enum):
    """What the microphone does."""

    CLOSED = "closed"
    OPENING = "opening"
    """Nothing has arrived yet: who speaks now is not heard."""
    OPEN = "open"
    LOST = "lost"
    """It gives nothing any more; it is looked for, or another one."""
    CLOSING = "closing"
    """The last half second is still recorded."""


class RecordingFlow(QObject):
    """Starts, pauses and stops; the session changes only when the sound is on disk."""

    microphone_changed = Signal(object)
    level_changed = Signal(object)
    """A Level; its seconds count the whole recording."""
    conditions_changed = Signal()
    resumed = Signal(object)
    """The microphone was lost, and sound arrives again: the Take that it goes on with."""
    recorded = Signal()
    """The recording has ended and its sound is on disk."""
    failed = Signal(object)
    """A NaklankError, after the session went back to where its sound is safe."""

    def __init__(
        self, controller: SessionController, recorder: Recorder, wakefulness: Wakefulness
    ) -> None:
        super().__init__(controller)
        self._controller = controller
        self._recorder = recorder
        self._wakefulness = wakefulness
        self._listener: SignalRecorderListener | None = None
        self._intent = Event.STOP
        self._microphone = Microphone.CLOSED
        self._seconds = 0.0
        self.failure: NaklankError | None = None
        """Why the recording at hand was last ended, if nobody asked."""
        self.conditions: frozenset[Condition] = frozenset()
        """What is wrong with the sound that arrives now."""
        controller.began.connect(self._on_began)

    @property
    def microphone(self) -> Microphone:
        """What the microphone does now."""
        return self._microphone

    @property
    def seconds(self) -> float:
        """Recorded so far, over all takes."""
        is_closed = self._listener is None
        return self._controller.session.recording.seconds if is_closed else self._seconds

    def start(self, device: InputName, hear: Callable[[], SoundTap | None] | None = None) -> None:
        """Begin to record, or go on after a pause.

        `hear` gives who types what is said, once the session records; None where nobody does.
        """
        session = self._controller.session
        event = Event.RESUME if session.state is State.PAUSED else Event.START_RECORDING
        if event not in self._controller.allowed or self._listener is not None:
            return
        number = session.recording.next_number
        try:
            self._controller.clear_place(number)
        except NaklankError as error:
            self.refuse(error)
            return
        self._seconds = session.recording.seconds
        self.failure = None
        self._controller.apply(event)
        self._listener = self._listen()
        self._set_microphone(Microphone.OPENING)
        self._wakefulness.hold()
        tap = hear() if hear is not None else None
        self._recorder.start(self._controller.sound_file, number, device, self._listener, tap)

    def refuse(self, error: NaklankError) -> None:
        """Tell why no recording can begin."""
        self.failure = error
        self._controller.update()
        self.failed.emit(error)

    def pause(self) -> None:
        """End the take; the session is PAUSED once its sound is on disk."""
        self._end(Event.PAUSE)

    def stop(self) -> None:
        """End the recording; also one that is paused."""
        if self._controller.state is State.PAUSED:
            if not self._controller.session.has_nothing_new:
                self._controller.apply(Event.STOP)
            self.recorded.emit()
        else:
            self._end(Event.STOP)

    def abort(self) -> None:
        """Close the microphone at once; what it recorded is wanted by nobody."""
        if self._listener is not None:
            self._listener = None
            self._recorder.abort()
            self._close_microphone()
        self._seconds = 0.0

    def close(self) -> None:
        """The app ends: the microphone is closed, and what it recorded is found again."""
        if self._listener is not None:
            self._listener = None
            self._recorder.close()

    def mark_next_topic(self) -> None:
        """The doctor goes on to the next topic."""
        session = self._controller.session
        topics = session.topics
        topic = session.recording.topic or topics[0]
        if topic is not topics[-1]:
            self.mark_topic(topics[topics.index(topic) + 1])

    def mark_topic(self, topic: Topic) -> None:
        """The doctor goes on to this topic; or, in a pause, will go on with it."""
        session, recording = self._controller.session, self._controller.session.recording
        if session.insertion is not None and session.insertion.replaces:
            return  # it is about one topic alone
        can_mark = self._microphone is Microphone.OPEN or self._controller.state is State.PAUSED
        if not can_mark or recording.topic is topic:
            return
        if not recording.marks:
            # Who marks at all began with the first topic; who never marks gets no heading.
            recording = recording.with_mark(session.topics[0], 0.0)
        self._controller.update(recording=recording.with_mark(topic, self.seconds))

    def mark_interpreter(self) -> None:
        """An interpreter begins to speak; or ends, and the doctor goes on."""
        session, recording = self._controller.session, self._controller.session.recording
        if recording.interpreter_since is not None:
            if self._microphone in (Microphone.OPEN, Microphone.LOST):
                self._controller.update(recording=recording.with_interpreter_done(self.seconds))
        elif self._microphone is Microphone.OPEN and session.agreement.is_interpreted:
            self._controller.update(recording=recording.with_interpreter(self.seconds))

    def pause_unfinished(self) -> None:
        """It could not be deleted: what is left of it is paused, and can be deleted once more."""
        if self._controller.state is State.RECORDING and self._listener is None:
            recording = self._controller.session.recording.closed()
            self._controller.apply(Event.LOSE_INPUT, recording=recording)

    def forget_failure(self) -> None:
        """What was wrong is mended; those who draw hear of it."""
        self.failure = None
        self._controller.update()

    def _end(self, intent: Event) -> None:
        if self._microphone in (Microphone.OPENING, Microphone.OPEN, Microphone.LOST):
            self._intent = intent
            self._set_microphone(Microphone.CLOSING)
            self._recorder.stop()

    def _on_began(self) -> None:
        """Another session counts its own seconds."""
        self._seconds = self._controller.session.recording.seconds
        self.failure = None

    def _listen(self) -> SignalRecorderListener:
        listener = SignalRecorderListener(self)
        queued = Qt.ConnectionType.QueuedConnection
        listener.arrived.connect(self._on_arrived, queued)
        listener.level.connect(self._on_level, queued)
        listener.conditions.connect(self._on_conditions, queued)
        listener.lost.connect(self._on_lost, queued)
        listener.kept.connect(self._on_take_kept, queued)
        listener.ended.connect(self._on_ended, queued)
        self._intent = Event.LOSE_INPUT
        return listener

    def _on_arrived(self, listener: SignalRecorderListener, take: Take) -> None:
        if listener is self._listener:
            # Known from its first block on, so that it is found again after a crash.
            self._keep(take)
            was_lost = self._microphone is Microphone.LOST
            if self._microphone is not Microphone.CLOSING:
                self._set_microphone(Microphone.OPEN)
            if was_lost:
                self.resumed.emit(take)

    def _on_level(self, listener: SignalRecorderListener, level: Level) -> None:
        if listener is self._listener:
            takes = self._controller.session.recording.takes
            before = sum(take.seconds for take in takes)  # the take at hand counts no frames yet
            self._seconds = before + level.seconds
            self.level_changed.emit(replace(level, seconds=self._seconds))

    def _on_conditions(
        self, listener: SignalRecorderListener, conditions: frozenset[Condition]
    ) -> None:
        if listener is self._listener:
            self._set_conditions(conditions)

    def _on_lost(self, listener: SignalRecorderListener, error: NaklankError) -> None:
        if listener is self._listener and self._microphone is Microphone.OPEN:
            self._set_microphone(Microphone.LOST)
            self.failed.emit(error)

    def _on_take_kept(self, listener: SignalRecorderListener, take: Take) -> None:
        if listener is self._listener:
            self._keep(take)

    def _on_ended(
        self, listener: SignalRecorderListener, take: Take | None, error: NaklankError | None
    ) -> None:
        if listener is not self._listener:
            return
        self._listener = None
        self.failure = error
        recording = self._controller.session.recording
        if take is not None:
            recording = recording.with_take(take)
        # A disk that takes not even the first block leaves a take without sound.
        self._controller.update(recording=recording.closed())
        self._close_microphone()
        recorded = self._controller.session.recording.takes
        if not self._controller.apply(self._intent if recorded else Event.DISCARD_RECORDING):
            self.pause_unfinished()
        self._seconds = self._controller.session.recording.seconds
        if error is not None:
            self.failed.emit(error)
        if self._controller.state is State.RECORDED:
            self.recorded.emit()

    def _keep(self, take: Take) -> None:
        recording = self._controller.session.recording
        self._controller.update(recording=recording.with_take(take))

    def _close_microphone(self) -> None:
        self._wakefulness.release()
        self._set_conditions(frozenset())
        self._set_microphone(Microphone.CLOSED)

    def _set_conditions(self, conditions: frozenset[Condition]) -> None:
        self.conditions = conditions
        self.conditions_changed.emit()

    def _set_microphone(self, microphone: Microphone) -> None:
        self._microphone = microphone
        self.microphone_changed.emit(microphone)
