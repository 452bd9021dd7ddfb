"""Plainer words stand in the text as the hard ones did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from naklank.core.plain_offers import PlainOffer, PlainReason
from naklank.core.plain_words import plain_offers, sentence_now_and_then, sentences_of
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic

HARD = PlainReason.HARD_WORD


def _text(text: str) -> Summary:
    return Summary(tuple(SummaryWord(word) for word in text.split()))


class _OneWord:
    """Finds "hard" alone, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def offers(self, sentence: Sequence[str]) -> tuple[PlainOffer, ...]:
        self.asked.append(" ".join(sentence))
        return tuple(
            PlainOffer(at, at + 1, HARD, "easy")
            for at, word in enumerate(sentence)
            if word.strip(".,").lower() == "hard"
        )


def test_offers_are_found_by_sentence_and_placed_in_the_text() -> None:
    plain = _OneWord()
    summary = _text("This is hard. Nothing here! It is hard, too")
    assert plain_offers(summary, plain) == (
        PlainOffer(2, 3, HARD, "easy"),
        PlainOffer(7, 8, HARD, "easy"),
    )
    assert plain.asked == ["This is hard.", "Nothing here!", "It is hard, too"]


def test_a_topic_and_the_end_of_a_line_end_a_sentence() -> None:
    words = list(_text("one two three four five").words)
    words[3] = replace(words[3], ends_line=True)
    summary = Summary(tuple(words), (Border(2, Topic.WHAT_WE_DO),))
    assert list(sentences_of(summary)) == [range(2), range(2, 4), range(4, 5)]
    assert list(sentences_of(Summary())) == []


@pytest.mark.parametrize(
    ("text", "first", "end", "instead", "put_in"),
    [
        ("U heeft hypertensie.", 2, 3, "hoge bloeddruk", "hoge bloeddruk."),
        ("Hypertensie, dus.", 0, 1, "hoge bloeddruk", "Hoge bloeddruk,"),
        ("Goed. (Oraal) innemen.", 1, 2, "via de mond", "(Via de mond)"),
        ("3 dd een tablet.", 0, 2, "'s ochtends", "'s Ochtends"),
        ("Neem 2 dd.", 1, 3, "'s ochtends en 's avonds", "'s ochtends en 's avonds."),
        ("U rust, en u belt.", 1, 3, "rust. En", "rust. En"),
    ],
)
def test_punctuation_and_capital_stay(
    text: str, first: int, end: int, instead: str, put_in: str
) -> None:
    assert PlainOffer(first, end, HARD, instead).put_in(_text(text)) == put_in


def test_a_sentence_is_read_as_it_is_and_as_it_would_be() -> None:
    summary = _text("Ja. U heeft het oedeem, nog. Bel ons.")
    offer = PlainOffer(3, 5, HARD, "de vochtophoping")
    assert sentence_now_and_then(offer, summary) == (
        "U heeft het oedeem, nog.",
        "U heeft de vochtophoping, nog.",
    )
    remark = PlainOffer(6, 8, PlainReason.LONG_SENTENCE, count=2)
    assert sentence_now_and_then(remark, summary) == ("Bel ons.", "")
    assert remark.words(summary) == "Bel ons."
