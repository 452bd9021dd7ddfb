"""Settings as a JSON file that people can read, under the policy of the practice."""

from __future__ import annotations

import codecs
import contextlib
import itertools
from typing import TYPE_CHECKING, Final

import msgspec

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.settings import KEYS, LoadedSettings, Settings, laid_over, values_of
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from naklank.storage.policy import Policy

FORMAT: Final = 1
"""Grows when a key that was there before takes a new kind of value."""

_FORMAT: Final = "format"
MOVED: Final = {"microphone": "microphone.name", "ways.teach_back": "teach_back"}
"""Keys of earlier versions, and what they are called now."""


class FileSettingsStore:
    """The port SettingsStore: one JSON object, its keys dotted as in `core.settings.KEYS`.

    Policies are written in the same way. What a newer version wrote is kept for it: keys that are
    unknown here, and values that cannot be read here and were not chosen anew.
    """

    def __init__(self, file: Path, policies: Sequence[Policy]) -> None:
        """Of several policies a later one wins."""
        self._file = file
        self._policies = policies
        self._loaded: LoadedSettings | None = None

    @property
    def loaded(self) -> LoadedSettings:
        """What held when it was last loaded or saved; it is read when first asked for."""
        return self.load() if self._loaded is None else self._loaded

    @property
    def current(self) -> Settings:
        """The settings alone, for those who tell of no problem."""
        return self.loaded.settings

    def load(self) -> LoadedSettings:
        """Read what holds now. A broken file is told and left: defaults hold until a save."""
        problems: list[NaklankError] = []
        settings = Settings()
        is_new = not self._file.exists()
        try:
            stored = self._stored()
            settings, _ = laid_over(settings, stored)
            if _faulty(stored) & KEYS:
                problems.append(NaklankError(ErrorCode.SETTINGS_NEWER))
        except (OSError, ValueError):
            # Whoever looks first may be a command: the window must find it, and tell of it.
            problems.append(NaklankError(ErrorCode.SETTINGS_BROKEN, file=str(self._file)))
        policy, faulty = self._locking()
        settings, locked = laid_over(settings, policy)
        problems += [NaklankError(ErrorCode.POLICY_BROKEN, file=place) for place in faulty]
        self._loaded = LoadedSettings(settings, locked, tuple(problems), is_new=is_new)
        return self._loaded

    def save(self, settings: Settings) -> None:
        """Keep what the policy does not lock, and load it. Raises DISK_FULL or DATA_NOT_WRITABLE.

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
        unread, defaults = _faulty(kept), values_of(Settings())
        free = {
            key: value
            for key, value in values.items()
            if key not in locked and not (key in unread and value == defaults[key])
        }
        data = msgspec.json.encode({**kept, **free, _FORMAT: max(FORMAT, _format(kept))})
        replace_file(self._file, msgspec.json.format(data, indent=2))
        self.load()

    def _stored(self) -> dict[str, object]:
        """What the file says. Raises ValueError where that cannot be settings, and OSError."""
        try:
            values = _moved(_values(self._file.read_bytes()))
        except FileNotFoundError:
            return {}
        if _faulty(values) & KEYS and _format(values) <= FORMAT:
            raise ValueError("a value of the wrong kind")
        return values

    def _set_aside(self) -> None:
        """Give the broken file another name."""
        for number in itertools.count(1):
            aside = self._file.with_name(f"{self._file.stem}-broken-{number}{self._file.suffix}")
            if not aside.exists():
                break
        with contextlib.suppress(OSError):  # it cannot be replaced either, then
            self._file.rename(aside)

    def _locking(self) -> tuple[dict[str, object], list[str]]:
        """The values that lock, and the places of the policies that are not sound."""
        locking: dict[str, object] = {}
        faulty: list[str] = []
        for policy in self._policies:
            values, is_sound = _sound_part(policy)
            locking |= values
            faulty += [] if is_sound else [policy.place]
        return locking, faulty


def _sound_part(policy: Policy) -> tuple[dict[str, object], bool]:
    """What of it can be settings, and whether that is all of it."""
    try:
        data = policy.read()
        values = {} if data is None else _moved(_values(data))
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


def _moved(values: dict[str, object]) -> dict[str, object]:
    """The same under the names of today; a name of today that is there too goes before."""
    earlier = {MOVED[key]: value for key, value in values.items() if key in MOVED}
    return {**earlier, **{key: value for key, value in values.items() if key not in MOVED}}


def _format(values: dict[str, object]) -> int:
    """Of the version that wrote them; the first ones did not say."""
    written = values.get(_FORMAT)
    return written if isinstance(written, int) else 0


def _faulty(values: dict[str, object]) -> frozenset[str]:
    """The keys that cannot be laid over settings: unknown, or with a value of the wrong kind."""
    _, taken = laid_over(Settings(), values)
    return frozenset(values.keys() - taken - {_FORMAT})
