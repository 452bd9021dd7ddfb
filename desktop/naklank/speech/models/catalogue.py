"""The models that may be loaded, every file pinned, and what to expect of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import SpeechModel

LARGEST_UNSIZED: Final = 1_000_000
"""Bytes that a file may have whose size the catalogue does not know: it is a configuration."""

WEIGHTS: Final = "model.bin"
"""The file that makes a model what it is; all others are small."""

_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file that a model must consist of: size in bytes and SHA-256 in hexadecimal."""

    name: str
    size: int | None
    """None where only the hash is known."""
    sha256: str

    @property
    def largest(self) -> int:
        """Bytes that are read of it at most."""
        return LARGEST_UNSIZED if self.size is None else self.size

    @property
    def part(self) -> str:
        """Its name until it is whole: a part of another revision has another one."""
        return f"{self.name}.{self.sha256[:12]}.part"


@dataclass(frozen=True, slots=True)
class Cost:
    """Time that decoding takes, relative to *base*."""

    listening: float
    """Of the encoder's one pass over a span, however short that is."""
    writing: float
    """Of the decoder, for each word."""


@dataclass(frozen=True, slots=True)
class CataloguedModel:
    """A model as people see it, where it comes from and what it consists of."""

    model: SpeechModel
    repository: str
    revision: str
    files: tuple[ModelFile, ...]
    cost: Cost

    @property
    def name(self) -> str:
        """By which settings and folders know it."""
        return self.model.name

    @property
    def weights(self) -> ModelFile:
        """Its `model.bin`: the largest of its files, by whose size a stranger is known."""
        return next(file for file in self.files if file.name == WEIGHTS)


def read_catalogue(file: Path, model: str) -> tuple[ModelFile, ...]:
    """The files of a model as the catalogue pins them; empty for a model it does not know."""
    return tuple(
        ModelFile(name, None if size == "-" else int(size), sha256)
        for row_model, _repository, _revision, name, size, sha256 in _rows(file)
        if row_model == model
    )


def read_models(folder: Path) -> tuple[CataloguedModel, ...]:
    """All models, from the smallest to the largest, of `catalogue.tsv` and `expectations.tsv`."""
    catalogue = folder / "catalogue.tsv"
    origins = {row[0]: (row[1], row[2]) for row in _rows(catalogue)}
    models = []
    for name, words, memory, listening, writing in _rows(folder / "expectations.tsv"):
        files = read_catalogue(catalogue, name)
        size = sum(file.size or 0 for file in files)
        model = SpeechModel(name, size, int(words), int(memory) * _MEGABYTE)
        cost = Cost(float(listening), float(writing))
        models.append(CataloguedModel(model, *origins[name], files, cost))
    return tuple(models)


def find_model(models: Sequence[CataloguedModel], name: str) -> CataloguedModel:
    """The model of this name. Raises MODEL_UNKNOWN."""
    for model in models:
        if model.name == name:
            return model
    known = ", ".join(model.name for model in models)
    raise NaklankError(ErrorCode.MODEL_UNKNOWN, model=name, known=known)


def _rows(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
