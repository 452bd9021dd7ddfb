"""The app's end of the speech process: start, ask, wait, and the one stop ladder."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
import time
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Self

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech import worker
from naklank.speech.messages import (
    Begin,
    Done,
    Doubted,
    Failed,
    Finish,
    Growing,
    Load,
    Loaded,
    Look,
    Looked,
    Progress,
    Settle,
    Sound,
    Stop,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import SpawnProcess
    from pathlib import Path
    from types import TracebackType

    from naklank.core.live import LivePart
    from naklank.core.transcript import Doubt, Language, Transcript
    from naklank.speech.engine import Samples
    from naklank.speech.messages import FromChild, ToChild

PATIENCE: Final = 300.0
"""Seconds without a sign of life after which the engine counts as hung. One span of 25 s takes a
slow computer some 20 s; openai-whisper, falling back on rough sound, can take minutes."""

ANSWER_WAIT: Final = 0.25
"""Seconds that an answer is waited for at a time: Ctrl-C is heard then at the latest."""

STEP: Final = 2.0
"""Seconds given to each step of the stop ladder."""


class SpeechProcess:
    """A warm engine in a child process, used in a `with` block.

    Raises ENGINE_DIED when the process ends unasked, ENGINE_HUNG after `patience` seconds of
    silence, and whatever the engine itself reports. After the block no process is left.

    `on_turn` is called while an answer is awaited, at least every `ANSWER_WAIT` seconds and on the
    thread that waits; what it raises ends the waiting.
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
        self._outbox: queue.SimpleQueue[ToChild | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=self._send_all, name="speech-sender", daemon=True)
        self._number = 0
        """Of the recording that the process types."""

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
        self._sender.start()
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
        hotwords: tuple[str, ...] = (),
    ) -> Transcript:
        """The transcript of mono 16 kHz sound; `on_progress` hears up to which second.

        As with `finish`, what is still in doubt is told by `doubts`.
        """
        self.begin(language, hotwords)
        self.hear(samples)
        return self.finish(on_progress)

    def begin(self, language: Language, hotwords: tuple[str, ...] = ()) -> None:
        """A recording comes, which is typed while it comes; the one before is forgotten."""
        self._number += 1
        self._send(Begin(self._number, language, hotwords))

    def hear(self, samples: Samples) -> None:
        """The next piece of the recording, mono, 16 kHz; returns at once."""
        self._send(Sound(samples.tobytes()))

    def settle(self) -> None:
        """The speaker has pressed stop."""
        self._send(Settle())

    def parts(self) -> Iterator[LivePart]:
        """What has been typed of the recording that is being heard, and not told yet.

        Asked for time and again: a pipe that nobody empties would hold the process up.
        """
        while self._connection.poll():
            match self._receive():
                case Growing(number, part) if number == self._number:
                    yield part

    def finish(self, on_progress: Callable[[float], None] = lambda _second: None) -> Transcript:
        """The transcript of the recording that was heard, with the doubts known by now."""
        self._send(Finish())
        while True:
            match self._receive():
                case Progress(number, second) if number == self._number:
                    on_progress(second)
                case Done(number, transcript) if number == self._number:
                    return transcript

    def doubts(self) -> tuple[Doubt, ...]:
        """Every doubt of the text that was finished last; the process then forgets the sound."""
        while True:
            match self._receive():
                case Doubted(number, doubts) if number == self._number:
                    return doubts

    def addresses(self) -> tuple[str, ...]:
        """Where the internet sockets of the process lead; it has none."""
        self._send(Look())
        while True:
            match self._receive():
                case Looked(addresses):
                    return addresses

    def _send(self, message: ToChild) -> None:
        """Send from a thread of its own: a hung child empties no pipe, and we must not hang too.

        A child that is gone shows when its answer is waited for.
        """
        self._outbox.put(message)

    def _send_all(self) -> None:
        with contextlib.suppress(OSError):
            while (message := self._outbox.get()) is not None:
                self._connection.send(message)

    def _receive(self) -> FromChild:
        try:
            self._wait_for_a_sign()
            message: FromChild = self._connection.recv()
        except (EOFError, OSError) as error:
            raise NaklankError(ErrorCode.ENGINE_DIED, engine=self._engine) from error
        if isinstance(message, Failed) and message.number in (0, self._number):
            raise message.error
        return message

    def _wait_for_a_sign(self) -> None:
        # In short turns: a signal that reaches another thread does not end our waiting, and
        # Python hears of it only when this thread goes on.
        deadline = time.monotonic() + self._patience
        self._on_turn()
        while not self._connection.poll(min(ANSWER_WAIT, self._patience)):
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
            self._outbox.put(None)
            self._sender.join()
            self._connection.close()
            self._process.close()
