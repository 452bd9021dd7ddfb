"""Settings as a JSON file that people can read, under the policy of the practice."""

from __future__ import annotations

import codecs
import itertools
from typing import TYPE_CHECKING

import msgspec

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.settings import KEYS, LoadedSettings, Settings, laid_over, values_of
from naklank.paths import policy_file
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    PolicyReader = Callable[[], bytes | None]
    """The text of the machine-wide policy file; None where there is none; may raise OSError."""


def read_policy_file() -> bytes | None:
    """The policy of this computer. Raises OSError where it is there and cannot be read."""
    try:
        return policy_file().read_bytes()
    except FileNotFoundError:
        return None


class FileSettingsStore:
    """The port SettingsStore: one JSON object, its keys dotted as in `core.settings.KEYS`.

    The policy is written in the same way. Keys that a newer version wrote are kept.
    """

    def __init__(self, file: Path, policy: PolicyReader = read_policy_file) -> None:
        self._file = file
        self._policy = policy
        self._current: Settings | None = None

    @property
    def current(self) -> Settings:
        """What held when it was last loaded: for those who ask often, and tell of no problem."""
        return self.load().settings if self._current is None else self._current

    def load(self) -> LoadedSettings:
        """What holds now. A broken file is set aside: told once, and defaults hold."""
        problems: list[NaklankError] = []
        settings = Settings()
        try:
            settings, _ = laid_over(settings, self._stored())
        except (OSError, ValueError) as error:
            kept = self._set_aside() if isinstance(error, ValueError) else self._file
            problems.append(NaklankError(ErrorCode.SETTINGS_BROKEN, file=str(kept)))
        policy, is_sound = self._locking()
        settings, locked = laid_over(settings, policy)
        if not is_sound:
            problems.append(NaklankError(ErrorCode.POLICY_BROKEN, file=str(policy_file())))
        self._current = settings
        return LoadedSettings(settings, locked, tuple(problems))

    def save(self, settings: Settings) -> None:
        """Keep what the policy does not lock. Raises DISK_FULL or DATA_NOT_WRITABLE.

        Settings that could not be loaded again are a mistake of ours, and a ValueError.
        """
        values = values_of(settings)
        if _faulty(values):
            raise ValueError("a value of the wrong kind")
        try:
            kept = self._stored()
        except ValueError:
            self._set_aside()
            kept = {}
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._file.parent) from error
        locked, _ = self._locking()
        free = {key: value for key, value in values.items() if key not in locked}
        data = msgspec.json.encode({**kept, **free})
        replace_file(self._file, msgspec.json.format(data, indent=2))

    def _stored(self) -> dict[str, object]:
        """What the file says. Raises ValueError where that cannot be settings, and OSError."""
        try:
            values = _values(self._file.read_bytes())
        except FileNotFoundError:
            return {}
        if _faulty(values) & KEYS:
            raise ValueError("a value of the wrong kind")
        return values

    def _set_aside(self) -> Path:
        """Give the broken file another name; the path where it lies now."""
        for number in itertools.count(1):
            aside = self._file.with_name(f"{self._file.stem}-broken-{number}{self._file.suffix}")
            if not aside.exists():
                break
        try:
            return self._file.rename(aside)
        except OSError:  # it cannot be replaced either, then
            return self._file

    def _locking(self) -> tuple[dict[str, object], bool]:
        """The values that lock, and whether the whole policy is sound."""
        try:
            data = self._policy()
            values = {} if data is None else _values(data)
        except (OSError, ValueError):
            return {}, False
        faulty = _faulty(values)
        return {key: value for key, value in values.items() if key not in faulty}, not faulty


def _values(data: bytes) -> dict[str, object]:
    """One JSON object. Raises ValueError for anything else."""
    # PowerShell and Notepad write a mark in front that JSON does not know.
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return msgspec.json.decode(data, type=dict[str, object])
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _faulty(values: dict[str, object]) -> frozenset[str]:
    """The keys that cannot be laid over settings: unknown, or with a value of the wrong kind."""
    _, taken = laid_over(Settings(), values)
    return frozenset(values.keys() - taken)
