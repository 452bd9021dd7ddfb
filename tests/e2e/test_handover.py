"""The main job, by the command, on real speech."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import docx
import jiwer
import pytest

from conftest import SAMPLE
from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from support.cli import Outcome, run_naklank
from support.sounds import correlation

NAMES = ["samenvatting.docx", "samenvatting.html", "samenvatting.mp3", "samenvatting.pdf"]
LONG = ["nathalie_long_065s", "flemishguy_long_150s"]
HEADINGS = [
    "What is going on?",
    "What are we going to do?",
    "What do you do yourself?",
    "When do you call us?",
    "Your next appointment",
]


@pytest.fixture(scope="module")
def sample_set(tmp_path_factory: pytest.TempPathFactory, model: Path) -> tuple[Outcome, Path]:
    folder = tmp_path_factory.mktemp("mee") / "naar huis"
    done = run_naklank(
        "handover", SAMPLE, "--language", "en", "--out", folder, NAKLANK_HOME=str(model.parents[1])
    )
    return done, folder


def _pdf_text(folder: Path) -> str:
    return subprocess.run(
        ["pdftotext", folder / "samenvatting.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", text.lower()).split())


def _assert_same_sound(folder: Path, spoken: Sound) -> None:
    heard = read_sound(folder / "samenvatting.mp3")
    assert heard.seconds == pytest.approx(spoken.seconds, abs=0.05)
    assert correlation(resample(heard, spoken.rate).samples, spoken.samples) > 0.98


def test_the_sample_gives_four_files_and_says_where(sample_set: tuple[Outcome, Path]) -> None:
    done, folder = sample_set
    assert done.status == 0, done.err
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert sorted(done.out.splitlines()) == [str(folder / name) for name in NAMES]
    assert "Traceback" not in done.err


def test_the_sample_sounds_like_itself(sample_set: tuple[Outcome, Path], sample: Sound) -> None:
    _assert_same_sound(sample_set[1], sample)


def test_the_samples_page_has_the_spoken_headings_in_order(
    sample_set: tuple[Outcome, Path],
) -> None:
    text = _pdf_text(sample_set[1])
    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert "10 milligrams" in text
    assert "Do not take ibuprofen." in text
    assert text.index("Do not take") < text.index("When do you call us?")


def test_every_file_says_that_nobody_has_checked_it(sample_set: tuple[Outcome, Path]) -> None:
    import av

    folder = sample_set[1]
    with av.open(str(folder / "samenvatting.mp3")) as container:
        texts = {"mp3": container.metadata["title"]}
    texts["pdf"] = _pdf_text(folder)
    texts["html"] = (folder / "samenvatting.html").read_text(encoding="utf-8")
    document = docx.Document(str(folder / "samenvatting.docx"))
    texts["docx"] = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for kind, text in texts.items():
        assert "concept, niet nagekeken" in " ".join(text.split()), kind


@pytest.mark.parametrize("name", LONG)
def test_a_long_dutch_recording(name: str, speech: Path, home: Path, tmp_path: Path) -> None:
    file = speech / "long" / f"{name}.flac"
    done = run_naklank("handover", file, "--out", tmp_path / "uit", NAKLANK_HOME=str(home))
    assert done.status == 0, done.err
    _assert_same_sound(tmp_path / "uit", read_sound(file))
    said = _words(file.with_suffix(".txt").read_text(encoding="utf-8"))
    document = docx.Document(str(tmp_path / "uit" / "samenvatting.docx"))
    body = [p.text for p in document.paragraphs if p.style and p.style.name == "Normal"]
    # The lines on paper that are not the summary: date, name, and two lines to write on.
    typed = _words(" ".join(body[2:-2]))
    assert jiwer.wer(said, typed) <= 0.20
    printed = re.sub(r"\n\d+/\d+\n", "\n", _pdf_text(tmp_path / "uit"))  # without page numbers
    assert typed in _words(printed)


def test_large_print_takes_larger_letters(tmp_path: Path, home: Path) -> None:
    done = run_naklank(
        "handover",
        SAMPLE,
        "--language",
        "en",
        "--large-print",
        "--out",
        tmp_path,
        NAKLANK_HOME=str(home),
    )
    assert done.status == 0, done.err
    document = docx.Document(str(tmp_path / "samenvatting.docx"))
    size = document.styles["Normal"].font.size
    assert size.pt == 18
