"""What the self-test asks of model and engine."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.speech.client import SpeechProcess
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.engines import DEFAULT_ENGINE
from naklank.speech.models.measuring import GOOD, LAST_SPAN, SLOW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from threading import Event

    from naklank.core.transcript import Transcript
    from naklank.speech.engine import Samples
    from naklank.speech.sources import TypingModel

SAID: Final = "blood pressure is too high"
"""What is said in the first ten seconds of the sample; every model hears it."""

_WARMING: Final = 2.0
"""Seconds of sound that wake processor and libraries, and are not measured."""

LONGEST: Final = 40.0
"""Seconds after which an engine that still types is too slow by any measure."""

_FAILURES: Final = {
    ErrorCode.ENGINE_MISSING: Outcome.ENGINE_UNUSABLE,
    ErrorCode.ENGINE_UNUSABLE: Outcome.ENGINE_UNUSABLE,
    ErrorCode.ENGINE_DIED: Outcome.ENGINE_FAILED,
    ErrorCode.ENGINE_HUNG: Outcome.ENGINE_FAILED,
    ErrorCode.CANCELLED: Outcome.ENGINE_TOO_SLOW,
}


class SpeechProbes:
    """The probes of the model and of the engine, which types with the model that was checked."""

    def __init__(
        self,
        model: Callable[[], TypingModel],
        sample: Callable[[], Samples],
        has_room: Callable[[], bool],
        tell_addresses: Callable[[Sequence[str]], None] = lambda _: None,
        engine: str = DEFAULT_ENGINE,
    ) -> None:
        """`model` checks and gives it; `sample` is the dictation that ships, mono, 16 kHz.

        `has_room` says whether the memory bears a second engine beside the one that may be warm;
        `tell_addresses` hears where the internet sockets of the speech process lead.
        """
        self._model = model
        self._sample = sample
        self._has_room = has_room
        self._tell_addresses = tell_addresses
        self._engine = engine
        self._found: TypingModel | None = None

    def model(self) -> Probe:
        """Checks the chosen model; the probe of the engine needs it to have run."""
        return Probe(Item.MODEL, self._find_model)

    def engine(self) -> Probe:
        """Has the sample typed in a speech process of its own, and measures how fast."""
        return Probe(Item.ENGINE, self._find_engine)

    def _find_model(self, _stopped: Event) -> Finding:
        self._found = None
        try:
            self._found = self._model()
        except NaklankError as error:
            damaged = error.code is ErrorCode.MODEL_DAMAGED
            outcome = Outcome.MODEL_DAMAGED if damaged else Outcome.MODEL_MISSING
            return Finding(Item.MODEL, outcome, {"model": error.details.get("model", "?")})
        notice = self._found.notice
        if notice is None:
            return Finding(Item.MODEL, Outcome.MODEL_WHOLE, {"model": self._found.folder.name})
        return Finding(
            Item.MODEL,
            Outcome.MODEL_REPLACED,
            {"model": notice.details["model"], "other": notice.details["other"]},
        )

    def _find_engine(self, stopped: Event) -> Finding:
        if self._found is None:
            return Finding(Item.ENGINE, Outcome.ENGINE_WITHOUT_MODEL)
        if not self._has_room():
            return Finding(Item.ENGINE, Outcome.ENGINE_NO_ROOM)
        details: dict[str, str | int | float] = {
            "model": self._found.folder.name,
            "cores": os.cpu_count() or 0,
        }
        try:
            seconds, transcript = self._typed(self._found, stopped)
        except NaklankError as error:
            return Finding(Item.ENGINE, _FAILURES.get(error.code, Outcome.ENGINE_FAILED), details)
        details["seconds"] = round(seconds, 1)
        return Finding(Item.ENGINE, judge_typing(seconds, transcript), details)

    def _typed(self, model: TypingModel, stopped: Event) -> tuple[float, Transcript]:
        """How long the first ten seconds take, and their text. Raises CANCELLED after `LONGEST`."""
        end = time.monotonic() + LONGEST

        def look_up() -> None:
            if stopped.is_set() or time.monotonic() > end:
                raise NaklankError(ErrorCode.CANCELLED)

        sample = self._sample()
        with SpeechProcess(self._engine, model.folder, on_turn=look_up) as process:
            process.wait_until_loaded()
            process.transcribe(sample[: round(_WARMING * SAMPLE_RATE)], "en")
            process.doubts()  # else the second decoding of these would be measured as well
            self._tell_addresses(process.addresses())
            begun = time.monotonic()
            transcript = process.transcribe(sample[: round(LAST_SPAN * SAMPLE_RATE)], "en")
            return time.monotonic() - begun, transcript


def judge_typing(seconds: float, transcript: Transcript) -> Outcome:
    """What it means that the first ten seconds of the sample took so long and became this text."""
    text = " ".join(segment.text for segment in transcript.segments).casefold()
    if SAID not in text:
        return Outcome.ENGINE_WRONG
    if seconds <= GOOD:
        return Outcome.ENGINE_WORKS
    return Outcome.ENGINE_SLOW if seconds <= SLOW else Outcome.ENGINE_TOO_SLOW
