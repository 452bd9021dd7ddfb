"""A yes is taken back in any state: everything goes, and what left the room is asked back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.recording import Recording, Take
from naklank.core.session import HandOver, State, Way
from naklank.ui.questions import overtaken_text, take_back
from naklank.workflow.on_its_way import Arrival
from naklank.workflow.recording_flow import Microphone
from support.gate import Gate
from support.stage import WAYS, Stage, approved, handed_over


@pytest.mark.parametrize("name", [name for name in WAYS if name != "agreeing"])
def test_one_action_asked_once_and_nothing_is_left(stage: Stage, name: str) -> None:
    WAYS[name](stage)
    window, identity = stage.window, stage.table.desk.session.identity
    stage.click(window.steps.withdraw)
    assert stage.table.desk.session.identity == identity
    stage.click(window.confirm.delete)
    stage.wait_for(State.AGREEING)
    assert stage.table.desk.session.identity != identity
    assert stage.table.desk.recording.microphone is Microphone.CLOSED
    assert stage.table.card.streams == 0
    assert stage.table.kept_files() == []
    assert stage.table.desk.session.agreement.participants[0].agrees is None
    assert "van deze samenvatting staat niets meer in Naklank" in window.messages.text


def test_what_was_printed_is_asked_back_before_and_after(stage: Stage) -> None:
    handed_over(stage)
    stage.click(stage.window.steps.withdraw)
    assert "Neem het blad terug." in stage.window.confirm.text.text()
    stage.click(stage.window.confirm.delete)
    assert "Neem het blad terug." in stage.window.messages.text


def test_what_is_not_withdrawn_stays(stage: Stage) -> None:
    handed_over(stage)
    stage.click(stage.window.steps.withdraw)
    stage.click(stage.window.confirm.keep)
    assert stage.is_in(State.HANDED_OVER)
    stage.table.desk.handing_over.finish()
    assert "terug" not in stage.window.messages.text


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ([], []),
        ([Way.PRINT], ["Neem het blad terug."]),
        ([Way.STICK], ["Neem de stick terug."]),
        ([Way.PRINT, Way.STICK], ["Neem blad en stick terug."]),
        ([Way.FOLDER], ["Wis de map die is opgeslagen."]),
        ([Way.PLAY], ["Vraag de patiënt te wissen wat op de telefoon staat."]),
        ([Way.QR], ["Vraag de patiënt te wissen wat op de telefoon staat."]),
    ],
)
def test_each_way_out_is_named(stage: Stage, ways: list[Way], said: list[str]) -> None:
    session = stage.table.desk.session
    moment = session.started
    gone = replace(session, hand_overs=tuple(HandOver(way, moment) for way in ways))
    assert [say() for say in take_back(gone)] == said


@pytest.mark.parametrize("way", [way for way in Way if way is not Way.OWN_COPY])
def test_nothing_that_went_home_is_forgotten(stage: Stage, way: Way) -> None:
    session = stage.table.desk.session
    assert list(take_back(replace(session, hand_overs=(HandOver(way, session.started),))))


def test_the_patients_own_recording_is_named(stage: Stage) -> None:
    session = stage.table.desk.session
    own = replace(
        session,
        agreement=replace(session.agreement, take_home=TakeHome.OWN_PHONE),
        recording=Recording((Take(1, 48_000, 48_000, "Mic"),)),
    )
    (say,) = take_back(own)
    assert say() == "Vraag de patiënt te wissen wat op de telefoon staat."


@pytest.mark.parametrize(
    ("way", "arrival", "said"),
    [
        (Way.FOLDER, Arrival(stays=False), "Wat nog werd opgeslagen, is weer gewist."),
        (Way.FOLDER, Arrival(Path("portaal/x")), "Wis de map “x” die is opgeslagen."),
        (Way.OWN_COPY, Arrival(Path("kopie/x")), "Wis de map “x” die is opgeslagen."),
        (Way.STICK, Arrival(Path("E:/x")), "Neem de stick terug."),
        (Way.PRINT, Arrival(), "Er ging nog een blad naar de printer. Neem het terug."),
        (Way.PRINT, Arrival(stays=False), "Het blad is niet meer geprint."),
    ],
)
def test_what_was_on_its_way_is_told_by_its_way(way: Way, arrival: Arrival, said: str) -> None:
    assert overtaken_text(way, arrival) == said


@pytest.mark.parametrize("goes", ["back", "withdrawn"])
def test_what_is_taken_back_on_its_way_is_removed_and_told(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, goes: str
) -> None:
    gate, publisher = Gate(), type(stage.table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "save", gate.behind(publisher.save))
    approved(stage)
    stage.table.desk.handing_over.save(tmp_path)
    stage.wait(gate.reached.is_set)
    if goes == "back":
        stage.click(stage.window.hand_over.back)
        assert stage.is_in(State.REVIEWING)
    else:
        stage.click(stage.window.steps.withdraw)
        stage.click(stage.window.confirm.delete)
    gate.open()
    stage.wait(lambda: "weer gewist" in stage.window.messages.text)
    is_gone = "van deze samenvatting staat niets meer in Naklank" in stage.window.messages.text
    assert is_gone == (goes == "withdrawn")
    assert list(tmp_path.glob("samenvatting*")) == []


def test_what_is_told_of_the_one_before_goes_and_what_must_be_done_stays(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, publisher = Gate(), type(stage.table.desk.equipment.publisher)
    monkeypatch.setattr(publisher, "save", gate.behind(publisher.save))
    monkeypatch.setattr(publisher, "remove", lambda *_: False)  # somebody holds a file of it
    approved(stage)
    stage.table.desk.handing_over.save(tmp_path)
    stage.wait(gate.reached.is_set)
    stage.click(stage.window.steps.withdraw)
    stage.click(stage.window.confirm.delete)
    gate.open()
    bar = stage.window.messages
    stage.wait(lambda: "Wis de map" in bar.text)
    assert "staat niets meer in Naklank" in bar.text
    agreement = stage.table.desk.session.agreement
    stage.table.desk.agree(replace(agreement, take_home=TakeHome.PAPER_ONLY))
    assert "staat niets meer in Naklank" not in bar.text
    assert "Wis de map" in bar.text
