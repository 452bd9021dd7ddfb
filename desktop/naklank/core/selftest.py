"""The self-test: what is looked at, what can be found, and how grave that is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from threading import Event
from typing import Self


class Item(Enum):
    """What is looked at, in this order."""

    MICROPHONE = "microphone"
    OUTPUT = "output"
    MODEL = "model"
    MEMORY = "memory"
    ENGINE = "engine"
    DISK = "disk"
    ENCRYPTION = "encryption"
    KEYRING = "keyring"
    PRINTER = "printer"
    STICK = "stick"
    CLOCK = "clock"
    REMOTE = "remote"
    SETTINGS = "settings"
    NETWORK = "network"
    VERSIONS = "versions"


class Grade(Enum):
    """How grave it is."""

    GOOD = "good"
    MIND = "mind"
    """It works, and somebody should know."""
    BAD = "bad"
    """Something of Naklank does not work here."""
    UNKNOWN = "unknown"
    """The computer does not tell."""


class Outcome(Enum):
    """Each thing that can be found: its code and its grade."""

    grade: Grade

    def __new__(cls, code: str, grade: Grade) -> Self:
        one = object.__new__(cls)
        one._value_ = code
        one.grade = grade
        return one

    NOT_KNOWN = ("not_known", Grade.UNKNOWN)
    """Of any item: it could not be found out."""

    MICROPHONE_WORKS = ("microphone_works", Grade.GOOD)
    MICROPHONE_QUIET = ("microphone_quiet", Grade.MIND)
    """Little sound: nobody spoke, or it stands far away."""
    MICROPHONE_LOUD = ("microphone_loud", Grade.MIND)
    MICROPHONE_MUTED = ("microphone_muted", Grade.BAD)
    """Nothing but zeros."""
    MICROPHONE_DEAD = ("microphone_dead", Grade.BAD)
    """It opens and gives nothing."""
    MICROPHONE_MISSING = ("microphone_missing", Grade.BAD)
    MICROPHONE_BUSY = ("microphone_busy", Grade.BAD)
    MICROPHONE_DENIED = ("microphone_denied", Grade.BAD)

    OUTPUT_WORKS = ("output_works", Grade.GOOD)
    OUTPUT_THERE = ("output_there", Grade.UNKNOWN)
    """It is there; whether it is muted is not known."""
    OUTPUT_MUTED = ("output_muted", Grade.BAD)
    OUTPUT_MISSING = ("output_missing", Grade.BAD)

    MODEL_WHOLE = ("model_whole", Grade.GOOD)
    MODEL_REPLACED = ("model_replaced", Grade.MIND)
    MODEL_DAMAGED = ("model_damaged", Grade.BAD)
    MODEL_MISSING = ("model_missing", Grade.BAD)

    MEMORY_ENOUGH = ("memory_enough", Grade.GOOD)
    MEMORY_LITTLE = ("memory_little", Grade.MIND)

    ENGINE_WORKS = ("engine_works", Grade.GOOD)
    ENGINE_SLOW = ("engine_slow", Grade.MIND)
    ENGINE_TOO_SLOW = ("engine_too_slow", Grade.MIND)
    ENGINE_NO_ROOM = ("engine_no_room", Grade.MIND)
    """Not tried: the engine that is warm already leaves too little memory for a second one."""
    ENGINE_WRONG = ("engine_wrong", Grade.BAD)
    """It types something else than what is said in the sample."""
    ENGINE_UNUSABLE = ("engine_unusable", Grade.BAD)
    ENGINE_FAILED = ("engine_failed", Grade.BAD)
    ENGINE_WITHOUT_MODEL = ("engine_without_model", Grade.BAD)

    DISK_ROOM = ("disk_room", Grade.GOOD)
    DISK_LITTLE = ("disk_little", Grade.MIND)
    DISK_FULL = ("disk_full", Grade.BAD)

    ENCRYPTION_ON = ("encryption_on", Grade.GOOD)
    ENCRYPTION_OFF = ("encryption_off", Grade.MIND)

    KEYRING_WORKS = ("keyring_works", Grade.GOOD)
    KEYRING_UNUSED = ("keyring_unused", Grade.MIND)
    """It works, and the practice has chosen another place for the keys."""
    KEYRING_REPLACED = ("keyring_replaced", Grade.MIND)
    """It does not answer, and keys lie in memory or in files, as was chosen."""
    KEYRING_SILENT = ("keyring_silent", Grade.BAD)

    PRINTER_THERE = ("printer_there", Grade.GOOD)
    PRINTER_MISSING = ("printer_missing", Grade.MIND)

    STICK_NONE = ("stick_none", Grade.GOOD)
    STICK_THERE = ("stick_there", Grade.GOOD)

    CLOCK_PLAUSIBLE = ("clock_plausible", Grade.GOOD)
    CLOCK_BEHIND = ("clock_behind", Grade.BAD)
    CLOCK_AHEAD = ("clock_ahead", Grade.MIND)

    REMOTE_NOT = ("remote_not", Grade.GOOD)
    REMOTE_WORKED = ("remote_worked", Grade.MIND)

    SETTINGS_SOUND = ("settings_sound", Grade.GOOD)
    SETTINGS_BROKEN = ("settings_broken", Grade.MIND)
    """The defaults hold."""
    SETTINGS_NEWER = ("settings_newer", Grade.MIND)
    POLICY_BROKEN = ("policy_broken", Grade.BAD)

    NETWORK_SILENT = ("network_silent", Grade.GOOD)
    NETWORK_LOADED = ("network_loaded", Grade.MIND)
    """No connection; the code that downloads models is loaded, for somebody has used it."""
    NETWORK_OPEN = ("network_open", Grade.BAD)

    VERSIONS_TOLD = ("versions_told", Grade.GOOD)


Details = Mapping[str, str | int | float]
"""Numbers, versions and kinds by their names; never a path, a name of a person or of a device."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one item."""

    item: Item
    outcome: Outcome
    details: Details = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """What people call their devices: shown on the screen, and in no report.

    "AirPods of Mrs De Vries" and a stick's label are names of persons.
    """

    @property
    def grade(self) -> Grade:
        """How grave its outcome is."""
        return self.outcome.grade


@dataclass(frozen=True, slots=True)
class Probe:
    """Looks at one item; a few seconds at most, and never on the main thread."""

    item: Item
    look: Callable[[Event], Finding]
    """Ends early, with any finding, when the event is set; may raise anything."""


def look(probe: Probe, stopped: Event) -> Finding:
    """What the probe finds; NOT_KNOWN where it fails. Never raises."""
    try:
        return probe.look(stopped)
    except Exception:  # noqa: BLE001 - a test of a computer must not end because that is broken
        return Finding(probe.item, Outcome.NOT_KNOWN)


def is_bad(findings: Sequence[Finding]) -> bool:
    """Whether one of them is BAD; what is not known is not."""
    return any(finding.grade is Grade.BAD for finding in findings)


def gravest(findings: Sequence[Finding]) -> Grade:
    """What holds of all of them together."""
    grades = {finding.grade for finding in findings}
    order = (Grade.BAD, Grade.MIND, Grade.UNKNOWN)
    return next((grade for grade in order if grade in grades), Grade.GOOD)
