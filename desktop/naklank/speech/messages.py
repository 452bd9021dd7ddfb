"""What the app and its speech process say to each other."""

from dataclasses import dataclass

from naklank.core.errors import NaklankError
from naklank.core.transcript import Language, Transcript


@dataclass(frozen=True, slots=True)
class Load:
    """To the child: load this engine with the checked model in this folder."""

    engine: str
    model_folder: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """From the child: the engine can decode."""


@dataclass(frozen=True, slots=True)
class Transcribe:
    """To the child: type this sound, 32-bit floats, mono, 16 kHz."""

    samples: bytes
    language: Language


@dataclass(frozen=True, slots=True)
class Progress:
    """From the child: text stands up to this second."""

    second: float


@dataclass(frozen=True, slots=True)
class Done:
    """From the child: the whole text."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Failed:
    """From the child: it could not, and why."""

    error: NaklankError


@dataclass(frozen=True, slots=True)
class Stop:
    """To the child: end."""


ToChild = Load | Transcribe | Stop
FromChild = Loaded | Progress | Done | Failed
