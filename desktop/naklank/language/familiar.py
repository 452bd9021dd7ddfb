"""How familiar a typed word is: a name of the lists, a word of the language, or neither."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from naklank.core.ports.language import Tag
from naklank.language.dictionary import load_dictionary
from naklank.language.lexicon import load_lexicon
from naklank.language.spelling import normalise, without_accents, without_punctuation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from naklank.core.transcript import Language

_INFLECTIONS: Final = ("'s", "s", "en", "n", "e", "tje", "tjes", "je", "jes")
_LEAST_HEAD: Final = 6
"""Letters of a listed name from which it is also known in a compound (metoprololtablet)."""
_LEAST_TAIL: Final = 3
_NEVER_PART: Final = frozenset(
    {
        Tag.NUMBER,
        Tag.DIGIT,
        Tag.PHONE,
        Tag.NEGATION,
        Tag.DAY_WORD,
        Tag.DAY_PART,
        Tag.WEEKDAY,
        Tag.MONTH,
        Tag.CLOCK,
        Tag.PERIOD,
        Tag.TIMES,
        Tag.SIDE,
        Tag.AMOUNT,
    }
)
"""What a suggestion must not take away. A unit may be a part: the "mol" of "paarse mol"."""
_SMALL: Final = frozenset(
    {Tag.ONE, Tag.LINK, Tag.JOIN, Tag.EVERY, Tag.AT, Tag.SPAN, Tag.AHEAD, Tag.PAST}
)


class Familiarity(Enum):
    """What a typed word is, as far as suggestions ask."""

    SURE = "sure"
    """A listed name, a number, a negation...: never part of something misheard."""
    SMALL = "small"
    """An article, "in", "of"...: part of a name only beside what is no word ("de prolol")."""
    WORD = "word"
    """A word of the language."""
    NONE = "none"


class Familiar:
    """The words of one language and the names of its lists. The dictionary is loaded when asked."""

    def __init__(self, language: Language, names: Iterable[str]) -> None:
        self.language = language
        self._names = frozenset(map(_plain, names))
        self._heads = frozenset(name for name in self._names if len(name) >= _LEAST_HEAD)

    def of(self, word: str) -> tuple[Familiarity, bool]:
        """Of a typed word with its punctuation; and whether it is part of a dose."""
        text = normalise(word)
        tags = load_lexicon(self.language).tags(word)
        return self._familiarity(word, text, tags), Tag.UNIT in tags

    def is_listed(self, text: str) -> bool:
        """Whether words are a listed name, but for capitals, accents and hyphens."""
        return _plain(text) in self._names

    def _familiarity(self, word: str, text: str, tags: frozenset[Tag]) -> Familiarity:
        without_letters = not any(map(str.isalpha, text))
        if without_letters or any(map(str.isdigit, text)) or tags & _NEVER_PART:
            return Familiarity.SURE
        plain = _plain(text)
        if self._is_listed(plain) or self._is_compound(plain):
            return Familiarity.SURE
        if tags & _SMALL:
            return Familiarity.SMALL
        is_word = load_dictionary(self.language).is_word(without_punctuation(word))
        return Familiarity.WORD if is_word else Familiarity.NONE

    def _is_listed(self, text: str) -> bool:
        """Also in the plural, or with an ending."""
        stems = (text.removesuffix(ending) for ending in _INFLECTIONS if text.endswith(ending))
        return text in self._names or any(stem in self._names for stem in stems)

    def _is_compound(self, text: str) -> bool:
        """Of a listed name and a word: "mometasonzalf"."""
        dictionary = load_dictionary(self.language)
        return any(
            text[:at] in self._heads and dictionary.is_word(text[at:])
            for at in range(_LEAST_HEAD, len(text) - _LEAST_TAIL + 1)
        )


def _plain(text: str) -> str:
    return without_accents(normalise(text)).replace("-", "")
