"""From what the engine knows to checks: what was lost leaves no risk word in the text.

"U heeft een collie-is" was "U heeft geen colitis": no rule on the text finds that. A second
decoding, the engine's own probability and the spelling of what it typed do.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from naklank.core.alignment import bare
from naklank.core.checks import Check, CheckKind, in_order
from naklank.core.listening import AROUND_CHECK
from naklank.core.ports.language import Lexicon, Tag
from naklank.core.transcript import Doubt, DoubtReason, Transcript, Word

UNSURE: Final = 0.55
"""Probability of a word below which it alone is worth hearing: with base 9 % of the words of human
speech then stand under checks beyond the rules, most of them typed wrong; at 0.6 it is 12 %, which
catches no more (tests/benchmarks/catch.py)."""

APART: Final = 3
"""Words by which two decodings differ in length, to be heard whatever the words are."""

_SAME: Final = 0.05
"""Seconds by which a doubt may reach out of the check that holds it."""

_RISKY: Final = frozenset(
    {
        Tag.NUMBER,
        Tag.UNIT,
        Tag.MEDICINE,
        Tag.NEGATION,
        Tag.DAY_WORD,
        Tag.WEEKDAY,
        Tag.MONTH,
        Tag.CLOCK,
        Tag.PERIOD,
        Tag.TIMES,
        Tag.SIDE,
        Tag.AMOUNT,
        Tag.PHONE,
        Tag.DAY_PART,
    }
)


def with_doubts(
    checks: Iterable[Check], transcript: Transcript, lexicon: Lexicon
) -> tuple[Check, ...]:
    """The checks with those that doubts make, in the order of the sound."""
    known = tuple(checks)
    found = doubt_checks(known, transcript, lexicon)
    return in_order((*known, *found))


def doubt_checks(
    checks: Iterable[Check], transcript: Transcript, lexicon: Lexicon
) -> tuple[Check, ...]:
    """The checks that doubts make beside these; none where one of these is heard anyway."""
    found = list(checks)
    known = len(found)
    for doubt in _worth_hearing(transcript, lexicon):
        if not _is_heard(doubt, found, transcript.words):
            found.append(Check(CheckKind.DIFFERS, doubt.text, doubt.start, doubt.end, doubt.other))
    return in_order(found[known:])


def _worth_hearing(transcript: Transcript, lexicon: Lexicon) -> Iterator[Doubt]:
    """What else was heard goes before a mere doubt on the same words."""
    yield from (doubt for doubt in transcript.doubts if _matters(doubt, lexicon))
    for word in transcript.words:
        doubt = _doubt_of(word, lexicon)
        if doubt is not None:
            yield doubt


def _matters(doubt: Doubt, lexicon: Lexicon) -> bool:
    """Whether it touches a risk, or more words than are merely spelled otherwise."""
    text, other = doubt.text.split(), doubt.other.split()
    risky = any(lexicon.tags(word) & _RISKY for word in (*text, *other))
    return risky or abs(len(text) - len(other)) >= APART


def _doubt_of(word: Word, lexicon: Lexicon) -> Doubt | None:
    alike = lexicon.sound_alike(word.text, word.probability)
    reason: DoubtReason
    if alike:
        reason = "sound_alike"
    elif not lexicon.is_word(word.text):
        reason = "no_word"
    elif word.probability < UNSURE:
        reason = "probability"
    else:
        return None
    return Doubt(word.start, word.end, bare(word.text), alike, reason)


def _is_heard(doubt: Doubt, checks: Sequence[Check], words: Sequence[Word]) -> bool:
    """Whether one check holds it, or checks side by side all of its words.

    What lies between two words is heard with both of them, unless they lie far apart.
    """
    if any(_holds(check, doubt) for check in checks):
        return True
    inside = [word for word in words if doubt.start <= word.middle <= doubt.end]
    return (
        len(inside) > 1
        and all(any(_holds(check, word) for check in checks) for word in inside)
        and all(one.start - before.end <= AROUND_CHECK for before, one in pairwise(inside))
    )


def _holds(check: Check, doubt: Doubt | Word) -> bool:
    if check.kind in (CheckKind.GAP, CheckKind.JOINT):
        return False  # seconds around a place, in which nobody points at a word
    return check.start - _SAME <= doubt.start and doubt.end <= check.end + _SAME
