"""From a file's bytes to what can be said of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from naklank.core.seals import FileKind, Judgement, Signer, Standing, Verdict
from naklank.handover.seal.certificates import practice_of, read_certificate
from naklank.handover.seal.credentials import (
    BrokenCredentialsError,
    Credentials,
    read_credentials,
)
from naklank.handover.seal.page_seal import has_mark, read_page_seal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from naklank.handover.seal.book import Book

_HEAD: Final = 1024
"""Bytes in which a page or a PDF says what it is."""

_PAGE: Final = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_JUMBF: Final = b"jumb"
"""The name of the box that every manifest begins with (ISO 19566-5)."""

_BY_STANDING: Final = {
    Standing.OURS: Judgement.OURS,
    Standing.KNOWN: Judgement.KNOWN,
    Standing.CLAIMED: Judgement.UNKNOWN,
}


def kind_of(data: bytes) -> FileKind | None:
    """By its first bytes; None for no kind that we make."""
    head = data[:_HEAD]
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"):
        return FileKind.SOUND
    if b"%PDF-" in head:
        return FileKind.PAPER
    return FileKind.PAGE if _PAGE.search(head) else None


def judge(data: bytes, book: Book, now: datetime) -> Verdict:
    """What this file's seal says, by the roots that the book trusts.

    NO_SEAL for whatever has none, also where its kind is not known; UNREADABLE for nothing at all,
    and for what passes for a PDF and is none.
    """
    kind = kind_of(data)
    if kind is None:
        return Verdict(Judgement.NO_SEAL if data else Judgement.UNREADABLE)
    try:
        told = _read(data, kind, book.own, now)
        signer = _signer(data, kind, told, book, now) if told and told.is_signed else None
    except BrokenCredentialsError:
        return Verdict(_judgement_of_broken(data, kind), kind)
    if told is None:
        return Verdict(Judgement.NO_SEAL, kind)
    return Verdict(_judgement(told, signer), kind, signer, told.statement)


def _judgement(told: Credentials, signer: Signer | None) -> Judgement:
    if not told.is_unchanged or signer is None:
        return Judgement.CHANGED
    if signer.is_withdrawn or told.statement is None:
        return Judgement.UNKNOWN
    return _BY_STANDING[signer.standing]


def _signer(data: bytes, kind: FileKind, told: Credentials, book: Book, now: datetime) -> Signer:
    """By the name on the root that vouches for it, whatever its leaf calls itself."""
    is_withdrawn = told.computer in book.withdrawn
    if told.is_vouched_for:
        name = practice_of(read_certificate(book.own[0]))
        return Signer(name, told.computer, Standing.OURS, is_withdrawn)
    for root in book.known:
        one = _read(data, kind, (root,), now)
        if one and one.is_vouched_for:
            name = practice_of(read_certificate(root))
            return Signer(name, told.computer, Standing.KNOWN, is_withdrawn)
    return Signer(told.name, told.computer, Standing.CLAIMED)


def _read(data: bytes, kind: FileKind, roots: Sequence[str], now: datetime) -> Credentials | None:
    if kind is not FileKind.PAGE:
        return read_credentials(data, kind, roots)
    return read_page_seal(data, roots, now) if has_mark(data) else None


def _judgement_of_broken(data: bytes, kind: FileKind) -> Judgement:
    if _JUMBF in data:
        return Judgement.CHANGED
    return Judgement.UNREADABLE if kind is FileKind.PAPER else Judgement.NO_SEAL
