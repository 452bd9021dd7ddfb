"""The doctor's own voice around what goes home: recorded once, in parts that fit every date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from naklank.core.agreement import TakeHome
from naklank.core.transcript import Language

_WIDTH: Final = 2
"""Bytes in a sample."""


class SpokenEnds(Enum):
    """How the sound that goes home begins and ends."""

    NONE = "none"
    """With the summary itself."""
    WORDS = "words"
    """With an opening and a closing, so that a missing beginning or end is heard."""
    DATE = "date"
    """The same, and the day of the summary in the opening."""


class VoicePart(Enum):
    """What is recorded in one go."""

    OPENING = "opening"
    OPENING_TO_DATE = "opening_to_date"
    """An opening that a date follows on."""
    DAYS = "days"
    MONTHS = "months"
    CLOSING = "closing"
    RULES_SOUND = "rules_sound"
    """What is said before anything is agreed; other words where something else goes home."""
    RULES_SOUND_ONLY = "rules_sound_only"
    RULES_PAPER = "rules_paper"
    RULES_OWN_PHONE = "rules_own_phone"
    RULES_TYPED = "rules_typed"

    @property
    def pieces(self) -> int:
        """In how many it is cut."""
        return {VoicePart.DAYS: 31, VoicePart.MONTHS: 12}.get(self, 1)


PARTS: Final[Mapping[SpokenEnds, tuple[VoicePart, ...]]] = MappingProxyType(
    {
        SpokenEnds.NONE: (),
        SpokenEnds.WORDS: (VoicePart.OPENING, VoicePart.CLOSING),
        SpokenEnds.DATE: (
            VoicePart.OPENING_TO_DATE,
            VoicePart.DAYS,
            VoicePart.MONTHS,
            VoicePart.CLOSING,
        ),
    }
)
"""What must have been recorded; a practice without all of it goes without any."""

AGREED_RULES: Final[Mapping[VoicePart, TakeHome]] = MappingProxyType(
    {
        VoicePart.RULES_SOUND: TakeHome.SOUND_AND_PAPER,
        VoicePart.RULES_SOUND_ONLY: TakeHome.SOUND_ONLY,
        VoicePart.RULES_PAPER: TakeHome.PAPER_ONLY,
        VoicePart.RULES_OWN_PHONE: TakeHome.OWN_PHONE,
        VoicePart.RULES_TYPED: TakeHome.TYPED,
    }
)
"""For what each is said. They are kept with their words: said of others, they would be untrue."""


@dataclass(frozen=True, slots=True)
class VoiceOwner:
    """Whose voice, in which language; without a name the one of a practice that names nobody."""

    doctor: str
    language: Language


@dataclass(frozen=True, slots=True)
class Clip:
    """A short sound in memory: mono 16-bit samples, little-endian, at `rate` hertz."""

    samples: bytes = field(repr=False)
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / _WIDTH / self.rate


Voice = Mapping[VoicePart, tuple[Clip, ...]]
"""What was recorded of somebody, each part with its pieces in their order."""


@dataclass(frozen=True, slots=True)
class KeptVoice:
    """A voice, and whose it is."""

    owner: VoiceOwner
    parts: dict[VoicePart, tuple[Clip, ...]]
    words: dict[VoicePart, str] = field(default_factory=dict)
    """What was read, of parts that must be said word for word."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands before and behind a summary; each may be nothing."""

    opening: tuple[Clip, ...] = ()
    """One directly behind the other."""
    closing: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeSound:
    """The sound as it goes home, and the second of it at which the summary begins."""

    clip: Clip
    start: float


def ends_for(voice: Voice, spoken: SpokenEnds, day: date) -> Ends | None:
    """What this voice says around the summary of a day; None where a part is missing."""
    if any(len(voice.get(part, ())) != part.pieces for part in PARTS[spoken]):
        return None
    if spoken is SpokenEnds.NONE:
        return Ends()
    if spoken is SpokenEnds.WORDS:
        return Ends(voice[VoicePart.OPENING], voice[VoicePart.CLOSING])
    opening = (
        *voice[VoicePart.OPENING_TO_DATE],
        voice[VoicePart.DAYS][day.day - 1],
        voice[VoicePart.MONTHS][day.month - 1],
    )
    return Ends(opening, voice[VoicePart.CLOSING])
