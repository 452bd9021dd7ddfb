"""What is wrong with the sound of a recording, heard while it runs.

The figures were tuned on Dutch speech of four people, clean, in a room, in noise and whispered,
and on made-up hum, hiss, fans and crackle. Crackle is not always told from speech, nor is typing.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from naklank.audio.sound import FULL_SCALE
from naklank.core.recording import Condition

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAME: Final = 0.05
"""Seconds that are looked at together: shorter than a syllable, long enough to tell hum apart."""

STILL: Final = 3.0
"""Seconds of nothing after which a microphone is muted; speakers pause for less, and no real
microphone is that still."""

STILL_RANGE: Final = 2
"""How far samples of nothing lie apart: one step to each side of zero, or of any other value."""

NOISE: Final = 10
"""Seconds of sound without speech."""

AUDIBLE: Final = -63.0
"""dBFS, of all frequencies together. What is softer than this is a quiet room, and no noise."""

BANDS: Final = ((200.0, 600.0), (600.0, 1500.0), (1500.0, 3800.0))
"""Hertz; above the hum of the mains, and within what a telephone transmits."""

LIVELY: Final = (12.0, 9.0, 7.0)
"""Decibels between the steepest rise and fall within a second, in each of `BANDS`: one of them is
enough for syllables. There are more in 98 of 100 seconds of speech 10 dB above the noise, in 93 at
5 dB; hum, hiss and a fan that waxes and wanes stay below. Narrow bands of noise vary more."""

STEP: Final = 3
"""Frames over which a rise is measured: syllables come 2 to 8 times a second."""

FLAT: Final = 0.25
"""Spectral flatness (1 is white) that the loud moments of crackle have, those of speech do not:
99 of 100 seconds stay below 0.02, whispered below 0.03."""

ODD_SECONDS: Final = 1
"""One lively second more does not make it speech: a door slams, too."""

CLIPPING: Final = 2.0
"""Seconds in which several peaks are cut off; so long it lasts after the last one."""

RUN: Final = 3
"""Samples in a row that end at the same value where a peak is cut off."""

TOPS: Final = 3
LOWER_TOPS: Final = 10
"""Peaks that are cut off at full scale, or below it: one alone can be a knock, and of a steady
vowel six were the same by accident."""

SAME: Final = 0.999
NEAR: Final = 0.99
"""Parts of the greatest value, which is at full scale or below. Where peaks are cut off, more
samples are the same than near; of a hum that is whole there are twice as many near."""

SMALLEST_TOP: Final = 0.1
"""Part of full scale below which steps are too coarse to tell peaks that are cut off."""

_FAINT: Final = 1e-8  # of full scale's energy: what is softer in a band differs by accident


class Ear:
    """Hears every sample of a recording, mono, at `rate` hertz."""

    def __init__(self, rate: int) -> None:
        import numpy as np

        self._size = round(FRAME * rate)
        self._pending = np.empty(0, np.int16)
        self._stillness = _Stillness()
        self._noise = _Noise(rate, self._size)
        self._tops = _Tops()

    def hear(self, samples: NDArray[np.int16]) -> None:
        """Take the next 16-bit samples, a row of any length."""
        import numpy as np

        pending = np.concatenate((self._pending, samples)) if len(self._pending) else samples
        whole = len(pending) // self._size * self._size
        for frame in pending[:whole].reshape(-1, self._size):
            self._stillness.hear(int(frame.min()), int(frame.max()))
            self._noise.hear(frame)
            self._tops.hear(frame)
        self._pending = pending[whole:].copy()

    @property
    def condition(self) -> Condition | None:
        """The gravest that holds now; None while all is well."""
        if self._stillness.holds:
            return Condition.SILENT
        if self._noise.holds:
            return Condition.NOISE
        return Condition.CLIPPING if self._tops.holds else None


class _Stillness:
    """Nothing but one value, for `STILL` seconds."""

    def __init__(self) -> None:
        self._low = self._high = 0
        self._frames = 0

    def hear(self, low: int, high: int) -> None:
        merged_low, merged_high = min(low, self._low), max(high, self._high)
        if self._frames and merged_high - merged_low <= STILL_RANGE:
            self._low, self._high = merged_low, merged_high
            self._frames += 1
        else:
            self._low, self._high = low, high
            self._frames = int(high - low <= STILL_RANGE)

    @property
    def holds(self) -> bool:
        return self._frames >= round(STILL / FRAME)


class _Noise:
    """Sound for `NOISE` seconds that does not go up and down as syllables do."""

    def __init__(self, rate: int, size: int) -> None:
        import numpy as np

        window = np.hanning(size + 1)[:size]
        self._window = (window / np.sqrt((window @ window) * size / 2)).astype(np.float32)
        hertz = np.fft.rfftfreq(size, 1 / rate)
        edges = [int(edge) for band in BANDS for edge in np.searchsorted(hertz, band)]
        self._bands = list(zip(edges[::2], edges[1::2], strict=True))
        self._frames: list[tuple[float, float, list[float]]] = []
        self._before = 0
        """How many of the frames belong to the second before."""
        self._seconds: deque[tuple[float, bool]] = deque(maxlen=NOISE + ODD_SECONDS)
        """The energy of each second, and whether it was lively."""
        self.holds = False

    def hear(self, frame: NDArray[np.int16]) -> None:
        import numpy as np

        sound = frame.astype(np.float32) / FULL_SCALE
        sound -= sound.mean()
        spectrum = np.abs(np.fft.rfft(sound * self._window)) ** 2
        heard = spectrum[self._bands[0][0] : self._bands[-1][1]] + 1e-14
        flatness = float(np.exp(np.log(heard).mean()) / heard.mean())
        bands = [float(spectrum[low:high].sum()) for low, high in self._bands]
        self._frames.append((float(sound @ sound) / len(sound), flatness, bands))
        if len(self._frames) == self._before + round(1 / FRAME):
            self._end_second()

    def _end_second(self) -> None:
        import numpy as np

        energies, flatness, bands = (np.array(part) for part in zip(*self._frames, strict=True))
        del self._frames[:-STEP]
        self._before = STEP
        levels = 10 * np.log10(bands + _FAINT)
        rises = np.sort(levels[STEP:] - levels[:-STEP], axis=0)
        loud = bands.sum(axis=1).argsort()[-4:]
        goes = rises[-2] - rises[1] >= LIVELY
        is_lively = bool(goes.any() and flatness[loud].min() < FLAT)
        self._seconds.append((float(energies.mean()), is_lively))
        self.holds = len(self._seconds) == NOISE + ODD_SECONDS and self._is_noise()

    def _is_noise(self) -> bool:
        energy = sorted(energy for energy, _ in self._seconds)[NOISE // 2]
        lively = sum(is_lively for _, is_lively in self._seconds)
        return energy > 10 ** (AUDIBLE / 10) and lively <= ODD_SECONDS


class _Tops:
    """Several peaks within `CLIPPING` seconds that end at the same value, above or below zero.

    That is full scale, or less where the volume was turned down behind the converter.
    """

    def __init__(self) -> None:
        self._frames: deque[NDArray[np.int16]] = deque(maxlen=round(CLIPPING / FRAME))
        self._heard = 0
        self.holds = False

    def hear(self, frame: NDArray[np.int16]) -> None:
        import numpy as np

        self._frames.append(frame)
        self._heard += 1
        if self._heard % 10 == 0:
            samples = np.concatenate(self._frames)
            self.holds = _is_cut_off(samples, int(samples.max())) or _is_cut_off(
                samples, int(samples.min())
            )


def _is_cut_off(samples: NDArray[np.int16], extreme: int) -> bool:
    import numpy as np

    if abs(extreme) < SMALLEST_TOP * FULL_SCALE:
        return False
    same, near = (
        samples >= part * extreme if extreme > 0 else samples <= part * extreme
        for part in (SAME, NEAR)
    )
    count = int(np.count_nonzero(same))
    tops = TOPS if abs(extreme) >= NEAR * FULL_SCALE else LOWER_TOPS
    if count < tops * RUN or 2 * count <= np.count_nonzero(near):
        return False
    edges = np.flatnonzero(np.diff(same, prepend=False, append=False))
    lengths = edges[1::2] - edges[::2]
    return bool(np.count_nonzero(lengths >= RUN) >= tops)
