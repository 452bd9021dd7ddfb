"""What was spoken anew takes its place: in the recording, in the text and among the checks.

All that was said, typed, corrected, heard and confirmed beside it stays as it was.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from naklank.core.checks import Check, CheckKind, in_order
from naklank.core.missing_topics import missing_topics
from naklank.core.moving import Timed, moved, moved_check, moved_segment, moved_transcript
from naklank.core.recording import Insertion, Recording, TopicMark
from naklank.core.review import AROUND_GAP, Review, places_of
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.transcript import Segment, Stretch, Transcript, merged, without

LEAST: Final = 0.3
"""Seconds of a check that are worth hearing without the rest: a short word."""


@dataclass(frozen=True, slots=True)
class Splice:
    """In place of a stretch of a recording comes another one, of so many seconds."""

    gone: Stretch
    seconds: float

    @property
    def put_in(self) -> Stretch:
        """What came, in the recording as it is now."""
        return Stretch(self.gone.start, round(self.gone.start + self.seconds, 3))

    @property
    def later(self) -> float:
        """Seconds by which what follows moved."""
        return self.seconds - self.gone.seconds

    @property
    def joints(self) -> tuple[float, ...]:
        """Seconds of the whole at which sound was cut; none where something was only added."""
        return (self.put_in.start, self.put_in.end) if self.gone.seconds else ()


def spliced_marks(
    before: Recording, new: Recording, splice: Splice, insertion: Insertion
) -> tuple[TopicMark, ...]:
    """The topics that were marked, in seconds of the whole.

    What is spoken anew keeps its topic, whatever key was pressed meanwhile.
    """
    gone = splice.gone
    if not insertion.replaces:
        own = (replace(mark, second=mark.second + gone.start) for mark in new.marks)
        return (*before.marks, *own)
    own_topic = insertion.topic if before.marks else None
    return (
        *(mark for mark in before.marks if mark.second < gone.start),
        *((TopicMark(own_topic, gone.start),) if own_topic else ()),
        *(
            replace(mark, second=mark.second + splice.later)
            for mark in before.marks
            if mark.second >= gone.end
        ),
    )


def spliced_interpreted(before: Recording, new: Recording, splice: Splice) -> tuple[Stretch, ...]:
    """Where an interpreter speaks, in seconds of the whole."""
    came = (moved(one, splice.gone.start) for one in new.interpreted)
    return _around(before.interpreted, came, splice)


def spliced_transcript(before: Transcript, new: Transcript, splice: Splice) -> Transcript:
    """What was heard in the whole as it is now."""
    came = moved_transcript(new, splice.gone.start)
    return replace(
        before,
        duration=round(before.duration + splice.later, 3),
        segments=(
            *_part(before.segments, 0.0, splice.gone.start),
            *came.segments,
            *(
                moved_segment(one, splice.later)
                for one in _part(before.segments, splice.gone.end, math.inf)
            ),
        ),
        uncovered=_around(before.uncovered, came.uncovered, splice),
        dropped=_around(before.dropped, came.dropped, splice),
        doubts=_around(before.doubts, came.doubts, splice),
    )


def spliced_summary(before: Summary, new: Summary, splice: Splice, insertion: Insertion) -> Summary:
    """The doctor's text with the new words in place of the old; the others are untouched."""
    first, end = insertion.first, insertion.end
    came = tuple(_moved_word(word, splice.gone.start) for word in new.words)
    rest = tuple(_moved_word(word, splice.later) for word in before.words[end:])
    words = (*before.words[:first], *came, *rest)
    longer = len(came) - (end - first)
    places = {one.at: one.topic for one in before.borders if one.at < first}
    others = {one.at + longer: one.topic for one in before.borders if one.at >= end}
    known = {*places.values(), *others.values(), insertion.topic}
    for border in new.borders:
        if not insertion.replaces or border.topic not in known:
            places[first + border.at] = border.topic
    if insertion.replaces and insertion.topic is not None:
        places[first] = insertion.topic
    places |= others
    borders = tuple(Border(at, places[at]) for at in sorted(places) if at < len(words))
    return Summary(words, borders)


def spliced_review(
    before: Review, new: Iterable[Check], splice: Splice, summary: Summary, seconds: float
) -> Review:
    """The checks of the whole, of `seconds`; what was heard or confirmed elsewhere stays that.

    Around a joint the sound is played anew.
    """
    kept = list(_kept(before.checks, splice))
    came = tuple(moved_check(one, splice.gone.start) for one in new)
    joints = tuple(_joint(second, seconds) for second in splice.joints if 0 < second < seconds)
    missing = missing_topics(summary, seconds)
    sounding = {*(now for _, now in kept), *came, *joints}
    checks = (*in_order(sounding), *missing)
    asked = {one.topics for at, one in enumerate(before.checks) if at in before.confirmed}
    heard = {now for at, now in kept if at in before.heard}
    confirmed = {now for at, now in kept if at in before.confirmed}
    return replace(
        before,
        checks=checks,
        heard=places_of(checks, heard),
        confirmed=places_of(checks, {*confirmed, *(one for one in missing if one.topics in asked)}),
        heard_whole=False,
        sounded=_sounded(before.sounded, splice, joints),
        awaits_more=True,
    )


def _kept(checks: Iterable[Check], splice: Splice) -> Iterator[tuple[int, Check]]:
    """The places of the checks beside what is gone, and as they are now."""
    for at, check in enumerate(checks):
        if check.has_sound:
            yield from ((at, now) for now in _beside(check, splice))


def _beside(check: Check, splice: Splice) -> Iterator[Check]:
    """Its middle says where a check belongs, for times are inexact.

    One that belongs to what is gone leaves its single places, or its part of the sound.
    """
    middle = (check.start + check.end) / 2
    if middle < splice.gone.start:
        yield check
    elif middle >= splice.gone.end:
        yield moved_check(check, splice.later)
    elif check.items:
        for item in check.items:
            yield from _beside(item, splice)
    else:
        parts = _around((check,), (), splice)
        yield from (part for part in parts if part.end - part.start >= LEAST)


def _joint(second: float, seconds: float) -> Check:
    start, end = max(0.0, second - AROUND_GAP), min(seconds, second + AROUND_GAP)
    return Check(CheckKind.JOINT, "", start, end)


def _sounded(
    before: Iterable[Stretch], splice: Splice, joints: Iterable[Check]
) -> tuple[Stretch, ...]:
    return without(merged(_around(before, (), splice)), joints)


def _around(before: Iterable[Timed], came: Iterable[Timed], splice: Splice) -> tuple[Timed, ...]:
    """What lies beside the stretch that is gone, as far as it does, and what came."""
    early: list[Timed] = []
    late: list[Timed] = []
    for one in before:
        if one.start < splice.gone.start:
            early.append(replace(one, end=min(one.end, splice.gone.start)))
        if one.end > splice.gone.end:
            rest = replace(one, start=max(one.start, splice.gone.end))
            late.append(moved(rest, splice.later))
    return tuple(early + list(came) + late)


def _part(segments: Iterable[Segment], start: float, end: float) -> Iterator[Segment]:
    """What of them lies in a stretch, word for word."""
    for segment in segments:
        words = tuple(word for word in segment.words if start <= word.middle < end)
        if words:
            yield Segment(words)


def _moved_word(word: SummaryWord, seconds: float) -> SummaryWord:
    return word if word.sound is None else replace(word, sound=moved(word.sound, seconds))
