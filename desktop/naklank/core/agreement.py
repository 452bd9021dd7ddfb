"""Who is present, whether each agrees, and what goes home."""

from dataclasses import dataclass, replace
from enum import Enum


class Role(Enum):
    """Who somebody in the room is."""

    PATIENT = "patient"
    RELATIVE = "relative"
    CHILD = "child"
    REPRESENTATIVE = "representative"
    INTERPRETER = "interpreter"
    GROUP = "group"
    COLLEAGUE = "colleague"


class TakeHome(Enum):
    """What the patient takes home."""

    SOUND_AND_PAPER = "sound_and_paper"
    SOUND_ONLY = "sound_only"
    PAPER_ONLY = "paper_only"
    TYPED = "typed"

    @property
    def is_recorded(self) -> bool:
        """Whether the microphone is needed for it."""
        return self is not TakeHome.TYPED

    @property
    def has_sound(self) -> bool:
        """Whether the sound itself goes home."""
        return self in (TakeHome.SOUND_AND_PAPER, TakeHome.SOUND_ONLY)

    @property
    def has_text(self) -> bool:
        return self is not TakeHome.SOUND_ONLY


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in the room; `agrees` is None until they are asked."""

    role: Role
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is agreed. Nobody's yes is ever preset (KNMG: the doctor records with consent only)."""

    participants: tuple[Participant, ...] = (Participant(Role.PATIENT),)
    take_home: TakeHome = TakeHome.SOUND_AND_PAPER

    @property
    def is_refused(self) -> bool:
        """Whether somebody said no: the microphone stays closed, also for those who said yes."""
        return any(one.agrees is False for one in self.participants)

    @property
    def allows_microphone(self) -> bool:
        return self.take_home.is_recorded and all(one.agrees for one in self.participants)

    @property
    def is_complete(self) -> bool:
        """Whether one can go on: everybody said yes, or nothing is recorded."""
        return self.allows_microphone or not self.take_home.is_recorded

    def with_participant(self, role: Role) -> "Agreement":
        """Somebody more in the room, who is still to be asked."""
        return replace(self, participants=(*self.participants, Participant(role)))

    def without_participant(self, at: int) -> "Agreement":
        """Somebody less; the patient, who comes first, stays."""
        if at == 0:
            raise ValueError("the patient is always present")
        kept = tuple(one for place, one in enumerate(self.participants) if place != at)
        return replace(self, participants=kept)

    def with_answer(self, at: int, *, agrees: bool) -> "Agreement":
        answered = tuple(
            replace(one, agrees=agrees) if place == at else one
            for place, one in enumerate(self.participants)
        )
        return replace(self, participants=answered)
