"""A sound card in memory that behaves like a device, for the real recorder and player.

`SoundCardRecorder(FakeSoundCard())` and `SoundCardPlayer(FakeSoundCard())` are the fakes of the
ports: what the device does is made up, all behind it (thread, file, position) is real.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np

from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.audio.sound_card import OutputState
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.sound import InputDevice

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from naklank.audio.sound_card import Block, Fill, InputStream, OutputStream
    from naklank.core.recording import InputName

BLOCK = 0.02
"""Seconds in a block."""

DELAY = 0.1
"""Seconds that a loudspeaker's sound is on its way."""

ASLEEP = 1.0
"""Seconds of its own clock; of a longer while the computer slept the rest, and its sound card too.

However fast its clock runs: else a busy computer would be given more at once than waits for a disk.
"""


class FakeSoundCard:
    """A `SoundCard`; change its attributes at any moment, as people do with plugs and knobs.

    `pace` lets its clock run faster: at 10, a second of sound takes a tenth of a second.
    """

    def __init__(
        self, microphones: tuple[str, ...] = ("Desk microphone", "Headset"), pace: float = 1.0
    ) -> None:
        self.microphones = microphones
        """What is plugged in; the first is the default."""
        self.busy: frozenset[str] = frozenset()
        """Microphones that another program holds."""
        self.microphone_muted = False
        self.stalled = False
        """Whether microphone and loudspeaker stop giving and taking, without a word."""
        self.dead: frozenset[str] = frozenset()
        """Microphones that open, and give nothing."""
        self.output = OutputState.SOUNDING
        """NONE pulls the plug."""
        self.hands_free = False
        self.rate = 48_000
        self.pace = pace
        self.played = np.empty(0, np.float32)
        """All that the loudspeaker was given."""
        self.streams = 0
        """How many are open."""
        self._words = np.empty(0, np.float32)
        self._silent = threading.Event()
        self._silent.set()
        self._lock = threading.Lock()

    def say(self, sound: Sound) -> None:
        """Speak into the microphone from now on; behind it is silence."""
        with self._lock:
            self._words = resample(sound, self.rate).samples
            self._silent.clear()

    def wait_until_said(self, seconds: float) -> None:
        assert self._silent.wait(seconds)

    def input_devices(self) -> tuple[InputDevice, ...]:
        names = enumerate(self.microphones)
        return tuple(InputDevice(name, is_default=not index) for index, name in names)

    def open_input(
        self, device: InputName, block: Block, finished: Callable[[], None]
    ) -> InputStream:
        name = device.name or next(iter(self.microphones), "")
        if name not in self.microphones or not name:
            raise NaklankError(ErrorCode.MICROPHONE_MISSING, device=device.name)
        if name in self.busy:
            raise NaklankError(ErrorCode.MICROPHONE_BUSY, device=device.name)
        return _FakeInput(self, name, block, finished)

    def output_rate(self) -> int:
        if self.output is OutputState.NONE:
            raise NaklankError(ErrorCode.NO_OUTPUT)
        return self.rate

    def open_output(self, rate: int, fill: Fill, finished: Callable[[], None]) -> OutputStream:
        assert rate == self.output_rate()
        return _FakeOutput(self, fill, finished)

    def hear(self, frames: int) -> bytes:
        """What the microphone gives next."""
        with self._lock:
            said, self._words = self._words[:frames], self._words[frames:]
            if not len(self._words):
                self._silent.set()
        room = np.zeros(frames, np.float32)
        room[: len(said)] = 0 if self.microphone_muted else said
        return (room * 32767).astype("<i2").tobytes()


class _FakeStream:
    """Moves blocks by the clock, in a thread of its own, until it is closed or unplugged."""

    def __init__(self, card: FakeSoundCard, finished: Callable[[], None]) -> None:
        self._card = card
        self._finished = finished
        self._closed = threading.Event()
        self._seconds = 0.0
        card.streams += 1
        self._thread = threading.Thread(target=self._run, name="fake-sound-card")
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        self._thread.join()
        self._card.streams -= 1

    def _run(self) -> None:
        before = time.monotonic()
        due = 0.0
        while not self._closed.wait(BLOCK / self._card.pace) and self._is_plugged_in():
            now = time.monotonic()
            passed = min((now - before) * self._card.pace, ASLEEP)
            due += 0.0 if self._is_stalled() else passed
            before = now
            while self._seconds + BLOCK <= due:
                self._move(round(BLOCK * self._card.rate))
                self._seconds += BLOCK
        self._finished()

    def _is_stalled(self) -> bool:
        return self._card.stalled

    def _is_plugged_in(self) -> bool:
        raise NotImplementedError

    def _move(self, frames: int) -> None:
        raise NotImplementedError


class _FakeInput(_FakeStream):
    def __init__(
        self, card: FakeSoundCard, device: str, block: Block, finished: Callable[[], None]
    ) -> None:
        self.device = device
        self.rate = card.rate
        self.is_hands_free = card.hands_free
        self._block = block
        super().__init__(card, finished)

    def is_moved(self) -> bool:
        """As the sound server does: with another microphone there, it goes on with that one."""
        return self.device not in self._card.microphones

    def _is_stalled(self) -> bool:
        return self._card.stalled or self.device in self._card.dead

    def _is_plugged_in(self) -> bool:
        return bool(self._card.microphones)

    def _move(self, frames: int) -> None:
        self._block(self._card.hear(frames), overflowed=False)


class _FakeOutput(_FakeStream):
    def __init__(self, card: FakeSoundCard, fill: Fill, finished: Callable[[], None]) -> None:
        self._fill = fill
        super().__init__(card, finished)

    def state(self) -> OutputState:
        return self._card.output

    def _is_plugged_in(self) -> bool:
        return self._card.output is not OutputState.NONE

    def _move(self, frames: int) -> None:
        block = self._fill(frames, min(self._seconds, DELAY), self._seconds)
        samples: NDArray[np.float32] = np.frombuffer(block, np.float32)
        self._card.played = np.concatenate([self._card.played, samples])
