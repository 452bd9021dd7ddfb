"""A check: one place that must be confirmed by ear, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from naklank.core.topics import Topic
from naklank.core.transcript import DropReason


class CheckKind(Enum):
    """Why a place must be heard."""

    MEDICINE = "medicine"
    NUMBER = "number"
    DOSE = "dose"
    FREQUENCY = "frequency"
    DATE = "date"
    WRONG_WEEKDAY = "wrong_weekday"
    WEEKDAY = "weekday"
    TIME = "time"
    SIDE = "side"
    AMOUNT = "amount"
    NEGATION = "negation"
    PHONE = "phone"
    GAP = "gap"
    UNCOVERED = "uncovered"
    UNSUPPORTED = "unsupported"
    DIFFERS = "differs"
    MISSING_TOPIC = "missing_topic"
    SUGGESTION = "suggestion"
    JOINT = "joint"
    """Sound was cut here, and what was spoken anew put in."""
    TAKEN_OUT = "taken_out"
    """What was typed here at a risk, and the doctor took out: was it said after all?"""


@dataclass(frozen=True, slots=True)
class Check:
    """One place, in seconds, and the words that stand there (none where text is missing).

    The words are as typed, without the punctuation around them.
    """

    kind: CheckKind
    text: str
    start: float
    end: float
    suggestion: str = ""
    """What the words may have been meant to be."""
    reason: DropReason | None = None
    """Why the words were taken out of the text, where they were."""
    items: tuple["Check", ...] = ()
    """The single places in a phrase that is one check; empty for a single place."""
    weekday: str = ""
    """The day on which the date falls, where another day was said."""
    topics: tuple[Topic, ...] = ()
    """The topics that have no text, where that is what must be confirmed."""

    @property
    def has_sound(self) -> bool:
        """Whether there is something to hear."""
        return self.kind is not CheckKind.MISSING_TOPIC

    @property
    def has_words(self) -> bool:
        """Whether it is about words in the text."""
        return self.kind not in _WITHOUT_WORDS

    @property
    def places(self) -> tuple["Check", ...]:
        """The single places it is about."""
        return self.items or (self,)


def in_order(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks in the order of the sound: as they begin, and then as they end."""
    return tuple(sorted(checks, key=lambda check: (check.start, check.end)))


_WITHOUT_WORDS: Final = {
    CheckKind.GAP,
    CheckKind.UNCOVERED,
    CheckKind.UNSUPPORTED,
    CheckKind.DIFFERS,
    CheckKind.MISSING_TOPIC,
    CheckKind.JOINT,
    CheckKind.TAKEN_OUT,
}
