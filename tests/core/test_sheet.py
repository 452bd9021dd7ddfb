"""The model of the page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from naklank.core.sheet import clock_time, draft_sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import LANGUAGES, Language, Stretch
from naklank.handover.sheet_texts import read_sheet_texts

MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
BLOCKS = (
    TopicBlock(None, ("Dag mevrouw.",)),
    TopicBlock(Topic.WHEN_TO_CALL, ("Bel bij koorts.", "Bel direct 112.")),
)


def test_all_that_was_said_stands_on_the_page_in_its_order() -> None:
    lines = draft_sheet(BLOCKS, (), MOMENT, read_sheet_texts("nl")).lines()
    said = ["Dag mevrouw.", "Wanneer belt u ons?", "Bel bij koorts.", "Bel direct 112."]
    assert [line for line in lines if line in said] == said
    assert lines[0] == "Samenvatting van uw gesprek"
    assert "Gemaakt op zaterdag 21 november 2026, 9.05 uur" in lines
    assert "Mijn vragen voor de volgende keer" in lines


def test_when_to_call_is_emphasised_and_nothing_else() -> None:
    sheet = draft_sheet(BLOCKS, (), MOMENT, read_sheet_texts("nl"))
    assert [block.emphasised for block in sheet.blocks] == [False, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_that_it_is_one_and_promises_no_check(language: Language) -> None:
    sheet = draft_sheet(BLOCKS, (), MOMENT, read_sheet_texts(language))
    assert "concept, niet nagekeken" in sheet.notices[0].lower()
    assert not any("nagekeken door" in rule or "checked by" in rule for rule in sheet.rules)


def test_speech_without_text_is_named_with_its_times() -> None:
    gaps = (Stretch(12.4, 18.9), Stretch(61.0, 65.2))
    sheet = draft_sheet(BLOCKS, gaps, MOMENT, read_sheet_texts("nl"))
    assert len(sheet.notices) == 2
    assert "0:12 tot 0:18, 1:01 tot 1:05" in sheet.notices[1]


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (59.9, "0:59"), (83.4, "1:23")])
def test_clock_time(seconds: float, shown: str) -> None:
    assert clock_time(seconds) == shown
