"""Every pair of state and event, and what a session must hold for an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from naklank.core.agreement import Agreement, Participant, Role, TakeHome
from naklank.core.checks import Check, CheckKind
from naklank.core.recording import Insertion, Recording, Take
from naklank.core.review import Review
from naklank.core.session import (
    TRANSITIONS,
    Event,
    EventNotAllowedError,
    HandOver,
    Session,
    State,
    Way,
    advanced,
    allowed_events,
)
from naklank.core.sheet_making import Edition
from naklank.core.summary import Summary, SummaryWord
from naklank.core.transcript import Segment, Stretch, Transcript, Word
from support.statements import STATEMENT

MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
YES = (Participant(Role.PATIENT, agrees=True),)
TAKE = Take(1, 48_000, 480_000, "Mic")
WORD = Word(0.0, 0.5, "niet", 0.9)
TRANSCRIPT = Transcript("nl", 10.0, (Segment((WORD,)),))
CHECK = Check(CheckKind.NEGATION, "niet", 0.0, 0.5)
CHECKED = Review((CHECK,), frozenset({0}), frozenset({0}))
SUMMARY = Summary((SummaryWord("niet"),))

# What the way is, written out by hand: one line for each state, and in the rest nothing happens.
WAY = """
agreeing      agree>agreed decline>closed
agreed        agree_again>agreeing start_recording>recording write>writing withdraw>closed
recording     pause>paused lose_input>paused stop>recorded discard_recording>agreed
              withdraw>closed recover>recorded
paused        resume>recording stop>recorded discard_recording>agreed withdraw>closed
              recover>recorded keep_as_it_was>reviewing
recorded      transcribe>transcribing write>writing listen>listened discard_recording>agreed
              withdraw>closed speak_on>paused keep_as_it_was>reviewing
transcribing  finish_transcribing>reviewing fail_transcribing>recorded write>writing
              keep_as_it_was>reviewing
              discard_recording>agreed withdraw>closed recover>recorded
reviewing     approve>approved discard_recording>agreed withdraw>closed speak_on>paused
              speak_again>paused
writing       approve>approved agree_again>agreeing transcribe>transcribing
              discard_recording>agreed withdraw>closed
listened      review_again>reviewing write_again>writing listen_again>recorded
              hand_over>handed_over hand_over_later>waiting give_nothing>closed withdraw>closed
approved      review_again>reviewing write_again>writing listen_again>recorded
              hand_over>handed_over hand_over_later>waiting give_nothing>closed withdraw>closed
handed_over   review_again>reviewing write_again>writing listen_again>recorded
              hand_over>handed_over hand_over_later>waiting finish>closed withdraw>closed
              sound_goes>handed_over
waiting       review_again>reviewing write_again>writing listen_again>recorded
              hand_over>handed_over give_nothing>closed finish>closed withdraw>closed
closed
"""


def _written_out() -> dict[tuple[State, Event], State]:
    table, state = {}, State.CLOSED
    for token in WAY.split():
        if ">" in token:
            event, after = token.split(">")
            table[state, Event(event)] = State(after)
        else:
            state = State(token)
    return table


def session(state: State, take_home: TakeHome = TakeHome.SOUND_AND_PAPER) -> Session:
    """A session in a state, holding all that it can hold there."""
    return Session(
        "ab12",
        MOMENT,
        "nl",
        "dokter Van Dam",
        state,
        Agreement(YES, take_home),
        Recording((TAKE,)),
        TRANSCRIPT,
        SUMMARY,
        replace(CHECKED, heard_whole=True),
        (HandOver(Way.PRINT, MOMENT),),
    )


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("event", Event)
def test_every_state_and_event(state: State, event: Event) -> None:
    expected = _written_out().get((state, event))

    assert TRANSITIONS.get((state, event)) is expected
    if expected is None:
        with pytest.raises(EventNotAllowedError):
            advanced(session(state), event)


@pytest.mark.parametrize(("state", "event"), _written_out())
def test_each_transition_is_possible_for_some_session(state: State, event: Event) -> None:
    full = session(state)
    without_text = replace(full, transcript=None)
    kinds = [
        full,
        session(state, TakeHome.SOUND_ONLY),
        without_text,
        replace(full, hand_overs=()),
        session(state, TakeHome.PAPER_ONLY),
        replace(session(state, TakeHome.TYPED), recording=Recording(), transcript=None),
    ]
    if event is Event.KEEP_AS_IT_WAS:
        kinds = [replace(full, insertion=Insertion(0, 1, 2))]
    possible = [one for one in kinds if event in allowed_events(one)]

    assert possible
    assert {advanced(one, event).state for one in possible} == {_written_out()[state, event]}


def test_there_is_a_way_out_of_every_state_but_the_last() -> None:
    for state in set(State) - {State.CLOSED}:
        assert allowed_events(session(state))
    assert not allowed_events(session(State.CLOSED))


def test_no_microphone_before_everybody_said_yes() -> None:
    for agrees in (None, False):
        someone = Participant(Role.RELATIVE, agrees)
        refused = replace(session(State.AGREEING), agreement=Agreement((*YES, someone)))
        assert Event.AGREE not in allowed_events(refused)
        for state, event in (
            (State.AGREED, Event.START_RECORDING),
            (State.PAUSED, Event.RESUME),
        ):
            assert event not in allowed_events(replace(refused, state=state))


def test_nothing_is_agreed_before_somebody_said_so() -> None:
    fresh = Session("ab12", MOMENT, "nl", "")

    assert Event.AGREE not in allowed_events(fresh)
    assert Event.DECLINE in allowed_events(fresh)


def test_typing_needs_no_yes_and_has_no_microphone() -> None:
    typed = Session("ab12", MOMENT, "nl", "", agreement=Agreement(take_home=TakeHome.TYPED))

    agreed = advanced(typed, Event.AGREE)
    assert Event.START_RECORDING not in allowed_events(agreed)
    writing = advanced(agreed, Event.WRITE)
    assert Event.APPROVE not in allowed_events(writing)
    assert advanced(replace(writing, summary=SUMMARY), Event.APPROVE).state is State.APPROVED


def test_who_agreed_to_a_recording_does_not_land_in_typing_before_it() -> None:
    recorded = replace(session(State.AGREED), recording=Recording(), transcript=None, summary=None)

    assert Event.WRITE not in allowed_events(recorded)


def test_sound_alone_is_listened_to_and_never_typed() -> None:
    sound = session(State.RECORDED, TakeHome.SOUND_ONLY)

    assert Event.TRANSCRIBE not in allowed_events(sound)
    assert Event.WRITE not in allowed_events(sound)
    assert Event.LISTEN not in allowed_events(replace(sound, review=Review()))
    heard = replace(sound, review=Review(heard_whole=True))
    assert advanced(heard, Event.LISTEN).state is State.LISTENED


def test_a_recording_with_text_cannot_skip_the_text() -> None:
    assert Event.LISTEN not in allowed_events(session(State.RECORDED))


def test_text_is_approved_only_when_every_check_is_confirmed() -> None:
    reviewing = session(State.REVIEWING)
    heard = Review((CHECK,), heard=frozenset({0}), heard_whole=True)

    assert Event.APPROVE not in allowed_events(replace(reviewing, review=heard))
    assert Event.APPROVE in allowed_events(reviewing)
    assert Event.APPROVE not in allowed_events(replace(reviewing, summary=Summary()))


def test_text_without_checks_is_approved_only_when_the_whole_was_heard() -> None:
    reviewing = replace(session(State.REVIEWING), review=Review())

    assert Event.APPROVE not in allowed_events(reviewing)
    whole = replace(reviewing, review=Review(heard_whole=True))
    assert Event.APPROVE in allowed_events(whole)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("event", [Event.DISCARD_RECORDING, Event.WITHDRAW, Event.FINISH])
def test_what_deletes_leaves_nothing_said(state: State, event: Event) -> None:
    before = session(state)
    if event not in allowed_events(before):
        return
    after = advanced(before, event)

    assert after.recording == Recording()
    assert after.transcript is None
    assert after.summary is None
    assert after.review == Review()


@pytest.mark.parametrize("state", State)
def test_nothing_else_touches_the_recording(state: State) -> None:
    before = session(state)
    deleting = {
        Event.DISCARD_RECORDING,
        Event.WITHDRAW,
        Event.FINISH,
        Event.GIVE_NOTHING,
        Event.DECLINE,
    }
    for event in allowed_events(before) - deleting:
        assert advanced(before, event).recording == before.recording


@pytest.mark.parametrize(
    ("state", "event", "home"),
    [
        (State.REVIEWING, Event.APPROVE, TakeHome.SOUND_AND_PAPER),
        (State.WRITING, Event.APPROVE, TakeHome.SOUND_AND_PAPER),
        (State.RECORDED, Event.LISTEN, TakeHome.SOUND_ONLY),
    ],
)
def test_what_was_stated_before_is_not_said_of_what_is_approved_now(
    state: State, event: Event, home: TakeHome
) -> None:
    stated = replace(session(state, home), statement=STATEMENT)
    assert advanced(stated, event).statement is None


def test_going_back_takes_the_hand_over_back() -> None:
    handed_over = replace(session(State.HANDED_OVER), review=replace(CHECKED, unheard=True))
    again = advanced(handed_over, Event.REVIEW_AGAIN)
    assert again.hand_overs == ()
    assert not again.review.unheard
    assert again.summary == SUMMARY


def test_what_went_home_is_still_named_where_all_is_spoken_anew() -> None:
    again = advanced(session(State.HANDED_OVER), Event.REVIEW_AGAIN)
    anew = advanced(again, Event.DISCARD_RECORDING)
    assert anew.edition == Edition(2, MOMENT)
    assert advanced(anew, Event.WITHDRAW).edition == Edition()


def test_finishing_needs_a_hand_over_or_the_word_that_nothing_goes_home() -> None:
    approved = replace(session(State.APPROVED), hand_overs=())

    assert Event.FINISH not in allowed_events(approved)
    assert Event.GIVE_NOTHING in allowed_events(approved)
    assert Event.GIVE_NOTHING not in allowed_events(session(State.HANDED_OVER))


def test_who_goes_to_type_finds_what_they_typed_before() -> None:
    kinds = [
        replace(session(State.RECORDED), transcript=None),
        replace(session(State.AGREED, TakeHome.TYPED), transcript=None),
    ]
    for before in kinds:
        assert advanced(before, Event.WRITE).summary == SUMMARY


def test_what_the_computer_typed_never_passes_for_written_by_hand() -> None:
    writing = advanced(session(State.RECORDED), Event.WRITE)

    assert writing.summary is None
    assert Event.APPROVE not in allowed_events(writing)


def test_sound_alone_does_not_lead_back_to_a_text() -> None:
    listened = replace(session(State.LISTENED, TakeHome.SOUND_ONLY), transcript=None)

    assert Event.WRITE_AGAIN not in allowed_events(listened)
    assert Event.LISTEN_AGAIN in allowed_events(listened)


def test_what_waits_remembers_whether_something_went_home() -> None:
    printed = session(State.WAITING)
    not_yet = replace(printed, hand_overs=())

    assert allowed_events(printed) & {Event.FINISH, Event.GIVE_NOTHING} == {Event.FINISH}
    assert allowed_events(not_yet) & {Event.FINISH, Event.GIVE_NOTHING} == {Event.GIVE_NOTHING}


ANEW = replace(
    session(State.TRANSCRIBING),
    recording=Recording((TAKE, Take(2, 48_000, 48_000, "Mic"))),
    insertion=Insertion(0, 1, 2),
)
"""Something was spoken anew, and has not taken its place yet."""


@pytest.mark.parametrize("event", [Event.FINISH_TRANSCRIBING, Event.WRITE])
def test_what_was_spoken_anew_is_never_beside_what_it_replaces(event: Event) -> None:
    with pytest.raises(EventNotAllowedError):
        advanced(ANEW, event)
    joined = replace(ANEW, insertion=None)
    assert advanced(joined, event).state in (State.REVIEWING, State.WRITING)


def test_only_what_is_spoken_anew_is_typed() -> None:
    assert [take.number for take in ANEW.spoken.takes] == [2]
    assert not ANEW.has_nothing_new
    assert [take.number for take in replace(ANEW, insertion=None).spoken.takes] == [1, 2]


def test_while_more_is_found_of_a_text_nobody_speaks_on() -> None:
    waiting = replace(session(State.REVIEWING), review=Review(awaits_more=True))
    assert not allowed_events(waiting) & {Event.SPEAK_ON, Event.SPEAK_AGAIN}


def test_nothing_is_typed_of_what_was_not_spoken() -> None:
    silent = replace(ANEW, state=State.RECORDED, recording=Recording((TAKE,)))
    assert not allowed_events(silent) & {Event.TRANSCRIBE, Event.WRITE}
    assert Event.KEEP_AS_IT_WAS in allowed_events(silent)


def test_who_speaks_more_keeps_text_and_checks() -> None:
    after = advanced(session(State.REVIEWING), Event.SPEAK_ON)
    assert (after.transcript, after.summary) == (TRANSCRIPT, SUMMARY)
    assert after.insertion == Insertion(1, 1, 2)
    assert not after.insertion.replaces
    assert after.has_nothing_new


def test_nothing_anew_after_all_leaves_all_as_it_was() -> None:
    before = session(State.REVIEWING)
    spoken = replace(ANEW, state=State.RECORDED)
    after = advanced(spoken, Event.KEEP_AS_IT_WAS)
    assert after == replace(before, hand_overs=spoken.hand_overs)


# Where the sound served the typing alone.

SPENT = replace(
    session(State.HANDED_OVER, TakeHome.PAPER_ONLY),
    recording=Recording((TAKE,), interpreted=(Stretch(1.0, 2.0),)),
)
GONE = advanced(SPENT, Event.SOUND_GOES)
WRITTEN = replace(SPENT, transcript=None)


@pytest.mark.parametrize("take_home", TakeHome)
def test_only_sound_that_goes_nowhere_goes_at_hand_over(take_home: TakeHome) -> None:
    goes = Event.SOUND_GOES in allowed_events(session(State.HANDED_OVER, take_home))
    assert goes is (take_home in (TakeHome.PAPER_ONLY, TakeHome.OWN_PHONE))


@pytest.mark.parametrize("take_home", TakeHome)
def test_sound_goes_home_where_that_was_agreed_and_there_is_some(take_home: TakeHome) -> None:
    recorded = session(State.APPROVED, take_home)
    agreed = take_home in (TakeHome.SOUND_AND_PAPER, TakeHome.SOUND_ONLY)
    assert recorded.sound_goes_home is agreed
    assert not replace(recorded, recording=Recording()).sound_goes_home


def test_as_long_as_nothing_went_home_the_sound_stays() -> None:
    assert Event.SOUND_GOES not in allowed_events(replace(SPENT, hand_overs=()))
    assert Event.SOUND_GOES not in allowed_events(GONE)  # and it goes once


def test_all_but_the_sound_stays() -> None:
    recording = Recording(interpreted=(Stretch(1.0, 2.0),))  # the sheet names the interpreter
    assert replace(SPENT, recording=recording, sound_went=True) == GONE


def test_without_its_sound_a_text_leads_back_to_typing_alone() -> None:
    assert allowed_events(GONE) == {
        Event.WRITE_AGAIN,
        Event.HAND_OVER,
        Event.FINISH,
        Event.WITHDRAW,
    }
    again = advanced(GONE, Event.WRITE_AGAIN)
    assert allowed_events(again) == {Event.APPROVE, Event.WITHDRAW}
    assert again.summary == SUMMARY


@pytest.mark.parametrize(("before", "unheard"), [(SPENT, True), (WRITTEN, False)])
def test_what_the_computer_typed_is_then_not_checked_by_ear(
    before: Session, *, unheard: bool
) -> None:
    gone = advanced(before, Event.SOUND_GOES)
    assert gone.review == before.review
    again = advanced(advanced(gone, Event.WRITE_AGAIN), Event.APPROVE)
    assert again.review == Review(unheard=unheard)
    assert again.edition.version == 2
    assert Event.HAND_OVER_LATER in allowed_events(again)
