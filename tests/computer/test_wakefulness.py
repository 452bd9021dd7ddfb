"""Kept awake by a desktop's own services, on a real D-Bus, and by none."""

from __future__ import annotations

import gc
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from naklank.computer.wakefulness import KeepAwake
from support.desktop_session import GNOME, PATIENCE, SCREEN_SAVER, Desktop, session_bus
from support.fake_wakefulness import FakeWakefulness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naklank.core.ports.sound import Wakefulness

IDLE = 8
"""GNOME's flag of a session that does not count as idle."""


@pytest.fixture(autouse=True)
def _only_our_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "WAKEPY_FAKE_SUCCESS", "WAKEPY_FORCE_FAILURE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def desktop(bus: str) -> Iterator[Desktop]:
    with Desktop(bus) as desktop:
        yield desktop


@pytest.fixture
def awake() -> Iterator[KeepAwake]:
    awake = KeepAwake()
    yield awake
    awake.close()


@pytest.fixture(params=[KeepAwake, FakeWakefulness])
def wakefulness(request: pytest.FixtureRequest, desktop: Desktop) -> Iterator[Wakefulness]:
    assert desktop.service == SCREEN_SAVER
    wakefulness: Wakefulness = request.param()
    yield wakefulness
    wakefulness.close()


def answer(wakefulness: Wakefulness) -> bool:
    """Whether it is held, once the system has answered."""
    deadline = time.monotonic() + PATIENCE
    while (held := wakefulness.is_held) is None:
        assert time.monotonic() < deadline, "no answer"
        time.sleep(0.01)
    return held


class TestContract:
    def test_nothing_is_held_of_itself(self, wakefulness: Wakefulness) -> None:
        assert wakefulness.is_held is False

    def test_it_holds_until_it_is_released(self, wakefulness: Wakefulness) -> None:
        wakefulness.hold()
        assert answer(wakefulness) is True
        wakefulness.release()
        assert wakefulness.is_held is False

    def test_it_can_hold_again(self, wakefulness: Wakefulness) -> None:
        wakefulness.hold()
        wakefulness.release()
        wakefulness.hold()
        assert answer(wakefulness) is True

    def test_one_release_ends_two_holds(self, wakefulness: Wakefulness) -> None:
        wakefulness.hold()
        wakefulness.hold()
        wakefulness.release()
        assert wakefulness.is_held is False

    def test_a_release_of_nothing_is_no_error(self, wakefulness: Wakefulness) -> None:
        wakefulness.release()
        wakefulness.close()
        wakefulness.close()
        assert wakefulness.is_held is False

    def test_close_releases(self, wakefulness: Wakefulness) -> None:
        wakefulness.hold()
        wakefulness.close()
        assert wakefulness.is_held is False


def test_the_desktop_hears_of_each_hold_and_of_its_end(desktop: Desktop, awake: KeepAwake) -> None:
    for cookie in (7, 8):
        awake.hold()
        awake.hold()  # once is enough
        name, (_app, _reason) = desktop.next_call()
        assert name == "Inhibit"
        assert answer(awake) is True
        awake.release()
        assert desktop.next_call() == ("UnInhibit", (cookie,))
    awake.close()
    assert desktop.asked.empty()


def test_a_hold_that_comes_soon_waits_for_the_end_of_the_one_before(
    desktop: Desktop, awake: KeepAwake
) -> None:
    for _ in range(3):
        awake.hold()
        awake.release()
    awake.hold()
    assert answer(awake) is True
    awake.close()
    names = [desktop.next_call()[0] for _ in range(8)]
    assert names == ["Inhibit", "UnInhibit"] * 4


def test_gnome_is_asked_where_there_is_no_screen_saver(bus: str, awake: KeepAwake) -> None:
    with Desktop(bus, GNOME) as gnome:
        awake.hold()
        name, (_app, _window, _reason, flags) = gnome.next_call()
        assert (name, flags) == ("Inhibit", IDLE)
        assert answer(awake) is True
        awake.release()
        assert gnome.next_call() == ("Uninhibit", (7,))


def test_while_the_desktop_hangs_nobody_waits(desktop: Desktop, awake: KeepAwake) -> None:
    desktop.may_answer.clear()
    awake.hold()
    assert desktop.next_call()[0] == "Inhibit"
    assert awake.is_held is None
    desktop.may_answer.set()
    assert answer(awake) is True
    desktop.may_answer.clear()
    awake.release()
    assert desktop.next_call()[0] == "UnInhibit"
    assert awake.is_held is False


def test_a_desktop_that_never_answers_counts_as_a_no(desktop: Desktop, awake: KeepAwake) -> None:
    desktop.may_answer.clear()
    awake.hold()
    assert answer(awake) is False


def test_a_desktop_that_refuses_counts_as_a_no(bus: str, awake: KeepAwake) -> None:
    with Desktop(bus, agrees=False) as desktop:
        awake.hold()
        assert answer(awake) is False
        assert desktop.next_call()[0] == "Inhibit"


def test_a_desktop_that_leaves_meanwhile_is_no_error(bus: str, awake: KeepAwake) -> None:
    with Desktop(bus):
        awake.hold()
        assert answer(awake) is True
    awake.release()
    awake.close()
    assert awake.is_held is False


@pytest.mark.usefixtures("bus")
def test_a_bus_without_a_desktop_is_left_again(awake: KeepAwake) -> None:
    gc.collect()
    awake.hold()
    assert answer(awake) is False
    awake.close()
    assert [one for one in gc.get_objects() if _is_open_socket(one)] == []


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "tcp:host=localhost,port=9"])
def test_without_a_bus_it_says_no(
    address: str, awake: KeepAwake, monkeypatch: pytest.MonkeyPatch
) -> None:
    if address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake.hold()
    assert answer(awake) is False
    awake.release()
    awake.hold()
    assert answer(awake) is False


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus"])
def test_nobody_is_warned(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    code = """
from naklank.computer.wakefulness import KeepAwake
awake = KeepAwake()
awake.hold()
awake.close()
print(awake._hold.is_held)
"""
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("False\n", "")


def _is_open_socket(one: object) -> bool:
    return type(one) is socket.socket and one.fileno() != -1 and one.family == socket.AF_UNIX
