"""A memory stick in this computer, as far as the way home needs it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stick:
    """One that is plugged in now."""

    name: str
    """As its user knows it: "KINGSTON (E:)" on Windows, its label elsewhere."""
    folder: Path
    """Where its files begin."""
    identity: str
    """Another one in the same place has another."""
    free: int
    """Bytes."""
