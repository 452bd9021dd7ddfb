"""Guard against phrases that Whisper invents, learnt from subtitles."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from naklank.core.sentence_ends import CLOSING_MARKS, mark_of
from naklank.core.transcript import LANGUAGES
from naklank.foundation.paths import resource
from naklank.speech.guards.removal import Sifted, all_words, plain, take_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from naklank.core.transcript import Segment
    from naklank.speech.guards.span_sound import SpanSound

_WORD: Final = r"[^ |]+"
_PLACES: Final = {"{number}": r"[\d.,:/-]+", "{name}": rf"{_WORD}(?: {_WORD}){{0,6}}"}


class _Phrase(NamedTuple):
    pattern: re.Pattern[str]
    is_sayable: bool


class _Found(NamedTuple):
    run: range
    is_sayable: bool


def drop_phrases(segments: Sequence[Segment], sound: SpanSound) -> Sifted:
    """The words without invented phrases at the edges of the span or where nobody speaks.

    What a doctor may say ("bedankt") goes only where there is no speech that could hold it.
    """
    return take_out(segments, list(_invented(segments, sound)), "phrase")


def _invented(segments: Sequence[Segment], sound: SpanSound) -> Iterator[range]:
    words = all_words(segments)
    found = sorted(_listed(segments) + _signs(segments), key=lambda it: it.run.start)
    begun = _reached(0, [it.run for it in found])
    ended = len(words) - _reached(0, [_mirrored(it.run, len(words)) for it in found])
    for run, is_sayable in found:
        at_edge = run.stop <= begun or run.start >= ended
        if (at_edge and not is_sayable) or sound.is_too_weak_for([words[at] for at in run]):
            yield run


def _reached(place: int, runs: Sequence[range]) -> int:
    """How far the runs reach without a gap."""
    for run in sorted(runs, key=lambda run: run.start):
        if run.start <= place:
            place = max(place, run.stop)
    return place


def _mirrored(run: range, count: int) -> range:
    return range(count - run.stop, count - run.start)


def _signs(segments: Sequence[Segment]) -> list[_Found]:
    """The segments without a letter: dots, notes of music."""
    found, place = [], 0
    for segment in segments:
        run = range(place, place + len(segment.words))
        if not any(plain(word.text) for word in segment.words):
            found.append(_Found(run, is_sayable=False))
        place = run.stop
    return found


def _listed(segments: Sequence[Segment]) -> list[_Found]:
    """Where phrases of the lists stand, none over another; the longest goes first."""
    line, starts = _line(segments)
    found: list[_Found] = []
    taken: set[int] = set()
    matches = [
        (match.start(), match.end(), phrase.is_sayable)
        for phrase in _phrases()
        for match in phrase.pattern.finditer(line)
    ]
    for start, end, is_sayable in sorted(matches, key=lambda it: it[0] - it[1]):
        run = range(bisect_left(starts, start), bisect_left(starts, end))
        if taken.isdisjoint(run):
            taken.update(run)
            found.append(_Found(run, is_sayable))
    return found


def _line(segments: Sequence[Segment]) -> tuple[str, list[int]]:
    """The words in plain letters, "|" behind each sentence, and where each word begins."""
    line, starts = "", []
    for segment in segments:
        for word in segment.words:
            starts.append(len(line))
            ends = word is segment.words[-1] or mark_of(word.text) in CLOSING_MARKS
            line += plain(word.text) + ("|" if ends else " ")
    return line, starts


@cache
def _phrases() -> tuple[_Phrase, ...]:
    lines = (
        line.strip()
        for language in LANGUAGES
        for line in resource(f"words/invented_{language}.txt").read_text("utf-8").splitlines()
    )
    return tuple(_phrase(line) for line in lines if line and not line.startswith("#"))


def _phrase(line: str) -> _Phrase:
    parts = line.removeprefix("?").split()
    body = "[ |]".join(_PLACES.get(part) or re.escape(part) for part in parts)
    # "Muziek." is invented, "luister naar muziek" is said: one word must be a whole sentence.
    before, behind = ("^|(?<=[|])", "[|]|$") if len(parts) == 1 else ("^|(?<=[ |])", "[ |]")
    return _Phrase(re.compile(f"(?:{before}){body}(?={behind})"), line.startswith("?"))
