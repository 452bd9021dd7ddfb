"""Sessions on this computer, each in a folder of its own, encrypted under a key of its own.

On the disk stand `session.naklank` and `take-1.naklank`...: without the session's key these are
noise. Deleting removes the key, and then the files: what a disk still holds of them afterwards can
be read by nobody.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from operator import itemgetter
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.keys import KeyPlace
from naklank.core.ports import Kept
from naklank.core.recording import SoundFile
from naklank.core.session import Session
from naklank.disk import free_space
from naklank.durable import sync_folder
from naklank.encryption import DamagedError, decrypt, encrypt
from naklank.storage.atomic import PRIVATE_FILE, PRIVATE_FOLDER, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from naklank.storage.vault import Vault

_SESSION: Final = "session.naklank"
_DELETED: Final = "deleted"
_HEADER: Final = re.compile(rb"naklank session 1 (?P<place>[a-z]+)\n")
"""The format's number, and where the key is kept."""
_TAKE: Final = re.compile(r"take-(?P<number>[1-9]\d*)\.naklank")
_IDENTITY: Final = re.compile(r"[0-9a-f]{1,64}")


class _Found(NamedTuple):
    """A session's file that could be read, or why not."""

    session: Session | None
    is_lost: bool = False
    """Its key is gone for good."""


class FolderSessionStore:
    """The port SessionStore: a folder for each identity, in the first of `folders`.

    All of them are looked into: a recording may have gone on in another folder when a disk was
    full. An identity is random hex; any other is a mistake of ours, and a ValueError.
    """

    def __init__(self, folders: Callable[[], Sequence[Path]], vault: Vault) -> None:
        self._folders = folders
        self._vault = vault
        self._key_places: dict[str, KeyPlace] = {}
        self._making = Lock()

    def save(self, session: Session) -> None:
        """Raises DISK_FULL, DATA_NOT_WRITABLE or KEYS_UNAVAILABLE; the earlier one then stands."""
        key, kept_in = self._key(session.identity)
        place = self._made(session.identity)
        try:
            data = msgspec.json.encode(session)
            # What could not be loaded again is not saved: half a character, a number without value.
            msgspec.json.decode(data, type=Session)
        except ValueError as error:
            raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder=str(place)) from error
        header = f"naklank session 1 {kept_in.value}\n".encode()
        replace_file(place / _SESSION, header + encrypt(key, data, _SESSION))
        for other in self._places(session.identity):
            if other != place:
                with contextlib.suppress(OSError):
                    (other / _SESSION).unlink(missing_ok=True)

    def load_all(self) -> Kept:
        """Every session that can be read, the oldest first; what cannot is left alone on disk.

        But where the key is gone for good, nobody can ever read the rest: that is removed.
        Raises DATA_NOT_WRITABLE where a folder itself cannot be read.
        """
        sessions: list[tuple[float, Session]] = []
        unreadable: list[str] = []
        lost = 0
        for identity in sorted(self._identities()):
            found = self._load(identity)
            if found.session is not None:
                sessions.append((found.session.started.timestamp(), found.session))
            elif found.is_lost:
                lost += not self._is_deleted(identity)
                self._remove_files(identity)
            elif not self._is_bare(identity):
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
        places = (place for place in self._places(identity) if (place / name).exists())
        return SoundFile((next(places, None) or self._made(identity)) / name, key)

    def takes(self, identity: str) -> tuple[int, ...]:
        """The numbers of the takes that have a file."""
        names = (file.name for place in self._places(identity) for file in place.iterdir())
        found = (_TAKE.fullmatch(name) for name in names)
        return tuple(sorted(int(one["number"]) for one in found if one))

    def delete(self, identity: str) -> None:
        """Remove the key, and then the files; no error when they are gone already.

        Raises KEYS_UNAVAILABLE while the key may still be there: then nothing is deleted. Files
        that stay are unreadable, and are removed at the next start.
        """
        for place in self._places(identity):
            with contextlib.suppress(OSError):
                # Without it, it would look like a loss at the next start.
                (place / _DELETED).touch(PRIVATE_FILE)
        with self._making:
            self._vault.delete(identity, self._key_places.get(identity))
            self._key_places.pop(identity, None)
        self._remove_files(identity)

    def free_space(self) -> int | None:
        """Bytes free where the next sound goes; None when the system does not say."""
        return free_space(self._folders()[0])

    def _load(self, identity: str) -> _Found:
        files = [place / _SESSION for place in self._places(identity)]
        for file in sorted(files, key=_age):
            with contextlib.suppress(OSError):
                found = self._read(identity, file.read_bytes())
                if found.session is not None or found.is_lost:
                    return found
        return _Found(None)

    def _read(self, identity: str, data: bytes) -> _Found:
        try:
            header = _HEADER.match(data)
            kept_in = KeyPlace(header["place"].decode()) if header else None
            if header is None or kept_in is None:
                return _Found(None)
            key = self._vault.find(identity, kept_in)
            if key is None:
                return _Found(None, is_lost=True)
            plain = decrypt(key, data[header.end() :], _SESSION)
            session = msgspec.json.decode(plain, type=Session)
            session.started.timestamp()  # a moment that this computer cannot place is none
        except (DamagedError, NaklankError, ValueError, OverflowError, OSError, RecursionError):
            return _Found(None)
        self._key_places[identity] = kept_in
        return _Found(session if session.identity == identity else None)

    def _key(self, identity: str) -> tuple[bytes, KeyPlace]:
        """The session's key, made when it is asked for the first time, and where it is kept."""
        self._check(identity)
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

    def _identities(self) -> set[str]:
        names = set()
        for folder in self._folders():
            try:
                places = list(folder.iterdir()) if folder.exists() else []
            except OSError as error:
                raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, folder) from error
            names |= {place.name for place in places if _IDENTITY.fullmatch(place.name)}
        return names

    def _places(self, identity: str) -> Iterator[Path]:
        """Every folder of this session that exists."""
        self._check(identity)
        for folder in self._folders():
            if (folder / identity).is_dir():
                yield folder / identity

    def _made(self, identity: str) -> Path:
        self._check(identity)
        place = self._folders()[0] / identity
        try:
            for folder in (place.parent, place):
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, place) from error
        return place

    def _is_deleted(self, identity: str) -> bool:
        """Whether its key was removed on purpose, and only files were left."""
        return any((place / _DELETED).exists() for place in self._places(identity))

    def _is_bare(self, identity: str) -> bool:
        """Whether nothing was ever written into it; such a folder of an earlier run is removed."""
        if any(any(place.iterdir()) for place in self._places(identity)):
            return False
        if identity not in self._key_places:
            self.delete(identity)
        return True

    def _remove_files(self, identity: str) -> None:
        for place in self._places(identity):
            for path in place.iterdir():
                if path.name not in (_SESSION, _DELETED):
                    _remove(path)
            # What is still there, these two say at the next start, was deleted.
            if all(path.name in (_SESSION, _DELETED) for path in place.iterdir()):
                _remove(place)
            sync_folder(place.parent)

    def _check(self, identity: str) -> None:
        if not _IDENTITY.fullmatch(identity):
            raise ValueError("not the identity of a session")


def _remove(path: Path) -> None:
    """As far as the system lets us; a link goes, and not what it points to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def _age(file: Path) -> float:
    """The newest first; what is not there last."""
    try:
        return -file.stat().st_mtime
    except OSError:
        return float("inf")
