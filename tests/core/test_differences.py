"""Two decodings held against each other."""

from __future__ import annotations

import pytest

from naklank.core.differences import find_differences
from naklank.core.transcript import Word


def words(text: str, start: float = 0.0) -> tuple[Word, ...]:
    """Two words a second."""
    return tuple(
        Word(start + at / 2, start + at / 2 + 0.4, word, 0.9)
        for at, word in enumerate(text.split())
    )


def told(first: str, second: str) -> list[tuple[str, str]]:
    return [(one.text, one.other) for one in find_differences(words(first), words(second))]


@pytest.mark.parametrize(
    ("first", "second", "differing"),
    [
        ("U heeft een griep.", "U heeft geen griep.", [("een", "geen")]),
        ("U heeft een collie-is.", "U heeft geen colitis.", [("een collie-is", "geen colitis")]),
        ("Sla over.", "Sla niet over.", [("Sla", "Sla niet")]),
        ("Niet doen.", "doen.", [("Niet doen", "doen")]),
        ("doen.", "Niet doen.", [("doen", "Niet doen")]),
        ("Neem 2,5 milligram.", "Neem 25 milligram.", [("2,5", "25")]),
        ("Neem er zestien, en bel.", "Neem er zestig en bel", [("zestien", "zestig")]),
        ("Neem 5 mg.", "Neem .5 mg.", [("5", ".5")]),
        ("Neem 5 mg.", "Neem ,5 mg.", [("5", ",5")]),
        ("Take (.5 mg).", "Take (5 mg).", [(".5", "5")]),
        ("Het was -5 graden.", "Het was 5 graden.", [("-5", "5")]),
        ("It was 5 degrees.", "It was -5 degrees.", [("5", "-5")]),
    ],
)
def test_what_differs_is_told_with_words_on_both_sides(
    first: str, second: str, differing: list[tuple[str, str]]
) -> None:
    assert told(first, second) == differing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bel ons.", "Bel ons."),
        ("Bel ons, morgen!", "bel ons morgen"),
        ("Zee-engte", "zee engte".replace(" ", "-")),
        ("Covid-19, met 5.", "covid19 met (5)"),
        ("", ""),
        ("Bel ons.", ""),
        ("", "Bel ons."),
    ],
)
def test_what_is_the_same_or_stands_alone_is_not_told(first: str, second: str) -> None:
    assert told(first, second) == []


def test_what_the_second_decoding_swallowed_says_nothing_of_the_text() -> None:
    sentence = "Neem elke dag een tablet bij het eten. "
    assert told(f"Bel ons. {sentence} Tot ziens.", "Bel ons. Tot ziens.") == []
    assert len(told("Bel ons. Tot ziens.", f"Bel ons. {sentence} Tot ziens.")) == 1


def test_a_difference_lasts_as_long_as_the_words_that_stand() -> None:
    first, second = words("U heeft een griep."), words("U heeft geen griep.", start=0.1)
    (doubt,) = find_differences(first, second)
    assert (doubt.start, doubt.end) == (first[2].start, first[2].end)


def test_a_word_that_is_missing_is_heard_with_its_neighbour() -> None:
    first = (Word(0.0, 0.4, "Sla", 0.9), Word(2.0, 2.4, "over.", 0.9))
    second = (first[0], Word(1.0, 1.4, "niet", 0.9), first[1])
    (doubt,) = find_differences(first, second)
    assert (doubt.start, doubt.end) == (0.0, 1.4)
