from __future__ import annotations

import pytest

from naklank.core.corrections import Correction, corrections
from naklank.core.summary import Summary, SummaryWord
from naklank.core.transcript import Stretch

SAID = "U heeft een collie is. Neem een tablet."
HEARD = Summary(
    tuple(SummaryWord(word, Stretch(at, at + 0.8)) for at, word in enumerate(SAID.split()))
)


def _told(text: Summary) -> list[Correction]:
    return corrections(HEARD.words, text.words)


def test_as_heard_there_is_no_difference() -> None:
    assert _told(HEARD) == []


@pytest.mark.parametrize(
    ("first", "end", "typed", "heard", "places"),
    [
        (2, 5, "geen colitis.", ("een", "collie", "is."), (2, 4)),
        (3, 5, "colitis.", ("collie", "is."), (3, 4)),
        (2, 3, "", ("een",), (2, 2)),
        (1, 2, "heeft nu", (), (2, 3)),
        (0, 1, "Ach, u", (), (0, 1)),
        (7, 8, "", ("tablet.",), (7, 7)),
        (0, 8, "", tuple(word.text for word in HEARD.words), (0, 0)),
    ],
)
def test_a_difference_by_its_place(
    first: int, end: int, typed: str, heard: tuple[str, ...], places: tuple[int, int]
) -> None:
    assert _told(HEARD.corrected(first, end, typed)) == [Correction(heard, *places)]


def test_punctuation_and_capitals_are_no_difference() -> None:
    assert _told(HEARD.corrected(4, 6, "is, neem")) == []


def test_what_was_taken_out_and_typed_again_is_no_difference() -> None:
    text = HEARD.corrected(2, 3, "").corrected(1, 2, "heeft een")
    assert text.words[2] == SummaryWord("een")
    assert _told(text) == []


def test_equal_words_are_told_apart_by_their_sound() -> None:
    assert _told(HEARD.corrected(2, 3, "").corrected(5, 6, "")) == [
        Correction(("een",), 2, 2),
        Correction(("een",), 5, 5),
    ]


@pytest.mark.parametrize("typed", [".5", ",5", "-5"])
def test_the_sign_in_front_of_a_number_is_no_punctuation(typed: str) -> None:
    heard = Summary((SummaryWord("5", Stretch(0, 0.8)), SummaryWord("mg.", Stretch(1, 1.8))))
    assert corrections(heard.words, heard.corrected(0, 1, typed).words) == [
        Correction(("5",), 0, 1)
    ]
