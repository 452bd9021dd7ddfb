"""The seal of a web page: a last comment behind it, which signs every byte before it.

C2PA knows no HTML. A comment shows nowhere and runs nothing, so no content policy minds it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from naklank.core.statement import Statement, read_statement
from naklank.handover.seal.certificates import (
    LARGEST,
    is_leaf_of,
    is_signed,
    is_valid_at,
    number_of,
    parse,
    practice_of,
    read_certificate,
    sign,
    to_der,
)
from naklank.handover.seal.credentials import Credentials

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cryptography.x509 import Certificate

    from naklank.handover.seal.certificates import Pair

_KIND: Final = "naklank-page-1"
_MARK: Final = b"<!-- naklank-seal "
_SEAL: Final = re.compile(rb"<!-- naklank-seal ([A-Za-z0-9+/]{1,32768}={0,2}) -->\n\Z")


_NOBODY: Final = Credentials(
    is_unchanged=False,
    is_signed=False,
    is_vouched_for=False,
    name="",
    computer="",
    statement=None,
)


@dataclass(frozen=True, slots=True)
class _Seal:
    statement: Statement
    leaf: Certificate
    root: Certificate
    signature: bytes


def seal_page(page: bytes, statement: Statement, leaf: Pair, root: str) -> bytes:
    """The page with its seal."""
    certificates = _Seal(
        statement, read_certificate(leaf.certificate), read_certificate(root), signature=b""
    )
    signature = sign(leaf.key, _signed_bytes(page, certificates))
    return page + _written(replace(certificates, signature=signature))


def has_mark(page: bytes) -> bool:
    """Whether there is a seal, or what is left of one."""
    return _MARK in page


def read_page_seal(page: bytes, roots: Sequence[str], now: datetime) -> Credentials:
    """What the seal of a page that has a mark tells where these roots are trusted."""
    found = _SEAL.search(page)
    seal = _read(found[1]) if found else None
    body = page[: found.start()] if found else b""
    # Also a seal that says the same in other bytes was touched.
    if (
        seal is None
        or page != body + _written(seal)
        or not is_signed(seal.leaf, seal.signature, _signed_bytes(body, seal))
    ):
        return _NOBODY
    is_ours = any(is_leaf_of(seal.leaf, read_certificate(root)) for root in roots)
    return Credentials(
        is_unchanged=not has_mark(body),
        is_signed=True,
        is_vouched_for=is_ours and is_valid_at(seal.leaf, now),
        name=practice_of(seal.root),
        computer=number_of(seal.leaf),
        statement=seal.statement,
    )


def _written(seal: _Seal) -> bytes:
    """The comment."""
    fields = {
        "kind": _KIND,
        "statement": seal.statement.fields,
        "leaf": _to_text(to_der(seal.leaf)),
        "root": _to_text(to_der(seal.root)),
        "signature": _to_text(seal.signature),
    }
    return _MARK + base64.b64encode(json.dumps(fields).encode()) + b" -->\n"


def _read(text: bytes) -> _Seal | None:
    try:
        raw = json.loads(base64.b64decode(text, validate=True))
        if raw["kind"] != _KIND or (statement := read_statement(raw["statement"])) is None:
            return None
        leaf, root = parse(_from_text(raw["leaf"])), parse(_from_text(raw["root"]))
        return _Seal(statement, leaf, root, _from_text(raw["signature"]))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError, binascii.Error):
        return None


def _signed_bytes(page: bytes, seal: _Seal) -> bytes:
    parts = (page, to_der(seal.leaf), to_der(seal.root))
    hashes = (hashlib.sha256(part).digest() for part in parts)
    return b"\n".join((_KIND.encode(), *hashes, seal.statement.canonical))


def _to_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _from_text(text: Any) -> bytes:  # noqa: ANN401 - whatever the file holds
    if not isinstance(text, str) or len(text) > 2 * LARGEST:
        raise ValueError("no certificate, no signature")
    return base64.b64decode(text, validate=True)
