"""What is said of files that come back: never more than is known."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import pytest

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import FileKind, Judgement, Standing
from naklank.handover.seal.book import (
    Book,
    begun,
    computer_of,
    joined,
    renewed,
    with_known,
    with_withdrawn,
)
from naklank.handover.seal.sealing import seal_set
from naklank.handover.seal.verifying import judge
from support.sealed import NAMES, converted, now, practice, remuxed, unsealed
from support.statements import STATEMENT

SOUND, PAPER, PAGE = NAMES
EACH = pytest.mark.parametrize("name", NAMES)


def judgement(data: bytes, book: Book) -> Judgement:
    return judge(data, book, now()).judgement


@EACH
def test_our_own_file_is_ours(name: str) -> None:
    verdict = judge(practice().sealed()[name], practice().book, now())
    assert verdict.judgement is Judgement.OURS
    assert verdict.statement == STATEMENT
    assert verdict.kind is dict(zip(NAMES, FileKind, strict=True))[name]
    assert verdict.signer is not None
    assert verdict.signer.name == "Praktijk De Linde"
    assert verdict.signer.computer == computer_of(practice().book)
    assert verdict.signer.standing is Standing.OURS


@EACH
def test_a_forged_root_of_the_same_name_is_a_stranger(name: str) -> None:
    forged = practice(which=1)
    verdict = judge(forged.sealed()[name], practice().book, now())
    assert verdict.judgement is Judgement.UNKNOWN
    assert verdict.signer is not None
    assert (verdict.signer.name, verdict.signer.standing) == (
        "Praktijk De Linde",
        Standing.CLAIMED,
    )


@EACH
def test_without_any_book_of_our_own_it_is_a_stranger(name: str) -> None:
    assert judgement(practice().sealed()[name], Book()) is Judgement.UNKNOWN


@EACH
def test_an_imported_practice_is_known_by_the_name_on_its_root(name: str) -> None:
    other = practice("Apotheek Zuid", 2)
    book = with_known(practice().book, other.book.root.certificate)
    verdict = judge(other.sealed()[name], book, now())
    assert verdict.judgement is Judgement.KNOWN
    assert verdict.signer is not None
    assert (verdict.signer.name, verdict.signer.standing) == ("Apotheek Zuid", Standing.KNOWN)
    assert judgement(practice().sealed()[name], book) is Judgement.OURS


@EACH
def test_a_stolen_computer_seals_nothing_of_ours(name: str) -> None:
    ours = practice()
    book = with_withdrawn(ours.book, computer_of(ours.book))
    verdict = judge(ours.sealed()[name], book, now())
    assert verdict.judgement is Judgement.UNKNOWN
    assert verdict.signer is not None
    assert verdict.signer.is_withdrawn


@EACH
def test_another_computer_of_the_practice_is_ours_on_both(name: str) -> None:
    first = practice().book
    second = joined(begun(Book(), "Elders", now()), first, "Praktijk De Linde", now())
    assert second.root.key == b""
    sealed = seal_set(unsealed(), STATEMENT, second, now())
    assert judgement(sealed[name], first) is Judgement.OURS
    assert judgement(practice().sealed()[name], second) is Judgement.OURS


@EACH
def test_old_seals_stay_valid_when_leaf_or_root_are_new(name: str) -> None:
    old = practice()
    new_leaf = renewed(old.book, "Praktijk De Linde", now())
    assert computer_of(new_leaf) != computer_of(old.book)
    new_root = begun(old.book, "Praktijk De Nieuwe Linde", now())
    for book in (new_leaf, new_root):
        assert judgement(old.sealed()[name], book) is Judgement.OURS
        assert judgement(seal_set(unsealed(), STATEMENT, book, now())[name], book) is Judgement.OURS


@EACH
@pytest.mark.parametrize("at", [0.02, 0.3, 0.6, 0.999])
def test_a_changed_byte_is_found(name: str, at: float) -> None:
    data = bytearray(practice().sealed()[name])
    data[int(at * len(data))] ^= 1
    assert judgement(bytes(data), practice().book) in (Judgement.CHANGED, Judgement.NO_SEAL)


@EACH
@pytest.mark.parametrize("more", [b"x", b"\n", b"<!-- x -->", b"TAG" + b"\0" * 125])
def test_what_was_added_is_found(name: str, more: bytes) -> None:
    assert judgement(practice().sealed()[name] + more, practice().book) is Judgement.CHANGED


def test_of_a_changed_sound_whose_it_was_is_still_told() -> None:
    data = bytearray(practice().sealed()[SOUND])
    data[-100] ^= 1
    verdict = judge(bytes(data), practice().book, now())
    assert verdict.judgement is Judgement.CHANGED
    assert verdict.signer is not None
    assert verdict.signer.standing is Standing.OURS
    assert verdict.statement == STATEMENT


def test_of_a_changed_page_nobody_is_told() -> None:
    data = practice().sealed()[PAGE].replace(b"lisinopril", b"lisinopriI").replace(b"1 ", b"2 ")
    verdict = judge(data, practice().book, now())
    assert (verdict.judgement, verdict.signer, verdict.statement) == (Judgement.CHANGED, None, None)


def test_a_seal_of_another_page_does_not_fit() -> None:
    page, other = unsealed()[PAGE], practice().sealed()[PAGE]
    seal = other[other.index(b"<!-- naklank-seal ") :]
    assert judgement(page.replace(b"1", b"2") + seal, practice().book) is Judgement.CHANGED
    assert judgement(other + seal, practice().book) is Judgement.CHANGED


def test_a_page_that_a_stranger_seals_again_is_not_ours() -> None:
    ours, stranger = practice(), practice("Kwaad", 3)
    from naklank.handover.seal.page_seal import seal_page

    page = ours.sealed()[PAGE].replace(b"lisinopril", b"metoprolol")
    again = seal_page(page, STATEMENT, stranger.book.leaf, ours.book.root.certificate)
    assert judgement(again, ours.book) is Judgement.CHANGED
    clean = seal_page(unsealed()[PAGE], STATEMENT, stranger.book.leaf, ours.book.root.certificate)
    assert judgement(clean, ours.book) is Judgement.UNKNOWN


@pytest.mark.parametrize(
    ("form", "codec"), [("mp3", "libmp3lame"), ("ogg", "libopus"), ("mp4", "aac")]
)
def test_a_sound_encoded_anew_has_no_seal(
    form: str, codec: Literal["libmp3lame", "libopus", "aac"]
) -> None:
    again = converted(practice().sealed()[SOUND], form, codec)
    assert judgement(again, practice().book) is Judgement.NO_SEAL


def test_a_trimmed_sound_has_no_seal() -> None:
    assert judgement(remuxed(practice().sealed()[SOUND], 20), practice().book) is Judgement.NO_SEAL


def test_a_sound_cut_off_at_its_end_is_changed() -> None:
    assert judgement(practice().sealed()[SOUND][:-2000], practice().book) is Judgement.CHANGED


def test_two_sounds_in_one_file_are_changed() -> None:
    data = practice().sealed()[SOUND]
    assert judgement(data + data, practice().book) is Judgement.CHANGED
    assert judgement(data + unsealed()[SOUND], practice().book) is Judgement.CHANGED


@EACH
def test_what_was_never_sealed_has_no_seal(name: str) -> None:
    assert judgement(unsealed()[name], practice().book) is Judgement.NO_SEAL


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Judgement.UNREADABLE),
        (b"%PDF-1.7 and nothing more", Judgement.UNREADABLE),
        (b"PK\3\4 a letter", Judgement.NO_SEAL),
        (b"<html><p>hello", Judgement.NO_SEAL),
        (b"<html><!-- naklank-seal AAAA -->\n", Judgement.CHANGED),
        (b"<html><!-- naklank-seal " + b"A" * 10**6 + b" -->\n", Judgement.CHANGED),
    ],
)
def test_what_is_no_file_of_ours(data: bytes, expected: Judgement) -> None:
    assert judgement(data, practice().book) is expected


def test_a_wrong_clock_is_told_instead_of_a_seal_nobody_accepts() -> None:
    for wrong in (datetime(2010, 1, 1, tzinfo=UTC), datetime(2070, 1, 1, tzinfo=UTC)):
        with pytest.raises(NaklankError) as caught:
            seal_set(unsealed(), STATEMENT, practice().book, wrong)
        assert caught.value.code is ErrorCode.CLOCK_WRONG


def test_what_cannot_carry_a_seal_is_told() -> None:
    for data in (b"hello", b"%PDF-1.7 no"):
        with pytest.raises(NaklankError) as caught:
            seal_set({"x": data}, STATEMENT, practice().book, now())
        assert caught.value.code is ErrorCode.NOT_SEALED


def test_two_hand_overs_differ() -> None:
    other = replace(STATEMENT, version=3)
    sound = judge(practice().sealed()[SOUND], practice().book, now())
    paper = judge(practice().sealed(other)[PAPER], practice().book, now())
    assert sound.judgement is paper.judgement is Judgement.OURS
    assert sound.statement != paper.statement


@pytest.mark.parametrize("name", [SOUND, PAPER])
def test_not_a_bit_beside_the_signature_may_change(name: str) -> None:
    """Readers of C2PA pass over names and sizes of boxes, and over the padding."""
    data = practice().sealed()[name]
    elsewhere = with_known(practice(which=1).book, practice().book.root.certificate)
    start = data.find(b"jumb") - 4
    marks = (b"c2pa.assertions", b"c2pa.claim.v2", b"c2pa.signature\0", b"cpadY")
    places = [start + 1, start + 37, *(data.rindex(mark) + 2 for mark in marks)]
    padding = data.rindex(b"cpadY")
    for at in (*places, padding + 6, padding + 5000, padding + 10_000):
        for bit in (1, 16, 128):
            changed = bytearray(data)
            changed[at] ^= bit
            assert judgement(bytes(changed), practice().book) is not Judgement.OURS, (at, bit)
            assert judgement(bytes(changed), elsewhere) is not Judgement.KNOWN, (at, bit)


@EACH
def test_the_other_form_of_a_signature_is_not_ours(name: str) -> None:
    """Anybody can make it of the one that is there (ECDSA is malleable)."""
    from naklank.handover.seal.certificates import _ORDER

    data = practice().sealed()[name]
    if name == PAGE:
        text = data.rpartition(b"<!-- naklank-seal ")[2].removesuffix(b" -->\n")
        raw = json.loads(base64.b64decode(text))
        old = base64.b64decode(raw["signature"])
        raw["signature"] = base64.b64encode(_other(old, _ORDER)).decode()
        changed = data.replace(text, base64.b64encode(json.dumps(raw).encode()))
    else:
        at = data.rindex(b"\xf6\x58\x40") + 3
        changed = data[:at] + _other(data[at : at + 64], _ORDER) + data[at + 64 :]
    assert len(changed) == len(data)
    assert judgement(data, practice().book) is Judgement.OURS
    assert judgement(changed, practice().book) is Judgement.CHANGED


def _other(signature: bytes, order: int) -> bytes:
    return signature[:32] + (order - int.from_bytes(signature[32:])).to_bytes(32)


@pytest.mark.parametrize("field", ["leaf", "root"])
def test_any_byte_of_a_certificate_may_be_wrong(field: str) -> None:
    page = practice().sealed()[PAGE]
    text = page.rpartition(b"<!-- naklank-seal ")[2].removesuffix(b" -->\n")
    raw = json.loads(base64.b64decode(text))
    certificate = base64.b64decode(raw[field])
    for at in range(len(certificate)):
        changed = bytearray(certificate)
        changed[at] ^= 0x42
        raw[field] = base64.b64encode(changed).decode()
        seal = base64.b64encode(json.dumps(raw).encode())
        assert judgement(page.replace(text, seal), practice().book) is Judgement.CHANGED, at
