"""A recording: its takes, the topics marked in it, and how loud it is."""

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Final

from naklank.core.topics import Topic

SOFT: Final = -36.0
LOUD: Final = -1.0
SILENT: Final = -70.0
"""dBFS of a block's peak: speech at arm's length from a cheap microphone peaks at -30 to -6;
a muted microphone gives digital silence or its own faint hum."""

SHORTEST_GOAL: Final = 60.0
LONGEST_GOAL: Final = 120.0
"""Seconds, a soft goal: more is remembered less."""


class Loudness(Enum):
    """What a level means to somebody who speaks."""

    SILENT = "silent"
    SOFT = "soft"
    GOOD = "good"
    LOUD = "loud"


@dataclass(frozen=True, slots=True)
class Level:
    """The peak of the last moment in dBFS (0 is full scale), and the seconds recorded so far."""

    peak: float
    seconds: float

    @property
    def loudness(self) -> Loudness:
        if self.peak < SILENT:
            return Loudness.SILENT
        if self.peak < SOFT:
            return Loudness.SOFT
        return Loudness.GOOD if self.peak < LOUD else Loudness.LOUD


@dataclass(frozen=True, slots=True)
class Take:
    """One stretch recorded without a break: `frames` mono samples at `rate` hertz.

    `overflows` counts the blocks that came too late to be kept.
    """

    number: int
    rate: int
    frames: int
    device: str
    overflows: int = 0

    @property
    def seconds(self) -> float:
        return self.frames / self.rate


@dataclass(frozen=True, slots=True)
class SoundFile:
    """Where a take's sound lies, and at which rate, in hertz, it was recorded."""

    path: Path
    rate: int


@dataclass(frozen=True, slots=True)
class TopicMark:
    """The doctor pressed the key for this topic at this second of the recording."""

    topic: Topic
    second: float


@dataclass(frozen=True, slots=True)
class Recording:
    """All takes of a session, one behind the other."""

    takes: tuple[Take, ...] = ()
    marks: tuple[TopicMark, ...] = ()

    @property
    def seconds(self) -> float:
        return sum(take.seconds for take in self.takes)

    @property
    def topic(self) -> Topic | None:
        """The topic that was marked last."""
        return self.marks[-1].topic if self.marks else None

    def with_take(self, take: Take) -> "Recording":
        """One take more, or the newer account of one that is known."""
        others = tuple(one for one in self.takes if one.number != take.number)
        return replace(self, takes=(*others, take))

    def without_empty_takes(self) -> "Recording":
        """Only the takes of which sound is on disk."""
        return replace(self, takes=tuple(take for take in self.takes if take.frames))

    def with_mark(self, topic: Topic, second: float) -> "Recording":
        return replace(self, marks=(*self.marks, TopicMark(topic, second)))
