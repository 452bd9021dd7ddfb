"""Another language than the practice's, for one session: typed in it and on the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from naklank.core.session import State
from naklank.core.transcript import Transcript
from support.desk import spoken

if TYPE_CHECKING:
    from support.desk import Table

ENGLISH = (
    "What is the matter? You do not have the flu. What are we going to do? Take 500 milligrams."
)


def test_it_is_typed_checked_and_on_the_sheet_in_that_language(table: Table) -> None:
    desk = table.desk
    text = spoken(ENGLISH)
    table.typist.transcript = Transcript("en", text.duration, text.segments)
    desk.choices.choose_language("en")
    table.agree()
    table.record()
    table.wait_for(State.REVIEWING)
    assert table.typist.asked[-1].language == "en"
    assert table.typist.heard[-1].spoken.language == "en"
    sheet = desk.handing_over.sheet()
    assert sheet.language == "en"
    assert "When do you call us?" in [block.heading for block in sheet.blocks]
    (kept,) = desk.equipment.sessions.load_all().sessions
    assert kept.language == "en"


def test_the_next_session_is_in_the_practice_s_own_again(table: Table) -> None:
    table.desk.choices.choose_language("en")
    table.desk.withdraw()
    assert table.desk.session.language == "nl"


def test_settings_that_are_saved_meanwhile_leave_the_choice(table: Table) -> None:
    desk = table.desk
    desk.choices.choose_language("en")
    desk.save_settings(replace(desk.settings, leaflets=("Diabetes",)))
    kept = desk.session.language
    desk.save_settings(replace(desk.settings, speech_language="en"))
    desk.save_settings(replace(desk.settings, speech_language="nl"))
    assert (kept, desk.session.language) == ("en", "nl")


def test_once_it_is_agreed_it_is_another_one_no_more(table: Table) -> None:
    table.agree()
    table.desk.choices.choose_language("en")
    assert table.desk.session.language == "nl"
