"""Speech without text."""

from __future__ import annotations

import pytest

from naklank.core.transcript import SHORTEST_GAP, Stretch, Word
from naklank.speech.coverage import find_uncovered, longest_seconds
from support.guarded import said


def _word(start: float, end: float, text: str = "goed") -> Word:
    return Word(start, end, text, 0.9)


# Typed by Whisper base over one speaker, five sentences with a pause behind each.
SENTENCES = (
    ((0.0, 0.4, "Is"), (0.4, 0.56, "het"), (0.56, 1.08, "vrijdag,"), (1.46, 1.86, "zaterdag"),
     (1.86, 2.18, "of"), (2.18, 2.66, "zondag?")),
    ((3.36, 3.62, "Laat"), (3.62, 3.7, "ze"), (3.7, 3.84, "in"), (3.84, 3.98, "de"),
     (3.98, 4.24, "vorm"), (4.24, 4.84, "afkoelen.")),
    ((5.64, 5.92, "Tim"), (5.92, 6.18, "is"), (6.18, 6.36, "niet"), (6.36, 6.72, "moe,"),
     (7.04, 7.12, "maar"), (7.12, 7.28, "heeft"), (7.28, 7.46, "het"), (7.46, 7.64, "ook"),
     (7.64, 7.9, "wel"), (7.9, 8.3, "gehad.")),
    ((9.32, 9.92, "Concierge"), (9.92, 10.2, "moet"), (10.2, 10.44, "een"), (10.44, 10.92, "saïe"),
     (10.92, 11.22, "baan"), (11.22, 11.42, "zijn.")),
    ((12.02, 12.26, "Ga"), (12.26, 12.5, "eens"), (12.5, 12.94, "buik"), (12.94, 13.34, "danse"),
     (13.34, 13.48, "om"), (13.48, 13.7, "in"), (13.7, 13.8, "je"), (13.8, 14.16, "lichaam"),
     (14.16, 14.32, "te"), (14.32, 14.62, "komen.")),
)  # fmt: skip
SPEECH = (
    Stretch(0.2, 2.896), Stretch(3.208, 5.104), Stretch(5.672, 8.56), Stretch(9.16, 11.728),
    Stretch(11.976, 14.864),
)  # fmt: skip


def _typed(without: int | None = None) -> list[Word]:
    return [
        _word(start, end, text)
        for at, sentence in enumerate(SENTENCES)
        if at != without
        for start, end, text in sentence
    ]


def test_speech_that_was_typed_is_not_reported() -> None:
    assert find_uncovered(SPEECH, _typed()) == ()


@pytest.mark.parametrize("lost", range(5))
def test_each_lost_sentence_is_reported_and_no_other(lost: int) -> None:
    found = find_uncovered(SPEECH, _typed(without=lost))
    reported = sum(gap.seconds for gap in found)
    assert reported > 0.85 * SPEECH[lost].seconds
    for gap in found:
        assert SPEECH[lost].start <= gap.start < gap.end <= SPEECH[lost].end


@pytest.mark.parametrize("first", [2, 4, 6])
def test_four_words_lost_inside_a_sentence_are_reported(first: int) -> None:
    words = _typed()
    at = words.index(_word(5.64, 5.92, "Tim"))
    del words[at + first : at + first + 4]
    assert find_uncovered(SPEECH, words)


def test_speech_without_any_word_is_reported_whole() -> None:
    assert find_uncovered([Stretch(5.0, 9.0)], [_word(0.0, 1.0)]) == (Stretch(5.0, 9.0),)
    assert find_uncovered([Stretch(5.0, 9.0)], []) == (Stretch(5.0, 9.0),)


def test_a_hole_between_two_words_is_reported_with_its_times() -> None:
    (hole,) = find_uncovered([Stretch(0.0, 10.0)], [_word(0.0, 0.5), _word(9.5, 10.0)])
    assert 0.5 <= hole.start <= 1.0
    assert 9.0 <= hole.end <= 9.5


def test_a_breath_is_not_reported() -> None:
    assert find_uncovered([Stretch(0.0, 2.1)], [_word(0.0, 0.6), _word(1.4, 2.1)]) == ()


def test_a_word_stretched_over_swallowed_sentences_does_not_hide_them() -> None:
    # Four sentences of five swallowed: Whisper gives the first word left all their time.
    (hole,) = find_uncovered([Stretch(0.0, 16.0)], [_word(0.2, 15.0, "Bel"), _word(15.0, 16.0)])
    assert hole.start == 0.0
    assert hole.end > 13.0


# What Whisper base really typed, with the longest time that it gave each.
@pytest.mark.parametrize(
    ("text", "seconds"),
    [("58%", 1.48), ("0,002,", 1.44), ("152", 1.08), ("16,5", 1.06), ("vijf", 0.92), ("en", 0.76)],
)
def test_a_number_is_given_the_time_to_say_it(text: str, seconds: float) -> None:
    assert longest_seconds(text) > seconds - SHORTEST_GAP / 2
    assert find_uncovered([Stretch(1.0, 1.0 + seconds)], [_word(1.0, 1.0 + seconds, text)]) == ()


def test_words_in_any_order_cover_the_same() -> None:
    words = list(said("Neem elke ochtend een tablet.", 0.0).words)
    speech = [Stretch(0.0, words[-1].end + 2.0)]
    assert find_uncovered(speech, words) == find_uncovered(speech, words[::-1])
