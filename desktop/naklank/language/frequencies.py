"""So often a day: offered as moments of the day, since those are what a patient must know.

"Three times daily" is understood by few, "in the morning, afternoon and evening" by most (AHRQ,
Pharos). Which moments they are is the doctor's to say, so nothing more is made of it than an offer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from naklank.core.plain_words import PlainOffer, PlainReason
from naklank.core.ports.language import Tag
from naklank.language.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from naklank.core.transcript import Language
    from naklank.language.line import Line

_X: Final = "[x×]"  # noqa: RUF001 - the sign of multiplication
_TIMES: Final[Mapping[Language, Sequence[str]]] = {
    "nl": (
        rf"(?:een|één|1) ?(?:keer|maal|{_X}|dd)",
        rf"(?:twee|2) ?(?:keer|maal|{_X}|dd)",
        rf"(?:drie|3) ?(?:keer|maal|{_X}|dd)",
        rf"(?:vier|4) ?(?:keer|maal|{_X}|dd)",
    ),
    "en": (
        rf"(?:once|(?:one|1) ?(?:time|{_X}))",
        rf"(?:twice|(?:two|2) ?(?:times|{_X}))",
        rf"(?:thrice|(?:three|3) ?(?:times|{_X}))",
        rf"(?:four|4) ?(?:times|{_X})",
    ),
}
"""How once to four times are said; more often is no matter of moments."""
_A_DAY: Final[Mapping[Language, str]] = {
    "nl": r"(?:(?<=dd)| (?:per dag|op een dag|daags|dd))",
    "en": r" (?:a day|per day|each day|every day|daily)",
}
_MOMENTS: Final[Mapping[Language, Sequence[str]]] = {
    "nl": (
        "",
        "'s ochtends en 's avonds",
        "'s ochtends, 's middags en 's avonds",
        "'s ochtends, 's middags, 's avonds en voor het slapen",
    ),
    "en": (
        "",
        "in the morning and in the evening",
        "in the morning, in the afternoon and in the evening",
        "in the morning, in the afternoon, in the evening and before going to bed",
    ),
}
_TOLD: Final = frozenset(
    {
        "ontbijt",
        "lunch",
        "avondeten",
        "eten",
        "maaltijd",
        "maaltijden",
        "slapen",
        "slapengaan",
        "nodig",
        "breakfast",
        "dinner",
        "supper",
        "meal",
        "meals",
        "bedtime",
        "bed",
        "needed",
        "required",
    }
)
"""Words that tell when, or that it is not regular."""
_RANGE: Final = frozenset({"tot", "of", "à", "a", "en", "to", "or", "-", "–"})  # noqa: RUF001


def offers(line: Line, language: Language) -> Iterator[PlainOffer]:
    """The moments for each frequency; for once a day a remark, since any moment could be meant.

    None where the sentence tells the moments, or where it is said how often at most.
    """
    for times, moments in zip(_TIMES[language], _MOMENTS[language], strict=True):
        for match in re.finditer(rf"(?<![^ ]){times}{_A_DAY[language]}(?![^ |])", line.text):
            places = line.places(match)
            if not _is_told(line, language) and not _is_loose(line, places.start, language):
                yield PlainOffer(places.start, places.stop, PlainReason.FREQUENCY, moments)


def _is_told(line: Line, language: Language) -> bool:
    lexicon = load_lexicon(language)
    return any(word in _TOLD or Tag.DAY_PART in lexicon.tags(word) for word in line.words)


def _is_loose(line: Line, at: int, language: Language) -> bool:
    """Whether what stands before makes it "two or three times", or "at most three times"."""
    before = line.words[max(0, at - 2) : at]
    tags = [load_lexicon(language).tags(word) for word in before]
    is_range = bool(before) and before[-1] in _RANGE
    is_counted = bool(tags) and Tag.NUMBER in tags[-1]
    return is_range or is_counted or any(Tag.AMOUNT in one for one in tags)
