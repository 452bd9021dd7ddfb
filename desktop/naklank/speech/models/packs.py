"""A model as one archive, to be carried beside the app: made, and found by its name."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import zipfile
from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode, writing_failed
from naklank.core.speech_models import ModelPack
from naklank.foundation.durable import sync_folder
from naklank.foundation.paths import resource
from naklank.speech.models.placing import building_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from naklank.speech.models.catalogue import CataloguedModel

_NAME: Final = re.compile(
    r"naklank-model-(?P<model>.+)-[0-9a-f]+(?: ?\(\d+\))?\.zip", re.IGNORECASE
)
"""Also of a second copy, as browsers and file managers call it."""
_REVISION: Final = 8
"""Signs of the model's revision that stand in the name."""
_FOLDER: Final = "naklank"
"""Packs lie at the top of a stick, or in a folder whose name begins so."""
_PREFIX: Final = ".naklank-pack-"
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can tell: a pack does not say when it was made."""
_FROM_UNIX: Final = 3
_FOR_ALL_TO_READ: Final = 0o100644 << 16


def pack_name(model: CataloguedModel) -> str:
    """Tells the model and its revision, not the version of the app, which it does not need."""
    return f"naklank-model-{model.name}-{model.revision[:_REVISION]}.zip"


def packed_model(name: str) -> str:
    """The model that a file's name speaks of; empty where it is no pack's."""
    match = _NAME.fullmatch(name)
    return match["model"].lower() if match else ""


def find_packs(folder: Path, stick: str, missing: Sequence[str]) -> Iterator[ModelPack]:
    """The packs of missing models here and in folders called after the app; none where it fails."""
    for file in _files(folder):
        model = packed_model(file.name)
        if model in missing:
            yield ModelPack(file, model, stick)


def make_pack(model: CataloguedModel, ready: Path, folder: Path) -> Path:
    """Write the checked folder of a model as a ZIP; whole, or not at all.

    Nothing is compressed: weights do not become smaller, and no library's version then shows in
    the bytes. Unpacked into a shared folder of models it lies right. Raises DISK_FULL or
    FOLDER_NOT_WRITABLE.
    """
    try:
        with building_place(folder, _PREFIX) as temporary:
            half = temporary / "pack"
            _write(model, ready, half)
            pack = half.replace(folder / pack_name(model))
        sync_folder(folder)
    except OSError as error:
        raise writing_failed(error, ErrorCode.FOLDER_NOT_WRITABLE, folder) from error
    return pack


def _write(model: CataloguedModel, ready: Path, file: Path) -> None:
    licence = resource("licences/texts/whisper.txt")
    sources = [(f"{model.name}/{one.name}", ready / one.name) for one in model.files]
    with file.open("wb") as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            for name, source in [(f"LICENCE-{model.name}.txt", licence), *sources]:
                entry = zipfile.ZipInfo(name, _LONG_AGO)
                entry.create_system, entry.external_attr = _FROM_UNIX, _FOR_ALL_TO_READ
                entry.file_size = source.stat().st_size
                with source.open("rb") as original, archive.open(entry, "w") as copy:
                    shutil.copyfileobj(original, copy, 1_048_576)
        stream.flush()
        os.fsync(stream.fileno())


def _files(folder: Path) -> Iterator[Path]:
    """At the top and in our own folders: nobody's stick is searched."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.name.lower().startswith(_FOLDER):
                yield from sorted(path.iterdir()) if path.is_dir() else [path]
