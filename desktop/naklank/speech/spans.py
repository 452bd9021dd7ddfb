"""Spans: pieces of the recording that are decoded one by one, cut where the speaker rests."""

from collections.abc import Sequence
from typing import Final

from naklank.core.transcript import Stretch

SHORTEST: Final = 10.0
LONGEST: Final = 25.0
"""Seconds. Whisper pads every decode to 30 s, so short spans are waste, and 30 to 32 s is where it
invents an ending (OpenWhispr/openwhispr#1458)."""

MARGIN: Final = 0.2
"""Seconds of sound kept on both sides, so that no first or last letter is cut."""


def cut_spans(speech: Sequence[Stretch], duration: float) -> tuple[Stretch, ...]:
    """Spans that hold all stretches of speech, each at most `LONGEST` seconds plus margins.

    A stretch that is longer by itself stays whole.
    """
    spans = []
    rest = list(speech)
    while rest:
        count = _stretches_in_span(rest)
        spans.append(
            Stretch(
                max(0.0, rest[0].start - MARGIN),
                min(duration, rest[count - 1].end + MARGIN),
            )
        )
        rest = rest[count:]
    return tuple(spans)


def _stretches_in_span(speech: Sequence[Stretch]) -> int:
    """How many stretches the first span takes: up to the longest pause that comes not too early."""
    start = speech[0].start
    fitting = [
        count for count, stretch in enumerate(speech, start=1) if stretch.end - start <= LONGEST
    ]
    if len(fitting) in (0, len(speech)):
        return max(1, len(fitting))
    late_enough = [count for count in fitting if speech[count - 1].end - start >= SHORTEST]
    return max(
        late_enough or fitting[-1:],
        key=lambda count: speech[count].start - speech[count - 1].end,
    )
