"""Engine words to ours: one word for each run of letters between spaces."""

from collections.abc import Iterable
from typing import NamedTuple

from naklank.core.transcript import Segment, Word


class RawWord(NamedTuple):
    """A word as Whisper cuts it: a leading space where a new word begins; seconds."""

    start: float
    end: float
    text: str
    probability: float


def to_segments(raw_segments: Iterable[Iterable[RawWord]]) -> tuple[Segment, ...]:
    """The engine's segments in our words; a segment without words is left out.

    Whisper cuts "152/88" and "e-mail" into pieces; a piece without a leading space belongs to the
    word before it and has the lower probability of the two.
    """
    found = (_joined(raw_words) for raw_words in raw_segments)
    return tuple(Segment(words) for words in found if words)


def _joined(raw_words: Iterable[RawWord]) -> tuple[Word, ...]:
    words: list[Word] = []
    for raw in raw_words:
        # The engines hand out NumPy's numbers, which JSON does not know.
        start, end, probability = float(raw.start), float(raw.end), float(raw.probability)
        text = raw.text.strip()
        if not text:
            continue
        if words and not raw.text[0].isspace():
            last = words[-1]
            weaker = min(last.probability, probability)
            words[-1] = Word(last.start, max(last.end, end), last.text + text, weaker)
        else:
            words.append(Word(start, max(start, end), text, probability))
    return tuple(words)
