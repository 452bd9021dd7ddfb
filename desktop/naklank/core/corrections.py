"""What the computer heard beside what the text says now, place by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from naklank.core.alignment import Change, changes, normalised
from naklank.core.summary import SummaryWord


@dataclass(frozen=True, slots=True)
class Correction:
    """In place of the words that were heard stand those from `first` to before `end` of the text.

    None were heard where the doctor put words in; none stand where words were taken out.
    """

    heard: tuple[str, ...]
    first: int
    end: int


def corrections(heard: Sequence[SummaryWord], text: Sequence[SummaryWord]) -> list[Correction]:
    """Where the text says other words than were heard, in order; punctuation is no word.

    Words that kept their sound hold the two together; between them the words alone count, so that
    what was taken out and typed again is no difference.
    """
    return [
        Correction(tuple(heard[at].text for at in old), new.start, new.stop)
        for outer in changes([word.key for word in heard], [word.key for word in text])
        for old, new in _inner(heard, text, outer)
    ]


def _inner(
    heard: Sequence[SummaryWord], text: Sequence[SummaryWord], outer: Change
) -> Iterator[tuple[range, range]]:
    """The places in both texts where the words alone differ."""
    old = [normalised(heard[at].text) for at in outer.old]
    new = [normalised(text[at].text) for at in outer.new]
    for inner in changes(old, new):
        yield (
            outer.old[inner.old.start : inner.old.stop],
            outer.new[inner.new.start : inner.new.stop],
        )
