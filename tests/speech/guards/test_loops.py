"""The same words again and again."""

from __future__ import annotations

import pytest

from naklank.core.transcript import Segment
from naklank.speech.guards.loops import drop_loops
from support.guarded import LETTER, heard, said, texts

EVERYWHERE = heard((0.0, 30.0))


def test_a_loop_keeps_its_first_copy() -> None:
    copies = [said("Neem een tablet per dag.", start) for start in range(0, 12, 2)]
    kept, dropped = drop_loops(copies, EVERYWHERE)
    assert kept == (copies[0],)
    assert [one.reason for one in dropped] == ["loop"]
    assert dropped[0].text == " ".join(["Neem een tablet per dag."] * 5)
    assert (dropped[0].start, dropped[0].end) == (copies[1].start, copies[5].end)


# What Whisper base typed over a waiting room.
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ik heb een" + " hele" * 60, "Ik heb een hele"),
        (" ".join(["de opgevallen van"] * 30), "de opgevallen van"),
        (" ".join(["van de deel"] * 30) + " van", "van de deel"),
    ],
)
def test_a_loop_inside_a_segment_goes_with_its_torn_end(text: str, kept: str) -> None:
    segment = said(text, 0.0, letter=12.0 / len(text))
    left, dropped = drop_loops([segment], heard((0.0, 12.0)))
    assert texts(left) == [kept]
    assert len(dropped) == 1


def test_what_stands_behind_a_loop_stays() -> None:
    loop = said(" ".join(["ga maar door"] * 8), 0.0)
    behind = said("Bel bij koorts.", loop.end + 0.2)
    kept, _ = drop_loops([loop, behind], EVERYWHERE)
    assert texts(kept) == ["ga maar door", "Bel bij koorts."]


@pytest.mark.parametrize("times", [2, 3])
def test_a_dose_can_be_said_again_where_there_is_time_for_it(times: int) -> None:
    text = " ".join(["tien milligram per dag,"] * times)
    segment = said(text, 0.0)
    assert drop_loops([segment], EVERYWHERE).segments == (segment,)


def test_the_same_dose_twice_in_no_time_was_said_once() -> None:
    first = said("Tien milligram per dag.", 0.0)
    second = said("Tien milligram per dag.", first.end, letter=0.005)
    kept, dropped = drop_loops([first, second], heard((0.0, first.end)))
    assert kept == (first,)
    assert [one.text for one in dropped] == ["Tien milligram per dag."]


@pytest.mark.parametrize(
    "text",
    [
        "Een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien.",
        "0 8 0 0 0 0 0 0 0 0",  # a telephone number, digit by digit
        "Nee, nee, nee, dat is heel, heel belangrijk.",
        "Elke dag een tablet, elke week een controle, elke maand een foto.",
        "Adem in, adem uit, adem in, adem uit.",
        "'s Ochtends een en 's avonds een.",
    ],
)
def test_what_people_say_is_no_loop(text: str) -> None:
    segment = said(text, 0.0)
    assert drop_loops([segment], EVERYWHERE).segments == (segment,)


@pytest.mark.parametrize(
    "word", ["hahahahahahahahahahaha", "….….….….….….….….….….", "neeneeneeneeneeneeneeneenee"]
)
def test_a_loop_inside_one_word(word: str) -> None:
    segment = said(f"Dat was {word} alles.", 0.0)
    kept, dropped = drop_loops([segment], EVERYWHERE)
    assert texts(kept) == ["Dat was alles."]
    assert [one.text for one in dropped] == [word]


@pytest.mark.parametrize("word", ["0800-0000", "1.000.000", "maandagmiddag", "112112", "hahaha"])
def test_a_word_with_some_likeness_in_it_is_none(word: str) -> None:
    segment = said(f"Bel {word} dan.", 0.0)
    assert drop_loops([segment], EVERYWHERE).dropped == ()


def test_a_loop_of_many_words_is_found_in_no_time() -> None:
    # An engine in a loop types some 220 words in a span.
    words = tuple(
        word
        for start in range(20)
        for word in said("a b c d e f g h i j k", start, LETTER / 3).words
    )
    assert len(drop_loops([Segment(words)], EVERYWHERE).segments[0].words) == 11
