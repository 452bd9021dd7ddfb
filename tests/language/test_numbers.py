"""Number words and typed numbers to values."""

from __future__ import annotations

import pytest

from naklank.language.lexicon import load_lexicon

DUTCH = [
    ("nul", 0),
    ("een", 1),
    ("één", 1),
    ("negen", 9),
    ("elf", 11),
    ("veertien", 14),
    ("achttien", 18),
    ("twintig", 20),
    ("eenentwintig", 21),
    ("tweeëntwintig", 22),
    ("tweeentwintig", 22),  # as typed without the diaeresis
    ("negenentwintig", 29),
    ("negen-en-twintig", 29),
    ("drieëndertig", 33),
    ("achtenvijftig", 58),
    ("tachtig", 80),
    ("achtentachtig", 88),
    ("zevenennegentig", 97),
    ("honderd", 100),
    ("honderdeen", 101),
    ("honderdeneen", 101),
    ("honderdtien", 110),
    ("honderdtweeënvijftig", 152),
    ("tweehonderdvijftig", 250),
    ("vijfhonderd", 500),
    ("duizend", 1000),
    ("duizendvijfhonderd", 1500),
    ("twaalfhonderd", 1200),
    ("tweeduizend", 2000),
    ("tweeduizendzesentwintig", 2026),
    ("vijfentwintigduizend", 25_000),
    ("honderdduizend", 100_000),
    ("miljoen", 1_000_000),
    ("half", 0.5),
    ("halve", 0.5),
    ("kwart", 0.25),
    ("anderhalf", 1.5),
    ("anderhalve", 1.5),
    ("tweeënhalf", 2.5),
    ("drieëneenhalve", 3.5),
    ("zesenhalf", 6.5),
    ("eerste", 1),
    ("tweede", 2),
    ("derde", 3),
    ("achtste", 8),
    ("twintigste", 20),
    ("tweeëntwintigste", 22),
    ("honderdste", 100),
    ("12", 12),
    ("9,4", 9.4),
    ("2.5", 2.5),
    ("1.000", 1000),
    ("150.000", 150_000),
    ("½", 0.5),
    ("1½", 1.5),
    ("2¾", 2.75),
]

ENGLISH = [
    ("zero", 0),
    ("one", 1),
    ("twelve", 12),
    ("nineteen", 19),
    ("twenty-one", 21),
    ("fifty-eight", 58),
    ("ninety-nine", 99),
    ("hundred", 100),
    ("thousand", 1000),
    ("half", 0.5),
    ("quarter", 0.25),
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("ninth", 9),
    ("twelfth", 12),
    ("twentieth", 20),
    ("twenty-first", 21),
    ("thirty-second", 32),
    ("2.5", 2.5),
    ("9,4", 9.4),
    ("1,000", 1000),
    ("150,000", 150_000),
]


@pytest.mark.parametrize(("word", "value"), DUTCH)
def test_dutch_numbers_have_their_value(word: str, value: float) -> None:
    assert load_lexicon("nl").numbers.value(word) == pytest.approx(value)


@pytest.mark.parametrize(("word", "value"), ENGLISH)
def test_english_numbers_have_their_value(word: str, value: float) -> None:
    assert load_lexicon("en").numbers.value(word) == pytest.approx(value)


@pytest.mark.parametrize(
    "word",
    ["eend", "honden", "weken", "vieren", "duizendpoot", "zeventiende-eeuws", "tweeling", "", "-"],
)
def test_dutch_words_that_only_look_like_numbers_have_no_value(word: str) -> None:
    assert load_lexicon("nl").numbers.value(word) is None


@pytest.mark.parametrize("word", ["with", "month", "teeth", "tent", "someone", "freight", "", "-"])
def test_english_words_that_only_look_like_numbers_have_no_value(word: str) -> None:
    assert load_lexicon("en").numbers.value(word) is None


@pytest.mark.parametrize("text", ["152/88", "10mg", "1.000,5", "12-05-2026", "½-1", "a½"])
def test_what_is_typed_with_more_than_a_number_has_no_value(text: str) -> None:
    assert load_lexicon("nl").numbers.value(text) is None


@pytest.mark.parametrize("word", ["derde", "twintigste"])
def test_an_ordinal_is_no_cardinal(word: str) -> None:
    assert load_lexicon("nl").numbers.cardinal(word) is None
