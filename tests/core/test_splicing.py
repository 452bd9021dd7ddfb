"""Something spoken anew in the midst of what stands: nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naklank.core.checks import Check, CheckKind
from naklank.core.recording import Insertion, Recording, Take, TopicMark
from naklank.core.review import Review
from naklank.core.splicing import (
    Splice,
    spliced_marks,
    spliced_review,
    spliced_summary,
    spliced_transcript,
)
from naklank.core.summary import Border, Summary, SummaryWord
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt, Dropped, Segment, Stretch, Transcript, Word

OLD = "U heeft griep. Neem 20 milligram. Bel ons bij koorts."
NEW = "Neem 40 milligram per dag."
FIRST, END = 3, 6
INSERTION = Insertion(FIRST, END, 2, Topic.WHAT_WE_DO)
SPLICE = Splice(Stretch(2.9, 5.9), 5.5)
"""The words from 3 to 6, in the middle of the pauses around them."""


def heard(text: str) -> Transcript:
    """A word a second, from the whole second on, each 0.8 s long."""
    words = tuple(Word(at, at + 0.8, word, 0.9) for at, word in enumerate(text.split()))
    return Transcript("nl", float(len(words)), (Segment(words),))


def summary_of(transcript: Transcript, *borders: Border) -> Summary:
    words = (SummaryWord(word.text, Stretch(word.start, word.end)) for word in transcript.words)
    return Summary(tuple(words), borders)


BEFORE = summary_of(
    heard(OLD),
    Border(0, Topic.WHAT_IS_GOING_ON),
    Border(3, Topic.WHAT_WE_DO),
    Border(6, Topic.WHEN_TO_CALL),
)


def test_the_text_has_the_new_words_in_their_place() -> None:
    after = spliced_summary(BEFORE, summary_of(heard(NEW)), SPLICE, INSERTION)
    text = " ".join(word.text for word in after.words)
    assert text == "U heeft griep. Neem 40 milligram per dag. Bel ons bij koorts."
    assert after.borders == (
        Border(0, Topic.WHAT_IS_GOING_ON),
        Border(3, Topic.WHAT_WE_DO),
        Border(8, Topic.WHEN_TO_CALL),
    )
    sounds = [word.sound for word in after.words]
    assert sounds[2] == Stretch(2.0, 2.8)
    assert sounds[3] == Stretch(2.9, 3.7)
    assert sounds[8] == Stretch(8.5, 9.3)


def test_what_was_corrected_elsewhere_stays_corrected() -> None:
    corrected = BEFORE.corrected(2, 3, "longontsteking.").corrected(9, 10, "hoge koorts.")
    after = spliced_summary(corrected, summary_of(heard(NEW)), SPLICE, INSERTION)
    texts = [word.text for word in after.words]
    assert texts[2] == "longontsteking."
    assert texts[-2:] == ["hoge", "koorts."]


def test_the_transcript_is_of_the_whole_as_it_is_now() -> None:
    before = replace(
        heard(OLD),
        uncovered=(Stretch(2.5, 3.5), Stretch(9.0, 9.5)),
        dropped=(Dropped("MUZIEK.", 4.0, 4.5, "no_speech"),),
        doubts=(Doubt(0.0, 0.8, "U", "Nu"), Doubt(4.0, 4.8, "20", "28")),
    )
    new = replace(heard(NEW), doubts=(Doubt(1.0, 1.8, "40", "14"),))
    after = spliced_transcript(before, new, SPLICE)
    text = " ".join(word.text for word in after.words)
    assert text == "U heeft griep. Neem 40 milligram per dag. Bel ons bij koorts."
    assert after.duration == 12.5
    assert after.uncovered == (Stretch(2.5, 2.9), Stretch(11.5, 12.0))
    assert after.dropped == ()
    assert [(one.start, one.text) for one in after.doubts] == [(0.0, "U"), (3.9, "40")]


def review() -> Review:
    """All heard and confirmed."""
    checks = (
        Check(CheckKind.NEGATION, "heeft", 1.0, 1.8),
        Check(CheckKind.DOSE, "20 milligram", 4.0, 5.8),
        Check(CheckKind.UNCOVERED, "", 5.0, 6.5),
        Check(CheckKind.NUMBER, "koorts", 9.0, 9.8),
        Check(CheckKind.MISSING_TOPIC, "", 10.0, 10.0, topics=(Topic.NEXT_APPOINTMENT,)),
    )
    every = frozenset(range(len(checks)))
    return Review(checks, every, every, heard_whole=True, sounded=(Stretch(0.0, 10.0),))


def spliced() -> Review:
    after = spliced_summary(BEFORE, summary_of(heard(NEW)), SPLICE, INSERTION)
    new = [Check(CheckKind.DOSE, "40 milligram", 1.0, 2.8)]
    return spliced_review(review(), new, SPLICE, after, 12.5)


def test_checks_elsewhere_stay_confirmed_and_those_of_the_new_sound_are_open() -> None:
    after = spliced()
    confirmed = {after.checks[at].text for at in after.confirmed}
    assert confirmed == {"heeft", "koorts", ""}
    opened = [(one.kind, one.start, one.end) for one in map(after.checks.__getitem__, after.open)]
    assert opened == [
        (CheckKind.JOINT, 1.4, 4.4),
        (CheckKind.DOSE, 3.9, 5.7),
        (CheckKind.JOINT, 6.9, 9.9),
    ]
    assert not after.is_done
    assert after.awaits_more


def test_no_check_of_the_sound_that_went_is_left() -> None:
    assert "20 milligram" not in {check.text for check in spliced().checks}


def test_of_a_place_without_text_the_part_that_stays_stays() -> None:
    (place,) = [check for check in spliced().checks if check.kind is CheckKind.UNCOVERED]
    assert (place.start, place.end) == (8.4, 9.0)


def test_around_the_joints_and_between_them_all_is_heard_anew() -> None:
    assert spliced().sounded == (Stretch(0.0, 1.4), Stretch(9.9, 12.5))
    assert not spliced().heard_whole


def test_a_phrase_over_the_border_leaves_its_single_places() -> None:
    places = (
        Check(CheckKind.NEGATION, "griep", 2.0, 2.8),
        Check(CheckKind.NUMBER, "Neem", 3.0, 3.8),
    )
    phrase = Check(CheckKind.DOSE, "griep. Neem", 2.0, 3.8, items=places)
    after = spliced_review(Review((phrase,)), (), SPLICE, BEFORE, 12.5)
    assert [one.text for one in after.checks if one.text] == ["griep"]


def test_an_addition_only_adds() -> None:
    splice, end = Splice(Stretch(10.0, 10.0), 5.0), len(BEFORE.words)
    addition = Insertion(end, end, 2)
    new = summary_of(heard(NEW), Border(0, Topic.NEXT_APPOINTMENT))
    after = spliced_summary(BEFORE, new, splice, addition)
    assert after.words[:end] == BEFORE.words
    assert after.borders == (*BEFORE.borders, Border(end, Topic.NEXT_APPOINTMENT))
    checked = spliced_review(review(), (), splice, after, 15.0)
    assert checked.checks[:4] == review().checks[:4]
    assert not {check.kind for check in checked.checks} & {CheckKind.JOINT}
    assert checked.sounded == (Stretch(0.0, 10.0),)


def test_the_marks_of_topics_move_along() -> None:
    marks = (
        TopicMark(Topic.WHAT_IS_GOING_ON, 0.0),
        TopicMark(Topic.WHAT_WE_DO, 3.2),
        TopicMark(Topic.WHEN_TO_CALL, 6.0),
    )
    before = Recording((Take(1, 10, 100, "Mic"),), marks)
    new = Recording((Take(2, 10, 55, "Mic"),), (TopicMark(Topic.NEXT_APPOINTMENT, 1.0),))
    assert spliced_marks(before, new, SPLICE, INSERTION) == (
        TopicMark(Topic.WHAT_IS_GOING_ON, 0.0),
        TopicMark(Topic.WHAT_WE_DO, 2.9),
        TopicMark(Topic.WHEN_TO_CALL, 8.5),
    )
    added = spliced_marks(before, new, Splice(Stretch(10, 10), 5.5), Insertion(9, 9, 2))
    assert added == (*marks, TopicMark(Topic.NEXT_APPOINTMENT, 11.0))


@st.composite
def passages(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """How many words there are, those that go, and how many come."""
    count = draw(st.integers(1, 12))
    first = draw(st.integers(0, count))
    end = draw(st.integers(first, count))
    return count, first, end, draw(st.integers(1, 8))


@given(passages(), st.sampled_from([Topic.WHAT_WE_DO, None]))
def test_every_other_word_keeps_its_moment(
    shape: tuple[int, int, int, int], topic: Topic | None
) -> None:
    count, first, end, coming = shape
    before = summary_of(heard(" ".join(f"oud{at}" for at in range(count))))
    new = summary_of(heard(" ".join(f"nieuw{at}" for at in range(coming))))
    start = float(first) - 0.1 if first else 0.0
    gone = Stretch(start, max(start, end - 0.1) if end < count else float(count))
    after = spliced_summary(before, new, Splice(gone, coming), Insertion(first, end, 2, topic))
    by = coming - gone.seconds
    assert after.words[:first] == before.words[:first]
    assert [word.text for word in after.words[first : first + coming]] == [
        word.text for word in new.words
    ]
    rest = after.words[first + coming :]
    assert len(rest) == count - end
    for word, old in zip(rest, before.words[end:], strict=True):
        assert word.sound is not None
        assert old.sound is not None
        assert word.text == old.text
        assert word.sound.start == pytest.approx(old.sound.start + by, abs=0.002)
    starts = [word.sound.start for word in after.words if word.sound]
    assert starts == sorted(starts)


def test_a_check_belongs_where_its_middle_lies() -> None:
    checks = (
        Check(CheckKind.NEGATION, "griep.", 2.2, 3.0),
        Check(CheckKind.DIFFERS, "griep. Neem", 2.0, 3.9),
        Check(CheckKind.NUMBER, "milligram.", 5.0, 6.0),  # the cut lies in its last letter
        Check(CheckKind.NUMBER, "Bel", 5.8, 6.6),
    )
    after = spliced_review(Review(checks), (), SPLICE, BEFORE, 12.5)
    worded = [(one.text, one.start, one.end) for one in after.checks if one.text]
    assert worded == [("griep. Neem", 2.0, 2.9), ("griep.", 2.2, 3.0), ("Bel", 8.3, 9.1)]
