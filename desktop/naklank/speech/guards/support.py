"""Guard against text without speech under it."""

from __future__ import annotations

from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING, Final

from naklank.speech.guards.removal import Sifted, all_words, take_out
from naklank.speech.guards.span_sound import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.transcript import Segment, Word
    from naklank.speech.guards.span_sound import SpanSound

_TOUCH: Final = 0.1
"""Seconds within which a word of an invented tail must have speech to stay; where no word of a run
is further than `REACH` from speech, it is taken for real words with inexact times."""

_DOUBTFUL: Final = 0.6
"""Mean probability below which words over babble are not believed: those that Whisper base made up
there had mostly 0.01 to 0.5, real words 5 dB above it 0.7 and more."""

_FAR: Final = 2.0
"""Seconds from a voice where no word is believed, however sure: an engine in a loop is."""


def drop_unsupported(segments: Sequence[Segment], sound: SpanSound) -> Sifted:
    """The words without each run that no speech is under, or only the babble of many.

    A tail that Whisper invents often shares a segment with the last real word.
    """
    words = all_words(segments)
    is_spoken = [sound.is_spoken(word, _TOUCH) for word in words]
    is_voiced = [sound.is_voiced(word, _TOUCH) for word in words]
    silent = [
        run
        for run in _runs([not spoken for spoken in is_spoken])
        if any(not sound.is_spoken(words[at], REACH) for at in run)
    ]
    in_babble = [
        run
        for run in _runs(
            [spoken and not voiced for spoken, voiced in zip(is_spoken, is_voiced, strict=True)]
        )
        if _is_made_up([words[at] for at in run], sound)
    ]
    return take_out(segments, sorted(silent + in_babble, key=lambda run: run.start), "no_speech")


def _is_made_up(words: Sequence[Word], sound: SpanSound) -> bool:
    if fmean(word.probability for word in words) < _DOUBTFUL:
        return True
    return any(not sound.is_voiced(word, _FAR) for word in words)


def _runs(flags: Sequence[bool]) -> list[range]:
    """The places of each unbroken run of true ones."""
    groups = [
        list(places) for flag, places in groupby(range(len(flags)), flags.__getitem__) if flag
    ]
    return [range(places[0], places[-1] + 1) for places in groups]
