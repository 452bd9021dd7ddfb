"""The risk items of a text, and which of them came out right.

The items are the checks that the core's own rules find in what was *said*, plus proper names (a
capital inside a sentence). An item is right when every one of its words stands in the typed text at
its place in the alignment with the fewest errors, and nothing was typed between them: "5 mg" that
became "50 mg", and "geen" that is gone, are both wrong. Of a negation only the negation itself
counts, not the word behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.lab.scores import align
from benchmarks.lab.words import tokens
from naklank.core.checks import CheckKind
from naklank.core.ports.language import Tag
from naklank.core.rule_checks import find_checks
from naklank.core.transcript import Segment, Transcript, Word
from naklank.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from naklank.core.checks import Check

GROUPS = {
    CheckKind.NUMBER: "number",
    CheckKind.PHONE: "number",
    CheckKind.DOSE: "dose",
    CheckKind.FREQUENCY: "dose",
    CheckKind.NEGATION: "negation",
    CheckKind.MEDICINE: "name",
    CheckKind.DATE: "date",
    CheckKind.WEEKDAY: "date",
    CheckKind.TIME: "date",
    CheckKind.SIDE: "side, amount",
    CheckKind.AMOUNT: "side, amount",
}
_LEAST_NAME = 3
"""Letters of a proper name: the "H B A" of a laboratory is none."""


@dataclass(frozen=True, slots=True)
class Item:
    """Words of a text by their places, the last one included."""

    group: str
    first: int
    last: int


def find_items(words: Sequence[str]) -> tuple[Item, ...]:
    """The risk items of a text that was split at spaces."""
    timed = tuple(Word(place, place + 0.5, word, 1.0) for place, word in enumerate(words))
    transcript = Transcript("nl", float(len(words)), (Segment(timed),) if timed else ())
    checks = find_checks(transcript, load_lexicon("nl"))
    items = [_item(check, words) for check in checks]
    taken = {place for item in items for place in range(item.first, item.last + 1)}
    return (*items, *(Item("name", at, at) for at in _names(words) if at not in taken))


def right_items(said: str, typed: str) -> dict[str, tuple[int, int]]:
    """For each group how many items came out right, and how many there are."""
    words = said.split()
    said_tokens = tokens(words)
    alignment = align(said_tokens, tokens(typed.split()))
    counts: dict[str, tuple[int, int]] = {}
    for item in find_items(words):
        places = [
            at for at, token in enumerate(said_tokens) if item.first <= token.place <= item.last
        ]
        found = [alignment.equal.get(at) for at in places]
        right, all_items = counts.get(item.group, (0, 0))
        counts[item.group] = (right + is_whole(found), all_items + 1)
    return counts


def is_whole(found: Sequence[int | None]) -> bool:
    """Whether all words are there, one right behind the other."""
    first = found[0] if found else None
    return first is not None and list(found) == list(range(first, first + len(found)))


def _item(check: Check, words: Sequence[str]) -> Item:
    first, last = int(check.start), int(check.end)
    if check.kind is CheckKind.NEGATION:
        lexicon = load_lexicon("nl")
        while last > first and Tag.NEGATION not in lexicon.tags(words[last]):
            last -= 1
    return Item(GROUPS[check.kind], first, last)


def _names(words: Sequence[str]) -> Iterator[int]:
    lexicon = load_lexicon("nl")
    for at, word in enumerate(words):
        opens = at == 0 or words[at - 1][-1:] in ".!?:"
        is_proper = not opens and word[0].isupper() and len(word) >= _LEAST_NAME
        # The medicine of "geen ibuprofen" is in the check of its negation.
        if is_proper or Tag.MEDICINE in lexicon.tags(word):
            yield at
