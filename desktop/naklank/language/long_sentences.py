"""Sentences that are too long to follow, and where they could be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.plain_offers import PlainOffer, PlainReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from naklank.core.transcript import Language
    from naklank.language.line import Line

MOST: Final = 15
"""Words that a sentence may have; Thuisarts and Pharos ask for ten to fifteen."""
_LEAST_PART: Final = 4
"""Words on either side of a cut."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_JOINS: Final[Mapping[Language, frozenset[str]]] = {
    "nl": _set("en maar want"),
    "en": _set("and but"),
}
_SUBJECTS: Final[Mapping[Language, frozenset[str]]] = {
    "nl": _set("u je jij ik we wij hij zij ze het dat dit er"),
    "en": _set("you i we he she they it this that there"),
}
_FINITE: Final[Mapping[Language, frozenset[str]]] = {
    "nl": _set(
        "heeft hebt heb hebben bent ben is zijn was mag mogen moet moeten kunt kan kunnen zult "
        "zal zullen wilt wil willen gaat ga gaan komt kom komen krijgt krijg krijgen neemt neem "
        "nemen wordt word worden blijft blijf blijven belt bel bellen gebruikt gebruik gebruiken "
        "doet doe doen maakt maak maken hoeft hoef hoeven begint begin beginnen ziet zie zien "
        "helpt werkt stopt stop spreekt spreken controleert controleren slikt slik drinkt eet "
        "voelt geeft lijkt probeert probeer haalt haal fietst meet smeert wandelt loopt"
    ),
    "en": _set(
        "have has are am is was were may must can could should will would need needs get gets take "
        "takes stay stays call calls go goes come comes do does feel feels start starts stop helps"
    ),
}
_ORDERS: Final[Mapping[Language, frozenset[str]]] = {
    "nl": _set(
        "bel neem drink eet kom gebruik begin rust slik let ga maak houd til meet smeer wandel rook"
    ),
    "en": _set("call take drink eat come use start rest go make keep"),
}
_DEPENDS: Final[Mapping[Language, frozenset[str]]] = {
    "nl": _set(
        "als wanneer indien omdat doordat zodat terwijl voordat nadat totdat zodra zolang hoewel "
        "tenzij mits dat of waarbij waardoor"
    ),
    "en": _set(
        "if when because so while before after until as although unless provided that or whether "
        "which"
    ),
}
"""Behind one of these a cut could take away a condition: "bel ons als u koorts heeft, en u..."."""


def offers(line: Line, language: Language) -> Iterator[PlainOffer]:
    """One for a sentence that is too long: to cut it in two, or only a remark."""
    count = sum(any(map(str.isalnum, word)) for word in line.words)
    if count <= MOST:
        return
    reason, size = PlainReason.LONG_SENTENCE, len(line.words)
    cut = _cut(line, language)
    if cut is None:
        yield PlainOffer(0, size, reason, count=count)
    else:
        before, join = line.typed[cut - 1].removesuffix(","), line.typed[cut]
        yield PlainOffer(cut - 1, cut + 1, reason, f"{before}. {join.capitalize()}", count)


def _cut(line: Line, language: Language) -> int | None:
    """The place of the word that would begin the second sentence, nearest to the middle."""
    size = len(line.words)
    places = range(_LEAST_PART, size - _LEAST_PART)
    sure = [at for at in places if _is_cut(line, at, language)]
    return min(sure, key=lambda at: abs(size - 2 * at), default=None)


def _is_cut(line: Line, at: int, language: Language) -> bool:
    """Whether a whole sentence stands before this word, and another one behind it."""
    if line.words[at] not in _JOINS[language] or line.has_pause_behind(at):
        return False
    if not _DEPENDS[language].isdisjoint(line.words[:at]):
        return False
    first, second = line.words[at + 1 : at + 3]
    is_statement = first in _SUBJECTS[language] and second in _FINITE[language]
    is_order = first in _ORDERS[language] and line.typed[at - 1].endswith(",")
    return is_statement or is_order
