"""The Word document, reopened and as LibreOffice prints it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from naklank.core.sheet import Origin, Sheet
from naklank.core.transcript import LANGUAGES, Language
from naklank.handover.word import make_docx
from support.documents import (
    GAPS,
    LONG,
    MOMENT,
    ODD,
    USUAL,
    approved_of,
    pdf_info,
    pdf_language_and_tagged,
    pdf_layout,
    pdf_right_edges,
    pdf_runs,
    pdf_tags,
    pdf_text,
    sheet_of,
    sheet_with,
    soffice_to_pdf,
)

TITLES = {"nl": "Samenvatting van uw gesprek", "en": "Summary of your visit"}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def reopened(sheet: Sheet) -> Document:
    return docx.Document(io.BytesIO(make_docx(sheet, MOMENT)))


def printed(sheet: Sheet, folder: Path, *, large_print: bool = False) -> Path:
    file = folder / "samenvatting.docx"
    file.write_bytes(make_docx(sheet, MOMENT, large_print=large_print))
    return soffice_to_pdf(file, folder)


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


def written(text: str) -> str:
    """The text without the lines to write on."""
    return text.replace("_" * 40, "").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_what_the_sheet_says_in_its_order(language: Language) -> None:
    sheet = sheet_of(language, USUAL[language], GAPS)
    assert lines_of(reopened(sheet)) == list(sheet.lines())


def lines_of(document: Document) -> list[str]:
    """The head has two on one line, with a tab between them, or one below the other."""
    texts = [re.split("[\t\n]", paragraph.text) for paragraph in document.paragraphs]
    return [written(text) for part in texts for text in part if written(text)]


@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize("practice", ["", "Praktijk De Linde", "Huisartsenpraktijk Linde " * 3])
def test_an_approved_document_says_what_its_sheet_says(origin: Origin, practice: str) -> None:
    sheet = approved_of("nl", origin, practice, practice and "dokter Van Dam")
    assert lines_of(reopened(sheet)) == list(sheet.lines())


@pytest.mark.parametrize(
    "practice", ["Praktijk De Linde", "Gezondheidscentrum en Huisartsenpraktijk De Linde"]
)
@pytest.mark.parametrize("large_print", [False, True])
def test_libreoffice_prints_an_approved_sheet_whole(
    practice: str, *, large_print: bool, tmp_path: Path
) -> None:
    sheet = approved_of("nl", Origin.UNHEARD, practice)
    pdf = printed(sheet, tmp_path, large_print=large_print)
    assert written(pdf_text(pdf)).split() == " ".join(sheet.lines()).split()
    assert large_print or pdf_info(pdf)["Pages"] == "1"
    assert max(edge for _, edge in pdf_right_edges(pdf)) < 1 - 2.2 / 21 + 0.005
    # The moment reaches the right margin beside a short name, and stands below a long one.
    first = pdf_layout(pdf).splitlines()[0].strip()
    assert first.startswith(practice[:17])
    assert first.endswith("9.05 uur") == (practice == "Praktijk De Linde")


def test_headings_are_headings() -> None:
    sheet = sheet_of("nl", USUAL["nl"])
    styles = [(style_of(paragraph), paragraph.text) for paragraph in reopened(sheet).paragraphs]
    assert [text for style, text in styles if style == "Heading 1"] == [TITLES["nl"]]
    assert [text for style, text in styles if style == "Heading 2"] == [
        "Wat is er aan de hand?",
        "Wat gaan we doen?",
        "Wat doet u zelf?",
        "Wanneer belt u ons?",
        "Uw volgende afspraak",
        "Mijn vragen voor de volgende keer",
    ]


def test_whom_to_call_in_danger_is_bold_and_other_sentences_are_not() -> None:
    paragraphs = reopened(sheet_of("nl", USUAL["nl"])).paragraphs
    runs = [run for paragraph in paragraphs for run in paragraph.runs if run.text]
    bold = {run.text for run in runs if run.bold}
    assert bold == {
        "Bel direct 112 bij pijn op de borst, of als u niet meer goed kunt praten.",
    }


def test_what_to_do_and_when_to_call_have_a_bar_at_the_left() -> None:
    paragraphs = reopened(sheet_of("nl", USUAL["nl"])).paragraphs
    barred = [one.text for one in paragraphs if one._p.xpath("w:pPr/w:pBdr/w:left")]
    assert barred[0] == "Wat doet u zelf?"
    assert "Wanneer belt u ons?" in barred
    assert barred[-1] == "Bel direct 112 bij pijn op de borst, of als u niet meer goed kunt praten."
    assert len(barred) == 2 + 3 + 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_properties_name_the_title_and_nobody(language: Language) -> None:
    properties = reopened(sheet_of(language, USUAL[language])).core_properties
    assert properties.title == TITLES[language]
    assert properties.language == LOCALES[language]
    assert properties.created == properties.modified == MOMENT
    assert not properties.author
    assert not properties.last_modified_by
    assert not properties.comments


@pytest.mark.parametrize(
    ("language", "large_print", "points"), [("nl", False, 14.0), ("en", True, 18.0)]
)
def test_libreoffice_prints_it_whole(
    language: Language, *, large_print: bool, points: float, tmp_path: Path
) -> None:
    sheet = sheet_of(language, USUAL[language], GAPS)
    pdf = printed(sheet, tmp_path, large_print=large_print)
    assert written(pdf_text(pdf)).split() == " ".join(sheet.lines()).split()
    assert pdf_language_and_tagged(pdf) == (LOCALES[language], True)
    info = pdf_info(pdf)
    assert info["Title"] == TITLES[language]
    assert info["Page size"].endswith("(A4)")
    assert large_print or info["Pages"] == "1"
    sizes = {run.text: run.size for run in pdf_runs(pdf)}
    assert sizes[sheet.blocks[0].sentences[0]] == points
    assert sizes[sheet.title] > points
    assert min(sizes.values()) == points - 2
    headings = {"H1": [sheet.title], "H2": [*sheet_headings(sheet), sheet.questions]}
    tags = pdf_tags(pdf)
    assert {role: [text for tag, text in tags if tag == role] for role in headings} == headings


def sheet_headings(sheet: Sheet) -> list[str]:
    return [block.heading for block in sheet.blocks if block.heading]


def test_odd_words_and_long_texts_are_printed_whole(tmp_path: Path) -> None:
    word = "abcdefghij" * 20
    long = sheet_of("nl", LONG, GAPS)
    sheet = replace(long, blocks=long.blocks + sheet_with(*ODD, word).blocks)
    pdf = printed(sheet, tmp_path)
    text = written(pdf_text(pdf))
    assert "".join(text.split()) == "".join("".join(sheet.lines()).split())
    assert max(edge for _, edge in pdf_right_edges(pdf)) < 1


@pytest.mark.parametrize("sentence", [*ODD, "Voor 😀 中 na."])
def test_what_looks_like_a_command_is_written(sentence: str) -> None:
    assert sentence in [paragraph.text for paragraph in reopened(sheet_with(sentence)).paragraphs]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe"])
def test_a_character_that_word_cannot_hold_is_marked(character: str) -> None:
    paragraphs = reopened(sheet_with(f"Voor {character} na.")).paragraphs
    assert "Voor \ufffd na." in [paragraph.text for paragraph in paragraphs]
