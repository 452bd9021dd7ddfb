"""A suggestion stands in the text as the misheard words did."""

from __future__ import annotations

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.suggested_words import is_put_in, put_for, words_to_put_in
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import Stretch


def _text(text: str) -> Summary:
    """One second for each word."""
    words = (SummaryWord(word, Stretch(at, at + 0.9)) for at, word in enumerate(text.split()))
    return Summary(tuple(words))


def _check(first: int, last: int, meant: str) -> Check:
    return Check(CheckKind.SUGGESTION, "", first, last + 0.9, suggestion=meant)


@pytest.mark.parametrize(
    ("text", "first", "last", "put_in"),
    [
        ("U begint met Lee-Noppil.", 3, 3, "lisinopril."),
        ("U begint met listen up roll, vandaag.", 3, 5, "lisinopril,"),
        ("(Lee-Noppil) is nieuw.", 0, 0, "(Lisinopril)"),
        ("Goed. Lee-Noppil is nieuw.", 1, 1, "Lisinopril"),
    ],
)
def test_punctuation_and_capital_stay(text: str, first: int, last: int, put_in: str) -> None:
    summary = _text(text)
    check = _check(first, last, "lisinopril")

    assert words_to_put_in(check, summary) == put_in
    assert not is_put_in(check, summary)
    after = summary.corrected(first, last + 1, put_in)
    assert is_put_in(check, after)


def test_a_topic_begins_a_sentence() -> None:
    words = _text("Vandaag begint u Lee-Noppil").words
    summary = Summary(words, (Border(3, Topic.WHAT_WE_DO),))

    assert words_to_put_in(_check(3, 3, "lisinopril"), summary) == "Lisinopril"


def test_several_words_are_put_in() -> None:
    summary = _text("Naar Sinlukas. Morgen.")
    check = _check(1, 1, "Sint Lucas")

    assert words_to_put_in(check, summary) == "Sint Lucas."
    after = summary.corrected(1, 2, "Sint Lucas.")
    assert is_put_in(check, after)
    assert [word.text for word in after.words] == ["Naar", "Sint", "Lucas.", "Morgen."]


def test_what_another_decoding_heard_takes_no_neighbour_away() -> None:
    words = (("U", 0.0, 0.3), ("heeft", 0.3, 0.6), ("colitis.", 0.6, 1.1))
    summary = Summary(tuple(SummaryWord(text, Stretch(*sound)) for text, *sound in words))
    check = Check(CheckKind.DIFFERS, "heeft", 0.3, 0.95, "heeft geen")
    assert words_to_put_in(check, summary) == ""


def test_a_word_that_was_put_in_at_the_border_of_a_check_stays() -> None:
    sounds = (Stretch(0.0, 1.0), None, Stretch(1.0, 2.0), Stretch(2.0, 3.0), Stretch(3.0, 4.0))
    texts = ["U", "niet", "over", "6", "weken"]
    summary = Summary(tuple(map(SummaryWord, texts, sounds)))
    check = Check(CheckKind.DATE, "over zes weken", 1.0, 4.0, "woensdag 22 april")
    assert summary.words_of(check) == range(2, 5)


@pytest.mark.parametrize("unit", ["10%.", "37°."])
def test_the_sign_of_a_unit_is_no_punctuation(unit: str) -> None:
    summary = _text(f"Nog {unit}")
    assert words_to_put_in(_check(1, 1, unit.strip(".")), summary) == unit


def test_nothing_is_put_in_where_no_words_stand() -> None:
    summary = _text("U begint vandaag.").corrected(1, 2, "")
    check = _check(1, 1, "lisinopril")

    assert words_to_put_in(check, summary) == ""
    assert not is_put_in(check, summary)
    assert words_to_put_in(Check(CheckKind.NUMBER, "", 0, 1), summary) == ""


def test_the_point_in_front_of_a_number_goes_with_it() -> None:
    assert put_for("0,5", "(.5", ".5,") == "(0,5,"
