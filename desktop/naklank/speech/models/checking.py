"""Whether a model's folder holds exactly what the catalogue pins, byte for byte."""

import contextlib
import hashlib
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.models.catalogue import ModelFile

QUARANTINE: Final = "quarantine"
"""Where what was refused is set aside, in the folder of models."""

ABSENT: Final = "-"
"""Stands for the hash of a file that is not there, or that no model has."""

_CHUNK: Final = 1 << 20
"""Bytes between two moments at which it can be stopped."""

_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini"})


def find_damage(
    folder: Path,
    files: Sequence[ModelFile],
    named: Path,
    on_read: Callable[[int], None] = lambda _: None,
) -> NaklankError | None:
    """MODEL_DAMAGED for the first file that is not the catalogue's; `named` is told as its folder.

    A file too many counts as well: the engine would read it. `on_read` hears of bytes that were
    read just now.
    """
    for file in files:
        if (found := sha256_of(folder / file.name, on_read)) != file.sha256:
            return damaged(folder.name, file, found, named)
    names = {file.name for file in files}
    for path in sorted(folder.iterdir()):
        if path.name not in names and not _is_of_the_system(path.name):
            foreign = ModelFile(path.name, None, ABSENT)
            return damaged(folder.name, foreign, sha256_of(path), named)
    return None


def damaged(model: str, file: ModelFile, found: str, folder: object) -> NaklankError:
    """MODEL_DAMAGED, with the hash that was found in place of the catalogue's."""
    return NaklankError(
        ErrorCode.MODEL_DAMAGED,
        model=model,
        file=file.name,
        folder=str(folder),
        expected=file.sha256,
        found=found,
    )


def has_all_files(folder: Path, files: Sequence[ModelFile]) -> bool:
    """Whether all files are there with their sizes: quick, and no proof of anything."""
    try:
        return all(
            file.size in (None, (folder / file.name).stat().st_size) for file in files
        ) and bool(files)
    except OSError:
        return False


def sha256_of(path: Path, on_read: Callable[[int], None] = lambda _: None) -> str:
    """The hash in hexadecimal, or a dash where there is no such file."""
    digest = hashlib.sha256()
    try:
        with path.open("rb", buffering=0) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                on_read(len(chunk))
    except (FileNotFoundError, IsADirectoryError):
        return ABSENT
    return digest.hexdigest()


def set_aside(folder: Path) -> Path:
    """Move a folder where nothing loads it from; the new place, or the old one if it is held.

    Another program may hold its files open: it is then refused where it lies.
    """
    quarantine = folder.parent / QUARANTINE
    with contextlib.suppress(OSError):
        quarantine.mkdir(exist_ok=True)
        for number in itertools.count(1):
            aside = quarantine / f"{folder.name}-{number}"
            if not aside.exists():
                folder.rename(aside)
                return aside
    return folder


def set_aside_folders(parent: Path, model: str) -> tuple[Path, ...]:
    """What was set aside of a model."""
    return tuple(
        path
        for path in (parent / QUARANTINE).glob(f"{model}-*")
        if path.name.removeprefix(f"{model}-").isdecimal()
    )


def _is_of_the_system(name: str) -> bool:
    """What a file manager leaves behind and no engine reads."""
    return name.startswith(".") or name.casefold() in _OF_THE_SYSTEM
