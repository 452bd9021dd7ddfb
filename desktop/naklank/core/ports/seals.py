"""What is asked of the rooms that seal what goes home, and judge what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from naklank.core.seals import KnownPractice, SealState, Verdict
    from naklank.core.statement import Statement


class Seals(Protocol):
    """The practice's seal, and whom it trusts. Each call may take seconds.

    Each raises SEAL_DAMAGED or KEYS_UNAVAILABLE, and what changes something DISK_FULL or
    DATA_NOT_WRITABLE too.
    """

    def seal(self, files: Mapping[str, bytes], statement: Statement) -> Mapping[str, bytes]:
        """The same files, each sealed. Raises CLOCK_WRONG or NOT_SEALED as well."""
        ...

    def judge(self, data: bytes) -> Verdict:
        """What a file's seal says."""
        ...

    def state(self) -> SealState:
        """How the practice's seal stands on this computer."""
        ...

    def certificate(self) -> bytes:
        """The practice's own, for others to trust."""
        ...

    def look_at(self, certificate: bytes) -> KnownPractice:
        """Whose it says it is, before anybody trusts it. Raises CERTIFICATE_FOREIGN."""
        ...

    def trust(self, certificate: bytes) -> None:
        """Know another practice's seals from now on. Raises CERTIFICATE_FOREIGN as well."""
        ...

    def forget(self, number: str) -> None:
        """Trust that practice no more."""
        ...

    def withdraw(self, computer: str) -> None:
        """Let nothing count that this computer ever sealed: it was stolen."""
        ...

    def renew(self) -> None:
        """Seal with new keys; what was sealed before stays ours. Raises CLOCK_WRONG as well."""
        ...

    def backup(self, passphrase: str) -> bytes:
        """The practice's root, for another computer. Raises PHRASE_SHORT or ROOT_NOT_HERE too."""
        ...

    def take_over(self, backup: bytes, passphrase: str, *, keeps_root: bool) -> None:
        """Become a computer of that practice.

        Raises PHRASE_WRONG, BACKUP_FOREIGN or CLOCK_WRONG as well.
        """
        ...


class Verifier(Protocol):
    """Says of files that come back what is known of them. May take seconds."""

    def verify(self, file: Path) -> Verdict:
        """Raises SEAL_DAMAGED or KEYS_UNAVAILABLE."""
        ...

    def known(self, code: str) -> Verdict:
        """What the journal knows of a short code."""
        ...
