"""Kinds of consult, each with topics of its own; a practice can say other words, in another order.

Every kind has what is going to be done and when to call: the next step, and what is remembered
least of all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from naklank.core.ports.language import Lexicon
from naklank.core.topics import Topic


class Consult(Enum):
    """What a talk was about, as far as it asks for other topics."""

    USUAL = "usual"
    SHORT = "short"
    FIRST_DIAGNOSIS = "first_diagnosis"
    OPERATION = "operation"
    CHRONIC = "chronic"
    CHILD = "child"
    BAD_NEWS = "bad_news"
    """No clock, nothing that sounds by itself, and handed over when there is time."""

    @property
    def is_bad_news(self) -> bool:
        """Checked with headphones: it sounds when somebody is ready for it."""
        return self is Consult.BAD_NEWS


@dataclass(frozen=True, slots=True)
class Heading:
    """A topic at its place in the order; without words of the practice's it has Naklank's own."""

    topic: Topic
    words: str = ""


_ALL: Final = tuple(Topic)
_TOPICS: Final[Mapping[Consult, tuple[Topic, ...]]] = MappingProxyType(
    {
        Consult.USUAL: _ALL,
        Consult.SHORT: (Topic.WHAT_IS_GOING_ON, Topic.WHAT_WE_DO, Topic.WHEN_TO_CALL),
        Consult.FIRST_DIAGNOSIS: (
            Topic.WHAT_IS_GOING_ON,
            Topic.WHAT_WE_DO,
            Topic.NEXT_APPOINTMENT,
            Topic.WHEN_TO_CALL,
        ),
        Consult.OPERATION: _ALL,
        Consult.CHRONIC: (
            Topic.WHAT_IS_GOING_ON,
            Topic.WHAT_YOU_DO,
            Topic.WHAT_WE_DO,
            Topic.WHEN_TO_CALL,
            Topic.NEXT_APPOINTMENT,
        ),
        Consult.CHILD: _ALL,
        Consult.BAD_NEWS: (
            Topic.WHAT_IS_GOING_ON,
            Topic.WHAT_WE_DO,
            Topic.WHEN_TO_CALL,
            Topic.NEXT_APPOINTMENT,
        ),
    }
)


def headings_of(consult: Consult, own: Sequence[Heading]) -> tuple[Heading, ...]:
    """The practice's own headings in its order, where it has any; else Naklank's."""
    return tuple(own) or tuple(map(Heading, _TOPICS[consult]))


def practice_words(headings: Sequence[Heading]) -> dict[Topic, str]:
    """What the practice says otherwise than Naklank does."""
    return {one.topic: one.words for one in headings if one.words}


def knowing_headings(lexicon: Lexicon, headings: Sequence[Heading]) -> Lexicon:
    """A lexicon that hears the practice's own headings too."""
    own = practice_words(headings)
    return lexicon.with_headings({topic.value: words for topic, words in own.items()})
