"""The doctor's text: bound to its sound through correcting and moving."""

from __future__ import annotations

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.recording import TopicMark
from naklank.core.summary import Border, Summary, SummaryWord, first_summary, written_summary
from naklank.core.topics import Topic, TopicBlock, topic_blocks
from naklank.core.transcript import Segment, Stretch, Transcript, Word
from naklank.language.lexicon import load_lexicon

TEXT = (
    "Wat is er aan de hand? U heeft geen longontsteking. Wat gaan we doen? "
    "U neemt 500 milligram. Bel ons bij koorts."
)


def transcript(text: str = TEXT) -> Transcript:
    """Each word takes half a second."""
    words = tuple(Word(at / 2, at / 2 + 0.4, word, 0.9) for at, word in enumerate(text.split()))
    return Transcript("nl", len(words) / 2, (Segment(words),))


@pytest.fixture(name="first")
def draft_() -> Summary:
    return first_summary(transcript(), (), load_lexicon("nl"))


def texts(summary: Summary) -> str:
    return " ".join(word.text for word in summary.words)


def test_spoken_headings_become_borders_and_leave_the_text(first: Summary) -> None:
    assert first.blocks() == (
        TopicBlock(Topic.WHAT_IS_GOING_ON, ("U heeft geen longontsteking.",)),
        TopicBlock(Topic.WHAT_WE_DO, ("U neemt 500 milligram.", "Bel ons bij koorts.")),
    )


def test_says_the_same_as_the_command_line(first: Summary) -> None:
    assert first.blocks() == topic_blocks(transcript(), load_lexicon("nl"))


def test_each_word_knows_its_moment(first: Summary) -> None:
    where = {word.text: word.sound for word in first.words}

    assert where["geen"] == Stretch(4.0, 4.4)
    assert where["koorts."] == Stretch(10.5, 10.9)


def test_a_key_marks_a_topic_that_was_not_spoken() -> None:
    marks = (TopicMark(Topic.WHAT_IS_GOING_ON, 0.0), TopicMark(Topic.WHEN_TO_CALL, 9.3))
    summary = first_summary(transcript(), marks, load_lexicon("nl"))

    assert summary.blocks()[-1] == TopicBlock(Topic.WHEN_TO_CALL, ("Bel ons bij koorts.",))


def test_a_spoken_heading_counts_more_than_its_key() -> None:
    marks = (TopicMark(Topic.WHAT_IS_GOING_ON, 0.0), TopicMark(Topic.WHAT_WE_DO, 9.3))
    summary = first_summary(transcript(), marks, load_lexicon("nl"))

    assert [border.topic for border in summary.borders] == [
        Topic.WHAT_IS_GOING_ON,
        Topic.WHAT_WE_DO,
    ]
    assert summary.blocks()[-1].sentences[0] == "U neemt 500 milligram."


def marked(*marks: tuple[Topic, float]) -> list[Topic | None]:
    """Under which topics the sentences of TEXT stand, with these keys."""
    pressed = [TopicMark(topic, second) for topic, second in marks]
    return [one.topic for one in first_summary(transcript(), pressed, load_lexicon("nl")).passages]


def test_a_topic_that_was_passed_over_takes_no_text() -> None:
    skipped = (Topic.WHAT_YOU_DO, 9.1), (Topic.WHEN_TO_CALL, 9.3)
    assert marked(*skipped) == [Topic.WHAT_IS_GOING_ON, Topic.WHAT_WE_DO, Topic.WHEN_TO_CALL]


def test_a_topic_passed_over_on_the_way_to_a_spoken_one_takes_no_text() -> None:
    # The first word behind the key of the spoken one is the fourth: it began under that heading.
    skipped = (Topic.WHAT_YOU_DO, 8.3), (Topic.WHAT_WE_DO, 8.35)
    assert marked(*skipped) == [Topic.WHAT_IS_GOING_ON, Topic.WHAT_WE_DO]


def test_another_topic_chosen_before_the_first_word_is_the_first() -> None:
    marks = (TopicMark(Topic.WHAT_IS_GOING_ON, 0.0), TopicMark(Topic.WHEN_TO_CALL, 0.0))
    summary = first_summary(transcript("Bel ons."), marks, load_lexicon("nl"))
    assert summary.blocks() == (TopicBlock(Topic.WHEN_TO_CALL, ("Bel ons.",)),)


def test_back_to_the_topic_before_a_word_was_said_opens_it_no_second_time() -> None:
    marks = (
        TopicMark(Topic.WHEN_TO_CALL, 0.0),
        TopicMark(Topic.WHAT_YOU_DO, 1.0),
        TopicMark(Topic.WHEN_TO_CALL, 1.1),
    )
    summary = first_summary(transcript("Bel ons. Of kom langs."), marks, load_lexicon("nl"))
    assert summary.borders == (Border(0, Topic.WHEN_TO_CALL),)


def test_a_spoken_heading_wins_over_every_key_before_its_word() -> None:
    keys = (Topic.WHAT_YOU_DO, 6.0), (Topic.WHEN_TO_CALL, 6.1)
    assert marked(*keys) == [Topic.WHAT_IS_GOING_ON, Topic.WHAT_WE_DO]


def test_a_mark_after_the_last_word_opens_nothing() -> None:
    marks = (TopicMark(Topic.NEXT_APPOINTMENT, 60.0),)
    summary = first_summary(transcript("Tot ziens."), marks, load_lexicon("nl"))

    assert summary.blocks() == (TopicBlock(None, ("Tot ziens.",)),)


def sounds(summary: Summary, first: int, end: int) -> list[tuple[str, Stretch | None]]:
    return [(word.text, word.sound) for word in summary.words[first:end]]


FIVE_HUNDRED, MILLIGRAM = Stretch(8.0, 8.4), Stretch(8.5, 8.9)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("50 milligram.", [("50", FIVE_HUNDRED), ("milligram.", MILLIGRAM)]),
        ("vijf mg.", [("vijf", FIVE_HUNDRED), ("mg.", MILLIGRAM)]),  # one for one
        ("500 Milligram!", [("500", FIVE_HUNDRED), ("Milligram!", MILLIGRAM)]),
        ("500mg.", [("500mg.", Stretch(8.0, 8.9))]),  # joined
        ("500 milli gram.", [("500", FIVE_HUNDRED), ("milli", MILLIGRAM), ("gram.", MILLIGRAM)]),
        ("500", [("500", FIVE_HUNDRED)]),
        (
            "2 tabletten van 500 milligram.",
            [
                *((word, None) for word in ("2", "tabletten", "van")),
                ("500", FIVE_HUNDRED),
                ("milligram.", MILLIGRAM),
            ],
        ),
        (
            "500 milligram. Daags.",
            [("500", FIVE_HUNDRED), ("milligram.", MILLIGRAM), ("Daags.", None)],
        ),
    ],
)
def test_each_word_that_lives_on_keeps_its_own_sound(
    first: Summary, typed: str, expected: list[tuple[str, Stretch | None]]
) -> None:
    at = [word.text for word in first.words].index("500")
    corrected = first.corrected(at, at + 2, typed)

    assert sounds(corrected, at, at + len(expected)) == expected
    assert corrected.words[at + len(expected) :] == first.words[at + 2 :]
    assert corrected.words[:at] == first.words[:at]
    assert corrected.blocks()[0] == first.blocks()[0]


def test_a_word_put_in_is_heard_between_its_neighbours(first: Summary) -> None:
    at = [word.text for word in first.words].index("500")
    corrected = first.corrected(at, at + 1, "500 hele fijne").corrected(0, 1, "Beste U")
    corrected = corrected.corrected(len(corrected.words) - 1, len(corrected.words), "koorts. Dag!")

    assert corrected.sounds[0] == Stretch(3.0, 3.0)
    assert corrected.sounds[at + 2 : at + 4] == (Stretch(8.4, 8.5), Stretch(8.4, 8.5))
    assert corrected.sounds[-1] == Stretch(10.9, 10.9)
    assert corrected.sounds[at + 1] == FIVE_HUNDRED
    assert written_summary({Topic.WHAT_WE_DO: "Rust."}).sounds == (Stretch(0.0, 0.0),)


def test_words_put_in_at_the_begin_stand_under_its_heading(first: Summary) -> None:
    corrected = first.corrected(0, 0, "Goed nieuws.")

    assert corrected.blocks()[0].topic is Topic.WHAT_IS_GOING_ON
    assert corrected.blocks()[0].sentences[0] == "Goed nieuws."


def test_lines_inside_what_is_typed_over_stay_lines() -> None:
    written = written_summary({Topic.WHAT_YOU_DO: "veel drinken\nrust houden"})
    corrected = written.corrected(0, 4, "heel veel drinken rust nemen")

    assert corrected.blocks()[0].sentences == ("heel veel drinken", "rust nemen")


def test_a_correction_before_a_border_moves_it_along(first: Summary) -> None:
    corrected = first.corrected(0, 1, "U, mevrouw,")

    assert corrected.blocks()[0].sentences == ("U, mevrouw, heeft geen longontsteking.",)
    assert corrected.blocks()[1] == first.blocks()[1]


def test_taking_out_a_whole_topic_takes_its_heading_too(first: Summary) -> None:
    second = first.borders[1].at
    corrected = first.corrected(second, len(first.words), "")

    assert corrected.blocks() == first.blocks()[:1]
    assert first.corrected(0, second, "").blocks() == first.blocks()[1:]


def test_all_words_out_is_an_empty_summary(first: Summary) -> None:
    assert first.corrected(0, len(first.words), " ").is_empty


def test_a_topic_moves_to_another_word(first: Summary) -> None:
    at = [word.text for word in first.words].index("Bel")
    moved = first.with_topic_at(at, Topic.WHAT_WE_DO)

    assert moved.blocks()[1] == TopicBlock(Topic.WHAT_WE_DO, ("Bel ons bij koorts.",))
    assert texts(moved) == texts(first)


def test_a_forgotten_topic_is_put_in_and_taken_out_again(first: Summary) -> None:
    at = [word.text for word in first.words].index("Bel")
    added = first.with_topic_at(at, Topic.WHEN_TO_CALL)

    assert [block.topic for block in added.blocks()] == [
        Topic.WHAT_IS_GOING_ON,
        Topic.WHAT_WE_DO,
        Topic.WHEN_TO_CALL,
    ]
    assert added.with_topic_at(at, Topic.WHEN_TO_CALL) == first


def test_one_topic_takes_the_place_of_another(first: Summary) -> None:
    at = first.borders[1].at
    moved = first.with_topic_at(at, Topic.WHAT_YOU_DO)

    assert moved.borders == (Border(0, Topic.WHAT_IS_GOING_ON), Border(at, Topic.WHAT_YOU_DO))


def test_the_words_of_a_check(first: Summary) -> None:
    words = first.words_of(Check(CheckKind.DOSE, "500 milligram", 8.0, 8.9))

    assert [first.words[at].text for at in words] == ["500", "milligram."]
    assert len(first.words_of(Check(CheckKind.TAKEN_OUT, "geen", 8.0, 8.9))) == 0
    nothing = Check(CheckKind.UNCOVERED, "", 20.0, 22.0)
    assert len(first.words_of(nothing)) == 0


def test_a_word_put_in_at_the_edge_of_a_check_is_no_word_of_it() -> None:
    touching = Summary(
        (SummaryWord("geen", Stretch(0.0, 1.0)), SummaryWord("koorts.", Stretch(1.0, 2.0)))
    )
    put_in = touching.corrected(0, 1, "geen hoge")

    assert put_in.words_of(Check(CheckKind.NEGATION, "geen", 0.0, 1.0)) == range(1)
    assert put_in.words_of(Check(CheckKind.NEGATION, "geen hoge", 0.0, 1.0)) == range(2)


def test_the_word_that_sounds(first: Summary) -> None:
    at = first.word_at(4.1)

    assert at is not None
    assert first.words[at].text == "geen"
    assert first.word_at(0.5) is None


def test_typed_lines_stay_lines() -> None:
    typed = {
        Topic.WHAT_YOU_DO: "3x per dag een tablet\n\n  veel drinken  ",
        Topic.WHAT_IS_GOING_ON: "Griep.",
        Topic.WHEN_TO_CALL: " \n ",
    }

    assert written_summary(typed).blocks() == (
        TopicBlock(Topic.WHAT_IS_GOING_ON, ("Griep.",)),
        TopicBlock(Topic.WHAT_YOU_DO, ("3x per dag een tablet", "veel drinken")),
    )
    assert written_summary({}).is_empty
