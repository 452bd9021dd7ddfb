"""Step 4: which ways are there, and what each tells."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from naklank.core.errors import ErrorCode
from naklank.core.ports.hand_over import QueueState
from naklank.core.seals import Standing
from naklank.core.session import Event, State, Way
from naklank.core.settings import Practice
from naklank.foundation.paths import resource
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


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """In the system's dialog, which a test cannot draw."""
    monkeypatch.setattr(QFileDialog, "open", lambda it: it.fileSelected.emit(str(path)))


def test_a_local_folder_is_written_to_at_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    approved(stage)
    choose(monkeypatch, tmp_path)
    stage.press(Key.Key_M)
    stage.wait_for(State.HANDED_OVER)
    assert list(tmp_path.glob("samenvatting */1 Luister.mp3"))


def save_to(stage: Stage, folder: Path) -> str:
    """The name of the new folder in it."""
    stage.table.desk.handing_over.save(folder)
    stage.wait(lambda: list(folder.glob("samenvatting *")))
    stage.wait(lambda: not stage.table.desk.handing_over.is_busy(Way.FOLDER))
    (made,) = folder.glob("samenvatting *")
    return made.name


@pytest.mark.parametrize("place", ["Documenten", "Alles wat deze week naar de patiënten toe gaat"])
def test_the_card_tells_which_folder_and_where(place: str, stage: Stage, tmp_path: Path) -> None:
    approved(stage)
    stage.settle()
    status, parent = stage.window.hand_over.files.status, tmp_path / place
    height = status.height()
    parent.mkdir()
    name = save_to(stage, parent)
    stage.wait(partial(has_answered, status))
    stage.settle()
    short = place if place == "Documenten" else "Alles wat deze week naa…"
    assert status.text() == f"✓ In de map {name}, in {short}"
    assert status.height() == height


def test_whoever_finishes_or_withdraws_hears_which_folders_stay(
    stage: Stage, tmp_path: Path
) -> None:
    places = [tmp_path / "een", tmp_path / "twee"]
    for close in ("finish", "withdraw"):
        approved(stage)
        for place in places:
            place.mkdir(exist_ok=True)
            for old in place.iterdir():
                shutil.rmtree(old)
            name = save_to(stage, place)
        if close == "withdraw":
            stage.click(stage.window.steps.withdraw)
            words = f"Wis de map “{name}” die is opgeslagen."
            assert stage.window.confirm.text.text().count(words) == len(places)
            stage.click(stage.window.confirm.delete)
        else:
            words = f"De map “{name}” blijft staan."
            stage.table.desk.handing_over.finish()
        stage.wait_for(State.AGREEING)
        assert stage.window.messages.text.count(words) == len(places)
    handed_over(stage)
    stage.table.desk.handing_over.finish()
    assert "map" not in stage.window.messages.text


def test_a_folder_that_goes_to_the_internet_is_asked_about(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    approved(stage)
    choose(monkeypatch, synced)
    stage.press(Key.Key_M)
    confirm = stage.window.confirm
    stage.wait(confirm.isVisible)
    assert "naar internet" in confirm.text.text()
    stage.press(Key.Key_Escape)
    assert not list(synced.iterdir())
    stage.press(Key.Key_M)
    stage.wait(confirm.isVisible)
    stage.click(confirm.delete)
    stage.wait_for(State.HANDED_OVER)
    assert list(synced.glob("samenvatting */2 Lees.pdf"))


def test_the_folder_of_the_practice_is_not_asked_for(stage: Stage, tmp_path: Path) -> None:
    portal = tmp_path / "OneDrive" / "portaal"
    portal.mkdir(parents=True)
    stage.set(ways=replace(stage.table.desk.settings.ways, portal=str(portal)))
    approved(stage)
    assert stage.window.hand_over.files.save.text() == "Voor het patiëntenportaal"
    stage.press(Key.Key_M)
    stage.wait_for(State.HANDED_OVER)
    assert [one.way for one in stage.table.desk.session.hand_overs] == [Way.FOLDER]
    assert list(portal.glob("samenvatting *"))


def test_a_word_document_stays_with_the_practice(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    approved(stage)
    file = tmp_path / "samenvatting.docx"
    choose(monkeypatch, file)
    stage.press(Key.Key_W)
    stage.wait(file.exists)
    stage.wait(lambda: "Word-document" in stage.window.hand_over.files.status.text())
    assert "Neem 500 milligram." in [one.text for one in docx.Document(str(file)).paragraphs]
    assert stage.is_in(State.APPROVED)


def test_it_is_called_in_the_language_of_the_sheet(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.set(speech_language="en")
    approved(stage)
    offered: list[str] = []
    monkeypatch.setattr(QFileDialog, "open", lambda it: offered.extend(it.selectedFiles()))
    stage.press(Key.Key_W)
    assert [Path(one).name for one in offered] == ["summary 2026-11-21 14.32.docx"]


def test_it_is_made_by_the_practices_own_template(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    template = tmp_path / "eigen.docx"
    document = docx.Document(str(resource("sheet/template.docx")))
    document.add_paragraph("AGB {{ own.agb }}")
    document.save(str(template))
    stage.set(practice=Practice(template=str(template), fields=(("agb", "01234567"),)))
    approved(stage)
    file = tmp_path / "samenvatting.docx"
    choose(monkeypatch, file)
    stage.press(Key.Key_W)
    stage.wait(file.exists)
    assert docx.Document(str(file)).paragraphs[-1].text == "AGB 01234567"

    template.unlink()
    stage.press(Key.Key_W)
    stage.wait(lambda: stage.table.failures == [ErrorCode.TEMPLATE_GONE])
    assert stage.is_in(State.APPROVED)


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
