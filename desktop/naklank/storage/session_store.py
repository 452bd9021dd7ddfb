"""Sessions on this computer, each in a folder of its own.

Not encrypted yet: whoever can read the user's files can read and hear them. On POSIX the rights of
the folders keep other users out; on Windows the user's profile does. Deleting takes the files away;
it does not overwrite the disk.
"""

from __future__ import annotations

import re
import shutil
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import msgspec

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.session import Session
from naklank.durable import sync_folder
from naklank.storage.atomic import PRIVATE_FOLDER, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SESSION: Final = "session.json"
_IDENTITY: Final = re.compile(r"[0-9a-f]{1,64}")


class FolderSessionStore:
    """The port SessionStore: `session.json` and `take-1.pcm`... in `folder`/identity.

    An identity is random hex; any other is a mistake of ours, and a ValueError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, session: Session) -> None:
        """Raises DISK_FULL or DATA_NOT_WRITABLE; what was saved before then still stands."""
        place = self._made(session.identity)
        try:
            data = msgspec.json.encode(session)
            # What could not be loaded again is not saved: half a character, a number without value.
            msgspec.json.decode(data, type=Session)
        except ValueError as error:
            raise NaklankError(ErrorCode.DATA_NOT_WRITABLE, folder=str(place)) from error
        replace_file(place / _SESSION, data)

    def load_all(self) -> tuple[Session, ...]:
        """Every whole session, the oldest first; another is left out and left alone on disk.

        Raises DATA_NOT_WRITABLE where the folder itself cannot be read.
        """
        try:
            places = list(self._folder.iterdir()) if self._folder.exists() else []
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._folder) from error
        return tuple(session for _, session in sorted(_loaded(places), key=itemgetter(0)))

    def sound_path(self, identity: str, take: int) -> Path:
        """Where a take's sound belongs, in a folder that only its owner may enter.

        Raises DISK_FULL or DATA_NOT_WRITABLE.
        """
        if take < 1:
            raise ValueError("takes count from 1")
        return self._made(identity) / f"take-{take}.pcm"

    def delete(self, identity: str) -> None:
        """Remove everything of a session; raises DATA_NOT_WRITABLE while anything is left.

        No error when it is gone already.
        """
        place = self._place(identity)
        # The session goes last: as long as there is sound, somebody can see it and delete it.
        others = (path for path in place.glob("*") if path.name != _SESSION)
        _remove(others, place)
        _remove((place / _SESSION, place), self._folder)

    def _place(self, identity: str) -> Path:
        if not _IDENTITY.fullmatch(identity):
            raise ValueError("not the identity of a session")
        return self._folder / identity

    def _made(self, identity: str) -> Path:
        place = self._place(identity)
        try:
            for folder in (self._folder, place):
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, place) from error
        return place


def _loaded(places: Iterable[Path]) -> Iterator[tuple[float, Session]]:
    """Each whole session, and the moment at which it started, in seconds."""
    for place in places:
        try:
            session = msgspec.json.decode((place / _SESSION).read_bytes(), type=Session)
            moment = session.started.timestamp()
        except (OSError, ValueError, OverflowError, RecursionError):
            continue
        if session.identity == place.name and _IDENTITY.fullmatch(place.name):
            yield moment, session


def _remove(paths: Iterable[Path], folder: Path) -> None:
    """Remove what can be removed, and only then tell of what could not."""
    failure: OSError | None = None
    for path in paths:
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            failure = error
    sync_folder(folder)
    if failure is not None:
        raise writing_failed(failure, ErrorCode.DATA_NOT_WRITABLE, folder) from failure
