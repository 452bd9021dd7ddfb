"""The main job, by the command, on the sample and on human Dutch speech, each part read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
import docx
import jiwer
import pytest

from conftest import SAMPLE
from naklank.audio.reading import read_sound, resample
from support.cli import Outcome, run_naklank
from support.documents import (
    chromium_page,
    pdf_info,
    pdf_language_and_tagged,
    pdf_metadata,
    pdf_tags,
    pdf_text,
    soffice_to_pdf,
)
from support.sounds import correlation

SETS = {"nl": "samenvatting", "en": "summary"}
KINDS = ("docx", "html", "mp3", "pdf")
LONG = ["nathalie_long_065s", "flemishguy_long_150s"]
HEADINGS = [
    "What is going on?",
    "What are we going to do?",
    "What do you do yourself?",
    "When do you call us?",
    "Your next appointment",
]

FOR = ("Voor:", "For:")
QUESTIONS = ("Mijn vragen voor de volgende keer", "My questions for next time")


@dataclass(frozen=True)
class Made:
    """What the command made of one recording."""

    recording: Path
    language: str
    done: Outcome
    folder: Path

    def file(self, kind: str) -> Path:
        return self.folder / f"{SETS[self.language]}.{kind}"


@pytest.fixture(scope="module")
def sample_made(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The sample's set, in a folder with a space, as users have them."""
    return _hand_over(SAMPLE, "en", model, tmp_path_factory.mktemp("mee") / "naar huis")


@pytest.fixture(scope="module", params=["sample", *LONG])
def made(
    request: pytest.FixtureRequest, model: Path, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    """Each recording's set, made once."""
    name: str = request.param
    if name == "sample":
        return cast("Made", request.getfixturevalue("sample_made"))
    speech = cast("Path", request.getfixturevalue("speech"))
    return _hand_over(speech / "long" / f"{name}.flac", "nl", model, tmp_path_factory.mktemp("mee"))


def _hand_over(recording: Path, language: str, model: Path, folder: Path) -> Made:
    options = ["--language", language, "--out", str(folder)]
    done = run_naklank("handover", recording, *options, NAKLANK_HOME=str(model.parents[1]))
    assert done.status == 0, done.err
    return Made(recording, language, done, folder)


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", text.lower()).split())


def _summary(file: Path, *styles: str) -> str:
    """The summary's own words in the Word document: without date, name and room for questions."""
    paragraphs = docx.Document(str(file)).paragraphs
    lines = [(p.style.name, p.text) for p in paragraphs if p.style]
    first = next(at for at, (_style, text) in enumerate(lines) if text.startswith(FOR)) + 1
    last = next(at for at, (_style, text) in enumerate(lines) if text in QUESTIONS)
    return _words(" ".join(text for style, text in lines[first:last] if style in styles))


def _without_page_numbers(text: str) -> str:
    return re.sub(r"\n\d+/\d+\n", "\n", text)


def test_four_files_and_where_they_lie(made: Made) -> None:
    files = [made.file(kind) for kind in KINDS]
    assert sorted(made.folder.iterdir()) == files
    assert sorted(made.done.out.splitlines()) == [str(file) for file in files]


def test_the_mp3_sounds_like_the_recording(made: Made) -> None:
    spoken, heard = read_sound(made.recording), read_sound(made.file("mp3"))
    assert heard.seconds == pytest.approx(spoken.seconds, abs=0.05)
    assert correlation(resample(heard, spoken.rate).samples, spoken.samples) > 0.98


def test_the_pdf_holds_the_text_its_tags_and_its_language(made: Made) -> None:
    pdf = made.file("pdf")
    printed = _words(_without_page_numbers(pdf_text(pdf)))
    assert _summary(made.file("docx"), "Normal", "Heading 2") in printed
    assert pdf_language_and_tagged(pdf) == (made.language, True)
    assert "pdfuaid" in pdf_metadata(pdf)
    roles = [role for role, _text in pdf_tags(pdf)]
    assert roles[:2] == ["P", "H1"]
    assert pdf_info(pdf)["Pages"] == "1"


def test_libreoffice_prints_the_same_words(made: Made, tmp_path: Path) -> None:
    printed = soffice_to_pdf(made.file("docx"), tmp_path)
    assert _summary(made.file("docx"), "Normal", "Heading 2") in _words(pdf_text(printed))


def test_chromium_shows_the_text_and_knows_the_length_of_the_sound(made: Made) -> None:
    with chromium_page() as page:
        page.goto(made.file("html").as_uri())
        shown = _words(page.locator("main").inner_text())
        length = page.locator("audio").evaluate(
            "a => a.readyState ? a.duration"
            " : new Promise(done => a.onloadedmetadata = () => done(a.duration))"
        )
    assert _summary(made.file("docx"), "Normal", "Heading 2") in shown
    assert length == pytest.approx(read_sound(made.recording).seconds, abs=0.1)


def test_every_file_says_that_nobody_has_checked_it(made: Made) -> None:
    with av.open(str(made.file("mp3"))) as container:
        texts = {"mp3": container.metadata["title"]}
    texts["pdf"] = pdf_text(made.file("pdf"))
    texts["html"] = made.file("html").read_text(encoding="utf-8")
    document = docx.Document(str(made.file("docx")))
    texts["docx"] = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for kind, text in texts.items():
        assert "concept, niet nagekeken" in " ".join(text.lower().split()), kind


def test_few_words_of_human_dutch_are_wrong(made: Made) -> None:
    said = made.recording.with_suffix(".txt").read_text(encoding="utf-8")
    if made.language == "en":
        # The printed heading stands in the place of the spoken one: "What will you do yourself?"
        said = "\n".join(line for line in said.splitlines() if not _is_heading(line))
    assert jiwer.wer(_words(said), _summary(made.file("docx"), "Normal")) <= 0.20


def _is_heading(line: str) -> bool:
    return line.endswith("?") or line == "Your next appointment."


def test_the_spoken_headings_of_the_sample_stand_on_the_page_in_order(
    sample_made: Made,
) -> None:
    text = pdf_text(sample_made.file("pdf"))
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert "10 milligrams" in text
    assert places[2] < text.index("Do not take ibuprofen.") < places[3]


def test_large_print_takes_larger_letters(model: Path, tmp_path: Path) -> None:
    options = ["--language", "en", "--large-print", "--out", str(tmp_path)]
    done = run_naklank("handover", SAMPLE, *options, NAKLANK_HOME=str(model.parents[1]))
    assert done.status == 0, done.err
    document = docx.Document(str(tmp_path / "summary.docx"))
    size = document.styles["Normal"].font.size
    assert size.pt == 18
