"""What could be said more plainly: by our own rules and list, without a language model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from naklank.language import double_negations, frequencies, long_sentences
from naklank.language.line import Line
from naklank.language.plain_list import load_plain_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.plain_offers import PlainOffer
    from naklank.core.transcript import Language
    from naklank.language.plain_list import PlainList


@dataclass(frozen=True, slots=True)
class RulePlainWords:
    """The port PlainWords from the shipped list and the rules beside it."""

    language: Language
    _hard: PlainList

    def offers(self, sentence: Sequence[str]) -> tuple[PlainOffer, ...]:
        """In the order of the sentence; what is said of the whole of it comes first.

        A word belongs to one offer at most, apart from what is said of the sentence.
        """
        line = Line(tuple(sentence))
        found: list[PlainOffer] = []
        taken: set[int] = set()
        for offer in (
            *double_negations.offers(line, self.language),
            *frequencies.offers(line, self.language),
            *self._hard.offers(line),
        ):
            places = range(offer.first, offer.end)
            if taken.isdisjoint(places):
                taken.update(places)
                found.append(offer)
        found += long_sentences.offers(line, self.language)
        return tuple(sorted(found, key=lambda offer: (offer.first, -offer.end)))


def load_plain_words(language: Language) -> RulePlainWords:
    """The list is read once, in some milliseconds."""
    return RulePlainWords(language, load_plain_list(language))
