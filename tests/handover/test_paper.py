"""The PDF, as pdftotext, a screen reader and a printer see it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from naklank.core.sheet import Origin, Sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import LANGUAGES, Language
from naklank.handover.paper import make_pdf
from support.documents import (
    GAPS,
    LONG,
    MOMENT,
    ODD,
    USUAL,
    approved_of,
    pdf_dots,
    pdf_fonts,
    pdf_info,
    pdf_language_and_tagged,
    pdf_layout,
    pdf_metadata,
    pdf_pictures,
    pdf_right_edges,
    pdf_runs,
    pdf_tags,
    pdf_text,
    sheet_of,
    sheet_with,
)
from support.pictures import png

PAGE_NUMBER = re.compile(r"^(\d+) ?/ ?(\d+)$", re.MULTILINE)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "samenvatting.pdf"


def write(pdf: Path, sheet: Sheet, *, large_print: bool = False) -> None:
    pdf.write_bytes(make_pdf(sheet, MOMENT, large_print=large_print))


def words(text: str) -> list[str]:
    return PAGE_NUMBER.sub("", text).split()


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_the_sheet_says_in_its_order(
    language: Language, *, large_print: bool, pdf: Path
) -> None:
    sheet = sheet_of(language, USUAL[language], GAPS)
    write(pdf, sheet, large_print=large_print)
    assert words(pdf_text(pdf)) == " ".join(sheet.lines()).split()


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_are_no_line_longer_where_there_is_sound(
    language: Language, *, large_print: bool, pdf: Path
) -> None:
    lengths = set()
    for has_sound in (False, True):
        write(pdf, approved_of(language, has_sound=has_sound), large_print=large_print)
        shown = [line for line in pdf_layout(pdf).splitlines() if line.strip()]
        lengths.add((pdf_info(pdf)["Pages"], len(shown)))
    assert len(lengths) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_hears_headings_and_paragraphs_in_that_order(
    language: Language, pdf: Path
) -> None:
    sheet = sheet_of(language, USUAL[language], GAPS)
    write(pdf, sheet)
    assert run_on(pdf_tags(pdf)) == run_on(tags_of(sheet))


def tags_of(sheet: Sheet) -> list[tuple[str, str]]:
    headings = {block.heading for block in sheet.blocks} | {sheet.questions}
    roles = {sheet.title: "H1", **dict.fromkeys(headings, "H2")}
    return [(roles.get(line, "P"), line) for line in sheet.lines()]


def run_on(tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """As a screen reader speaks them: on a full page the sentences of a topic are one paragraph."""
    spoken = [tags[0]]
    for role, text in tags[1:]:
        if role == spoken[-1][0] == "P":
            spoken[-1] = role, f"{spoken[-1][1]} {text}"
        else:
            spoken.append((role, text))
    return spoken


PRACTICES = ["", "Praktijk De Linde", "Gezondheidscentrum en Huisartsenpraktijk De Linde"]


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("practice", PRACTICES)
@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_approved_page_says_what_its_sheet_says(
    language: Language, origin: Origin, practice: str, *, large_print: bool, pdf: Path
) -> None:
    sheet = approved_of(language, origin, practice, practice and "dr. M.E. van der Heijden")
    write(pdf, sheet, large_print=large_print)
    assert words(pdf_text(pdf)) == " ".join(sheet.lines()).split()
    assert run_on(pdf_tags(pdf)) == run_on(tags_of(sheet))
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf_metadata(pdf)
    assert large_print or pdf_info(pdf)["Pages"] == "1"
    assert max(edge for _, edge in pdf_right_edges(pdf)) < 1 - 2.2 / 21 + 0.001


@pytest.mark.parametrize("practice", PRACTICES)
@pytest.mark.parametrize("size", [(300, 100), (900, 60), (80, 200)])
def test_a_logo_stands_beside_the_practice_and_costs_no_page(
    size: tuple[int, int], practice: str, pdf: Path
) -> None:
    sheet = replace(approved_of("nl", practice=practice), logo=png(*size))
    write(pdf, sheet)
    assert words(pdf_text(pdf)) == " ".join(sheet.lines()).split()
    # Beside the name of the practice it says nothing new; alone it is read out.
    assert pdf_pictures(pdf) == ([] if practice else ["Logo"])
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf_metadata(pdf)
    assert pdf_info(pdf)["Pages"] == "1"
    # 5.5 by 1.3 cm at the most, at the right: 156 by 37 dots of 72 to the inch.
    ink = pdf_dots(pdf)[35:85, 300:]
    assert min(300, size[0] * 37 / size[1]) < ink.sum() < 156 * 37


def test_the_moment_stands_at_the_right_of_the_practice(pdf: Path) -> None:
    write(pdf, approved_of("nl"))
    edges = dict(pdf_right_edges(pdf))
    assert edges["uur"] == pytest.approx(1 - 2.2 / 21, abs=0.005)
    lines = pdf_layout(pdf).splitlines()
    assert re.fullmatch(r"\s*Praktijk De Linde\s{3,}zaterdag 21 november 2026, 9.05 uur", lines[0])


def test_a_short_text_in_large_print_leaves_no_page_with_rules_alone(pdf: Path) -> None:
    """Among these lengths are those where only the rules do not fit any more."""
    for count in range(11, 17):
        write(pdf, sheet_with(*(f"Zin {number}." for number in range(count))), large_print=True)
        last = pdf_text(pdf).rstrip("\f").split("\f")[-1]
        assert "Mijn vragen voor de volgende keer" in last


def test_names_are_words_too(pdf: Path) -> None:
    practice, doctor = '#panic("praktijk")', '#panic("dokter") *vet*'
    write(pdf, approved_of("nl", practice=practice, doctor=doctor))
    assert {("P", practice), ("P", f"Ingesproken door {doctor}")} < set(pdf_tags(pdf))


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Samenvatting van uw gesprek"), ("en", "Summary of your visit")]
)
def test_the_file_tells_its_language_title_and_time_and_that_it_is_pdf_ua(
    language: Language, title: str, pdf: Path
) -> None:
    write(pdf, sheet_of(language, USUAL[language]))
    assert pdf_language_and_tagged(pdf) == (language, True)
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf_metadata(pdf)
    info = pdf_info(pdf)
    assert info["Title"] == title
    assert "Author" not in info
    assert datetime.fromisoformat(info["CreationDate"]) == MOMENT


def test_it_is_a4_and_carries_its_own_sans_serif(pdf: Path) -> None:
    write(pdf, sheet_of("nl", USUAL["nl"]))
    assert pdf_info(pdf)["Page size"].endswith("(A4)")
    fonts = pdf_fonts(pdf)
    assert fonts
    for name, embedded in fonts:
        assert "NotoSans" in name
        assert embedded


@pytest.mark.parametrize(("large_print", "points"), [(False, 14.0), (True, 18.0)])
def test_the_letters_are_as_large_as_promised(
    *, large_print: bool, points: float, pdf: Path
) -> None:
    sheet = sheet_of("nl", USUAL["nl"])
    write(pdf, sheet, large_print=large_print)
    sizes = {run.text: run.size for run in pdf_runs(pdf)}
    assert sizes["Uw bloeddruk is al een paar maanden te hoog."] == points
    assert sizes["Wat doet u zelf?"] == points
    assert sizes[sheet.title] > points
    assert sizes["zaterdag"] == min(sizes.values()) == points - 2


def test_whom_to_call_in_danger_is_printed_as_bold_as_a_heading(pdf: Path) -> None:
    write(pdf, sheet_of("nl", USUAL["nl"]))
    bold = next(run.font for run in pdf_runs(pdf) if run.text == "Wanneer belt u ons?")
    printed = " ".join(run.text for run in pdf_runs(pdf) if run.font == bold)
    assert "Bel direct 112 bij pijn op de borst" in printed
    assert "Bel ons als" not in printed
    assert "lijstje" not in printed


def test_a_usual_text_fills_one_page_without_a_number(pdf: Path) -> None:
    write(pdf, sheet_of("nl", USUAL["nl"]))
    assert pdf_info(pdf)["Pages"] == "1"
    assert not PAGE_NUMBER.search(pdf_text(pdf))


@pytest.mark.parametrize("large_print", [False, True])
def test_a_long_text_goes_on_over_numbered_pages(*, large_print: bool, pdf: Path) -> None:
    sheet = sheet_of("nl", LONG)
    write(pdf, sheet, large_print=large_print)
    pages = int(pdf_info(pdf)["Pages"])
    assert pages >= (3 if large_print else 2)
    text = pdf_text(pdf)
    assert PAGE_NUMBER.findall(text) == [(str(page), str(pages)) for page in range(1, pages + 1)]
    assert words(text) == " ".join(sheet.lines()).split()


@pytest.mark.parametrize("sentence", ODD)
def test_what_looks_like_a_command_is_printed(sentence: str, pdf: Path) -> None:
    write(pdf, sheet_with(sentence))
    assert sentence in pdf_text(pdf)
    assert ("P", sentence) in pdf_tags(pdf)


def test_a_title_and_a_heading_are_words_too(pdf: Path) -> None:
    sheet = sheet_with("Zin.")
    block = replace(sheet.blocks[0], heading='#panic("kop")')
    write(pdf, replace(sheet, title='#panic("titel")', blocks=(block,)))
    assert {("H1", '#panic("titel")'), ("H2", '#panic("kop")')} < set(pdf_tags(pdf))


@pytest.mark.parametrize("large_print", [False, True])
def test_a_word_wider_than_the_paper_is_broken(*, large_print: bool, pdf: Path) -> None:
    word = "abcdefghij" * 20
    write(pdf, sheet_with(f"Dit {word} ook."), large_print=large_print)
    assert f"Dit{word}ook." in "".join(words(pdf_text(pdf)))
    margin = 2.2 / 21
    assert max(edge for _, edge in pdf_right_edges(pdf)) < 1 - margin + 0.001


def test_a_long_word_that_fits_stays_whole(pdf: Path) -> None:
    word = "hypofysevoorkwabinsufficiëntie"
    write(pdf, sheet_with(f"Dat wat wij bij u hebben gevonden noemen wij {word}."))
    assert f"{word}." in words(pdf_text(pdf))


@pytest.mark.parametrize("character", ["😀", "中", "한", "\x00", "\x1b", "\x0b", "\ufffe"])
def test_a_character_that_no_font_has_costs_no_page(character: str, pdf: Path) -> None:
    write(pdf, sheet_with(f"Voor {character} na.", "Volgende zin."))
    text = " ".join(words(pdf_text(pdf)))
    assert re.search(r"Voor .*na\. Volgende zin\.", text)
    assert pdf_language_and_tagged(pdf) == ("nl", True)


def test_the_same_sheet_and_moment_give_the_same_file() -> None:
    sheet = sheet_of("nl", USUAL["nl"], GAPS)
    assert make_pdf(sheet, MOMENT) == make_pdf(sheet, MOMENT)
    assert make_pdf(sheet, MOMENT) != make_pdf(sheet, MOMENT + timedelta(seconds=1))


def text_of(words_in_all: int) -> tuple[TopicBlock, ...]:
    """So many words over five topics, ten in a sentence."""
    sentence = "Neem elke ochtend na het eten een tablet tegen pijn."
    return tuple(TopicBlock(topic, (sentence,) * (words_in_all // 50)) for topic in Topic)


@pytest.mark.parametrize(
    ("count", "large_print", "pages"),
    [(150, False, "1"), (200, False, "1"), (400, False, "2"), (150, True, "2"), (200, True, "2")],
)
def test_two_hundred_words_fill_one_page_and_two_in_large_print(
    count: int, *, large_print: bool, pages: str, pdf: Path
) -> None:
    write(pdf, approved_of("nl", blocks=text_of(count)), large_print=large_print)
    assert pdf_info(pdf)["Pages"] == pages


CALLS = (
    "Is er levensgevaar? Bel direct 112.",
    "Overdag: 038 123 45 67.",
    "Avond, nacht en weekend: huisartsenpost 038 045 67 89.",
)
SENTENCE = "Neem elke ochtend na het eten een tablet tegen pijn."


@pytest.mark.parametrize("count", [15, 20, 25])
def test_whom_to_call_has_its_own_lines_also_where_the_rest_runs_on(count: int, pdf: Path) -> None:
    blocks = tuple(TopicBlock(topic, (SENTENCE,) * (count // 5)) for topic in Topic)
    write(pdf, approved_of("nl", blocks=blocks))
    lines = pdf_text(pdf).splitlines()
    assert pdf_info(pdf)["Pages"] == "1"
    assert (lines.count(SENTENCE) == count) is (count == 15)
    assert set(CALLS) <= set(lines)


def test_a_spoken_call_in_danger_has_its_own_line_too(pdf: Path) -> None:
    danger = "Bel direct 112 bij pijn op de borst."
    said = (SENTENCE, danger, SENTENCE, SENTENCE)
    usual = (SENTENCE,) * 4
    blocks = tuple(
        TopicBlock(topic, said if topic is Topic.WHEN_TO_CALL else usual) for topic in Topic
    )
    write(pdf, approved_of("nl", blocks=blocks))
    lines = pdf_text(pdf).splitlines()
    assert lines.count(SENTENCE) < 5
    assert danger in lines


def test_before_a_page_is_added_whom_to_call_runs_on_too(pdf: Path) -> None:
    """Somewhere between one page and two only this makes it fit."""
    ran_on = set()
    for more in range(1, 60):
        last = " ".join(("Bewegen helpt.",) * more)
        blocks = tuple(TopicBlock(topic, (SENTENCE,) * 5) for topic in Topic)
        blocks = (TopicBlock(None, (last,)), *blocks)
        write(pdf, approved_of("nl", blocks=blocks))
        if pdf_info(pdf)["Pages"] != "1":
            break
        ran_on.add(not set(CALLS) <= set(pdf_text(pdf).splitlines()))
    assert True in ran_on


def test_the_line_on_the_interpreter_leaves_a_usual_text_on_one_page(pdf: Path) -> None:
    write(pdf, approved_of("nl", blocks=text_of(150), is_interpreted=True))
    assert pdf_info(pdf)["Pages"] == "1"
    assert "De woorden van de tolk zijn niet nagekeken door uw arts." in pdf_text(pdf)


def test_a_number_is_not_torn_from_its_unit(pdf: Path) -> None:
    dose, phone = "2,5 milligram", "038 123 45 67"
    before = ["Neem", "nu", "elke", "ochtend", "en", "avond", "bij", "het", "eten", "van", "de"]
    for at in range(len(before)):
        write(pdf, sheet_with(" ".join((*before[at:], *before, dose, "en bel", phone, "dan."))))
        lines = pdf_text(pdf).splitlines()
        assert any(dose in line for line in lines), at
        assert any(phone in line for line in lines), at
