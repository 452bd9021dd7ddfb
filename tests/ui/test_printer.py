"""The port `Printer`: over a real queue, and the fake that stands in for it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSizeF

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.hand_over import Printer, QueueState
from naklank.handover.paper import make_pdf
from naklank.ui.printer import place
from support.documents import LONG, MOMENT, USUAL, pdf_dots, pdf_info, sheet_of
from support.fake_printer import FakePrinter
from support.print_queue import NAME, NAME_LETTER, PrintQueue, print_queue

CALL = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from PySide6.QtGui import QGuiApplication
from naklank.core.errors import NaklankError
from naklank.ui.printer import SystemPrinter
app, printer, pdf = QGuiApplication([]), SystemPrinter(), sys.stdin.buffer.read()
call, *arguments = json.loads(sys.argv[1])
with ThreadPoolExecutor() as threads:
    try:
        given = (pdf, *arguments) if call == "print_pdf" else arguments
        answer = threads.submit(getattr(printer, call), *given).result()
        print(json.dumps({"answer": getattr(answer, "value", answer)}))
    except NaklankError as error:
        print(json.dumps({"code": error.code.value, "details": error.details}))
"""


class PrinterOf:
    """`SystemPrinter` in a process of its own, off its main thread, as the app calls it.

    libcups looks once in the life of a process for its server.
    """

    def __init__(self, server: str, **variables: str) -> None:
        self.variables = {"CUPS_SERVER": server, **variables}

    def names(self) -> tuple[str, ...]:
        return tuple(self._ask(b"", "names"))

    def print_pdf(self, pdf: bytes, printer: str = "", copies: int = 1) -> None:
        self._ask(pdf, "print_pdf", printer, copies)

    def queue_state(self, printer: str = "") -> QueueState:
        return QueueState(self._ask(b"", "queue_state", printer))

    def _ask(self, pdf: bytes, *call: object) -> Any:
        done = subprocess.run(
            [sys.executable, "-c", CALL, json.dumps(call)],
            input=pdf,
            capture_output=True,
            env={**os.environ, **self.variables},
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        said = json.loads(done.stdout)
        if "code" in said:
            raise NaklankError(ErrorCode(said["code"]), **said["details"])
        return said["answer"]


@pytest.fixture(scope="session")
def queue() -> Iterator[PrintQueue]:
    with print_queue() as started:
        yield started


@pytest.fixture(params=["the system's printer", "the fake"])
def printer(request: pytest.FixtureRequest) -> Printer:
    if request.param == "the fake":
        return FakePrinter(NAME, NAME_LETTER)
    queue: PrintQueue = request.getfixturevalue("queue")
    return PrinterOf(queue.address)


@pytest.fixture(params=["the system's printer", "the fake"])
def no_printer(request: pytest.FixtureRequest, tmp_path: Path) -> Printer:
    if request.param == "the fake":
        return FakePrinter()
    return PrinterOf(str(tmp_path / "no-cups"))


@pytest.fixture(params=["the system's printer", "the fake"])
def broken_printer(request: pytest.FixtureRequest) -> Printer:
    if request.param == "the fake":
        fake = FakePrinter(NAME)
        fake.fails = True
        return fake
    queue: PrintQueue = request.getfixturevalue("queue")
    return PrinterOf(queue.address, TMPDIR="/nowhere")  # CUPS has no place for its own copy


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The usual sheet, of one page."""
    file = tmp_path / "samenvatting.pdf"
    file.write_bytes(make_pdf(sheet_of("nl", USUAL["nl"]), MOMENT))
    return file


@pytest.fixture
def long_sheet(tmp_path: Path) -> Path:
    """With page numbers, which stand lower than anything else."""
    file = tmp_path / "lang.pdf"
    file.write_bytes(make_pdf(sheet_of("nl", LONG), MOMENT))
    return file


def ink_box(dots: NDArray[np.float64]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is printed."""
    high, wide = np.flatnonzero((dots > 0.1).any(axis=1)), np.flatnonzero((dots > 0.1).any(axis=0))
    return int(wide[0]), int(high[0]), int(wide[-1]), int(high[-1])


def likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """1 for the same dots; below 0.8 for letters that moved by a third of a millimetre."""
    height, width = min(len(one), len(other)), min(len(one[0]), len(other[0]))
    both = np.corrcoef(one[:height, :width].ravel(), other[:height, :width].ravel())
    return float(both[0, 1])


def test_the_systems_own_printer_comes_first(printer: Printer) -> None:
    assert printer.names() == (NAME, NAME_LETTER)


@pytest.mark.parametrize("name", ["", NAME, NAME_LETTER])
def test_it_takes_the_pages(printer: Printer, sheet: Path, name: str) -> None:
    printer.print_pdf(sheet.read_bytes(), name)


def test_a_printer_that_is_gone_is_told(printer: Printer, sheet: Path) -> None:
    with pytest.raises(NaklankError) as raised:
        printer.print_pdf(sheet.read_bytes(), "Weggehaald")
    assert raised.value.code is ErrorCode.NO_PRINTER
    assert printer.queue_state("Weggehaald") is QueueState.STOPPED


def test_without_a_printer_there_is_no_name_and_nothing_is_printed(
    no_printer: Printer, sheet: Path
) -> None:
    assert no_printer.names() == ()
    with pytest.raises(NaklankError) as raised:
        no_printer.print_pdf(sheet.read_bytes())
    assert raised.value.code is ErrorCode.NO_PRINTER


def test_pages_that_are_not_taken_are_told_with_the_printers_name(
    broken_printer: Printer, sheet: Path
) -> None:
    with pytest.raises(NaklankError) as raised:
        broken_printer.print_pdf(sheet.read_bytes())
    assert raised.value.code is ErrorCode.PRINTING_FAILED
    assert raised.value.details == {"printer": NAME}


def test_what_is_no_pdf_is_not_printed(queue: PrintQueue) -> None:
    before = queue.wait_for(0)
    with pytest.raises(NaklankError) as raised:
        PrinterOf(queue.address).print_pdf(b"geen blad")
    assert raised.value.code is ErrorCode.PRINTING_FAILED
    assert queue.wait_for(0) == before


@pytest.mark.parametrize("which", ["sheet", "long_sheet"])
def test_the_paper_shows_every_page_in_its_true_size(
    which: str, queue: PrintQueue, request: pytest.FixtureRequest
) -> None:
    sent: Path = request.getfixturevalue(which)
    printed = print_on(queue, sent)
    pages = int(pdf_info(sent)["Pages"])
    assert pdf_info(printed)["Pages"] == str(pages)
    assert pdf_info(printed)["Page size"].endswith("(A4)")
    for page in range(pages):
        assert likeness(pdf_dots(printed, page), pdf_dots(sent, page)) > 0.8


def test_on_smaller_paper_the_whole_page_is_made_smaller(
    queue: PrintQueue, long_sheet: Path
) -> None:
    queue.choose(NAME_LETTER)
    try:
        printed = print_on(queue, long_sheet)
    finally:
        queue.choose(NAME)
    assert pdf_info(printed)["Page size"].endswith("(letter)")
    pages = int(pdf_info(long_sheet)["Pages"])
    assert pdf_info(printed)["Pages"] == str(pages)
    for page in range(pages):
        left, top, right, bottom = ink_box(pdf_dots(printed, page))
        # 8.5 by 11 inches, of which half an inch on each side cannot be printed on.
        assert left >= 36
        assert top >= 36
        assert right <= 612 - 36
        assert bottom <= 792 - 36
        was = ink_box(pdf_dots(long_sheet, page))
        assert (right - left) / (was[2] - was[0]) == pytest.approx(720 / 842, abs=0.01)
        assert (bottom - top) / (was[3] - was[1]) == pytest.approx(720 / 842, abs=0.01)


def print_on(queue: PrintQueue, sheet: Path) -> Path:
    """The document that the printer receives for this one."""
    before = len(queue.wait_for(0))
    PrinterOf(queue.address).print_pdf(sheet.read_bytes())
    arrived = queue.wait_for(before + 1)
    assert len(arrived) == before + 1
    return arrived[-1]


def test_the_queue_shows_no_name(queue: PrintQueue, sheet: Path) -> None:
    printed = print_on(queue, sheet)
    assert re.fullmatch(r"\d+-naklank\.pdf", printed.name)
    info = pdf_info(printed)
    assert info["Title"] == "Naklank"
    assert not info.get("Author")


def test_two_copies_are_one_job_of_two(queue: PrintQueue, sheet: Path) -> None:
    before = len(queue.wait_for(0))
    PrinterOf(queue.address).print_pdf(sheet.read_bytes(), NAME, 2)
    queue.wait_for(before + 1)
    assert queue.copies_of_last_job() == 2


def test_a_printer_that_is_off_still_gets_it_in_its_queue(queue: PrintQueue, sheet: Path) -> None:
    queue.wait_for(0)
    queue.switch_off()
    try:
        printer = PrinterOf(queue.address)
        printer.print_pdf(sheet.read_bytes())
        assert len(queue.waiting()) == 1
        assert printer.queue_state() is QueueState.WAITING
        queue.run("cancel", "-a")
        assert printer.queue_state() is QueueState.EMPTY
    finally:
        queue.run("cancel", "-a")
        queue.switch_on()


def test_a_printer_that_somebody_stopped_is_told(queue: PrintQueue) -> None:
    queue.run("cupsdisable", NAME_LETTER)
    try:
        assert PrinterOf(queue.address).queue_state(NAME_LETTER) is QueueState.STOPPED
    finally:
        queue.run("cupsenable", NAME_LETTER)


A4 = QSizeF(210, 297)
SHEET_INK = QRectF(22 / 210, 18 / 297, 166 / 210, 270 / 297)
"""From 18 mm below the top to 9 mm above the bottom."""


@pytest.mark.parametrize(
    ("paper", "margin", "expected"),
    [
        pytest.param(QRectF(0, 0, 210, 297), 5, QRectF(0, 0, 210, 297), id="narrow margins"),
        pytest.param(QRectF(0, 0, 297, 420), 5, QRectF(43.5, 61.5, 210, 297), id="larger paper"),
        pytest.param(QRectF(0, 0, 216, 279), 4, QRectF(12.2, 4, 191.6, 271), id="Letter"),
        pytest.param(
            QRectF(0, 0, 210, 297), 13.5, QRectF(13.5, 19.1, 183, 258.8), id="wide margins"
        ),
    ],
)
def test_a_page_is_made_smaller_only_where_its_ink_would_be_lost(
    paper: QRectF, margin: float, expected: QRectF
) -> None:
    printable = paper.adjusted(margin, margin, -margin, -margin)
    placed = place(A4, SHEET_INK, paper, printable)
    assert placed.getRect() == pytest.approx(expected.getRect(), abs=0.1)
