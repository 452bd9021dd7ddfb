"""The speech models that can be had, those on this computer, and what it can bear."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """One size of Whisper, and what to expect of it."""

    name: str
    size: int
    """Bytes, on the disk and to download."""
    words_to_one_error: int
    """Of about how many spoken Dutch words it types one wrongly."""
    memory: int
    """Bytes that it takes while it types, about."""


class ModelState(Enum):
    """How much of a model is on this computer."""

    ABSENT = "absent"
    PARTLY = "partly"
    """A download was cut short; it goes on where it stopped."""
    INSTALLED = "installed"


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model of the catalogue, and how much of it is here."""

    model: SpeechModel
    state: ModelState
    is_shared: bool = False
    """Whether it lies where all users of this computer read it, and nobody of them removes it."""


@dataclass(frozen=True, slots=True)
class ModelPack:
    """An archive whose name says which model it holds; whether it does shows when it is read."""

    file: Path
    name: str
    """Of the model."""
    stick: str
    """The name of the stick it lies on; empty where it lies beside the app."""


class Bearing(Enum):
    """Whether a computer can bear a model."""

    GOOD = "good"
    SLOW = "slow"
    """It works, and the text comes late."""
    TOO_SLOW = "too_slow"
    TOO_BIG = "too_big"
    """There is not enough memory."""


@dataclass(frozen=True, slots=True)
class Fitness:
    """What a model would be on this computer."""

    name: str
    seconds: float
    """From the last word to the text, of a summary that is typed while it is spoken."""
    is_measured: bool
    """Whether the model itself was run; else it is reckoned from one that was."""
    bearing: Bearing


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Every model of the catalogue in its order, and the name of the best that fits."""

    fitness: tuple[Fitness, ...]
    best: str


class FetchProblem(Enum):
    """Why a model did not come, as far as a person can do something about it."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    """Not trusted: mostly a proxy or security program that reads along."""
    PROXY_PASSWORD = "proxy_password"  # noqa: S105 - a kind of problem
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    SERVER = "server"
    PAGE = "page"
    """A web page came instead: the sign-in of a guest network, or a block page."""
    ADDRESS = "address"
    BUSY = "busy"
    """Another program on this computer is fetching the same model."""
