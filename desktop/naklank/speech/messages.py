"""What the app and its speech process say to each other."""

from dataclasses import dataclass

from naklank.core.errors import NaklankError
from naklank.core.live import LivePart
from naklank.core.transcript import Doubt, Language, Transcript


@dataclass(frozen=True, slots=True)
class Load:
    """To the child: load this engine with the checked model in this folder."""

    engine: str
    model_folder: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """From the child: the engine can decode."""


@dataclass(frozen=True, slots=True)
class Begin:
    """To the child: a recording comes; forget the one before."""

    number: int
    """Of the recording, in all that is said of it."""
    language: Language
    hotwords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """To the child: the next piece of the recording, 32-bit floats, mono, 16 kHz."""

    samples: bytes


@dataclass(frozen=True, slots=True)
class Settle:
    """To the child: the speaker has pressed stop; the last of the sound is on its way."""


@dataclass(frozen=True, slots=True)
class Finish:
    """To the child: that was all; give the text, then all doubts, and forget the sound."""


@dataclass(frozen=True, slots=True)
class Look:
    """To the child: tell which internet sockets you have open."""


@dataclass(frozen=True, slots=True)
class Looked:
    """From the child: their addresses."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """From the child: text stands up to this second."""

    number: int
    second: float


@dataclass(frozen=True, slots=True)
class Growing:
    """From the child: how the text reads by now, in part typed ahead; nobody checked it."""

    number: int
    part: LivePart


@dataclass(frozen=True, slots=True)
class Done:
    """From the child: the whole text, with the doubts that are known by now."""

    number: int
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Doubted:
    """From the child, behind the text: every doubt; the sound is forgotten."""

    number: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """From the child: it could not, and why."""

    error: NaklankError
    number: int = 0
    """Zero where no recording is meant."""


@dataclass(frozen=True, slots=True)
class Stop:
    """To the child: end."""


ToChild = Load | Begin | Sound | Settle | Finish | Look | Stop
FromChild = Loaded | Looked | Progress | Growing | Done | Doubted | Failed
