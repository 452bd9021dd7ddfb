"""A printer that keeps what it was sent, or has something wrong with it."""

from __future__ import annotations

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.hand_over import QueueState


class FakePrinter:
    """The port `Printer`; set `fails` for one that takes nothing, no name for none at all."""

    def __init__(self, *names: str) -> None:
        self.called = names
        self.fails = False
        self.state = QueueState.EMPTY
        self.printed: list[bytes] = []
        self.sent_to: list[tuple[str, int]] = []
        """The printer and the copies of each."""

    def names(self) -> tuple[str, ...]:
        return self.called

    def print_pdf(self, pdf: bytes, printer: str = "", copies: int = 1) -> None:
        name = self._found(printer)
        if self.fails:
            raise NaklankError(ErrorCode.PRINTING_FAILED, printer=name)
        self.printed.append(pdf)
        self.sent_to.append((name, copies))

    def queue_state(self, printer: str = "") -> QueueState:
        try:
            self._found(printer)
        except NaklankError:
            return QueueState.STOPPED
        return self.state

    def _found(self, printer: str) -> str:
        name = printer or next(iter(self.called), "")
        if name not in self.called:
            raise NaklankError(ErrorCode.NO_PRINTER)
        return name
