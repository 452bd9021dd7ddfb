"""Spoken headings open a topic, and no word is lost to them."""

from __future__ import annotations

import pytest

from naklank.core.topics import Topic, TopicBlock, topic_blocks
from naklank.core.transcript import Language, Segment, Transcript, Word
from naklank.language.lexicon import load_lexicon


def _blocks(*texts: str, language: Language = "nl") -> tuple[TopicBlock, ...]:
    segments = tuple(
        Segment(tuple(Word(float(at), at + 0.5, word, 0.9) for at, word in enumerate(text.split())))
        for text in texts
    )
    return topic_blocks(Transcript(language, 60.0, segments), load_lexicon(language))


def test_text_without_headings_is_one_block() -> None:
    assert _blocks("U heeft een hoge bloeddruk. Dat", "merkt u niet.") == (
        TopicBlock(None, ("U heeft een hoge bloeddruk.", "Dat merkt u niet.")),
    )


def test_no_text_is_no_block() -> None:
    assert _blocks() == ()


def test_the_printed_heading_takes_the_place_of_the_spoken_one() -> None:
    assert _blocks("Wat is er aan de hand? U hoest. Wanneer belt u ons? Bij koorts.") == (
        TopicBlock(Topic.WHAT_IS_GOING_ON, ("U hoest.",)),
        TopicBlock(Topic.WHEN_TO_CALL, ("Bij koorts.",)),
    )


def test_what_was_said_before_the_first_heading_stays_first() -> None:
    first, second = _blocks("Samenvatting van ons gesprek. Wat gaan we doen? U krijgt pillen.")
    assert first == TopicBlock(None, ("Samenvatting van ons gesprek.",))
    assert second.topic is Topic.WHAT_WE_DO


def test_a_heading_in_the_middle_of_an_engine_segment_counts() -> None:
    blocks = _blocks("Drink genoeg", "water. Wanneer belt u", "ons? Als u duizelig wordt.")
    assert [block.topic for block in blocks] == [None, Topic.WHEN_TO_CALL]
    assert blocks[1].sentences == ("Als u duizelig wordt.",)


def test_a_sentence_that_goes_on_after_the_heading_keeps_every_word() -> None:
    text = "Uw volgende afspraak is op dinsdag 18 maart om half elf."
    assert _blocks(text) == (TopicBlock(Topic.NEXT_APPOINTMENT, (text,)),)


@pytest.mark.parametrize(
    ("heard", "topic"),
    [
        ("Wat is er aan de hant?", Topic.WHAT_IS_GOING_ON),
        ("Wat doet u zelfs?", Topic.WHAT_YOU_DO),
        ("Waneer belt u ons.", Topic.WHEN_TO_CALL),
        ("Wat we hebben afgesproken.", Topic.WHAT_WE_DO),
        ("Wat jezelf doet.", Topic.WHAT_YOU_DO),
        ("Wanneer je moet bellen?", Topic.WHEN_TO_CALL),
    ],
)
def test_a_misheard_heading_still_counts(heard: str, topic: Topic) -> None:
    assert _blocks(heard, "Rust uit.")[0] == TopicBlock(topic, ("Rust uit.",))


@pytest.mark.parametrize(
    "text",
    [
        "Wat een pech.",
        "Wat doet dat zeer?",
        "U moet ons bellen bij koorts.",
        "Volgende week rust.",
        "Wat doet u?",
        "Wat gaat u doen?",
        "Wat moet u weten?",
        "Wat u zelf weet.",
        "Wat heeft u nodig?",
        "Wat doen we niet?",
        "Dat hebben we afgesproken.",
        "Wanneer heeft u pijn?",
        "Wanneer belt u niet?",
        "Wanneer bent u ziek geworden?",
        "De volgende uitspraak komt later.",
    ],
)
def test_an_ordinary_sentence_is_no_heading(text: str) -> None:
    assert _blocks(text) == (TopicBlock(None, (text,)),)


def test_a_heading_behind_a_comma_at_the_end_of_a_sentence_counts() -> None:
    assert _blocks("Verslag van het spreekuur, wat we hebben besproken. U hoest.") == (
        TopicBlock(None, ("Verslag van het spreekuur,",)),
        TopicBlock(Topic.WHAT_IS_GOING_ON, ("U hoest.",)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dat zien we dan, uw volgende afspraak is dinsdag.",
        "Dat weten we, wat hebben we er afgesproken, is klaar.",
    ],
)
def test_behind_a_comma_only_a_clear_heading_between_pauses_counts(text: str) -> None:
    assert _blocks(text) == (TopicBlock(None, (text,)),)


@pytest.mark.parametrize(
    ("heard", "topic"),
    [
        ("Wat hebben we er afgesproken?", Topic.WHAT_WE_DO),
        ("Wanneer die moet bellen.", Topic.WHEN_TO_CALL),
        ("Wat we hebben af gesproken.", Topic.WHAT_WE_DO),
        ("Wat gaat we doet?", Topic.WHAT_WE_DO),
        ("Uwolgende afspraak is op vrijdag.", Topic.NEXT_APPOINTMENT),
        ("U volgende afspraak is over een week.", Topic.NEXT_APPOINTMENT),
        ("Wat heeft u, en hoe komt dat?", Topic.WHAT_IS_GOING_ON),
    ],
)
def test_a_heading_that_is_not_quite_the_printed_one_keeps_its_words(
    heard: str, topic: Topic
) -> None:
    assert _blocks(heard) == (TopicBlock(topic, (heard,)),)


def test_each_heading_between_two_commas_counts_and_keeps_its_words() -> None:
    text = "Verslag, wat we hebben besproken, u hoest, wat we hebben afgesproken, u rust."
    assert _blocks(text) == (
        TopicBlock(None, ("Verslag,",)),
        TopicBlock(Topic.WHAT_IS_GOING_ON, ("wat we hebben besproken, u hoest,",)),
        TopicBlock(Topic.WHAT_WE_DO, ("wat we hebben afgesproken, u rust.",)),
    )


def test_a_heading_without_text_still_stands_on_the_page() -> None:
    assert _blocks("Wat doet u zelf?") == (TopicBlock(Topic.WHAT_YOU_DO, ()),)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Uw volgende afspraak, 3.", Topic.NEXT_APPOINTMENT),
        ("Wanneer belt u ons niet?", Topic.WHEN_TO_CALL),
        ("Wanneer moet u niet bellen?", Topic.WHEN_TO_CALL),
    ],
)
def test_a_word_that_must_not_be_lost_is_never_swallowed_by_a_heading(
    text: str, topic: Topic
) -> None:
    assert _blocks(text) == (TopicBlock(topic, (text,)),)


def test_english_headings() -> None:
    blocks = _blocks(
        "What is going on? You cough. When do you call us? With a fever.", language="en"
    )
    assert [block.topic for block in blocks] == [Topic.WHAT_IS_GOING_ON, Topic.WHEN_TO_CALL]
