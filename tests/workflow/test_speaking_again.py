"""A topic spoken again: its text and its sound are another, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.core.checks import CheckKind
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import Event, State
from naklank.core.topics import Topic
from naklank.core.transcript import Doubt
from support.desk import PATIENCE, spoken
from support.spoken_again import ANEW, quiet, samples, speak, speak_again, words

if TYPE_CHECKING:
    from naklank.workflow.questioning import Doubtful
    from support.desk import Table


def test_the_topic_is_another_in_text_and_sound(checked: Table) -> None:
    (before,) = samples(checked)
    speak_again(checked)
    assert " ".join(words(checked)) == "U heeft geen griep. Neem 250 milligram."
    head, new = samples(checked)
    assert 0 < len(head) < len(before)
    assert np.array_equal(head, before[: len(head)])
    assert len(new) > 1.5 * checked.card.rate
    # Between "griep." and the spoken heading behind it.
    assert 1.7 < len(head) / checked.card.rate < 2.2


def test_what_comes_behind_it_stays_and_moves(checked: Table) -> None:
    (before,) = samples(checked)
    checked.desk.speaking_again.topic_of(words(checked).index("geen"))
    speak(checked, "Wat is er aan de hand? U heeft wel griep.")
    checked.wait_for(State.REVIEWING)
    assert " ".join(words(checked)) == "U heeft wel griep. Neem 500 milligram. Bel ons."
    _, tail = samples(checked)
    assert np.array_equal(tail, before[len(before) - len(tail) :])
    session = checked.desk.session
    assert session.transcript is not None
    assert session.transcript.words[-1].end <= session.recording.seconds
    (dose,) = [one for one in session.review.checks if one.text == "500 milligram"]
    assert session.review.checks.index(dose) in session.review.confirmed


def test_the_old_sound_is_gone_from_the_disk(checked: Table) -> None:
    (old,) = checked.desk.controller.sound_files
    speak_again(checked)
    files = {file.path for file in checked.desk.controller.sound_files}
    assert old.path not in files
    assert not old.path.exists()
    assert {path for path in checked.kept_files() if path.name.startswith("take-")} == files


def test_the_old_sound_lies_there_until_the_new_text_does(checked: Table) -> None:
    (old,) = checked.desk.controller.sound_files
    checked.typist.hold()
    checked.desk.speaking_again.topic_of(words(checked).index("500"))
    speak(checked, ANEW)
    checked.wait_for(State.TRANSCRIBING)
    assert old.path.exists()
    checked.typist.release()
    checked.wait_for(State.REVIEWING)
    assert not old.path.exists()


def test_only_what_is_new_is_typed_and_heard_and_checked(checked: Table) -> None:
    speak_again(checked)
    assert [take.number for take in checked.typist.asked[-1].takes] == [2]
    review = checked.desk.session.review
    opened = {review.checks[at].kind for at in review.open}
    assert CheckKind.JOINT in opened
    confirmed = {review.checks[at].text for at in review.confirmed}
    assert "geen" in " ".join(confirmed)
    assert "250 milligram" not in confirmed
    checked.confirm_all()
    assert checked.desk.session.review.is_done


def test_doubts_of_the_new_part_are_of_its_own_time(checked: Table) -> None:
    checked.typist.doubts = (Doubt(0.8, 0.95, "Rust", "Geen rust"),)
    speak_again(checked, "Wat gaan we doen? Rust goed. Neem 250 milligram.")
    checked.bot.waitUntil(lambda: not checked.desk.session.review.awaits_more, timeout=PATIENCE)
    (doubt,) = [one for one in checked.desk.session.review.checks if one.kind is CheckKind.DIFFERS]
    summary = checked.desk.session.summary
    assert summary is not None
    assert [summary.words[at].text for at in summary.words_of(doubt)] == ["Rust"]


def test_a_key_for_the_next_topic_does_not_move_it(checked: Table) -> None:
    checked.desk.speaking_again.topic_of(words(checked).index("500"))
    before = checked.desk.session.recording.marks
    checked.desk.recording.mark_next_topic()
    assert checked.desk.session.recording.marks == before


def test_more_is_added_and_changes_nothing(checked: Table) -> None:
    checked.desk.editing.correct(0, 1, "Jij")
    (before,) = samples(checked)
    checked.desk.speaking_again.more()
    speak(checked, "En rust goed uit.")
    checked.wait_for(State.REVIEWING)
    text = " ".join(words(checked))
    assert text == "Jij heeft geen griep. Neem 500 milligram. Bel ons. En rust goed uit."
    old, _ = samples(checked)
    assert np.array_equal(old, before)


def test_without_a_word_all_is_as_it_was(checked: Table) -> None:
    before = checked.desk.session
    checked.desk.speaking_again.topic_of(words(checked).index("500"))
    checked.desk.recording.stop()
    assert checked.desk.session == before


def test_what_was_spoken_anew_can_be_given_up(checked: Table) -> None:
    before = checked.desk.session
    checked.typist.hold()
    checked.desk.speaking_again.topic_of(words(checked).index("500"))
    speak(checked, ANEW)
    checked.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED))
    checked.typist.release()
    checked.wait_for(State.RECORDED)
    checked.desk.speaking_again.keep_as_it_was()
    assert checked.desk.session.recording == before.recording
    assert checked.desk.session.summary == before.summary
    assert checked.desk.session.state is State.REVIEWING
    assert len([path for path in checked.kept_files() if path.name.startswith("take-")]) == 1
    # And once more: the place of what was given up is free.
    checked.typist.transcript = spoken(ANEW)
    speak_again(checked)
    assert "250" in words(checked)


def test_what_was_spoken_anew_is_typed_by_nobody_by_hand(checked: Table) -> None:
    checked.typist.fail_next(NaklankError(ErrorCode.ENGINE_DIED))
    checked.desk.speaking_again.topic_of(words(checked).index("500"))
    speak(checked, ANEW)
    checked.wait_for(State.RECORDED)
    before = checked.desk.session
    checked.desk.typing.write()
    assert checked.desk.session == before


def test_it_is_spoken_again_once_no_more_doubts_can_come(table: Table) -> None:
    table.typist.doubts = (Doubt(1.2, 1.35, "U", "Nu niet"),)
    table.review()
    quiet(table)
    review = table.desk.session.review
    table.desk.controller.update(review=replace(review, awaits_more=True))
    table.desk.speaking_again.topic_of(words(table).index("500"))
    assert table.is_in(State.REVIEWING)
    table.desk.typing.late_checks.give_up()
    assert table.is_in(State.PAUSED)


@pytest.fixture
def waiting(table: Table) -> Table:
    """A topic is to be spoken again, and doubts of the text are still looked for."""
    table.review()
    quiet(table)
    review = table.desk.session.review
    table.desk.controller.update(review=replace(review, awaits_more=True))
    table.desk.speaking_again.topic_of(words(table).index("500"))
    return table


def _topic_spoken_again(table: Table) -> Topic | None:
    """Once the doubts came; None where nothing is."""
    table.desk.typing.late_checks.give_up()
    insertion = table.desk.session.insertion
    assert table.is_in(State.PAUSED if insertion else State.REVIEWING)
    return insertion.topic if insertion else None


@pytest.mark.parametrize("text", ["", "U heeft zeker geen griep en ook geen koorts."])
def test_words_before_it_that_come_or_go_meanwhile_move_no_wish(waiting: Table, text: str) -> None:
    waiting.desk.editing.correct(0, 4, text)
    assert _topic_spoken_again(waiting) is Topic.WHAT_WE_DO


def test_a_word_that_was_typed_over_meanwhile_is_still_the_same_place(waiting: Table) -> None:
    at = words(waiting).index("500")
    waiting.desk.editing.correct(at, at + 1, "vijf honderd")
    assert _topic_spoken_again(waiting) is Topic.WHAT_WE_DO


def test_a_word_that_was_put_in_and_has_no_sound_is_found_again(waiting: Table) -> None:
    at = words(waiting).index("500")
    waiting.desk.editing.correct(at, at, "nu")
    waiting.desk.speaking_again.topic_of(at)
    waiting.desk.editing.correct(0, 1, "Ja nu heeft u")
    assert _topic_spoken_again(waiting) is Topic.WHAT_WE_DO


def test_nothing_is_spoken_again_of_words_that_were_taken_out_meanwhile(waiting: Table) -> None:
    at = words(waiting).index("500")
    waiting.desk.editing.correct(at, len(words(waiting)), "")
    assert _topic_spoken_again(waiting) is None


def test_nothing_is_spoken_again_under_a_heading_that_nobody_asked_for(waiting: Table) -> None:
    waiting.desk.editing.set_topic(words(waiting).index("Neem"), Topic.WHAT_YOU_DO)
    assert _topic_spoken_again(waiting) is None


def test_nothing_is_spoken_again_of_another_session(waiting: Table) -> None:
    controller = waiting.desk.controller
    controller.open(replace(controller.session, identity="ab12"))
    assert _topic_spoken_again(waiting) is None


def test_what_stands_before_the_headings_alone(table: Table) -> None:
    table.typist.transcript = spoken(
        "Dag mevrouw, neem 500 milligram. Wat gaan we doen? Rust goed uit."
    )
    table.review()
    quiet(table)
    found: list[Doubtful] = []
    table.desk.questioning.asked.connect(found.append)
    at = words(table).index("500")
    table.desk.questioning.correct(at, at + 1, "250")
    assert (found[0].topic, found[0].is_all) == (None, False)
    table.desk.speaking_again.topic_of(at)
    speak(table, "Dag mevrouw, neem 250 milligram.")
    table.wait_for(State.REVIEWING)
    assert " ".join(words(table)) == "Dag mevrouw, neem 250 milligram. Rust goed uit."


def test_words_that_were_typed_in_cut_no_heading_away(checked: Table) -> None:
    at = words(checked).index("griep.")
    checked.desk.editing.correct(at, at + 1, "griep. Zeker.")
    checked.desk.speaking_again.topic_of(words(checked).index("geen"))
    speak(checked, "Wat is er aan de hand? U heeft wel griep.")
    checked.wait_for(State.REVIEWING)
    transcript = checked.desk.session.transcript
    assert transcript is not None
    assert [word.text for word in transcript.words].count("doen?") == 1
    tail = checked.desk.session.recording.takes[-1].seconds
    assert tail > 2.2  # from the heading "Wat gaan we doen?" on


def test_a_topic_of_what_is_added_begins_where_it_was_chosen(checked: Table) -> None:
    speak_again(checked)
    quiet(checked)
    seconds = checked.desk.session.recording.seconds
    checked.desk.speaking_again.more()
    checked.desk.recording.mark_topic(Topic.NEXT_APPOINTMENT)
    assert checked.desk.session.recording.marks[-1].second == pytest.approx(seconds)


def test_once_approved_nothing_is_spoken_anew(checked: Table) -> None:
    checked.desk.listening.approve()
    checked.desk.speaking_again.topic_of(0)
    assert Event.SPEAK_AGAIN not in checked.desk.controller.allowed
    assert checked.is_in(State.APPROVED)
