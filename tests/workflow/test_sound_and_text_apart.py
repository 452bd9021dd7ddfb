"""Text that says something else than the sound is asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.session import State
from support.spoken_again import words

if TYPE_CHECKING:
    from naklank.workflow.questioning import Doubtful
    from support.desk import Table


@pytest.fixture
def asked(checked: Table) -> list[Doubtful]:
    found: list[Doubtful] = []
    checked.desk.questioning.asked.connect(found.append)
    return found


def test_another_dose_is_asked_about_and_waits(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    (doubtful,) = asked
    assert (doubtful.said, doubtful.typed) == ("500", "250")
    assert words(checked)[at] == "500"
    checked.desk.questioning.misheard(doubtful)
    assert words(checked)[at] == "250"
    assert checked.desk.session.review.open


def test_of_the_same_place_it_is_asked_once(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.misheard(asked[0])
    checked.desk.questioning.correct(at, at + 1, "125")
    assert len(asked) == 1
    assert words(checked)[at] == "125"


def test_a_word_without_risk_is_corrected_at_once(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("griep.")
    checked.desk.questioning.correct(at, at + 1, "verkoudheid.")
    assert not asked
    assert words(checked)[at] == "verkoudheid."


def test_paper_alone_may_say_something_else(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.give_paper_only(asked[0])
    assert words(checked)[at] == "250"
    assert not checked.desk.session.agreement.take_home.has_sound
    checked.desk.questioning.correct(at, at + 1, "100")
    assert len(asked) == 1


def test_who_takes_it_back_gives_the_sound_again(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.give_paper_only(asked[0])
    checked.desk.editing.undo()
    assert words(checked)[at] == "500"
    assert checked.desk.session.agreement.take_home.has_sound
    checked.desk.editing.redo()
    assert not checked.desk.session.agreement.take_home.has_sound


def test_in_another_recording_it_is_asked_again(checked: Table, asked: list[Doubtful]) -> None:
    at = words(checked).index("500")
    checked.desk.questioning.correct(at, at + 1, "250")
    checked.desk.questioning.misheard(asked[0])
    checked.desk.discard_recording()
    checked.record()
    checked.wait_for(State.REVIEWING)
    checked.desk.questioning.correct(at, at + 1, "250")
    assert len(asked) == 2


def test_where_no_sound_goes_home_nothing_is_asked(checked: Table, asked: list[Doubtful]) -> None:
    agreement = replace(checked.desk.session.agreement, take_home=TakeHome.PAPER_ONLY)
    checked.desk.controller.update(agreement=agreement)
    at = words(checked).index("geen")
    checked.desk.questioning.correct(at, at + 1, "een")
    assert not asked
    assert words(checked)[at] == "een"


@pytest.mark.parametrize(
    ("text", "said", "typed"),
    [
        ("Neem 250 milligram.", "500", "250"),
        ("Neem milligram.", "500", ""),
        ("Neem niet 500 milligram.", "", "niet"),
        ("Neem 500 500 milligram.", "", "500"),
        ("", "Neem 500 milligram.", ""),
    ],
)
def test_what_differs_is_told(
    checked: Table, asked: list[Doubtful], text: str, said: str, typed: str
) -> None:
    at = words(checked).index("Neem")
    checked.desk.questioning.correct(at, at + 3, text)
    assert [(one.said, one.typed) for one in asked] == [(said, typed)]
