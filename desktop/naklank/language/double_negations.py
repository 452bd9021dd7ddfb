"""Double negations, easily taken for the opposite: what is certain is said the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from naklank.core.plain_offers import PlainOffer, PlainReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from naklank.core.transcript import Language
    from naklank.language.line import Line

_DOING: Final = (
    r"(sporten|werken|autorijden|rijden|fietsen|lopen|wandelen|zwemmen|bewegen|hardlopen|trainen|"
    r"tillen|reizen|vliegen|spelen|douchen|voetballen|tennissen|tuinieren|koken|dansen|roken)"
)
_ALWAYS: Final = r"(?![^|]*\b(?:zonder|tenzij|voordat|totdat|without|unless|before|until)\b)"
"""Not "mag niet stoppen met metoprolol zonder overleg": that is no order to go on."""
_DOING_EN: Final = r"(?!during\b|evening\b|morning\b)(\w+ing)"
_ENDS: Final = r"(?= en | of |[|])"
"""So that "lopen van trappen" is not taken for "lopen"."""
_WHO: Final = r"(u|je|jij)"
_RULES: Final[Mapping[Language, Sequence[tuple[str, str]]]] = {
    "nl": (
        (rf"(?:hoeft|hoef) niet te stoppen met {_DOING}{_ENDS}", r"mag blijven \1"),
        (rf"(?:hoeft|hoef) niet met {_DOING} te stoppen", r"mag blijven \1"),
        (rf"hoeven niet te stoppen met {_DOING}{_ENDS}", r"mogen blijven \1"),
        (rf"(?:hoeft|hoef) {_WHO} niet te stoppen met {_DOING}{_ENDS}", r"mag \1 blijven \2"),
        (r"(?:hoeft|hoef) niet te stoppen met", "mag doorgaan met"),
        (r"hoeven niet te stoppen met", "mogen doorgaan met"),
        (rf"(?:hoeft|hoef) {_WHO} niet te stoppen met", r"mag \1 doorgaan met"),
        (r"(?:hoeft|hoef) niet te stoppen(?=[|])", "mag doorgaan"),
        (rf"mag niet stoppen met{_ALWAYS}", "moet doorgaan met"),
        (rf"mogen niet stoppen met{_ALWAYS}", "moeten doorgaan met"),
        (rf"mag {_WHO} niet stoppen met{_ALWAYS}", r"moet \1 doorgaan met"),
        (rf"stop niet met{_ALWAYS}", "ga door met"),
        (rf"stopt niet met{_ALWAYS}", "gaat door met"),
        (r"stop niet zonder overleg(?=[|])", "overleg eerst voordat u stopt"),
        (r"(?:moet|mag) niet vergeten", "moet eraan denken"),
        (r"vergeet niet", "denk eraan"),
        (r"is niet uit te sluiten", "is mogelijk"),
        (r"niet verboden", "toegestaan"),
        (r"is niet zonder risico(?:'s)?", "heeft risico's"),
        (r"niet onbelangrijk(e?)", r"belangrijk\1"),
        (r"niet ongebruikelijk(e?)", r"gebruikelijk\1"),
        (r"niet onbegrijpelijk(e?)", r"begrijpelijk\1"),
        (r"niet onmogelijk(e?)", r"mogelijk\1"),
        (r"niet onbekend(e?)", r"bekend\1"),
        (r"niet onverstandig(e?)", r"verstandig\1"),
        (r"niet onterecht(e?)", r"terecht\1"),
        (r"niet ongewoon", "gewoon"),
        (r"niet ongewone", "gewone"),
    ),
    "en": (
        (r"(?:do not|don't) (?:have|need) to stop (\w+ing)", r"can keep \1"),
        (r"(?:does not|doesn't) (?:have|need) to stop (\w+ing)", r"can keep \1"),
        (r"need not stop (\w+ing)", r"can keep \1"),
        (rf"(?:do not|don't) stop {_DOING_EN}{_ALWAYS}", r"keep \1"),
        (rf"must not stop {_DOING_EN}{_ALWAYS}", r"must keep \1"),
        (r"(?:do not|don't) forget to", "remember to"),
        (r"must not forget to", "must remember to"),
        (r"not unimportant", "important"),
        (r"not uncommon", "common"),
        (r"not impossible", "possible"),
        (r"not unknown", "known"),
        (r"not unreasonable", "reasonable"),
    ),
}
"""What is said, and what certainly means the same; the first that fits a place counts."""

_BETWEEN: Final = r"(?: (?!(?:en|of|maar|want|dus|kan|kunt|kunnen|lukt|and|or|but|can) )[^ |]+)"
_ENDING: Final = (
    "zonder|niet|geen|nooit|stoppen|vermijden|nalaten|vergeten|overslaan|weglaten|ontkennen|"
    "uitsluiten|uitgesloten|verboden|tegenhouden"
)
_UNSURE: Final = (
    "waarschijnlijk|gunstig|schuldig|gevaarlijk|veilig|aannemelijk|behandelbaar|gevoelig|prettig|"
    "rustig|geneeslijk|opgemerkt|tevreden|denkbaar"
)
"""What is "niet onveilig" is not yet safe."""
_NO: Final = "not|no|never|nothing|nobody|don't|doesn't|can't|cannot|shouldn't|won't"
_REMARKS: Final[Mapping[Language, Sequence[str]]] = {
    "nl": (
        rf"(?:niet|geen|nooit|niets|niks|niemand|nergens){_BETWEEN}{{0,3}} (?:{_ENDING})",
        rf"zonder{_BETWEEN}{{0,3}} (?:niet|geen|nooit)",
        rf"(?:stop|stopt|vergeet|vermijd){_BETWEEN}{{0,4}} (?:niet|nooit)",
        rf"niet on(?:{_UNSURE})e?",
    ),
    "en": (
        rf"(?:{_NO}){_BETWEEN}{{0,3}} (?:without|never|not|no|avoid|forget|exclude)",
        r"(?:not|don't|doesn't) (?:have|need) to stop",
        rf"never{_BETWEEN}{{0,1}} stop",
        r"not un(?:likely|safe|usual|favourable|favorable|treatable|pleasant|happy)",
    ),
}
"""Where what is meant is not certain, the doctor says it anew."""


def offers(line: Line, language: Language) -> Iterator[PlainOffer]:
    """No two share a word; what can be said the other way counts more than a remark."""
    taken: set[int] = set()
    for pattern, instead in (*_RULES[language], *((one, "") for one in _REMARKS[language])):
        for match in re.finditer(rf"(?<![^ ]){pattern}(?![^ |])", line.text):
            places = line.places(match)
            if taken.isdisjoint(places):
                taken.update(places)
                yield _offer(places, match.expand(instead))


def _offer(places: range, instead: str) -> PlainOffer:
    return PlainOffer(places.start, places.stop, PlainReason.DOUBLE_NEGATION, instead)
