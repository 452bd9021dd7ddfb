"""The hand-over statement: what goes home together, told once and carried by every file of it.

No file holds another file's hash: each holds the statement, and so they belong together. It names
nobody.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Final

from naklank.core.topics import TopicBlock

SALT: Final = 16
"""Bytes. Without it the hash of a short text, which the journal keeps, could be guessed."""

_KIND: Final = "naklank-hand-over-1"
_HASH: Final = re.compile(r"(?:[0-9a-f]{64})?")
_SALT: Final = re.compile(r"[0-9a-f]{32}")
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
_MOST: Final = 10**9
"""No version or length is higher; what claims to be is not ours."""

_DIGITS: Final = 10
"""Of a short code before its two check digits: one in 10^10 meets another's by chance."""
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """What was handed over."""

    salt: str
    """Random, hexadecimal."""
    text: str
    """SHA-256 of salt and approved text, hexadecimal; empty where only sound goes home."""
    sound: str
    """SHA-256 of the approved samples, hexadecimal; empty where no sound goes home."""
    made: datetime
    """By this computer's clock, which nobody vouches for; whole seconds, in UTC."""
    version: int
    """Which edition of the sheet."""
    length_ms: int
    """Of the approved recording; 0 without sound."""
    agreed: bool
    """All present said yes; False too where nothing was recorded and nobody was asked."""

    @property
    def fields(self) -> dict[str, object]:
        """As JSON knows values, for the files."""
        return {"kind": _KIND, **asdict(self), "made": self.made.strftime(_MOMENT)}

    @property
    def canonical(self) -> bytes:
        """The bytes that are hashed and signed: JSON in ASCII, sorted keys, no spaces."""
        return json.dumps(self.fields, sort_keys=True, separators=(",", ":")).encode("ascii")

    @property
    def code(self) -> str:
        """The short code that stands on sheet and page and in the journal."""
        return short_code(hashlib.sha256(self.canonical).digest())


def hash_text(blocks: Sequence[TopicBlock], salt: str) -> str:
    """The statement's hash of an approved text: topics and sentences, a line for each.

    SHA-256 in hexadecimal; so is `salt`, whose bytes come first.
    """
    lines = [
        line
        for block in blocks
        for line in (block.topic.value if block.topic else "", *block.sentences)
    ]
    return hashlib.sha256(bytes.fromhex(salt) + "\n".join(lines).encode()).hexdigest()


def read_statement(fields: object) -> Statement | None:
    """The statement that a file carries; None for anything that we would not have written."""
    if not isinstance(fields, Mapping) or fields.get("kind") != _KIND:
        return None
    values = {name: value for name, value in fields.items() if name != "kind"}
    try:
        made = datetime.strptime(values["made"], _MOMENT).replace(tzinfo=UTC)
        statement = Statement(**{**values, "made": made})
        return statement if _is_sound(statement) and statement.fields == dict(fields) else None
    except (KeyError, TypeError, ValueError):
        return None


def _is_sound(one: Statement) -> bool:
    numbers = (one.version, one.length_ms)
    return (
        isinstance(one.agreed, bool)
        and all(type(number) is int and 0 <= number < _MOST for number in numbers)
        and bool(_SALT.fullmatch(one.salt) and _HASH.fullmatch(one.text))
        and bool(_HASH.fullmatch(one.sound) and (one.text or one.sound))
    )


def short_code(digest: bytes) -> str:
    """Twelve digits in groups of four, the last two a check (ISO 7064, mod 97-10, as in an IBAN).

    Digits alone: letters sound alike on a telephone. The check finds each digit that was heard
    wrong and each pair that was turned around, as happens to "vierentwintig".
    """
    number = int.from_bytes(digest) % 10**_DIGITS
    check = 98 - number * 100 % 97
    return _grouped(f"{number:0{_DIGITS}d}{check:02d}")


def read_code(text: str) -> str | None:
    """A code as somebody typed it, in groups; None where it cannot be one."""
    digits = "".join(re.split(r"[\s.,/-]+", text))
    if len(digits) != _DIGITS + 2 or not (digits.isascii() and digits.isdecimal()):
        return None
    return _grouped(digits) if int(digits) % 97 == 1 else None


def find_codes(text: str) -> tuple[str, ...]:
    """All that can be a short code in a text, each once."""
    found = (read_code(one) for one in re.findall(r"(?<!\d)\d{4} ?\d{4} ?\d{4}(?!\d)", text))
    return tuple(dict.fromkeys(code for code in found if code))


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
