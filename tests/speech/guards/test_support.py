"""Text without speech under it."""

from __future__ import annotations

import pytest

from naklank.core.transcript import Dropped, Segment, Word
from naklank.speech.guards.support import drop_unsupported
from support.guarded import heard, said, texts


def test_text_over_silence_is_taken_out_and_kept_visible() -> None:
    spoken, invented = said("Neem een tablet.", 1.0), said("TV GELDERLAND 2020.", 20.0)
    kept, dropped = drop_unsupported([spoken, invented], heard((0.9, 2.3)))
    assert kept == (spoken,)
    assert dropped == (Dropped("TV GELDERLAND 2020.", invented.start, invented.end, "no_speech"),)


def test_an_invented_tail_leaves_the_segment_that_it_shares() -> None:
    tail = said("en tot de volgende keer", 9.0).words
    segment = Segment((*said("Bel ons bij koorts", 1.0).words, *tail))
    kept, dropped = drop_unsupported([segment], heard((0.9, 2.4)))
    assert texts(kept) == ["Bel ons bij koorts"]
    assert [one.text for one in dropped] == ["en tot de volgende keer"]
    assert (dropped[0].start, dropped[0].end) == (tail[0].start, tail[-1].end)


def test_text_in_a_long_pause_goes_and_what_stands_around_it_stays() -> None:
    before, invented, behind = said("Geen koorts.", 1.0), said("Oké.", 6.0), said("Wel pijn.", 10.0)
    kept, dropped = drop_unsupported([before, invented, behind], heard((0.9, 2.0), (9.9, 11.0)))
    assert kept == (before, behind)
    assert [one.text for one in dropped] == ["Oké."]


@pytest.mark.parametrize("late", [-0.3, 0.3])
def test_inexact_times_lose_no_word(late: float) -> None:
    segment = said("Neem morgen geen ibuprofen.", 2.0 + late)
    sound = heard((2.0, segment.end - late))
    assert drop_unsupported([segment], sound) == ((segment,), ())


def test_words_typed_while_whisper_slept_through_a_pause_stay() -> None:
    # Whisper base begins a word where the one before it ended, however long the pause was.
    words = (
        Word(1.0, 1.4, "Goed.", 0.9),
        Word(1.4, 5.2, "Morgen", 0.9),
        Word(5.2, 5.6, "weer", 0.9),
    )
    sound = heard((0.9, 1.5), (4.8, 5.7))
    assert drop_unsupported([Segment(words)], sound).dropped == ()


def test_doubtful_text_over_the_babble_of_many_is_taken_out() -> None:
    # Whisper base, 6 s of a waiting room: "van de opzicht", 0.01 to 0.24.
    real, invented = said("Neem rust.", 1.0), said("van de opzicht", 3.0, probability=0.13)
    sound = heard((0.9, 2.0), (2.1, 9.0), babble=[(2.1, 9.0)])
    kept, dropped = drop_unsupported([real, invented], sound)
    assert kept == (real,)
    assert [one.reason for one in dropped] == ["no_speech"]


def test_text_that_is_sure_in_spite_of_babble_stays_beside_a_voice() -> None:
    segments = (said("Neem rust", 1.0), said("elke ochtend.", 2.2, probability=0.8))
    sound = heard((0.9, 2.0), (2.1, 5.0), (5.1, 9.0), babble=[(2.1, 5.0)])
    assert drop_unsupported(segments, sound).segments == segments


def test_sure_text_far_from_any_voice_goes() -> None:
    # An engine in a loop grows surer of itself, up to 0.99.
    real, invented = said("Neem rust.", 1.0), said("van de deel", 6.0, probability=0.95)
    sound = heard((0.9, 2.0), (2.1, 9.0), babble=[(2.1, 9.0)])
    assert drop_unsupported([real, invented], sound).segments == (real,)


def test_doubtful_text_under_a_clear_voice_stays() -> None:
    # "Neem lisinopril" where base knows the name badly.
    segment = said("Lee-Noppil", 3.0, probability=0.2)
    assert drop_unsupported([segment], heard((2.9, 4.0))).segments == (segment,)


def test_no_text_nothing_to_take_out() -> None:
    assert drop_unsupported([], heard()) == ((), ())


def test_a_tail_behind_the_last_real_word_goes_from_its_first_word_on() -> None:
    segment = said("Bel ons bij koorts en tot de volgende keer.", 1.0)
    voice_ends = segment.words[3].end
    kept, _ = drop_unsupported([segment], heard((0.9, voice_ends - 0.05)))
    assert texts(kept) in (["Bel ons bij koorts"], ["Bel ons bij koorts en"])
