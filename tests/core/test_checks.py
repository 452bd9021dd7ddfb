"""The places that must be heard, in sentences as a doctor says and Whisper types them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from core.test_risk_sentences import lines
from naklank.core.checks import Check, CheckKind
from naklank.core.rule_checks import find_checks
from naklank.core.transcript import Dropped, Language, Segment, Stretch, Transcript, Word
from naklank.language.lexicon import load_lexicon


def typed(language: Language, text: str) -> Transcript:
    """The text as a transcript: one word each half second, for 0.4 s."""
    words = tuple(
        Word(place / 2, place / 2 + 0.4, word, 0.9) for place, word in enumerate(text.split())
    )
    return Transcript(language, 60.0, (Segment(words),))


def test_a_check_lasts_from_its_first_word_to_its_last() -> None:
    transcript = typed("nl", "Bel op dinsdag 18 maart, om half elf.")
    assert find_checks(transcript, load_lexicon("nl")) == (
        Check(CheckKind.DATE, "dinsdag 18 maart", 1.0, 2.4),
        Check(CheckKind.TIME, "half elf", 3.0, 3.9),
    )


def test_a_phrase_may_run_over_two_segments() -> None:
    words = typed("nl", "Neem twee keer per dag duizend milligram.").words
    transcript = Transcript("nl", 60.0, (Segment(words[:2]), Segment(words[2:])))
    found = find_checks(transcript, load_lexicon("nl"))
    assert [(check.kind.value, check.text) for check in found] == [
        ("frequency", "twee keer per dag"),
        ("dose", "duizend milligram"),
    ]


def test_speech_without_text_and_dropped_text_are_checks_in_their_place() -> None:
    heard = typed("nl", "Neem geen ibuprofen. Bel 112.")
    transcript = Transcript(
        "nl",
        60.0,
        heard.segments,
        uncovered=(Stretch(1.5, 1.9), Stretch(30.0, 33.5)),
        dropped=(Dropped("TV GELDERLAND 2020.", 10.0, 12.0, "no_speech"),),
    )
    assert find_checks(transcript, load_lexicon("nl")) == (
        Check(CheckKind.NEGATION, "geen ibuprofen", 0.5, 1.4),
        Check(CheckKind.UNCOVERED, "", 1.5, 1.9),
        Check(CheckKind.PHONE, "112", 2.0, 2.4),
        Check(CheckKind.UNSUPPORTED, "TV GELDERLAND 2020.", 10.0, 12.0, reason="no_speech"),
        Check(CheckKind.UNCOVERED, "", 30.0, 33.5),
    )


def test_a_transcript_without_words_has_no_checks() -> None:
    assert find_checks(Transcript("nl", 60.0), load_lexicon("nl")) == ()


@pytest.mark.parametrize(
    "text",
    [
        " ".join(sentence for sentence, _ in lines("nl")),
        "om half elf " * 40,
        "3 " * 200,
        "12 " * 200,
        "twintig over drie " * 70,
    ],
)
def test_no_word_belongs_to_two_checks(text: str) -> None:
    found = find_checks(typed("nl", text), load_lexicon("nl"))
    assert found
    for check, following in pairwise(found):
        assert check.end < following.start


def test_no_number_is_lost_in_a_loop_of_numbers() -> None:
    found = find_checks(typed("nl", "honderd " * 200), load_lexicon("nl"))
    assert sum(len(check.text.split()) for check in found) == 200


def test_the_time_for_an_engine_in_a_loop_grows_with_its_words_alone() -> None:
    transcript = typed("nl", "twintig over honderd " * 1500)
    started = time.process_time()
    find_checks(transcript, load_lexicon("nl"))
    assert time.process_time() - started < 2  # 0.1 s; quadratic it is 10 s
