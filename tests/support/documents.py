"""Sheets to hand over, and the real programs that read what they become."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from xml.etree import ElementTree as ET

import numpy as np
import pypdf
from playwright.sync_api import sync_playwright

from naklank.core.sheet import Origin, Sheet
from naklank.core.sheet_making import Contacts, Edition, Letterhead, approved_sheet, draft_sheet
from naklank.core.topics import Topic, TopicBlock
from naklank.core.transcript import Language, Stretch
from naklank.handover.sheet_texts import read_sheet_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from playwright.sync_api import Page, ViewportSize

MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=timezone(timedelta(hours=1)))
CONTACTS = Contacts("038 123 45 67", *3 * ("huisartsenpost 038 045 67 89",))
FIRST = Edition()
GAPS = (Stretch(12.4, 18.9), Stretch(61.0, 65.2))

USUAL: dict[Language, tuple[TopicBlock, ...]] = {
    "nl": (
        TopicBlock(None, ("Dag mevrouw, dit hebben wij vandaag besproken.",)),
        TopicBlock(
            Topic.WHAT_IS_GOING_ON,
            (
                "Uw bloeddruk is al een paar maanden te hoog.",
                "U merkt daar weinig van, maar het is slecht voor uw hart, uw ogen en uw nieren.",
                "Daarom gaan we er nu samen iets aan doen, stap voor stap.",
            ),
        ),
        TopicBlock(
            Topic.WHAT_WE_DO,
            (
                "U krijgt er een pil bij: amlodipine van 5 milligram.",
                "Over twee weken prikken we bloed om te zien hoe uw nieren het doen.",
            ),
        ),
        TopicBlock(
            Topic.WHAT_YOU_DO,
            (
                "U neemt elke ochtend één tablet met een glas water.",
                "U meet twee keer per week uw bloeddruk en schrijft de uitkomst op.",
                "Eet minder zout en loop elke dag een half uur.",
            ),
        ),
        TopicBlock(
            Topic.WHEN_TO_CALL,
            (
                "Bel ons als u dikke enkels krijgt of duizelig blijft.",
                "Bel direct 112 bij pijn op de borst, of als u niet meer goed kunt praten.",
            ),
        ),
        TopicBlock(
            Topic.NEXT_APPOINTMENT,
            (
                "We zien elkaar op vrijdag 18 december om kwart over tien.",
                "Neem uw lijstje met metingen mee.",
            ),
        ),
    ),
    "en": (
        TopicBlock(None, ("Good morning, this is what we talked about today.",)),
        TopicBlock(Topic.WHAT_IS_GOING_ON, ("Your blood pressure is too high.",)),
        TopicBlock(Topic.WHAT_WE_DO, ("You get one more tablet: amlodipine 5 milligrams.",)),
        TopicBlock(Topic.WHAT_YOU_DO, ("Take one tablet every morning.", "Eat less salt.")),
        TopicBlock(Topic.WHEN_TO_CALL, ("Call us when your ankles swell.",)),
        TopicBlock(Topic.NEXT_APPOINTMENT, ("We meet on Friday at a quarter past ten.",)),
    ),
}
"""The Dutch text has 145 words, as a dictation of a minute has."""

LONG = tuple(
    TopicBlock(
        topic,
        tuple(
            f"Zin {number} van {topic.value} heeft tien woorden over uw kuur."
            for number in range(12)
        ),
    )
    for topic in Topic
)
"""600 words, and no sentence twice."""

ODD = (
    "<b>5 < 6 & 7 > 6</b>",
    '"Dr. O\'Neil" &amp; Zn.',
    '#panic("x")',
    '#read("/etc/passwd")',
    "[[ ]] $x^2$ ${title} $title {{ }} %s {0}",
    "\\ * _ @ ` ~ ^ | -- --- ... // /* x */",
    "= geen kop",
    "- geen lijst",
    "+ geen lijst",
    "/ geen: term",
    "@geen <verwijzing>",
    "*vet* _schuin_ http://voorbeeld.invalid",
    "é ë ï ö ü ç ñ IJ ĳ € ½ ¼ µ ° ± ≥ ≤ × ² ₂ ‰ …",
    "“dubbel” en ‘enkel’ – en — ♪",
)
"""Sentences that a careless writer of PDF, Word or HTML takes for commands."""


def sheet_of(
    language: Language, blocks: tuple[TopicBlock, ...], gaps: tuple[Stretch, ...] = ()
) -> Sheet:
    return draft_sheet(blocks, gaps, MOMENT, read_sheet_texts(language))


def approved_of(  # noqa: PLR0913 - what stands on the page, each by its name
    language: Language,
    origin: Origin = Origin.CHECKED,
    practice: str = "Praktijk De Linde",
    doctor: str = "dokter Van Dam",
    *,
    patient: str = "",
    contacts: Contacts = CONTACTS,
    edition: Edition = FIRST,
    blocks: tuple[TopicBlock, ...] = (),
    has_sound: bool = True,
    is_interpreted: bool = False,
    leaflets: tuple[str, ...] = (),
) -> Sheet:
    """The usual text, or another, approved."""
    return approved_sheet(
        blocks or USUAL[language],
        MOMENT,
        read_sheet_texts(language),
        origin,
        Letterhead(practice, doctor, patient, contacts),
        edition,
        has_sound=has_sound,
        is_interpreted=is_interpreted,
        leaflets=leaflets,
    )


def sheet_with(*sentences: str) -> Sheet:
    return sheet_of("nl", (TopicBlock(Topic.WHAT_YOU_DO, sentences),))


def _run(*command: str | Path) -> str:
    return subprocess.run(
        command, check=True, timeout=60, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ).stdout.decode()


def pdf_text(pdf: Path) -> str:
    """The text in the order in which it is drawn."""
    return _run("pdftotext", "-enc", "UTF-8", pdf, "-")


def pdf_layout(pdf: Path) -> str:
    """The text as it lies on the page, with blanks for what is empty."""
    return _run("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-")


def pdf_info(pdf: Path) -> dict[str, str]:
    lines = (line.partition(":") for line in _run("pdfinfo", "-isodates", pdf).splitlines())
    return {name: value.strip() for name, _, value in lines}


def pdf_tags(pdf: Path) -> list[tuple[str, str]]:
    """What a screen reader is told: each block's role and text, in the order of the tags."""
    tags: list[tuple[str, str]] = []
    for line in _run("pdfinfo", "-struct-text", pdf).splitlines():
        if text := re.fullmatch(r'\s+"(.*)"', line):
            role, before = tags[-1]
            tags[-1] = role, before + text[1]
        elif role_line := re.fullmatch(r"\s+(\w+).*\((block|inline)\):?", line):
            tags.append((role_line[1], ""))
    return [(role, text.strip()) for role, text in tags]


def pdf_pictures(pdf: Path) -> list[str]:
    """What a screen reader says for each picture that it does not leave out."""
    words: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pypdf.generic.ArrayObject):
            for one in node:
                walk(one.get_object())
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if node.get("/S") == "/Figure":
                words.append(str(node["/Alt"]))
            walk(node.get("/K", pypdf.generic.NullObject()).get_object())

    walk(pypdf.PdfReader(pdf).root_object["/StructTreeRoot"].get_object())
    return words


def pdf_fonts(pdf: Path) -> list[tuple[str, bool]]:
    """Each font's name and whether the file carries it."""
    rows = _run("pdffonts", pdf).splitlines()
    embedded = rows[0].index("emb")
    return [(row.split()[0], row[embedded:].startswith("yes")) for row in rows[2:]]


@dataclass(frozen=True, slots=True)
class Run:
    """Text drawn in one go, with its size in points and its font's name."""

    text: str
    size: float
    font: str


def pdf_runs(pdf: Path) -> list[Run]:
    runs: list[Run] = []

    def visit(text: str, around: Any, matrix: Any, font: Any, size: float) -> None:
        if text.strip():
            points = round(size * matrix[3] * around[3], 1)
            runs.append(Run(text.strip(), points, font["/BaseFont"]))

    for page in pypdf.PdfReader(pdf).pages:
        page.extract_text(visitor_text=visit)
    return runs


def pdf_right_edges(pdf: Path) -> list[tuple[str, float]]:
    """Each word and its right edge, in widths of the page; above 1 it is off the paper."""
    edges = []
    for page in ET.fromstring(_run("pdftotext", "-bbox", pdf, "-")).iter():  # noqa: S314 - our own
        if page.tag.endswith("page"):
            width = float(page.attrib["width"])
            edges += [(word.text or "", float(word.attrib["xMax"]) / width) for word in page]
    return edges


def pdf_dots(pdf: Path, page: int = 0) -> NDArray[np.float64]:
    """A page as poppler draws it, 72 dots to the inch: 0 is white paper, 1 is black ink."""
    number = str(page + 1)
    command = ["pdftoppm", "-r", "72", "-gray", "-f", number, "-singlefile", str(pdf)]
    raw = subprocess.run(command, check=True, timeout=60, stdout=subprocess.PIPE).stdout
    kind, size, depth, dots = raw.split(b"\n", 3)
    assert (kind, depth) == (b"P5", b"255")
    width, height = map(int, size.split())
    return 1 - np.frombuffer(dots, np.uint8).reshape(height, width) / 255


def pdf_language_and_tagged(pdf: Path) -> tuple[str, bool]:
    """What the file says of itself in its catalogue."""
    root = _catalogue(pdf)
    return root.get("/Lang", ""), bool(root.get("/MarkInfo", {}).get("/Marked", False))


def pdf_metadata(pdf: Path) -> str:
    """The XMP packet: the place where PDF/UA is claimed."""
    data: bytes = _catalogue(pdf)["/Metadata"].get_data()
    return data.decode()


def _catalogue(pdf: Path) -> Any:
    return pypdf.PdfReader(pdf).trailer["/Root"]


def soffice_to_pdf(document: Path, folder: Path) -> Path:
    """The document as LibreOffice prints it, tagged."""
    return soffice_to_pdfs([document], folder)[0]


def soffice_to_pdfs(documents: Sequence[Path], folder: Path) -> list[Path]:
    """As above, many of them in one run."""
    options = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    with subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"pdf:writer_pdf_Export:{options}",
            "--outdir",
            str(folder),
            *map(str, documents),
        ],
        env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            code = process.wait(timeout=60 + len(documents))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert code == 0
    return [folder / f"{document.stem}.pdf" for document in documents]


@contextlib.contextmanager
def chromium_page(
    width: int = 1200, scheme: Literal["light", "dark"] = "light", *, scripts: bool = True
) -> Iterator[Page]:
    """An empty page of the system's Chromium, which is gone afterwards."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "Chromium is not installed"
    threads = set(threading.enumerate())
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=executable,
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-quic",
                ],
            )
            size: ViewportSize = {"width": width, "height": 800}
            with browser:
                yield browser.new_page(
                    viewport=size, color_scheme=scheme, java_script_enabled=scripts
                )
    finally:
        # asyncio does not wait for its helpers when its loop is closed.
        for thread in set(threading.enumerate()) - threads:
            thread.join(timeout=10)
