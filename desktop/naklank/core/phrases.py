"""Checks in one phrase made one: by rules alone, every fifth word of a dictation is a check."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

from naklank.core.alignment import bare
from naklank.core.checks import Check, CheckKind, in_order
from naklank.core.ports.language import Lexicon
from naklank.core.suggested_words import put_for
from naklank.core.transcript import Word, first_from

LONGEST: Final = 4.0
"""Seconds of sound that are heard and judged at once."""
WORDS_BETWEEN: Final = 3
"""Words without risk that may stand between two places of one phrase: "nemen, maximaal"."""
PAUSE: Final = 0.8
"""Seconds of silence that end a phrase: somebody takes breath for the next thought."""

_MOST_TELLING: Final = (
    CheckKind.WRONG_WEEKDAY,
    CheckKind.NEGATION,
    CheckKind.MEDICINE,
    CheckKind.DOSE,
    CheckKind.PHONE,
    CheckKind.FREQUENCY,
    CheckKind.SIDE,
    CheckKind.DATE,
    CheckKind.WEEKDAY,
    CheckKind.TIME,
    CheckKind.SUGGESTION,
    CheckKind.AMOUNT,
    CheckKind.NUMBER,
    CheckKind.DIFFERS,
)

_PARTING: Final = (CheckKind.GAP, CheckKind.UNCOVERED, CheckKind.UNSUPPORTED)
"""What is about the sound itself: what stands before and behind it is no one phrase."""


def group_checks(
    checks: Iterable[Check], words: Sequence[Word], lexicon: Lexicon
) -> tuple[Check, ...]:
    """The checks with those of one phrase made one, in the order of the sound.

    `words` are those of the transcript. A check that has no words in the text stays alone.
    """
    ordered = in_order(checks)
    phrases = _Phrases(
        words,
        lexicon.written(words),
        [check for check in ordered if check.kind in _PARTING],
    )
    chains = phrases.chains([check for check in ordered if check.has_words])
    groups = [group for chain in chains for group in _cut(chain)]
    alone = [check for check in ordered if not check.has_words]
    return in_order((*alone, *map(phrases.one, groups)))


def group_doubts(
    doubts: Iterable[Check], words: Sequence[Word], lexicon: Lexicon
) -> tuple[Check, ...]:
    """Doubts of the same words, or of words side by side, made one: one ear hears them together.

    `words` are those of the transcript.
    """
    phrases = _Phrases(words, lexicon.written(words), (), between=0)
    chains = phrases.chains(in_order(doubts))
    return in_order(phrases.one(group) for chain in chains for group in _cut(chain))


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The words as typed, the same with their numbers in digits, and what parts them."""

    words: Sequence[Word]
    written: Sequence[Word]
    parting: Sequence[Check]
    between: int = WORDS_BETWEEN
    """How many words may stand between two places."""

    def chains(self, checks: Iterable[Check]) -> list[list[Check]]:
        """The checks, which are in order, with those of one phrase together."""
        chains: list[list[Check]] = []
        for check in checks:
            if chains and self._is_next(chains[-1], check):
                chains[-1].append(check)
            else:
                chains.append([check])
        return chains

    def _is_next(self, chain: Sequence[Check], check: Check) -> bool:
        """Whether a check goes on with the same phrase."""
        end = max(one.end for one in chain[-2:])
        parted = any(one.start < check.start and end < one.end for one in self.parting)
        return not parted and self._is_near(end, check)

    def _is_near(self, end: float, check: Check) -> bool:
        """Whether few words, no end of a sentence and no pause lie between."""
        between = self.words[max(self._place(end) - 1, 0) : self._place(check.start) + 1]
        return len(between) - 2 <= self.between and not any(
            before.ends_sentence or behind.start - before.end > PAUSE
            for before, behind in pairwise(between)
        )

    def _place(self, second: float) -> int:
        """Of the first word that starts at this second or later."""
        return first_from(self.words, second)

    def one(self, group: Sequence[Check]) -> Check:
        if len(group) == 1:
            return group[0]
        start, end = group[0].start, max(check.end for check in group)
        words = (word.text for word in self.words if start <= word.middle <= end)
        return Check(
            min((check.kind for check in group), key=_MOST_TELLING.index),
            bare(" ".join(words)),
            start,
            end,
            suggestion=self._with_suggestions(start, end, group),
            items=tuple(group),
            weekday=next((check.weekday for check in group if check.weekday), ""),
        )

    def _with_suggestions(self, start: float, end: float, group: Sequence[Check]) -> str:
        """The whole phrase with what is suggested in it, or nothing where nothing is."""
        offered = _apart(check for check in group if check.suggestion)
        if not offered:
            return ""
        return bare(" ".join(self._phrase(start, end, offered)))

    def _phrase(self, start: float, end: float, offered: Sequence[Check]) -> Iterator[str]:
        waiting = list(offered)
        for word in self.written:
            middle = word.middle
            if not start <= middle <= end:
                continue
            inside = next((one for one in offered if _is_of(word, one)), None)
            if inside is None:
                yield word.text
            elif inside in waiting:
                waiting.remove(inside)
                there = [one for one in self.written if inside.start <= one.middle <= inside.end]
                yield put_for(inside.suggestion, there[0].text, there[-1].text)


def _cut(chain: Sequence[Check]) -> Iterator[Sequence[Check]]:
    """A long phrase in pieces, parted where the most lies between: "paracetamol, | vier keer"."""
    waiting = [chain]
    while waiting:
        piece = waiting.pop()
        if len(piece) == 1 or max(one.end for one in piece) - piece[0].start <= LONGEST:
            yield piece
            continue
        at = max(range(1, len(piece)), key=partial(_parting_at, piece))
        waiting += [piece[at:], piece[:at]]


def _parting_at(piece: Sequence[Check], at: int) -> tuple[float, float]:
    """How well a phrase is parted before this place: by the gap, and of equal ones in the middle.

    Gaps that differ by less than the tenth of a second are equal to the ear.
    """
    return round(piece[at].start - piece[at - 1].end, 1), -abs(at - len(piece) / 2)


def _apart(checks: Iterable[Check]) -> list[Check]:
    """Those that share no sound with a longer one."""
    found: list[Check] = []
    for check in sorted(checks, key=lambda one: round(one.start - one.end, 2)):
        if not any(one.start < check.end and check.start < one.end for one in found):
            found.append(check)
    return found


def _is_of(word: Word, place: Check) -> bool:
    """Whether it is one of the words of a place; one put in at its border is not."""
    if word.start == word.end:
        return place.start < word.start < place.end
    return place.start <= word.middle <= place.end
