"""A model from the hub or from a mirror; the only way from here to the network."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import FetchProblem
from naklank.foundation.disk import free_space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from naklank.speech.models.catalogue import CataloguedModel

RESERVE: Final = 500_000_000
"""Bytes that a download leaves free: the next recordings go to the same disk."""

_PREFIX: Final = ".fetching-"


@contextlib.contextmanager
def fetched(
    model: CataloguedModel,
    folder: Path,
    mirror: str,
    on_progress: Callable[[int, int], bool],
    reserve: int,
) -> Iterator[Path]:
    """Download a model, or the rest of it; its checked folder, still under another name.

    Raises MODEL_NOT_FETCHED, MODEL_DAMAGED, CANCELLED, DISK_FULL or OSError. What came is kept
    for the next time, but for files with wrong bytes.
    """
    # The one place that reaches the network; nothing of it is even loaded before.
    from naklank.speech.models.download import Download, model_address

    address = model_address(model, mirror)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(model.name, folder):
        partial = partial_folder(folder, model.name)
        partial.mkdir(exist_ok=True)
        _drop_strangers(partial, model)
        free = free_space(folder)
        if free is not None and free < model.model.size - _size_of(partial) + reserve:
            raise NaklankError(ErrorCode.DISK_FULL, folder=str(folder))
        Download(model, address, partial, on_progress).run()
        yield partial


def partial_folder(folder: Path, name: str) -> Path:
    """Where the parts of a model lie until all are there."""
    return folder / f"{_PREFIX}{name}"


def is_partly_here(folder: Path, name: str) -> bool:
    """Whether a download left something to go on with."""
    return _size_of(partial_folder(folder, name)) > 0


def forget_parts(folder: Path, name: str) -> None:
    """Delete what a download left; OSError when a file is held."""
    partial = partial_folder(folder, name)
    if partial.exists():
        shutil.rmtree(partial)


@contextlib.contextmanager
def _alone(name: str, folder: Path) -> Iterator[None]:
    """Two programs must not write to the same parts."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / f"{_PREFIX}{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise NaklankError(
            ErrorCode.MODEL_NOT_FETCHED, model=name, host="-", reason=FetchProblem.BUSY.value
        ) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # on Windows it goes by itself
            (folder / f"{_PREFIX}{name}.lock").unlink()
        lock.release()


def _drop_strangers(partial: Path, model: CataloguedModel) -> None:
    """Remove what belongs to another revision."""
    ours = {file.name for file in model.files} | {file.part for file in model.files}
    for path in partial.iterdir():
        if path.name not in ours:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _size_of(partial: Path) -> int:
    try:
        return sum(path.stat().st_size for path in partial.iterdir())
    except OSError:
        return 0
