"""What is asked of the rooms about the words of one language."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from naklank.core.transcript import Word


class Tag(Enum):
    """What a word is, as far as the risk rules ask."""

    NUMBER = "number"  # 10, tien, anderhalf, 2,5, tenth
    UNIT = "unit"  # milligram, mg, tablet, druppels, procent
    MEDICINE = "medicine"
    NEGATION = "negation"
    DAY_WORD = "day_word"  # vandaag, morgen, tomorrow
    WEEKDAY = "weekday"
    MONTH = "month"
    CLOCK = "clock"  # behind an hour: uur, o'clock, am; also 10.30 and 3pm in one word
    PERIOD = "period"  # dag, weken, months
    TIMES = "times"  # keer, maal, times, daags, twice
    SIDE = "side"  # links, rechter, left
    AMOUNT = "amount"  # meer, minder, hoger, more

    # What the words around a risk word do.
    ONE = "one"  # een, one, a: an article more often than a number
    DIGIT = "digit"  # nul to negen, oh, 0 to 9: may stand in a telephone number
    PHONE = "phone"  # 112, 030-1234567, 06: typed as only a telephone number is
    JOIN = "join"  # between two numbers: komma, over, tot, of, or
    LINK = "link"  # between a number and what it counts: per, de, op, the
    EVERY = "every"  # elke, iedere, every
    HOUR = "hour"  # a number that can name an hour: elf, 11, 10.30
    FRACTION = "fraction"  # before an hour: half, kwart, quarter
    PAST = "past"  # between minutes and hour: over, voor, past
    AT = "at"  # opens a clock time: om, rond, at
    SPAN = "span"  # opens a clock time only with its "uur" behind it: tot, vanaf, until
    DAY_PART = "day_part"  # ochtend, 's avonds, noon
    AHEAD = "ahead"  # opens a time from now: over, binnen, within
    NEXT = "next"  # volgende, komende, next
    SOON = "soon"  # away, now: makes of "right" something else than a side
    MEASURE = "measure"  # a unit that is not said without a number: milligram, not tablet
    NOUGHT = "nought"  # the number 0: opens a telephone number
    POWER = "power"  # behind "one" or "a" part of a number: hundred
    PART = "part"  # a number below one: halve, driekwart; the "een" before it is an article
    WHOLE = "whole"  # before a unit an amount without a number: hele, paar, couple
    BOUND = "bound"  # two of them together: ten minste, at most
    NAMED = "named"  # behind an ordinal part of a name: eerste hulp
    BUILD = "build"  # turned by its particle, which may stand far behind: bouwen ... af
    CEASE = "cease"  # a negation with its particle: houd op
    PARTICLE = "particle"  # af, op
    SPREAD = "spread"  # makes of "over six weeks" a duration: verdeel, afbouwen, taper


class Lexicon(Protocol):
    """What is known of one language."""

    @property
    def headings(self) -> Mapping[str, Sequence[Sequence[str]]]:
        """For each topic's value the ways to say its heading, as normalised words."""
        ...

    def with_headings(self, own: Mapping[str, str]) -> Lexicon:
        """One that knows these headings too, each by its topic's value."""
        ...

    def normalise(self, word: str) -> str:
        """The word in small letters, without punctuation around it."""
        ...

    def tags(self, word: str) -> frozenset[Tag]:
        """What a typed word, with its punctuation, can be; empty for most words."""
        ...

    def written(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words as they stand on the page: numbers in digits, over the sound of all of them."""
        ...

    def date_meant(self, said: str, before: str, today: date) -> str:
        """The date, with its weekday, that "over zes weken" is; empty where it is not sure.

        `before` is the word that was said before it; "volgende week" alone is no date.
        """
        ...

    def weekday_meant(self, said: str, today: date) -> str:
        """The weekday of a date that was said with another one; empty where nothing is wrong."""
        ...

    def time_meant(self, said: str) -> str:
        """The clock time in digits that "half elf" is; empty for what is none."""
        ...

    def is_word(self, word: str) -> bool:
        """Whether a typed word is spelled as one, or is a number or a known name or term."""
        ...

    def same(self, word: str) -> Sequence[str]:
        """The words that stand for all ways to write it: 500 and milligram for "500mg"."""
        ...

    def sound_alike(self, word: str, probability: float) -> str:
        """The risk word that a word typed with this probability may have been; mostly empty."""
        ...
