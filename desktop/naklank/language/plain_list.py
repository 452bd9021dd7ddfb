"""Hard words with plainer ones, from a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from naklank.core.plain_words import PlainOffer, PlainReason
from naklank.foundation.paths import resource
from naklank.language.lexicon import read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from naklank.core.transcript import Language
    from naklank.language.line import Line

_ARTICLES: Final = (
    {"het": "de", "dit": "deze", "ons": "onze"},
    {"de": "het", "deze": "dit", "onze": "ons"},
)
"""What stands before the plainer word instead, where it is a "de" word and the hard one is not;
and the other way round."""
_BEFORE_ADJECTIVE: Final = frozenset(
    {"een", "geen", "uw", "het", "de", "dit", "deze", "dat", "die"}
)
_UNSURE: Final = frozenset({"dat", "die"})
"""May be an article as well as something else."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A hard word or phrase as it is looked up, and what could stand in its place."""

    plain: str
    articles: Mapping[str, str]
    """Empty where both have the same article."""


class PlainList:
    """The entries of one language; of two that begin at one word the longest counts."""

    def __init__(self, entries: Mapping[Sequence[str], Entry]) -> None:
        self.entries = dict(entries)
        self._longest = max(map(len, entries), default=0)

    def offers(self, line: Line) -> Iterator[PlainOffer]:
        """No two share a word."""
        at = 0
        while at < len(line.words):
            offer = self._offer(line, at)
            if offer is not None:
                yield offer
            at = at + 1 if offer is None else max(offer.end, at + 1)

    def _offer(self, line: Line, at: int) -> PlainOffer | None:
        for end in range(min(len(line.words), at + self._longest), at, -1):
            entry = self.entries.get(tuple(line.words[at:end]))
            if entry is not None and not any(map(line.has_pause_behind, range(at, end - 1))):
                return _fitted(entry, line, at, end)
        return None


def _fitted(entry: Entry, line: Line, first: int, end: int) -> PlainOffer | None:
    """With the article before it; None where the words before it would no longer fit."""
    alone = PlainOffer(first, end, PlainReason.HARD_WORD, entry.plain)
    if not entry.articles or not first or line.has_pause_behind(first - 1):
        return alone
    before = line.words[first - 1]
    if before in entry.articles:
        plain = f"{entry.articles[before]} {entry.plain}"
        return PlainOffer(first - 1, end, PlainReason.HARD_WORD, plain)
    has_adjective = first > 1 and line.words[first - 2] in _BEFORE_ADJECTIVE
    return None if before in _UNSURE or has_adjective else alone


@cache
def load_plain_list(language: Language) -> PlainList:
    """The list of `resources/words/plain_<language>.tsv`."""
    lines = read_names(resource(f"words/plain_{language}.tsv"))
    return PlainList(dict(_entries(line.split("\t") for line in lines)))


def _entries(rows: Iterable[Sequence[str]]) -> Iterator[tuple[Sequence[str], Entry]]:
    """Each form of a hard word with the same form of the plain one, or with its only one."""
    for hard, plain in rows:
        articles, hard_forms, plain_forms = _without_articles(hard, plain)
        if len(plain_forms) == 1:
            plain_forms = [*plain_forms] * len(hard_forms)
        for hard_form, plain_form in zip(hard_forms, plain_forms, strict=True):
            is_singular = hard_form == hard_forms[0]
            yield tuple(hard_form.split()), Entry(plain_form, articles if is_singular else {})


def _without_articles(
    hard: str, plain: str
) -> tuple[Mapping[str, str], Sequence[str], Sequence[str]]:
    """What the article becomes, and the forms of both: "het ulcus|ulcera" and "de zweer|zweren"."""
    for articles in _ARTICLES:
        old, new = next(iter(articles.items()))
        if hard.startswith(f"{old} ") and plain.startswith(f"{new} "):
            hard, plain = hard.removeprefix(f"{old} "), plain.removeprefix(f"{new} ")
            return articles, hard.split("|"), plain.split("|")
    return {}, hard.split("|"), plain.split("|")
