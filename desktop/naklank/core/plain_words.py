"""Plainer words for what stands in the text: offered to the doctor, never put in silently.

One in three patients reads with difficulty; short sentences and daily words help (Pharos).
"""

from collections.abc import Iterator
from dataclasses import replace

from naklank.core.plain_offers import PlainOffer
from naklank.core.ports.wording import PlainWords
from naklank.core.sentence_ends import sentences
from naklank.core.summary import Summary


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
        for sentence in sentences(summary.words[passage.first : passage.end]):
            yield range(begun, begun + len(sentence))
            begun += len(sentence)


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
