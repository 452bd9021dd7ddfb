"""A recording that the speech process hears while it is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.recording import SoundFile, Spoken
    from naklank.speech.client import SpeechProcess
    from naklank.speech.engine import Samples

    Resample = Callable[[Samples | None], Samples]
    """A resampler to 16 kHz: takes the next samples, or None for the rest; gives what is ready."""


class Hearing:
    """Passes sound on to the process, and knows which takes it has heard whole.

    `resampler` makes a resampler for sound of a rate.
    """

    def __init__(self, process: SpeechProcess, resampler: Callable[[int], Resample]) -> None:
        self.process = process
        self._resampler = resampler
        self._resample: Resample | None = None
        self._frames: dict[SoundFile, int] = {}
        """In the order in which they were heard."""

    def has_heard(self, spoken: Spoken) -> bool:
        """Whether these takes, to the last sample, are what it heard."""
        frames = [
            (file, take.frames) for file, take in zip(spoken.files, spoken.takes, strict=True)
        ]
        return list(self._frames.items()) == frames

    def hear_take(self, file: SoundFile, frames: int, samples: Samples) -> None:
        """A take from its file, of `frames` at its own rate; `samples` are its sound at 16 kHz."""
        self._frames[file] = frames
        self.process.hear(samples)

    def begin_take(self, file: SoundFile, rate: int) -> None:
        """What is heard from now on is of this take, recorded at `rate` hertz."""
        self.flush()
        self._frames[file] = 0
        self._resample = self._resampler(rate)

    def hear(self, samples: bytes) -> None:
        """Mono 16-bit samples, little-endian, of the take that began last."""
        import numpy as np

        if self._resample is None:
            return
        numbers = np.frombuffer(samples, "<i2")
        self._frames[next(reversed(self._frames))] += len(numbers)
        self._pass_on(self._resample(numbers.astype(np.float32) / np.float32(32768)))

    def flush(self) -> None:
        """Pass on what the resampler still holds of a take that ended."""
        resample, self._resample = self._resample, None
        if resample is not None:
            self._pass_on(resample(None))

    def _pass_on(self, samples: Samples) -> None:
        if len(samples):
            self.process.hear(samples)


class Tap:
    """A `SoundTap`: what it hears waits in the typist's queue."""

    def __init__(self, tell: Callable[[Callable[[Hearing], None], Tap], None]) -> None:
        self._tell = tell

    def on_take(self, file: SoundFile, rate: int) -> None:
        self._tell(lambda hearing: hearing.begin_take(file, rate), self)

    def on_sound(self, samples: bytes) -> None:
        self._tell(lambda hearing: hearing.hear(samples), self)

    def on_stopping(self) -> None:
        self._tell(lambda hearing: hearing.process.settle(), self)
