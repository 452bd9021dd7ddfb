"""Who is present, whether each agrees, and what goes home."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Final


class Role(Enum):
    """Who somebody in the room is."""

    PATIENT = "patient"
    CHILD = "child"
    """The patient, who is 12 to 15 years old."""
    PARENT = "parent"
    """Of the patient."""
    REPRESENTATIVE = "representative"
    """Decides in the place of the patient."""
    GROUP = "group"
    """All who take part in a group consult."""
    RELATIVE = "relative"
    INTERPRETER = "interpreter"
    PHONE_INTERPRETER = "phone_interpreter"
    """Is not in the room, and is heard from a telephone."""
    COLLEAGUE = "colleague"


COMPANIONS: Final = (
    Role.RELATIVE,
    Role.INTERPRETER,
    Role.PHONE_INTERPRETER,
    Role.COLLEAGUE,
)
"""Who can be there besides those who decide."""


class Deciding(Enum):
    """Who says yes or no for the patient (WGBO: 7:447, 7:450 and 7:465 BW)."""

    PATIENT = "patient"
    """16 years and over: the patient alone, whoever else is there."""
    CHILD_AND_PARENT = "child_and_parent"
    """12 to 15 years: both."""
    PARENT = "parent"
    """Under 12 years."""
    REPRESENTATIVE = "representative"
    GROUP = "group"


_ASKED: Final[Mapping[Deciding, tuple[Role, ...]]] = MappingProxyType(
    {
        Deciding.PATIENT: (Role.PATIENT,),
        Deciding.CHILD_AND_PARENT: (Role.CHILD, Role.PARENT),
        Deciding.PARENT: (Role.PARENT,),
        Deciding.REPRESENTATIVE: (Role.REPRESENTATIVE,),
        Deciding.GROUP: (Role.GROUP,),
    }
)

SMALLEST_GROUP: Final = 2
LARGEST_GROUP: Final = 30


class TakeHome(Enum):
    """What the patient takes home."""

    SOUND_AND_PAPER = "sound_and_paper"
    SOUND_ONLY = "sound_only"
    PAPER_ONLY = "paper_only"
    TYPED = "typed"
    OWN_PHONE = "own_phone"
    """The patient's phone records while the doctor speaks; the sound here serves the typing."""

    @property
    def is_recorded(self) -> bool:
        """Whether the microphone is needed for it."""
        return self is not TakeHome.TYPED

    @property
    def has_sound(self) -> bool:
        """Whether the sound that Naklank recorded goes home."""
        return self in (TakeHome.SOUND_AND_PAPER, TakeHome.SOUND_ONLY)

    @property
    def serves_typing(self) -> bool:
        """Whether the sound is recorded to be typed out, and goes nowhere."""
        return self.is_recorded and not self.has_sound

    @property
    def is_heard_at_home(self) -> bool:
        """Whether the patient hears what was said: it must then say the same as the paper."""
        return self.has_sound or self is TakeHome.OWN_PHONE

    @property
    def has_text(self) -> bool:
        """Whether a typed and checked text goes home."""
        return self is not TakeHome.SOUND_ONLY


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in the room, or a group; `agrees` is None until they are asked."""

    role: Role
    agrees: bool | None = None
    count: int = 1
    """How many people a group has; each of them must say yes."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is agreed. Nobody's yes is ever preset (KNMG: the doctor records with consent only).

    Those who decide for the patient come first, and stay.
    """

    participants: tuple[Participant, ...] = (Participant(Role.PATIENT),)
    take_home: TakeHome = TakeHome.SOUND_AND_PAPER

    @property
    def deciding(self) -> Deciding:
        """Who decides for the patient, told by the one who comes first."""
        first = self.participants[0].role
        return next(one for one, asked in _ASKED.items() if asked[0] is first)

    @property
    def deciders(self) -> int:
        """How many of those present decide for the patient."""
        return len(_ASKED[self.deciding])

    @property
    def copies(self) -> int:
        """How many patients take something home."""
        return self.participants[0].count

    @property
    def is_refused(self) -> bool:
        """Whether somebody said no: the microphone stays closed, also for those who said yes."""
        return any(one.agrees is False for one in self.participants)

    @property
    def allows_microphone(self) -> bool:
        """Whether something is recorded and everybody said yes; who is not yet asked has not."""
        return self.take_home.is_recorded and all(one.agrees for one in self.participants)

    @property
    def is_interpreted(self) -> bool:
        """Whether an interpreter is there, in the room or by telephone."""
        roles = (Role.INTERPRETER, Role.PHONE_INTERPRETER)
        return any(one.role in roles for one in self.participants)

    @property
    def is_complete(self) -> bool:
        """Whether one can go on: everybody said yes, or nothing is recorded."""
        return self.allows_microphone or not self.take_home.is_recorded

    def decided_by(self, deciding: Deciding) -> "Agreement":
        """Others decide for the patient, and have still to be asked; who came along stays."""
        if deciding is self.deciding:
            return self
        count = SMALLEST_GROUP if deciding is Deciding.GROUP else 1
        asked = (Participant(role, count=count) for role in _ASKED[deciding])
        return replace(self, participants=(*asked, *self.participants[self.deciders :]))

    def with_participant(self, role: Role) -> "Agreement":
        """Somebody more in the room, who is still to be asked."""
        return replace(self, participants=(*self.participants, Participant(role)))

    def without_participant(self, at: int) -> "Agreement":
        """Somebody less; those who decide stay: for their place it raises ValueError."""
        if at < self.deciders:
            raise ValueError("who decides for the patient is always present")
        kept = tuple(one for place, one in enumerate(self.participants) if place != at)
        return replace(self, participants=kept)

    def with_answer(self, at: int, *, agrees: bool) -> "Agreement":
        """With the yes or no of the participant at this place; a group answers as one."""
        return self._with(at, replace(self.participants[at], agrees=agrees))

    def with_count(self, count: int) -> "Agreement":
        """A group of so many: of another number nobody has said yes yet.

        Raises ValueError for fewer than `SMALLEST_GROUP` or more than `LARGEST_GROUP`.
        """
        if self.deciding is not Deciding.GROUP or count == self.copies:
            return self
        if not SMALLEST_GROUP <= count <= LARGEST_GROUP:
            raise ValueError("no group")
        return self._with(0, Participant(Role.GROUP, count=count))

    def _with(self, at: int, one: Participant) -> "Agreement":
        before, after = self.participants[:at], self.participants[at + 1 :]
        return replace(self, participants=(*before, one, *after))
