"""What this computer can bear: measured with a model that is here, reckoned for the others."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.core.speech_models import Bearing, Fitness, Recommendation
from naklank.speech.client import SpeechProcess
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from naklank.speech.engine import Samples
    from naklank.speech.models.catalogue import CataloguedModel

LONGEST: Final = 18.0
"""Seconds that the measuring may take; with the end of the process it stays below 20."""

GOOD: Final = 3.0
"""Seconds from the last word to the text that nobody minds: "a second or two" is what the doctor
was promised, and one more passes while the page changes."""

SLOW: Final = 8.0
"""Seconds that can be borne: doctor and patient go on talking meanwhile. Beyond it the computer
also lags behind while it listens: a span of 10 s would take nearly as long as it lasts."""

LAST_SPAN: Final = 10.0
"""Seconds of speech that are still to be typed at the stop, about."""

_SHORT_SPAN: Final = 3.0
"""Seconds; beside the last span it tells the encoder's share from the decoder's."""

_ROOM: Final = 0.9
"""Of the free memory that a model may take: the computer has other work."""


@dataclass(frozen=True, slots=True)
class _Pace:
    """Seconds that one model takes on this computer."""

    listening: float
    writing: float
    """For all words of the last span."""
    starting: float
    """Until it could decode, its check included."""

    def of_last_span(self, model: CataloguedModel, measured: CataloguedModel) -> float:
        """Reckoned from the model that was measured."""
        return (
            self.listening * model.cost.listening / measured.cost.listening
            + self.writing * model.cost.writing / measured.cost.writing
        )


class _TooLate(Exception):  # noqa: N818 - never leaves this file
    """Nobody waits any longer."""


def recommend(
    models: Sequence[CataloguedModel],
    ready: Mapping[str, Callable[[], Path]],
    sample: Samples,
    engine: str,
    free_memory: int,
) -> Recommendation:
    """Measure the smallest model that is here, and then the best one for which time is left.

    `ready` has for each model that is here what checks it and gives its folder; one at least.
    `sample` is English speech, `free_memory` in bytes. Raises what the engine and the check raise.
    """
    end = time.monotonic() + LONGEST
    here = [model for model in models if model.name in ready]
    measured = here[0]
    pace = _measure(ready[measured.name], sample, engine, end)
    seconds = {measured.name: pace.listening + pace.writing}
    for model in reversed(here[1:]):
        fits = model.model.memory <= _ROOM * free_memory
        if fits and time.monotonic() + _reckoned_effort(model, measured, pace) < end:
            measured, pace = model, _measure(ready[model.name], sample, engine, end)
            seconds[model.name] = pace.listening + pace.writing
            break
    fitness = tuple(
        _fitness(model, seconds.get(model.name), pace.of_last_span(model, measured), free_memory)
        for model in models
    )
    return Recommendation(fitness, _best(models, fitness))


def _measure(ready: Callable[[], Path], sample: Samples, engine: str, end: float) -> _Pace:
    """Decode two lengths in a process of its own: the crash of an engine costs nothing.

    Past the moment `end` of the monotonic clock it is given up: that is too slow by any measure.
    """
    begun = time.monotonic()
    folder = ready()

    def look_at_the_clock() -> None:
        if time.monotonic() > end:
            raise _TooLate

    try:
        with SpeechProcess(engine, folder, on_turn=look_at_the_clock) as process:
            process.wait_until_loaded()
            return _timed(process, sample, time.monotonic() - begun, end)
    except _TooLate:
        return _Pace(max(time.monotonic() - begun, 2 * SLOW), 0.0, LONGEST)


def _timed(process: SpeechProcess, sample: Samples, starting: float, end: float) -> _Pace:
    def seconds(length: float) -> float:
        start = time.monotonic()
        process.transcribe(sample[: round(length * SAMPLE_RATE)], "en")
        return time.monotonic() - start

    short = seconds(_SHORT_SPAN)  # the first one also wakes the processor and the libraries
    if time.monotonic() + 2 * short > end:
        return _Pace(short, 0.0, starting)
    whole = seconds(LAST_SPAN)
    if time.monotonic() + short < end:
        short = min(short, seconds(_SHORT_SPAN))
    writing = max((whole - short) / (1 - _SHORT_SPAN / LAST_SPAN), 0.0)
    writing = min(writing, whole)
    return _Pace(whole - writing, writing, starting)


def _reckoned_effort(model: CataloguedModel, measured: CataloguedModel, pace: _Pace) -> float:
    """Seconds that measuring another model would take, about."""
    starting = pace.starting * model.model.size / measured.model.size
    return starting + 3 * pace.of_last_span(model, measured)


def _fitness(
    model: CataloguedModel, measured: float | None, reckoned: float, free_memory: int
) -> Fitness:
    seconds = reckoned if measured is None else measured
    if measured is None and model.model.memory > _ROOM * free_memory:
        bearing = Bearing.TOO_BIG
    elif seconds <= GOOD:
        bearing = Bearing.GOOD
    else:
        bearing = Bearing.SLOW if seconds <= SLOW else Bearing.TOO_SLOW
    return Fitness(model.name, seconds, measured is not None, bearing)


def _best(models: Sequence[CataloguedModel], fitness: Sequence[Fitness]) -> str:
    """The one with the fewest wrong words among those that are good; else the quickest."""
    words = {model.name: model.model.words_to_one_error for model in models}
    good = [one for one in fitness if one.bearing is Bearing.GOOD]
    if good:
        return max(good, key=lambda one: (words[one.name], -one.seconds)).name
    return min(fitness, key=lambda one: one.seconds).name
