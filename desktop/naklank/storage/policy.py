"""What whoever manages this computer has decided: in a file, and in the system's own management."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from naklank.core.settings import Settings, values_of
from naklank.foundation.paths import policy_file
from naklank.storage.settings_store import MOVED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REGISTRY: Final = r"Software\Policies\Naklank"
"""Below HKEY_LOCAL_MACHINE, which users cannot write; a group policy fills it."""

MANAGED: Final = Path("/Library/Managed Preferences/nl.naklank.Naklank.plist")
"""What a configuration profile of macOS becomes."""


class Policy(NamedTuple):
    """One place where settings are locked."""

    place: str
    """As it is told where it is faulty."""
    read: Callable[[], bytes | None]
    """A JSON object by dotted keys; None where there is none.

    Raises OSError where it cannot be read, and ValueError where it is nothing of the kind.
    """


def policies(platform: str = sys.platform) -> tuple[Policy, ...]:
    """Those of this computer; a later one wins."""
    file = policy_file(platform)
    found = [Policy(str(file), lambda: read_file(file))]
    if platform == "win32":
        found.append(Policy(rf"HKEY_LOCAL_MACHINE\{REGISTRY}", _read_registry))
    elif platform == "darwin":
        found.append(Policy(str(MANAGED), lambda: read_plist(MANAGED)))
    return tuple(found)


def read_file(file: Path) -> bytes | None:
    """The text of a policy file; None where there is none. Raises OSError."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def read_plist(file: Path) -> bytes | None:
    """A property list as JSON, its keys dotted; None where there is none.

    Pictures are data. Raises OSError, and ValueError for what is no property list.
    """
    import plistlib
    from xml.parsers.expat import ExpatError

    data = read_file(file)
    if data is None:
        return None
    try:
        return msgspec.json.encode(plistlib.loads(data))
    except (ExpatError, TypeError) as error:
        raise ValueError("no property list") from error


def read_registry(registry: Any) -> bytes | None:  # noqa: ANN401 - winreg exists on Windows alone
    """Values named by their dotted keys, as JSON, read by the module `winreg`; None without any.

    A yes is a DWORD of 1, a list of names a MULTI_SZ; what else is no text is text as in JSON.
    Raises OSError.
    """
    access = registry.KEY_READ | registry.KEY_WOW64_64KEY
    try:
        key = registry.OpenKey(registry.HKEY_LOCAL_MACHINE, REGISTRY, 0, access)
    except FileNotFoundError:
        return None
    with key:
        count = registry.QueryInfoKey(key)[1]
        values = [registry.EnumValue(key, number) for number in range(count)]
    return msgspec.json.encode(_fitting({name: value for name, value, _ in values}))


def _read_registry() -> bytes | None:
    import winreg

    return read_registry(winreg)


def _fitting(values: Mapping[str, object]) -> dict[str, object]:
    """The registry knows numbers and texts; the kind of each setting tells what is meant."""
    defaults = values_of(Settings())
    kinds = {**defaults, **{earlier: defaults[now] for earlier, now in MOVED.items()}}
    return {name: _as_kind(value, kinds.get(name)) for name, value in values.items()}


def _as_kind(value: object, default: object) -> object:
    if isinstance(default, bool) and value in (0, 1):
        return value == 1
    if isinstance(value, str) and isinstance(default, bool | int | float | tuple):
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            return value  # told as faulty, by its key
    return value
