"""Number words as digits on the page, and what must stay a word."""

from __future__ import annotations

import pytest

from naklank.core.summary import first_summary
from naklank.core.transcript import Language, Segment, Stretch, Transcript, Word
from naklank.language.lexicon import load_lexicon


def spoken(text: str) -> list[Word]:
    return [Word(at / 2, at / 2 + 0.4, word, 0.9) for at, word in enumerate(text.split())]


def written(text: str, language: Language = "nl") -> str:
    return " ".join(word.text for word in load_lexicon(language).written(spoken(text)))


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ("Neem tien milligram.", "Neem 10 milligram."),
        ("Neem duizend milligram.", "Neem 1000 milligram."),
        ("Neem vijf honderd milligram.", "Neem 500 milligram."),
        ("Neem tweehonderd vijftig milligram.", "Neem 250 milligram."),
        ("Neem twee, drie tabletten.", "Neem 2, 3 tabletten."),
        ("honderdtweeënvijftig over achtentachtig", "152 over 88"),
        ("nul komma vijf procent", "0,5 procent"),
        ("nul komma nul vijf milligram", "0,05 milligram"),
        ("nul komma een procent", "0,1 procent"),
        ("negen komma vierentwintig", "9,24"),
        ("Uw suiker is negen komma vier.", "Uw suiker is 9,4."),
        ("twee en een halve tablet", "2,5 tablet"),
        ("tweeënhalve tablet", "2,5 tablet"),
        ("Neem een of twee zakjes.", "Neem 1 of 2 zakjes."),
        ("Eén keer per dag.", "1 keer per dag."),
        ("Neem één tablet.", "Neem 1 tablet."),
        ("op dinsdag achttien maart", "op dinsdag 18 maart"),
        ("op achttien maart tweeduizend zesentwintig", "op 18 maart 2026"),
        ("op één juni", "op 1 juni"),
        ("Neem één tablet van vijftig milligram.", "Neem 1 tablet van 50 milligram."),
        ("Neem een vijftig milligram tablet.", "Neem een 50 milligram tablet."),
        ("Neem er één, vijftig milligram.", "Neem er één, 50 milligram."),
        ("Het was één veertig over negentig.", "Het was één veertig over 90."),
        ("Het was een veertig over negentig.", "Het was een veertig over 90."),
        ("om elf uur", "om 11 uur"),
        ("om een uur", "om 1 uur"),
        ("over zes weken", "over 6 weken"),
        ("in acht weken", "in 8 weken"),
        ("van acht tot vijf", "van 8 tot 5"),
        ("de eerste twee weken", "de eerste 2 weken"),
        ("twee miljoen cellen", "2 miljoen cellen"),
        ("Bel één één twee.", "Bel 112."),
        ("Bel een een twee als het erger wordt.", "Bel 112 als het erger wordt."),
        ("Bel nul drie nul, één twee drie, vier vijf, zes zeven.", "Bel 030 123 45 67."),
        ("Bel nul zes twaalf vierendertig zesenvijftig.", "Bel 06123456."),
        ("Bel nul zes, dubbel acht, een twee drie vier.", "Bel 06 88 1234."),
    ],
)
def test_what_is_a_number_stands_in_digits(said: str, page: str) -> None:
    assert written(said) == page


@pytest.mark.parametrize(
    "text",
    [
        "U heeft een ontsteking.",
        "Neem een tablet per dag.",
        "Neem een halve tablet.",
        "Neem anderhalve tablet.",
        "Neem driekwart tablet.",
        "Neem een halfje.",
        "Neem vijf en twintig milligram.",
        "Neem nul komma nul vijfentwintig milligram.",
        "Neem duizend vijf honderd milligram.",
        "Neem vijftien honderd milligram.",
        "Neem twee vijfhonderd milligram tabletten.",
        "Neem twee 500 milligram tabletten.",
        "Neem één 20 milligram tablet.",
        "Neem één twintig milligram tablet.",
        "Neem honderd en vijf milligram.",
        "Neem het twee drie keer per week.",
        "Bel nul acht honderd elf twaalf.",
        "Kom om half elf.",
        "Kom om tien voor half vier.",
        "Kom om twintig voor drie.",
        "Slik het in één keer door.",
        "Kom op de eerste dag.",
        "Kom de derde week.",
        "De ene arm en de andere.",
        "De drie-eenheid.",
        "Neem de regels in acht.",
        "Smeer tweemaal daags.",
        "Neem 1.000 mg.",
        "Bel 030-1234567.",
        "Het is 152/88.",
    ],
)
def test_what_is_none_stays_as_it_was_said(text: str) -> None:
    assert written(text) == text


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ("Take ten milligrams.", "Take 10 milligrams."),
        ("Take one hundred and twenty one milligrams.", "Take 121 milligrams."),
        ("Take twenty five milligrams.", "Take 25 milligrams."),
        ("It was a hundred and ten over seventy.", "It was 110 over 70."),
        ("It was one fifty over ninety.", "It was one fifty over 90."),
        ("It was one forty five over ninety.", "It was one forty five over 90."),
        ("It was one hundred fifty over ninety.", "It was 150 over 90."),
        ("A tablet of one fifty milligrams.", "A tablet of one fifty milligrams."),
        ("Take one 20 milligram tablet.", "Take one 20 milligram tablet."),
        ("Take one twenty milligram tablet.", "Take one twenty milligram tablet."),
        ("Take one tablet of fifty milligrams.", "Take 1 tablet of 50 milligrams."),
        ("Take this one, fifty milligrams.", "Take this one, 50 milligrams."),
        ("Take a fifty milligram tablet.", "Take a 50 milligram tablet."),
        ("Come at one thirty.", "Come at one thirty."),
        ("zero point five percent", "0.5 percent"),
        ("Take two and a half tablets.", "Take 2.5 tablets."),
        ("Take one and a half tablets.", "Take 1.5 tablets."),
        ("Take three-quarters of a tablet.", "Take three-quarters of a tablet."),
        ("Take one tablet twice a day.", "Take 1 tablet twice a day."),
        ("Call nine nine nine.", "Call 999."),
        ("Call oh two oh, one two three four, double seven.", "Call 020 1234 77."),
        ("One of you can come.", "One of you can come."),
        ("Take a tablet.", "Take a tablet."),
        ("Come at half past ten.", "Come at half past ten."),
    ],
)
def test_english_numbers(said: str, page: str) -> None:
    assert written(said, "en") == page


def test_a_number_keeps_the_sound_of_all_its_words() -> None:
    transcript = Transcript("nl", 9.0, (Segment(tuple(spoken("Neem nul komma vijf milligram."))),))
    summary = first_summary(transcript, (), load_lexicon("nl"))

    assert [word.text for word in summary.words] == ["Neem", "0,5", "milligram."]
    assert summary.words[1].sound == Stretch(0.5, 1.9)
    assert summary.words[2].sound == Stretch(2.0, 2.4)
    assert [word.text for word in transcript.words][1:4] == ["nul", "komma", "vijf"]


def test_the_punctuation_around_a_number_stays() -> None:
    assert written("Dat is („tien”), of twintig!") == "Dat is („10”), of 20!"


def test_nothing_is_lost_of_an_engine_in_a_loop() -> None:
    assert written("honderd " * 50).split() == ["honderd"] * 50
    assert written("half elf " * 50) == ("half elf " * 50).strip()
