"""A model from a folder, a stick or a ZIP file: known by its bytes, copied in one step."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.foundation.disk import free_space
from naklank.speech.models.catalogue import LARGEST_UNSIZED, WEIGHTS
from naklank.speech.models.checking import ABSENT, damaged
from naklank.speech.models.placing import building_place
from naklank.speech.models.sources import foreign, outside_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from naklank.speech.models.catalogue import CataloguedModel, ModelFile
    from naklank.speech.models.sources import OutsideFile

    OnProgress = Callable[[int, int], bool]

_PREFIX: Final = ".taking-"
_CHUNK: Final = 1_048_576
"""Bytes between two looks at whether to go on."""
_MODEL_ENDINGS: Final = (".bin", ".pt", ".safetensors", ".gguf", ".onnx")
"""Of files that may be told by name in an error: other names could be a patient's."""


def take_in(
    source: Path,
    folder: Path,
    models: Sequence[CataloguedModel],
    on_progress: OnProgress,
    keep: Callable[[CataloguedModel, Path], None],
) -> str:
    """Copy the largest whole model of a folder or ZIP beside `folder`'s, and have it kept.

    Only files of a catalogued size are read, and never more of them than that. `keep` gets the
    model and its checked folder, still under another name. Raises MODEL_FOREIGN, MODEL_DAMAGED,
    CANCELLED, NO_SUCH_FILE, FILE_NOT_READABLE, DISK_FULL or OSError.
    """
    known = ", ".join(model.name for model in models)
    with outside_files(source, known) as files, building_place(folder, _PREFIX) as temporary:
        copies = _Copies(temporary, models, on_progress)
        copies.take(files)
        for model in reversed(models):
            if all(file.sha256 in copies.known for file in model.files):
                keep(model, _assemble(model, temporary))
                return model.name
        raise _refusal(source, files, models, copies)


class _Copies:
    """What was copied so far, each under its hash; what is no model's is not kept."""

    def __init__(
        self, place: Path, models: Sequence[CataloguedModel], on_progress: OnProgress
    ) -> None:
        self._place = place
        self._on_progress = on_progress
        self._hashes: dict[int | None, set[str]] = {}
        for file in (file for model in models for file in model.files):
            self._hashes.setdefault(file.size, set()).add(file.sha256)
        self.known: set[str] = set()
        self.strange: dict[tuple[str, int], str] = {}
        """The hashes of files that have a catalogued size and not the bytes, by name and size."""
        self._done = self._whole = 0

    def take(self, files: Iterable[OutsideFile]) -> None:
        wanted = [file for file in files if self._expected(file)]
        wanted.sort(key=lambda file: file.size)
        self._whole = sum(file.size for file in wanted)
        free = free_space(self._place)
        if free is not None and free < self._whole:
            raise NaklankError(ErrorCode.DISK_FULL, folder=str(self._place.parent))
        for file in wanted:
            expected = self._expected(file)
            if expected <= self.known:  # the same once more
                self._tell(file.size)
            else:
                self._copy(file, expected)

    def _expected(self, file: OutsideFile) -> set[str]:
        """The hashes that a file of this size may have."""
        expected = self._hashes.get(file.size, set())
        may_be_unsized = file.size <= LARGEST_UNSIZED and file.name.endswith(".json")
        return expected | (self._hashes.get(None, set()) if may_be_unsized else set())

    def _copy(self, file: OutsideFile, expected: set[str]) -> None:
        target = self._place / "copying"
        digest = hashlib.sha256()
        try:
            with file.open() as stream, target.open("wb") as copy:
                while chunk := _read(stream, min(_CHUNK, file.size + 1 - copy.tell())):
                    copy.write(chunk)
                    digest.update(chunk)
                    self._tell(len(chunk))
                copy.flush()
                os.fsync(copy.fileno())
        except _Broken:
            pass  # what came of it has another hash
        found = digest.hexdigest()
        if found in expected:
            target.replace(self._place / found)
            self.known.add(found)
        else:
            self.strange[file.name, file.size] = found

    def _tell(self, size: int) -> None:
        self._done = min(self._done + size, self._whole)
        if not self._on_progress(self._done, self._whole):
            raise NaklankError(ErrorCode.CANCELLED)


class _Broken(Exception):  # noqa: N818 - never leaves this file
    """A file of a bad stick or in a damaged ZIP."""


def _read(stream: IO[bytes], size: int) -> bytes:
    try:
        return stream.read(size)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise _Broken from error


def _assemble(model: CataloguedModel, temporary: Path) -> Path:
    built = temporary / model.name
    built.mkdir()
    for file in model.files:
        (temporary / file.sha256).replace(built / file.name)
    return built


def _refusal(
    source: Path,
    files: Sequence[OutsideFile],
    models: Sequence[CataloguedModel],
    copies: _Copies,
) -> NaklankError:
    """Why none of it is a whole model: one that is nearly right is damaged, else it is foreign."""
    for model in reversed(models):
        missing = [file for file in model.files if file.sha256 not in copies.known]
        if _is_meant(model, missing, copies):
            file = next((file for file in missing if file.name == WEIGHTS), missing[0])
            return damaged(model.name, file, _found_instead(file, files, copies), source)
    found = ", ".join(
        f"{file.name} ({file.size} bytes)" for file in files if _may_be_told(file.name)
    )
    known = ", ".join(model.name for model in models)
    return foreign(source, found or ABSENT, known)


def _is_meant(model: CataloguedModel, missing: Sequence[ModelFile], copies: _Copies) -> bool:
    """Whether the weights have the right size, or the weights or settings the right bytes."""
    if any(size == model.weights.size for _name, size in copies.strange):
        return True
    telling = {file.name for file in model.files} & {WEIGHTS, "config.json"}
    return bool(telling - {file.name for file in missing})


def _found_instead(file: ModelFile, files: Sequence[OutsideFile], copies: _Copies) -> str:
    """The hash of what stands in a file's place, or a dash."""
    for (name, size), found in copies.strange.items():
        if size == file.size or name == file.name:
            return found
    for outside in files:
        if outside.name == file.name and outside.size <= 2 * file.largest:
            with outside.open() as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    return ABSENT


def _may_be_told(name: str) -> bool:
    return name.casefold().endswith(_MODEL_ENDINGS) and name.isascii()
