"""A sentence said for trial: recorded, played back and typed, and nothing of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.recording import Spoken
from naklank.core.session import State
from naklank.core.voice import Ends
from naklank.workflow.recording_flow import Microphone
from naklank.workflow.scratch_recording import ScratchRecording
from naklank.workflow.typist_listener import SignalTypistListener

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.errors import NaklankError
    from naklank.core.recording import InputName, SoundFile, Take
    from naklank.core.settings import Settings
    from naklank.core.transcript import Transcript
    from naklank.core.voice import Clip
    from naklank.workflow.clip_playing import ClipPlaying
    from naklank.workflow.equipment import Equipment
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks
    from naklank.workflow.voice_flow import VoiceFlow

LONGEST: Final = 20.0
"""Seconds after which it ends by itself."""


class TrialFlow(QObject):
    """By the real microphone, loudspeaker and engine; while nothing of a patient is at hand."""

    changed = Signal()
    level_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        equipment: Equipment,
        playing: ClipPlaying,
        tasks: Tasks,
        settings: Callable[[], Settings],
        voices: VoiceFlow,
    ) -> None:
        """`voices` record in the same place, which is theirs until that is cut."""
        super().__init__(controller)
        self._controller = controller
        self._equipment = equipment
        self._playing = playing
        self._tasks = tasks
        self._settings = settings
        self._voices = voices
        self._scratch = ScratchRecording(equipment, LONGEST, self)
        self._listener: SignalTypistListener | None = None
        self._reading: object | None = None
        """What is being read for the loudspeaker; another one each time."""
        self.clip: Clip | None = None
        """What was said, in memory alone."""
        self.text: str | None = None
        """What was typed of it, which may be nothing; None while it is not known."""
        self.is_played = False
        self._scratch.changed.connect(self.changed)
        self._scratch.level_changed.connect(self.level_changed)
        self._scratch.recorded.connect(self._on_recorded)
        self._scratch.failed.connect(self._on_failed)
        playing.ended.connect(self._on_played)
        playing.failed.connect(self.failed)
        voices.changed.connect(self.changed)

    @property
    def microphone(self) -> Microphone:
        """What the microphone does now, for the trial."""
        return self._scratch.microphone

    @property
    def is_typing(self) -> bool:
        """Whether the sentence is being typed; `changed` follows its end."""
        return self._listener is not None

    @property
    def is_possible(self) -> bool:
        """Whether it can begin: no summary lies on the desk, and nothing else is tried or read."""
        is_free = self._controller.state is State.AGREEING and self._voices.reading is None
        return is_free and not self._is_read and self.microphone is Microphone.CLOSED

    @property
    def _is_read(self) -> bool:
        """Whether somebody still needs the file: for the loudspeaker, or to type it."""
        return self._reading is not None or self.is_typing

    def record(self, device: InputName) -> None:
        """Open the microphone; nothing happens where it is not possible."""
        if self.is_possible:
            self.stop_playing()
            self.clip = self.text = None
            self._scratch.start(device)

    def stop(self) -> None:
        """The sentence is said: it is played back and typed."""
        self._scratch.stop()

    def play(self) -> None:
        """What was said, from its beginning; nothing happens where nothing was."""
        if self.clip is not None:
            self._playing.forget()
            self.is_played = True
            self._playing.play(self.clip)
            self.changed.emit()

    def stop_playing(self) -> None:
        """Fall silent at once."""
        self._playing.forget()
        self._on_played()

    def give_up(self) -> None:
        """Nobody waits for it any more: nothing of it is left, neither here nor in the engine."""
        self._scratch.give_up()
        was_read, was_typing = self._is_read, self.is_typing
        self._reading = self._listener = None
        if was_typing:
            self._equipment.typist.cancel()
        if was_read:  # else what lies there is none of ours: a voice may be cut meanwhile
            self._clear()
        self.clip = self.text = None
        self.stop_playing()

    def _on_recorded(self, file: SoundFile, take: Take) -> None:
        self._type(file, take)
        reading = self._reading = object()
        publisher = self._equipment.publisher

        def done(clip: Clip) -> None:
            if self._reading is reading:
                self._reading = None
                self.clip = clip
                self._clear()
                self.play()

        def failed(error: NaklankError) -> None:
            if self._reading is reading:
                self._reading = None
                self._on_failed(error)

        self._tasks.run(lambda: publisher.make_sound([file], Ends()).clip, done, failed)
        self.changed.emit()

    def _type(self, file: SoundFile, take: Take) -> None:
        settings = self._settings()
        self._listener = SignalTypistListener(self)
        queued = Qt.ConnectionType.QueuedConnection
        self._listener.typed.connect(self._on_typed, queued)
        self._listener.failed.connect(self._on_not_typed, queued)
        spoken = Spoken(settings.speech_language, (take,), (file,), settings.typing.words)
        self._equipment.typist.type_out(spoken, self._listener)

    def _on_typed(self, listener: SignalTypistListener, transcript: Transcript) -> None:
        if listener is self._listener:
            self._listener = None
            self.text = " ".join(word.text for word in transcript.words)
            self._clear()
            self.changed.emit()

    def _on_not_typed(self, listener: SignalTypistListener, error: NaklankError) -> None:
        if listener is self._listener:
            self._listener = None
            self._on_failed(error)

    def _on_failed(self, error: NaklankError) -> None:
        self._clear()
        self.changed.emit()
        self.failed.emit(error)

    def _clear(self) -> None:
        """Once it lies in memory and is typed, nobody reads the file any more."""
        if not self._is_read:
            self._equipment.voices.clear_scratch()

    def _on_played(self, *_how: object) -> None:
        self.is_played = False
        self.changed.emit()
