"""The practice's root and the computers' leaves: X.509 on P-256, as C2PA wants them.

A leaf signs what goes home (ES256); the root signs leaves and nothing else. Nobody outside vouches
for a root, so a name alone says nothing: roots are compared to the byte.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import (
        EllipticCurvePrivateKey,
        EllipticCurvePublicKey,
    )
    from cryptography.x509 import Certificate, CertificateBuilder, KeyUsage, Name

BACKDATED: Final = timedelta(days=1)
"""So that a computer whose clock is a little behind accepts what was just sealed."""

LEAF_DAYS: Final = 30 * 365
"""Without a time-stamp beside it, a leaf that expires takes every seal with it."""

ROOT_DAYS: Final = 60 * 365
"""A leaf that is renewed in its last year still ends before its root."""

LONGEST_NAME: Final = 64
"""Characters of an organisation's name (RFC 5280, ub-organization-name)."""

_HALF: Final = 32
"""Bytes of each half of a signature."""

_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of P-256 (SEC 2, 2.4.2)."""

_COMPARED: Final = 10
"""Bytes of a fingerprint that people compare."""

_BASE64: Final = b"MII"
"""How DER of such a length begins in base 64."""

LARGEST: Final = 8192
"""Bytes; ours take about 700."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate in PEM, and its private key as PKCS 8 in DER; empty where it is elsewhere."""

    certificate: str = ""
    key: bytes = b""


def new_root(practice: str, now: datetime) -> Pair:
    """A root that calls itself after the practice, valid for `ROOT_DAYS` from `now`."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(practice, "Naklank practice")
    builder = (
        _builder(name, name, key.public_key(), now, ROOT_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(is_root=True), critical=True)
    )
    return _signed(builder, key, key)


def new_leaf(root: Pair, practice: str, now: datetime) -> Pair:
    """A leaf for one computer, valid for `LEAF_DAYS`, signed by this root, whose key is there."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID

    key = ec.generate_private_key(ec.SECP256R1())
    root_key = load_key(root.key)
    builder = (
        _builder(
            _name(practice, "Naklank computer"),
            read_certificate(root.certificate).subject,
            key.public_key(),
            now,
            LEAF_DAYS,
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(is_root=False), critical=True)
        # C2PA's own usage would need its certification; this one every reader accepts.
        .add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()),
            critical=False,
        )
    )
    return _signed(builder, key, root_key)


def read_certificate(pem: str) -> Certificate:
    """From PEM. Raises ValueError."""
    from cryptography import x509

    return x509.load_pem_x509_certificate(pem.encode())


def _to_pem(certificate: Certificate) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.PEM).decode("ascii")


def to_der(certificate: Certificate) -> bytes:
    """As signatures and fingerprints count its bytes."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def parse(der: bytes) -> Certificate:
    """A stranger's certificate, of which all can be read that we ask. Raises ValueError."""
    from cryptography import x509

    try:
        certificate = x509.load_der_x509_certificate(der)
        practice_of(certificate)
        p256_key(certificate)
        is_valid_at(certificate, certificate.not_valid_before_utc)
        list(certificate.extensions)
    # It is read piece by piece, and the library has no class of its own for what can be wrong.
    except Exception as error:
        raise ValueError("no certificate") from error
    return certificate


def read_root(data: bytes) -> str:
    """A practice's root in PEM, in DER, or as the text of a QR code, made PEM of ours.

    Raises ValueError for anything else: a leaf, another curve, one that did not sign itself.
    """
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature

    if len(data) > LARGEST:
        raise ValueError("no certificate is that large")
    text = b"".join(line for line in data.split(b"\n") if not line.startswith(b"-----"))
    is_text = data.lstrip().startswith((b"-----BEGIN CERTIFICATE-----", _BASE64))
    certificate = parse(base64.b64decode(b"".join(text.split())) if is_text else data)
    try:
        certificate.verify_directly_issued_by(certificate)
        is_root = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (InvalidSignature, TypeError, x509.ExtensionNotFound) as error:
        raise ValueError("no root") from error
    if not is_root:
        raise ValueError("no root")
    return _to_pem(certificate)


def is_leaf_of(leaf: Certificate, root: Certificate) -> bool:
    """Whether this root made it, to sign with and not to make others."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature

    try:
        leaf.verify_directly_issued_by(root)
        constraints = leaf.extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except (InvalidSignature, TypeError, ValueError, x509.ExtensionNotFound):
        return False
    return not constraints.ca and usage.digital_signature


def is_valid_at(certificate: Certificate, moment: datetime) -> bool:
    """Whether it holds at this moment, which has its zone; both ends count."""
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def p256_key(certificate: Certificate) -> EllipticCurvePublicKey:
    """Its public key; ValueError where it is of another kind."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        key = certificate.public_key()
    except UnsupportedAlgorithm as error:
        raise ValueError("another kind of key") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("another kind of key")  # noqa: TRY004 - it is what the file holds
    return key


def practice_of(certificate: Certificate) -> str:
    """What its owner calls itself, fit to be shown; empty where it does not say."""
    from cryptography.x509.oid import NameOID

    names = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return shown_name(str(names[0].value)) if names else ""


def shown_name(name: str) -> str:
    """A name that a stranger chose, without signs that turn or hide the words around it."""
    printable = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(printable.split())[:LONGEST_NAME]


def fingerprint_of(root: Certificate) -> str:
    """By which people compare a practice's certificate: 80 bits of its SHA-256, hexadecimal.

    Never its serial number: whoever forges a root chooses that.
    """
    from cryptography.hazmat.primitives import hashes

    return root.fingerprint(hashes.SHA256())[:_COMPARED].hex().upper()


def number_of(certificate: Certificate) -> str:
    """By which people know a computer's certificate: hexadecimal; its root vouches for it."""
    return number_in_words(certificate.serial_number)


def number_in_words(serial: int) -> str:
    """A serial number as `number_of` writes it, for one that a library gives as a number."""
    return f"{serial:X}"


def load_key(der: bytes) -> EllipticCurvePrivateKey:
    """A private key from PKCS 8 in DER. Raises ValueError, also for one that is no EC key."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    key = load_der_private_key(der, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("another kind of key")  # noqa: TRY004 - it is what the file holds
    return key


def sign(key: bytes, data: bytes) -> bytes:
    """ES256 as COSE has it (RFC 9053, 2.1): both halves, one behind the other, 64 bytes.

    `key` is PKCS 8 in DER. Of the two forms that every signature has, the one with the low second
    half.
    """
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    first, second = decode_dss_signature(load_key(key).sign(data, ec.ECDSA(hashes.SHA256())))
    return first.to_bytes(_HALF) + min(second, _ORDER - second).to_bytes(_HALF)


def is_low(signature: bytes) -> bool:
    """Whether it has the form that we write: the other one anybody can make of it."""
    return len(signature) == 2 * _HALF and int.from_bytes(signature[_HALF:]) <= _ORDER // 2


def is_signed(certificate: Certificate, signature: bytes, data: bytes) -> bool:
    """Whether the certificate's key made this signature, in the form that we write."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    if not is_low(signature):
        return False
    halves = (int.from_bytes(signature[:_HALF]), int.from_bytes(signature[_HALF:]))
    try:
        p256_key(certificate).verify(encode_dss_signature(*halves), data, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True


def _name(practice: str, role: str) -> Name:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    # A reader shows the organisation: it must say something.
    organisation = shown_name(practice) or "Naklank"
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, role),
        ]
    )


def _builder(
    subject: Name, issuer: Name, key: EllipticCurvePublicKey, now: datetime, days: int
) -> CertificateBuilder:
    from cryptography import x509

    begin = now.astimezone(UTC) - BACKDATED
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number() >> 96)  # 63 bits: people read it aloud
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _usage(*, is_root: bool) -> KeyUsage:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_root,
        crl_sign=is_root,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(
    builder: CertificateBuilder, own: EllipticCurvePrivateKey, signer: EllipticCurvePrivateKey
) -> Pair:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    der = own.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return Pair(_to_pem(builder.sign(signer, hashes.SHA256())), der)
