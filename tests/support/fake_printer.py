"""A printer that keeps what it was sent, or has something wrong with it."""

from __future__ import annotations

from naklank.core.errors import ErrorCode, NaklankError


class FakePrinter:
    """The port `Printer`; set `fails` for one that takes nothing, no name for none at all."""

    def __init__(self, name: str | None = "Testprinter") -> None:
        self.called = name
        self.fails = False
        self.printed: list[bytes] = []

    def name(self) -> str | None:
        return self.called

    def print_pdf(self, pdf: bytes) -> None:
        if self.called is None:
            raise NaklankError(ErrorCode.NO_PRINTER)
        if self.fails:
            raise NaklankError(ErrorCode.PRINTING_FAILED, printer=self.called)
        self.printed.append(pdf)
