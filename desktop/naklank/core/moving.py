"""What was heard, counted from another moment."""

from dataclasses import replace
from typing import TypeVar

from naklank.core.checks import Check
from naklank.core.transcript import Doubt, Dropped, Segment, Stretch, Transcript, Word

Timed = TypeVar("Timed", Word, Dropped, Doubt, Stretch, Check)


def moved(one: Timed, seconds: float) -> Timed:
    """The same, so many seconds later, to the millisecond; not the places inside a check."""
    return replace(one, start=round(one.start + seconds, 3), end=round(one.end + seconds, 3))


def moved_segment(segment: Segment, seconds: float) -> Segment:
    """With each word so many seconds later, to the millisecond."""
    return Segment(tuple(moved(word, seconds) for word in segment.words))


def moved_check(check: Check, seconds: float) -> Check:
    """With every place in it."""
    items = tuple(moved_check(item, seconds) for item in check.items)
    return replace(moved(check, seconds), items=items)


def moved_transcript(transcript: Transcript, seconds: float) -> Transcript:
    """As if so much had been recorded before it, of which nothing is told."""
    return replace(
        transcript,
        duration=round(transcript.duration + seconds, 3),
        segments=tuple(moved_segment(one, seconds) for one in transcript.segments),
        uncovered=tuple(moved(one, seconds) for one in transcript.uncovered),
        dropped=tuple(moved(one, seconds) for one in transcript.dropped),
        doubts=tuple(moved(one, seconds) for one in transcript.doubts),
    )
