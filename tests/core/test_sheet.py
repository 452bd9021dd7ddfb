"""The model of the page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from naklank.core.sheet import Origin, clock_time, draft_sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import LANGUAGES, Language, Stretch
from naklank.handover.sheet_texts import read_sheet_texts
from support.documents import approved_of

MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
BLOCKS = (
    TopicBlock(None, ("Dag mevrouw.",)),
    TopicBlock(Topic.WHEN_TO_CALL, ("Bel bij koorts.", "Bel direct 112.")),
)


def test_all_that_was_said_stands_on_the_page_in_its_order() -> None:
    lines = draft_sheet(BLOCKS, (), MOMENT, read_sheet_texts("nl")).lines()
    said = ["Dag mevrouw.", "Wanneer belt u ons?", "Bel bij koorts.", "Bel direct 112."]
    assert [line for line in lines if line in said] == said
    assert lines[:2] == ("zaterdag 21 november 2026, 9.05 uur", "Samenvatting van uw gesprek")
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


def test_an_approved_sheet_says_from_whom_and_when_it_is() -> None:
    assert approved_of("nl").lines()[:5] == (
        "Praktijk De Linde",
        "zaterdag 21 november 2026, 9.05 uur",
        "Samenvatting van uw gesprek",
        "Voor:",
        "Ingesproken door dokter Van Dam",
    )


@pytest.mark.parametrize("nothing", ["", "  "])
def test_without_practice_and_doctor_their_lines_are_not_there(nothing: str) -> None:
    assert approved_of("nl", practice=nothing, doctor=nothing).lines()[:4] == (
        "zaterdag 21 november 2026, 9.05 uur",
        "Samenvatting van uw gesprek",
        "Voor:",
        "Dag mevrouw, dit hebben wij vandaag besproken.",
    )


@pytest.mark.parametrize("name", ["dokter Van Dam", "dr. M. {Dam}", "verpleegkundige O'Neil"])
def test_who_spoke_stands_there_as_it_was_typed(name: str) -> None:
    assert f"Ingesproken door {name}" in approved_of("nl", doctor=name).lines()
    assert f"Getypt door {name}" in approved_of("nl", Origin.WRITTEN, doctor=name).lines()


@pytest.mark.parametrize(
    ("origin", "rule"),
    [
        (Origin.CHECKED, "Getypt door een computer en nagekeken door uw arts."),
        (Origin.UNHEARD, "Getypt door een computer. Niet nagekeken op gehoor."),
        (Origin.WRITTEN, "Getypt door uw arts."),
    ],
)
def test_the_last_rule_says_how_the_text_came_about(origin: Origin, rule: str) -> None:
    assert approved_of("nl", origin).lines()[-1] == f"{rule} Dit is niet het hele gesprek."


def test_only_a_sheet_that_nobody_checked_by_ear_has_a_notice() -> None:
    assert (
        approved_of("nl", Origin.CHECKED).notices == approved_of("nl", Origin.WRITTEN).notices == ()
    )
    (notice,) = approved_of("nl", Origin.UNHEARD).notices
    assert notice.startswith("Niet nagekeken op gehoor. De computer ")
    assert notice.endswith("Het geluid is wat er gezegd is.")


@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize(("language", "sound"), [("nl", "geluid"), ("en", "sound")])
def test_where_no_sound_goes_home_the_paper_speaks_of_none(
    language: Language, sound: str, origin: Origin
) -> None:
    sheet = approved_of(language, origin, has_sound=False)
    assert sound not in " ".join(sheet.lines()).lower()


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (59.9, "0:59"), (83.4, "1:23")])
def test_clock_time(seconds: float, shown: str) -> None:
    assert clock_time(seconds) == shown
