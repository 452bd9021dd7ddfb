"""What a practice has set, and the policy that can lock it.

Settings and policy are told in the same way: values by their dotted keys, as JSON knows values.
"""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from naklank.core.consult import Consult, Heading
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.keys import KeyPlace
from naklank.core.logo import read_logo
from naklank.core.recording import InputName
from naklank.core.sheet_making import Contacts
from naklank.core.topics import Topic
from naklank.core.transcript import LANGUAGES, Language
from naklank.core.voice import SpokenEnds

ScreenLanguage = Literal["nl", "en"]
"""What the screen can speak; each has its file in `resources/translations` and its help."""

SCREEN_LANGUAGES: tuple[ScreenLanguage, ...] = get_args(ScreenLanguage)

Fields = tuple[tuple[str, str], ...]
"""Texts by their names, each a name that a template can use."""


@dataclass(frozen=True, slots=True)
class Practice:
    """Who hands the sheet out."""

    name: str = ""
    logo: bytes = b""
    """A PNG on every sheet; none where empty."""
    template: str = ""
    """The practice's own Word template; none is the one that ships."""
    fields: Fields = ()
    """What that template names beside the sheet's own words."""


HOURS: Final = (1, 72)
JOURNAL_YEARS: Final = (1, 30)
COVER_MINUTES: Final = (1, 60)
"""The least and the most that can be set."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What stays on this computer, where and how long."""

    keys: KeyPlace = KeyPlace.KEYRING
    hours: int = 24
    """After which a session that waits is deleted; within `HOURS`."""
    folder: str = ""
    """Where recordings go instead of Naklank's own folder, whose disk was full."""
    journal_years: int = 5
    """After which lines of the journal are deleted; within `JOURNAL_YEARS`."""
    cover_minutes: int = 5
    """Without a key or a move of the mouse, after which the screen is covered; `COVER_MINUTES`."""
    copy: bool = False
    """Whether the practice keeps a copy of what goes home, in its own files: the doctor says so."""
    copy_folder: str = ""
    """Where that copy is written when a session is finished; else the practice sees to it."""


@dataclass(frozen=True, slots=True)
class Typing:
    """How speech becomes text."""

    model: str = "base"
    while_speaking: bool = True
    """Else, and on battery, all is typed after the stop."""
    mirror: str = ""
    """Where models are downloaded from instead of the public hub."""
    words: tuple[str, ...] = ()
    """The practice's own names and terms."""


class CheckingWay(Enum):
    """How the text is checked by ear."""

    ALONG = "along"
    """All of it is heard, and it stops at each check."""
    CHECKS = "checks"
    """Each check is heard."""


SPEEDS: Final = (0.75, 1.0, 1.25, 1.5)
"""How many times as fast as it was spoken a recording can be played."""

Pedal = tuple[str, str, str]
"""The keys that a foot pedal sends: on and stop, back, and right. No name is no key."""


@dataclass(frozen=True, slots=True)
class Checking:
    """How a summary is heard before it goes home."""

    way: CheckingWay = CheckingWay.ALONG
    speed: float = 1.25
    """One of `SPEEDS`."""
    pedal: Pedal = ("Media Play", "Media Previous", "")
    """By Qt's names, such as "F7"."""


@dataclass(frozen=True, slots=True)
class WaysOut:
    """The ways out of the room that the practice allows; what it forbids is not shown."""

    paper: bool = True
    phone: bool = True
    """Played, for the patient's phone to record."""
    stick: bool = True
    folder: bool = True
    portal: str = ""
    """The one folder for the patient portal or secure mail; else it is asked each time."""
    word: bool = True
    """A Word document, for the practice itself."""
    qr: bool = True
    record: bool = True
    """Copying the text into the patient's record."""


@dataclass(frozen=True, slots=True)
class ConsultHeadings:
    """What is spoken about, by the value of a Consult; empty for Naklank's own headings."""

    usual: tuple[Heading, ...] = ()
    short: tuple[Heading, ...] = ()
    first_diagnosis: tuple[Heading, ...] = ()
    operation: tuple[Heading, ...] = ()
    chronic: tuple[Heading, ...] = ()
    child: tuple[Heading, ...] = ()
    bad_news: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingRoomWords:
    """What poster and desk card say, by the value of a Wording; empty for Naklank's own words."""

    nl: str = ""
    simple: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Voicing:
    """What the doctor's own voice adds."""

    ends: SpokenEnds = SpokenEnds.NONE
    """Recorded on this computer, by each doctor once."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. Each later part adds its own values, here and in `KEYS`."""

    practice: Practice = field(default_factory=Practice)
    contacts: Contacts = field(default_factory=Contacts)
    """Stand on every sheet."""
    doctors: tuple[str, ...] = ()
    """Chosen for each session: never silently the previous one."""
    microphone: InputName = field(default_factory=InputName)
    printer: str = ""
    """On which sheets are printed, unless another is chosen; none is the system's default."""
    screen_language: ScreenLanguage = "nl"
    speech_language: Language = "nl"
    """Spoken and on the sheet."""
    keeping: Keeping = field(default_factory=Keeping)
    typing: Typing = field(default_factory=Typing)
    checking: Checking = field(default_factory=Checking)
    ways: WaysOut = field(default_factory=WaysOut)
    teach_back: bool = True
    """Whether the doctor is reminded to ask what the patient will do at home, at the hand-over."""
    voice: Voicing = field(default_factory=Voicing)
    consults: ConsultHeadings = field(default_factory=ConsultHeadings)
    waiting: WaitingRoomWords = field(default_factory=WaitingRoomWords)
    leaflets: tuple[str, ...] = ()
    """The practice's own information: leaflets and films, each with where it is found."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as they hold, the keys that the policy locks, and what was wrong with the files."""

    settings: Settings
    locked: frozenset[str] = frozenset()
    problems: tuple[NaklankError, ...] = ()
    is_new: bool = False
    """Whether nothing was ever set on this computer."""

    @property
    def hours_kept(self) -> int:
        """After how many a session that waits is deleted: the most where that cannot be read."""
        broken = {ErrorCode.SETTINGS_BROKEN, ErrorCode.POLICY_BROKEN}
        if "keeping.hours" in self.locked or broken.isdisjoint(one.code for one in self.problems):
            return self.settings.keeping.hours
        return HOURS[-1]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise TypeError
    names = tuple(map(_text, value))
    if not all(name.strip() for name in names):
        raise ValueError
    return names


def _logo(value: object) -> bytes:
    """In a file a picture stands as base64."""
    if isinstance(value, str):
        value = base64.b64decode(value, validate=True)
    if not isinstance(value, bytes):
        raise TypeError
    return read_logo(value) if value else b""


def _fields(value: object) -> Fields:
    if not isinstance(value, (list, tuple)):
        raise TypeError
    fields = []
    for pair in value:
        if not isinstance(pair, (list, tuple)):
            raise TypeError
        name, text = map(_text, pair)
        if not name.isidentifier():
            raise ValueError
        fields.append((name, text))
    return tuple(fields)


def _headings(value: object) -> tuple[Heading, ...]:
    """Each topic once, as a topic and the practice's words for it; the words may be empty."""
    if not isinstance(value, (list, tuple)):
        raise TypeError
    read = tuple(map(_heading, value))
    if len({one.topic for one in read}) < len(read):
        raise ValueError
    return read


def _heading(value: object) -> Heading:
    if isinstance(value, Heading):
        return value
    if not isinstance(value, Mapping):
        raise TypeError
    return Heading(Topic(value.get("topic")), _text(value.get("words", "")))


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _whole(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError
        if not lowest <= value <= highest:
            raise ValueError
        return value

    return read


def _one_of(offered: Sequence[object]) -> Callable[[object], object]:
    def read(value: object) -> object:
        if isinstance(value, bool) or value not in offered:  # True is 1.0
            raise ValueError
        return offered[offered.index(value)]

    return read


def _pedal(value: object) -> Pedal:
    if not isinstance(value, (list, tuple)):
        raise TypeError
    on, back, right = map(_text, value)
    return on, back, right


_READ: Final[Mapping[str, Callable[[object], object]]] = MappingProxyType(
    {
        "practice.name": _text,
        "practice.logo": _logo,
        "practice.template": _text,
        "practice.fields": _fields,
        "contacts.day": _text,
        "contacts.evening": _text,
        "contacts.night": _text,
        "contacts.weekend": _text,
        "doctors": _names,
        "microphone.name": _text,
        "microphone.host": _text,
        "printer": _text,
        "screen_language": _one_of(SCREEN_LANGUAGES),
        "speech_language": _one_of(LANGUAGES),
        "keeping.keys": KeyPlace,
        "keeping.hours": _whole(*HOURS),
        "keeping.folder": _text,
        "keeping.journal_years": _whole(*JOURNAL_YEARS),
        "keeping.cover_minutes": _whole(*COVER_MINUTES),
        "keeping.copy": _yes_or_no,
        "keeping.copy_folder": _text,
        "typing.model": _text,
        "typing.while_speaking": _yes_or_no,
        "typing.mirror": _text,
        "typing.words": _names,
        "checking.way": CheckingWay,
        "checking.speed": _one_of(SPEEDS),
        "checking.pedal": _pedal,
        **{f"ways.{one.name}": _yes_or_no for one in fields(WaysOut)},
        "ways.portal": _text,
        "teach_back": _yes_or_no,
        "voice.ends": SpokenEnds,
        **{f"consults.{one.value}": _headings for one in Consult},
        "waiting.nl": _text,
        "waiting.simple": _text,
        "waiting.en": _text,
        "leaflets": _names,
    }
)
"""For each key what makes a setting of a value; ValueError or TypeError where none can be made."""

KEYS: Final = frozenset(_READ)


def values_of(settings: Settings) -> dict[str, object]:
    """Every setting by its key."""
    return {key: attrgetter(key)(settings) for key in _READ}


def laid_over(settings: Settings, values: Mapping[str, object]) -> tuple[Settings, frozenset[str]]:
    """The settings with these values laid over, and the keys of those that could be.

    An unknown key or a value of the wrong kind changes nothing.
    """
    taken = set()
    for key, value in values.items():
        try:
            read = _READ[key](value)
        except (KeyError, TypeError, ValueError):
            continue
        settings = _with(settings, key, read)
        taken.add(key)
    return settings, frozenset(taken)


def _with(settings: Settings, key: str, value: Any) -> Settings:  # noqa: ANN401 - of any field
    group, _, name = key.rpartition(".")
    if group:
        value = replace(getattr(settings, group), **{name: value})
    return replace(settings, **{group or name: value})
