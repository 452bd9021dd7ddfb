"""The words of a text with what is known of each: its tags, its number, the check it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.core.rule_checks import word_checks
from naklank.core.transcript import Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from naklank.core.checks import Check
    from naklank.core.ports.language import Lexicon, Tag

_CLOSING: Final = ".,;:!?…)]\"'”"
_OPENING: Final = "(['\"“„"


@dataclass(frozen=True, slots=True)
class SpokenNumbers:
    """How one language says numbers in several words (the `[numbers]` table of its word list).

    `decimal_words` say the decimal mark, `ands` join parts ("a hundred and ten"), `articles` are
    also the word for one, behind `manners` one counts nothing ("in één keer"), `sayings` end in
    what is no number; in a telephone number `noughts` are said for 0, and `doubled` for the digit
    behind them, twice or more.
    """

    decimal_words: tuple[str, ...]
    ands: tuple[str, ...]
    articles: tuple[str, ...]
    manners: tuple[str, ...]
    sayings: tuple[str, ...]
    noughts: tuple[str, ...]
    doubled: Mapping[str, int]
    tens_apart: bool
    """Whether ten and unit may be two words: "twenty one"."""


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """Places count from 0; what lies behind the last word is empty."""

    words: Sequence[Word]
    texts: Sequence[str]
    tags: Sequence[frozenset[Tag]]
    checks: Sequence[Check | None]

    def text(self, at: int) -> str:
        """The word at this place, or nothing."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def has(self, at: int, tag: Tag) -> bool:
        """Whether the word at this place has that tag; False beyond both ends."""
        return 0 <= at < len(self.tags) and tag in self.tags[at]

    def is_followed(self, at: int) -> bool:
        """Whether the next word stands right behind this one, without punctuation between."""
        return at + 1 < len(self.words) and self.words[at].text[-1:] not in _CLOSING

    def of_check(self, at: int) -> range:
        """The places of all words of the check that this word belongs to."""
        check = self.checks[at]
        first, end = at, at + 1
        while first > 0 and self.checks[first - 1] is check:
            first -= 1
        while end < len(self.checks) and self.checks[end] is check:
            end += 1
        return range(first, end)

    def joined(self, first: int, end: int, text: str) -> Word:
        """One word for several, over the sound of all and with the punctuation around them."""
        opening, closing = self.words[first].text, self.words[end - 1].text
        before = opening[: len(opening) - len(opening.lstrip(_OPENING))]
        behind = closing[len(closing.rstrip(_CLOSING)) :]
        if end in self.of_check(first) and self.checks[first] is not None:
            behind = behind.rstrip(",")  # inside one number: a space is enough
        least = min(word.probability for word in self.words[first:end])
        start, stop = self.words[first].start, self.words[end - 1].end
        return Word(start, stop, before + text + behind, least)


def spoken_words(words: Sequence[Word], lexicon: Lexicon) -> SpokenWords:
    """What is known of the words of a sentence or more."""
    found = sorted(word_checks(words, lexicon), key=lambda check: check.start)
    checks: list[Check | None] = []
    at = 0
    for word in words:
        while at < len(found) and found[at].end < word.end:
            at += 1
        inside = at < len(found) and found[at].start <= word.start
        checks.append(found[at] if inside else None)
    return SpokenWords(
        words,
        [lexicon.normalise(word.text) for word in words],
        [lexicon.tags(word.text) for word in words],
        checks,
    )
