"""Where each system has what is locked: a file, the registry of Windows, a profile of macOS."""

from __future__ import annotations

import json
import plistlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from naklank.core.settings import KEYS, LoadedSettings, Settings, laid_over
from naklank.foundation.paths import policy_file
from naklank.storage.policy import (
    REGISTRY,
    Policy,
    policies,
    read_file,
    read_plist,
    read_registry,
)
from naklank.storage.settings_store import FileSettingsStore
from support.pictures import png

if TYPE_CHECKING:
    from collections.abc import Iterator


class FakeRegistry:
    """The part of `winreg` that is asked for, as Python's documentation tells it."""

    HKEY_LOCAL_MACHINE, KEY_READ, KEY_WOW64_64KEY = 0x80000002, 0x20019, 0x100
    REG_SZ, REG_DWORD, REG_MULTI_SZ = 1, 4, 7

    def __init__(self, values: list[tuple[str, Any, int]] | None) -> None:
        self._values = values
        self.open = 0

    def OpenKey(self, root: int, path: str, reserved: int, access: int) -> Any:  # noqa: N802
        assert (root, path, reserved) == (self.HKEY_LOCAL_MACHINE, REGISTRY, 0)
        assert access == self.KEY_READ | self.KEY_WOW64_64KEY
        if self._values is None:
            raise FileNotFoundError
        return self._opened()

    @contextmanager
    def _opened(self) -> Iterator[str]:
        self.open += 1
        yield "key"
        self.open -= 1

    def QueryInfoKey(self, _key: Any) -> tuple[int, int, int]:  # noqa: N802
        assert self._values is not None
        return 0, len(self._values), 0

    def EnumValue(self, _key: Any, number: int) -> tuple[str, Any, int]:  # noqa: N802
        assert self._values is not None
        return self._values[number]


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "/etc/naklank/policy.json"),
        ("darwin", "/Library/Application Support/Naklank/policy.json"),
    ],
)
def test_the_file_lies_where_each_system_has_it(platform: str, place: str) -> None:
    assert policy_file(platform) == Path(place)


def test_on_windows_it_lies_beside_the_data_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROGRAMDATA", "D:\\Gegevens")
    assert policy_file("win32") == Path("D:\\Gegevens", "Naklank", "policy.json")


@pytest.mark.parametrize(
    ("platform", "second"),
    [
        ("linux", []),
        ("win32", ["HKEY_LOCAL_MACHINE\\Software\\Policies\\Naklank"]),
        ("darwin", ["/Library/Managed Preferences/nl.naklank.Naklank.plist"]),
    ],
)
def test_each_system_has_its_own_management_too(platform: str, second: list[str]) -> None:
    assert [one.place for one in policies(platform)][1:] == second


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    assert read_file(file) is None
    file.write_bytes(b'{"microphone.name": "USB"}')
    store = FileSettingsStore(tmp_path / "settings.json", [Policy("x", lambda: read_file(file))])
    assert store.load().settings.microphone.name == "USB"


def test_the_registry_locks_every_kind_of_setting(tmp_path: Path) -> None:
    registry = FakeRegistry(
        [
            ("practice.name", "De Linde", FakeRegistry.REG_SZ),
            ("practice.fields", '[["agb", "0123"]]', FakeRegistry.REG_SZ),
            ("doctors", ["dr. Bos", "dr. Smit"], FakeRegistry.REG_MULTI_SZ),
            ("keeping.hours", 48, FakeRegistry.REG_DWORD),
            ("keeping.keys", "keyring", FakeRegistry.REG_SZ),
            ("checking.speed", "1.5", FakeRegistry.REG_SZ),
            ("ways.stick", 0, FakeRegistry.REG_DWORD),
            ("ways.qr", 1, FakeRegistry.REG_DWORD),
        ]
    )
    store = FileSettingsStore(tmp_path / "s.json", [Policy("x", lambda: read_registry(registry))])
    loaded = store.load()
    expected, taken = laid_over(
        Settings(),
        {
            "practice.name": "De Linde",
            "practice.fields": [["agb", "0123"]],
            "doctors": ["dr. Bos", "dr. Smit"],
            "keeping.hours": 48,
            "keeping.keys": "keyring",
            "checking.speed": 1.5,
            "ways.stick": False,
            "ways.qr": True,
        },
    )
    assert loaded == LoadedSettings(expected, taken, is_new=True)
    assert registry.open == 0


@pytest.mark.parametrize(
    ("name", "value"), [("ways.stick", 2), ("keeping.hours", "veel"), ("gibts.niet", "x")]
)
def test_a_faulty_value_in_the_registry_is_told(name: str, value: Any, tmp_path: Path) -> None:
    registry = FakeRegistry([(name, value, 1), ("speech_language", "en", 1)])
    store = FileSettingsStore(tmp_path / "s.json", [Policy("R", lambda: read_registry(registry))])
    loaded = store.load()
    assert loaded.locked == {"speech_language"}
    assert [one.details for one in loaded.problems] == [{"file": "R"}]


def test_a_key_that_was_called_otherwise_locks_what_it_is_called_now(tmp_path: Path) -> None:
    registry = FakeRegistry([("ways.teach_back", 0, FakeRegistry.REG_DWORD)])
    for read in (lambda: read_registry(registry), lambda: b'{"ways.teach_back": false}'):
        loaded = FileSettingsStore(tmp_path / "s.json", [Policy("x", read)]).load()
        assert loaded == LoadedSettings(
            Settings(teach_back=False), frozenset({"teach_back"}), is_new=True
        )


def test_without_a_key_of_ours_nothing_is_locked() -> None:
    assert read_registry(FakeRegistry(None)) is None


def test_a_profile_of_macos_locks(tmp_path: Path) -> None:
    file = tmp_path / "nl.naklank.Naklank.plist"
    assert read_plist(file) is None
    values = {
        "ways.stick": False,
        "keeping.hours": 12,
        "doctors": ["dr. Bos"],
        "practice.logo": png(),
    }
    for kind in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        file.write_bytes(plistlib.dumps(values, fmt=kind))
        store = FileSettingsStore(tmp_path / "s.json", [Policy("x", lambda: read_plist(file))])
        assert store.load() == LoadedSettings(*laid_over(Settings(), values), is_new=True)


@pytest.mark.parametrize("data", [b"", b"<plist", b"bplist00\xff", b"{}"])
def test_a_torn_profile_is_told(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "nl.naklank.Naklank.plist"
    file.write_bytes(data)
    store = FileSettingsStore(tmp_path / "s.json", [Policy("P", lambda: read_plist(file))])
    assert [one.details for one in store.load().problems] == [{"file": "P"}]


def test_every_key_can_be_locked_by_a_file(tmp_path: Path) -> None:
    """What the settings themselves write is what a policy may say."""
    file = tmp_path / "s.json"
    FileSettingsStore(file, ()).save(Settings())
    assert set(json.loads(file.read_bytes())) == KEYS | {"format"}
    store = FileSettingsStore(tmp_path / "other.json", [Policy("x", file.read_bytes)])
    assert store.load() == LoadedSettings(Settings(), KEYS, is_new=True)
