"""The Dutch test speech, by kind, with what is said in it."""

from __future__ import annotations

import csv
import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from naklank.audio.reading import read_sound, resample
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from naklank.speech.engine import Samples

HUMAN = ("real", "long")
SYNTHETIC = "dictations"
KINDS = (*HUMAN, SYNTHETIC)
BEDS = {"babble": "babble_waitingroom", "typing": "consultroom_typing", "hum": "hvac_hum"}
"""The beds of noise by a short name: a part of the name of its file."""


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """One recording, mono at 16 kHz, and the text that is spoken."""

    name: str
    kind: str
    samples: Samples
    said: str

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE

    def with_samples(self, samples: Samples) -> Clip:
        return replace(self, samples=samples)


def read_clips(speech: Path, kinds: Iterable[str] = KINDS, limit: int | None = None) -> list[Clip]:
    """The clips of these kinds, of each at most `limit`, speaker after speaker in turn."""
    readers = {"real": _real, "long": _long, SYNTHETIC: _dictations}
    clips: list[Clip] = []
    for kind in kinds:
        clips += [
            Clip(str(file.relative_to(speech).with_suffix("")), kind, read_samples(file), said)
            for file, said in list(readers[kind](speech))[:limit]
        ]
    return clips


def read_samples(file: Path) -> Samples:
    """The sound of a file, mono at 16 kHz."""
    return resample(read_sound(file), SAMPLE_RATE).samples


def read_beds(speech: Path) -> dict[str, Samples]:
    """The beds of noise by their short names."""
    return {
        name: read_samples(next((speech / "noise").glob(f"*{part}*")))
        for name, part in BEDS.items()
    }


def read_room(speech: Path) -> Samples:
    """What a room makes of one click."""
    return read_samples(next((speech / "noise").glob("rir_*")))


def _real(speech: Path) -> Iterator[tuple[Path, str]]:
    with (speech / "real.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    by_speaker: dict[str, list[tuple[Path, str]]] = {}
    for row in rows:
        by_speaker.setdefault(row["speaker"], []).append((speech / row["file"], row["transcript"]))
    yield from _in_turn(by_speaker.values())


def _long(speech: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted((speech / "long").glob("*.flac")):
        yield file, file.with_suffix(".txt").read_text(encoding="utf-8")


def _dictations(speech: Path) -> Iterator[tuple[Path, str]]:
    folder = speech / "dictations"
    voices = [
        [(file, _spoken(folder, file.stem)) for file in sorted(voice.glob("*.flac"))]
        for voice in sorted(folder.iterdir())
        if voice.name != "text"
    ]
    yield from _in_turn(voices)


def _spoken(folder: Path, name: str) -> str:
    return (folder / "text" / f"{name}.spoken.txt").read_text(encoding="utf-8")


def _in_turn(
    groups: Iterable[Iterable[tuple[Path, str]]],
) -> Iterator[tuple[Path, str]]:
    """One of each group, then the next of each: so that a limit leaves no speaker out."""
    for row in itertools.zip_longest(*groups):
        yield from (one for one in row if one is not None)
