"""The babble of many, which is speech to the detector, told from a voice that stands out.

One voice rises and falls by more than the sum of many, and its pitch is heard through it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from naklank.core.transcript import Stretch
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from naklank.speech.engine import Samples

_WINDOW: Final = 3.0
"""Seconds that are judged at a time; a shorter stretch is judged with what is around it."""

_FRAME: Final = 640
_FFT: Final = 1024
_SPREAD_BAND: Final = (250.0, 3500.0)
_PITCH_BAND: Final = (80.0, 2500.0)
_PITCH_LAGS: Final = slice(40, 228)  # 400 to 70 Hz

_CLARITY_WEIGHT: Final = 100.0
_CLARITY_ORIGIN: Final = 0.7
_LEAST_SCORE: Final = 17.0
"""dB. Measured with 3 s of the test speech and beds at a time: babble scores 16 at most, voices
in babble, hum or hiss 10 dB below them 22 at least, 5 dB below them in nine cases of ten 17."""


def find_babble(samples: Samples, speech: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The parts of the speech in which no single voice stands out; mono, 16 kHz.

    Judged in pieces of some `_WINDOW` seconds, by a score with a measured limit (`_LEAST_SCORE`).
    """
    found: list[Stretch] = []
    for window in (window for stretch in speech for window in _windows(stretch)):
        if _score(_cut(samples, window)) >= _LEAST_SCORE:
            continue
        if found and found[-1].end == window.start:
            found[-1] = Stretch(found[-1].start, window.end)
        else:
            found.append(window)
    return tuple(found)


def find_voice(samples: Samples, speech: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The parts of the speech in which one voice stands out, as `find_babble` judges.

    Empty where nothing can be typed.
    """
    babble = find_babble(samples, speech)
    return tuple(part for stretch in speech for part in _without(stretch, babble))


def _without(stretch: Stretch, parts: Sequence[Stretch]) -> Iterator[Stretch]:
    start = stretch.start
    for part in parts:
        if start <= part.start < stretch.end:
            if part.start > start:
                yield Stretch(start, part.start)
            start = part.end
    if start < stretch.end:
        yield Stretch(start, stretch.end)


def _windows(stretch: Stretch) -> Iterator[Stretch]:
    count = max(1, round(stretch.seconds / _WINDOW))
    edges = [stretch.start + at * stretch.seconds / count for at in range(count)]
    yield from map(Stretch, edges, [*edges[1:], stretch.end])


def _cut(samples: Samples, window: Stretch) -> Samples:
    missing = max(0.0, _WINDOW - window.seconds) / 2 if window.seconds < _WINDOW / 2 else 0.0
    start = max(0, int((window.start - missing) * SAMPLE_RATE))
    return samples[start : math.ceil((window.end + missing) * SAMPLE_RATE)]


def _score(samples: Samples) -> float:
    """How much one voice stands out: the spread of its level (dB), and how clear its pitch is."""
    import numpy as np

    count = len(samples) // _FRAME
    if count < 2:  # noqa: PLR2004 - less than a syllable tells nothing
        return math.inf
    window = np.hanning(_FRAME).astype(np.float32)
    frames = samples[: count * _FRAME].reshape(count, _FRAME) * window
    power = np.square(np.abs(np.fft.rfft(frames, _FFT)))
    pitch_band = power * _in_band(*_PITCH_BAND)
    loudness = 10 * np.log10((power * _in_band(*_SPREAD_BAND)).sum(axis=1) + 1e-12)
    spread = float(np.percentile(loudness, 95) - np.percentile(loudness, 10))
    likeness = np.fft.irfft(pitch_band)
    # A windowed frame is the less like itself the more it is moved, whatever stands in it.
    fading = np.fft.irfft(np.square(np.abs(np.fft.rfft(window, _FFT))))
    best = (likeness[:, _PITCH_LAGS] * (fading[0] / fading[_PITCH_LAGS])).max(axis=1)
    loud = np.argsort(pitch_band.sum(axis=1))[count // 2 :]
    clarity = float(np.mean(best[loud] / (likeness[loud, 0] + 1e-12)))
    return spread + _CLARITY_WEIGHT * (clarity - _CLARITY_ORIGIN)


def _in_band(low: float, high: float) -> Samples:
    import numpy as np

    frequencies = np.fft.rfftfreq(_FFT, 1 / SAMPLE_RATE)
    return ((frequencies >= low) & (frequencies <= high)).astype(np.float32)
