"""Phrases out of subtitles."""

from __future__ import annotations

import pytest

from naklank.core.transcript import Segment
from naklank.speech.guards.phrases import drop_phrases
from support.guarded import heard, said, texts

EVERYWHERE = heard((0.0, 30.0))
INVENTED = [
    "TV GELDERLAND 2020.",
    "TV GELDERLAND 2021",
    "MUZIEK.",
    "[Muziek]",
    "Ondertiteld door Jan Jansen.",
    "Ondertitels ingediend door de Amara.org gemeenschap",
    "Ondertiteling: TT888",
    "Bedankt voor het kijken!",
    "Bedankt om te kijken.",
    "Vergeet niet te abonneren.",
    "Tot de volgende video!",
    "Thanks for watching!",
    "Thank you for watching.",
    "Please subscribe to my channel.",
    "Subtitles by the Amara.org community",
    "Copyright Australian Broadcasting Corporation",
    "♪ ♪",
    "...",
]


@pytest.mark.parametrize("text", INVENTED)
def test_behind_the_last_word(text: str) -> None:
    real = said("Belt u ons bij koorts.", 1.0)
    kept, dropped = drop_phrases([real, said(text, real.end + 0.5)], EVERYWHERE)
    assert kept == (real,)
    assert [(one.text, one.reason) for one in dropped] == [(text, "phrase")]


@pytest.mark.parametrize("text", INVENTED)
def test_before_the_first_word_and_alone(text: str) -> None:
    invented = said(text, 1.0)
    real = said("Belt u ons bij koorts.", invented.end + 0.5)
    assert drop_phrases([invented, real], EVERYWHERE).segments == (real,)
    assert drop_phrases([invented], EVERYWHERE).segments == ()


def test_in_the_segment_of_the_last_words() -> None:
    segment = said("Belt u ons bij koorts. TV GELDERLAND 2020.", 1.0)
    kept, dropped = drop_phrases([segment], EVERYWHERE)
    assert texts(kept) == ["Belt u ons bij koorts."]
    assert [one.text for one in dropped] == ["TV GELDERLAND 2020."]


def test_two_in_a_row_at_the_edge() -> None:
    real = said("Belt u ons bij koorts.", 1.0)
    row = [said("Bedankt voor het kijken.", 5.0), said("TV GELDERLAND 2020.", 8.0)]
    kept, dropped = drop_phrases([real, *row], EVERYWHERE)
    assert kept == (real,)
    assert len(dropped) == 2


def test_a_name_ends_with_its_sentence() -> None:
    text = "Ondertiteld door Jan Jansen. Belt u ons bij koorts."
    kept, dropped = drop_phrases([said(text, 1.0)], EVERYWHERE)
    assert texts(kept) == ["Belt u ons bij koorts."]
    assert [one.text for one in dropped] == ["Ondertiteld door Jan Jansen."]


@pytest.mark.parametrize(
    "text",
    [
        "Bedankt.",
        "Dank u wel, tot ziens.",
        "Luister thuis naar muziek.",
        "Tot de volgende keer.",
        "Ja.",
        "U bent bedankt voor uw komst.",
        "U kijkt veel tv in Gelderland.",
        "De muziek staat hard.",
        "Dat is het einde.",
        "Einde.",
        "Bel voor informatie 0900 1234.",
        "For more information, visit our website.",
    ],
)
def test_what_a_doctor_says_stays_where_it_is_said(text: str) -> None:
    segments = (said("Neem rust.", 0.5), said(text, 3.0))
    assert drop_phrases(segments, EVERYWHERE).segments == segments
    assert drop_phrases(segments[::-1], EVERYWHERE).segments == segments[::-1]


def test_in_the_middle_with_speech_of_fitting_length_nothing_goes() -> None:
    segments = (
        said("Neem rust.", 1.0), said("Bedankt voor het kijken.", 3.0), said("Bel bij koorts.", 6.0)
    )  # fmt: skip
    assert drop_phrases(segments, EVERYWHERE).segments == segments


@pytest.mark.parametrize("text", ["Bedankt voor het kijken.", "Dank u wel."])
def test_in_the_middle_over_a_pause_it_goes(text: str) -> None:
    before, invented, behind = said("Neem rust.", 1.0), said(text, 6.0), said("Bel ons.", 12.0)
    sound = heard((0.9, 2.0), (11.9, 13.0))
    kept, dropped = drop_phrases([before, invented, behind], sound)
    assert kept == (before, behind)
    assert [one.text for one in dropped] == [text]


def test_far_below_the_voice_it_goes() -> None:
    before, invented, behind = said("Neem rust.", 1.0), said("Dank u.", 4.0), said("Bel ons.", 7.0)
    sound = heard((0.9, 2.0), (3.9, 5.0), (6.9, 8.0), faint=[(3.9, 5.0)])
    assert drop_phrases([before, invented, behind], sound).segments == (before, behind)


def test_too_quick_to_be_said() -> None:
    real = said("Belt u ons bij koorts.", 1.0)
    quick = said("Dank u wel, tot ziens.", real.end, letter=0.003)
    sound = heard((0.9, real.end))
    kept, _ = drop_phrases([real, quick], sound)
    assert kept == (real,)


def test_signs_alone_inside_a_sentence_stay() -> None:
    segment = said("Neem 10 - 20 milligram.", 1.0)
    assert drop_phrases([segment], EVERYWHERE).segments == (segment,)
    assert drop_phrases([], EVERYWHERE) == ((), ())
    words = Segment((*segment.words, *said("MUZIEK.", 9.0).words))
    assert texts(drop_phrases([words], EVERYWHERE).segments) == ["Neem 10 - 20 milligram."]
