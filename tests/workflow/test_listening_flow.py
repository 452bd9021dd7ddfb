"""Listening: what plays, where it stops, and what counts as heard."""

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
from naklank.core.settings import CheckingWay
from naklank.core.transcript import Segment, Stretch, Transcript, Word
from support.desk import PATIENCE, spoken
from support.spoken_again import speak

if TYPE_CHECKING:
    from naklank.core.ports.sound import PlayerListener
    from naklank.core.settings import Checking
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
    assert table.is_in(State.REVIEWING)  # the rest has still to be heard
    table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)
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


def test_it_plays_from_the_beginning_and_stops_behind_each_check(table: Table) -> None:
    played = _pieces(table)
    table.review()
    table.bot.waitUntil(lambda: not table.desk.listening.is_playing, timeout=PATIENCE)

    first, second = table.desk.session.review.checks[:2]
    assert played == [Stretch(0.0, first.end + 0.3)]
    assert table.desk.listening.current == 0
    table.desk.listening.confirm()
    table.wait_until_heard(1)
    assert played[1] == Stretch(first.end + 0.3, second.end + 0.3)


def test_stopped_it_goes_on_from_where_it_was(table: Table) -> None:
    table.card.pace = 1.0
    played = _pieces(table)
    table.review()
    listening = table.desk.listening
    table.bot.waitUntil(lambda: listening.second > 0.3, timeout=PATIENCE)
    listening.stop()
    table.bot.waitUntil(lambda: not listening.is_playing, timeout=PATIENCE)
    stopped = listening.second
    assert table.desk.session.review.sounded == (Stretch(0.0, stopped),)
    table.card.pace = 40.0
    listening.listen_along()
    table.wait_until_heard(0)

    assert played[1].start == stopped
    assert len(table.desk.session.review.sounded) == 1


def test_going_back_hears_three_seconds_again(table: Table) -> None:
    table.review()
    table.wait_until_heard(0)
    listening = table.desk.listening
    listening.confirm()
    table.wait_until_heard(1)
    here = listening.second
    played = _pieces(table)
    listening.back()
    (piece,) = played
    assert piece.seconds == pytest.approx(min(here, 3.0))
    assert listening.current == 1


def test_from_a_word_it_goes_on_to_the_next_check(table: Table) -> None:
    table.review()
    table.wait_until_heard(0)
    played = _pieces(table)
    table.desk.listening.play_from(4)
    sound = table.desk.session.summary.words[4].sound if table.desk.session.summary else None
    assert sound is not None
    assert played == [Stretch(sound.start - 0.3, table.desk.session.review.checks[1].end + 0.3)]
    assert table.desk.listening.current == 1


def test_what_was_passed_over_comes_back(table: Table) -> None:
    table.review()
    table.wait_until_heard(0)
    table.desk.listening.listen_along()  # on, without a word about the first check
    table.wait_until_heard(1)
    table.desk.listening.confirm()
    table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)
    table.bot.waitUntil(lambda: table.desk.listening.current == 0, timeout=PATIENCE)
    table.confirm_all()
    assert table.desk.session.review.is_done


def test_only_the_checks_are_played_where_the_practice_chose_so(table: Table) -> None:
    _set(table, way=CheckingWay.CHECKS)
    played = _pieces(table)
    table.review()
    table.confirm_all()

    checks = table.desk.session.review.checks
    assert played == [Stretch(one.start - 0.3, one.end + 0.3) for one in checks]
    assert not table.desk.session.review.heard_whole
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)


def test_the_speed_is_the_practices_until_it_is_changed(table: Table) -> None:
    _set(table, speed=1.0)
    listening = table.desk.listening
    assert listening.speed == 1.0
    for speed in (1.25, 1.5, 1.5):
        listening.change_speed(1)
        assert listening.speed == speed
    for speed in (1.25, 1.0, 0.75, 0.75):
        listening.change_speed(-1)
        assert listening.speed == speed
    table.desk.next_session()
    assert listening.speed == 1.0


def test_one_place_is_never_played_faster_than_spoken(table: Table) -> None:
    speeds: list[float] = []
    table.review()
    table.wait_until_heard(0)
    loudspeaker = table.desk.listening._loudspeaker
    play = loudspeaker.play

    def note(stretch: Stretch, speed: float) -> None:
        speeds.append(speed)
        play(stretch, speed)

    loudspeaker.play = note  # type: ignore[method-assign]
    table.desk.listening.play_check(0)
    table.desk.listening.listen_along()
    table.desk.listening.change_speed(-2)  # goes on so
    table.desk.listening.play_word(3)
    assert speeds == [1.0, 1.25, 0.75, 0.75]


def test_the_check_at_hand_stays_the_same_when_others_come_and_go(table: Table) -> None:
    table.review()
    table.wait_until_heard(0)
    table.desk.listening.confirm()
    table.wait_until_heard(1)
    review = table.desk.session.review
    early = Check(CheckKind.SIDE, "links", 0.2, 0.4)
    dose = review.checks[1]
    table.desk.controller.update(review=replace(review, checks=(early, *review.checks)))
    assert table.desk.listening.current == 2
    other = replace(dose, text="50 milligram")
    table.desk.controller.update(review=Review((early, other), sounded=review.sounded))
    assert table.desk.listening.current == 1
    table.desk.controller.update(review=Review(sounded=review.sounded))
    assert table.desk.listening.current is None


def test_what_is_told_of_the_patient_before_is_not_heard(table: Table) -> None:
    table.review()
    table.bot.waitUntil(lambda: table.desk.listening.second > 0, timeout=PATIENCE)
    ended = table.desk.listening._loudspeaker.heard
    heard: list[Stretch] = []
    ended.connect(heard.append)
    table.desk.withdraw()
    table.desk.equipment.player.close()
    table.bot.wait(1)
    assert heard == []
    assert table.desk.session.review == Review()


def _set(table: Table, **checking: object) -> None:
    settings = table.desk.settings
    chosen: Checking = replace(settings.checking, **checking)  # type: ignore[arg-type]
    table.desk.save_settings(replace(settings, checking=chosen))


def _pieces(table: Table) -> list[Stretch]:
    """What is played from now on."""
    played: list[Stretch] = []
    player = table.desk.equipment.player
    play = player.play

    def note(stretch: Stretch, speed: float, listener: PlayerListener) -> None:
        played.append(stretch)
        play(stretch, speed, listener)

    player.play = note  # type: ignore[method-assign]
    return played


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


def test_how_much_is_left_to_hear_counts_down_as_it_sounds(table: Table) -> None:
    _set(table, speed=1.25)
    table.card.pace = 1.0
    table.review()
    listening, seconds = table.desk.listening, table.desk.session.recording.seconds
    table.bot.waitUntil(lambda: listening.second > 0.3, timeout=PATIENCE)
    assert listening.is_playing
    assert listening.seconds_left == pytest.approx((seconds - listening.second) / 1.25)
    table.card.pace = 40.0
    table.confirm_all()
    assert listening.seconds_left == 0


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


def test_sound_that_is_spoken_more_is_not_right_before_it_was_heard(table: Table) -> None:
    table.desk.agree(replace(table.desk.session.agreement, take_home=TakeHome.SOUND_ONLY))
    table.agree()
    table.record()
    table.wait_for(State.RECORDED)
    table.desk.listening.play_whole()
    table.bot.waitUntil(lambda: table.desk.session.review.heard_whole, timeout=PATIENCE)
    (heard,) = table.desk.session.review.sounded
    table.desk.speaking_again.more()
    speak(table, "Bel ons.")
    table.wait_for(State.RECORDED)
    table.desk.listening.approve()
    assert table.is_in(State.RECORDED)
    table.desk.listening.play(Stretch(heard.end, table.desk.session.recording.seconds))
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
