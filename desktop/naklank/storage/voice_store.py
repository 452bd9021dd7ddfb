"""The voices of doctors, each in a file of its own, encrypted under a key of its own.

A voice is personal data, and worth stealing: what is deleted or spoken anew loses its key, so that
nobody can read what a disk still holds of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.keys import KeyPlace
from naklank.core.recording import SoundFile
from naklank.core.voice import KeptVoice
from naklank.foundation.durable import PRIVATE_FOLDER
from naklank.foundation.encryption import KEY, DamagedError, decrypt, encrypt
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.voice import Clip, Voice, VoiceOwner, VoicePart
    from naklank.storage.vault import Vault

_HEADER: Final = re.compile(rb"naklank voice 1 (?P<place>[a-z]+) (?P<key>voice-[0-9a-f]+)\n")
"""The format's number, where the key is kept, and under which name."""
_SCRATCH: Final = "recording.naklank"


class _Kept(NamedTuple):
    key_name: str
    place: KeyPlace
    content: KeptVoice | None
    """None where there is certainly no key, or the file is damaged."""


class FolderVoiceStore:
    """The port VoiceStore; keys are made where those of the sessions are. Any thread may ask."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault
        self._turn = Lock()

    def scratch(self) -> SoundFile:
        """Where a part is recorded before it is cut, under a key that is kept nowhere.

        What an earlier one left is removed. Raises DISK_FULL or DATA_NOT_WRITABLE.
        """
        file = self._folder / _SCRATCH
        try:
            self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._folder) from error
        return SoundFile(file, os.urandom(KEY))

    def clear_scratch(self) -> None:
        """Nothing of it is left; no error when it was gone."""
        with contextlib.suppress(OSError):
            (self._folder / _SCRATCH).unlink(missing_ok=True)

    def owners(self) -> dict[VoiceOwner, frozenset[VoicePart]]:
        """Of whom something can be read, and which parts. Raises KEYS_UNAVAILABLE when in doubt.

        What lost its key with the program that kept it in memory is removed.
        """
        found = {}
        with self._turn:
            for file in self._folder.glob("*.voice"):
                kept = self._read(file)
                if kept is not None and kept.content is not None:
                    found[kept.content.owner] = frozenset(kept.content.parts)
                elif kept is not None and kept.place is KeyPlace.MEMORY:
                    with contextlib.suppress(OSError):
                        file.unlink(missing_ok=True)
        return found

    def load(self, owner: VoiceOwner) -> Voice:
        """Everything of somebody; empty where nothing is. Raises KEYS_UNAVAILABLE when in doubt."""
        with self._turn:
            kept = self._read(self._file(owner))
        return kept.content.parts if kept is not None and kept.content is not None else {}

    def put(self, owner: VoiceOwner, part: VoicePart, clips: tuple[Clip, ...]) -> None:
        """Keep a part in the place of an earlier one, which nobody can read any more.

        Everything gets a new key, and the old one goes. Raises DISK_FULL, DATA_NOT_WRITABLE or
        KEYS_UNAVAILABLE.
        """
        file = self._file(owner)
        with self._turn:
            before = self._read(file)
            parts = before.content.parts if before is not None and before.content else {}
            self._write(file, KeptVoice(owner, {**parts, part: clips}))
            if before is not None:
                self._vault.delete(before.key_name, before.place)

    def delete(self, owner: VoiceOwner) -> None:
        """Remove the key, and then the file. Raises KEYS_UNAVAILABLE while it may be there."""
        file = self._file(owner)
        with self._turn:
            header = _header(file)
            if header is not None:
                self._vault.delete(*header)
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

    def _write(self, file: Path, content: KeptVoice) -> None:
        name, place = f"voice-{secrets.token_hex(8)}", self._vault.place
        key = self._vault.create(name)
        message = encrypt(key, msgspec.msgpack.encode(content), file.name)
        try:
            replace_file(file, f"naklank voice 1 {place.value} {name}\n".encode() + message)
        except NaklankError:
            with contextlib.suppress(NaklankError):
                self._vault.delete(name, place)
            raise

    def _read(self, file: Path) -> _Kept | None:
        """None where there is no such file, or none that we wrote."""
        header = _header(file)
        if header is None:
            return None
        key = self._vault.find(*header)
        if key is None:
            return _Kept(*header, None)
        try:
            message = file.read_bytes().partition(b"\n")[2]
            plain = decrypt(key, message, file.name)
            return _Kept(*header, msgspec.msgpack.decode(plain, type=KeptVoice))
        except (DamagedError, OSError, ValueError):
            return _Kept(*header, None)

    def _file(self, owner: VoiceOwner) -> Path:
        """Its name tells nobody whose it is at a glance; who it is stands inside."""
        name = hashlib.sha256(f"{owner.language} {owner.doctor}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.voice"


def _header(file: Path) -> tuple[str, KeyPlace] | None:
    """The name of its key, and where that is kept."""
    try:
        with file.open("rb") as stream:
            found = _HEADER.match(stream.readline(200))
        return (found["key"].decode(), KeyPlace(found["place"].decode())) if found else None
    except (OSError, ValueError):
        return None
