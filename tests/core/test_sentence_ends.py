"""A sentence ends at the same words for all who ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.phrases import group_checks
from naklank.core.plain_words import sentences_of
from naklank.core.sentence_ends import mark_of, pauses, sentences
from naklank.core.suggested_words import as_it_would_stand
from naklank.core.summary import Summary, first_summary
from naklank.core.topics import topic_blocks
from naklank.core.transcript import Segment, Transcript, Word
from naklank.language.lexicon import load_lexicon

LEXICON = load_lexicon("nl")

ENDING = (
    *("rust.", "rust?", "rust!", "rust…", "rust...", "rust:", '"rust."', "“rust.”", "(rust.)"),
    *("mg.", "o.a.", "d.w.z.", "bijv.", "14.30."),
)
GOING_ON = (
    "rust",
    "rust,",
    "rust;",
    '"rust"',
    "3.5",
    "3,5",
    "14.30",
    "d.w.z",
    "twee-",
    "'s",
    "dr.",
    "Mevr.",
)


def _typed(*texts: str) -> tuple[Word, ...]:
    """One word right behind the other."""
    return tuple(Word(at * 0.4, (at + 0.9) * 0.4, text, 0.9) for at, text in enumerate(texts))


def _transcript(words: tuple[Word, ...]) -> Transcript:
    return Transcript("nl", 10.0, (Segment(words),))


def _summary(word: str) -> Summary:
    return first_summary(_transcript(_typed("graag", word, "komen")), (), LEXICON)


def _splits_the_transcript(word: str) -> bool:
    (block,) = topic_blocks(_transcript(_typed("graag", word, "komen")), LEXICON)
    return len(block.sentences) > 1


def _splits_the_sheet(word: str) -> bool:
    (block,) = _summary(word).blocks()
    return len(block.sentences) > 1


def _splits_for_plain_words(word: str) -> bool:
    return len(list(sentences_of(_summary(word)))) > 1


def _gives_a_capital(word: str) -> bool:
    return as_it_would_stand("gaan", range(2, 3), _summary(word)) == "Gaan"


def _ends_a_phrase(word: str) -> bool:
    words = _typed("één", word, "twee")
    checks = [Check(CheckKind.NUMBER, one.text, one.start, one.end) for one in words[::2]]
    return len(group_checks(checks, words, LEXICON)) > 1


ASKING = (
    _splits_the_transcript,
    _splits_the_sheet,
    _splits_for_plain_words,
    _gives_a_capital,
    _ends_a_phrase,
)


@pytest.mark.parametrize("ends", ASKING)
def test_all_agree_where_a_sentence_ends(ends: Callable[[str], bool]) -> None:
    assert [word for word in (*ENDING, *GOING_ON) if ends(word)] == list(ENDING)


def test_no_word_is_lost_between_two_sentences() -> None:
    words = _typed("Rust.", "Drink", "water!", "En")
    parts = [[word.text for word in sentence] for sentence in sentences(words)]
    assert parts == [["Rust."], ["Drink", "water!"], ["En"]]
    assert list(sentences(())) == []


def test_a_mark_stands_before_what_closes_the_word() -> None:
    assert [mark_of(word) for word in ('"rust."', "(rust)", '"', "")] == [".", "t", "", ""]
    assert [word for word in ("en", "en,", "en;", "en:", "en.", "en…", "") if pauses(word)] == [
        *("en,", "en;", "en:", "en.", "en…"),
    ]
