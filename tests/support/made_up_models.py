"""Models of some kilobytes, with a catalogue of their own."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

import numpy as np

from naklank.core.speech_models import SpeechModel
from naklank.speech.models import CataloguedModel, ModelFile
from naklank.speech.models.catalogue import Cost
from naklank.speech.models.shelf import FolderModelShelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def _bytes(seed: str, size: int) -> bytes:
    return random.Random(seed).randbytes(size)  # noqa: S311 - no secret


_SHARED = {"tokenizer.json": _bytes("tokenizer", 9_000), "vocabulary.txt": _bytes("words", 4_000)}
BYTES: dict[str, dict[str, bytes]] = {
    "klein": {"model.bin": _bytes("k", 60_000), "config.json": _bytes("kc", 210), **_SHARED},
    "groot": {"model.bin": _bytes("g", 150_000), "config.json": _bytes("gc", 220), **_SHARED},
}
"""For each model its files."""


def _model(name: str, cost: Cost, words: int) -> CataloguedModel:
    files = tuple(
        # As in the real catalogue, one file has no known size.
        ModelFile(
            file,
            None if (name, file) == ("groot", "config.json") else len(data),
            hashlib.sha256(data).hexdigest(),
        )
        for file, data in BYTES[name].items()
    )
    size = sum(file.size or 0 for file in files)
    model = SpeechModel(name, size, words, 1_000_000)
    return CataloguedModel(model, f"acme/whisper-{name}", "0123abc", files, cost)


MODELS = (_model("klein", Cost(1, 1), 8), _model("groot", Cost(4, 3), 12))
KLEIN, GROOT = MODELS


def write_model(folder: Path, name: str, **changes: bytes | None) -> Path:
    """The files of a model; a change names a file by its stem, None leaves it out."""
    folder.mkdir(parents=True)
    for file, data in BYTES[name].items():
        changed = changes.get(file.partition(".")[0], data)
        if changed is not None:
            (folder / file).write_bytes(changed)
    return folder


def changed_byte(data: bytes) -> bytes:
    return data[:1000] + bytes([data[1000] ^ 1]) + data[1001:]


def made_up_shelf(
    folder: Path,
    in_use: str = "groot",
    *,
    reserve: int = 0,
    shared: Sequence[Path] = (),
    beside: Sequence[Path] = (),
) -> FolderModelShelf:
    """A shelf of these models; there is nothing to measure with."""
    return FolderModelShelf(
        folder,
        MODELS,
        lambda: np.zeros(0, np.float32),
        lambda: in_use,
        reserve=reserve,
        shared=shared,
        beside=beside,
    )
