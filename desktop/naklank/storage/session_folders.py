"""Where sessions lie on the disk: a folder for each identity, in one place or in several."""

from __future__ import annotations

import contextlib
import re
import shutil
from typing import TYPE_CHECKING, Final

import msgspec

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.foundation.durable import PRIVATE_FILE, PRIVATE_FOLDER, sync_folder
from naklank.storage.atomic import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SESSION: Final = "session.naklank"
_DELETED: Final = "deleted"
_IDENTITY: Final = re.compile(r"[0-9a-f]{1,64}")


class UsedFolders:
    """The folder for the next sound first, and behind it every other that was ever chosen.

    A recording may go on elsewhere when its disk is full, and again elsewhere after that; what
    lies in any of them must be found again. `record` remembers them. `former` is what versions
    before made of the choice.
    """

    def __init__(
        self,
        own: Path,
        record: Path,
        chosen: Callable[[], Path | None],
        former: Callable[[], Path | None] = lambda: None,
    ) -> None:
        self._own = own
        self._record = record
        self._chosen = chosen
        self._former = former
        self._known: tuple[str, ...] | None = None

    def __call__(self) -> tuple[Path, ...]:
        chosen = self._chosen()
        known = self._remembered(*(one for one in (chosen, self._former()) if one is not None))
        first = self._own if chosen is None else chosen
        others = (type(self._own)(one) for one in known)
        return tuple(dict.fromkeys((first, self._own, *others)))

    def _remembered(self, *chosen: Path) -> tuple[str, ...]:
        if self._known is None:
            try:
                self._known = msgspec.json.decode(self._record.read_bytes(), type=tuple[str, ...])
            except (OSError, ValueError):
                self._known = ()
        new = [str(one) for one in chosen if str(one) not in self._known]
        if new:
            self._known = (*self._known, *new)
            with contextlib.suppress(NaklankError):  # known as long as this program runs
                replace_file(self._record, msgspec.json.encode(self._known))
        return self._known


class SessionFolders:
    """The folders of the sessions in `roots`; new ones are made in the first of these.

    `is_own` tells of a root whether this installation alone writes in it. An identity is random
    hex; any other is a mistake of ours, and a ValueError.
    """

    def __init__(self, roots: Callable[[], Sequence[Path]], is_own: Callable[[Path], bool]) -> None:
        self._roots = roots
        self._is_own = is_own

    @property
    def first(self) -> Path:
        """Where the next one is made."""
        return self._roots()[0]

    def identities(self) -> set[str]:
        """Of all sessions. Raises DATA_NOT_WRITABLE where no folder at all can be read."""
        names: set[str] = set()
        failures: list[NaklankError] = []
        roots = self._roots()
        for root in roots:
            try:
                places = list(root.iterdir()) if root.exists() else []
            except OSError as error:
                failures.append(writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, root))
                continue
            names |= {place.name for place in places if _IDENTITY.fullmatch(place.name)}
        if len(failures) == len(roots):
            raise failures[0]
        return names

    def places(self, identity: str) -> Iterator[Path]:
        """Every folder of this session that exists."""
        check_identity(identity)
        for root in self._roots():
            with contextlib.suppress(OSError):
                if (root / identity).is_dir():
                    yield root / identity

    def is_own(self, identity: str) -> bool:
        """Whether this installation made a folder of it: else it may be another computer's."""
        return any(self._is_own(place.parent) for place in self.places(identity))

    def files(self, identity: str) -> Iterator[Path]:
        """Everything that lies in them."""
        for place in self.places(identity):
            with contextlib.suppress(OSError):
                yield from list(place.iterdir())

    def made(self, identity: str) -> Path:
        """Its folder, which only its owner may enter. Raises DISK_FULL or DATA_NOT_WRITABLE."""
        check_identity(identity)
        place = self.first / identity
        try:
            is_new = not place.is_dir()
            for folder in (place.parent, place):
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            if is_new:  # what is deleted on the strength of it must not outlive it in a power cut
                sync_folder(place.parent)
        except OSError as error:
            raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, place) from error
        return place

    def mark_deleted(self, identity: str) -> None:
        """Before its key goes: else what is left would look like a loss at the next start.

        An error of the system is passed over.
        """
        for place in self.places(identity):
            with contextlib.suppress(OSError):
                (place / _DELETED).touch(PRIVATE_FILE)

    def unmark(self, identity: str) -> None:
        """Its key could not be removed after all."""
        for place in self.places(identity):
            with contextlib.suppress(OSError):
                (place / _DELETED).unlink(missing_ok=True)

    def is_deleted(self, identity: str) -> bool:
        """Whether its key was removed on purpose, and only files were left."""
        return any(file.name == _DELETED for file in self.files(identity))

    def is_bare(self, identity: str) -> bool:
        """Whether nothing of a session lies in it; one that cannot be listed may hold all of it."""
        try:
            names = {file.name for place in self.places(identity) for file in place.iterdir()}
        except OSError:
            return False
        return names <= {_DELETED}

    def is_unwritten(self, identity: str) -> bool:
        """Whether all that lies in it is a save that was cut short."""
        return [file.name for file in self.files(identity)] == [f"{SESSION}.new"]

    def remove_empty(self, identity: str) -> None:
        """The folders of it in which nothing lies; what was put there meanwhile stays."""
        for place in self.places(identity):
            with contextlib.suppress(OSError):
                place.rmdir()

    def remove(self, identity: str) -> None:
        """As far as the system lets us; what stays is told apart by its mark at the next start."""
        for file in self.files(identity):
            if file.name not in (SESSION, _DELETED):
                _remove(file)
        for place in self.places(identity):
            with contextlib.suppress(OSError):
                if all(path.name in (SESSION, _DELETED) for path in place.iterdir()):
                    _remove(place)
            sync_folder(place.parent)


def check_identity(identity: str) -> None:
    """Raises ValueError for what is not the identity of a session: it becomes a path."""
    if not _IDENTITY.fullmatch(identity):
        raise ValueError("not the identity of a session")


def _remove(path: Path) -> None:
    """A link goes, and not what it points to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
