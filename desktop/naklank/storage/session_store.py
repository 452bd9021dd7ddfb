"""Sessions on this computer, each in a folder of its own, encrypted under a key of its own.

On the disk stand `session.naklank` and `take-1.naklank`...: without the session's key these are
noise. Deleting removes the key, and then the files: what a disk still holds of them afterwards can
be read by nobody.
"""

from __future__ import annotations

import contextlib
import re
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.ports.keeping import Kept
from naklank.core.recording import SoundFile
from naklank.core.session import Session
from naklank.foundation.disk import free_space
from naklank.foundation.encryption import DamagedError, decrypt, encrypt
from naklank.storage.atomic import replace_file
from naklank.storage.session_folders import SESSION, SessionFolders, check_identity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from naklank.storage.vault import Vault

_HEADER: Final = re.compile(rb"naklank session 1 (?P<place>[a-z]+)\n")
"""The format's number, and where the key is kept."""
_TAKE: Final = re.compile(r"take-(?P<number>[1-9]\d*)\.naklank")


class _Found(NamedTuple):
    """A session's file that could be read, or why not."""

    session: Session | None
    key_gone_from: KeyPlace | None = None
    """There is certainly no key in this place, where the file says that it is."""


class FolderSessionStore:
    """The port SessionStore: a folder for each identity, in the first of `folders`.

    All of them are looked into: a recording may have gone on in another folder when a disk was
    full. Where `is_own` denies that one is this installation's alone, only what was deleted or
    could be read is removed there. An identity is random hex; any other is a mistake of ours, and a
    ValueError.
    """

    def __init__(
        self,
        folders: Callable[[], Sequence[Path]],
        vault: Vault,
        is_own: Callable[[Path], bool] = lambda _: True,
    ) -> None:
        self._folders = SessionFolders(folders, is_own)
        self._vault = vault
        self._key_places: dict[str, KeyPlace] = {}
        self._making = Lock()

    def save(self, session: Session) -> None:
        """Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE; the earlier one then stands."""
        key, kept_in = self._key(session.identity)
        place = self._folders.made(session.identity)
        try:
            data = msgspec.json.encode(session)
            # What could not be loaded again is not saved: half a character, a number without value.
            msgspec.json.decode(data, type=Session)
        except ValueError as error:
            raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder=str(place)) from error
        header = f"naklank session 1 {kept_in.value}\n".encode()
        replace_file(place / SESSION, header + encrypt(key, data, SESSION))
        for other in self._folders.places(session.identity):
            if other != place:
                with contextlib.suppress(OSError):
                    (other / SESSION).unlink(missing_ok=True)

    def load_all(self) -> Kept:
        """Every session that can be read, the oldest first; what cannot is left alone on disk.

        Only what was deleted, and could not be removed then, is removed now. A key that is not
        there alone proves nothing: the keyring may be another one than before, or the session
        another user's. But keys in memory are gone with their program, and with them what lies in
        the folder of this installation; in another one somebody else may record right now. Raises
        DATA_NOT_WRITABLE where no folder can be read.
        """
        sessions: list[tuple[float, Session]] = []
        unreadable: list[str] = []
        lost = 0
        for identity in sorted(self._folders.identities()):
            found = self._load(identity)
            if found.session is not None:
                sessions.append((found.session.started.timestamp(), found.session))
            elif self._is_over(identity, found):
                self._finish_deletion(identity, found.key_gone_from)
            elif self._may_be_of_others(identity, found):
                continue
            # In these two not its key: what was saved may lie on a disk that is not here now.
            elif identity not in self._key_places and self._folders.is_bare(identity):
                self._folders.remove_empty(identity)
            elif identity not in self._key_places and self._folders.is_unwritten(identity):
                self._folders.remove(identity)
            elif found.key_gone_from is KeyPlace.MEMORY:
                lost += 1
                self._folders.remove(identity)
            else:
                unreadable.append(identity)
        ordered = tuple(session for _, session in sorted(sessions, key=itemgetter(0)))
        return Kept(ordered, lost=lost, unreadable=tuple(unreadable))

    def sound_file(self, identity: str, take: int) -> SoundFile:
        """Where a take's sound belongs, in a folder that only its owner may enter, and its key.

        Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE.
        """
        if take < 1:
            raise ValueError("takes count from 1")
        name = f"take-{take}.naklank"
        key, _ = self._key(identity)
        known = (file for file in self._folders.files(identity) if file.name == name)
        return SoundFile(next(known, None) or self._folders.made(identity) / name, key)

    def takes(self, identity: str) -> tuple[int, ...]:
        """The numbers of the takes that have a file."""
        found = (_TAKE.fullmatch(file.name) for file in self._folders.files(identity))
        return tuple(sorted(int(one["number"]) for one in found if one))

    def remove_sound(self, identity: str, take: int) -> None:
        """Remove the file of a take, as far as the system lets us; the rest goes with its key."""
        for file in self._folders.files(identity):
            if file.name == f"take-{take}.naklank":
                with contextlib.suppress(OSError):
                    file.unlink(missing_ok=True)

    def delete(self, identity: str) -> None:
        """Remove the key, and then the files; no error when they are gone already.

        Raises KEYS_UNAVAILABLE while the key may still be there: then nothing is deleted. Files
        that stay are unreadable, and are removed at the next start.
        """
        check_identity(identity)
        kept_in = self._key_places.get(identity) or self._place_in_header(identity)
        self._folders.mark_deleted(identity)
        try:
            with self._making:
                self._vault.delete(identity, kept_in)
                self._key_places.pop(identity, None)
        except NaklankError:
            self._folders.unmark(identity)
            raise
        self._folders.remove(identity)

    def free_space(self) -> int | None:
        """Bytes free where the next sound goes; None when the system does not say."""
        return free_space(self._folders.first)

    def _is_over(self, identity: str, found: _Found) -> bool:
        """Whether it was deleted, and only files are left or the mark alone."""
        if identity in self._key_places or not self._folders.is_deleted(identity):
            return False  # the first: it has just begun, in this run of the app
        return found.key_gone_from is not None or self._folders.is_bare(identity)

    def _may_be_of_others(self, identity: str, found: _Found) -> bool:
        """Whether another computer may have laid it there: no key of it here, or nothing saved.

        What cannot be read for another reason is told: this keyring may open it later.
        """
        if identity in self._key_places or self._folders.is_own(identity):
            return False
        is_saved = any(file.name == SESSION for file in self._folders.files(identity))
        return found.key_gone_from is not None or not is_saved

    def _finish_deletion(self, identity: str, kept_in: KeyPlace | None) -> None:
        """A deletion that was cut short may have left a piece of the key too."""
        with contextlib.suppress(NaklankError):
            self._vault.delete(identity, kept_in)
            self._folders.remove(identity)

    def _load(self, identity: str) -> _Found:
        for file in self._session_files(identity):
            with contextlib.suppress(OSError):
                found = self._read(identity, file.read_bytes())
                if found.session is not None or found.key_gone_from is not None:
                    return found
        return _Found(None)

    def _session_files(self, identity: str) -> list[Path]:
        return sorted((place / SESSION for place in self._folders.places(identity)), key=_age)

    def _place_in_header(self, identity: str) -> KeyPlace | None:
        """Where an unreadable session says that its key is."""
        for file in self._session_files(identity):
            with contextlib.suppress(OSError, ValueError):
                if header := _HEADER.match(file.read_bytes()):
                    return KeyPlace(header["place"].decode())
        return None

    def _read(self, identity: str, data: bytes) -> _Found:
        try:
            header = _HEADER.match(data)
            kept_in = KeyPlace(header["place"].decode()) if header else None
            if header is None or kept_in is None:
                return _Found(None)
            key = self._vault.find(identity, kept_in)
            if key is None:
                return _Found(None, kept_in)
            plain = decrypt(key, data[header.end() :], SESSION)
            session = msgspec.json.decode(plain, type=Session)
            session.started.timestamp()  # a moment that this computer cannot place is none
        except (DamagedError, NaklankError, ValueError, OverflowError, OSError, RecursionError):
            return _Found(None)
        if session.identity != identity:
            return _Found(None)
        self._key_places[identity] = kept_in
        return _Found(session)

    def _key(self, identity: str) -> tuple[bytes, KeyPlace]:
        """The session's key, made when it is asked for the first time, and where it is kept."""
        check_identity(identity)
        with self._making:  # two threads may ask at once for what is not there yet
            if identity not in self._key_places:
                self._load(identity)  # one that an earlier run left
            known = self._key_places.get(identity)
            if known is None:
                place = self._vault.place
                key = self._vault.create(identity)
                self._key_places[identity] = place
                return key, place
        found = self._vault.find(identity, known)
        if found is None:  # somebody removed it from the keyring
            raise NaklankError(ErrorCode.KEYS_UNAVAILABLE)
        return found, known


def _age(file: Path) -> float:
    """The newest first; what is not there last."""
    try:
        return -file.stat().st_mtime
    except OSError:
        return float("inf")
