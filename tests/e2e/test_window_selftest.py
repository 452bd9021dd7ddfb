"""The self-test with real devices: from the command line, and in the window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from naklank.audio.reading import read_sound
from naklank.core.selftest import Item
from support.cli import COMMAND, PATIENCE, environment
from support.practice import SENTENCE, set_up
from support.secret_service import SecretService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from support.pilot import Pilot
    from support.print_queue import PrintQueue
    from support.virtual_sound import VirtualSound

SETTINGS = {"keeping.keys": "keyring", "practice.name": "De Linde", "microphone.name": "mic_a"}
TYPED = ("engine_works", "engine_slow", "engine_too_slow")  # on a busy machine


@pytest.fixture
def keyring() -> Iterator[SecretService]:
    with SecretService() as service:
        yield service


def selftest(
    data: Path, *options: str, watcher: Sequence[str] = (), **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*watcher, COMMAND, "selftest", *options],
        env=environment(NAKLANK_HOME=str(data), **variables),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )


def test_on_the_command_line(
    sound_server: VirtualSound,
    printers: PrintQueue,
    keyring: SecretService,
    data: Path,
    speech: Path,
) -> None:
    set_up(data, **SETTINGS)
    spoken = sound_server.speak(read_sound(speech / "long" / "nathalie_long_065s.flac"), "mic_a")
    done = selftest(data, "--json", CUPS_SERVER=printers.address, **keyring.environment())
    spoken.terminate()
    spoken.wait()
    assert done.returncode == 0, done.stdout
    told: dict[str, Any] = json.loads(done.stdout)
    items = {one["item"]: one for one in told["items"]}
    assert list(items) == [item.value for item in Item]
    found = {name: one["found"] for name, one in items.items()}
    assert found["microphone"] == "microphone_works"
    assert found["output"] == "output_works"
    assert found["model"] == "model_whole"
    assert found["engine"] in TYPED
    assert found["keyring"] == "keyring_works"
    assert found["printer"] == "printer_there"
    assert items["printer"]["facts"]["count"] >= 1
    assert found["clock"] == "clock_plausible"
    assert found["settings"] == "settings_sound"
    assert found["network"] == "network_silent"
    assert items["network"]["facts"]["processes"] >= 2
    assert keyring.count({"service": "Naklank"}) == 0
    for name in ("De Linde", "Van Dam", "Testprinter", "mic_a", str(data), os.uname().nodename):
        assert name not in done.stdout
    assert not list(data.rglob("*.naklank")), "nothing of the sound was kept"


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own")
def test_it_looks_for_connections_and_makes_none(
    sound_server: VirtualSound, printers: PrintQueue, keyring: SecretService, data: Path
) -> None:
    del sound_server
    set_up(data, **SETTINGS)
    log = data / "calls.txt"
    strace = ("strace", "-f", "-e", "trace=%network", "-o", str(log))
    variables = {"CUPS_SERVER": printers.address, **keyring.environment()}
    done = selftest(data, "--json", watcher=strace, **variables)
    assert '"network_silent"' in done.stdout
    calls = log.read_text(encoding="utf-8").splitlines()
    assert any("AF_UNIX" in call for call in calls), "no call was watched"
    assert [call for call in calls if "AF_INET" in call or "AF_NETLINK" in call] == []


def test_what_is_bad_is_told_by_the_exit_status(
    sound_server: VirtualSound, keyring: SecretService, data: Path
) -> None:
    set_up(data, **{**SETTINGS, "microphone.name": "Nowhere"})
    keyring.kill()
    sound_server.pactl("set-sink-mute", "speaker", "1")
    try:
        done = selftest(data, **keyring.environment())
    finally:
        sound_server.pactl("set-sink-mute", "speaker", "0")
    assert done.returncode == 1
    for line in ("Microfoon: niet goed", "Luidspreker: niet goed", "Sleutelbos: niet goed"):
        assert line in done.stdout
    assert "Bekeken wordt: Microfoon." in done.stderr
    assert "Nowhere" not in done.stdout


def test_in_the_window(
    app: Callable[..., Pilot],
    sound_server: VirtualSound,
    keyring: SecretService,
    data: Path,
    speech: Path,
) -> None:
    set_up(data, **SETTINGS)
    with app(**keyring.environment()) as pilot:
        pilot.wait_for("desk.typing.is_engine_ready")
        pilot.click("window.steps.help")
        pilot.wait_for("top() == 'HelpWindow'")
        pilot.click("window.windows.help.selftest")
        pilot.wait_for("top() == 'SelftestWindow'")
        spoken = sound_server.speak(read_sound(speech / "real" / SENTENCE), "mic_a")
        pilot.press("ctrl+Return")
        pilot.wait_for("len(desk.selftest.findings) == 15", 120)
        spoken.terminate()
        spoken.wait()
        found = pilot.ask("{one.item.value: one.outcome.value for one in desk.selftest.findings}")
        names = pilot.ask("[one.names for one in desk.selftest.findings if one.names]")
        pilot.press("c")
        pilot.wait_for("'Zelftest van Naklank' in copied()")
        pilot.press("Escape")
        pilot.wait_for("top() != 'SelftestWindow'")
    assert found["microphone"] == "microphone_works"
    assert found["engine"] in TYPED
    assert found["keyring"] == "keyring_works"
    assert found["printer"] == "printer_there"
    assert found["network"] == "network_silent"
    assert any("Testprinter" in some for some in names)
