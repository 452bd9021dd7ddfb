"""Any public reader of C2PA accepts our files, and they play, print and open as before."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import av
import c2pa
import numpy as np
import pypdf
import pytest

from naklank.core.seals import FileKind, Judgement
from naklank.handover.seal import certificates
from naklank.handover.seal.book import Book, begun
from naklank.handover.seal.credentials import LABEL, MIME
from naklank.handover.seal.sealing import seal_set
from naklank.handover.seal.verifying import judge
from support.documents import chromium_page, pdf_layout
from support.sealed import NAMES, now, practice, unsealed
from support.statements import STATEMENT

if TYPE_CHECKING:
    from pathlib import Path

SOUND, PAPER, PAGE = NAMES
BOTH = pytest.mark.parametrize("name", [SOUND, PAPER])


def read(name: str, *roots: str) -> dict[str, Any]:
    """By the library's own reader, with its defaults but for the roots that it trusts."""
    settings = {"trust": {"user_anchors": "".join(roots)}} if roots else {}
    mime = MIME[FileKind.SOUND if name == SOUND else FileKind.PAPER]
    with (
        c2pa.Context(c2pa.Settings.from_dict(settings)) as context,
        c2pa.Reader(mime, io.BytesIO(practice().sealed()[name]), context=context) as reader,
    ):
        report: dict[str, Any] = json.loads(reader.json())
        return report


@BOTH
def test_with_our_root_it_is_trusted(name: str) -> None:
    report = read(name, practice().book.root.certificate)
    assert report["validation_state"] == "Trusted"
    assert report["validation_results"]["activeManifest"]["failure"] == []


@BOTH
def test_without_our_root_it_is_valid_and_only_the_signer_is_unknown(name: str) -> None:
    report = read(name)
    assert report["validation_state"] == "Valid"
    codes = [one["code"] for one in report["validation_status"]]
    assert codes == ["signingCredential.untrusted"]


@BOTH
def test_the_manifest_tells_the_statement_and_nothing_of_the_computer(name: str) -> None:
    report = read(name)
    (manifest,) = report["manifests"].values()
    told = {one["label"]: one["data"] for one in manifest["assertions"]}
    assert told[LABEL] == STATEMENT.fields
    assert set(told) == {"c2pa.actions.v2", LABEL}
    assert manifest["signature_info"]["issuer"] == "Praktijk De Linde"
    assert "time" not in manifest["signature_info"]  # no authority was asked for one


def test_the_sound_plays_to_the_last_sample() -> None:
    def samples(data: bytes) -> np.ndarray[Any, Any]:
        with av.open(io.BytesIO(data), "r") as container:
            frames = [frame.to_ndarray() for frame in container.decode(audio=0)]
            return np.concatenate(frames, axis=1)

    bare, sealed = unsealed()[SOUND], practice().sealed()[SOUND]
    assert np.array_equal(samples(bare), samples(sealed))
    with av.open(io.BytesIO(sealed), "r") as container:
        assert container.metadata["title"] == "Samenvatting van uw gesprek"


def test_the_paper_says_the_same_and_stays_tagged(tmp_path: Path) -> None:
    shown = {}
    for kind, files in (("bare", unsealed()), ("sealed", practice().sealed())):
        file = tmp_path / f"{kind}.pdf"
        file.write_bytes(files[PAPER])
        shown[kind] = pdf_layout(file)
    assert shown["bare"] == shown["sealed"]
    catalogue = pypdf.PdfReader(io.BytesIO(practice().sealed()[PAPER])).root_object
    assert isinstance(catalogue, pypdf.generic.DictionaryObject)
    assert catalogue.raw_get("/MarkInfo").get_object()["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert str(catalogue["/Lang"]) == "nl"


def test_the_page_shows_nothing_of_its_seal(tmp_path: Path) -> None:
    words, complaints = {}, list[str]()
    for kind, files in (("bare", unsealed()), ("sealed", practice().sealed())):
        file = tmp_path / f"{kind}.html"
        file.write_bytes(files[PAGE])
        with chromium_page() as page:
            page.on("console", lambda message: complaints.append(message.text))
            page.goto(file.as_uri())
            words[kind] = page.locator("body").inner_text()
    assert complaints == []
    assert words["bare"] == words["sealed"]
    assert "Luister naar het geluid" in words["sealed"]


def test_a_leaf_that_has_expired_is_no_proof_that_the_file_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In thirty years who sealed it counts no more; that it was changed, nobody says."""
    monkeypatch.setattr(certificates, "LEAF_DAYS", 1 + 3 / 86_400)  # backdated by a day
    book = begun(Book(), "Praktijk De Linde", now())
    sealed = seal_set(unsealed(), STATEMENT, book, now())
    end = certificates.read_certificate(book.leaf.certificate).not_valid_after_utc
    while now() < end + timedelta(seconds=1.1):  # the library asks the system's clock
        assert judge(sealed[SOUND], book, now()).judgement is not Judgement.CHANGED
    judgements = [judge(sealed[name], book, now()).judgement for name in NAMES]
    assert judgements == [Judgement.UNKNOWN] * 3
