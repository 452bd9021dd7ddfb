from __future__ import annotations

import pytest

from naklank.core.checks import Check, CheckKind
from naklank.core.recording import Cause, Gap, Recording, Take
from naklank.core.review import Review, gap_checks
from naklank.core.transcript import Stretch

CHECKS = (
    Check(CheckKind.NEGATION, "niet", 1.0, 1.4),
    Check(CheckKind.DOSE, "10 milligram", 3.0, 4.2),
    Check(CheckKind.UNCOVERED, "", 6.0, 8.0),
)


def test_heard_is_what_was_played_whole() -> None:
    review = Review(CHECKS).with_heard(Stretch(0.7, 1.7)).with_heard(Stretch(3.1, 9.0))

    assert review.heard == {0, 2}


def test_nothing_is_confirmed_unheard() -> None:
    with pytest.raises(ValueError, match="not heard"):
        Review(CHECKS).with_confirmed(1)


def test_done_when_the_last_one_is_confirmed() -> None:
    review = Review(CHECKS).with_heard(Stretch(0.0, 10.0))
    assert review.open == (0, 1, 2)

    for at in (2, 0):
        review = review.with_confirmed(at)
        assert not review.is_done
    assert review.open == (1,)
    assert review.with_confirmed(1).is_done


def test_hearing_the_whole_confirms_no_check() -> None:
    assert not Review(CHECKS, frozenset({0, 1, 2}), heard_whole=True).is_done
    assert Review(heard_whole=True).is_done
    assert not Review().is_done


def test_without_any_output_it_is_done_and_known_to_be_unheard() -> None:
    assert Review(CHECKS, unheard=True).is_done


def test_places_where_sound_is_missing_must_be_heard() -> None:
    first = Take(1, 100, 1000, "Mic", 0, (Gap(4.0, 0.0, Cause.OVERFLOW),))
    second = Take(2, 50, 1000, "Other", 0, (Gap(0.0, 2.5, Cause.MICROPHONE),))
    third = Take(
        3, 100, 2000, "Other", 0, (Gap(1.0, 3.0, Cause.DAMAGED), Gap(19.9, 0.5, Cause.DAMAGED))
    )
    checks = gap_checks(Recording((first, second, third)))
    assert {check.kind for check in checks} == {CheckKind.GAP}
    assert [(check.start, check.end) for check in checks] == [
        (2.5, 5.5),
        (8.5, 11.5),
        (29.5, 35.5),
        pytest.approx((48.4, 50.0)),
    ]


def test_places_that_lie_close_together_are_heard_at_once() -> None:
    gaps = (Gap(0.0, 0.0, Cause.OVERFLOW), Gap(2.0, 0.0, Cause.OVERFLOW))
    (check,) = gap_checks(Recording((Take(1, 100, 1000, "Mic", 2, gaps),)))
    assert (check.start, check.end) == (0.0, 3.5)
    assert gap_checks(Recording((Take(1, 100, 1000, "Mic"),))) == ()
