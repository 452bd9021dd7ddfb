"""Who types: Naklank as the app does it, and its rivals on the same weights."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, Self

from naklank.core.transcript import Transcript, Word
from naklank.foundation.paths import models_folder, resource
from naklank.language.vocabulary import load_vocabulary
from naklank.speech.engines import DEFAULT_ENGINE, ENGINES
from naklank.speech.models import BASE, read_catalogue, ready_model
from naklank.speech.transcriber import Transcriber

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from naklank.speech.engine import Engine, Samples

OURS = "naklank"
PLAIN = "faster-whisper"
PLAIN_VAD = "faster-whisper, vad"
REFERENCE = "openai-whisper"
RIVALS = (PLAIN, PLAIN_VAD, REFERENCE)
LIMIT = 300.0
"""Seconds given to a rival for one file; that it needs more is a result."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of one recording, and the seconds that it took."""

    words: tuple[Word, ...]
    seconds: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


class Typist(Protocol):
    """Types Dutch, mono at 16 kHz; None where it took too long."""

    def type_out(self, samples: Samples) -> Typed | None: ...


def base_model() -> Path:
    """The folder of the checked weights of *base*."""
    return ready_model(
        models_folder() / BASE, read_catalogue(resource("models/catalogue.tsv"), BASE)
    )


def transcribe_as_the_app(engine: Engine, samples: Samples) -> Transcript:
    """The whole pipeline, at its one place in the benchmarks."""
    hotwords = load_vocabulary("nl", ()).hotwords
    transcriber = Transcriber(engine, "nl", hotwords)
    transcriber.add(samples)
    return transcriber.finish(lambda _second: None)


class Naklank:
    """The pipeline of the app, on the engine of that name."""

    def __init__(self, engine: str = DEFAULT_ENGINE) -> None:
        self.engine = ENGINES[engine](base_model())

    def type_out(self, samples: Samples) -> Typed:
        start = time.perf_counter()
        transcript = transcribe_as_the_app(self.engine, samples)
        return Typed(transcript.words, time.perf_counter() - start)


class PlainFasterWhisper:
    """Faster-whisper as most programs call it: beam 5, word times, the whole file."""

    def __init__(self, *, vad: bool = False) -> None:
        from faster_whisper import WhisperModel

        self._vad = vad
        self._model = WhisperModel(
            str(base_model()), device="cpu", compute_type="int8", local_files_only=True
        )

    def type_out(self, samples: Samples) -> Typed:
        start = time.perf_counter()
        segments, _info = self._model.transcribe(
            samples, language="nl", beam_size=5, word_timestamps=True, vad_filter=self._vad
        )
        words = tuple(
            Word(word.start, word.end, word.word.strip(), word.probability)
            for segment in segments
            for word in segment.words or ()
        )
        return Typed(words, time.perf_counter() - start)


class OpenaiWhisper:
    """OpenAI's Whisper, beam 5, word times; in a process that is ended when it takes too long.

    With `ours` it stands behind our pipeline instead.
    """

    def __init__(self, *, ours: bool = False, limit: float = LIMIT) -> None:
        self._ours = ours
        self._limit = limit
        self._context = multiprocessing.get_context("spawn")

    @cached_property
    def _started(self) -> tuple[Any, Connection]:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_serve_openai, args=(there, self._ours), daemon=True)
        process.start()
        there.close()
        here.recv()  # loaded
        return process, here

    def type_out(self, samples: Samples) -> Typed | None:
        _process, connection = self._started
        connection.send(samples)
        if not connection.poll(self._limit):
            self.close()
            return None
        typed: Typed = connection.recv()
        return typed

    def load(self) -> None:
        """Get warm, as the app is."""
        _ = self._started

    def close(self) -> None:
        """End the process; the next call starts another."""
        if "_started" in self.__dict__:
            process, connection = self._started
            process.kill()
            process.join()
            connection.close()
            del self._started

    def __enter__(self) -> Self:
        self.load()
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _serve_openai(connection: Connection, ours: bool) -> None:  # noqa: FBT001 - of one caller
    typist = Naklank("openai-whisper") if ours else _PlainOpenai()
    connection.send(None)
    with contextlib.suppress(EOFError):
        while True:
            connection.send(typist.type_out(connection.recv()))


class _PlainOpenai:
    def __init__(self) -> None:
        from naklank.speech.engines.openai_whisper import OpenaiWhisper as Engine

        self._model = Engine(base_model())._model

    def type_out(self, samples: Samples) -> Typed:
        import whisper

        start = time.perf_counter()
        result = whisper.transcribe(
            self._model, samples, language="nl", beam_size=5, word_timestamps=True, fp16=False
        )
        words = tuple(
            Word(float(word["start"]), float(word["end"]), word["word"].strip(), 0.0)
            for segment in result["segments"]
            for word in segment["words"]
        )
        return Typed(words, time.perf_counter() - start)


def open_typists(names: list[str], stack: contextlib.ExitStack) -> dict[str, Typist]:
    """Ours and these rivals by name; their processes end with the stack."""
    return {OURS: Naklank(), **open_rivals(names, stack)}


def open_rivals(names: list[str], stack: contextlib.ExitStack) -> dict[str, Typist]:
    """These rivals by name, loaded."""
    makers: dict[str, Callable[[], Typist]] = {
        PLAIN: PlainFasterWhisper,
        PLAIN_VAD: lambda: PlainFasterWhisper(vad=True),
        REFERENCE: lambda: stack.enter_context(OpenaiWhisper()),
    }
    return {name: makers[name]() for name in names}
