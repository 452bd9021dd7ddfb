"""Checks that are found behind the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.core.checks import Check, CheckKind
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.review import Review
from naklank.core.session import Event, State
from naklank.core.settings import CheckingWay
from naklank.core.transcript import Doubt
from naklank.workflow.late_checks import LateChecks
from support.desk import PATIENCE, spoken

if TYPE_CHECKING:
    from support.desk import Table

TEXT = "Dag mevrouw. Neem 16 tabletten."
LATE = Check(CheckKind.DIFFERS, "mevrouw", 0.2, 0.35, "mevrouw niet")
DOUBTED = replace(spoken(TEXT), doubts=(Doubt(0.2, 0.35, "mevrouw", "mevrouw niet"),))


def late_checks(table: Table) -> LateChecks:
    return table.desk.typing.late_checks


def await_more(table: Table) -> None:
    """A text is reviewed, and its doubts have not come."""
    table.typist.transcript = spoken(TEXT)
    table.review()
    table.bot.waitUntil(lambda: not table.desk.session.review.awaits_more, timeout=PATIENCE)
    review = table.desk.session.review
    table.desk.controller.update(review=replace(review, awaits_more=True))


def test_the_text_is_reviewed_and_then_its_doubts_become_checks(table: Table) -> None:
    table.typist.transcript = spoken(TEXT)
    table.typist.doubts = DOUBTED.doubts
    table.review()
    table.bot.waitUntil(lambda: not table.desk.session.review.awaits_more, timeout=PATIENCE)
    checks = table.desk.session.review.checks
    assert checks[-1] == LATE  # behind the others, though it sounds before them
    assert checks[0].kind is CheckKind.DOSE
    assert table.desk.session.transcript == DOUBTED
    assert table.desk.listening.current == 0


def test_late_doubts_side_by_side_are_one_check(table: Table) -> None:
    await_more(table)
    text = table.desk.session.transcript
    assert text is not None
    dag, mevrouw = text.words[:2]
    doubts = (
        Doubt(dag.start, dag.end, "Dag", "Dag niet"),
        Doubt(mevrouw.start, mevrouw.end, "mevrouw", "niet"),
    )
    late_checks(table).take(replace(text, doubts=doubts))
    (late,) = table.desk.session.review.checks[1:]
    assert (late.text, late.suggestion) == ("Dag mevrouw", "Dag niet niet")
    assert len(late.places) == 2


def test_nothing_is_approved_before_they_came(table: Table) -> None:
    await_more(table)
    table.confirm_each()
    assert Event.APPROVE not in table.desk.controller.allowed
    late_checks(table).take(DOUBTED)
    assert table.desk.session.review.open == (1,)
    table.bot.waitUntil(lambda: table.desk.listening.current == 1, timeout=PATIENCE)
    table.confirm_all()
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)


def test_a_check_that_comes_when_all_was_confirmed_plays_itself(table: Table) -> None:
    await_more(table)
    table.confirm_each()
    table.bot.waitUntil(lambda: not table.desk.listening.is_playing, timeout=PATIENCE)
    late_checks(table).take(DOUBTED)
    assert table.desk.listening.current == 1
    table.wait_until_heard(1)


def test_an_engine_that_dies_behind_the_text_leaves_the_checks_as_they_are(table: Table) -> None:
    await_more(table)
    table.desk.typing._on_failed(
        table.desk.typing._listener,  # type: ignore[arg-type]
        NaklankError(ErrorCode.ENGINE_DIED),
    )
    assert table.failures == []
    assert table.is_in(State.REVIEWING)
    assert not table.desk.session.review.awaits_more
    assert [check.kind for check in table.desk.session.review.checks] == [CheckKind.DOSE]


def test_without_its_doubts_all_is_heard_where_the_practice_hears_the_checks_alone(
    table: Table,
) -> None:
    desk = table.desk
    checking = replace(desk.settings.checking, way=CheckingWay.CHECKS)
    desk.save_settings(replace(desk.settings, checking=checking))
    await_more(table)
    table.confirm_each()
    table.bot.waitUntil(lambda: not desk.listening.is_playing, timeout=PATIENCE)
    listener = desk.typing._listener
    assert listener is not None
    listener.on_failed(NaklankError(ErrorCode.ENGINE_DIED))
    table.bot.waitUntil(lambda: not desk.session.review.awaits_more, timeout=PATIENCE)
    assert desk.session.review.open == ()
    assert Event.APPROVE not in desk.controller.allowed
    desk.listening.listen_along()
    table.bot.waitUntil(lambda: desk.session.review.heard_whole, timeout=PATIENCE)
    desk.listening.approve()
    assert table.is_in(State.APPROVED)


def test_doubts_never_reach_another_session(table: Table) -> None:
    await_more(table)
    earlier = table.desk.typing._listener
    assert earlier is not None
    table.desk.controller.update(review=replace(table.desk.session.review, unheard=True))
    table.desk.listening.approve()
    table.desk.hand_over_later()
    (kept,) = table.kept(1)
    table.desk.take_up(replace(kept, state=State.REVIEWING))
    table.desk.typing._on_doubted(earlier, DOUBTED)
    assert LATE not in table.desk.session.review.checks
    assert table.desk.session.transcript == kept.transcript


def test_doubts_that_come_behind_the_approval_are_checked_when_it_is_reopened(
    table: Table,
) -> None:
    await_more(table)
    table.desk.controller.update(review=replace(table.desk.session.review, unheard=True))
    table.desk.listening.approve()
    assert table.is_in(State.APPROVED)
    late_checks(table).take(DOUBTED)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    assert LATE in table.desk.session.review.checks
    assert not table.desk.session.review.awaits_more


def test_an_engine_that_dies_behind_the_approval_changes_nothing(table: Table) -> None:
    await_more(table)
    table.desk.controller.update(review=replace(table.desk.session.review, unheard=True))
    table.desk.listening.approve()
    table.desk.typing._on_failed(
        table.desk.typing._listener,  # type: ignore[arg-type]
        NaklankError(ErrorCode.ENGINE_DIED),
    )
    assert table.is_in(State.APPROVED)
    table.desk.controller.apply(Event.REVIEW_AGAIN)
    assert not table.desk.session.review.awaits_more


def test_doubts_of_a_deleted_recording_change_nothing(table: Table) -> None:
    await_more(table)
    table.desk.discard_recording()
    late_checks(table).take(DOUBTED)
    assert table.is_in(State.AGREED)
    assert table.desk.session.review == Review()
    assert table.desk.session.transcript is None


def test_while_somebody_types_none_plays_by_itself(table: Table) -> None:
    await_more(table)
    table.confirm_each()
    listening = table.desk.listening
    table.bot.waitUntil(lambda: not listening.is_playing, timeout=PATIENCE)
    listening.hold(True)
    late_checks(table).take(DOUBTED)
    assert listening.current == 1
    was_quiet = not listening.is_playing
    listening.hold(False)
    table.wait_until_heard(1)
    assert was_quiet


def test_what_was_not_held_back_does_not_begin_behind_the_typing(table: Table) -> None:
    await_more(table)
    listening = table.desk.listening
    listening.hold(True)
    listening.stop()
    table.bot.waitUntil(lambda: not listening.is_playing, timeout=PATIENCE)
    listening.hold(False)
    assert not listening.is_playing
