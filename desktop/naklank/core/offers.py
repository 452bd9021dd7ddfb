"""Dates and times that were said in words, offered as the patient can read them tomorrow.

"Over zes weken" counts from the day of the talk, "half elf" is read as half past eleven: both are
offered as a suggestion is, and never put in silently.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from naklank.core.checks import Check, CheckKind, in_order
from naklank.core.ports.language import Lexicon, Tag
from naklank.core.sentence_ends import pauses
from naklank.core.transcript import Word, first_from

_SAME_APPOINTMENT: Final = 3.0
"""Seconds within which a date behind "over zes weken" is the same day: no other one is offered."""
_NEXT_TO: Final = 0.3
"""Seconds between two words said at once: "vandaag over een week" is neither of the two days."""
_DAYS: Final = (CheckKind.DATE, CheckKind.WRONG_WEEKDAY, CheckKind.WEEKDAY)


def with_offers(
    checks: Iterable[Check], words: Sequence[Word], today: date, lexicon: Lexicon
) -> tuple[Check, ...]:
    """The checks with the dates and times that were meant, and with weekdays that do not fit."""
    around = _Around(words, lexicon)
    offered = [_offered(check, around, today, lexicon) for check in in_order(checks)]
    return tuple(_without_second_date(offered, around))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands beside a check."""

    words: Sequence[Word]
    lexicon: Lexicon

    def before(self, check: Check) -> str:
        at = self._place(check.start)
        return self.words[at - 1].text if at else ""

    def names_day_of(self, check: Check) -> Callable[[Check], bool]:
        """Whether another check of the same sentence is about the same day."""

        def names(one: Check) -> bool:
            first, last = sorted((check, one), key=lambda it: it.start)
            between = self.words[self._place(first.start) : self._place(last.start)]
            named = any(
                self.lexicon.tags(word) & {Tag.MONTH, Tag.WEEKDAY} for word in one.text.split()
            )
            most = _SAME_APPOINTMENT if named else _NEXT_TO
            is_near = one.kind in _DAYS and last.start - first.end <= most
            return is_near and not any(word.ends_sentence for word in between)

        return names

    def _place(self, second: float) -> int:
        """Of the first word that starts at this second or later."""
        return first_from(self.words, second)

    def is_spread(self, check: Check) -> bool:
        """Whether its clause says what lasts so long: "bouw het over zes weken af"."""
        first = last = self._place(check.start)
        while first and not _ends_clause(self.words[first - 1]):
            first -= 1
        while last < len(self.words) - 1 and not _ends_clause(self.words[last]):
            last += 1
        clause = self.words[first : last + 1]
        return any(Tag.SPREAD in self.lexicon.tags(word.text) for word in clause)

    def is_open(self, check: Check) -> bool:
        """Whether it goes on as "over een week of drie"."""
        at = self._place(check.end)
        tags = [self.lexicon.tags(word.text) for word in self.words[at : at + 2]]
        if at and pauses(self.words[at - 1].text):
            return False
        return len(tags) > 1 and Tag.JOIN in tags[0] and bool(tags[1] & {Tag.NUMBER, Tag.ONE})


def _ends_clause(word: Word) -> bool:
    return word.ends_sentence or pauses(word.text)


def _offered(check: Check, around: _Around, today: date, lexicon: Lexicon) -> Check:
    if check.suggestion:
        return check
    if check.kind is CheckKind.TIME:
        return replace(check, suggestion=lexicon.time_meant(check.text))
    if check.kind is not CheckKind.DATE:
        return check
    weekday = lexicon.weekday_meant(check.text, today)
    if weekday:
        return replace(check, kind=CheckKind.WRONG_WEEKDAY, weekday=weekday)
    if around.is_open(check) or around.is_spread(check):
        return check
    meant = lexicon.date_meant(check.text, around.before(check), today)
    return replace(check, suggestion=meant)


def _without_second_date(checks: Sequence[Check], around: _Around) -> Iterator[Check]:
    """Of "over zes weken, op maandag twaalf mei": the day is named, and need not be reckoned."""
    for at, check in enumerate(checks):
        near = [one for one in checks[max(at - 1, 0) : at + 2] if one is not check]
        is_named = check.kind is CheckKind.DATE and any(map(around.names_day_of(check), near))
        yield replace(check, suggestion="") if is_named else check
