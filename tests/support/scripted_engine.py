"""An engine that types what a script says, and tells what it was asked to decode."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from naklank.core.transcript import Segment, Word
from naklank.speech.activity import find_speech
from naklank.speech.engine import FIRST_WAY, SAMPLE_RATE, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.transcript import Language, Stretch
    from naklank.speech.engine import Samples


def spelled_out(samples: Samples) -> list[Word]:
    """A word for each half second of speech, as a good engine gives them."""
    return [word for stretch in find_speech(samples) for word in words_over(stretch)]


def words_over(stretch: Stretch) -> list[Word]:
    count = max(1, round(stretch.seconds / 0.5))
    step = stretch.seconds / count
    starts = [stretch.start + number * step for number in range(count)]
    return [Word(start, start + step, f"w{round(start * 10)}.", 0.9) for start in starts]


@dataclass
class ScriptedEngine:
    """`type_out` gives the words of a piece for a way to decode it."""

    type_out: Callable[[Samples, Way], list[Word]] = field(
        default=lambda samples, _way: spelled_out(samples)
    )
    decoded: list[tuple[float, Way]] = field(default_factory=list)
    """The seconds of each piece, and how it was decoded."""

    def decode(
        self, samples: Samples, _language: Language, way: Way = FIRST_WAY
    ) -> tuple[Segment, ...]:
        self.decoded.append((len(samples) / SAMPLE_RATE, way))
        words = self.type_out(samples, way)
        return (Segment(tuple(words)),) if words else ()
