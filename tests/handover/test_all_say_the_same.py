"""Paper, Word document and web page say the same, character by character."""

from __future__ import annotations

import io
import random
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import docx
import pytest

from naklank.core.sheet import Origin, Sheet
from naklank.core.sheet_making import Contacts, Edition
from naklank.core.topics import Topic, TopicBlock
from naklank.handover.page import make_html
from naklank.handover.paper import make_pdf
from naklank.handover.word import make_docx
from support.documents import MOMENT, ODD, approved_of, pdf_layout, soffice_to_pdfs

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (  # noqa: SIM905 - a list of its own is a screenful
    "u neemt elke ochtend één tablet van 2,5 milligram geen niet X-foto's bloeddruk 038-1234567 "
    "drie keer per dag “zo nodig” (500 mg) 's avonds 3/4 50% hypofysevoorkwabinsufficiëntie "
    "longfunctie-onderzoek über naïef coördinatie ≥ 38,5 °C; vóór na: & < > # $ * _ ~ @ \\ [x]"
).split()
LEAFLETS = ["Nieuwe heup: thuisarts.nl/heup", "Film <kijkoperatie> & meer: vraag de balie"]
WRITING_LINE = re.compile("_{20,}")
PAGE_NUMBER = re.compile(r"^\s*\d+ ?/ ?\d+\s*$", re.MULTILINE)


def generated(seed: int) -> Sheet:
    """Some sheet: any topics, sentences, names and versions; the same one for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    topics: list[Topic | None] = [None, *Topic]
    chosen = dice.sample(topics, dice.randint(1, len(topics)))
    blocks = tuple(TopicBlock(topic, tuple(_sentences(dice))) for topic in chosen)
    numbers = ["", "038 123 45 67", "huisartsenpost 038 045 67 89", "<112> & Zn."]
    edition = Edition(
        dice.randint(1, 3), MOMENT, dice.choice(["", "7F3A-91C2"]), dice.choice(["", "8B2K-0001"])
    )
    return approved_of(
        dice.choice(("nl", "en")),
        dice.choice(tuple(Origin)),
        dice.choice(["", "Praktijk De Linde", "Gezondheidscentrum De Linde & <Partners> " * 2]),
        dice.choice(["", "dokter Van Dam", "dr. M. {Dam} $title"]),
        patient=dice.choice(["", "mevrouw A. de Boer-van den Heuvel", "<b>'t Hoen</b>"]),
        contacts=Contacts(*(dice.choice(numbers) for _ in range(4))),
        edition=edition,
        blocks=blocks,
        has_sound=dice.random() < 0.5,
        leaflets=tuple(dice.sample(LEAFLETS, dice.randint(0, 2))),
        is_interpreted=dice.random() < 0.5,
    )


def _sentences(dice: random.Random) -> list[str]:
    said = [
        " ".join(dice.choices(WORDS, k=dice.randint(1, 25))) + dice.choice(".?!")
        for _ in range(dice.randint(1, 6))
    ]
    return [*said, *dice.sample(ODD, dice.randint(0, 2))]


def letters(text: str) -> str:
    """Without white space: where a line is broken is the page's own."""
    return "".join(text.split())


def on_paper(sheet: Sheet, folder: Path, *, large_print: bool) -> str:
    file = folder / "lees.pdf"
    file.write_bytes(make_pdf(sheet, MOMENT, large_print=large_print))
    return PAGE_NUMBER.sub("", pdf_layout(file))


def in_word(sheet: Sheet, *, large_print: bool) -> list[str]:
    """Line by line; practice and moment stand on one, a tab between them."""
    document = docx.Document(io.BytesIO(make_docx(sheet, MOMENT, large_print=large_print)))
    texts = [part for one in document.paragraphs for part in one.text.split("\t")]
    return [line for text in texts if (line := WRITING_LINE.sub("", text).strip())]


class _Shown(HTMLParser):
    """The text of each heading and paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag not in ("meta", "audio"):
            self.inside.append(tag)
        if tag in ("p", "h1", "h2"):
            self.text.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if {"p", "h1", "h2"} & set(self.inside):
            self.text[-1] += data


def on_the_page(sheet: Sheet, *, large_print: bool) -> list[str]:
    shown = _Shown()
    shown.feed(make_html(sheet, None, large_print=large_print).decode())
    return shown.text


@pytest.mark.parametrize("seed", range(50))
def test_paper_word_and_page_say_what_the_sheet_says(seed: int, tmp_path: Path) -> None:
    sheet, large_print = generated(seed), seed % 2 == 1
    whole = letters("".join(sheet.lines()))
    assert letters(on_paper(sheet, tmp_path, large_print=large_print)) == whole
    assert in_word(sheet, large_print=large_print) == list(sheet.lines())
    by_pen = (sheet.questions, f"{sheet.for_whom} {sheet.patient}".strip())
    read = [line for line in sheet.lines() if line not in by_pen]
    assert on_the_page(sheet, large_print=large_print) == read


def test_libreoffice_prints_the_fifty_whole(tmp_path: Path) -> None:
    documents = []
    for seed in range(50):
        documents.append(tmp_path / f"{seed}.docx")
        documents[-1].write_bytes(make_docx(generated(seed), MOMENT, large_print=seed % 2 == 1))
    for seed, pdf in enumerate(soffice_to_pdfs(documents, tmp_path)):
        text = WRITING_LINE.sub("", pdf_layout(pdf))
        assert letters(text) == letters("".join(generated(seed).lines())), seed


def test_the_fifty_are_of_every_kind() -> None:
    sheets = [generated(seed) for seed in range(50)]
    assert {sheet.language for sheet in sheets} == {"nl", "en"}
    assert {bool(sheet.notices) for sheet in sheets} == {True, False}
    assert {bool(sheet.edition) for sheet in sheets} == {True, False}
    assert {len(sheet.blocks) for sheet in sheets} >= {2, 3, 4, 5, 6}
    assert len({sheet.lines() for sheet in sheets}) == 50
