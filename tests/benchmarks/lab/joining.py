"""Longer recordings, joined of clips, with the places of what is spoken in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.lab.clips import Clip
from benchmarks.lab.sounds import noise_floor, spoken_stretches
from naklank.core.transcript import Stretch
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.random import Generator

    from naklank.speech.engine import Samples

RESTS = (0.4, 1.2)
"""Seconds of a rest between two clips, from and to."""
PIECE = (5.0, 15.0)
"""Seconds of a piece of a long clip, from and to."""
MARGIN = 0.15
"""Seconds of a rest that stay on either side of a piece."""
SENTENCE = (2.0, 6.0)
"""Seconds of what counts as a sentence where only the sound tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """A recording, the stretches in which somebody speaks, and those that are sentences."""

    name: str
    kind: str
    samples: Samples
    said: str
    spoken: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE


def joined(name: str, clips: Sequence[Clip], chance: Generator) -> Recording:
    """The clips one behind the other, with rests of each one's own noise floor in between."""
    pieces: list[Samples] = []
    spoken: list[Stretch] = []
    sentences: list[Stretch] = []
    at = 0
    for clip in clips:
        rest = noise_floor(clip.samples, chance.uniform(*RESTS), chance)
        found = [_moved(stretch, at / SAMPLE_RATE) for stretch in spoken_stretches(clip.samples)]
        spoken += found
        sentences.append(Stretch(found[0].start, found[-1].end))
        pieces += [clip.samples, rest]
        at += len(clip.samples) + len(rest)
    said = " ".join(clip.said for clip in clips)
    samples = np.concatenate(pieces)
    return Recording(name, clips[0].kind, samples, said, tuple(spoken), tuple(sentences))


def pieces(clip: Clip) -> Iterator[Clip]:
    """A long clip cut at its rests into pieces of about 5 to 15 s, of which nobody knows the text.

    A short clip is one piece.
    """
    shortest, longest = PIECE
    start: float | None = None
    spoken = spoken_stretches(clip.samples)
    for stretch, behind in zip(spoken, (*spoken[1:], None), strict=True):
        start = stretch.start if start is None else start
        ends = behind is None or behind.end - start > longest
        if ends or stretch.end - start >= shortest:
            first = max(0, round((start - MARGIN) * SAMPLE_RATE))
            last = round((stretch.end + MARGIN) * SAMPLE_RATE)
            yield Clip(clip.name, clip.kind, clip.samples[first:last], "")
            start = None


def whole(clip: Clip) -> Recording:
    """A clip as it is; its sentences are taken from one rest to another."""
    spoken = spoken_stretches(clip.samples)
    return Recording(clip.name, clip.kind, clip.samples, clip.said, spoken, _sentences(spoken))


def _sentences(spoken: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours taken together while they are shorter than a sentence; longer ones are cut."""
    shortest, longest = SENTENCE
    found: list[Stretch] = []
    start: float | None = None
    for stretch in spoken:
        start = stretch.start if start is None else start
        if stretch.end - start >= shortest:
            found.append(Stretch(start, min(stretch.end, start + longest)))
            start = None
    return tuple(found)


def _moved(stretch: Stretch, seconds: float) -> Stretch:
    return Stretch(stretch.start + seconds, stretch.end + seconds)
