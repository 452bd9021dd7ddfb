"""What the computer heard beside what the text says now, place by place."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from naklank.core.alignment import changes, normalised
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
        for outer_old, outer_new in _differing(_keys(heard), _keys(text))
        for old, new in _inner(heard, text, outer_old, outer_new)
    ]


def _inner(
    heard: Sequence[SummaryWord], text: Sequence[SummaryWord], old: range, new: range
) -> Iterator[tuple[range, range]]:
    old_words = [normalised(heard[at].text) for at in old]
    new_words = [normalised(text[at].text) for at in new]
    for inner_old, inner_new in _differing(old_words, new_words):
        yield old[inner_old.start : inner_old.stop], new[inner_new.start : inner_new.stop]


def _differing(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[range, range]]:
    for change in changes(old, new):
        yield change.old, change.new


def _keys(words: Sequence[SummaryWord]) -> list[Hashable]:
    return [word.key for word in words]
