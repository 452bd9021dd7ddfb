"""A topic without text is asked for: when to call always, a next step where headings are used."""

from __future__ import annotations

import pytest

from naklank.core.checks import CheckKind
from naklank.core.missing_topics import are_there, missing_topics
from naklank.core.review import Review
from naklank.core.summary import Summary, written_summary
from naklank.core.topics import Topic
from naklank.core.transcript import Stretch

STEPS = (Topic.WHAT_WE_DO, Topic.NEXT_APPOINTMENT)
CALL = (Topic.WHEN_TO_CALL,)


def summary(*topics: Topic) -> Summary:
    return written_summary(dict.fromkeys(topics, "Tekst."))


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ((), [CALL]),
        (tuple(Topic), []),
        ((Topic.WHEN_TO_CALL, Topic.WHAT_WE_DO), []),
        ((Topic.WHEN_TO_CALL, Topic.NEXT_APPOINTMENT), []),
        ((Topic.WHAT_WE_DO,), [CALL]),
        ((Topic.WHEN_TO_CALL,), [STEPS]),
        ((Topic.WHAT_IS_GOING_ON, Topic.WHAT_YOU_DO), [CALL, STEPS]),
    ],
)
def test_what_is_missing(there: tuple[Topic, ...], missing: list[tuple[Topic, ...]]) -> None:
    checks = missing_topics(summary(*there), 60.0)

    assert [check.topics for check in checks] == missing
    assert all(check.kind is CheckKind.MISSING_TOPIC for check in checks)
    assert all(check.start == check.end == 60.0 for check in checks)


def test_it_is_confirmed_unheard_but_the_sound_must_still_be_heard() -> None:
    review = Review(missing_topics(Summary(), 60.0))
    assert review.is_heard(0)
    confirmed = review.with_confirmed(0)

    assert confirmed.open == ()
    assert not confirmed.is_done
    assert Review(confirmed.checks, confirmed=frozenset({0}), heard_whole=True).is_done


def test_it_is_open_until_it_is_confirmed() -> None:
    review = Review(missing_topics(Summary(), 60.0), heard_whole=True)
    assert not review.is_done
    assert review.with_heard(Stretch(0.0, 60.0)).heard == frozenset()


def test_no_word_of_the_text_is_about_it() -> None:
    (check,) = missing_topics(summary(Topic.WHAT_WE_DO), 60.0)
    assert not summary(Topic.WHAT_WE_DO).words_of(check)
    assert not check.has_words


def test_it_is_known_when_text_came() -> None:
    (check,) = missing_topics(summary(Topic.WHAT_WE_DO), 60.0)
    assert not are_there(check, summary(Topic.WHAT_WE_DO))
    assert are_there(check, summary(Topic.WHAT_WE_DO, Topic.WHEN_TO_CALL))
