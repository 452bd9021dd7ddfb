"""What checks point at: the risk items that were typed wrong or not at all, and words beside them.

The spoken time of an item is taken from the alignment of what was said with what was typed: from
the first to the last typed word that stands for one of its words, the right ones and those in their
place. Where no word stands for it, it was spoken between the typed words around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.lab.risks import find_items, is_whole
from benchmarks.lab.scores import align
from benchmarks.lab.words import tokens
from naklank.core.transcript import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.lab.risks import Item
    from benchmarks.lab.scores import Alignment
    from benchmarks.lab.words import Token
    from naklank.core.checks import Check
    from naklank.core.transcript import Transcript, Word

NEAR = 0.3
"""Seconds between a check and an item that it still points at."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A risk item of what was said: when, what stands there, and whether that is right."""

    group: str
    said: str
    typed: str
    time: Stretch
    is_right: bool


def spoken_items(said: str, transcript: Transcript) -> tuple[Spoken, ...]:
    """Every risk item of what was said, and what became of it."""
    return _Held(said.split(), transcript.words, transcript.duration).items()


def points_at(check: Check, item: Spoken) -> bool:
    return check.start - NEAR <= item.time.end and item.time.start <= check.end + NEAR


def words_beyond(
    checks: Iterable[Check], items: Iterable[Spoken], words: Sequence[Word]
) -> frozenset[int]:
    """The typed words under checks that are about no item that was typed right."""
    right = [item.time for item in items if item.is_right]
    beyond = [check for check in checks if not any(_overlap(check, time) for time in right)]
    return frozenset(
        at
        for at, word in enumerate(words)
        if any(check.start <= (word.start + word.end) / 2 <= check.end for check in beyond)
    )


def wrong_words(said: str, words: Sequence[Word]) -> frozenset[int]:
    """The typed words that were not said."""
    typed = tokens([word.text for word in words])
    alignment = align(tokens(said.split()), typed)
    right = {typed[at].place for at in alignment.equal.values()}
    return frozenset(token.place for token in typed) - right


def _overlap(check: Check, time: Stretch) -> bool:
    return check.start < time.end and time.start < check.end


class _Held:
    """What was said and what was typed, held against each other."""

    def __init__(self, said: Sequence[str], typed: Sequence[Word], duration: float) -> None:
        self._said, self._typed, self._duration = said, typed, duration
        self._said_tokens = tokens(said)
        self._typed_tokens = tokens([word.text for word in typed])
        self._alignment = align(self._said_tokens, self._typed_tokens)

    def items(self) -> tuple[Spoken, ...]:
        return tuple(self._item(item) for item in find_items(self._said))

    def _item(self, item: Item) -> Spoken:
        places = [
            at
            for at, token in enumerate(self._said_tokens)
            if item.first <= token.place <= item.last
        ]
        stands = [at for place in places for at in self._stands_for(place)]
        return Spoken(
            item.group,
            " ".join(self._said[item.first : item.last + 1]),
            " ".join(self._typed_tokens[at].text for at in stands),
            self._time(stands, places),
            is_whole([self._alignment.equal.get(at) for at in places]),
        )

    def _stands_for(self, place: int) -> list[int]:
        alignment: Alignment = self._alignment
        found = alignment.equal.get(place, alignment.replaced.get(place))
        return [] if found is None else [found]

    def _time(self, stands: Sequence[int], places: Sequence[int]) -> Stretch:
        if stands:
            return Stretch(self._word(min(stands)).start, self._word(max(stands)).end)
        before = self._nearest(range(places[0] - 1, -1, -1)) if places else None
        after = self._nearest(range(places[-1] + 1, len(self._said_tokens))) if places else None
        start = 0.0 if before is None else self._word(before).end
        end = self._duration if after is None else self._word(after).start
        return Stretch(start, max(start, end))

    def _nearest(self, places: Iterable[int]) -> int | None:
        return next((at for place in places for at in self._stands_for(place)), None)

    def _word(self, token: int) -> Word:
        found: Token = self._typed_tokens[token]
        return self._typed[found.place]
