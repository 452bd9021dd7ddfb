"""What the engine heard: never changed afterwards."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Protocol, get_args

from naklank.core.sentence_ends import ends_sentence

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

SHORTEST_GAP: Final = 0.5
"""Seconds of speech without text that are reported; a shorter gap is a breath or a drawn vowel.

Measured with Whisper base on 300 s of human and 800 s of synthetic Dutch: with this, and 0.2 s that
a word covers on either side, nothing was reported where all was typed, and each of 270 sentences
that were taken out was."""

DropReason = Literal["no_speech", "phrase", "loop", "echo", "language"]
DoubtReason = Literal["decoding", "sound_alike", "no_word", "probability"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the recording, in seconds from its start."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """The second that says where it belongs, for times are inexact at both ends."""
        return (self.start + self.end) / 2


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same, in order, with what touches or overlaps as one."""
    found: list[Stretch] = []
    for one in sorted(stretches, key=lambda stretch: stretch.start):
        if found and one.start <= found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


class Placed(Protocol):
    """Anything that lies in the recording from one second to another."""

    @property
    def start(self) -> float:
        """Seconds from the start of the recording."""
        ...

    @property
    def end(self) -> float:
        """Seconds from the start of the recording."""
        ...


def without(stretches: Iterable[Stretch], taken: Iterable[Placed]) -> tuple[Stretch, ...]:
    """What is left of the stretches, in their order, where all that is taken is cut out of them."""
    left = tuple(stretches)
    for one in taken:
        left = tuple(
            piece
            for whole in left
            for piece in (
                Stretch(whole.start, min(whole.end, one.start)),
                Stretch(max(whole.start, one.end), whole.end),
            )
            if piece.seconds > 0
        )
    return left


@dataclass(frozen=True, slots=True)
class Word:
    """One typed word with its punctuation, its time in seconds and the engine's probability."""

    start: float
    end: float
    text: str
    probability: float

    @property
    def middle(self) -> float:
        """The second that says where it belongs, for times are inexact at both ends."""
        return (self.start + self.end) / 2

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)


def first_from(words: Sequence[Word], second: float) -> int:
    """The place of the first word that starts at this second or later, or behind the last."""
    return bisect_left(words, second, key=lambda word: word.start)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that the engine typed in one breath, about a sentence."""

    words: tuple[Word, ...]

    @property
    def start(self) -> float:
        """The second at which its first word begins; IndexError without words."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """The second at which its last word ends; IndexError without words."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """All its words with their punctuation, a space between them."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that was taken out, with the reason, so that the doctor can see it."""

    text: str
    start: float
    end: float
    reason: DropReason


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may be others: what stands, what else was heard, and where, in seconds.

    Both are without the punctuation around them; `other` is empty where nothing else was heard.
    """

    start: float
    end: float
    text: str
    other: str = ""
    reason: DoubtReason = "decoding"


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything heard in one recording of `duration` seconds.

    `uncovered` are stretches where somebody speaks and no text stands; `doubts` is where a second
    decoding heard something else.
    """

    language: Language
    duration: float
    segments: tuple[Segment, ...] = ()
    uncovered: tuple[Stretch, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """All words of all segments, in their order."""
        return tuple(word for segment in self.segments for word in segment.words)
