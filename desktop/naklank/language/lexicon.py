"""What Naklank knows of one language, read from its word list."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from naklank.core.alignment import normalised
from naklank.core.ports.language import Tag
from naklank.core.transcript import Language, Word
from naklank.foundation.paths import resource
from naklank.language.clock_times import ClockTimes, ClockWords
from naklank.language.dates import Dates, DateWords
from naklank.language.dictionary import load_dictionary
from naklank.language.digits import DigitShapes, number_word_tags
from naklank.language.numbers import NumberWords
from naklank.language.same_words import SameWords, other_ways
from naklank.language.spelling import is_nearly, normalise, without_punctuation, without_stress
from naklank.language.spoken_words import SpokenNumbers
from naklank.language.written_numbers import NumberWriter

_LEAST_STEM: Final = 2
"""Letters before a telling ending: "april" does not end in the "pril" of enalapril."""
_LEAST_NAME: Final = 8
"""Letters from which a name is also found in a compound (tacrolimuszalf) or misheard; among the
shorter ones "aspirin" is in "aspiring", and "statins" is like "stations"."""
_LEAST_UNIT: Final = 9
"""Letters from which a unit is also found misheard: among the shorter ones "eenden" is like
"eenheden" and "caries" like "calories"."""

_UNSURE: Final = 0.6
"""Probability below which a word that is often said may be the risk word that sounds like it."""


_IN_DIGITS: Final = {Tag.CLOCK, Tag.MONTH, Tag.PHONE}
"""What in digits is no count: 10.30, 3-5-2026, 030-1234567."""

_MOST_KNOWN: Final = 1000
"""Words that are remembered: a long summary. More would be those of patients before."""


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
    spoken_numbers: SpokenNumbers
    dates: Dates
    clock: ClockTimes
    spelled: frozenset[str]
    sound_alikes: Mapping[str, Mapping[str, str]]
    same_words: SameWords
    _known: dict[str, frozenset[Tag]] = field(init=False, default_factory=dict, compare=False)
    """Of words that were asked for: a corrected text is looked through whole."""
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

    def with_headings(self, own: Mapping[str, str]) -> "WordLexicon":
        spoken = {
            topic: (*phrases, tuple(self.normalise(word) for word in own[topic].split()))
            for topic, phrases in self.headings.items()
            if own.get(topic, "").split()
        }
        return replace(self, headings={**self.headings, **spoken})

    def normalise(self, word: str) -> str:
        return normalise(word)

    def tags(self, word: str) -> frozenset[Tag]:
        """What a typed word, with its punctuation, can be; empty for most words."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> frozenset[Tag]:
        text = normalise(word)
        if text in self.capital_only and not any(char.isupper() for char in word):
            return frozenset()
        return self._tags(text) or self._tags(without_stress(text)) or self._misheard_tags(text)

    def written(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words with digits for their numbers, each over the sound of the words it was."""
        return NumberWriter(self.numbers, self.spoken_numbers).written(words, self)

    def date_meant(self, said: str, before: str, today: date) -> str:
        """The date, with its weekday, that "over zes weken" is; empty where it is not sure."""
        return self.dates.meant(_plain(said), normalise(before), today)

    def weekday_meant(self, said: str, today: date) -> str:
        """The weekday of a date that was said with another one; empty where nothing is wrong."""
        return self.dates.weekday_meant(_plain(said), today)

    def time_meant(self, said: str) -> str:
        """The clock time in digits that "half elf" is; empty for what is none."""
        return self.clock.meant(_plain(said))

    def is_word(self, word: str) -> bool:
        """The first time it loads the dictionary."""
        text = without_punctuation(word)
        if not any(map(str.isalpha, text)) or any(map(str.isdigit, text)):
            return True
        known = normalise(word) in self.spelled or bool(self.tags(word))
        return known or self._is_word(text)

    def same(self, word: str) -> Sequence[str]:
        text = without_stress(normalised(word))  # with the sign of "-2", which is another number
        tags = self.tags(word)
        if not _IN_DIGITS.isdisjoint(tags) and any(map(str.isdigit, text)):
            return (self.same_words.clock(text) if Tag.CLOCK in tags else text,)
        return self.same_words.plain(text)

    def sound_alike(self, word: str, probability: float) -> str:
        text = without_stress(normalise(word))
        often = self.sound_alikes["often"] if probability < _UNSURE else {}
        return self.sound_alikes["seldom"].get(text) or often.get(text, "")

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
        """The first time it loads the dictionary."""
        return load_dictionary(self.language).is_word(text)

    def _behind_digits_tags(self, text: str) -> frozenset[Tag]:
        """Of the letters of a word such as 10mg or 40miligramm."""
        return self._listed_tags(text) or self._misheard_tags(text)


@cache
def load_lexicon(language: Language) -> WordLexicon:
    """The lexicon of `resources/words/<language>.toml` and `medicines_<language>.txt`."""
    listed = tomllib.loads(resource(f"words/{language}.toml").read_text(encoding="utf-8"))
    medicines = read_names(resource(f"words/medicines_{language}.txt"))
    terms = read_names(resource(f"words/terms_{language}.txt"))
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
        spoken_numbers=_spoken_numbers(numbers),
        dates=_dates(listed),
        clock=ClockTimes(ClockWords(**listed["clock"]), _number_words(numbers)),
        spelled=frozenset(map(normalise, (*terms, *listed["spelled"]["words"]))),
        sound_alikes=listed["sound_alikes"],
        same_words=SameWords(
            other_ways(listed["same"]), _number_words(numbers), tuple(numbers["times_endings"])
        ),
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


def _dates(listed: Mapping[str, Any]) -> Dates:
    weekdays = listed["words"][Tag.WEEKDAY.value][:7]
    # English writes the days with a capital, which Dutch does not.
    is_capital = "may" in listed["capital_only"]["words"]
    words = DateWords(weekdays=weekdays, is_capital=is_capital, **listed["dates"])
    return Dates(words, _number_words(listed["numbers"]))


def _plain(said: str) -> list[str]:
    return [without_stress(normalise(word)) for word in said.split()]


def _spoken_numbers(table: Mapping[str, Any]) -> SpokenNumbers:
    return SpokenNumbers(
        decimal_words=tuple(table["decimal_words"]),
        ands=tuple(table["ands"]),
        articles=tuple(table["articles"]),
        manners=tuple(table["manners"]),
        sayings=tuple(table["sayings"]),
        noughts=tuple(table["noughts"]),
        doubled=table["doubled"],
        tens_apart=table["tens_apart"],
    )


def _number_words(table: Mapping[str, Any]) -> NumberWords:
    return NumberWords(
        words=table["words"],
        links=tuple(table["links"]),
        powers=table["powers"],
        halves=tuple(table["halves"]),
        ordinal_endings=table["ordinal_endings"],
        decimal=table["decimal"],
    )
