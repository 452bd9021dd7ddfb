"""What the self-test asks of microphone and loudspeaker."""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING, Final

from naklank.audio.ear import STILL_RANGE
from naklank.audio.output_state import output_state
from naklank.audio.patience import within
from naklank.audio.sound import FULL_SCALE
from naklank.audio.sound_card import OutputState
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.selftest import Finding, Item, Outcome, Probe
from naklank.core.selftest_judging import judge_sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from naklank.audio.sound_card import SoundCard
    from naklank.core.recording import InputName

LISTENING: Final = 2.0
"""Seconds of sound that are measured; it lies in memory alone, and is then forgotten."""

LATE: Final = 1.0
"""Seconds more in which they must have come."""

HANGING: Final = 10.0
"""Seconds after which a sound system that does not answer is left alone."""

_TURN: Final = 0.1
_FAINT: Final = 1e-6

_WHY_NOT: Final = {
    ErrorCode.MICROPHONE_MISSING: Outcome.MICROPHONE_MISSING,
    ErrorCode.MICROPHONE_BUSY: Outcome.MICROPHONE_BUSY,
    ErrorCode.MICROPHONE_DENIED: Outcome.MICROPHONE_DENIED,
}
_HEARD: Final = {
    OutputState.SOUNDING: Outcome.OUTPUT_WORKS,
    OutputState.MUTED: Outcome.OUTPUT_MUTED,
    OutputState.NONE: Outcome.OUTPUT_MISSING,
    OutputState.UNKNOWN: Outcome.OUTPUT_THERE,
}


def microphone_probe(
    card: SoundCard, chosen: Callable[[], InputName], seconds: float = LISTENING
) -> Probe:
    """Opens the chosen microphone for so many seconds; keeps nothing of what it hears."""

    def listen(stopped: Event) -> Finding:
        try:
            return _listen(card, chosen(), seconds, stopped)
        except NaklankError as error:
            outcome = _WHY_NOT.get(error.code, Outcome.NOT_KNOWN)
            names = tuple(filter(None, (error.details.get("device"),)))
            return Finding(Item.MICROPHONE, outcome, names=names)

    def find(stopped: Event) -> Finding:
        hanging = Finding(Item.MICROPHONE, Outcome.NOT_KNOWN)
        return within(HANGING, lambda: listen(stopped), hanging)

    return Probe(Item.MICROPHONE, find)


def _listen(card: SoundCard, device: InputName, seconds: float, stopped: Event) -> Finding:
    import numpy as np

    blocks: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def take(samples: bytes, *, overflowed: bool) -> None:  # noqa: ARG001 - gaps change no level
        blocks.put(samples)

    stream = card.open_input(device, take, lambda: None)
    try:
        frames, low, high = 0, 0, 0
        end = time.monotonic() + seconds + LATE
        while frames < seconds * stream.rate and time.monotonic() < end and not stopped.is_set():
            try:
                heard = np.frombuffer(blocks.get(timeout=_TURN), np.int16)
            except queue.Empty:
                continue
            if len(heard):
                low = int(min(low, heard.min())) if frames else int(heard.min())
                high = int(max(high, heard.max())) if frames else int(heard.max())
            frames += len(heard)
        rate, name = stream.rate, stream.device
    finally:
        stream.close()
    peak = 20 * float(np.log10(max(abs(low), abs(high), _FAINT) / FULL_SCALE))
    outcome = judge_sound(peak if frames else None, is_still=high - low <= STILL_RANGE)
    details = {"peak_dbfs": round(peak, 1), "rate_hz": rate} if frames else {}
    return Finding(Item.MICROPHONE, outcome, details, (name,))


def output_probe(card: SoundCard, state: Callable[[], OutputState] = output_state) -> Probe:
    """Asks and plays nothing: there is a patient in the room."""

    def ask() -> Finding:
        try:
            rate = card.output_rate()
        except NaklankError:
            return Finding(Item.OUTPUT, Outcome.OUTPUT_MISSING)
        return Finding(Item.OUTPUT, _HEARD[state()], {"rate_hz": rate})

    hanging = Finding(Item.OUTPUT, Outcome.NOT_KNOWN)
    return Probe(Item.OUTPUT, lambda _: within(HANGING, ask, hanging))
