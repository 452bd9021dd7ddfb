"""The practice's keys: made, kept, moved, renewed, and other practices known."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.seals import Judgement, SealState, read_number
from naklank.handover.seal.book import decode
from naklank.handover.seal.certificates import (
    is_valid_at,
    new_root,
    practice_of,
    read_certificate,
    shown_name,
)
from naklank.handover.seal.practice_seals import PracticeSeals
from naklank.storage.encrypted_file import EncryptedFile
from support.sealed import now, unsealed
from support.statements import STATEMENT

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "een lange wachtzin met spaties"
KEY = bytes(range(32))


def seals_in(folder: Path, name: str = "Praktijk De Linde", key: bytes = KEY) -> PracticeSeals:
    folder.mkdir(exist_ok=True)
    return PracticeSeals(EncryptedFile(folder / "seal.naklank", lambda: key), lambda: name, now)


@pytest.fixture
def first(tmp_path: Path) -> PracticeSeals:
    return seals_in(tmp_path / "first")


@pytest.fixture
def second(tmp_path: Path) -> PracticeSeals:
    return seals_in(tmp_path / "second")


def sealed_by(seals: PracticeSeals) -> list[bytes]:
    return list(seals.seal(unsealed(), STATEMENT).values())


def judgements(seals: PracticeSeals, files: list[bytes]) -> set[Judgement]:
    return {seals.judge(data).judgement for data in files}


def fails(code: ErrorCode) -> pytest.RaisesExc[NaklankError]:
    return pytest.RaisesExc(NaklankError, check=lambda error: error.code is code)


def test_keys_are_made_at_the_first_seal_and_stay(first: PracticeSeals, tmp_path: Path) -> None:
    assert first.state() == SealState()
    files = sealed_by(first)
    state = seals_in(tmp_path / "first").state()
    assert state == first.state()
    assert state.practice is not None
    assert state.practice.name == "Praktijk De Linde"
    assert (state.has_root, state.known, state.withdrawn) == (True, (), ())
    assert judgements(seals_in(tmp_path / "first"), files) == {Judgement.OURS}


def test_no_key_and_no_name_lies_on_the_disk_in_clear(first: PracticeSeals, tmp_path: Path) -> None:
    sealed_by(first)
    (file,) = (tmp_path / "first").iterdir()
    data = file.read_bytes()
    book = decode(EncryptedFile(file, lambda: KEY).read() or b"")
    for secret in (book.root.key, book.leaf.key, b"CERTIFICATE", b"De Linde"):
        assert secret
        assert secret not in data
    assert file.stat().st_mode & 0o077 == 0


def test_a_book_that_was_touched_is_told_and_never_replaced_silently(
    first: PracticeSeals, tmp_path: Path
) -> None:
    files = sealed_by(first)
    (file,) = (tmp_path / "first").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"\0")
    broken = file.read_bytes()
    for work in (first.state, lambda: sealed_by(first), lambda: first.judge(files[0])):
        with fails(ErrorCode.SEAL_DAMAGED):
            work()
    with fails(ErrorCode.SEAL_DAMAGED):
        seals_in(tmp_path / "first", key=b"x" * 32).state()
    assert file.read_bytes() == broken
    first.renew()
    assert judgements(first, files) == {Judgement.UNKNOWN}
    assert judgements(first, sealed_by(first)) == {Judgement.OURS}


def test_a_backup_brings_a_broken_computer_back(first: PracticeSeals, tmp_path: Path) -> None:
    files, backup = sealed_by(first), first.backup(PHRASE)
    (file,) = (tmp_path / "first").iterdir()
    file.write_bytes(b"rubbish")
    first.take_over(backup, PHRASE, keeps_root=True)
    assert judgements(first, files) == {Judgement.OURS}
    assert first.state().has_root
    assert first.backup(PHRASE) != backup


def test_the_root_moves_and_both_computers_know_each_other(
    first: PracticeSeals, second: PracticeSeals
) -> None:
    before = sealed_by(second)  # it had begun a root of its own
    firsts = sealed_by(first)
    assert judgements(second, firsts) == {Judgement.UNKNOWN}
    second.take_over(first.backup(PHRASE), PHRASE, keeps_root=False)
    assert judgements(second, firsts + before + sealed_by(second)) == {Judgement.OURS}
    assert judgements(first, sealed_by(second)) == {Judgement.OURS}
    assert not second.state().has_root
    assert second.state().computer != first.state().computer
    with fails(ErrorCode.ROOT_NOT_HERE):
        second.backup(PHRASE)


def test_a_backup_opens_with_its_passphrase_alone(
    first: PracticeSeals, second: PracticeSeals
) -> None:
    sealed_by(first)
    with fails(ErrorCode.PHRASE_SHORT):
        first.backup("kort")
    backup = first.backup("wachtzin met trema: ë")
    with fails(ErrorCode.PHRASE_WRONG):
        second.take_over(backup, "wachtzin met trema: e", keeps_root=False)
    assert second.state() == SealState()
    second.take_over(backup, "wachtzin met trema: e\u0308", keeps_root=False)  # a Mac's ë
    assert second.state().practice == first.state().practice


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b'{"kind": "naklank-practice-1"}', b"\xff" * 9, b"[" * 9999]
)
def test_what_is_no_backup(second: PracticeSeals, data: bytes) -> None:
    with fails(ErrorCode.BACKUP_FOREIGN):
        second.take_over(data, PHRASE, keeps_root=False)


def test_a_damaged_backup_changes_nothing(first: PracticeSeals, second: PracticeSeals) -> None:
    sealed_by(first)
    raw = json.loads(first.backup(PHRASE))
    raw["box"] = raw["box"][:-8] + "AAAAAAA="
    with fails(ErrorCode.PHRASE_WRONG):
        second.take_over(json.dumps(raw).encode(), PHRASE, keeps_root=False)
    assert second.state() == SealState()


def test_another_practice_is_trusted_once_its_certificate_is_imported(
    first: PracticeSeals, tmp_path: Path
) -> None:
    other = seals_in(tmp_path / "other", "Apotheek Zuid")
    files, certificate = sealed_by(other), other.certificate()
    assert judgements(first, files) == {Judgement.UNKNOWN}
    shown = first.look_at(certificate)
    assert shown == other.state().practice
    first.trust(certificate)
    first.trust(certificate)
    assert first.state().known == (shown,)
    assert judgements(first, files) == {Judgement.KNOWN}
    first.forget(shown.number)
    assert judgements(first, files) == {Judgement.UNKNOWN}


def test_a_forged_certificate_of_the_same_name_and_serial_shows_another_number(
    first: PracticeSeals,
) -> None:
    real = x509.load_der_x509_certificate(first.certificate())
    key = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateBuilder(
        real.issuer,
        real.subject,
        key.public_key(),
        real.serial_number,
        real.not_valid_before_utc,
        real.not_valid_after_utc,
        list(real.extensions),
    )
    forged = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    shown, own = first.look_at(forged), first.state().practice
    assert own is not None
    assert shown.name == own.name
    assert shown.number != own.number
    assert len(shown.number) == 20


@pytest.mark.parametrize("between", [b"", b" \n"])
def test_a_certificate_comes_back_from_its_qr_code(
    first: PracticeSeals, second: PracticeSeals, between: bytes
) -> None:
    text = base64.b64encode(first.certificate())
    second.trust(text[:70] + between + text[70:])
    assert second.state().known == (first.state().practice,)


def test_a_certificate_fits_in_a_qr_code(first: PracticeSeals) -> None:
    assert len(first.certificate()) < 800


def test_our_own_certificate_is_not_listed_as_another(first: PracticeSeals) -> None:
    first.trust(first.certificate())
    assert first.state().known == ()


@pytest.mark.parametrize(
    "data", [b"", b"x", b"MII", b"MII=!", b"-----BEGIN CERTIFICATE-----\n", b"0" * 10_000]
)
def test_what_is_no_certificate(first: PracticeSeals, data: bytes) -> None:
    with fails(ErrorCode.CERTIFICATE_FOREIGN):
        first.trust(data)


def test_a_leaf_is_no_practice(first: PracticeSeals, tmp_path: Path) -> None:
    sealed_by(first)
    book = decode(EncryptedFile(tmp_path / "first" / "seal.naklank", lambda: KEY).read() or b"")
    with fails(ErrorCode.CERTIFICATE_FOREIGN):
        first.look_at(book.leaf.certificate.encode())


def test_what_a_stolen_computer_sealed_counts_no_more_and_travels_with_the_root(
    first: PracticeSeals, second: PracticeSeals, tmp_path: Path
) -> None:
    sealed_by(first)
    second.take_over(first.backup(PHRASE), PHRASE, keeps_root=False)
    files = sealed_by(second)
    assert judgements(first, files) == {Judgement.OURS}
    first.withdraw(second.state().computer)
    assert judgements(first, files) == {Judgement.UNKNOWN}
    third = seals_in(tmp_path / "third")
    third.take_over(first.backup(PHRASE), PHRASE, keeps_root=False)
    assert judgements(third, files) == {Judgement.UNKNOWN}


def test_a_renewed_leaf_seals_and_the_old_one_still_counts(first: PracticeSeals) -> None:
    files, before = sealed_by(first), first.state()
    first.renew()
    after = first.state()
    assert (after.practice, after.computer == before.computer) == (before.practice, False)
    assert judgements(first, files + sealed_by(first)) == {Judgement.OURS}


def test_a_certificate_is_backdated_a_little_and_lasts() -> None:
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    root = read_certificate(new_root("De Linde", moment).certificate)
    assert is_valid_at(root, datetime(2026, 11, 20, 13, tzinfo=UTC))
    assert not is_valid_at(root, datetime(2026, 11, 19, tzinfo=UTC))
    assert is_valid_at(root, datetime(2086, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "Naklank"),
        ("Dr. Ö & zn.", "Dr. Ö & zn."),
        ("x" * 100, "x" * 64),
        ("De\nLinde\u202egnp", "De Linde gnp"),
    ],
)
def test_any_name_makes_a_certificate(name: str, expected: str) -> None:
    assert practice_of(read_certificate(new_root(name, now()).certificate)) == expected
    assert shown_name(shown_name(name)) == shown_name(name)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3f2a 91bc-04d7", "3F2A91BC04D7"),
        ("00AB", "AB"),
        ("", None),
        ("0", None),
        ("xyz", None),
        ("F" * 17, None),
    ],
)
def test_a_number_as_somebody_types_it(text: str, number: str | None) -> None:
    assert read_number(text) == number


def test_a_clock_that_fell_back_makes_no_keys(tmp_path: Path) -> None:
    clock = [datetime(2010, 1, 1, tzinfo=UTC)]
    file = EncryptedFile(tmp_path / "seal.naklank", lambda: KEY)
    seals = PracticeSeals(file, lambda: "De Linde", lambda: clock[0])
    for work in (lambda: sealed_by(seals), seals.renew):
        with fails(ErrorCode.CLOCK_WRONG):
            work()
    assert file.read() is None
    clock[0] = now()
    files = sealed_by(seals)
    clock[0] = datetime(2010, 1, 1, tzinfo=UTC)
    with fails(ErrorCode.CLOCK_WRONG):
        sealed_by(seals)
    clock[0] = now()
    assert judgements(seals, files) == {Judgement.OURS}
