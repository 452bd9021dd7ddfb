"""Guard against the same words again and again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from naklank.speech.guards.removal import Sifted, all_words, plain, take_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from naklank.core.transcript import Segment, Word
    from naklank.speech.guards.span_sound import SpanSound

_LONGEST_PHRASE: Final = 14
"""Words; what is longer does not fit twice in a span."""

_PLAUSIBLE: Final = 3
"""How often in a row a dose is really said, where there is time for it."""

_PLAUSIBLE_WORD: Final = 5
"""The same for one word alone: "nee, nee, nee, nee", "heel, heel, heel belangrijk"."""

_PLAUSIBLE_COUNT: Final = 10
_QUICKEST_COUNT: Final = 0.12
"""How many numbers in a row, digit by digit, and the seconds that each takes."""

_NUMBERS: Final = (
    "nul een één twee drie vier vijf zes zeven acht negen tien"
    " zero oh one two three four five six seven eight nine ten"
)
_NUMBER_WORDS: Final = frozenset(_NUMBERS.split())

_STUTTER: Final = re.compile(r"(.{1,6}?)\1{7,}")
"""A loop inside one word: "hahahahahahahahaha", "…………"; a telephone number has less alike."""


def drop_loops(segments: Sequence[Segment], sound: SpanSound) -> Sifted:
    """The words without what repeats beyond plausibility; the first of the copies stays."""
    words = all_words(segments)
    return take_out(segments, list(_loops(words, sound)), "loop")


def _loops(words: Sequence[Word], sound: SpanSound) -> Iterator[range]:
    texts = [plain(word.text) for word in words]
    place = 0
    while place < len(words):
        if _STUTTER.search(words[place].text):
            yield range(place, place + 1)
            place += 1
            continue
        found = _loop_at(place, texts, words, sound)
        if found:
            yield found
        place = found.stop if found else place + 1


def _loop_at(
    place: int, texts: Sequence[str], words: Sequence[Word], sound: SpanSound
) -> range | None:
    """The copies behind the first in a loop that begins here."""
    for size in range(1, min(_LONGEST_PHRASE, (len(words) - place) // 2) + 1):
        end = _end_of_repeat(place, size, texts)
        if end >= place + 2 * size and _is_loop(words[place:end], size, sound):
            return range(place + size, end)
    return None


def _end_of_repeat(place: int, size: int, texts: Sequence[str]) -> int:
    """Where the words stop to be what they were `size` words before."""
    end = place + size
    while end < len(texts) and texts[end] == texts[end - size]:
        end += 1
    return end


def _is_loop(words: Sequence[Word], size: int, sound: SpanSound) -> bool:
    """Whether the copies are more than people say, or more than the time under them holds."""
    if all(_is_number(word) for word in words[:size]):
        seconds = sound.speech_seconds(words[0].start, words[-1].end)
        return len(words) > _PLAUSIBLE_COUNT or seconds < _QUICKEST_COUNT * len(words)
    if len(words) // size > (_PLAUSIBLE_WORD if size == 1 else _PLAUSIBLE):
        return True
    return not sound.can_hold(words[size:])


def _is_number(word: Word) -> bool:
    text = plain(word.text)
    return text.isdecimal() or text in _NUMBER_WORDS
