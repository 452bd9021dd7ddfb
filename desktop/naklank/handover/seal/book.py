"""What this computer knows of seals: its own practice's, and those of others.

All of it is one record, which is kept encrypted and authenticated as a whole: whoever can write to
the disk can neither take a key out nor slip a root in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

import msgspec

from naklank.handover.seal.certificates import Pair, new_leaf, new_root, number_of, read_certificate

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Book:
    """Certificates in PEM, private keys, and the numbers of computers that count no more."""

    root: Pair = field(default_factory=Pair)
    """The practice's. Its key is only where it began: a stolen computer elsewhere makes no leaf."""
    leaf: Pair = field(default_factory=Pair)
    """This computer's."""
    earlier: tuple[str, ...] = ()
    """Roots of ours from before: what they sealed stays ours."""
    known: tuple[str, ...] = ()
    """Roots of other practices, which somebody here has imported."""
    withdrawn: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """Every root that is ours, the newest first."""
        return (*((self.root.certificate,) if self.root.certificate else ()), *self.earlier)

    @property
    def is_ready(self) -> bool:
        """Whether this computer can seal."""
        return bool(self.leaf.certificate)


class BookFile(Protocol):
    """Where the book is kept."""

    def read(self) -> bytes | None:
        """None where there is none. Raises KEYS_UNAVAILABLE or SEAL_DAMAGED."""
        ...

    def write(self, data: bytes) -> None:
        """Replace it whole. Raises KEYS_UNAVAILABLE, DISK_FULL or DATA_NOT_WRITABLE."""
        ...


def encode(book: Book) -> bytes:
    """As JSON, the private keys in it: for an encrypted file alone."""
    return msgspec.json.encode(book)


def decode(data: bytes) -> Book:
    """The book that `encode` wrote. Raises ValueError."""
    return msgspec.json.decode(data, type=Book)


def begun(book: Book, practice: str, now: datetime) -> Book:
    """With a root of its own and a leaf; an earlier root stays among ours."""
    root = new_root(practice, now)
    return replace(book, root=root, leaf=new_leaf(root, practice, now), earlier=book.own)


def renewed(book: Book, practice: str, now: datetime) -> Book:
    """With a new leaf under the root whose key is here; old seals stay as good as they were."""
    return replace(book, leaf=new_leaf(book.root, practice, now))


def joined(
    book: Book, backup: Book, practice: str, now: datetime, *, keeps_root: bool = False
) -> Book:
    """As a computer of the practice that made this backup, with a leaf of its own.

    Whom either trusts is trusted, what either withdrew is withdrawn. The root's key stays only
    where more computers are to be let in.
    """
    root = backup.root
    own = dict.fromkeys((*backup.own, *book.own))
    return Book(
        root=root if keeps_root else Pair(root.certificate),
        leaf=new_leaf(root, practice, now),
        earlier=tuple(one for one in own if one != root.certificate),
        known=tuple(one for one in dict.fromkeys((*backup.known, *book.known)) if one not in own),
        withdrawn=tuple(dict.fromkeys((*backup.withdrawn, *book.withdrawn))),
    )


def with_known(book: Book, root: str) -> Book:
    """Trusting one practice more; ours needs no trust."""
    if root in (*book.own, *book.known):
        return book
    return replace(book, known=(*book.known, root))


def without_known(book: Book, root: str) -> Book:
    """Trusting that practice no more; the same where it was not trusted."""
    return replace(book, known=tuple(one for one in book.known if one != root))


def with_withdrawn(book: Book, computer: str) -> Book:
    """Without trust in what that computer sealed, ever: nobody knows since when it was stolen."""
    if computer in book.withdrawn:
        return book
    return replace(book, withdrawn=(*book.withdrawn, computer))


def computer_of(book: Book) -> str:
    """The number of this computer; empty where it has none yet."""
    return number_of(read_certificate(book.leaf.certificate)) if book.is_ready else ""
