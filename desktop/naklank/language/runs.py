"""Runs of one to three typed words that may together be one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.core.suggestions import Suggestion
from naklank.language.entries import Surroundings
from naklank.language.familiar import Familiar, Familiarity

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from naklank.core.transcript import Word

_LONGEST: Final = 3
_DOSE_WITHIN: Final = 6
"""Words behind a name within which its dose is said: "... You take one tablet"."""
_ENDS: Final = ".,;:!?…)]"
_AROUND: Final = '.,;:!?…"“”„«»()[]'


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand behind one another, without punctuation between them."""

    first: int
    words: tuple[Word, ...]
    surroundings: Surroundings

    @property
    def places(self) -> range:
        """The places of its words among those of the text, from 0."""
        return range(self.first, self.first + len(self.words))

    @property
    def text(self) -> str:
        """As typed, without the punctuation and quotes around it."""
        return " ".join(word.text for word in self.words).strip(_AROUND)

    @property
    def letters(self) -> str:
        """As one word."""
        return "".join(filter(str.isalpha, self.text.lower()))

    def suggestion(self, meant: str) -> Suggestion:
        """That `meant` was said here, over the sound of all these words."""
        return Suggestion(self.text, meant, self.words[0].start, self.words[-1].end)


def runs_of(words: Sequence[Word], familiar: Familiar) -> Iterator[Run]:
    """Every run that may be a misheard name.

    None is a single word of the language or has a word in it that is sure.
    """
    found = {text: familiar.of(text) for text in {word.text for word in words}}
    known = {text: familiarity for text, (familiarity, _) in found.items()}
    doses = {text for text, (_, is_of_dose) in found.items() if is_of_dose}
    for first in range(len(words)):
        for end in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            last = words[end - 1].text
            if known[last] is Familiarity.SURE:
                break
            part = tuple(words[first:end])
            behind = words[end : end + _DOSE_WITHIN]
            run = Run(first, part, _surroundings(part, behind, known, doses))
            kinds = [known[word.text] for word in part]
            may_be = Familiarity.NONE in kinds or (
                end - first > 1 and Familiarity.SMALL not in kinds
            )
            if may_be and not familiar.is_listed(run.text):
                yield run
            if last.rstrip("\"'”")[-1:] in _ENDS:
                break


def _surroundings(
    run: Sequence[Word],
    behind: Sequence[Word],
    known: Mapping[str, Familiarity],
    doses: Container[str],
) -> Surroundings:
    if any(known[word.text] is Familiarity.NONE for word in run):
        return Surroundings.NO_WORD
    if any(word.text in doses for word in behind):
        return Surroundings.WORDS_BY_DOSE
    return Surroundings.WORDS
