"""Names and terms beside a language's own words: what the engine may expect and have misheard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from naklank.foundation.paths import resource
from naklank.language.dictionary import load_dictionary
from naklank.language.entries import Entries, Kind
from naklank.language.familiar import Familiar
from naklank.language.lexicon import read_names
from naklank.language.runs import runs_of

if TYPE_CHECKING:
    from naklank.core.suggestions import Suggestion
    from naklank.core.transcript import Language, Transcript
    from naklank.language.runs import Run

_MOST_HOTWORDS: Final = 30


@dataclass(frozen=True, slots=True)
class WordVocabulary:
    """The port Vocabulary from the shipped lists and the practice's own words."""

    hotwords: tuple[str, ...]
    """The practice's own words alone: each list of words makes base go on after a short sentence,
    with these words or in a loop (measured), so nobody gets one without asking."""
    _entries: Entries
    _familiar: Familiar

    def prepare(self) -> None:
        """Load the dictionary, which `suggestions` needs."""
        load_dictionary(self._familiar.language)

    def suggestions(self, transcript: Transcript) -> tuple[Suggestion, ...]:
        """Where the engine may have misheard a name or term, in the order of the sound.

        At most one for a place: the one most alike. The first time, the dictionary is loaded.
        """
        found: list[tuple[float, Run, str]] = []
        for run in runs_of(transcript.words, self._familiar):
            match = self._entries.nearest(run.letters, run.surroundings)
            if match is not None:
                found.append((match.likeness, run, match.entry))
        found.sort(key=lambda one: (-one[0], len(one[1].words), one[1].first))
        taken: set[int] = set()
        chosen: list[Suggestion] = []
        for _, run, entry in found:
            if taken.isdisjoint(run.places):
                taken.update(run.places)
                chosen.append(run.suggestion(entry))
        return tuple(sorted(chosen, key=lambda suggestion: suggestion.start))


@lru_cache(maxsize=4)  # two languages, before and after the practice changed its words
def load_vocabulary(language: Language, own: tuple[str, ...] = ()) -> WordVocabulary:
    """The vocabulary of `resources/words/` with the practice's own words.

    It takes a few hundredths of a second, and nothing when called again.
    """
    mine = tuple(dict.fromkeys(word.strip() for word in own if word.strip()))
    usual, medicines, terms = (
        read_names(resource(f"words/{name}_{language}.txt"))
        for name in ("usual", "medicines", "terms")
    )
    return WordVocabulary(
        hotwords=mine[:_MOST_HOTWORDS],
        _entries=Entries(
            (
                (Kind.OWN, mine),
                (Kind.USUAL, usual),
                (Kind.OTHER, medicines),
                (Kind.TERM, terms),
            )
        ),
        _familiar=Familiar(language, (*mine, *medicines, *terms)),
    )
