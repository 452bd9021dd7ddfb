"""A recording: its takes, the topics marked in it, and how loud it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Final

from naklank.core.topics import Topic
from naklank.core.transcript import Language, Stretch

SOFT: Final = -36.0
LOUD: Final = -1.0
SILENT: Final = -70.0
"""dBFS of a block's peak: speech at arm's length from a cheap microphone peaks at -30 to -6;
a muted microphone gives digital silence or its own faint hum."""

LONGEST_GOAL: Final = 120.0
"""Seconds, a soft goal (60 to 120): more is remembered less."""
SHORT_GOAL: Final = 45.0
"""Seconds, of a short summary."""
LONG: Final = 180.0
"""Seconds beyond which a gentle sign says that it is enough."""


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
        """By the peak alone, within `SILENT`, `SOFT` and `LOUD`."""
        if self.peak < SILENT:
            return Loudness.SILENT
        if self.peak < SOFT:
            return Loudness.SOFT
        return Loudness.GOOD if self.peak < LOUD else Loudness.LOUD


class Condition(Enum):
    """What is wrong with the sound that arrives, the gravest first."""

    SILENT = "silent"
    """Nothing but zeros: the microphone is muted, or may not be used."""
    OVERFLOW = "overflow"
    """The computer was too busy, and lost some."""
    DISK_LOW = "disk_low"
    NOISE = "noise"
    """There is sound, and nobody speaks in it."""
    CLIPPING = "clipping"
    """Too loud: the peaks are cut off."""
    HANDS_FREE = "hands_free"
    """A Bluetooth headset in the quality of a telephone."""


class Cause(Enum):
    """Why sound is missing."""

    MICROPHONE = "microphone"
    """It was gone, and came back or was replaced."""
    OVERFLOW = "overflow"
    """The computer was too busy to take it."""
    DAMAGED = "damaged"
    """It was recorded, and the disk gives it back no more."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where sound is missing: at this second, for so many seconds.

    What is damaged lasts as silence; of the rest nothing stands in the sound. Of an overflow
    nobody knows how long it was: 0 seconds.
    """

    second: float
    seconds: float
    cause: Cause


@dataclass(frozen=True, slots=True)
class Take:
    """One stretch recorded without a break: `frames` mono samples at `rate` hertz.

    `gaps` are seconds of this take; one at 0 is what is missing before it. `overflows` counts the
    blocks that came too late to be kept.
    """

    number: int
    rate: int
    frames: int
    device: str
    overflows: int = 0
    gaps: tuple[Gap, ...] = ()

    @property
    def seconds(self) -> float:
        """By its frames: without what is missing in it, but for damage, which lasts as silence."""
        return self.frames / self.rate


@dataclass(frozen=True, slots=True)
class InputName:
    """A microphone as it is remembered, never by its place in a list.

    By its own name and that of the sound system (PortAudio's host API) that lists it; empty for
    the computer's own choice.
    """

    name: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class SoundFile:
    """Where a take's sound lies, and the key that it is encrypted with."""

    path: Path
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was spoken so far, for somebody who types it: takes, and where the sound of each lies.

    `words` are the practice's own, which may be among what was said.
    """

    language: Language
    takes: tuple[Take, ...]
    files: tuple[SoundFile, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicMark:
    """The doctor pressed the key for this topic at this second of the recording."""

    topic: Topic
    second: float


@dataclass(frozen=True, slots=True)
class Insertion:
    """Something is spoken anew, or more: it will stand in place of some words and their sound.

    The words of the summary from `first` to before `end`; none, behind the last one, for more. The
    takes from number `first_take` on are what is spoken for it, so far.
    """

    first: int
    end: int
    first_take: int
    topic: Topic | None = None

    @property
    def replaces(self) -> bool:
        """Whether something that was said goes."""
        return self.first < self.end


@dataclass(frozen=True, slots=True)
class Recording:
    """All takes of a session, one behind the other."""

    takes: tuple[Take, ...] = ()
    marks: tuple[TopicMark, ...] = ()
    interpreted: tuple[Stretch, ...] = ()
    """Where an interpreter speaks, in seconds of the whole and in order."""
    interpreter_since: float | None = None
    """From which second on one speaks now; None while nobody said so."""

    @property
    def seconds(self) -> float:
        """Of all takes together; the pauses between them do not count."""
        return sum(take.seconds for take in self.takes)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Where sound is missing, in seconds of the whole."""
        return tuple(self._gaps())

    def _gaps(self) -> Iterator[Gap]:
        before = 0.0
        for take in self.takes:
            yield from (replace(gap, second=before + gap.second) for gap in take.gaps)
            before += take.seconds

    def part(self, start: float, end: float) -> Iterator[tuple[Take, range]]:
        """The takes from one second to another, each with those of its frames that lie there."""
        before = 0.0
        for take in self.takes:
            first = round(min(max(0.0, start - before), take.seconds) * take.rate)
            stop = round(min(max(0.0, end - before), take.seconds) * take.rate)
            if first < stop:
                yield take, range(first, stop)
            before += take.seconds

    @property
    def is_cut(self) -> bool:
        """Whether something of it was spoken anew: its takes are then no longer counted through."""
        return [take.number for take in self.takes] != list(range(1, len(self.takes) + 1))

    @property
    def next_number(self) -> int:
        """The number of a take that is to come: higher than all; 1 for the first."""
        return 1 + max((take.number for take in self.takes), default=0)

    @property
    def topic(self) -> Topic | None:
        """The topic that was marked last."""
        return self.marks[-1].topic if self.marks else None

    def with_take(self, take: Take) -> "Recording":
        """One take more, or the newer account of one that is known."""
        others = tuple(one for one in self.takes if one.number != take.number)
        return replace(self, takes=(*others, take))

    def before(self, first_take: int) -> "Recording":
        """As it was before this take."""
        takes = tuple(take for take in self.takes if take.number < first_take)
        seconds = sum(take.seconds for take in takes)
        return Recording(
            takes,
            tuple(mark for mark in self.marks if mark.second < seconds),
            tuple(one for one in self.interpreted if one.start < seconds),
        )

    def since(self, first_take: int) -> "Recording":
        """From this take on, as a recording of its own."""
        seconds = self.before(first_take).seconds
        takes = tuple(take for take in self.takes if take.number >= first_take)
        marks = (mark for mark in self.marks if mark.second >= seconds)
        return Recording(
            takes,
            tuple(replace(one, second=one.second - seconds) for one in marks),
            tuple(
                Stretch(one.start - seconds, one.end - seconds)
                for one in self.interpreted
                if one.start >= seconds
            ),
            None if self.interpreter_since is None else self.interpreter_since - seconds,
        )

    def closed(self) -> "Recording":
        """Nothing arrives any more: only takes of which sound is on disk, and no open stretch."""
        takes = tuple(take for take in self.takes if take.frames)
        return replace(self, takes=takes).with_interpreter_done(sum(one.seconds for one in takes))

    def with_interpreter(self, second: float) -> "Recording":
        """From this second of the whole on somebody interprets."""
        return replace(self, interpreter_since=second)

    def with_interpreter_done(self, second: float) -> "Recording":
        """Up to this second of the whole somebody interpreted, if anybody did."""
        start = self.interpreter_since
        if start is None:
            return self
        came = (Stretch(start, second),) if start < second else ()
        return replace(self, interpreted=(*self.interpreted, *came), interpreter_since=None)

    def with_mark(self, topic: Topic, second: float) -> "Recording":
        """With a topic that begins at this second of the whole; marks come in their order."""
        return replace(self, marks=(*self.marks, TopicMark(topic, second)))
