"""A set of files, each with its seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import FileKind
from naklank.handover.seal.certificates import is_valid_at, read_certificate
from naklank.handover.seal.credentials import add_credentials
from naklank.handover.seal.page_seal import seal_page
from naklank.handover.seal.verifying import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from naklank.core.statement import Statement
    from naklank.handover.seal.book import Book


def seal_set(
    files: Mapping[str, bytes], statement: Statement, book: Book, now: datetime
) -> dict[str, bytes]:
    """All of them sealed, by their names; the book has a leaf.

    Raises CLOCK_WRONG where the leaf is not valid at this computer's time, and NOT_SEALED where a
    file cannot carry a seal.
    """
    leaf = read_certificate(book.leaf.certificate)
    if not is_valid_at(leaf, now):
        raise NaklankError(ErrorCode.CLOCK_WRONG, moment=now.isoformat(timespec="minutes"))
    return {name: _sealed(data, statement, book) for name, data in files.items()}


def _sealed(data: bytes, statement: Statement, book: Book) -> bytes:
    kind = kind_of(data)
    root = book.root.certificate
    if kind is None:
        raise NaklankError(ErrorCode.NOT_SEALED)
    if kind is FileKind.PAGE:
        return seal_page(data, statement, book.leaf, root)
    try:
        return add_credentials(data, kind, statement, book.leaf, root)
    except ValueError as error:
        raise NaklankError(ErrorCode.NOT_SEALED) from error
