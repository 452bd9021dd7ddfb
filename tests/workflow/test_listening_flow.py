"""Heard is what sounded; nothing else counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.audio.sound_card import OutputState
from naklank.core.agreement import TakeHome
from naklank.core.checks import Check, CheckKind
from naklank.core.errors import ErrorCode
from naklank.core.review import Review
from naklank.core.session import State
from naklank.core.topics import Topic
from naklank.core.transcript import Segment, Transcript, Word
from support.desk import PATIENCE, spoken

if TYPE_CHECKING:
    from support.desk import Table


def test_checks_play_themselves_and_wait_to_be_confirmed(table: Table) -> None:
    table.review()
    listening = table.desk.listening

    assert listening.current == 0
    listening.confirm()
    assert not table.desk.session.review.confirmed
    table.bot.waitUntil(lambda: 0 in table.desk.session.review.heard, timeout=PATIENCE)
    listening.confirm()
    assert table.desk.session.review.confirmed == {0}
    assert listening.current == 1
    table.bot.waitUntil(lambda: 1 in table.desk.session.review.heard, timeout=PATIENCE)
    listening.approve()
    assert table.is_in(State.REVIEWING)
    listening.confirm()
    listening.approve()
    assert table.is_in(State.APPROVED)


@pytest.mark.parametrize(
    ("output", "code"),
    [(OutputState.MUTED, ErrorCode.OUTPUT_MUTED), (OutputState.NONE, ErrorCode.NO_OUTPUT)],
)
def test_what_cannot_be_heard_is_not_heard(
    table: Table, output: OutputState, code: ErrorCode
) -> None:
    table.card.output = output
    table.review()
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)

    assert table.failures[0] is code
    assert not table.desk.session.review.heard
    table.desk.listening.confirm()
    table.desk.listening.approve()
    assert table.is_in(State.REVIEWING)
    table.desk.listening.approve_unheard()
    assert table.is_in(State.APPROVED)
    (notice,) = table.desk.handing_over.sheet().notices
    assert "Niet nagekeken op gehoor" in notice


def test_who_can_hear_cannot_skip_hearing(table: Table) -> None:
    table.review()
    table.bot.waitUntil(lambda: 0 in table.desk.session.review.heard, timeout=PATIENCE)
    table.desk.listening.approve_unheard()

    assert table.is_in(State.REVIEWING)
    assert not table.desk.session.review.unheard


def test_checked_again_with_sound_the_sheet_no_longer_says_unheard(table: Table) -> None:
    table.card.output = OutputState.MUTED
    table.review()
    table.bot.waitUntil(lambda: bool(table.failures), timeout=PATIENCE)
    table.desk.listening.approve_unheard()
    table.card.output = OutputState.SOUNDING
    from naklank.core.session import Event

    table.desk.controller.apply(Event.REVIEW_AGAIN)
    table.confirm_all()
    table.desk.listening.approve()

    assert table.is_in(State.APPROVED)
    assert not table.desk.handing_over.sheet().notices


def test_listening_along_hears_the_checks_on_the_way_but_confirms_none(table: Table) -> None:
    table.review()
    table.desk.listening.play_whole(1.25)
    table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)

    assert table.desk.session.review.heard == {0, 1}
    assert not table.desk.session.review.confirmed


def test_text_without_checks_is_heard_as_a_whole(table: Table) -> None:
    table.typist.transcript = spoken("Dag mevrouw. Tot ziens.")
    table.review()
    assert table.desk.listening.current is None
    table.desk.listening.approve()
    assert table.is_in(State.REVIEWING)
    table.desk.listening.play_whole()
    table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)


def test_a_playing_cut_short_is_not_heard(table: Table) -> None:
    table.typist.transcript = spoken("Dag mevrouw. Tot ziens.")
    table.review()
    ended: list[object] = []
    table.desk.listening.ended.connect(ended.append)
    table.desk.listening.play_whole()
    table.desk.listening.stop()
    table.bot.waitUntil(lambda: bool(ended), timeout=PATIENCE)

    assert not table.desk.session.review.heard_whole


def test_the_mark_moves_with_the_sound(table: Table) -> None:
    table.review()
    heard: list[float] = []
    table.desk.listening.position_changed.connect(heard.append)
    table.desk.listening.play_whole()
    table.bot.waitUntil(lambda: not table.desk.listening.is_playing, timeout=PATIENCE)

    assert heard == sorted(heard)
    assert heard[-1] > 3.0


def test_correcting_and_moving_topics(table: Table) -> None:
    table.review()
    summary = table.desk.session.summary
    assert summary is not None
    at = [word.text for word in summary.words].index("500")
    table.desk.listening.correct(at, at + 1, "250")
    later = [word.text for word in summary.words].index("Bel")
    table.desk.listening.set_topic(later, Topic.WHEN_TO_CALL)

    assert table.desk.session.summary is not None
    blocks = table.desk.session.summary.blocks()
    assert blocks[1].sentences == ("Neem 250 milligram.",)
    assert blocks[2].topic is Topic.WHEN_TO_CALL
    assert table.desk.session.transcript == spoken()
    (stored,) = table.store.load_all().sessions
    assert stored.summary == table.desk.session.summary


def test_sound_alone_is_heard_to_its_end(table: Table) -> None:
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.SOUND_ONLY))
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)
    table.desk.listening.approve()
    assert table.is_in(State.RECORDED)
    table.desk.listening.play_whole()
    table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)
    table.desk.listening.approve()
    assert table.is_in(State.LISTENED)


def test_a_word_that_ends_with_the_recording_can_be_heard(table: Table) -> None:
    # Times are rounded to thousandths, so the last word may end behind the last sample.
    words = (Word(0.0, 0.5, "Neem", 0.9), Word(4.0, 9.0, "geen", 0.9), Word(4.2, 9.0, "rust.", 0.9))
    table.typist.transcript = Transcript("nl", 9.0, (Segment(words),))
    table.review()
    table.confirm_all()
    table.desk.listening.approve()

    assert table.is_in(State.APPROVED)


def test_another_dose_must_be_confirmed_anew(table: Table) -> None:
    table.review()
    table.confirm_all()
    summary = table.desk.session.summary
    assert summary is not None
    at = [word.text for word in summary.words].index("500")
    table.desk.listening.correct(at, at + 1, "50")

    assert table.desk.session.review.open == (1,)
    assert table.desk.listening.current == 1
    table.desk.listening.approve()
    assert table.is_in(State.REVIEWING)
    table.desk.listening.confirm()
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)


def test_a_word_beside_a_check_changes_no_check(table: Table) -> None:
    table.review()
    table.confirm_all()
    summary = table.desk.session.summary
    assert summary is not None
    table.desk.listening.correct(len(summary.words) - 1, len(summary.words), "mij.")

    assert table.desk.session.review.open == ()


def _offered(table: Table) -> str:
    return table.desk.listening.suggestion


def test_a_suggestion_is_put_in_and_must_still_be_heard_and_confirmed(table: Table) -> None:
    table.typist.transcript = spoken("U begint met Lee-Noppil. Neem 500 milligram.")
    table.review()
    desk, listening = table.desk, table.desk.listening
    assert desk.session.summary is not None
    sound = desk.session.summary.words[3].sound
    assert sound is not None
    misheard = Check(
        CheckKind.MEDICINE, "Lee-Noppil", sound.start, sound.end, suggestion="lisinopril"
    )
    others = [one for one in desk.session.review.checks if one.start > sound.end]
    desk.controller.update(review=Review((misheard, *others), confirmed=frozenset({0})))
    listening.play_check(1)
    assert _offered(table) == ""
    listening.take_suggestion()
    assert desk.session.summary.words[3].text == "Lee-Noppil."

    listening.play_check(0)
    assert _offered(table) == "lisinopril"
    listening.take_suggestion()
    assert [word.text for word in desk.session.summary.words[2:5]] == ["met", "lisinopril.", "Neem"]
    assert desk.session.review.open == (0, 1)
    assert _offered(table) == ""
    before = desk.session.summary
    listening.take_suggestion()
    assert desk.session.summary == before
    assert desk.session.transcript is not None
    assert desk.session.transcript.words[3].text == "Lee-Noppil."
    table.wait_until_heard(0)
    listening.confirm()
    assert 0 in desk.session.review.confirmed
