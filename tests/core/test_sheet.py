"""The model of the page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from naklank.core.sheet import Origin
from naklank.core.sheet_making import Contacts, Edition, clock_time, draft_sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import LANGUAGES, Language, Stretch
from naklank.handover.sheet_texts import read_sheet_texts
from support.documents import CONTACTS, approved_of

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


def test_what_to_do_and_when_to_call_stand_out_and_112_most() -> None:
    sheet = draft_sheet(BLOCKS, (), MOMENT, read_sheet_texts("nl"))
    assert [block.is_emphasised for block in sheet.blocks] == [False, True]
    assert [block.strong for block in sheet.blocks] == [(False,), (False, True)]


def call_block(*said: str, contacts: Contacts = CONTACTS) -> tuple[str, ...]:
    """What stands under "Wanneer belt u ons?" where this was said there."""
    blocks = (TopicBlock(Topic.WHEN_TO_CALL, said),) if said else (TopicBlock(None, ("Dag.",)),)
    sheet = approved_of("nl", blocks=blocks, contacts=contacts)
    return next(one.sentences for one in sheet.blocks if one.heading == "Wanneer belt u ons?")


def test_the_practices_lines_stand_behind_what_was_said_of_calling() -> None:
    assert call_block("Bel bij koorts.") == (
        "Bel bij koorts.",
        "Is er levensgevaar? Bel direct 112.",
        "Overdag: 038 123 45 67.",
        "Avond, nacht en weekend: huisartsenpost 038 045 67 89.",
    )


def test_where_nobody_spoke_of_calling_they_stand_there_all_the_same() -> None:
    assert call_block()[0] == "Is er levensgevaar? Bel direct 112."
    assert len(call_block()) == 3


def test_they_stand_before_the_appointment() -> None:
    blocks = tuple(TopicBlock(topic, ("Zin.",)) for topic in Topic if topic != Topic.WHEN_TO_CALL)
    headings = [block.heading for block in approved_of("nl", blocks=blocks).blocks]
    assert headings[-2:] == ["Wanneer belt u ons?", "Uw volgende afspraak"]


def test_who_names_112_needs_no_second_line_of_it() -> None:
    said = "Krijgt u een dikke tong? Bel direct 112."
    assert call_block(said, contacts=Contacts()) == (said,)


def test_each_time_of_day_has_a_line_of_its_own_where_its_number_is() -> None:
    lines = call_block("Bel 112.", contacts=Contacts("1", "2", "", " 1 "))
    assert lines[1:] == ("Overdag en weekend: 1.", "Avond: 2.")


def test_a_second_version_names_the_first_and_another_sheet_by_its_code() -> None:
    lines = approved_of("nl", edition=Edition(2, MOMENT, "7F3A-91C2", "8B2K-0001")).lines()
    moment = "zaterdag 21 november 2026, 9.05 uur"
    assert f"Versie 2. Vervangt het blad dat u kreeg op {moment}." in lines
    assert "Dit blad vervangt blad 7F3A-91C2." in lines
    assert lines[-1].startswith("Code 8B2K-0001: ")


def test_a_first_version_says_nothing_of_versions() -> None:
    lines = " ".join(approved_of("nl", edition=Edition(1, MOMENT)).lines())
    assert "ersie" not in lines
    assert "vervangt" not in lines


def test_a_name_that_was_typed_stands_behind_its_word() -> None:
    assert "Voor: mevrouw De Boer" in approved_of("nl", patient=" mevrouw  De Boer ").lines()


def test_in_files_there_is_room_for_the_name_by_pen() -> None:
    sheet = approved_of("nl", patient="mevrouw De Boer")
    assert sheet.for_files() == approved_of("nl")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Samen opgenomen"), ("en", "Recorded together")]
)
@pytest.mark.parametrize("origin", Origin)
def test_only_beside_sound_it_says_that_it_was_recorded_together(
    origin: Origin, language: Language, words: str
) -> None:
    assert approved_of(language, origin).rules[0].startswith(words)
    assert words not in " ".join(approved_of(language, origin, has_sound=False).lines())
    for has_sound in (True, False):
        assert "internet" in approved_of(language, origin, has_sound=has_sound).rules[0]


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


def test_leaflets_stand_last_under_their_own_heading() -> None:
    leaflets = ("Nieuwe heup: thuisarts.nl/heupprothese", "Film: balie")
    last = approved_of("nl", leaflets=leaflets).blocks[-1]
    assert (last.heading, last.sentences) == ("Meer lezen of zien", leaflets)
    headings = [block.heading for block in approved_of("nl").blocks]
    assert "Meer lezen of zien" not in headings


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "De woorden van de tolk zijn niet nagekeken door uw arts."),
        ("en", "Your doctor has not checked what the interpreter said."),
    ],
)
def test_only_where_an_interpreter_speaks_it_says_who_did_not_check(
    language: Language, line: str
) -> None:
    assert approved_of(language, is_interpreted=True).rules[-1] == line
    assert line not in approved_of(language).lines()
