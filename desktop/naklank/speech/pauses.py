"""Words that were read one by one, cut apart at the pauses between them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.transcript import Stretch
from naklank.speech.activity import detected
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from naklank.speech.engine import Samples

SHORTEST: Final = 0.06
"""Seconds of silence that can be a pause; shorter ones are the stops of t, k and p."""

USUAL: Final = 0.2
"""Seconds of a pause that somebody makes on purpose; no silence inside a word is as long."""

EVEN: Final = 0.35
"""How much of the usual pause each pause is at least: where a word was left out, the next best
silence lies inside a word, and is far shorter."""

INNER: Final = 0.6
"""How much of the shortest pause a silence inside a word is at most."""

ROOM: Final = 0.1
"""Seconds that are left before and behind a word, where the pause has so many."""


def find_words(samples: Samples, count: int) -> tuple[Stretch, ...]:
    """Where so many words are said in mono 16 kHz sound, in order, each with a little room.

    For a count of 1 all that is said. Raises VOICE_NOT_HEARD, or VOICE_PIECES where it is not
    clear that they are so many.
    """
    pieces = _pieces(samples)
    if not pieces:
        raise NaklankError(ErrorCode.VOICE_NOT_HEARD)
    pauses = sorted((pause for pause, _ in _pauses(pieces)), reverse=True)
    between, inside = pauses[: count - 1], pauses[count - 1 :]
    if len(pieces) < count or not _are_clear(between, inside):
        found = 1 + sum(pause >= USUAL for pause in pauses)
        raise NaklankError(ErrorCode.VOICE_PIECES, expected=str(count), found=str(found))
    shortest = between[-1] if between else float("inf")
    return tuple(_words(pieces, shortest, len(samples) / SAMPLE_RATE))


def _are_clear(between: Sequence[float], inside: Sequence[float]) -> bool:
    """Whether the pauses between words are alike, and other than the silences inside words."""
    if not between:
        return True
    is_even = between[-1] >= EVEN * median(between)
    return is_even and (not inside or inside[0] <= min(INNER * between[-1], USUAL))


def _words(pieces: Sequence[Stretch], shortest: float, seconds: float) -> Iterable[Stretch]:
    """From pause to pause, but for the middle of it."""
    start = max(0.0, pieces[0].start - ROOM)
    for pause, at in _pauses(pieces):
        if pause >= shortest:
            room = min(ROOM, pause / 2)
            yield Stretch(start, pieces[at].end + room)
            start = pieces[at + 1].start - room
    yield Stretch(start, min(seconds, pieces[-1].end + ROOM))


def _pauses(pieces: Sequence[Stretch]) -> list[tuple[float, int]]:
    """How long each silence is, and behind which piece."""
    return [(two.start - one.end, at) for at, (one, two) in enumerate(pairwise(pieces))]


def _pieces(samples: Samples) -> tuple[Stretch, ...]:
    """Everything that is said, parted at the slightest silence."""
    return detected(
        samples,
        min_speech_duration_ms=90,
        min_silence_duration_ms=round(1000 * SHORTEST),
        speech_pad_ms=0,
    )
