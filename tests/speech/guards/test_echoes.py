"""Hotwords that nobody said."""

from __future__ import annotations

import pytest

from naklank.speech.guards.echoes import drop_echoes
from support.guarded import heard, said, texts

HOTWORDS = ("lisinopril", "metoprolol", "amlodipine", "H. pylori", "paracetamol")
EVERYWHERE = heard((0.0, 30.0))


def test_a_name_that_was_said_stays() -> None:
    segments = (said("Neem lisinopril, metoprolol en amlodipine.", 1.0),)
    assert drop_echoes(segments, EVERYWHERE, HOTWORDS).segments == segments


def test_a_name_that_the_engine_hardly_knows_stays_where_it_was_said() -> None:
    segments = (said("Neem", 1.0), said("lisinopril", 1.4, probability=0.3))
    assert drop_echoes(segments, EVERYWHERE, HOTWORDS).segments == segments


@pytest.mark.parametrize("text", ["Paracetamol.", "lisinopril metoprolol", "H. pylori"])
def test_over_sound_far_below_the_voice(text: str) -> None:
    real, echo = said("Neem rust.", 1.0), said(text, 5.0)
    sound = heard((0.9, 2.0), (4.9, 7.0), faint=[(4.9, 7.0)])
    kept, dropped = drop_echoes([real, echo], sound, HOTWORDS)
    assert kept == (real,)
    assert [(one.text, one.reason) for one in dropped] == [(text, "echo")]


def test_too_quick_to_be_said() -> None:
    real = said("Neem rust.", 1.0)
    echo = said("lisinopril metoprolol amlodipine", real.end, letter=0.004)
    assert drop_echoes([real, echo], heard((0.9, real.end)), HOTWORDS).segments == (real,)


def test_in_the_order_given_and_doubtful() -> None:
    echo = said("Lisinopril, metoprolol, amlodipine", 3.0, probability=0.4)
    assert drop_echoes([echo], EVERYWHERE, HOTWORDS).segments == ()


def test_one_alone_needs_more_doubt() -> None:
    assert drop_echoes([said("paracetamol", 3.0, probability=0.1)], EVERYWHERE, HOTWORDS).dropped
    segments = (said("paracetamol", 3.0, probability=0.4),)
    assert drop_echoes(segments, EVERYWHERE, HOTWORDS).segments == segments


def test_an_echo_leaves_the_segment_that_it_shares() -> None:
    segment = said("Neem rust. lisinopril metoprolol", 1.0)
    begun = segment.words[2].start
    sound = heard((0.9, begun), (begun, 8.0), faint=[(begun, 8.0)])
    assert texts(drop_echoes([segment], sound, HOTWORDS).segments) == ["Neem rust."]


def test_without_hotwords_there_is_no_echo() -> None:
    segments = (said("paracetamol", 3.0, probability=0.1),)
    assert drop_echoes(segments, EVERYWHERE, ()).segments == segments
