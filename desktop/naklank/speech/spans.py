"""Spans: pieces of the recording that are decoded one by one, cut where the speaker rests."""

from collections.abc import Sequence
from typing import Final

from naklank.core.transcript import Stretch

SHORTEST: Final = 10.0
LONGEST: Final = 25.0
"""Seconds. Whisper pads every decode to 30 s, so short spans are waste, and 30 to 32 s is where it
invents an ending (OpenWhispr/openwhispr#1458)."""

LONG_PAUSE: Final = 0.4
SHORT_PAUSE: Final = 0.3
"""Seconds of rest that end a span of the shortest and of the longest length: the longer it is, the
less it waits for a better place."""

MARGIN: Final = 0.2
"""Seconds of sound kept on both sides, so that no first or last letter is cut."""


def finished_span(speech: Sequence[Stretch], heard: float) -> int:
    """How many of the first stretches make a span, whatever is said later; 0 when none does yet.

    `heard` is the second up to which sound was looked at. A span has at most `LONGEST` seconds,
    but a stretch that is longer by itself stays whole.
    """
    if not speech:
        return 0
    start = speech[0].start
    for count, stretch in enumerate(speech, start=1):
        length = stretch.end - start
        if length > LONGEST:
            return _longest_pause(speech[: count - 1]) or 1
        is_last = count == len(speech)
        rest = (heard if is_last else speech[count].start) - stretch.end
        if length >= SHORTEST and rest >= _needed_pause(length):
            return count
    return 0


def cut_spans(speech: Sequence[Stretch], heard: float) -> tuple[int, ...]:
    """How many stretches each span takes, up to the last one, when nothing follows.

    `heard` as in `finished_span`; the counts together are all stretches.
    """
    counts: list[int] = []
    rest = list(speech)
    while rest:
        counts.append(finished_span(rest, heard) or len(rest))
        rest = rest[counts[-1] :]
    return tuple(counts)


def with_margins(speech: Sequence[Stretch], heard: float) -> Stretch:
    """What is decoded of one or more stretches: with `MARGIN` seconds on either side.

    Never before the start of the sound, nor beyond the second `heard`.
    """
    return Stretch(max(0.0, speech[0].start - MARGIN), min(heard, speech[-1].end + MARGIN))


def _needed_pause(length: float) -> float:
    share = (length - SHORTEST) / (LONGEST - SHORTEST)
    return LONG_PAUSE - share * (LONG_PAUSE - SHORT_PAUSE)


def _longest_pause(speech: Sequence[Stretch]) -> int:
    """How many stretches come before the longest pause, behind the last of them or between."""
    long_enough = [
        count
        for count, stretch in enumerate(speech, start=1)
        if stretch.end - speech[0].start >= SHORTEST
    ]
    counts = long_enough or list(range(1, len(speech) + 1))
    return max(counts, key=lambda count: _pause_behind(speech, count), default=0)


def _pause_behind(speech: Sequence[Stretch], count: int) -> float:
    return speech[count].start - speech[count - 1].end if count < len(speech) else 0.0
