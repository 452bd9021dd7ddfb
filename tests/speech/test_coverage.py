"""Speech without text, and text without speech."""

from __future__ import annotations

from naklank.core.transcript import Dropped, Segment, Stretch, Word
from naklank.speech.coverage import find_uncovered, split_unsupported


def _word(start: float, end: float, text: str = "goed") -> Word:
    return Word(start, end, text, 0.9)


def test_words_under_all_speech_leave_nothing_uncovered() -> None:
    speech = [Stretch(0.0, 2.0), Stretch(3.0, 4.0)]
    words = [_word(0.1, 0.6), _word(0.7, 1.3), _word(1.4, 1.9), _word(3.1, 3.9)]
    assert find_uncovered(speech, words) == ()


def test_speech_without_any_word_is_reported_whole() -> None:
    assert find_uncovered([Stretch(5.0, 9.0)], [_word(0.0, 1.0)]) == (Stretch(5.0, 9.0),)


def test_a_hole_between_two_words_is_reported_with_its_times() -> None:
    (hole,) = find_uncovered([Stretch(0.0, 10.0)], [_word(0.0, 0.5), _word(9.5, 10.0)])
    assert 0.5 <= hole.start <= 1.0
    assert 9.0 <= hole.end <= 9.5


def test_a_breath_is_not_reported() -> None:
    assert find_uncovered([Stretch(0.0, 2.6)], [_word(0.0, 0.6), _word(1.9, 2.6)]) == ()


def test_a_word_stretched_over_swallowed_sentences_does_not_hide_them() -> None:
    # Four sentences of five swallowed: Whisper gives the first word left all their time.
    (hole,) = find_uncovered([Stretch(0.0, 16.0)], [_word(0.2, 15.0, "Bel"), _word(15.0, 16.0)])
    assert hole.start == 0.0
    assert hole.end > 13.0


def test_text_over_silence_is_taken_out_and_kept_visible() -> None:
    spoken = Segment((_word(1.0, 1.5),))
    invented = Segment((_word(20.0, 21.0, "TV"), _word(21.0, 22.0, "GELDERLAND")))
    kept, dropped = split_unsupported([spoken, invented], [Stretch(0.8, 2.0)])
    assert kept == (spoken,)
    assert dropped == (Dropped("TV GELDERLAND", 20.0, 22.0, "no_speech"),)
