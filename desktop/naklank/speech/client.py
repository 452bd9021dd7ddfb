"""The app's end of the speech process: start, ask, wait, and the one stop ladder."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
import time
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Self

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech import worker
from naklank.speech.messages import Done, Failed, Load, Loaded, Progress, Stop, Transcribe

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import SpawnProcess
    from pathlib import Path
    from types import TracebackType

    from naklank.core.transcript import Language, Transcript
    from naklank.speech.engine import Samples
    from naklank.speech.messages import FromChild, ToChild

PATIENCE: Final = 300.0
"""Seconds without a sign of life after which the engine counts as hung. One span of 25 s takes a
slow computer some 20 s; openai-whisper, falling back on rough sound, can take minutes."""

TURN: Final = 0.25
"""Seconds after which Ctrl-C is heard at the latest."""

STEP: Final = 2.0
"""Seconds given to each step of the stop ladder."""


class SpeechProcess:
    """A warm engine in a child process, used in a `with` block.

    Raises ENGINE_DIED when the process ends unasked, ENGINE_HUNG after `patience` seconds of
    silence, and whatever the engine itself reports. After the block no process is left.

    `on_turn` is called while an answer is awaited, at least every `TURN` seconds and on the thread
    that waits; what it raises ends the waiting.
    """

    def __init__(
        self,
        engine: str,
        model_folder: Path,
        patience: float = PATIENCE,
        on_turn: Callable[[], None] = lambda: None,
    ) -> None:
        self._engine = engine
        self._model_folder = model_folder
        self._patience = patience
        self._on_turn = on_turn
        context = multiprocessing.get_context("spawn")
        self._connection, child_end = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=worker.run, args=(child_end,), name="naklank-speech", daemon=True
        )
        self._child_end = child_end
        self._sender: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop(wait_for_it=kind is None)

    @property
    def is_alive(self) -> bool:
        """Whether the process, once started, still runs."""
        return not wait([self._process.sentinel], timeout=0)

    def start(self) -> None:
        """Start the process; the engine loads while the caller goes on."""
        self._process.start()
        # Our copy must go, or the end of the pipe would not show that the child died.
        self._child_end.close()
        self._send(Load(self._engine, str(self._model_folder)))

    def wait_until_loaded(self) -> None:
        """Return when the engine can decode."""
        while not isinstance(self._receive(), Loaded):
            pass

    def transcribe(
        self,
        samples: Samples,
        language: Language,
        on_progress: Callable[[float], None] = lambda _second: None,
    ) -> Transcript:
        """The transcript of mono 16 kHz sound; `on_progress` hears up to which second."""
        self._send(Transcribe(samples.tobytes(), language))
        while True:
            match self._receive():
                case Progress(second):
                    on_progress(second)
                case Done(transcript):
                    return transcript

    def _send(self, message: ToChild) -> None:
        """Send from a thread of its own: a hung child empties no pipe, and we must not hang too.

        A child that is gone shows when its answer is waited for.
        """

        def send() -> None:
            with contextlib.suppress(OSError):
                self._connection.send(message)

        self._join_sender()
        self._sender = threading.Thread(target=send, name="speech-sender", daemon=True)
        self._sender.start()

    def _join_sender(self) -> None:
        """Wait for the last message to be taken: at once, or as soon as the child is gone."""
        if self._sender is not None:
            self._sender.join()
            self._sender = None

    def _receive(self) -> FromChild:
        try:
            self._wait_for_a_sign()
            message: FromChild = self._connection.recv()
        except (EOFError, OSError) as error:
            raise NaklankError(ErrorCode.ENGINE_DIED, engine=self._engine) from error
        if isinstance(message, Failed):
            raise message.error
        return message

    def _wait_for_a_sign(self) -> None:
        # In short turns: a signal that reaches another thread does not end our waiting, and
        # Python hears of it only when this thread goes on.
        deadline = time.monotonic() + self._patience
        self._on_turn()
        while not self._connection.poll(min(TURN, self._patience)):
            self._on_turn()
            if time.monotonic() > deadline:
                raise NaklankError(ErrorCode.ENGINE_HUNG, engine=self._engine)

    def stop(self, *, wait_for_it: bool) -> None:
        """The stop ladder: ask, wait, terminate, wait, kill.

        After a failure nobody waits for an answer: the ladder starts at terminate.
        """
        try:
            if wait_for_it:
                self._send(Stop())
                self._process.join(STEP)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join(STEP)
        finally:  # also when somebody interrupts the waiting
            if self._process.is_alive():
                self._process.kill()
            self._process.join()
            self._join_sender()
            self._connection.close()
            self._process.close()
