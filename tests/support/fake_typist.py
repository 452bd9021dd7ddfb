"""A typist without an engine: on a thread of its own, in the order of the real one."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field, replace
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.speech import TypistListener
    from naklank.core.recording import SoundFile, Spoken
    from naklank.core.transcript import Doubt, Transcript

T = TypeVar("T")


@dataclass(eq=False)
class _Job:
    listener: TypistListener
    is_cancelled: bool = False


@dataclass(eq=False)
class FakeTap:
    """Keeps what it hears."""

    spoken: Spoken
    takes: list[tuple[SoundFile, int]] = field(default_factory=list)
    frames: int = 0
    is_stopping: bool = False

    def on_take(self, file: SoundFile, rate: int) -> None:
        self.takes.append((file, rate))

    def on_sound(self, samples: bytes) -> None:
        self.frames += len(samples) // 2

    def on_stopping(self) -> None:
        self.is_stopping = True


class FakeTypist:
    """Types `transcript` whatever it is given, with progress after each segment.

    Behind it come `doubts`. `ready` is what `start` is told. While held, it loads without end,
    types without end, after its first progress, and doubts without end.
    """

    def __init__(self, transcript: Transcript, ready: NaklankError | None = None) -> None:
        self.transcript = transcript
        self.doubts: tuple[Doubt, ...] = ()
        self.ready = ready
        self.asked: list[Spoken] = []
        self.heard: list[FakeTap] = []
        self.restarts = self.cancels = 0
        self._failures: deque[NaklankError] = deque()
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._jobs: list[_Job] = []
        self._changed = threading.Condition()
        self._is_held = False
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name="fake-typist", daemon=True)

    def hold(self) -> None:
        """Take endlessly long, until `release`, `cancel` or `close`."""
        self._change(is_held=True)

    def release(self) -> None:
        self._change(is_held=False)

    def fail_next(self, error: NaklankError) -> None:
        """The next typing fails, after its first progress; or its doubts, where the text stands."""
        self._failures.append(error)

    def start(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        self._ask(partial(self._start_up, on_ready))

    def restart(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        self.restarts += 1
        self.start(on_ready)

    def hear(self, spoken: Spoken) -> FakeTap:
        self.heard.append(FakeTap(spoken))
        return self.heard[-1]

    def type_out(self, spoken: Spoken, listener: TypistListener) -> None:
        self.asked.append(spoken)
        job = _Job(listener)
        self._jobs.append(job)
        self._ask(partial(self._type, job))

    def cancel(self) -> None:
        self.cancels += 1
        with self._changed:
            for job in self._jobs:
                job.is_cancelled = True
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        self._tasks.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def _change(self, *, is_held: bool) -> None:
        with self._changed:
            self._is_held = is_held
            self._changed.notify_all()

    def _ask(self, task: Callable[[], None]) -> None:
        if self._is_closing:
            raise RuntimeError("closed")
        if self._thread.ident is None:
            self._thread.start()
        self._tasks.put(task)

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()

    def _start_up(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        try:
            self._wait_while_held()
        except NaklankError as error:
            on_ready(error)
        else:
            on_ready(self.ready)

    def _type(self, job: _Job) -> None:
        first, *others = [one.end for one in self.transcript.segments] or [self.transcript.duration]
        try:
            self._heed(job)
            job.listener.on_progress(first)
            self._wait_while_held(job)
            if self._failures:
                raise self._failures.popleft()
            for second in others:
                job.listener.on_progress(second)
            job.listener.on_typed(self.transcript)
            self._wait_while_held(job)
            if self._failures:
                raise self._failures.popleft()
        except NaklankError as error:
            self._answer(job, job.listener.on_failed, error)
        else:
            doubted = replace(self.transcript, doubts=self.doubts)
            self._answer(job, job.listener.on_doubted, doubted)

    def _wait_while_held(self, job: _Job | None = None) -> None:
        with self._changed:
            self._heed(job)
            while self._is_held:
                self._changed.wait()
                self._heed(job)

    def _heed(self, job: _Job | None) -> None:
        if self._is_closing or (job is not None and job.is_cancelled):
            raise NaklankError(ErrorCode.CANCELLED)
        for other in tuple(self._jobs):
            if other.is_cancelled:
                self._answer(other, other.listener.on_failed, NaklankError(ErrorCode.CANCELLED))

    def _answer(self, job: _Job, hears: Callable[[T], None], news: T) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            hears(news)
