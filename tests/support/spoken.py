"""What a typist is asked to type, in tests where nobody looks into the files."""

from __future__ import annotations

from pathlib import Path

from naklank.core.recording import SoundFile, Spoken, Take
from naklank.core.transcript import Language

RATE = 16_000


def sound_file(number: int) -> SoundFile:
    return SoundFile(Path(f"take-{number}"), b"key")


def spoken_takes(*numbers: int, frames: int = RATE, language: Language = "en") -> Spoken:
    """These takes, each of so many samples."""
    takes = tuple(Take(number, RATE, frames, "mic") for number in numbers)
    return Spoken(language, takes, tuple(sound_file(number) for number in numbers))
