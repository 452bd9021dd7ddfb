"""Plainer words for what stands in the text: offered to the doctor, never put in silently.

One in three patients reads with difficulty; short sentences and daily words help (Pharos).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from naklank.core.ports.wording import PlainWords
from naklank.core.suggested_words import as_it_would_stand
from naklank.core.summary import Summary
from naklank.core.topics import SENTENCE_ENDS


class PlainReason(Enum):
    """Why words could be plainer."""

    HARD_WORD = "hard_word"
    LONG_SENTENCE = "long_sentence"
    DOUBLE_NEGATION = "double_negation"
    FREQUENCY = "frequency"
    """So often a day, and nobody says when."""


@dataclass(frozen=True, slots=True)
class PlainOffer:
    """What could stand in place of the words from `first` to before `end`.

    It is only a remark where `instead` is empty.
    """

    first: int
    end: int
    reason: PlainReason
    instead: str = ""
    count: int = 0
    """How many words a long sentence has."""

    def words(self, summary: Summary) -> str:
        """As they stand in the text."""
        return " ".join(word.text for word in summary.words[self.first : self.end])

    def put_in(self, summary: Summary) -> str:
        """What would stand there, with the punctuation and the capital of the place."""
        return as_it_would_stand(self.instead, range(self.first, self.end), summary)


def plain_offers(summary: Summary, plain: PlainWords) -> tuple[PlainOffer, ...]:
    """What could be plainer, sentence by sentence, in the order of the text."""
    found: list[PlainOffer] = []
    for sentence in sentences_of(summary):
        texts = [summary.words[at].text for at in sentence]
        found += (_moved(offer, sentence.start) for offer in plain.offers(texts))
    return tuple(found)


def sentences_of(summary: Summary) -> Iterator[range]:
    """The places of each sentence's words; a topic, too, begins a sentence."""
    for passage in summary.passages:
        begun = passage.first
        for at in range(passage.first, passage.end):
            word = summary.words[at]
            is_last = at + 1 == passage.end
            if is_last or word.ends_line or word.text.endswith(SENTENCE_ENDS):
                yield range(begun, at + 1)
                begun = at + 1


def sentence_now_and_then(offer: PlainOffer, summary: Summary) -> tuple[str, str]:
    """The sentence that an offer is about, and how it would read; empty for a remark."""
    sentence = next(one for one in sentences_of(summary) if offer.first in one)
    texts = [word.text for word in summary.words]
    now = " ".join(texts[sentence.start : sentence.stop])
    if not offer.instead:
        return now, ""
    before, behind = texts[sentence.start : offer.first], texts[offer.end : sentence.stop]
    return now, " ".join((*before, offer.put_in(summary), *behind))


def _moved(offer: PlainOffer, by: int) -> PlainOffer:
    return replace(offer, first=offer.first + by, end=offer.end + by)
