"""A self-test without a computer: each item is what a test says, at once or when it lets it go."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from naklank.core.selftest import Finding, Item, Outcome, Probe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.errors import NaklankError

ALL_WELL: Final = (
    Finding(Item.MICROPHONE, Outcome.MICROPHONE_WORKS, {"peak_dbfs": -12.0}, ("Desk microphone",)),
    Finding(Item.DISK, Outcome.DISK_ROOM, {"free_bytes": 74_500_000_000}),
    Finding(Item.PRINTER, Outcome.PRINTER_THERE, {"count": 1}, ("Printer of Mrs De Vries",)),
)


class FakeProbes:
    """What `Equipment.selftest` is in tests; `findings` is what the next test finds."""

    def __init__(self) -> None:
        self.findings: tuple[Finding, ...] = ALL_WELL
        self.problems: tuple[NaklankError, ...] = ()
        """What the last test was told of the settings."""
        self.stops_heard = 0
        self._free = threading.Event()
        self._free.set()

    def hold(self) -> None:
        """Each item takes endlessly long, until `release` or until somebody says stop."""
        self._free.clear()

    def release(self) -> None:
        self._free.set()

    def __call__(self, problems: Sequence[NaklankError]) -> tuple[Probe, ...]:
        self.problems = tuple(problems)
        return tuple(Probe(one.item, self._look(one)) for one in self.findings)

    def _look(self, finding: Finding) -> Callable[[threading.Event], Finding]:
        def look(stopped: threading.Event) -> Finding:
            while not self._free.wait(0.01):
                if stopped.is_set():
                    self.stops_heard += 1
                    return Finding(finding.item, Outcome.NOT_KNOWN)
            return finding

        return look
