"""Files that come back are looked at, and the practice's seal is cared for, off the main thread."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from naklank.core.statement import read_code

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from naklank.core.ports.seals import Seals, Verifier
    from naklank.core.seals import Verdict
    from naklank.workflow.tasks import Tasks


class Deed(Enum):
    """What was done with the seal."""

    SHOWN = "shown"
    """Its SealState comes along; so it does with each change."""
    CERTIFIED = "certified"
    """The practice's certificate comes along."""
    BACKED_UP = "backed_up"
    """The backup comes along."""
    LOOKED_AT = "looked_at"
    """The KnownPractice of a certificate that is not trusted yet, and the certificate."""
    TRUSTED = "trusted"
    FORGOTTEN = "forgotten"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    TAKEN_OVER = "taken_over"


class SealFlow(QObject):
    """What the windows of the seal ask."""

    verified = Signal(object)
    """For each file its path and its Verdict, as a tuple of pairs."""
    looked_up = Signal(str, object)
    """A short code, and what the journal knows of it; empty where it cannot be one."""
    done = Signal(object, object)
    """A Deed and what came of it."""
    failed = Signal(object)

    def __init__(self, seals: Seals, verifier: Verifier, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._seals = seals
        self._verifier = verifier
        self._tasks = tasks

    def verify(self, files: Sequence[Path]) -> None:
        """Look at these files; their order stays."""

        def work() -> tuple[tuple[Path, Verdict], ...]:
            return tuple((file, self._verifier.verify(file)) for file in files)

        self._tasks.run(work, self.verified.emit, self.failed.emit)

    def look_up(self, typed: str) -> None:
        """Ask the journal for a code that somebody reads from a sheet."""
        code = read_code(typed)
        if code is None:
            self.looked_up.emit("", None)
            return
        self._tasks.run(
            lambda: self._verifier.known(code),
            lambda verdict: self.looked_up.emit(code, verdict),
            self.failed.emit,
        )

    def show(self) -> None:
        """Look how the seal stands here: `done` brings SHOWN."""
        self._do(Deed.SHOWN, self._seals.state)

    def certify(self) -> None:
        """Fetch the practice's certificate, for others to trust: `done` brings CERTIFIED."""
        self._do(Deed.CERTIFIED, self._seals.certificate)

    def back_up(self, passphrase: str) -> None:
        """Encrypt the practice's root for another computer: `done` brings BACKED_UP."""
        self._do(Deed.BACKED_UP, lambda: self._seals.backup(passphrase))

    def look_at(self, certificate: bytes) -> None:
        """Whose certificate this is, before somebody trusts it."""
        self._do(Deed.LOOKED_AT, lambda: (self._seals.look_at(certificate), certificate))

    def trust(self, certificate: bytes) -> None:
        """Know another practice's seals from now on: `done` brings TRUSTED."""
        self._change(Deed.TRUSTED, lambda: self._seals.trust(certificate))

    def forget(self, number: str) -> None:
        """Trust the practice of this number no more: `done` brings FORGOTTEN."""
        self._change(Deed.FORGOTTEN, lambda: self._seals.forget(number))

    def withdraw(self, computer: str) -> None:
        """Let nothing count that this computer ever sealed: `done` brings WITHDRAWN."""
        self._change(Deed.WITHDRAWN, lambda: self._seals.withdraw(computer))

    def renew(self) -> None:
        """Seal with new keys from now on: `done` brings RENEWED."""
        self._change(Deed.RENEWED, self._seals.renew)

    def take_over(self, backup: bytes, passphrase: str, *, keeps_root: bool) -> None:
        """Become a computer of the backup's practice: `done` brings TAKEN_OVER."""
        self._change(
            Deed.TAKEN_OVER,
            lambda: self._seals.take_over(backup, passphrase, keeps_root=keeps_root),
        )

    def _change(self, deed: Deed, change: Callable[[], None]) -> None:
        def work() -> object:
            change()
            return self._seals.state()

        self._do(deed, work)

    def _do(self, deed: Deed, work: Callable[[], object]) -> None:
        self._tasks.run(work, lambda outcome: self.done.emit(deed, outcome), self.failed.emit)
