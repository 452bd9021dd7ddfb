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


def test_what_was_heard_piece_by_piece_is_heard() -> None:
    review = Review(CHECKS).with_heard(Stretch(2.9, 3.5), 9.0).with_heard(Stretch(3.6, 4.3), 9.0)
    assert review.heard == set()
    assert review.sounded == (Stretch(2.9, 3.5), Stretch(3.6, 4.3))

    review = review.with_heard(Stretch(3.4, 3.6), 9.0)
    assert review.heard == {1}
    assert review.sounded == (Stretch(2.9, 4.3),)
    assert not review.heard_whole


def test_the_whole_is_heard_when_no_piece_is_missing() -> None:
    review = Review()
    for piece in (Stretch(5.0, 9.0), Stretch(0.0, 2.0), Stretch(2.1, 5.0)):
        review = review.with_heard(piece, 9.0)
        assert not review.heard_whole
    assert review.unheard_from(9.0) == 2.0

    review = review.with_heard(Stretch(2.0, 2.1), 9.0)
    assert review.heard_whole
    assert review.unheard_from(9.0) is None


def test_what_ends_a_moment_behind_the_recording_is_heard_with_its_end() -> None:
    late = Check(CheckKind.NEGATION, "geen", 8.5, 9.001)
    assert Review((late,)).with_heard(Stretch(8.0, 9.0), 9.0).heard == {0}
    assert Review((late,)).with_heard(Stretch(8.0, 8.9), 9.0).heard == set()


def test_who_listens_along_hears_all_and_confirms_each() -> None:
    review = Review(CHECKS, needs_whole=True).with_heard(Stretch(0.0, 8.5), 9.0)
    for at in (0, 1, 2):
        review = review.with_confirmed(at)
    assert not review.is_done
    assert review.with_heard(Stretch(8.5, 9.0), 9.0).is_done
    assert not Review(CHECKS, needs_whole=True).with_heard(Stretch(0.0, 9.0), 9.0).is_done


def test_without_any_output_it_is_done_and_known_to_be_unheard() -> None:
    assert Review(CHECKS, unheard=True).is_done


def test_what_was_heard_and_confirmed_holds_for_the_very_same_checks_alone() -> None:
    review = Review(CHECKS, frozenset({0, 1, 2}), frozenset({1, 2}), heard_whole=True)
    other = Check(CheckKind.DOSE, "20 milligram", 3.0, 4.2)
    after = review.with_checks((other, CHECKS[2], CHECKS[0]))

    assert after.checks == (other, CHECKS[2], CHECKS[0])
    assert after.heard == {1, 2}
    assert after.confirmed == {1}
    assert after.heard_whole
    assert after.opened_since(review) == (0,)


def test_back_at_earlier_checks_no_yes_is_asked_twice() -> None:
    then = Review(CHECKS, frozenset({0, 1}), frozenset({1}))
    other = Check(CheckKind.DOSE, "20 milligram", 3.0, 4.2)
    since = then.with_checks((CHECKS[0], other, CHECKS[2])).with_heard(Stretch(5.0, 9.0))
    back = since.with_confirmed(0).with_confirmed(2).back_at(then)

    heard = (Stretch(5.0, 9.0),)
    assert back == Review(CHECKS, frozenset({0, 1, 2}), frozenset({0, 1, 2}), sounded=heard)


def test_back_at_earlier_checks_what_an_edit_made_of_a_doubt_is_gone_and_late_ones_stay() -> None:
    doubt = Check(CheckKind.DIFFERS, "avontie bluudruk", 1.0, 2.8)
    edited = Check(CheckKind.DIFFERS, "avond bluudruk", 1.0, 2.8)
    late = Check(CheckKind.DIFFERS, "rok", 5.0, 5.8)
    gap = Check(CheckKind.GAP, "", 4.0, 7.0)
    then = Review((doubt, gap))
    since = then.with_checks((edited, gap)).with_more((late,))
    assert since.back_at(then).checks == (doubt, gap, late)


def test_a_check_that_changed_is_not_heard_by_what_sounded_before() -> None:
    heard = Review(CHECKS).with_heard(Stretch(0.0, 9.0), 9.0)
    other = Check(CheckKind.DOSE, "100 milligram", CHECKS[1].start, CHECKS[1].end)
    changed = heard.with_checks((CHECKS[0], other, CHECKS[2])).with_heard(Stretch(0.0, 0.1), 9.0)
    assert changed.heard == {0, 2}
    assert 1 in changed.with_heard(Stretch(other.start, other.end), 9.0).heard


def test_what_sounded_of_other_words_since_then_is_not_heard_of_those_that_are_back() -> None:
    then = Review(CHECKS)
    other = Check(CheckKind.DOSE, "20 milligram", CHECKS[1].start, CHECKS[1].end)
    since = then.with_checks((CHECKS[0], other, CHECKS[2])).with_heard(Stretch(0.0, 9.0), 9.0)
    back = since.back_at(then).with_heard(Stretch(0.0, 0.1), 9.0)
    assert back.checks == CHECKS
    assert not back.is_heard(1)
    assert back.is_heard(0)
    assert back.is_heard(2)


def test_a_word_put_in_where_no_silence_is_must_be_heard_too() -> None:
    heard = Review().with_heard(Stretch(0.0, 9.0), 9.0)
    put_in = Check(CheckKind.NEGATION, "niet", 3.0, 3.0)
    changed = heard.with_checks((put_in,)).with_heard(Stretch(0.0, 0.1), 9.0)
    assert not changed.is_heard(0)
    assert changed.with_heard(Stretch(2.7, 3.3), 9.0).is_heard(0)


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
