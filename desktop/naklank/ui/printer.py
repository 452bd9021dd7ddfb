"""The system's printer through Qt."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.hand_over import QueueState

if TYPE_CHECKING:
    from collections.abc import Iterator

JOB: Final = "Naklank"
"""What the queue shows, to everybody who looks at it: nothing of anybody."""

DPI: Final = 300
_INK_DPI: Final = 72
_POINTS: Final = 72
"""In an inch."""
_PATIENCE: Final = 5.0
"""Seconds for the system to tell of a queue."""
_STOPPED: Final = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


class SystemPrinter:
    """The port `Printer`.

    Each call asks the system anew, which takes seconds where a network printer is away: never on
    the main thread. "Printed" means that the queue took it; paper is seen by people alone.
    """

    def names(self) -> tuple[str, ...]:
        """The system's default printer first."""
        default = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda one: one != default))

    def print_pdf(self, pdf: bytes, printer: str = "", copies: int = 1) -> None:
        """Send the pages to its queue. Raises NO_PRINTER or PRINTING_FAILED."""
        info = self._found(printer)
        if info is None:
            raise NaklankError(ErrorCode.NO_PRINTER)
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setPageSize(_paper(info))
        device.setCopyCount(copies)
        if not draw_pages(pdf, device):
            raise NaklankError(ErrorCode.PRINTING_FAILED, printer=info.printerName())

    def queue_state(self, printer: str = "") -> QueueState:
        """By what Qt knows of the printer, and CUPS of jobs that wait."""
        info = self._found(printer)
        if info is None or info.state() in _STOPPED:
            return QueueState.STOPPED
        return QueueState.WAITING if _has_jobs(info.printerName()) else QueueState.EMPTY

    def _found(self, printer: str) -> QPrinterInfo | None:
        name = printer or next(iter(self.names()), "")
        info = QPrinterInfo.printerInfo(name)
        return None if info.isNull() else info


def _has_jobs(name: str) -> bool:
    """Whether CUPS still holds a job for it; no where there is no CUPS to ask."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - the name is an argument, never a command
            [lpstat, "-o", name], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(done.stdout.strip())


def draw_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Print every page in its true size on the paper that is set; False where that failed.

    Only where something would fall off the printable part is a page made smaller, as a whole.
    """
    printer.setDocName(JOB)
    printer.setResolution(DPI)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter()
    with _opened(pdf) as document:
        ink, sheet = _ink(document), _sheet_of_paper(printer)
        if not document.pageCount() or not painter.begin(printer):
            return False
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for page in range(document.pageCount()):
            if page and not printer.newPage():
                painter.end()
                printer.abort()
                return False
            size = document.pagePointSize(page) * printer.resolution() / _POINTS
            painter.drawImage(place(size, ink, *sheet), _rendered(document, page, DPI))
    return painter.end() and printer.printerState() not in _STOPPED


def _paper(info: QPrinterInfo) -> QPageSize:
    """A4, or what the printer has where it knows no A4."""
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    known = info.supportedPageSizes()
    has_a4 = not known or any(size.isEquivalentTo(a4) for size in known)
    return a4 if has_a4 else info.defaultPageSize()


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """The document, read from memory; one that cannot be read has no pages."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


def _rendered(document: QPdfDocument, page: int, dpi: int) -> QImage:
    size = (document.pagePointSize(page) * dpi / _POINTS).toSize()
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper


def _ink(document: QPdfDocument) -> QRectF:
    """The part of the paper on which any page prints, from 0 to 1 in both directions."""
    ink = QRectF()
    for page in range(document.pageCount()):
        ink = ink.united(_ink_of(_rendered(document, page, _INK_DPI)))
    return ink


def _ink_of(image: QImage) -> QRectF:
    import numpy as np

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    inked = rows[:, : grey.width()] < 255  # noqa: PLR2004 - white
    high, wide = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not high.size:
        return QRectF()
    left, right = wide[0] / grey.width(), (wide[-1] + 1) / grey.width()
    top, bottom = high[0] / grey.height(), (high[-1] + 1) / grey.height()
    return QRectF(left, top, right - left, bottom - top)


def _sheet_of_paper(printer: QPrinter) -> tuple[QRectF, QRectF]:
    """The paper and the part of it on which the printer can print, in its dots."""
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Inch)
    paper = QRectF(layout.fullRectPixels(printer.resolution()))
    return paper, paper.marginsRemoved(layout.minimumMargins() * printer.resolution())


def place(page: QSizeF, ink: QRectF, paper: QRectF, printable: QRectF) -> QRectF:
    """Where a page belongs: in the middle of the paper in its own size, if its ink then fits.

    Else as large as fits the printable part. `ink` counts from 0 to 1; the rest in dots.
    """
    placed = QRectF(0, 0, page.width(), page.height())
    placed.moveCenter(paper.center())
    inked = QRectF(
        placed.x() + ink.x() * page.width(),
        placed.y() + ink.y() * page.height(),
        ink.width() * page.width(),
        ink.height() * page.height(),
    )
    if not printable.contains(inked):
        scale = min(1.0, printable.width() / page.width(), printable.height() / page.height())
        placed.setSize(page * scale)
        placed.moveCenter(printable.center())
    return placed
