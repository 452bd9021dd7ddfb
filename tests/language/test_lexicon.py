"""What a typed word can be, in two languages."""

from __future__ import annotations

from itertools import combinations

import pytest

from naklank.core.ports.language import Tag
from naklank.core.topics import Topic
from naklank.core.transcript import LANGUAGES, Language
from naklank.language.lexicon import load_lexicon

NUMBER = Tag.NUMBER


@pytest.mark.parametrize(
    ("word", "normal"),
    [
        ("Paracetamol,", "paracetamol"),
        ("mg.", "mg"),
        ("„Niet!”", "niet"),
        ("10%", "10%"),
        ("(152/88).", "152/88"),
        ("O\u2019Clock", "o'clock"),
        ("e\u0301e\u0301n", "één"),  # two characters for each é
        ("'s", "s"),
        ("-", "-"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_normalise_takes_off_what_is_not_the_word(word: str, normal: str) -> None:
    assert load_lexicon("nl").normalise(word) == normal


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("vijf", {NUMBER, Tag.DIGIT, Tag.HOUR}),
        ("Twaalf,", {NUMBER, Tag.HOUR}),
        ("24", {NUMBER}),
        ("honderdtweeënvijftig", {NUMBER}),
        ("anderhalve", {NUMBER}),
        ("eerste", {NUMBER}),
        ("1e", {NUMBER}),
        ("een", {Tag.ONE, Tag.HOUR}),
        ("één", {NUMBER, Tag.DIGIT, Tag.HOUR}),
        ("1000", {NUMBER}),
        ("1.000", {NUMBER}),
        ("9,4", {NUMBER}),
        ("152/88,", {NUMBER}),
        ("2-3", {NUMBER}),
        ("24-uurs", {NUMBER}),
        ("2-maal", {NUMBER, Tag.TIMES, Tag.HOUR, Tag.DIGIT}),
        (">38,5", {NUMBER}),
        ("10mg", {NUMBER, Tag.UNIT, Tag.MEASURE, Tag.HOUR}),
        ("500mg.", {NUMBER, Tag.UNIT, Tag.MEASURE}),
        ("10.30mg", {NUMBER, Tag.UNIT, Tag.MEASURE, Tag.HOUR}),
        ("58%", {NUMBER, Tag.UNIT, Tag.MEASURE}),
        ("38,5°C", {NUMBER, Tag.UNIT, Tag.MEASURE}),
        ("3x", {NUMBER, Tag.TIMES, Tag.HOUR, Tag.DIGIT}),
        ("tweemaal", {NUMBER, Tag.TIMES}),
        ("10.30", {NUMBER, Tag.HOUR, Tag.CLOCK}),
        ("10:30", {NUMBER, Tag.HOUR, Tag.CLOCK}),
        ("14u15", {NUMBER, Tag.HOUR, Tag.CLOCK}),
        ("14u", {NUMBER, Tag.HOUR, Tag.CLOCK}),
        ("halfelf", {NUMBER, Tag.HOUR, Tag.CLOCK}),
        ("halve", {NUMBER, Tag.PART}),
        ("12-05-2026", {NUMBER, Tag.MONTH}),
        ("030-1234567", {NUMBER, Tag.PHONE}),
        ("06", {NUMBER, Tag.PHONE}),
        ("0612345678", {NUMBER, Tag.PHONE}),
        ("+31612345678", {NUMBER, Tag.PHONE}),
        ("112.", {NUMBER, Tag.PHONE}),
        ("120-140", {NUMBER}),
        ("0,5", {NUMBER, Tag.PART}),
        ("milligram", {Tag.UNIT, Tag.MEASURE}),
        ("tabletten", {Tag.UNIT}),
        ("uur", {Tag.CLOCK, Tag.PERIOD}),
        ("maandagochtend", {Tag.WEEKDAY}),
        ("mei", {Tag.MONTH}),
        ("linkerborst", {Tag.SIDE}),
        ("Geen", {Tag.NEGATION}),
        ("minder", {Tag.AMOUNT}),
        ("metoprolol.", {Tag.MEDICINE}),
        ("tacrolimuszalf", {Tag.MEDICINE}),
        ("metropolol", {Tag.MEDICINE}),  # misheard
        ("remopril", {Tag.MEDICINE}),  # in no list, told by its ending
        ("vitaminepil", {Tag.MEDICINE}),
        ("april", {Tag.MONTH}),
        ("géén", {Tag.NEGATION}),
        ("nièt", {Tag.NEGATION}),
        ("ge\u0301e\u0301n", {Tag.NEGATION}),
        ("½", {NUMBER, Tag.PART}),
        ("1½", {NUMBER}),
        ("½mg", {NUMBER, Tag.PART, Tag.UNIT, Tag.MEASURE}),
        ("miligramm", {Tag.UNIT, Tag.MEASURE}),
        ("40miligramm", {NUMBER, Tag.UNIT, Tag.MEASURE}),
        ("7-3-3", {NUMBER, Tag.PHONE}),
        ("0,3,0,1,2,3", {NUMBER, Tag.PHONE}),
        ("0-3", {NUMBER, Tag.DIGIT}),
        ("18-03-2026", {NUMBER, Tag.MONTH}),
        ("10-20", {NUMBER}),
    ],
)
def test_dutch_tags(word: str, tags: set[Tag]) -> None:
    assert load_lexicon("nl").tags(word) == tags


@pytest.mark.parametrize(
    "word",
    [
        "HbA1c",
        "B12",
        "knie",
        "paragraaf",
        "eend",
        "mag",
        "weer",
        "insgelijks",
        "hartslag",
        "",
        "…",
        "eenden",
        "prille",
        "eigenheden",
        "crème",
        # words beside which a brand name lies
        "tranen",
        "concert",
        "servet",
        "symmetrie",
        "lactose",
        "nicotine",
        "retrovirus",
        "daarin",
    ],
)
def test_dutch_words_without_risk_have_no_tag(word: str) -> None:
    assert load_lexicon("nl").tags(word) == frozenset()


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("five", {NUMBER, Tag.DIGIT, Tag.HOUR}),
        ("one", {Tag.ONE, Tag.HOUR}),
        ("a", {Tag.ONE}),
        ("twenty-five", {NUMBER}),
        ("18th", {NUMBER}),
        ("10.30", {NUMBER, Tag.HOUR}),  # a time behind "at" only
        ("10:30", {NUMBER, Tag.HOUR, Tag.CLOCK}),
        ("3pm", {NUMBER, Tag.HOUR, Tag.DIGIT, Tag.CLOCK}),
        ("1,000", {NUMBER}),
        ("twice", {NUMBER, Tag.TIMES}),
        ("don\u2019t", {Tag.NEGATION}),
        ("wouldn't", {Tag.NEGATION}),
        ("may", set()),
        ("May", {Tag.MONTH}),
        ("march", set()),
        ("March,", {Tag.MONTH}),
        ("sat", set()),
        ("oh", {Tag.DIGIT}),
        ("555-123-4567", {NUMBER, Tag.PHONE}),
        ("lisinopril", {Tag.MEDICINE}),
        ("aspiring", set()),
        ("stations", set()),
        ("miligrams", {Tag.UNIT, Tag.MEASURE}),
        ("caries", set()),
        ("million", {NUMBER}),
    ],
)
def test_english_tags(word: str, tags: set[Tag]) -> None:
    assert load_lexicon("en").tags(word) == tags


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_several_headings_in_normalised_words(language: Language) -> None:
    lexicon = load_lexicon(language)
    assert set(lexicon.headings) == {topic.value for topic in Topic}
    for phrases in lexicon.headings.values():
        assert len(phrases) >= 5
        assert all(word == lexicon.normalise(word) for phrase in phrases for word in phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_the_heading_of_two_topics(language: Language) -> None:
    for one, other in combinations(load_lexicon(language).headings.values(), 2):
        assert not set(map(tuple, one)) & set(map(tuple, other))


@pytest.mark.parametrize(
    ("topic", "heading"),
    [
        (Topic.WHAT_IS_GOING_ON, "Wat is er aan de hand?"),
        (Topic.WHAT_IS_GOING_ON, "Wat we hebben besproken."),
        (Topic.WHAT_WE_DO, "Wat gaan we doen?"),
        (Topic.WHAT_WE_DO, "Wat we hebben afgesproken."),
        (Topic.WHAT_YOU_DO, "Wat doet u zelf?"),
        (Topic.WHAT_YOU_DO, "Wat u zelf doet."),
        (Topic.WHEN_TO_CALL, "Wanneer belt u ons?"),
        (Topic.WHEN_TO_CALL, "Wanneer u moet bellen."),
        (Topic.NEXT_APPOINTMENT, "Uw volgende afspraak"),
    ],
)
def test_the_titles_on_the_screen_are_headings(topic: Topic, heading: str) -> None:
    lexicon = load_lexicon("nl")
    spoken = tuple(lexicon.normalise(word) for word in heading.split())
    assert spoken in set(map(tuple, lexicon.headings[topic.value]))


@pytest.mark.parametrize(("language", "least"), [("nl", 600), ("en", 100)])
def test_medicines_are_sorted_and_written_as_they_are_looked_up(
    language: Language, least: int
) -> None:
    lexicon = load_lexicon(language)
    assert len(lexicon.medicines) >= least
    assert list(lexicon.medicines) == sorted(set(lexicon.medicines))
    assert all(name == lexicon.normalise(name) for name in lexicon.medicines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_word_is_found_as_it_is_typed(language: Language) -> None:
    lexicon = load_lexicon(language)
    lost = {
        word
        for word, tags in lexicon.words.items()
        if not tags <= lexicon.tags(word) and word not in lexicon.capital_only
    }
    assert lost == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_otherwise_is_of_the_same_kind(language: Language) -> None:
    """Else a table could make a dose of a week; nothing stands for what stands for something."""
    lexicon = load_lexicon(language)
    same = lexicon.same_words.same
    assert same
    for way, meant in same.items():
        assert not set(meant.split()) & same.keys()
        kinds = frozenset[Tag]().union(*(lexicon.tags(word) for word in meant.split()))
        assert lexicon.tags(way) & (kinds | {Tag.TIMES}), way
