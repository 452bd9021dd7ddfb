"""What the engine heard: never changed afterwards."""

from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

DropReason = Literal["no_speech", "phrase", "loop", "echo", "language"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the recording, in seconds from its start."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Word:
    """One typed word with its punctuation, its time in seconds and the engine's probability."""

    start: float
    end: float
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that the engine typed in one breath, about a sentence."""

    words: tuple[Word, ...]

    @property
    def start(self) -> float:
        return self.words[0].start

    @property
    def end(self) -> float:
        return self.words[-1].end

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that was taken out, with the reason, so that the doctor can see it."""

    text: str
    start: float
    end: float
    reason: DropReason


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything heard in one recording of `duration` seconds.

    `uncovered` are stretches where somebody speaks and no text stands.
    """

    language: Language
    duration: float
    segments: tuple[Segment, ...] = ()
    uncovered: tuple[Stretch, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.segments for word in segment.words)
