"""The seals of this computer: what it seals with, whom it trusts, what it says of a file."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import KnownPractice, SealState, Verdict
from naklank.handover.seal.backup import from_backup, to_backup
from naklank.handover.seal.book import (
    Book,
    begun,
    computer_of,
    decode,
    encode,
    joined,
    renewed,
    with_known,
    with_withdrawn,
    without_known,
)
from naklank.handover.seal.certificates import (
    fingerprint_of,
    practice_of,
    read_certificate,
    read_root,
    to_der,
)
from naklank.handover.seal.sealing import seal_set
from naklank.handover.seal.verifying import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from naklank.core.statement import Statement
    from naklank.handover.seal.book import BookFile

EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""No computer had a seal before."""


class PracticeSeals:
    """The port Seals: `practice` gives the practice's name, `now` the time with its zone."""

    def __init__(
        self, file: BookFile, practice: Callable[[], str], now: Callable[[], datetime]
    ) -> None:
        self._file = file
        self._practice = practice
        self._now = now
        self._alone = Lock()

    def seal(self, files: Mapping[str, bytes], statement: Statement) -> Mapping[str, bytes]:
        """The same files, each sealed; the first time, root and leaf are made.

        Raises CLOCK_WRONG, NOT_SEALED, SEAL_DAMAGED, KEYS_UNAVAILABLE, DISK_FULL or
        DATA_NOT_WRITABLE.
        """
        return seal_set(files, statement, self._ready(), self._now())

    def judge(self, data: bytes) -> Verdict:
        """What this file's seal says. Raises SEAL_DAMAGED or KEYS_UNAVAILABLE."""
        return judge(data, self._read(), self._now())

    def state(self) -> SealState:
        """Raises SEAL_DAMAGED or KEYS_UNAVAILABLE."""
        book = self._read()
        return SealState(
            practice=_shown(book.root.certificate) if book.is_ready else None,
            computer=computer_of(book),
            has_root=bool(book.root.key),
            known=tuple(map(_shown, book.known)),
            withdrawn=book.withdrawn,
        )

    def certificate(self) -> bytes:
        """The practice's own, for others to trust: DER, made where there was none yet."""
        return to_der(read_certificate(self._ready().root.certificate))

    def look_at(self, certificate: bytes) -> KnownPractice:
        """Whose it says it is, before anybody trusts it. Raises CERTIFICATE_FOREIGN."""
        return _shown(_root(certificate))

    def trust(self, certificate: bytes) -> None:
        """Know the seals of this practice from now on. Raises CERTIFICATE_FOREIGN as well."""
        root = _root(certificate)
        self._change(lambda book: with_known(book, root))

    def forget(self, number: str) -> None:
        """Trust a practice no more."""

        def without(book: Book) -> Book:
            for root in book.known:
                if _shown(root).number == number:
                    book = without_known(book, root)
            return book

        self._change(without)

    def withdraw(self, computer: str) -> None:
        """Let nothing that this computer ever sealed count as ours: it was stolen."""
        self._change(lambda book: with_withdrawn(book, computer))

    def renew(self) -> None:
        """A new leaf; a new root too where the root's key is elsewhere or the book is damaged.

        What was sealed before stays as good as it was, but for what a damaged book knew.
        """
        with self._alone:
            book = self._read_or_begin()
            anew = renewed if book.root.key else begun
            self._write(anew(book, self._practice(), self._believable_time()))

    def backup(self, passphrase: str) -> bytes:
        """Raises PHRASE_SHORT or ROOT_NOT_HERE as well."""
        return to_backup(self._read(), passphrase)

    def take_over(self, backup: bytes, passphrase: str, *, keeps_root: bool) -> None:
        """Become a computer of the practice that made this backup.

        `keeps_root`: more computers can be let in from here. Raises PHRASE_WRONG or BACKUP_FOREIGN.
        """
        taken = from_backup(backup, passphrase)
        with self._alone:
            book = self._read_or_begin()
            practice, now = self._practice(), self._believable_time()
            self._write(joined(book, taken, practice, now, keeps_root=keeps_root))

    def _ready(self) -> Book:
        """With a leaf, made now where there is none."""
        with self._alone:
            book = self._read()
            if not book.is_ready:
                book = begun(book, self._practice(), self._believable_time())
                self._write(book)
            return book

    def _believable_time(self) -> datetime:
        """For keys that are made now: of a clock that fell back they would tell for decades."""
        now = self._now()
        if now < EARLIEST:
            raise NaklankError(ErrorCode.CLOCK_WRONG, moment=now.isoformat(timespec="minutes"))
        return now

    def _read_or_begin(self) -> Book:
        """An empty one in the place of a damaged one: only where somebody asked for a new one."""
        try:
            return self._read()
        except NaklankError as error:
            if error.code is not ErrorCode.SEAL_DAMAGED:
                raise
            return Book()

    def _change(self, change: Callable[[Book], Book]) -> None:
        with self._alone:
            book = self._read()
            if (changed := change(book)) != book:
                self._write(changed)

    def _read(self) -> Book:
        data = self._file.read()
        try:
            return Book() if data is None else decode(data)
        except ValueError as error:
            raise NaklankError(ErrorCode.SEAL_DAMAGED) from error

    def _write(self, book: Book) -> None:
        self._file.write(encode(book))


def _root(certificate: bytes) -> str:
    try:
        return read_root(certificate)
    except ValueError as error:
        raise NaklankError(ErrorCode.CERTIFICATE_FOREIGN) from error


def _shown(root: str) -> KnownPractice:
    certificate = read_certificate(root)
    return KnownPractice(practice_of(certificate), fingerprint_of(certificate))
