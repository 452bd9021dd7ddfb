"""Guard against the given vocabulary echoed into weak sound.

Hotwords leak into silence (SYSTRAN/faster-whisper#731).
"""

from __future__ import annotations

from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING, Final

from naklank.speech.guards.removal import Sifted, all_words, plain, take_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.transcript import Segment, Word
    from naklank.speech.guards.span_sound import SpanSound

_DOUBTFUL: Final = 0.25
_DOUBTFUL_ROW: Final = 0.5
"""Probabilities; a name that *base* knows badly has 0.3 where it was really said."""


def drop_echoes(segments: Sequence[Segment], sound: SpanSound, hotwords: Sequence[str]) -> Sifted:
    """The words without hotwords that stand over sound too weak or too short for them."""
    given = [plain(part) for hotword in hotwords for part in hotword.split()]
    words = all_words(segments)
    groups = groupby(range(len(words)), key=lambda at: plain(words[at].text) in given)
    runs = [list(places) for is_given, places in groups if is_given]
    echoes = [run for run in runs if _is_echo([words[at] for at in run], given, sound)]
    return take_out(segments, [range(run[0], run[-1] + 1) for run in echoes], "echo")


def _is_echo(words: Sequence[Word], given: Sequence[str], sound: SpanSound) -> bool:
    if sound.is_too_weak_for(words):
        return True
    probability = fmean(word.probability for word in words)
    texts = [plain(word.text) for word in words]
    return probability < (_DOUBTFUL_ROW if len(texts) > 1 or _in_order(texts, given) else _DOUBTFUL)


def _in_order(texts: Sequence[str], given: Sequence[str]) -> bool:
    size = len(texts)
    return size > 1 and any(
        list(given[at : at + size]) == list(texts) for at in range(len(given) - size + 1)
    )
