"""What lies in a folder or a ZIP file from outside, none of it trusted: names say nothing."""

from __future__ import annotations

import contextlib
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.models.catalogue import ModelFile
from naklank.speech.models.checking import ABSENT, damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_FILES: Final = 10_000
"""That are looked at: a whole disk is not searched."""

_ENCRYPTED: Final = 0x1
"""The flag of a ZIP entry."""


@dataclass(frozen=True, slots=True)
class OutsideFile:
    """One file as its folder or ZIP directory tells; it may tell lies."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


@contextlib.contextmanager
def outside_files(source: Path, known: str, meant: str) -> Iterator[tuple[OutsideFile, ...]]:
    """The files below a folder, links to files included, or in a ZIP, which is not unpacked.

    Raises NO_SUCH_FILE, FILE_NOT_READABLE, and for a file that is no ZIP MODEL_DAMAGED where its
    name says which model is `meant`, else MODEL_FOREIGN: `known` tells which there are.
    """
    if source.is_dir():
        yield tuple(_in_folder(source))
        return
    with _open_archive(source, known, meant) as archive:
        yield tuple(_in_archive(archive))


def _open_archive(source: Path, known: str, meant: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except FileNotFoundError as error:
        raise NaklankError(ErrorCode.NO_SUCH_FILE, file=str(source)) from error
    except OSError as error:
        raise NaklankError(ErrorCode.FILE_NOT_READABLE, file=str(source)) from error
    except (zipfile.BadZipFile, NotImplementedError) as error:
        if meant:  # one of ours that was copied half-way
            half = ModelFile(source.name, None, ABSENT)
            raise damaged(meant, half, ABSENT, source.parent) from error
        raise foreign(source, ABSENT, known) from error


def foreign(source: Path, found: str, known: str) -> NaklankError:
    """MODEL_FOREIGN, with what was found there that looks like a model, and what is known."""
    return NaklankError(ErrorCode.MODEL_FOREIGN, folder=str(source), found=found, known=known)


def _in_folder(source: Path) -> Iterator[OutsideFile]:
    """Each file once, however many links lead to it: a hub's cache is made of links."""
    met: set[tuple[int, int]] = set()
    seen = 0
    for folder, _subfolders, names in os.walk(source):
        for name in sorted(names):
            seen += 1
            if seen > MOST_FILES:
                return
            path = Path(folder, name)
            with contextlib.suppress(OSError):  # a link to nowhere, a file that nobody may see
                status = path.stat()
                if path.is_file() and (status.st_dev, status.st_ino) not in met:
                    if status.st_ino:
                        met.add((status.st_dev, status.st_ino))
                    yield OutsideFile(name, status.st_size, lambda path=path: path.open("rb"))  # type: ignore[misc]


def _in_archive(archive: zipfile.ZipFile) -> Iterator[OutsideFile]:
    for entry in archive.infolist()[:MOST_FILES]:
        if not entry.is_dir() and not entry.flag_bits & _ENCRYPTED:
            name = PurePosixPath(entry.filename).name
            yield OutsideFile(name, entry.file_size, lambda entry=entry: archive.open(entry))  # type: ignore[misc]
