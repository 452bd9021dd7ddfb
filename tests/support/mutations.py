"""Files of a hand-over as accidents and forgers leave them; the same for the same dice."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Final

from naklank.handover.seal.book import Book, with_known, with_withdrawn
from naklank.handover.seal.page_seal import seal_page
from naklank.handover.seal.sealing import seal_set
from support.sealed import NAMES, now, practice, unsealed
from support.statements import STATEMENT

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

SOUND, PAPER, PAGE = NAMES
_SEAL: Final = re.compile(rb"<!-- naklank-seal (\S+) -->\n")


class Forgery:
    """What there is to play with: our files, a known practice's, a stranger's of our name."""

    def __init__(self) -> None:
        ours, known = practice(), practice("Apotheek Zuid", 5)
        stolen = practice("Praktijk De Linde", 6).book
        self.book: Book = with_known(ours.book, known.book.root.certificate)
        self.book = with_withdrawn(self.book, "1A2B")
        self.good = (ours.sealed(), known.sealed())
        self.foreign = (practice(which=1).sealed(), seal_set(unsealed(), STATEMENT, stolen, now()))
        self.genuine = frozenset(data for files in self.good for data in files.values())
        """Of these alone ours or known may be said."""

    def make(self, dice: random.Random) -> tuple[str, bytes]:
        """What was done, and the file."""
        way = dice.choice(WAYS)
        name = dice.choice(NAMES)
        return way.__name__, way(self, dice, name)


def _good(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    return dice.choice(forgery.good)[name]


def _place(dice: random.Random, data: bytes | bytearray) -> int:
    """Anywhere, half of the time in the manifest or the page's seal, where damage hides."""
    start = max(data.find(b"jumb"), data.rfind(b"<!-- naklank-seal "), 0)
    if dice.random() < 0.5:
        return dice.randrange(max(start - 200, 0), min(start + 14_000, len(data)))
    return dice.randrange(len(data))


def bits(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    data = bytearray(_good(forgery, dice, name))
    for _ in range(dice.choice((1, 1, 1, 2, 20))):
        data[_place(dice, data)] ^= 1 << dice.randrange(8)
    return bytes(data)


def cut(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    data = _good(forgery, dice, name)
    at, size = _place(dice, data), round(2 ** dice.uniform(0, 15))
    return dice.choice((data[:at], data[at:], data[:at] + data[at + size :]))


def moved(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    data = bytearray(_good(forgery, dice, name))
    size = round(2 ** dice.uniform(0, 12))
    one, other = _place(dice, data), _place(dice, data)
    data[one : one + size] = data[other : other + size]
    return bytes(data)


def appended(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    data = _good(forgery, dice, name)
    more = dice.choice(
        (
            dice.randbytes(dice.randrange(1, 3000)),
            b"TAG" + dice.randbytes(125),
            b"APETAGEX" + dice.randbytes(24),
            b"\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
            dice.choice(forgery.good + forgery.foreign)[dice.choice(NAMES)],
            unsealed()[name],
        )
    )
    return dice.choice((data + more, more + data))


def swapped(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    """Another file's manifest in this one."""
    data = bytearray(_good(forgery, dice, name))
    other = dice.choice(forgery.good + forgery.foreign)[dice.choice(NAMES[:2])]
    if name == PAGE:
        seal = _SEAL.search(dice.choice(forgery.good + forgery.foreign)[PAGE])
        assert seal
        body = _SEAL.sub(b"", bytes(data)).replace(b"1", b"2", dice.randrange(2))
        return body + seal[0] + (seal[0] if dice.random() < 0.3 else b"")
    (start, end), (first, last) = _manifest(bytes(data)), _manifest(other)
    data[start:end] = other[first:last]
    return bytes(data)


def tagged(forgery: Forgery, dice: random.Random, _name: str) -> bytes:
    """Games with the head of ID3."""
    data = bytearray(_good(forgery, dice, SOUND))
    head = b"ID3" + bytes((dice.choice((2, 3, 4, 9)), 0, dice.randrange(256)))
    size = dice.randbytes(4) if dice.random() < 0.5 else bytes((0, 0, dice.randrange(64), 0))
    frame = dice.choice((b"TXXX", b"GEOB", b"PRIV", b"APIC")) + dice.randbytes(6)
    match dice.randrange(4):
        case 0:
            data[6:10] = dice.randbytes(4)
        case 1:
            return bytes(head + size + data)
        case 2:
            data[10:10] = frame + dice.randbytes(dice.randrange(500))
        case 3:
            at = data.find(b"GEOB")
            data[at + 4 : at + 8] = dice.randbytes(4)
    return bytes(data)


def huge(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    """Sizes that promise gigabytes, and fields of a megabyte."""
    data = bytearray(_good(forgery, dice, name))
    at = _place(dice, data)
    if dice.random() < 0.5:
        data[at : at + 4] = b"\xff\xff\xff\xff"
    else:
        data[at:at] = dice.choice((b"\0", b"A", b"[", b"<")) * 1_000_000
    return bytes(data)


def foreign(forgery: Forgery, dice: random.Random, name: str) -> bytes:
    """Valid, and by a stranger that calls itself like us."""
    return dice.choice(forgery.foreign)[name]


def again(forgery: Forgery, dice: random.Random, _name: str) -> bytes:
    """Our page, changed and sealed by a stranger under our root's certificate."""
    stranger, ours = practice(which=1).book, practice().book
    body = _SEAL.sub(b"", forgery.good[0][PAGE]).replace(b"1", b"2", dice.randrange(3))
    return seal_page(body, STATEMENT, stranger.leaf, ours.root.certificate)


def told_otherwise(forgery: Forgery, dice: random.Random, _name: str) -> bytes:
    """Another word in the JSON of a page's seal."""
    data = _good(forgery, dice, PAGE)
    found = _SEAL.search(data)
    assert found
    raw = json.loads(base64.b64decode(found[1]))
    field = dice.choice(("kind", "statement", "leaf", "root", "signature"))
    raw[field] = dice.choice((None, "", [], {}, 10**30, "A" * 5000, raw["leaf"], raw["signature"]))
    text = base64.b64encode(json.dumps(raw).encode())
    return data[: found.start()] + b"<!-- naklank-seal " + text + b" -->\n"


def _manifest(data: bytes) -> tuple[int, int]:
    start = data.find(b"jumb") - 4
    return start, start + int.from_bytes(data[start : start + 4])


WAYS: Final[tuple[Callable[[Forgery, random.Random, str], bytes], ...]] = (
    bits,
    bits,
    bits,
    cut,
    moved,
    appended,
    swapped,
    tagged,
    huge,
    foreign,
    again,
    told_otherwise,
)
