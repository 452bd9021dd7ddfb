"""What the code does on Windows and macOS, where that is a branch of a line or two.

The module under test sees another `sys.platform`; what it asks of that system answers from here.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from naklank.audio import portaudio, portaudio_query, portaudio_streams
from naklank.audio.pulse import KnownInputs
from naklank.computer import user, wakefulness
from naklank.core.errors import ErrorCode
from naklank.foundation import dumps, elapsed
from naklank.speech import worker
from naklank.storage import journal_file, policy
from naklank.ui.parts import key_names

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Has a module believe that it runs on another system; all others know better."""

    def believe(module: ModuleType, system: str) -> None:
        monkeypatch.setattr(module, "sys", SimpleNamespace(platform=system, modules=sys.modules))

    return believe


def test_windows_makes_no_dump(on: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []
    kernel32 = SimpleNamespace(
        GetErrorMode=lambda: 0x8000, SetErrorMode=lambda mode: asked.append(("mode", mode))
    )
    wer = SimpleNamespace(WerSetFlags=lambda flags: asked.append(("wer", flags)))
    windll = SimpleNamespace(kernel32=kernel32, wer=wer)
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    on(dumps, "win32")
    dumps.forbid_core_dumps()
    assert asked == [("mode", 0x8002), ("wer", 1)]
    del windll.wer  # a Windows without error reporting
    dumps.forbid_core_dumps()
    assert asked[2:] == [("mode", 0x8002)]


def test_typing_gives_way_on_windows(on: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS", 0x4000, raising=False)
    monkeypatch.setattr(psutil, "Process", lambda: SimpleNamespace(nice=asked.append))
    monkeypatch.setattr(os, "nice", asked.append)
    on(worker, "win32")
    worker._give_way()
    on(worker, "darwin")
    worker._give_way()
    assert asked == [0x4000, 5]


def test_the_user_of_windows(on: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    on(user, "win32")
    monkeypatch.setattr(os, "getlogin", lambda: "VanDam")
    assert user.login_name() == "VanDam"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(os, "getlogin", nobody)
    assert user.login_name() == ""


@pytest.mark.parametrize(("system", "clock"), [("darwin", "of the kernel"), ("win32", "python's")])
def test_time_that_counts_sleep(
    on: Any, system: str, clock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = {time.CLOCK_MONOTONIC: "of the kernel"}
    monkeypatch.setattr(time, "clock_gettime", clocks.__getitem__)
    monkeypatch.setattr(time, "monotonic", lambda: "python's")
    on(elapsed, system)
    found: Any = elapsed.elapsed()
    monkeypatch.undo()
    assert found == clock


def test_the_command_key_of_a_mac(on: Any) -> None:
    on(key_names, "darwin")
    assert key_names.key_name("Ctrl+Return") == "⌘ Enter"
    on(key_names, "win32")
    assert key_names.key_name("Ctrl+Return") == "Ctrl Enter"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_keeping_awake_asks_no_bus_there(on: Any, system: str) -> None:
    on(wakefulness, system)
    made: list[Any] = []
    assert wakefulness._bus(made) is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_a_microphone_that_does_not_open_there_is_in_use(on: Any, system: str) -> None:
    """What these systems list exists: it is refused, by another program or by the privacy."""
    on(portaudio, system)
    assert portaudio._no_input(-9999, "Jabra").code is ErrorCode.MICROPHONE_BUSY
    assert portaudio._no_input(0, "Jabra").code is ErrorCode.MICROPHONE_MISSING
    on(portaudio, "linux")
    assert portaudio._no_input(-9999, "Jabra").code is ErrorCode.MICROPHONE_MISSING


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_no_sound_server_is_asked_there(
    on: Any, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    for module in (portaudio_query, portaudio_streams):
        on(module, system)
        monkeypatch.setattr(module, "within", never)
    assert portaudio_query._known_inputs() == KnownInputs()
    stream: Any = SimpleNamespace(device="Headset (Hands-Free AG Audio)", rate=16_000)
    assert not portaudio_streams.PortAudioInput.is_moved(stream)
    hands_free: Any = portaudio_streams.PortAudioInput.is_hands_free
    assert hands_free.fget(stream)


def test_the_journal_is_written_where_no_folder_can_be_locked(on: Any, tmp_path: Path) -> None:
    on(journal_file, "win32")
    file = journal_file.JournalFile(tmp_path / "journal" / "journal.jsonl")
    with file.alone():
        file.append(b"one\n", lambda: None)
    assert file.read() == b"one\n"


@pytest.mark.parametrize(
    ("system", "places"),
    [
        ("linux", ["/etc/naklank/policy.json"]),
        ("win32", ["Naklank/policy.json", rf"HKEY_LOCAL_MACHINE\{policy.REGISTRY}"]),
        ("darwin", ["/Library/Application Support/Naklank/policy.json", str(policy.MANAGED)]),
    ],
)
def test_the_places_of_a_policy(system: str, places: list[str]) -> None:
    found = [one.place for one in policy.policies(system)]
    assert len(found) == len(places)
    assert all(one.endswith(place) for one, place in zip(found, places, strict=True))
