"""What could be said more plainly: one offer, which only the doctor puts in."""

from dataclasses import dataclass
from enum import Enum

from naklank.core.suggested_words import as_it_would_stand
from naklank.core.summary import Summary


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
