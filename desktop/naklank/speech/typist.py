"""The typist: one warm speech process, and a thread that waits for it."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.client import ANSWER_WAIT, PATIENCE, SpeechProcess
from naklank.speech.hearing import Hearing, Tap

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.live import LivePart
    from naklank.core.ports.speech import TypistListener
    from naklank.core.recording import Spoken
    from naklank.core.transcript import Language, Transcript
    from naklank.speech.sources import Sources

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Job:
    """One recording to type. `is_cancelled` is set by others, and heeded on the typist's thread."""

    spoken: Spoken
    listener: TypistListener
    is_cancelled: bool = False


class SpeechTypist:
    """The port Typist. Every listener hears one last word, also of `cancel` and `close`: CANCELLED.

    `sources` are called on the typist's thread, and what they raise is what is heard; `unforeseen`
    names an error without a code, and may write it to a log.
    """

    def __init__(
        self,
        engine: str,
        sources: Sources,
        unforeseen: Callable[[Exception], NaklankError] | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._engine = engine
        self._sources = sources
        self._unforeseen = unforeseen or partial(_unforeseen, ErrorCode.UNFORESEEN)
        self._patience = patience
        self._tap: Tap | None = None
        """The one that is listened to."""
        self._on_part: Callable[[LivePart], None] = lambda _part: None
        """Hears what is typed of its sound."""
        self._hearing: Hearing | None = None
        self._heard_as: tuple[Language, tuple[str, ...]] | None = None
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._jobs: list[_Job] = []
        """What was asked and not yet answered."""
        self._typing: _Job | None = None
        """The job whose sound the process holds."""
        self._is_closing = False
        self._process: SpeechProcess | None = None
        """Loading or loaded; known to the typist's thread alone."""
        self._notice: NaklankError | None = None
        """That the process has another model than the chosen one."""
        # A daemon: an app that goes down without `close` must not hang on us.
        self._thread = threading.Thread(target=self._run, name="typist", daemon=True)

    def start(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        """Load the engine; `on_ready` hears None, or what is wrong.

        ENGINE_UNUSABLE on a computer that cannot run it; MODEL_REPLACED where *base* types in place
        of the chosen model.
        """
        self._ask(partial(self._start_up, on_ready))

    def restart(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        """Load the engine anew, with the model that is chosen now; as `start`."""
        self._ask(self._end_process)
        self.start(on_ready)

    def hear(self, spoken: Spoken, on_part: Callable[[LivePart], None]) -> Tap:
        """Type what the tap hears while it is spoken, behind what was spoken before."""
        tap = Tap(self._tell_hearing)
        self._ask(partial(self._begin_hearing, tap, spoken, on_part))
        return tap

    def type_out(self, spoken: Spoken, listener: TypistListener) -> None:
        """Type these takes, with a new process where there is none; asked twice, in that order."""
        job = _Job(spoken, listener)
        self._jobs.append(job)  # before it is asked: only what stands here is answered
        self._ask(partial(self._type, job))

    def cancel(self) -> None:
        """Give up every typing that was asked for; a process that holds sound is ended."""
        for job in tuple(self._jobs):
            job.is_cancelled = True
        if self._thread.ident is not None and not self._is_closing:
            self._tasks.put(self._forget)

    def close(self) -> None:
        """End the process and the thread. Returns when they are gone; no call may follow."""
        self._is_closing = True
        self._tasks.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def _ask(self, task: Callable[[], None]) -> None:
        if self._is_closing:
            raise RuntimeError("closed")
        if self._thread.ident is None:
            self._thread.start()
        self._tasks.put(task)

    def _run(self) -> None:
        while (task := self._next_task()) is not None:
            task()
            self._tell_parts()
        self._end_process()

    def _next_task(self) -> Callable[[], None] | None:
        """What was asked next; text that grows meanwhile is told."""
        while self._hearing is not None:
            with contextlib.suppress(Empty):
                return self._tasks.get(timeout=ANSWER_WAIT)
            self._tell_parts()
        return self._tasks.get()

    def _tell_parts(self) -> None:
        if self._hearing is None:
            return
        try:
            for part in self._hearing.process.parts():
                _tell(self._on_part, part)
        except NaklankError:
            self._hearing = None  # it died, or all ends: told where the text is asked for

    def _start_up(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        try:
            self._loaded_process()
        except NaklankError as error:
            _tell(on_ready, error)
        else:
            _tell(on_ready, self._notice)

    def _tell_hearing(self, news: Callable[[Hearing], None], tap: Tap) -> None:
        """From the recorder's thread: nothing here may wait, or raise."""
        if not self._is_closing:
            self._tasks.put(partial(self._pass_on, news, tap))

    def _begin_hearing(self, tap: Tap, spoken: Spoken, on_part: Callable[[LivePart], None]) -> None:
        self._tap, self._on_part = tap, on_part
        manner = (spoken.language, spoken.words)
        if self._is_heard(spoken):
            return  # it only paused
        self._hearing = None
        try:
            self._hearing = self._heard_before(self._loaded_process(), spoken)
        except NaklankError:
            self._hearing = None  # then it is typed after the stop, and told there
        except Exception as error:  # noqa: BLE001 - as said; but it belongs in the log
            self._unforeseen(error)
        else:
            self._heard_as = manner

    def _heard_before(self, process: SpeechProcess, spoken: Spoken) -> Hearing:
        process.begin(spoken.language, self._sources.hotwords(spoken.language, spoken.words))
        hearing = Hearing(process, self._sources.resampler)
        for file, take in zip(spoken.files, spoken.takes, strict=True):
            hearing.hear_take(file, take.frames, self._sources.samples([file]))
        return hearing

    def _pass_on(self, news: Callable[[Hearing], None], tap: Tap) -> None:
        if tap is not self._tap or self._hearing is None:
            return
        try:
            news(self._hearing)
        except Exception as error:  # noqa: BLE001 - as when it does not begin
            self._hearing = None
            self._unforeseen(error)

    def _is_heard(self, spoken: Spoken) -> bool:
        """Whether the process that lives has heard all of this, as it was told to."""
        hearing = self._hearing
        return (
            hearing is not None
            and hearing.process is self._process
            and hearing.process.is_alive
            and self._heard_as == (spoken.language, spoken.words)
            and hearing.has_heard(spoken)
        )

    def _forget(self) -> None:
        """A process that holds sound which nobody wants is ended, and a new one made ready."""
        if self._hearing is not None:
            self._renew()

    def _renew(self) -> None:
        # Once and unasked, so that the next typing is fast.
        self._end_process()
        self._tasks.put(partial(self._start_up, lambda _error: None))

    def _type(self, job: _Job) -> None:
        try:
            if job in self._jobs:  # cancelled meanwhile, it has been answered
                transcript = self._typed_as_heard(job) or self._typed_from_files(job)
                if transcript is not None:
                    _tell(job.listener.on_typed, transcript)
                    self._answer(job, job.listener.on_doubted, self._with_doubts(job, transcript))
        except NaklankError as error:
            self._answer(job, job.listener.on_failed, error)
        except Exception as error:  # noqa: BLE001 - the doctor must hear of it, and the thread live
            self._answer(job, job.listener.on_failed, self._unforeseen(error))

    def _typed_as_heard(self, job: _Job) -> Transcript | None:
        """None where it was not heard while it was spoken, or nothing came of that."""
        if not self._is_heard(job.spoken) or self._hearing is None:
            return None
        hearing, self._hearing = self._hearing, None
        hearing.flush()
        try:
            return self._held(job, hearing.process.finish)
        except NaklankError as error:
            if error.code is ErrorCode.CANCELLED:
                raise
            return None

    def _typed_from_files(self, job: _Job) -> Transcript | None:
        process = self._loaded_process()
        if job not in self._jobs:
            return None
        self._hearing = None
        language, words = job.spoken.language, job.spoken.words
        hotwords = self._sources.hotwords(language, words)
        samples = self._sources.samples(job.spoken.files)
        return self._held(
            job,
            lambda on_progress: process.transcribe(samples, language, on_progress, hotwords),
        )

    def _with_doubts(self, job: _Job, transcript: Transcript) -> Transcript:
        """The same with every doubt, from the process that typed it."""
        process = self._process
        if process is None:
            return transcript
        return replace(transcript, doubts=self._held(job, lambda _on_progress: process.doubts()))

    def _held(self, job: _Job, answer: Callable[[Callable[[float], None]], T]) -> T:
        """What is told of it by a process that is ended when it fails."""
        self._typing = job
        try:
            return answer(partial(_tell, job.listener.on_progress))
        except Exception:
            self._renew()  # it holds sound, and may be dead
            raise
        finally:
            self._typing = None

    def _loaded_process(self) -> SpeechProcess:
        """The warm process, or a new one where it is gone."""
        self._heed()
        if self._process is not None and self._process.is_alive:
            return self._process
        self._end_process()
        try:
            return self._new_process()
        except NaklankError as error:
            self._end_process()
            if error.code is not ErrorCode.ENGINE_DIED:
                raise
            # As on a CPU that lacks an instruction: it would die each time.
            raise NaklankError(ErrorCode.ENGINE_UNUSABLE, engine=self._engine) from error
        except Exception as error:
            self._end_process()
            raise _unforeseen(ErrorCode.ENGINE_UNUSABLE, error) from error

    def _new_process(self) -> SpeechProcess:
        model = self._sources.model()
        self._notice = model.notice
        process = SpeechProcess(self._engine, model.folder, self._patience, self._heed)
        process.start()
        self._process = process
        process.wait_until_loaded()
        return process

    def _end_process(self) -> None:
        """At once: there is nothing in it that anybody still wants."""
        process, self._process = self._process, None
        self._hearing = None
        if process is not None:
            process.stop(wait_for_it=False)

    def _heed(self) -> None:
        """Hear of `cancel` and `close`, on the typist's thread, also while the process works."""
        if self._is_closing or (self._typing is not None and self._typing.is_cancelled):
            raise NaklankError(ErrorCode.CANCELLED)
        for job in tuple(self._jobs):
            if job.is_cancelled:
                self._answer(job, job.listener.on_failed, NaklankError(ErrorCode.CANCELLED))

    def _answer(self, job: _Job, hears: Callable[[T], None], news: T) -> None:
        """The last word on a job; only the first one counts."""
        if job in self._jobs:
            self._jobs.remove(job)
            _tell(hears, news)


def _unforeseen(code: ErrorCode, error: Exception) -> NaklankError:
    """Names the kind of error alone; the error itself is its cause, for the log."""
    kind = type(error).__name__
    failure = NaklankError(code, kind=kind, engine=kind)
    failure.__cause__ = error
    return failure


def _tell(hears: Callable[[T], None], news: T) -> None:
    """A listener's mistake is told as any thread's is, and ends nothing here."""
    try:
        hears(news)
    except Exception as error:  # noqa: BLE001 - as said
        thread = threading.current_thread()
        threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, thread))
        )
