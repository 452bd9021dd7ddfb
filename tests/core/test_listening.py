"""What is played next when one listens along, and where it stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.listening import Leg, leg_from, next_leg, place_after_change
from naklank.core.review import Review
from naklank.core.transcript import Stretch

NOT = Check(CheckKind.NEGATION, "niet", 1.0, 1.4)
DOSE = Check(CheckKind.DOSE, "10 milligram", 3.0, 4.2)
LATE = Check(CheckKind.WEEKDAY, "maandag", 8.0, 8.8)
REVIEW = Review((NOT, DOSE, LATE), needs_whole=True)
SECONDS = 9.0


def heard(review: Review, end: float, start: float = 0.0) -> Review:
    return review.with_heard(Stretch(start, end), SECONDS)


def close(leg: Leg | None, start: float, end: float, check: int | None) -> None:
    assert leg is not None
    assert leg.check == check
    assert leg.stretch.start == pytest.approx(start)
    assert leg.stretch.end == pytest.approx(end)


def test_it_stops_a_little_behind_the_next_open_check() -> None:
    close(leg_from(0.0, REVIEW, SECONDS), 0.0, 1.7, 0)
    close(leg_from(1.7, REVIEW, SECONDS), 1.7, 4.5, 1)
    close(leg_from(0.0, replace(REVIEW, confirmed=frozenset({0})), SECONDS), 0.0, 4.5, 1)


def test_the_last_stop_is_the_end_of_the_recording() -> None:
    close(leg_from(4.5, REVIEW, SECONDS), 4.5, 9.0, 2)
    close(leg_from(0.0, Review(), SECONDS), 0.0, 9.0, None)


def test_a_check_that_was_begun_is_heard_from_its_beginning() -> None:
    close(leg_from(3.5, REVIEW, SECONDS), 2.7, 4.5, 1)


def test_from_check_to_check_all_is_heard() -> None:
    review = REVIEW
    done = None
    stops = []
    while (leg := next_leg(review, SECONDS, done)) is not None:
        review = review.with_heard(leg.stretch, SECONDS)
        stops.append(leg.check)
        if leg.check is not None:
            review = review.with_confirmed(leg.check)
        done = leg.check
    assert stops == [0, 1, 2]
    assert review.is_done


def test_behind_the_last_check_the_rest_is_played() -> None:
    review = replace(heard(REVIEW, 4.5), checks=(NOT, DOSE)).with_confirmed(0).with_confirmed(1)
    close(next_leg(review, SECONDS, 1), 4.5, 9.0, None)
    assert next_leg(heard(review, 9.0), SECONDS, None) is None


def test_a_check_heard_with_the_one_before_is_played_by_itself() -> None:
    side = Check(CheckKind.SIDE, "links", 1.4, 1.6)
    review = heard(Review((NOT, side, LATE), needs_whole=True), 1.7)
    assert review.heard == {0, 1}
    close(next_leg(review.with_confirmed(0), SECONDS, 0), 1.1, 1.9, 1)


def test_what_was_skipped_comes_back_at_the_end() -> None:
    review = heard(REVIEW, 9.0, start=4.5).with_confirmed(2)
    close(next_leg(review, SECONDS, 2), 0.0, 1.7, 0)
    review = heard(REVIEW, 9.0).with_confirmed(1).with_confirmed(2)
    close(next_leg(review, SECONDS, 2), 0.7, 1.7, 0)


def test_a_check_opened_again_is_played_alone_when_all_was_heard() -> None:
    review = heard(REVIEW, 9.0)
    for at in (0, 1, 2):
        review = review.with_confirmed(at)
    close(next_leg(replace(review, confirmed=frozenset({0, 2})), SECONDS, None), 2.7, 4.5, 1)


def test_the_check_at_hand_is_found_again_after_a_change() -> None:
    assert place_after_change(DOSE, Review((DOSE, LATE))) == 0
    other = Check(CheckKind.DOSE, "20 milligram", 3.1, 4.2)
    assert place_after_change(DOSE, Review((NOT, other, LATE))) == 1
    confirmed = Review((NOT, other, LATE), confirmed=frozenset({1}))
    assert place_after_change(DOSE, confirmed) == 0
    assert place_after_change(DOSE, Review()) is None
