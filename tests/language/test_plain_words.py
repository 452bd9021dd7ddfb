"""What is offered for sentences written by hand, and that no offer touches a risk."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import process_time

import pytest

from naklank.core.plain_offers import PlainReason
from naklank.core.plain_words import plain_offers
from naklank.core.ports.language import Tag
from naklank.core.summary import Summary, SummaryWord
from naklank.core.transcript import LANGUAGES, Language
from naklank.foundation.paths import resource
from naklank.language.lexicon import load_lexicon, read_names
from naklank.language.plain_list import load_plain_list
from naklank.language.plain_words import load_plain_words

HERE = Path(__file__).parent
RISKS = frozenset(Tag) - {
    Tag.ONE,
    Tag.LINK,
    Tag.JOIN,
    Tag.AT,
    Tag.SPAN,
    Tag.PAST,
    Tag.AHEAD,
    Tag.EVERY,
    Tag.SOON,
    Tag.NEXT,
    Tag.BOUND,
    Tag.NAMED,
    Tag.BUILD,
    Tag.PARTICLE,
    Tag.SPREAD,
    Tag.WHOLE,
}
"""Also a dose, a day or a medicine; the rest are small words around a risk."""


def text(words: str) -> Summary:
    return Summary(tuple(SummaryWord(word) for word in words.split()))


def offered(sentence: str, language: Language = "nl") -> str:
    summary = text(sentence)
    found = plain_offers(summary, load_plain_words(language))
    return " ; ".join(
        f"{one.words(summary)} > {one.put_in(summary) if one.instead else '-'}" for one in found
    )


def sentences() -> list[tuple[Language, str, str]]:
    found: list[tuple[Language, str, str]] = []
    for language in LANGUAGES:
        lines = (HERE / f"plain_{language}.tsv").read_text(encoding="utf-8").splitlines()
        for line in lines:
            if not line.startswith("#"):
                sentence, expected = line.split("\t")
                found.append((language, sentence, expected))
    return found


def test_the_sentences_are_many() -> None:
    assert len({sentence for _, sentence, _ in sentences()}) >= 120


@pytest.mark.parametrize(("language", "sentence", "expected"), sentences())
def test_it_is_offered(language: Language, sentence: str, expected: str) -> None:
    assert offered(sentence, language) == expected


def test_a_long_sentence_tells_how_many_words_it_has() -> None:
    sentence = "een " * 15 + "– een."
    (remark,) = plain_offers(text(sentence), load_plain_words("nl"))
    assert (remark.reason, remark.count) == (PlainReason.LONG_SENTENCE, 16)
    assert offered("een " * 14 + "een.") == ""


@pytest.mark.parametrize("words", ["", "…", "- - -", "\ud800 \x00", "'s", "| | |"])
def test_odd_signs_do_no_harm(words: str) -> None:
    assert offered(words) == ""


@pytest.mark.parametrize(("language", "least"), [("nl", 350), ("en", 100)])
def test_the_list_is_long_and_each_form_stands_once(language: Language, least: int) -> None:
    lines = read_names(resource(f"words/plain_{language}.tsv"))
    assert len(lines) >= least
    hard = [form for line in lines for form in line.split("\t")[0].split("|")]
    assert [form for form, count in Counter(hard).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_the_list_takes_or_brings_a_risk(language: Language) -> None:
    lexicon = load_lexicon(language)
    wrong = [
        (hard, word)
        for hard, entry in load_plain_list(language).entries.items()
        for word in (*hard, *entry.plain.split())
        if lexicon.tags(word) & RISKS and Tag.ONE not in lexicon.tags(word)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_for_an_entry_is_plain_itself(language: Language) -> None:
    listed = load_plain_list(language)
    again = {
        entry.plain: offered(entry.plain, language)
        for entry in listed.entries.values()
        if offered(entry.plain, language)
    }
    assert again == {}


def test_a_cut_keeps_all_words_and_their_risks() -> None:
    sentence = (
        "U neemt vanaf vandaag elke dag bij het eten een tablet van 10 mg, en u belt ons maandag."
    )
    assert offered(sentence) == "mg, en > mg. En"


def test_three_hundred_words_take_a_moment() -> None:
    written = (HERE / "plain_nl.tsv").read_text(encoding="utf-8").splitlines()[1:]
    words = " ".join(line.split("\t")[0] for line in written).split()[:300]
    assert len(words) == 300
    summary, plain = text(" ".join(words)), load_plain_words("nl")
    plain_offers(summary, plain)
    before = process_time()
    plain_offers(summary, plain)
    assert process_time() - before < 0.05
