"""A stick on the last step: found, copied to, and called ready only when it is."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode
from naklank.core.session import State, Way
from naklank.core.sticks import Stick
from naklank.workflow import stick_flow
from support.stage import approved, listened, writing

if TYPE_CHECKING:
    from support.stage import Stage

ONE = Stick("KINGSTON (E:)", Path("E:/"), "1", 10**9)
OTHER = Stick("VERBATIM (F:)", Path("F:/"), "2", 10**9)


def plug(stage: Stage, *sticks: Stick) -> None:
    stage.table.sticks.sticks[:] = sticks
    flow = stage.table.desk.sticks
    flow._looking._begin()  # not in two seconds
    stage.wait(lambda: flow.sticks == sticks)


def test_a_stick_is_found_copied_to_by_its_key_and_then_ready(stage: Stage) -> None:
    approved(stage)
    card = stage.window.hand_over.stick
    assert card.status.text() == "Steek een stick in om het geluid en het blad mee te geven."
    height = card.height()
    plug(stage, ONE)
    assert card.status.text() == "KINGSTON (E:)"
    stage.press(Qt.Key.Key_S)
    stage.wait_for(State.HANDED_OVER)

    assert card.status.text() == "De stick is klaar. U kunt hem eruit halen."
    assert [one.way for one in stage.table.desk.session.hand_overs] == [Way.STICK]
    assert len(stage.table.sticks.written["1"]) == 3
    stage.wait(lambda: not card.copy.isVisible())  # it was let go
    assert card.status.text() == "De stick is klaar. U kunt hem eruit halen."
    assert card.height() == height


@pytest.mark.parametrize(
    ("home", "what"),
    [
        (TakeHome.SOUND_AND_PAPER, "het geluid en het blad"),
        (TakeHome.PAPER_ONLY, "het blad"),
        (TakeHome.TYPED, "het blad"),
        (TakeHome.SOUND_ONLY, "het geluid"),
    ],
)
def test_it_says_what_goes_along(home: TakeHome, what: str, stage: Stage) -> None:
    stage.choose(home)
    if home is TakeHome.SOUND_ONLY:
        listened(stage)
    elif home is TakeHome.TYPED:
        writing(stage)
        stage.type("U heeft geen griep.")
        stage.wait(stage.main.isEnabled)
        stage.enter()
        stage.wait_for(State.APPROVED)
    else:
        approved(stage)
    said = stage.window.hand_over.stick.status.text()
    assert said == f"Steek een stick in om {what} mee te geven."


def test_a_stick_that_is_not_let_go_is_written_but_not_called_ready(stage: Stage) -> None:
    approved(stage)
    stage.table.sticks.holds_on = True
    plug(stage, ONE)
    card = stage.window.hand_over.stick
    card.copy.click()
    stage.wait_for(State.HANDED_OVER)

    assert "Kies “veilig verwijderen”" in card.status.text()
    assert "klaar" not in card.status.text()


def test_a_stick_that_fails_is_no_hand_over(stage: Stage) -> None:
    approved(stage)
    stage.table.sticks.fails = ErrorCode.STICK_GONE
    plug(stage, ONE)
    card = stage.window.hand_over.stick
    card.copy.click()
    assert card.status.text() == "Kopiëren en nakijken… Laat de stick zitten."
    stage.wait(lambda: bool(stage.table.failures))

    assert stage.table.failures == [ErrorCode.STICK_GONE]
    assert stage.is_in(State.APPROVED)
    assert card.status.text() == "KINGSTON (E:)"
    assert card.copy.isEnabled()


def test_each_of_several_has_its_own_line(stage: Stage) -> None:
    approved(stage)
    plug(stage, ONE, OTHER)
    card = stage.window.hand_over.stick
    assert not card.copy.isVisible()
    (_, _), (button, _) = card._rows
    assert button.accessibleName() == "Kopiëren naar de stick VERBATIM (F:)"
    button.click()
    stage.wait_for(State.HANDED_OVER)
    assert list(stage.table.sticks.written) == ["2"]


def test_nothing_is_looked_for_once_the_session_is_closed(stage: Stage) -> None:
    approved(stage)
    plug(stage, ONE)
    stage.table.desk.handing_over.give_nothing()
    assert stage.is_in(State.AGREEING)
    assert not stage.table.desk.sticks._looking._is_wanted


def test_how_long_it_still_takes_is_told_in_the_same_room(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter((100.0, 108.0))
    monkeypatch.setattr(stick_flow, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    approved(stage)
    plug(stage, ONE)
    card, flow = stage.window.hand_over.stick, stage.table.desk.sticks
    height = card.height()
    stage.table.sticks.free.clear()
    card.copy.click()
    assert card.status.text() == "Kopiëren en nakijken… Laat de stick zitten."
    stage.wait(lambda: flow.seconds_left is not None)
    assert flow.seconds_left == pytest.approx(10.0, abs=0.1)  # 40 % took 8 s, half is left
    assert card.status.text().endswith("Nog ongeveer 10 seconden.")
    assert card.height() == height
    stage.table.sticks.free.set()
    stage.wait_for(State.HANDED_OVER)
    assert card.status.text() == "De stick is klaar. U kunt hem eruit halen."
