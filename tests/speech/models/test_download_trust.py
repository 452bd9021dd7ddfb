"""Certificates are the system's, proxies too, also those that read along."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trustme

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import FetchProblem, ModelState
from naklank.sentences.failures import sentence
from naklank.speech.models.shelf import FolderModelShelf
from support.fake_hub import FakeHub, serving
from support.fake_proxy import FakeProxy, proxying

if TYPE_CHECKING:
    from collections.abc import Iterator


def _server_side(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(scope="module")
def real() -> trustme.CA:
    """Who vouches for the hub."""
    return trustme.CA()


@pytest.fixture(scope="module")
def security() -> trustme.CA:
    """Who vouches for the program that reads along."""
    return trustme.CA()


@pytest.fixture
def secure_hub(real: trustme.CA) -> Iterator[FakeHub]:
    with serving(FakeHub(), _server_side(real)) as hub:
        yield hub


@pytest.fixture
def reading_proxy(
    real: trustme.CA, security: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FakeProxy]:
    client = ssl.create_default_context()
    real.configure_trust(client)
    with proxying(FakeProxy(shows=_server_side(security), trusts=client)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        yield proxy


def _trust(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put it into what stands for the system's store."""
    file = tmp_path / "store.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


def _install(shelf: FolderModelShelf, hub: FakeHub) -> None:
    shelf.install("klein", hub.address, lambda _done, _whole: True)
    assert shelf.models()[0].state is ModelState.INSTALLED


def _error(shelf: FolderModelShelf, hub: FakeHub) -> NaklankError:
    with pytest.raises(NaklankError) as caught:
        _install(shelf, hub)
    assert caught.value.code is ErrorCode.MODEL_NOT_FETCHED
    assert shelf.models()[0].state is ModelState.ABSENT
    return caught.value


def test_an_authority_of_the_practice_in_the_systems_store(
    shelf: FolderModelShelf,
    secure_hub: FakeHub,
    real: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _trust(real, tmp_path, monkeypatch)
    _install(shelf, secure_hub)


def test_a_certificate_that_nobody_vouches_for(
    shelf: FolderModelShelf, secure_hub: FakeHub
) -> None:
    error = _error(shelf, secure_hub)
    assert error.details["reason"] == FetchProblem.CERTIFICATE.value
    assert "certificaat" in sentence(error)
    assert "ICT" in sentence(error)
    assert secure_hub.requests == []


def test_a_proxy_that_reads_along_and_is_trusted(
    shelf: FolderModelShelf,
    secure_hub: FakeHub,
    reading_proxy: FakeProxy,
    security: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _trust(security, tmp_path, monkeypatch)
    _install(shelf, secure_hub)
    assert set(reading_proxy.asked_for) == {secure_hub.address.removeprefix("https://")}
    assert b"GET /acme/whisper-klein/resolve/0123abc/model.bin" in reading_proxy.read_along


def test_a_proxy_that_reads_along_and_is_not_trusted(
    shelf: FolderModelShelf, secure_hub: FakeHub, reading_proxy: FakeProxy
) -> None:
    assert _error(shelf, secure_hub).details["reason"] == FetchProblem.CERTIFICATE.value
    assert len(reading_proxy.asked_for) == 1, "no further try will change it"
    assert reading_proxy.read_along == b""


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        ("407 Proxy Authentication Required", FetchProblem.PROXY_PASSWORD),
        ("403 Forbidden", FetchProblem.REFUSED),
        ("502 Bad Gateway", FetchProblem.UNREACHABLE),
    ],
)
def test_a_proxy_that_lets_nobody_through(
    shelf: FolderModelShelf,
    secure_hub: FakeHub,
    monkeypatch: pytest.MonkeyPatch,
    status: str,
    problem: FetchProblem,
) -> None:
    with proxying(FakeProxy(status)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        assert _error(shelf, secure_hub).details["reason"] == problem.value


def test_a_mirror_that_the_system_reaches_without_its_proxy(
    shelf: FolderModelShelf, hub: FakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxying(FakeProxy("407 Proxy Authentication Required")) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        _install(shelf, hub)
        assert proxy.asked_for == []
