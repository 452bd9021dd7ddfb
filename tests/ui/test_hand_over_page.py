"""Step 4: which ways are there, and what each tells."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from naklank.core.errors import ErrorCode
from naklank.core.ports.hand_over import QueueState
from naklank.core.seals import Standing
from naklank.core.session import Event, State, Way
from naklank.core.sheet_making import Contacts
from naklank.ui.parts.key_button import KeyButton
from naklank.ui.parts.way_parts import Status, WayCard
from naklank.workflow import queue_watch
from support.closed_ways import closed_ways
from support.stage import Stage, approved, everything_said, handed_over

Key = Qt.Key


def test_without_any_way_allowed_none_is_shown(stage: Stage) -> None:
    stage.set(ways=closed_ways(), teach_back=False)
    approved(stage)
    cards = stage.window.hand_over.findChildren(WayCard)
    assert cards
    assert not [card for card in cards if card.isVisible()]
    for key in (Key.Key_P, Key.Key_G, Key.Key_T, Key.Key_M, Key.Key_W, Key.Key_D, Key.Key_Q):
        stage.press(key)
    assert not stage.table.printer.printed
    assert stage.is_in(State.APPROVED)


def test_a_name_that_is_typed_is_printed_and_goes_with_the_session(stage: Stage) -> None:
    approved(stage)
    stage.window.hand_over.paper.patient.setFocus()
    stage.type("mevrouw  De Boer")
    stage.press(Key.Key_Tab)
    desk = stage.table.desk
    assert desk.session.patient == "mevrouw De Boer"
    assert "Voor: mevrouw De Boer" in desk.handing_over.sheet().lines()
    desk.handing_over.print_sheet(large_print=False)
    stage.wait_for(State.HANDED_OVER)
    desk.handing_over.finish()
    assert desk.session.patient == ""
    assert stage.window.hand_over.paper.patient.text() == ""


def test_a_name_whose_field_still_has_the_focus_goes_back_and_states_nothing(stage: Stage) -> None:
    approved(stage)
    desk, page = stage.table.desk, stage.window.hand_over
    page.paper.patient.setFocus()
    stage.type("mevrouw De Boer")
    assert desk.session.patient == ""
    page.back.click()  # by its key or a screen reader: the focus does not move first
    stage.wait_for(State.REVIEWING)
    stage.wait(lambda: desk.session.patient)
    desk.tasks.close()
    stage.settle()
    assert desk.session.patient == "mevrouw De Boer"
    assert desk.session.statement is None


def test_a_sheet_without_the_practices_numbers_says_so_until_they_are_set(stage: Stage) -> None:
    approved(stage)
    page = stage.window.hand_over
    stage.wait(lambda: page.sheet.page_count)
    assert page.numbers.isVisible()
    assert "Instellingen, Telefoonnummers" in page.numbers.text()
    before = page.sheet.pdf
    stage.set(contacts=Contacts(day="038 123 45 67"))
    assert not page.numbers.isVisible()
    stage.wait(lambda: page.sheet.page_count and page.sheet.pdf != before)
    assert "038 123 45 67" in " ".join(
        one.accessibleDescription() for one in page.sheet.findChildren(QWidget)
    )


def test_letters_in_a_field_are_no_keys_of_the_page(stage: Stage) -> None:
    approved(stage)
    stage.window.hand_over.paper.patient.setFocus()
    stage.type("pgtm")
    assert stage.window.hand_over.paper.patient.text() == "pgtm"
    assert not stage.table.printer.printed


def test_a_sheet_can_take_the_place_of_an_older_one(stage: Stage) -> None:
    approved(stage)
    stage.table.desk.handing_over.replace_sheet(" 7f3a-91c2 ")
    sheet = stage.table.desk.handing_over.sheet()
    assert "Dit blad vervangt blad 7F3A-91C2." in sheet.lines()


def test_a_second_version_names_when_the_first_was_handed_over(stage: Stage) -> None:
    handed_over(stage)
    desk = stage.table.desk
    desk.controller.apply(Event.REVIEW_AGAIN)
    desk.listening.approve()
    (line,) = desk.handing_over.sheet().edition
    assert line == (
        "Versie 2. Vervangt het blad dat u kreeg op zaterdag 21 november 2026, 14.32 uur."
    )


def test_going_back_before_anything_went_home_makes_no_version(stage: Stage) -> None:
    approved(stage)
    desk = stage.table.desk
    desk.controller.apply(Event.REVIEW_AGAIN)
    desk.listening.approve()
    assert desk.handing_over.sheet().edition == ()


def test_the_printer_and_the_copies_are_those_that_were_chosen(stage: Stage) -> None:
    stage.table.printer.called = ("Balie", "Kamer 2")
    approved(stage)
    paper = stage.window.hand_over.paper
    stage.wait(lambda: paper.printer.count() == 2)
    assert paper.printer.currentText() == "Balie"
    paper.printer.setCurrentText("Kamer 2")
    paper.copies.setValue(3)
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)
    assert stage.table.printer.sent_to == [("Kamer 2", 3)]
    stage.table.desk.handing_over.finish()
    assert paper.copies.value() == 1


def test_without_a_printer_it_is_said_before_anybody_prints(stage: Stage) -> None:
    stage.table.printer.called = ()
    approved(stage)
    paper = stage.window.hand_over.paper
    stage.wait(lambda: paper.printer.placeholderText() == "Geen printer gevonden")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (QueueState.WAITING, "wacht nog op de printer"),
        (QueueState.STOPPED, "De printer is gestopt"),
    ],
)
def test_what_the_queue_tells_is_shown_until_it_is_well(
    stage: Stage, state: QueueState, words: str
) -> None:
    stage.table.desk.handing_over._queue._timer.setInterval(1)
    stage.table.printer.state = state
    handed_over(stage)
    paper = stage.window.hand_over.paper
    stage.wait(lambda: words in paper.status.text())
    stage.table.printer.state = QueueState.EMPTY
    stage.wait(lambda: "Ligt het blad er?" in paper.status.text())


def test_the_queue_is_not_watched_for_ever(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_watch, "LOOKS", 3)
    watch = stage.table.desk.handing_over._queue
    watch._timer.setInterval(1)
    told: list[QueueState] = []
    watch.told.connect(told.append)
    stage.table.printer.state = QueueState.WAITING
    handed_over(stage)
    stage.wait(lambda: len(told) == 3)
    assert not watch._timer.isActive()


def test_a_practice_that_keeps_a_copy_has_it_before_anything_is_deleted(
    stage: Stage, tmp_path: Path
) -> None:
    folder = tmp_path / "dossiers"
    keeping = replace(stage.table.desk.settings.keeping, copy=True, copy_folder=str(folder))
    stage.set(keeping=keeping)
    handed_over(stage)
    assert "kopie" in stage.window.hand_over.hint.text()
    desk = stage.table.desk
    desk.handing_over.finish()  # there is no such folder
    stage.wait(lambda: stage.table.failures == [ErrorCode.FOLDER_NOT_WRITABLE])
    assert stage.is_in(State.HANDED_OVER)
    assert stage.table.kept_files()

    folder.mkdir()
    identity = desk.session.identity
    desk.handing_over.finish()
    stage.wait_for(State.AGREEING)
    (copy,) = folder.iterdir()
    assert sorted(file.suffix for file in copy.iterdir()) == [".html", ".mp3", ".pdf"]
    assert not stage.table.kept_files()
    signer = desk.equipment.verifier.verify(copy / "2 Lees.pdf").signer
    assert signer is not None
    assert signer.standing is Standing.OURS
    entries = desk.equipment.journal.read().entries
    assert Way.OWN_COPY in [one.facts.way for one in entries if one.session == identity]


def test_without_a_hand_over_there_is_no_copy(stage: Stage, tmp_path: Path) -> None:
    keeping = replace(stage.table.desk.settings.keeping, copy=True, copy_folder=str(tmp_path))
    stage.set(keeping=keeping)
    approved(stage)
    before = set(tmp_path.iterdir())
    stage.table.desk.handing_over.give_nothing()
    assert stage.is_in(State.AGREEING)
    assert not [one for one in set(tmp_path.iterdir()) - before if "samenvatting" in one.name]


def test_what_was_prepared_is_what_is_saved(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    approved(stage)
    desk = stage.table.desk
    flow = desk.handing_over
    stage.wait(lambda: flow._set._prepared is not None)

    def refuse(*_arguments: object) -> None:
        raise AssertionError("it was made twice")

    with monkeypatch.context() as patched:
        patched.setattr(type(desk.equipment.publisher), "make_set", refuse)
        flow.save(tmp_path)
        stage.wait_for(State.HANDED_OVER)
    flow.name_patient("mevrouw De Boer")  # what was prepared does not name her
    flow.save(tmp_path)
    stage.wait(lambda: len(list(tmp_path.glob("samenvatting *"))) == 2)
    stage.wait(lambda: not flow.is_busy(Way.FOLDER))


def test_nothing_that_was_prepared_stays_behind_the_session(stage: Stage) -> None:
    approved(stage)
    flow = stage.table.desk.handing_over
    stage.wait(lambda: flow._set._prepared is not None)
    stage.table.desk.hand_over_later()
    assert flow._set._prepared is None


def test_the_question_to_tell_it_back_stands_there_unless_the_practice_wants_it_not(
    stage: Stage,
) -> None:
    approved(stage)
    card = stage.window.hand_over.teach_back
    assert card.isVisible()
    assert "Wilt u mij vertellen wat u thuis gaat doen?" in everything_said(card)
    assert "Vraag de patiënt:" in everything_said(card)
    stage.set(teach_back=False)
    assert not card.isVisible()


def test_the_printer_of_the_settings_is_offered_first_and_used(stage: Stage) -> None:
    stage.table.printer.called = ("Balie", "Spreekkamer 2")
    stage.set(printer="Spreekkamer 2")
    approved(stage)
    paper = stage.window.hand_over.paper
    stage.wait(lambda: paper.printer.count() == 2)
    assert paper.printer.currentText() == "Spreekkamer 2"
    stage.press(Key.Key_P)
    stage.wait_for(State.HANDED_OVER)
    assert stage.table.printer.sent_to == [("Spreekkamer 2", 1)]


def test_while_a_sheet_is_on_its_way_to_the_printer_that_is_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(stage)
    free, send = threading.Event(), stage.table.printer.print_pdf
    monkeypatch.setattr(
        stage.table.printer, "print_pdf", lambda *sent: free.wait(20) and send(*sent)
    )
    paper = stage.window.hand_over.paper
    height = paper.height()
    stage.press(Key.Key_P)
    stage.wait(lambda: "Gaat naar de printer" in paper.status.text())
    assert paper.height() == height
    free.set()
    stage.wait_for(State.HANDED_OVER)
    stage.wait(lambda: "naar de printer gestuurd" in paper.status.text())


KEYS = ((Key.Key_P, "paper"), (Key.Key_M, "files"), (Key.Key_D, "text"), (Key.Key_P, "paper"))


def test_what_a_key_answers_is_in_sight_in_the_smallest_window(
    stage: Stage, tmp_path: Path
) -> None:
    stage.set(ways=replace(stage.table.desk.settings.ways, portal=str(tmp_path)))
    approved(stage)
    stage.settle()
    page = stage.window.hand_over
    assert not is_whole(page.text.status), "there is room for all: this asks nothing"
    for key, name in KEYS:
        card = getattr(page, name)
        stage.press(key)
        stage.wait(partial(has_answered, card.status))
        stage.settle()
        assert is_whole(card.status), name
        assert is_whole(card.findChild(KeyButton)), name


def has_answered(status: Status) -> bool:
    return status.objectName() != "hint"


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()
