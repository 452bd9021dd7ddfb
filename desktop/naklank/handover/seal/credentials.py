"""Content Credentials (C2PA) inside a sound or a page of paper, by c2pa-python, without a network.

No time-stamp is asked for, no certificate is looked up, no manifest is fetched: a seal proves no
time, and nobody hears that a file was looked at.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from naklank import __version__
from naklank.core.seals import FileKind
from naklank.core.statement import Statement, read_statement
from naklank.handover.seal.certificates import number_in_words, shown_name, sign
from naklank.handover.seal.manifest_box import is_as_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from naklank.handover.seal.certificates import Pair

LABEL: Final = "nl.naklank.handover"
"""Of the assertion that holds the statement."""

MIME: Final[Mapping[FileKind, str]] = {
    FileKind.SOUND: "audio/mpeg",
    FileKind.PAPER: "application/pdf",
}

_SOURCES: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_MADE: Final[Mapping[FileKind, str]] = {
    FileKind.SOUND: f"{_SOURCES}digitalCapture",
    FileKind.PAPER: f"{_SOURCES}digitalCreation",
}
"""How each came about, in the words of the IPTC."""

_OF_THE_SIGNER: Final = (
    "signingCredential.",
    "claimSignature.outsideValidity",
    "timeStamp.",
)
"""How the codes of failures begin that say nothing of the file, only of who sealed it or when."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a file's own manifest tells, as far as it holds."""

    is_unchanged: bool
    is_signed: bool
    """Somebody who has the leaf's key signed the claim; else its words are nobody's."""
    is_vouched_for: bool
    """By one of the roots that were given, in its time."""
    name: str
    """What its signer calls itself."""
    computer: str
    statement: Statement | None


class BrokenCredentialsError(Exception):
    """The library cannot read the file, or the manifest in it."""


def add_credentials(
    data: bytes, kind: FileKind, statement: Statement, leaf: Pair, root: str
) -> bytes:
    """The file with a manifest inside; its other bytes play and print as before.

    Raises ValueError where the library refuses it, or its seal does not hold.
    """
    import c2pa

    signer = c2pa.Signer.from_callback(
        partial(sign, leaf.key), c2pa.C2paSigningAlg.ES256, leaf.certificate + root, None
    )
    target = io.BytesIO()
    try:
        with (
            c2pa.Context(c2pa.Settings.from_dict(_settings()), signer) as context,
            c2pa.Builder(_manifest(kind, statement), context) as builder,
        ):
            builder.sign(MIME[kind], io.BytesIO(data), target)
    except c2pa.C2paError as error:
        raise ValueError("not sealed") from error
    sealed = target.getvalue()
    told = read_credentials(sealed, kind, (root,))
    if told is None or not (told.is_unchanged and told.is_vouched_for):
        raise ValueError("a seal that does not hold")
    return sealed


def read_credentials(data: bytes, kind: FileKind, roots: Sequence[str]) -> Credentials | None:
    """What the manifest inside tells where these roots are trusted; None without one.

    Raises BrokenCredentialsError.
    """
    import c2pa

    try:
        with c2pa.Context(c2pa.Settings.from_dict(_settings(roots))) as context:
            reader = c2pa.Reader.try_create(MIME[kind], io.BytesIO(data), context=context)
            if reader is None:
                return None
            with reader:
                if not reader.is_embedded():
                    return None  # elsewhere on the network, where nobody looks
                report = json.loads(reader.json())
    except (c2pa.C2paError, ValueError, RecursionError) as error:
        raise BrokenCredentialsError from error
    try:
        told = _told(report)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BrokenCredentialsError from error
    # Of other programs' manifests the shape is theirs.
    if told.statement is not None and not is_as_written(data):
        return replace(told, is_unchanged=False)
    return told


def _told(report: dict[str, Any]) -> Credentials:
    manifest = report["manifests"][report["active_manifest"]]
    results = report["validation_results"]["activeManifest"]
    passed = {one["code"] for one in results["success"]}
    failed = {one["code"] for one in report.get("validation_status", ())}
    failed |= {one["code"] for one in results["failure"]}
    harmful = [code for code in failed if not code.startswith(_OF_THE_SIGNER)]
    signature = manifest.get("signature_info") or {}
    statements = [one["data"] for one in manifest["assertions"] if one["label"] == LABEL]
    is_signed = "claimSignature.validated" in passed
    is_told = is_signed and len(statements) == 1 and "assertion.hashedURI.mismatch" not in failed
    return Credentials(
        is_unchanged=is_signed and not harmful and "assertion.dataHash.match" in passed,
        is_signed=is_signed,
        is_vouched_for=is_signed
        and "signingCredential.trusted" in passed
        and not any(code.startswith(_OF_THE_SIGNER) for code in failed),
        name=shown_name(str(signature.get("issuer", ""))),
        computer=number_in_words(int(signature.get("cert_serial_number", "0"))),
        statement=read_statement(statements[0]) if is_told else None,
    )


def _settings(roots: Sequence[str] = ()) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "version": 1,
        "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_trust": True},
        "builder": {"thumbnail": {"enabled": False}},
    }
    if roots:
        settings["trust"] = {"user_anchors": "".join(roots)}
    return settings


def _manifest(kind: FileKind, statement: Statement) -> dict[str, Any]:
    created = {"action": "c2pa.created", "digitalSourceType": _MADE[kind]}
    return {
        "claim_generator_info": [{"name": "Naklank", "version": __version__}],
        "assertions": [
            {"label": "c2pa.actions", "data": {"actions": [created]}},
            {"label": LABEL, "data": statement.fields},
        ],
    }
