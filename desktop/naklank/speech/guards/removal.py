"""Words taken out of the text, and kept for the doctor to see."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from naklank.core.transcript import Dropped, DropReason, Segment, Word

_AROUND: Final = " .,;:!?…\"“”„«»()[]{}*_'‘’-–—/♪#"  # noqa: RUF001 - what Whisper types


class Sifted(NamedTuple):
    """What a guard left standing, and what it took out."""

    segments: tuple[Segment, ...]
    dropped: tuple[Dropped, ...]


def all_words(segments: Iterable[Segment]) -> tuple[Word, ...]:
    """The words of the segments in one row; guards count their places in it."""
    return tuple(word for segment in segments for word in segment.words)


def plain(word: str) -> str:
    """The word in small letters without the signs around it; empty for signs alone."""
    return unicodedata.normalize("NFC", word).casefold().strip(_AROUND)


def take_out(segments: Sequence[Segment], runs: Iterable[range], reason: DropReason) -> Sifted:
    """The segments without the words at these places; each run is one piece of dropped text."""
    words = all_words(segments)
    runs = [run for run in runs if run]
    gone = {place for run in runs for place in run}
    kept: list[Segment] = []
    place = 0
    for segment in segments:
        left = tuple(word for at, word in enumerate(segment.words, start=place) if at not in gone)
        place += len(segment.words)
        if left:
            kept.append(Segment(left) if len(left) < len(segment.words) else segment)
    return Sifted(tuple(kept), tuple(_dropped([words[at] for at in run], reason) for run in runs))


def _dropped(words: Sequence[Word], reason: DropReason) -> Dropped:
    text = " ".join(word.text for word in words)
    return Dropped(text, words[0].start, max(word.end for word in words), reason)
