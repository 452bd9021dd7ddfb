"""What an interpreter says is sound and no text: the doctor cannot check it.

Only what lies wholly in a stretch of the interpreter's goes. The times of words are inexact by
some tenths of a second, and a word too many is seen and taken out; a "niet" too few is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from naklank.core.alignment import bare
from naklank.core.moving import Timed
from naklank.core.transcript import SHORTEST_GAP, Doubt, Segment, Stretch, Transcript, Word, without


def without_interpreter(heard: Transcript, interpreted: Sequence[Stretch]) -> Transcript:
    """What was heard of the others: no word of the interpreter's, no doubt and no gap."""
    if not interpreted:
        return heard
    spoken = (Segment(others(segment.words, interpreted)) for segment in heard.segments)
    segments = tuple(segment for segment in spoken if segment.words)
    words = tuple(word for segment in segments for word in segment.words)
    return replace(
        heard,
        segments=segments,
        uncovered=tuple(_left(heard.uncovered, interpreted)),
        dropped=others(heard.dropped, interpreted),
        doubts=tuple(_doubts(others(heard.doubts, interpreted), words, interpreted)),
    )


def others(places: Sequence[Timed], interpreted: Sequence[Stretch]) -> tuple[Timed, ...]:
    """What does not lie wholly where an interpreter speaks."""
    return tuple(
        place
        for place in places
        if not any(one.start <= place.start and place.end <= one.end for one in interpreted)
    )


def _left(speech: Sequence[Stretch], interpreted: Sequence[Stretch]) -> Iterator[Stretch]:
    """What of it lies beside the interpreter's, and is no mere breath before or after a key."""
    whole = set(speech)
    for piece in without(speech, interpreted):
        if piece in whole or piece.seconds >= SHORTEST_GAP:
            yield piece


def _doubts(
    doubts: Sequence[Doubt], words: Sequence[Word], interpreted: Sequence[Stretch]
) -> Iterator[Doubt]:
    """One that reaches into the interpreter's points at the words that are left, if any are."""
    for doubt in doubts:
        if all(doubt.end <= one.start or one.end <= doubt.start for one in interpreted):
            yield doubt
            continue
        own = [word for word in words if doubt.start <= word.middle <= doubt.end]
        if own:
            text = bare(" ".join(word.text for word in own))
            yield replace(doubt, start=own[0].start, end=own[-1].end, text=text)
