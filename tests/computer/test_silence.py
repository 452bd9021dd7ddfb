"""A connection of Naklank's to another computer is seen, whichever of its processes has it."""

from __future__ import annotations

import socket
import subprocess
import sys
from threading import Event
from typing import TYPE_CHECKING

import pytest

from naklank.computer import silence
from naklank.computer.silence import NetworkWatch
from naklank.core.selftest import Finding, Outcome, look

if TYPE_CHECKING:
    from collections.abc import Iterator

CHILD = """
import socket
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(("0.0.0.0", 0))
print("open", flush=True)
input()
"""


@pytest.fixture(autouse=True)
def _nothing_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, silence.DOWNLOADING, raising=False)


@pytest.fixture
def open_socket() -> Iterator[socket.socket]:
    """Not yet bound to anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        yield one


def found(watch: NetworkWatch | None = None) -> Finding:
    return look((watch or NetworkWatch()).probe(), Event())


def test_silent() -> None:
    finding = found()
    assert finding.outcome is Outcome.NETWORK_SILENT
    assert finding.details["connections"] == 0
    assert int(finding.details["processes"]) >= 1


def test_a_socket_of_our_own(open_socket: socket.socket) -> None:
    open_socket.bind(("0.0.0.0", 0))  # noqa: S104 - that is what must be seen
    assert found().outcome is Outcome.NETWORK_OPEN


def test_the_loopback_stays_in_this_computer(open_socket: socket.socket) -> None:
    open_socket.bind(("127.0.0.1", 0))
    assert found().outcome is Outcome.NETWORK_SILENT


def test_a_socket_of_a_child() -> None:
    before = int(found().details["processes"])  # a sound server of other tests may be among them
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline()
        finding = found()
        child.communicate(b"\n")
    assert finding.outcome is Outcome.NETWORK_OPEN
    assert finding.details["processes"] == before + 1
    assert found().outcome is Outcome.NETWORK_SILENT


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "fe80::1%eth0", "", "nonsense"])
def test_what_a_process_tells_of_itself(address: str) -> None:
    watch = NetworkWatch()
    watch.hear(("::1", address))
    assert found(watch).outcome is Outcome.NETWORK_OPEN
    assert found(watch).outcome is Outcome.NETWORK_SILENT, "it was told of an earlier test"


def test_the_code_that_downloads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, silence.DOWNLOADING, silence)
    assert found().outcome is Outcome.NETWORK_LOADED
