"""What came of one trial, and whether what the disk gives is what was spoken."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from naklank.audio.spool import read_spool
from naklank.audio.take_writer import account
from naklank.core.errors import NaklankError
from naklank.core.recording import Take
from support.coded_sound import coded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.recording import SoundFile
    from stress.driver import Captured

LOSS: float = 0.5
"""Seconds that an accident may cost at most."""


@dataclass(slots=True)
class Outcome:
    """Faults, none if all is well; figures that a summary counts; facts for whoever looks."""

    faults: list[str] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    facts: dict[str, str | int | float] = field(default_factory=dict)

    def expect(self, fulfilled: bool, fault: str) -> None:  # noqa: FBT001 - as assert
        if not fulfilled:
            self.faults.append(fault)

    def limit(self, figure: str, value: float, limit: float) -> None:
        """Note a figure, and that it must not be greater."""
        self.figures[figure] = round(value, 4)
        self.expect(value <= limit, f"{figure} {value:.3f} > {limit}")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What the disk gives of a take, by both ways to read it; without frames where it has none."""

    samples: bytes
    rate: int
    is_complete: bool
    gaps: int
    is_unreadable: bool
    """Whether there are pages, and none can be read."""

    @property
    def frames(self) -> int:
        return len(self.samples) // 2


def recovered(file: SoundFile, rate: int) -> Recovered:
    """As at the next start, when of the take no more is known than that it began."""
    try:
        found = account(file, Take(1, rate, 0, ""))
    except NaklankError:
        return Recovered(b"", rate, is_complete=False, gaps=0, is_unreadable=True)
    content = read_spool(file) if found.frames else None
    if content is None:
        return Recovered(b"", rate, is_complete=False, gaps=0, is_unreadable=False)
    return Recovered(
        content.samples if content.frames == found.frames else b"",
        found.rate,
        content.is_complete,
        len(found.gaps),
        is_unreadable=content.frames != found.frames,
    )


def judge(
    outcome: Outcome, found: Recovered, captured: int, start: int = 0, allowed: float = LOSS
) -> None:
    """Hold what is left of a take to what was spoken from place `start` on.

    `captured` samples of it had come from the sound system at the moment of the accident.
    """
    lost = (captured - found.frames) / found.rate
    outcome.limit("lost", lost, allowed)
    outcome.figures["captured"] = round(captured / found.rate, 3)
    outcome.expect(not found.is_unreadable, "nothing of it can be read")
    outcome.expect(found.gaps == 0, f"{found.gaps} gaps in it")
    is_spoken = found.samples == coded(start, found.frames)
    outcome.expect(is_spoken, "it is not what was spoken")


def wrong_blocks(blocks: Sequence[Captured], samples: bytes) -> int:
    """How many blocks of a stream the disk gives back otherwise than they came."""
    begin, wrong = 0, 0
    for block in blocks:
        end = block.frames * 2
        if end > len(samples):
            break
        wrong += zlib.crc32(samples[begin:end]) != block.code
        begin = end
    return wrong
