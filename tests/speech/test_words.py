"""Engine words to ours."""

from __future__ import annotations

from naklank.core.transcript import Word
from naklank.speech.words import RawWord, to_segments


def test_pieces_without_a_space_belong_to_the_word_before() -> None:
    pieces = [
        RawWord(0.0, 0.4, " 152", 0.9),
        RawWord(0.4, 0.5, "/", 0.6),
        RawWord(0.5, 0.9, "88,", 0.8),
        RawWord(1.0, 1.2, " e", 0.7),
        RawWord(1.2, 1.5, "-mail", 0.9),
    ]
    (segment,) = to_segments([pieces])
    assert segment.words == (Word(0.0, 0.9, "152/88,", 0.6), Word(1.0, 1.5, "e-mail", 0.7))
    assert segment.text == "152/88, e-mail"
    assert (segment.start, segment.end) == (0.0, 1.5)


def test_nothing_but_spaces_is_no_segment() -> None:
    assert to_segments([[RawWord(0.0, 0.1, " ", 0.1)], []]) == ()
