"""Files into a folder, and the Word document: where they lie, and what stays of them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from naklank.core.errors import ErrorCode
from naklank.core.session import State, Way
from naklank.core.settings import Practice
from naklank.foundation.paths import resource
from naklank.ui.parts.way_parts import Status
from support.stage import Stage, approved, handed_over

Key = Qt.Key


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


def has_answered(status: Status) -> bool:
    return status.objectName() != "hint"
