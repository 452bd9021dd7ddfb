"""From a recording to a text that can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.interpreting import without_interpreter
from naklank.core.recording import Spoken
from naklank.core.session import Event, State
from naklank.core.summary import written_summary
from naklank.workflow.late_checks import LateChecks
from naklank.workflow.live_text import LiveText
from naklank.workflow.pace import Pace
from naklank.workflow.review_making import Knowledge, make_review
from naklank.workflow.typist_listener import SignalTypistListener

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from naklank.core.ports.sound import SoundTap
    from naklank.core.ports.speech import Typist
    from naklank.core.topics import Topic
    from naklank.core.transcript import Stretch, Transcript
    from naklank.workflow.joining import Joining
    from naklank.workflow.session_controller import SessionController
    from naklank.workflow.tasks import Tasks


class TypingFlow(QObject):
    """Asks for the text, as often as it takes; or lets the doctor type it."""

    progressed = Signal(float)
    """Text stands up to this second of the recording."""
    engine_changed = Signal()
    failed = Signal(object)

    _ready = Signal(object)

    def __init__(
        self,
        controller: SessionController,
        typist: Typist,
        knowledge: Knowledge,
        joining: Joining,
        tasks: Tasks,
        words: Callable[[], tuple[str, ...]],
    ) -> None:
        """`words` gives the practice's own words as they are set now."""
        super().__init__(controller)
        self._controller = controller
        self._typist = typist
        self._knowledge = knowledge
        self._joining = joining
        self._tasks = tasks
        self._words = words
        self.late_checks = LateChecks(controller, knowledge.lexicon)
        self.live = LiveText(controller)
        self._listener: SignalTypistListener | None = None
        self._is_typed = False
        """Whether the text was told, and only doubts may follow."""
        self._interpreted: tuple[Stretch, ...] = ()
        """Where in what is typed an interpreter speaks."""
        self._is_hearing = False
        """Whether the engine holds sound of the recording at hand."""
        self._pace = Pace()
        self.engine_error: NaklankError | None = None
        """Why this computer cannot type, as far as is known."""
        self.is_engine_ready = False
        controller.began.connect(self._on_began)
        self._ready.connect(self._on_ready, Qt.ConnectionType.QueuedConnection)

    @property
    def seconds_left(self) -> float | None:
        """Until the text stands, about; None where nobody knows."""
        return self._pace.seconds_left if self._listener is not None else None

    def use_model(self) -> None:
        """Load the engine with the model that is chosen now."""
        self.is_engine_ready = False
        self._typist.restart(self._ready.emit)
        self.engine_changed.emit()

    def hear(self) -> SoundTap | None:
        """Who types the recording at hand while it is spoken; None where that cannot be."""
        try:
            spoken = self._spoken()
        except NaklankError:
            return None  # told where the text is asked for
        self._is_hearing = True
        return self._typist.hear(spoken, self.live.listen())

    def start_engine(self) -> None:
        """Warm engine and dictionary up while the doctor and the patient agree."""
        self._typist.start(self._ready.emit)
        self.learn()

    def learn(self) -> None:
        """Have what is known of the session's language at hand before anybody needs it."""
        language, words = self._controller.session.language, self._words()

        def look_up() -> None:
            self._knowledge.lexicon(language)
            self._knowledge.vocabulary(language, words).prepare()

        self._tasks.run(look_up, lambda _: None, self.failed.emit)

    def type_out(self) -> None:
        """Have the recording typed; asked again, it is typed again."""
        if Event.TRANSCRIBE not in self._controller.allowed:
            return
        try:
            spoken = self._spoken()
        except NaklankError as error:
            self.failed.emit(error)
            return
        self._controller.apply(Event.TRANSCRIBE)
        listener = SignalTypistListener(self)
        queued = Qt.ConnectionType.QueuedConnection
        listener.progress.connect(self._on_progress, queued)
        listener.typed.connect(self._on_typed, queued)
        listener.doubted.connect(self._on_doubted, queued)
        listener.failed.connect(self._on_failed, queued)
        self._listener = listener
        self._is_typed = False
        self.late_checks.forget()
        self._is_hearing = False
        self._interpreted = self._controller.session.spoken.interpreted
        self._pace.begin(self._controller.session.spoken.seconds)
        self._typist.type_out(spoken, listener)

    def cancel(self) -> None:
        """Nobody waits for the text any more."""
        if self._listener is not None or self._is_hearing:
            self._listener = None
            self._is_hearing = False
            self._typist.cancel()
            self.late_checks.give_up()

    def write(self) -> None:
        """The doctor types the text: without a recording, or instead of the computer."""
        self.cancel()
        if Event.WRITE in self._controller.allowed:
            self._controller.apply(Event.WRITE)

    def set_written(self, texts: Mapping[Topic, str]) -> None:
        """What the doctor has typed so far."""
        if self._controller.state is State.WRITING:
            self._controller.update(summary=written_summary(texts))

    def _spoken(self) -> Spoken:
        """Raises KEYS_UNAVAILABLE, DISK_FULL or DATA_NOT_WRITABLE."""
        session = self._controller.session
        takes = session.spoken.takes
        files = tuple(self._controller.sound_file(take.number) for take in takes)
        return Spoken(session.language, takes, files, self._words())

    def _on_ready(self, error: NaklankError | None) -> None:
        self.engine_error = error
        self.is_engine_ready = error is None or error.code is ErrorCode.MODEL_REPLACED
        self.engine_changed.emit()

    def _on_progress(self, listener: SignalTypistListener, second: float) -> None:
        if listener is self._listener:
            self._pace.reach(second)
            self.progressed.emit(second)

    def _on_typed(self, listener: SignalTypistListener, transcript: Transcript) -> None:
        if listener is not self._listener:
            return
        if not self.is_engine_ready:
            self._on_ready(None)
        transcript = without_interpreter(transcript, self._interpreted)
        if not transcript.words:
            self._on_failed(listener, NaklankError(ErrorCode.NOTHING_HEARD))
            return
        self._is_typed = True
        self._pace.end()
        session, knowledge, words = self._controller.session, self._knowledge, self._words()
        try:
            join = self._joining.plan(session) if session.insertion else None
        except NaklankError as error:
            self._on_not_made(listener, error)
            return

        def make() -> tuple[dict[str, Any], float]:
            joined = join() if join else None
            begin = joined.splice.gone.start if joined else 0.0
            return make_review(session, transcript, knowledge, words, joined), begin

        def done(result: tuple[dict[str, Any], float]) -> None:
            if listener is self._listener:
                changes, begin = result
                self.late_checks.begin_at(begin)
                self._controller.apply(Event.FINISH_TRANSCRIBING, **changes)
                if self._controller.is_stored:  # else what went is still part of what is stored
                    self._joining.clean(self._controller.session)
                self.late_checks.add()

        # A tenth of a second and more of matching: too long for the thread that draws.
        self._tasks.run(make, done, lambda error: self._on_not_made(listener, error))

    def _on_doubted(self, listener: SignalTypistListener, transcript: Transcript) -> None:
        if listener is self._listener:
            self.late_checks.take(without_interpreter(transcript, self._interpreted))

    def _on_failed(self, listener: SignalTypistListener, error: NaklankError) -> None:
        if listener is not self._listener:
            return
        if self._is_typed:
            # The text stands. A doctor must not wait for an engine that died behind it: the risk
            # words are checks as they are, and all of it is listened to instead.
            self.late_checks.give_up()
            return
        self._listener = None
        if error.code is ErrorCode.ENGINE_UNUSABLE:
            self._on_ready(error)
        self._give_up(error)

    def _on_not_made(self, listener: SignalTypistListener, error: NaklankError) -> None:
        if listener is self._listener:
            self._listener = None
            self._give_up(error)

    def _on_began(self) -> None:
        """What is still under way belongs to the session before."""
        self.cancel()
        self.late_checks.forget()

    def _give_up(self, error: NaklankError) -> None:
        """Back to the recording, which is safe."""
        self._controller.apply(Event.FAIL_TRANSCRIBING)
        self.failed.emit(error)
