"""Model and engine as the self-test finds them."""

from __future__ import annotations

from threading import Event, Timer
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.assembly.job import read_sample
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.selftest import Finding, Item, Outcome, look
from naklank.core.transcript import Segment, Transcript, Word
from naklank.speech.probing import SpeechProbes, judge_typing
from naklank.speech.sources import TypingModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from naklank.speech.engine import Samples

SILENCE = np.zeros(16_000 * 12, np.float32)


def probes(
    model: Path | TypingModel | NaklankError,
    sample: Samples = SILENCE,
    *,
    has_room: bool = True,
    engine: str = "faster-whisper",
    told: list[Sequence[str]] | None = None,
) -> SpeechProbes:
    def give() -> TypingModel:
        if isinstance(model, NaklankError):
            raise model
        return model if isinstance(model, TypingModel) else TypingModel(model)

    told = [] if told is None else told
    return SpeechProbes(give, lambda: sample, lambda: has_room, told.append, engine)


def both(one: SpeechProbes, stopped: Event | None = None) -> tuple[Finding, Finding]:
    stopped = stopped or Event()
    return look(one.model(), stopped), look(one.engine(), stopped)


def test_the_real_engine_types_the_sample(model: Path) -> None:
    told: list[Sequence[str]] = []
    whole, typed = both(probes(model, read_sample(), told=told))
    assert whole == Finding(Item.MODEL, Outcome.MODEL_WHOLE, {"model": "base"})
    assert typed.outcome in (
        Outcome.ENGINE_WORKS,
        Outcome.ENGINE_SLOW,  # on a busy machine
        Outcome.ENGINE_TOO_SLOW,
    )
    assert float(typed.details["seconds"]) > 0
    assert told == [()], "the speech process has no internet socket"


def test_an_engine_that_types_something_else(model: Path) -> None:
    assert both(probes(model))[1].outcome is Outcome.ENGINE_WRONG


def test_an_engine_that_is_not_there(model: Path) -> None:
    assert both(probes(model, engine="none"))[1].outcome is Outcome.ENGINE_UNUSABLE


def test_somebody_says_stop_while_it_loads(model: Path) -> None:
    stopped = Event()
    timer = Timer(0.3, stopped.set)
    timer.start()
    both(probes(model, read_sample()), stopped)  # no process is left: each test looks for one
    timer.join()


def test_little_memory(model: Path) -> None:
    assert both(probes(model, has_room=False))[1].outcome is Outcome.ENGINE_NO_ROOM


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (ErrorCode.MODEL_MISSING, Outcome.MODEL_MISSING),
        (ErrorCode.MODEL_UNKNOWN, Outcome.MODEL_MISSING),
        (ErrorCode.MODEL_DAMAGED, Outcome.MODEL_DAMAGED),
    ],
)
def test_no_model(code: ErrorCode, outcome: Outcome) -> None:
    error = NaklankError(code, model="small", folder="/home/van dam/models")
    whole, typed = both(probes(error))
    assert whole == Finding(Item.MODEL, outcome, {"model": "small"})
    assert typed.outcome is Outcome.ENGINE_WITHOUT_MODEL


def test_a_model_that_stands_in(model: Path) -> None:
    notice = NaklankError(ErrorCode.MODEL_REPLACED, model="small", other="base")
    whole = look(probes(TypingModel(model, notice)).model(), Event())
    details = {"model": "small", "other": "base"}
    assert whole == Finding(Item.MODEL, Outcome.MODEL_REPLACED, details)


@pytest.mark.parametrize(
    ("seconds", "text", "outcome"),
    [
        (2.9, "Your BLOOD pressure is too high.", Outcome.ENGINE_WORKS),
        (7.9, "Your blood pressure is too high.", Outcome.ENGINE_SLOW),
        (8.1, "Your blood pressure is too high.", Outcome.ENGINE_TOO_SLOW),
        (1.0, "Your blood pressure is to hide.", Outcome.ENGINE_WRONG),
        (1.0, "", Outcome.ENGINE_WRONG),
    ],
)
def test_what_typing_means(seconds: float, text: str, outcome: Outcome) -> None:
    words = tuple(Word(at, at + 0.5, word, 0.9) for at, word in enumerate(text.split()))
    segments = (Segment(words),) if words else ()
    assert judge_typing(seconds, Transcript("en", 10.0, segments)) is outcome
