"""Sounds that are no speech, and what rooms, noise and distance make of speech. 16 kHz, mono."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from naklank.core.transcript import Stretch
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from naklank.speech.engine import Samples

FRAME = 160
"""Samples: 10 ms."""
QUIET = 35.0
"""Decibels below its loudest tenth: what is quieter in a clean recording is not spoken."""
NO_SPEECH = ("silence", "hum", "babble", "typing", "breath")


def loudness(samples: Samples) -> float:
    """The level of what is spoken, as root mean square: quiet frames do not count."""
    frames = _frames(samples)
    return float(np.sqrt(np.mean(frames[_is_loud(frames)] ** 2)))


def spoken_stretches(samples: Samples, rest: float = 0.3) -> tuple[Stretch, ...]:
    """Where a clean recording is loud, by energy alone: no detector of ours has a hand in it.

    Rests shorter than `rest` seconds belong to the speech; clicks below 0.15 s do not.
    """
    loud = np.flatnonzero(_is_loud(_frames(samples)))
    if not len(loud):
        return ()
    cuts = np.flatnonzero(np.diff(loud) * FRAME > rest * SAMPLE_RATE)
    firsts, lasts = np.append(0, cuts + 1), np.append(cuts, len(loud) - 1)
    found = (
        Stretch(float(loud[first]) * FRAME / SAMPLE_RATE, float(loud[last] + 1) * FRAME / 16_000)
        for first, last in zip(firsts, lasts, strict=True)
    )
    return tuple(stretch for stretch in found if stretch.seconds >= 0.15)


def with_noise(clean: Samples, bed: Samples, decibels: float, chance: Generator) -> Samples:
    """Speech so many decibels above a bed that begins anywhere."""
    noise = looped(bed, len(clean), chance)
    wanted = loudness(clean) / 10 ** (decibels / 20)
    return _limited(clean + noise * (wanted / _rms(noise)))


def in_room(clean: Samples, room: Samples) -> Samples:
    """Speech as it arrives across a room, as loud as before."""
    count = len(clean) + len(room) - 1
    size = 1 << (count - 1).bit_length()
    heard = np.fft.irfft(np.fft.rfft(clean, size) * np.fft.rfft(room, size), size)[: len(clean)]
    wet = heard.astype(np.float32)
    return _limited(wet * (loudness(clean) / loudness(wet)))


def softer(samples: Samples, decibels: float) -> Samples:
    """The sound so many decibels (a negative number) louder, in the 16 bits of a sound card."""
    factor = 10 ** (decibels / 20)
    return (np.round(samples * factor * 32767) / 32767).astype(np.float32)


def no_speech(
    kind: str, seconds: float, level: float, beds: Mapping[str, Samples], chance: Generator
) -> Samples:
    """Sound in which nobody speaks, at a level in dBFS (root mean square); silence has none."""
    count = round(seconds * SAMPLE_RATE)
    if kind == "silence":
        return np.zeros(count, np.float32)
    sound = _breath(count, chance) if kind == "breath" else looped(beds[kind], count, chance)
    return softer(_limited(sound * (10 ** (level / 20) / _rms(sound))), 0.0)


def looped(bed: Samples, count: int, chance: Generator) -> Samples:
    """So many samples of a bed, from anywhere on, round and round."""
    start = int(chance.integers(len(bed)))
    return np.take(bed, np.arange(start, start + count), mode="wrap")


def noise_floor(samples: Samples, seconds: float, chance: Generator) -> Samples:
    """The quietest quarter of a second of a recording, of random sign, for so long."""
    window = SAMPLE_RATE // 4
    starts = range(0, max(1, len(samples) - window), window // 2)
    quietest = min((samples[at : at + window] for at in starts), key=_rms)
    count = round(seconds * SAMPLE_RATE)
    # Spectrum of the quiet piece, phases by chance: repeated as it is, it would hum.
    spectrum = np.abs(np.fft.rfft(quietest, n=window))
    grown = np.interp(np.linspace(0, 1, count // 2 + 1), np.linspace(0, 1, len(spectrum)), spectrum)
    phases = np.exp(2j * np.pi * chance.random(len(grown)))
    sound = np.fft.irfft(grown * phases, n=count)
    factor = _rms(quietest) / max(_rms(sound.astype(np.float32)), 1e-12)
    return np.asarray(sound * factor, np.float32)


def _breath(count: int, chance: Generator) -> Samples:
    """A breath every 3 to 5 s: noise from 300 to 4000 Hz that swells and falls within 1.5 s."""
    spectrum = np.fft.rfft(chance.standard_normal(count))
    hertz = np.fft.rfftfreq(count, 1 / SAMPLE_RATE)
    spectrum *= np.clip(hertz / 300, 0, 1) * np.clip(4000 / np.maximum(hertz, 1), 0, 1) ** 2
    swell = np.full(count, 0.02)
    at = int(chance.integers(SAMPLE_RATE))
    while at < count:
        length = min(int(chance.uniform(0.8, 1.5) * SAMPLE_RATE), count - at)
        swell[at : at + length] += np.sin(np.linspace(0, np.pi, length)) ** 2
        at += int(chance.uniform(3, 5) * SAMPLE_RATE)
    return np.asarray(np.fft.irfft(spectrum, n=count) * swell, np.float32)


def _frames(samples: Samples) -> Samples:
    return samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)


def _is_loud(frames: Samples) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    power = np.sqrt(np.mean(frames**2, axis=1))
    return np.asarray(power > np.quantile(power, 0.9) / 10 ** (QUIET / 20))


def _rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples**2)))


def _limited(samples: Samples) -> Samples:
    """No sound card gives more than full scale."""
    return np.clip(samples, -1, 1).astype(np.float32)
