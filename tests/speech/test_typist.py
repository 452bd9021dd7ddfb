"""The real typist: whatever happens to the speech process, the next typing works."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import threading
import time
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from naklank.audio.reading import resample
from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.client import STEP, SpeechProcess
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.engines import DEFAULT_ENGINE
from naklank.speech.sources import Sources, TypingModel
from naklank.speech.typist import SpeechTypist
from support.processes import children, speech_process
from support.sounds import to_whisper
from support.spoken import spoken_takes
from support.typing_listener import PATIENCE, TypingListener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from naklank.audio.sound import Sound
    from naklank.core.recording import SoundFile
    from naklank.speech.engine import Samples

SPOKEN = spoken_takes(1)


class Parts:
    """What the app passes, with a fault in its place when a test puts one there."""

    def __init__(self, model: Path, samples: Samples) -> None:
        self.model = model
        self.samples = samples
        self.model_fault: Exception | None = None
        self.notice: NaklankError | None = None
        self.sound_fault: Exception | None = None
        self.loads = 0

    def ready_model(self) -> TypingModel:
        self.loads += 1
        if self.model_fault is not None:
            raise self.model_fault
        return TypingModel(self.model, self.notice)

    def read_samples(self, _files: Sequence[SoundFile]) -> Samples:
        if self.sound_fault is not None:
            raise self.sound_fault
        return self.samples


@pytest.fixture
def parts(model: Path, sample: Sound) -> Parts:
    return Parts(model, resample(sample, SAMPLE_RATE).samples[: 25 * SAMPLE_RATE])


@pytest.fixture
def typist(parts: Parts) -> Iterator[SpeechTypist]:
    typist = SpeechTypist(
        DEFAULT_ENGINE, Sources(parts.ready_model, parts.read_samples, to_whisper)
    )
    yield typist
    typist.close()
    assert children() == []


@pytest.fixture
def at_loading(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What to do, on the typist's thread, each next time that a process has begun to load."""
    actions: list[Callable[[], None]] = []
    loading = SpeechProcess.wait_until_loaded

    def wait_until_loaded(process: SpeechProcess) -> None:
        if actions:
            actions.pop(0)()
        loading(process)

    monkeypatch.setattr(SpeechProcess, "wait_until_loaded", wait_until_loaded)
    return actions


def started(typist: SpeechTypist) -> NaklankError | None:
    """Start it and wait; whatever it was asked before has then been done."""
    listener = TypingListener()
    typist.start(listener.on_ready)
    return listener.wait_until_ready()


def kill_and_wait() -> None:
    """End the one speech process, and return when it is dead: the death itself is still untold."""
    (child,) = multiprocessing.active_children()
    child.kill()
    assert wait([child.sentinel], PATIENCE)


def test_a_process_killed_while_idle_is_replaced_without_a_word(
    typist: SpeechTypist, parts: Parts
) -> None:
    assert started(typist) is None
    kill_and_wait()
    listener = TypingListener()
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"
    assert listener.has_heard_all
    assert parts.loads == 2


def test_killed_while_it_types_a_new_process_comes_unasked(
    typist: SpeechTypist, parts: Parts, at_loading: list[Callable[[], None]]
) -> None:
    assert started(typist) is None
    warming = threading.Event()
    at_loading.append(warming.set)
    listener = TypingListener(during=lambda: speech_process().kill())
    typist.type_out(SPOKEN, listener)
    assert listener.error().code is ErrorCode.ENGINE_DIED
    assert warming.wait(PATIENCE)
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"
    assert parts.loads == 2


def test_a_computer_on_which_it_dies_each_time_is_not_kept_busy(
    typist: SpeechTypist, parts: Parts, at_loading: list[Callable[[], None]]
) -> None:
    assert started(typist) is None
    listener = TypingListener(during=lambda: speech_process().kill())
    at_loading += [lambda: speech_process().kill()] * 3
    typist.type_out(SPOKEN, listener)
    assert listener.error().code is ErrorCode.ENGINE_DIED
    typist.type_out(SPOKEN, listener)
    assert listener.error().code is ErrorCode.ENGINE_UNUSABLE
    error = started(typist)
    assert error is not None
    assert error.code is ErrorCode.ENGINE_UNUSABLE
    assert parts.loads == 4  # two by `started`, one unasked, one for the second typing
    assert started(typist) is None
    assert parts.loads == 5


def test_killed_while_it_loads_it_is_told_and_the_text_can_still_be_had(
    typist: SpeechTypist, at_loading: list[Callable[[], None]]
) -> None:
    at_loading.append(lambda: speech_process().kill())
    ready, listener = TypingListener(), TypingListener()
    typist.start(ready.on_ready)
    typist.type_out(SPOKEN, listener)
    error = ready.wait_until_ready()
    assert error is not None
    assert error.code is ErrorCode.ENGINE_UNUSABLE
    assert error.details["engine"] == DEFAULT_ENGINE
    assert listener.transcript().words[0].text == "What"


def test_a_process_that_cannot_start_is_told(typist: SpeechTypist) -> None:
    multiprocessing.set_executable(shutil.which("false") or "")
    try:
        error = started(typist)
    finally:
        multiprocessing.set_executable(sys.executable)
    assert error is not None
    assert error.code is ErrorCode.ENGINE_UNUSABLE
    assert started(typist) is None


def test_weights_that_cannot_be_loaded_are_told(
    typist: SpeechTypist, parts: Parts, tmp_path: Path
) -> None:
    (tmp_path / "model.bin").write_bytes(b"not a model")
    parts.model, model = tmp_path, parts.model
    error = started(typist)
    assert error is not None
    assert error.code is ErrorCode.ENGINE_UNUSABLE
    parts.model = model
    assert started(typist) is None


def test_a_missing_model_is_told_to_each_who_asks(typist: SpeechTypist, parts: Parts) -> None:
    parts.model_fault = NaklankError(ErrorCode.MODEL_MISSING, model="base", package="weights")
    assert started(typist) is parts.model_fault
    listener = TypingListener()
    typist.type_out(SPOKEN, listener)
    assert listener.error() is parts.model_fault
    parts.model_fault = None
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"


def test_a_model_that_stands_in_types_and_is_told(typist: SpeechTypist, parts: Parts) -> None:
    parts.notice = NaklankError(ErrorCode.MODEL_REPLACED, model="small", other="base")
    assert started(typist) is parts.notice
    listener = TypingListener()
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"


def test_what_nobody_foresaw_is_told_and_ends_nothing(typist: SpeechTypist, parts: Parts) -> None:
    parts.model_fault = ZeroDivisionError("Mevrouw De Vries")
    error = started(typist)
    assert error is not None
    assert (error.code, error.details["engine"]) == (
        ErrorCode.ENGINE_UNUSABLE,
        "ZeroDivisionError",
    )
    assert "Vries" not in str(error.details)
    parts.model_fault = None
    parts.sound_fault = ZeroDivisionError("Mevrouw De Vries")
    listener = TypingListener()
    typist.type_out(SPOKEN, listener)
    error = listener.error()
    assert (error.code, error.details["kind"]) == (ErrorCode.UNFORESEEN, "ZeroDivisionError")
    assert error.__cause__ is parts.sound_fault
    parts.sound_fault = None
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"
    assert parts.loads == 2  # sound that cannot be read costs no process


def test_sound_that_cannot_be_read_is_told_as_it_is(typist: SpeechTypist, parts: Parts) -> None:
    parts.sound_fault = NaklankError(ErrorCode.FILE_NOT_READABLE, file="take-1.pcm")
    listener = TypingListener()
    typist.type_out(SPOKEN, listener)
    assert listener.error() is parts.sound_fault


def test_a_listener_that_fails_ends_nothing(
    typist: SpeechTypist, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: failures.append(told.exc_type))

    def fail(_news: object = None) -> None:
        raise ZeroDivisionError

    typist.start(fail)
    listener = TypingListener(during=fail)
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"
    assert failures == [ZeroDivisionError, ZeroDivisionError]


def test_hung_while_it_types(typist: SpeechTypist) -> None:
    def hang() -> None:
        assert typist._process is not None
        typist._process._patience = 1.0
        speech_process().suspend()  # SIGSTOP: it does not even hear SIGTERM

    listener = TypingListener(during=hang)
    typist.type_out(SPOKEN, listener)
    assert listener.error().code is ErrorCode.ENGINE_HUNG
    typist.type_out(SPOKEN, listener)
    assert listener.transcript().words[0].text == "What"


def test_cancelled_the_process_with_the_sound_is_gone_within_a_second(
    typist: SpeechTypist, parts: Parts, at_loading: list[Callable[[], None]]
) -> None:
    assert started(typist) is None
    child = speech_process()
    amid, warming = threading.Event(), threading.Event()
    at_loading.append(warming.set)
    listener = TypingListener(during=amid.set)
    typist.type_out(SPOKEN, listener)
    assert amid.wait(PATIENCE)
    begun = time.monotonic()
    typist.cancel()
    assert listener.error().code is ErrorCode.CANCELLED
    assert time.monotonic() - begun < 1.0
    assert not child.is_running()
    assert warming.wait(PATIENCE)
    assert started(typist) is None
    assert parts.loads == 2


def test_cancelled_while_a_process_loads_it_is_told_within_a_second(
    typist: SpeechTypist, at_loading: list[Callable[[], None]]
) -> None:
    loading = threading.Event()

    def stand_still() -> None:
        speech_process().suspend()
        loading.set()

    at_loading.append(stand_still)
    listener = TypingListener()
    typist.type_out(SPOKEN, listener)
    assert loading.wait(PATIENCE)
    begun = time.monotonic()
    typist.cancel()
    assert listener.error().code is ErrorCode.CANCELLED
    assert time.monotonic() - begun < 1.0


def suspend() -> None:
    speech_process().suspend()


@pytest.mark.parametrize("change", [lambda: None, suspend], ids=["at work", "hung"])
@pytest.mark.parametrize("state", ["loading", "idle", "typing"])
def test_closed_in_any_state_nothing_is_left(
    typist: SpeechTypist,
    at_loading: list[Callable[[], None]],
    state: str,
    change: Callable[[], None],
) -> None:
    reached = threading.Event()

    def reach() -> None:
        change()
        reached.set()

    if state == "loading":
        at_loading.append(reach)
        typist.start(lambda _error: None)
    elif state == "idle":
        assert started(typist) is None
        reach()
    else:
        typist.type_out(SPOKEN, TypingListener(during=reach))
    assert reached.wait(PATIENCE)
    child = speech_process()
    begun = time.monotonic()
    typist.close()
    # A quarter of a second until it is heeded, and one step of the ladder for a hung process.
    assert time.monotonic() - begun < STEP + 1.5
    assert not child.is_running()
