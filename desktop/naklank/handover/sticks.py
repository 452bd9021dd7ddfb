"""The sticks in this computer: found, written, read back and let go."""

from __future__ import annotations

import contextlib
import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.sticks import Stick
from naklank.foundation.durable import DifferentError, check_read_back, sync_folder, write_synced
from naklank.handover.drives import Drive, system_look
from naklank.handover.ejecting import system_eject
from naklank.handover.folder import half_made, named, remove_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from naklank.handover.drives import About

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_TIMES: Final = 3
"""Each file goes over the wire: written, read back, and read under its name."""
_LOCKED: Final = (errno.EROFS, errno.EACCES, errno.EPERM)


class PluggedSticks:
    """The port `Sticks`; what the system says of its drives can be given."""

    def __init__(
        self,
        drives: Callable[[], Iterable[Drive]] | None = None,
        look: Callable[[Drive, list[Drive]], About | None] | None = None,
        eject: Callable[[str, Path], None] | None = None,
    ) -> None:
        self._drives = drives or _drives
        self._look = look or system_look()
        self._eject = eject or system_eject()

    def plugged_in(self) -> tuple[Stick, ...]:
        """Those that answer; one that is being pulled out is left out."""
        return tuple(stick for stick, _ in self._found())

    def write(
        self,
        stick: Stick,
        files: Mapping[str, bytes],
        name: str,
        on_progress: Callable[[int, int], None] = lambda _done, _whole: None,
    ) -> Path:
        """Beside its place, read back from the medium, and only then under its name."""
        ready = _Ready(files, on_progress)
        try:
            self._check_there(stick)
            with half_made(stick.folder) as half:
                for file, data in files.items():
                    write_synced(half / file, data)
                    ready.with_one(data)
                _read_back(half, files, ready)
                self._check_there(stick)
                made = named(half, name)
                sync_folder(stick.folder)
            self._look_through(made, files, stick, ready)
        except OSError as error:
            raise self._why(error, stick) from error
        return made

    def remove(self, stick: Stick, folder: Path, files: Mapping[str, bytes]) -> bool:
        """In another stick a folder of that name is somebody else's."""
        try:
            self._check_there(stick)
        except NaklankError:
            return False
        return remove_set(folder, files)

    def eject(self, stick: Stick) -> None:
        for found, drive in self._found():
            if found.identity == stick.identity:
                try:
                    self._eject(drive.device, stick.folder)
                except OSError as error:
                    raise NaklankError(ErrorCode.STICK_NOT_EJECTED, stick=stick.name) from error
                return
        raise NaklankError(ErrorCode.STICK_NOT_EJECTED, stick=stick.name)

    def _found(self) -> Iterator[tuple[Stick, Drive]]:
        drives = list(self._drives())
        for drive in drives:
            with contextlib.suppress(OSError):
                about = self._look(drive, drives)
                if about is not None:
                    free = shutil.disk_usage(drive.folder).free
                    yield Stick(about.name, Path(drive.folder), about.identity, free), drive

    def _check_there(self, stick: Stick) -> None:
        """Raises STICK_SWAPPED or STICK_GONE."""
        here = [one for one in self.plugged_in() if one.folder == stick.folder]
        if not here:
            raise NaklankError(ErrorCode.STICK_GONE, stick=stick.name)
        if here[0].identity != stick.identity:
            raise NaklankError(ErrorCode.STICK_SWAPPED, stick=stick.name)

    def _look_through(
        self, made: Path, files: Mapping[str, bytes], stick: Stick, ready: _Ready
    ) -> None:
        """Once more, under its name: the stick that was written is the one that is there."""
        try:
            _read_back(made, files, ready)
            self._check_there(stick)
        except BaseException:
            # In another stick a folder of that name is somebody else's.
            with contextlib.suppress(NaklankError):
                self._check_there(stick)
                shutil.rmtree(made, ignore_errors=True)
            raise

    def _why(self, error: OSError, stick: Stick) -> NaklankError:
        if isinstance(error, DifferentError):
            return NaklankError(ErrorCode.STICK_DIFFERS, stick=stick.name)
        if error.errno in _FULL:
            return NaklankError(ErrorCode.STICK_FULL, stick=stick.name)
        if error.errno in _LOCKED:
            return NaklankError(ErrorCode.STICK_READ_ONLY, stick=stick.name)
        try:
            self._check_there(stick)
        except NaklankError as other:
            return other
        return NaklankError(ErrorCode.STICK_GONE, stick=stick.name)  # it does not answer as it did


class _Ready:
    """Counts the bytes that were written, and then read twice."""

    def __init__(self, files: Mapping[str, bytes], on_progress: Callable[[int, int], None]) -> None:
        self._whole = _TIMES * sum(map(len, files.values()))
        self._done = 0
        self._on_progress = on_progress

    def with_one(self, data: bytes) -> None:
        self._done += len(data)
        self._on_progress(self._done, self._whole)


def _read_back(folder: Path, files: Mapping[str, bytes], ready: _Ready) -> None:
    """Compare what the medium holds, not what the system remembers of it. Raises OSError."""
    for name, data in files.items():
        check_read_back(folder / name, data)
        ready.with_one(data)


def _drives() -> list[Drive]:
    import psutil

    return [
        Drive(one.device, one.mountpoint, one.fstype, one.opts)
        for one in psutil.disk_partitions(all=False)
    ]
