"""Paper only: the screen says when the sound is gone, and what can still be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from naklank.core.agreement import TakeHome
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.session import State, Way
from naklank.core.topics import Topic
from naklank.storage.file_keys import FileKeys
from naklank.ui.questions import take_back
from support.desk import spoken
from support.stage import approved, handed_over

if TYPE_CHECKING:
    from pathlib import Path

    from support.stage import Stage


def paper_only(stage: Stage) -> None:
    """Handed over, and nothing more under way."""
    stage.choose(TakeHome.PAPER_ONLY)
    handed_over(stage)
    stage.wait(lambda: not stage.table.desk.handing_over.is_busy(*Way))


def test_the_page_says_it_once_the_sound_is_gone(stage: Stage) -> None:
    page = stage.window.hand_over
    stage.choose(TakeHome.PAPER_ONLY)
    approved(stage)
    assert "Daarna wist Naklank het geluid" in page.hint.text()
    assert page.back.text() == "Terug naar nakijken"
    stage.table.desk.handing_over.print_sheet(large_print=False)
    stage.wait(lambda: stage.table.desk.session.sound_went)
    assert page.hint.text() == (
        "Het geluid, dat voor het typen diende, is gewist. "
        "Bij het afronden wist Naklank ook de tekst."
    )
    assert "is gewist" in stage.window.messages.text
    assert page.back.text() == "Terug naar typen"
    stage.wait(lambda: page.sheet.page_count)


def test_it_does_not_say_so_while_the_key_may_be_there(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: FileKeys, _name: str) -> None:
        raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)

    monkeypatch.setattr(FileKeys, "delete", refuse)
    paper_only(stage)
    assert stage.table.failures == [ErrorCode.KEYS_UNAVAILABLE]
    assert "is gewist" not in stage.window.hand_over.hint.text() + stage.window.messages.text
    assert "het geluid" in stage.window.hand_over.hint.text()


def test_what_failed_meanwhile_is_still_said(stage: Stage, tmp_path: Path) -> None:
    stage.choose(TakeHome.PAPER_ONLY)
    approved(stage)
    flow = stage.table.desk.handing_over
    flow.save(tmp_path / "pulled out")
    flow.qr_was_read()
    stage.wait(lambda: stage.table.desk.session.sound_went)
    assert stage.table.failures == [ErrorCode.FOLDER_NOT_WRITABLE]
    text = stage.window.messages.text
    assert text.endswith("Het geluid, dat voor het typen diende, is gewist.")
    assert len(text) > 100


def test_back_is_to_typing_and_not_a_word_is_lost(stage: Stage) -> None:
    """What stands before all headings has no box of its own."""
    stage.table.typist.transcript = spoken(
        "Fijn dat u er bent. Wat gaan we doen? Neem 500 milligram."
    )
    paper_only(stage)
    stage.click(stage.window.hand_over.back)
    assert stage.is_in(State.WRITING)
    texts = stage.window.write.boxes.texts()
    assert texts[Topic.WHAT_IS_GOING_ON] == "Fijn dat u er bent."
    assert texts[Topic.WHAT_WE_DO] == "Neem 500 milligram."
    message = stage.window.messages.text
    assert "neem het terug" in message
    assert "niet op gehoor is nagekeken" in message
    assert not stage.window.write.back.isVisible()
    assert not stage.window.write.type_out.isVisible()

    stage.enter()
    assert stage.is_in(State.APPROVED)
    stage.click(stage.window.hand_over.nothing)
    assert stage.window.confirm.text.text() == "Er is niets meegegeven. De tekst toch wissen?"


def test_who_withdraws_still_hears_what_is_on_the_phone(stage: Stage) -> None:
    stage.choose(TakeHome.OWN_PHONE)
    handed_over(stage)
    stage.wait(lambda: stage.table.desk.session.sound_went)
    said = [say() for say in take_back(stage.table.desk.session)]
    assert "Vraag de patiënt te wissen wat op de telefoon staat." in said
