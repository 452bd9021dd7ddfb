"""A summary as the engine types one, with what must be checked in it."""

from __future__ import annotations

from typing import Final

from naklank.core.checks import Check, CheckKind
from naklank.core.review import Review
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import Stretch

PARTS: Final = (
    (Topic.WHAT_IS_GOING_ON, "U heeft een hoge bloeddruk. Dat merkt u zelf niet altijd."),
    (Topic.WHAT_WE_DO, "U begint met lisinopril. 1 tablet van 10 milligram in de ochtend."),
    (Topic.WHEN_TO_CALL, "Bel ons als u duizelig wordt. Bel direct 112."),
)


def summary(scale: int = 1) -> Summary:
    """Half a second for each word; `scale` times as long."""
    words: list[SummaryWord] = []
    borders: list[Border] = []
    for topic, text in PARTS:
        borders.append(Border(len(words), topic))
        for word in text.split() * scale:
            start = len(words) / 2
            words.append(SummaryWord(word, Stretch(start, start + 0.45)))
    return Summary(tuple(words), tuple(borders))


def place(text: str) -> int:
    """Where a word of the summary stands."""
    return next(at for at, word in enumerate(summary().words) if word.text == text)


def check(kind: CheckKind, first: str, last: str = "") -> Check:
    """A check on the words from the first to the last."""
    start, end = place(first), place(last or first)
    text = " ".join(word.text for word in summary().words[start : end + 1]).strip(".")
    return Check(kind, text, start / 2, end / 2 + 0.45)


CHECKS: Final = (
    check(CheckKind.NEGATION, "niet"),
    check(CheckKind.MEDICINE, "lisinopril."),
    check(CheckKind.DOSE, "1", "milligram"),
    check(CheckKind.PHONE, "112."),
)


def review(*confirmed: int) -> Review:
    """All was heard, some of it confirmed."""
    return Review(CHECKS, frozenset(range(len(CHECKS))), frozenset(confirmed))


def misheard() -> tuple[Summary, Check]:
    """A summary with a medicine that was misheard, and the check that says so."""
    at = place("lisinopril.")
    found = Check(CheckKind.MEDICINE, "Lee-Noppil", at / 2, at / 2 + 0.45, suggestion="lisinopril")
    return summary().corrected(at, at + 1, "Lee-Noppil."), found
