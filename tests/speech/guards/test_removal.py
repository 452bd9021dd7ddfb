"""Words taken out."""

from __future__ import annotations

import pytest

from naklank.core.transcript import Dropped
from naklank.speech.guards.removal import plain, take_out
from support.guarded import said, texts


def test_places_count_over_all_segments() -> None:
    segments = [said("een twee drie", 0.0), said("vier vijf", 5.0), said("zes", 9.0)]
    kept, dropped = take_out(segments, [range(2, 4), range(5, 6)], "loop")
    assert texts(kept) == ["een twee", "vijf"]
    words = [word for segment in segments for word in segment.words]
    assert dropped == (
        Dropped("drie vier", words[2].start, words[3].end, "loop"),
        Dropped("zes", words[5].start, words[5].end, "loop"),
    )


def test_nothing_to_take_out_changes_nothing() -> None:
    segments = (said("een twee drie", 0.0),)
    assert take_out(segments, [range(0)], "loop") == (segments, ())


@pytest.mark.parametrize(
    ("word", "letters"),
    [("Muziek.", "muziek"), ("[MUZIEK]", "muziek"), ("één,", "één"), ("♪", ""), ("...", ""),
     ("e-mail", "e-mail"), ("‘s", "s"), ("cafe\u0301", "café")],
)  # fmt: skip
def test_plain_letters(word: str, letters: str) -> None:
    assert plain(word) == letters
