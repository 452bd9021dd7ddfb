"""A set of files written to a folder: all of them, or none."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import secrets
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, writing_failed
from naklank.foundation.durable import check_read_back, sync_folder, when_free, write_synced
from naklank.foundation.leftovers import find_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SET_PREFIX: Final = ".naklank-set-"
"""Of what is not whole yet."""
_TAKEN: Final = (errno.EEXIST, errno.ENOTEMPTY)


def free_names(name: str) -> Iterator[str]:
    """What a folder may be called where others have that name, the best first."""
    yield name
    yield from (f"{name} ({number})" for number in itertools.count(2))


@contextlib.contextmanager
def half_made(parent: Path) -> Iterator[Path]:
    """A folder that nobody takes for a whole set, in `parent`; raises OSError.

    It is gone afterwards unless it has its name by then; that of a run that was killed goes first.
    `parent` is not made: a stick that was pulled out would become a folder on this computer.
    """
    with contextlib.suppress(OSError):  # what cannot be put back stays where it is
        _clear_up(parent)
    # Not by `tempfile`: its folders are their maker's alone, and who takes a set on is another.
    half = parent / f"{SET_PREFIX}{secrets.token_hex(4)}"
    half.mkdir()
    try:
        yield half
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def named(half: Path, name: str) -> Path:
    """Move it to this name, or one like it that is nobody's yet. Raises OSError."""
    for one in free_names(name):
        folder = half.parent / one
        if os.path.lexists(folder):
            continue
        try:
            return when_free(partial(half.rename, folder))
        except OSError as error:
            if error.errno not in _TAKEN:  # by another copy of Naklank, at this moment
                raise
    raise AssertionError("there is always another name")


def write_new_set(files: Mapping[str, bytes], parent: Path, name: str) -> Path:
    """Write the files into a new folder in `parent`, of this name or one like it; returns it.

    Written beside it, synced and read back, and only then under its name. On a failure nothing
    stays. Raises FOLDER_NOT_WRITABLE or DISK_FULL.
    """
    try:
        with half_made(parent) as half:
            for file, data in files.items():
                write_synced(half / file, data)
                check_read_back(half / file, data)
            sync_folder(half)
            folder = named(half, name)
        sync_folder(parent)
    except OSError as error:
        raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, parent) from error
    return folder


def prepare_folder(folder: Path) -> None:
    """Make the folder and prove that it takes a file, before minutes of work.

    What a killed run left in it is removed. Raises FOLDER_NOT_WRITABLE or DISK_FULL.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_up(folder)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"naklank")
    except OSError as error:
        raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, folder) from error


def write_set(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files by their names, replacing those of an earlier set.

    Each is written beside its place, synced and read back; only when all are right do they take
    their names. Raises FOLDER_NOT_WRITABLE or DISK_FULL; an earlier set is then still whole, also
    when the user stops it half-way: one patient's sound must never lie beside another's page.
    """
    try:
        for name in files:
            _check_replaceable(folder / name)
        # A virus scanner may still hold a file; what cannot be removed now, the next run clears up.
        with tempfile.TemporaryDirectory(
            prefix=SET_PREFIX, dir=folder, ignore_cleanup_errors=True
        ) as temporary:
            new, old = Path(temporary) / "new", Path(temporary) / "old"
            new.mkdir()
            old.mkdir()
            for name, data in files.items():
                write_synced(new / name, data)
                check_read_back(new / name, data)
            _swap(files, folder, new, old)
        sync_folder(folder)
    except OSError as error:
        raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, folder) from error


def remove_set(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Remove these files from the folder that was made for them, and that folder.

    Nothing else: neither a file that was changed or put there meanwhile, nor a folder that holds
    one. Whether nothing of it is left; False too where somebody has taken a file from there.
    """
    were_there = [_remove(folder / name, data) for name, data in files.items()]
    try:
        folder.rmdir()
    except OSError:
        return False
    sync_folder(folder.parent)
    return all(were_there)


def _remove(file: Path, data: bytes) -> bool:
    try:
        is_ours = not file.is_symlink() and file.read_bytes() == data
        if is_ours:
            file.unlink()
    except OSError:
        return False
    return is_ours


def _clear_up(folder: Path) -> None:
    """Put back what a run had moved out when it was killed, and remove the rest."""
    for leftover in find_leftovers(folder, SET_PREFIX):
        for file in (leftover / "old").glob("*"):
            file.replace(folder / file.name)
        shutil.rmtree(leftover, ignore_errors=True)


def _swap(names: Iterable[str], folder: Path, new: Path, old: Path) -> None:
    """Move the new files in and the earlier ones out; on any failure, all the way back."""
    try:
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                when_free(partial((folder / name).replace, old / name))
            when_free(partial((new / name).replace, folder / name))
    except BaseException:
        for name in names:
            if not (new / name).exists():
                (folder / name).unlink(missing_ok=True)
            with contextlib.suppress(FileNotFoundError):
                (old / name).replace(folder / name)
        raise


def _check_replaceable(file: Path) -> None:
    """Refuse a folder of this name, and a file that another program holds: Word on Windows."""
    with contextlib.suppress(FileNotFoundError):
        file.open("r+b").close()
