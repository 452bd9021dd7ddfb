"""What the core and the workflow need of the rooms beside them, as protocols."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Protocol

from naklank.core.transcript import Language


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


class Lexicon(Protocol):
    """What is known of one language."""

    @property
    def language(self) -> Language: ...

    @property
    def headings(self) -> Mapping[str, Sequence[Sequence[str]]]:
        """For each topic's value the ways to say its heading, as normalised words."""
        ...

    def normalise(self, word: str) -> str:
        """The word in small letters, without punctuation around it."""
        ...

    def tags(self, word: str) -> frozenset[Tag]:
        """What a typed word, with its punctuation, can be; empty for most words."""
        ...
