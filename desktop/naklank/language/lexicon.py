"""What Naklank knows of one language, read from its word list."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from naklank.core.ports import Tag
from naklank.core.transcript import Language
from naklank.language.dictionary import load_dictionary
from naklank.language.digits import DigitShapes, number_word_tags
from naklank.language.numbers import NumberWords
from naklank.language.spelling import is_nearly, normalise, without_stress
from naklank.paths import resource

_LEAST_STEM: Final = 2
"""Letters before a telling ending: "april" does not end in the "pril" of enalapril."""
_LEAST_NAME: Final = 8
"""Letters from which a name is also found in a compound (tacrolimuszalf) or misheard; among the
shorter ones "aspirin" is in "aspiring", and "statins" is like "stations"."""
_LEAST_UNIT: Final = 9
"""Letters from which a unit is also found misheard: among the shorter ones "eenden" is like
"eenheden" and "caries" like "calories"."""


@dataclass(frozen=True, slots=True)
class WordLexicon:
    """The `Lexicon` of one word list; `words` maps a normalised word to its tags."""

    language: Language
    headings: Mapping[str, Sequence[Sequence[str]]]
    words: Mapping[str, frozenset[Tag]]
    beginnings: Mapping[Tag, tuple[str, ...]]
    endings: Mapping[Tag, tuple[str, ...]]
    capital_only: frozenset[str]
    medicines: tuple[str, ...]
    numbers: NumberWords
    times_endings: tuple[str, ...]
    half_past: tuple[str, ...]
    clock_marks: str
    ordinal_marks: tuple[str, ...]
    _digits: DigitShapes = field(init=False)
    _long_names: tuple[str, ...] = field(init=False)
    _long_units: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        digits = DigitShapes(
            self.clock_marks, self.ordinal_marks, self.numbers.value, self._behind_digits_tags
        )
        names = tuple(name for name in self.medicines if len(name) >= _LEAST_NAME)
        measures = (word for word, tags in self.words.items() if Tag.MEASURE in tags)
        units = tuple(word for word in measures if len(word) >= _LEAST_UNIT)
        object.__setattr__(self, "_digits", digits)
        object.__setattr__(self, "_long_names", names)
        object.__setattr__(self, "_long_units", units)

    def normalise(self, word: str) -> str:
        return normalise(word)

    def tags(self, word: str) -> frozenset[Tag]:
        """What a typed word, with its punctuation, can be; empty for most words."""
        text = normalise(word)
        if text in self.capital_only and not any(char.isupper() for char in word):
            return frozenset()
        return self._tags(text) or self._tags(without_stress(text)) or self._misheard_tags(text)

    def _tags(self, text: str) -> frozenset[Tag]:
        return self._listed_tags(text) | (self._digits.tags(text) or self._number_tags(text))

    def _listed_tags(self, text: str) -> frozenset[Tag]:
        """From the lists, and from telling beginnings and endings."""
        begun = {tag for tag, heads in self.beginnings.items() if text.startswith(heads)}
        ended = {
            tag
            for tag, tails in self.endings.items()
            if any(text.endswith(tail) and len(text) >= len(tail) + _LEAST_STEM for tail in tails)
        }
        return self.words.get(text, frozenset()) | begun | ended

    def _number_tags(self, text: str) -> frozenset[Tag]:
        """Of a number word; `een` and `one` can be an hour, but are no NUMBER by themselves."""
        value = self.numbers.value(text)
        if value is not None:
            also = number_word_tags(self.numbers.cardinal(text))
            one = Tag.ONE in self.words.get(text, frozenset())
            return also - {Tag.DIGIT} if one else also | {Tag.NUMBER}
        for ending in self.times_endings:
            if text.endswith(ending) and self.numbers.value(text.removesuffix(ending)):
                return frozenset({Tag.NUMBER, Tag.TIMES})
        for half in self.half_past:
            if text.startswith(half) and self.numbers.value(text.removeprefix(half)) in range(
                1, 13
            ):
                return frozenset({Tag.NUMBER, Tag.HOUR, Tag.CLOCK})
        return frozenset()

    def _misheard_tags(self, text: str) -> frozenset[Tag]:
        """Of a unit or a medicine nearly as listed, or with a medicine as its head."""
        if is_nearly(text, self._long_units):
            return frozenset({Tag.UNIT, Tag.MEASURE})
        if text.startswith(self._long_names):
            return frozenset() if self._only_begins_as_name(text) else frozenset({Tag.MEDICINE})
        if is_nearly(text, self._long_names) and not self._is_word(text):
            return frozenset({Tag.MEDICINE})
        return frozenset()

    def _only_begins_as_name(self, text: str) -> bool:
        """Of "retrovirus", which has nothing to do with the brand "retrovir"."""
        names = [name for name in self._long_names if text.startswith(name)]
        return self._is_word(text) and not any(map(self._is_word, names))

    def _is_word(self, text: str) -> bool:
        """Asked of few words only: the first time it loads the dictionary."""
        return load_dictionary(self.language).is_word(text)

    def _behind_digits_tags(self, text: str) -> frozenset[Tag]:
        """Of the letters of a word such as 10mg or 40miligramm."""
        return self._listed_tags(text) or self._misheard_tags(text)


@cache
def load_lexicon(language: Language) -> WordLexicon:
    """The lexicon of `resources/words/<language>.toml` and `medicines_<language>.txt`."""
    listed = tomllib.loads(resource(f"words/{language}.toml").read_text(encoding="utf-8"))
    medicines = read_names(resource(f"words/medicines_{language}.txt"))
    numbers = listed["numbers"]
    words = listed["words"]
    units = words[Tag.UNIT.value] + words[Tag.MEASURE.value]
    return WordLexicon(
        language=language,
        headings={
            topic: tuple(tuple(normalise(word) for word in phrase.split()) for phrase in phrases)
            for topic, phrases in listed["headings"].items()
        },
        words=_by_word({**words, Tag.UNIT.value: units, Tag.MEDICINE.value: medicines}),
        beginnings=_by_tag(listed["beginnings"]),
        endings=_by_tag(listed["endings"]),
        capital_only=frozenset(listed["capital_only"]["words"]),
        medicines=medicines,
        numbers=_number_words(numbers),
        times_endings=tuple(numbers["times_endings"]),
        half_past=tuple(numbers["half_past"]),
        clock_marks=numbers["clock_marks"],
        ordinal_marks=tuple(numbers["ordinal_marks"]),
    )


def read_names(path: Path) -> tuple[str, ...]:
    """The lines of a word list, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _by_word(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[Tag]]:
    words: dict[str, frozenset[Tag]] = {}
    for tag, listed in lists.items():
        for word in map(normalise, listed):
            words[word] = words.get(word, frozenset()) | {Tag(tag)}
    return words


def _by_tag(lists: Mapping[str, Sequence[str]]) -> dict[Tag, tuple[str, ...]]:
    return {Tag(tag): tuple(listed) for tag, listed in lists.items()}


def _number_words(table: Mapping[str, Any]) -> NumberWords:
    return NumberWords(
        words=table["words"],
        links=tuple(table["links"]),
        powers=table["powers"],
        halves=tuple(table["halves"]),
        ordinal_endings=table["ordinal_endings"],
        decimal=table["decimal"],
    )
