"""The typist hears a recording while it is spoken; whatever goes wrong, the text is whole."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import resample
from naklank.core.recording import Spoken, Take
from naklank.speech.engines import DEFAULT_ENGINE
from naklank.speech.sources import Sources, TypingModel
from naklank.speech.typist import SpeechTypist
from support.processes import speech_process
from support.sounds import to_whisper
from support.spoken import sound_file
from support.typing_listener import TypingListener

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.ports.sound import SoundTap
    from naklank.core.recording import SoundFile
    from naklank.speech.engine import Samples

RATE = 48_000
BLOCK = 4_800


class Room:
    """A recording of two takes that is spoken into a typist."""

    def __init__(self, model: Path, sound: Sound) -> None:
        whole = resample(sound, RATE).samples[: 20 * RATE]
        cut = 10 * RATE
        self.takes = (whole[:cut], whole[cut:])
        self.read: list[SoundFile] = []
        self.typist = SpeechTypist(
            DEFAULT_ENGINE, Sources(lambda: TypingModel(model), self.samples, to_whisper)
        )

    def samples(self, files: Sequence[SoundFile]) -> Samples:
        self.read += files
        pieces = [self.takes[int(file.path.name[-1]) - 1] for file in files]
        return np.concatenate([to_whisper(RATE)(piece) for piece in pieces])

    def spoken(self, count: int) -> Spoken:
        """The first takes, to their last sample."""
        takes = [Take(at + 1, RATE, len(self.takes[at]), "mic") for at in range(count)]
        files = [sound_file(at + 1) for at in range(count)]
        return Spoken("en", tuple(takes), tuple(files))

    def speak(self, tap: SoundTap, number: int) -> None:
        tap.on_take(sound_file(number), RATE)
        numbers = (self.takes[number - 1] * 32767).astype("<i2")
        for start in range(0, len(numbers), BLOCK):
            tap.on_sound(numbers[start : start + BLOCK].tobytes())
        tap.on_stopping()

    def text(self, spoken: Spoken) -> str:
        listener = TypingListener()
        self.typist.type_out(spoken, listener)
        return " ".join(word.text for word in listener.transcript().words)


@pytest.fixture
def room(model: Path, sample: Sound) -> Iterator[Room]:
    room = Room(model, sample)
    yield room
    room.typist.close()


def test_what_was_heard_is_not_read_again(room: Room) -> None:
    room.speak(room.typist.hear(room.spoken(0)), 1)
    room.speak(room.typist.hear(room.spoken(1)), 2)  # behind a pause
    heard = room.text(room.spoken(2))
    assert room.read == []
    again = room.text(room.spoken(2))
    assert [file.path.name for file in room.read] == ["take-1", "take-2"]
    assert SequenceMatcher(None, heard.split(), again.split()).ratio() > 0.9


def test_what_was_spoken_before_is_heard_from_its_file(room: Room) -> None:
    room.speak(room.typist.hear(room.spoken(1)), 2)
    heard = room.text(room.spoken(2))
    assert [file.path.name for file in room.read] == ["take-1"]
    assert heard.startswith("What")
    assert len(heard.split()) > 30


@pytest.mark.parametrize("change", ["frames", "words", "language"])
def test_what_is_not_quite_the_recording_is_typed_from_its_files(room: Room, change: str) -> None:
    room.speak(room.typist.hear(room.spoken(0)), 1)
    spoken = room.spoken(1)
    (take,) = spoken.takes
    others = {
        "frames": replace(spoken, takes=(replace(take, frames=take.frames - 1),)),
        "words": replace(spoken, words=("lisinopril",)),
        "language": replace(spoken, language="nl"),
    }
    assert room.text(others[change])
    assert len(room.read) == 1


def test_a_process_that_dies_while_it_hears_costs_nothing(room: Room) -> None:
    room.typist.start(lambda _error: None)
    tap = room.typist.hear(room.spoken(0))
    ready = TypingListener()
    room.typist.start(ready.on_ready)
    assert ready.wait_until_ready() is None
    speech_process().kill()
    room.speak(tap, 1)
    assert room.text(room.spoken(1)).startswith("What")
    assert len(room.read) == 1


def test_cancelled_the_sound_is_forgotten_with_its_process(room: Room) -> None:
    tap = room.typist.hear(room.spoken(0))
    ready = TypingListener()
    room.typist.start(ready.on_ready)
    assert ready.wait_until_ready() is None
    before = speech_process()
    room.speak(tap, 1)
    room.typist.cancel()
    room.typist.start(ready.on_ready)
    assert ready.wait_until_ready() is None
    assert not before.is_running()
    assert room.text(room.spoken(1)).startswith("What")
    assert len(room.read) == 1


def test_a_closed_typist_hears_nothing_and_hurts_nobody(room: Room) -> None:
    tap = room.typist.hear(room.spoken(0))
    room.typist.close()
    room.speak(tap, 1)
    room.typist.cancel()
