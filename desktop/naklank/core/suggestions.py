"""Words that the engine may have misheard: offered to the doctor, never put in silently."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the words typed between two seconds of the recording may have been meant to be."""

    typed: str
    """As typed, without the punctuation around it."""
    meant: str
    """The entry of the vocabulary, as it is written there."""
    start: float
    end: float
