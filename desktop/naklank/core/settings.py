"""What a practice has set, and the policy that can lock it."""

from dataclasses import dataclass, field

from naklank.core.transcript import Language


@dataclass(frozen=True, slots=True)
class Practice:
    """Who hands the sheet out."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. Each later part adds its own values."""

    practice: Practice = field(default_factory=Practice)
    doctors: tuple[str, ...] = ()
    """Chosen for each session: never silently the previous one."""
    microphone: str = ""
    """The input device's name; empty for the system's default."""
    screen_language: Language = "nl"
    speech_language: Language = "nl"
    """Spoken and on the sheet."""
