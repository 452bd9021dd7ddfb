"""What the ear says of speech, and of everything that is none."""

from __future__ import annotations

import math
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from naklank.audio.ear import Ear
from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.core.recording import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Samples = NDArray[np.floating[Any]]

RATES = (8_000, 16_000, 44_100, 48_000, 96_000)
BLOCK = 0.0107
"""Seconds in a block, as PortAudio's do not divide a second."""


def dice() -> np.random.Generator:
    return np.random.default_rng(7)


def said(samples: NDArray[np.int16], rate: int, ear: Ear | None = None) -> list[Any]:
    """Each change of what the ear says, with its second: [3.0, SILENT, 4.5, None]."""
    ear = ear or Ear(rate)
    size = round(BLOCK * rate)
    changes: list[Any] = []
    last = ear.condition
    for start in range(0, len(samples), size):
        ear.hear(samples[start : start + size])
        if ear.condition is not last:
            last = ear.condition
            changes += [min(start + size, len(samples)) / rate, last]
    return changes


def pcm(sound: Samples) -> NDArray[np.int16]:
    return np.clip(np.round(sound * 32768), -32768, 32767).astype(np.int16)


def at(level: float, sound: Samples) -> Samples:
    """The same with this RMS in dBFS."""
    return np.asarray(sound * (10 ** (level / 20) / np.sqrt((sound**2).mean())))


def white(count: int, _rate: int) -> Samples:
    return np.asarray(dice().standard_normal(count))


def coloured(slope: float) -> Callable[[int, int], Samples]:
    def make(count: int, rate: int) -> Samples:
        hertz = np.maximum(np.fft.rfftfreq(count, 1 / rate), 20)
        return np.fft.irfft(np.fft.rfft(white(count, rate)) * hertz**-slope, count)

    return make


def hum(count: int, rate: int) -> Samples:
    time = np.arange(count) / rate
    parts = np.array([np.sin(2 * np.pi * 50 * k * time + k) / k for k in range(1, 9)])
    return np.asarray(parts.sum(axis=0))


def mains(count: int, rate: int) -> Samples:
    return np.sin(2 * np.pi * 50 * np.arange(count) / rate)


def fan(count: int, rate: int) -> Samples:
    """Waxes and wanes by 5 dB."""
    swell = 1 + 0.3 * np.sin(2 * np.pi * 0.7 * np.arange(count) / rate)
    return coloured(1)(count, rate) * swell


def anything(count: int, _rate: int) -> Samples:
    return dice().uniform(-1, 1, count)


NOISES = {
    "white": white,
    "pink": coloured(0.5),
    "brown": coloured(1),
    "hum": hum,
    "mains": mains,
    "fan": fan,
    "uniform": anything,
}


@pytest.fixture(scope="module")
def clips(speech: Path) -> list[Samples]:
    """All of the Dutch test speech, at 16 kHz."""
    files = [
        file
        for folder in ("real", "long", "dictations")
        for file in sorted((speech / folder).rglob("*.flac"))
    ]
    assert len(files) > 40
    sounds = [read_sound(file) for file in files]
    assert {sound.rate for sound in sounds} == {16_000}
    return [sound.samples.astype(np.float64) for sound in sounds]


def with_pauses(clips: list[Samples], rate: int, room: float, pause: float = 5.0) -> Samples:
    """Clips in a room with this noise in dBFS, which goes on in the pauses between them."""
    parts: list[Samples] = []
    for clip in clips:
        sound = Sound(clip.astype(np.float32), 16_000)
        parts += [resample(sound, rate).samples, np.zeros(round(pause * rate))]
    whole = np.concatenate(parts).astype(np.float64)
    return whole + at(room, white(len(whole), rate))


@pytest.mark.parametrize("room", [-65.0, -55.0, -45.0])
def test_no_alarm_over_all_speech_with_pauses(clips: list[Samples], room: float) -> None:
    assert said(pcm(with_pauses(clips, 16_000, room)), 16_000) == []


@pytest.mark.parametrize("rate", RATES)
def test_no_alarm_at_any_rate(clips: list[Samples], rate: int) -> None:
    assert said(pcm(with_pauses(clips[::3], rate, -60)), rate) == []


def test_no_alarm_where_the_room_is_loud(clips: list[Samples], speech: Path) -> None:
    bed = read_sound(speech / "noise" / "noise_hvac_hum_45s.flac").samples
    whole = np.concatenate(clips)
    loud = 20 * math.log10(np.sqrt((whole**2).mean())) - 10
    noisy = whole + at(loud, np.resize(bed, len(whole)).astype(np.float64))
    assert said(pcm(noisy * 0.6), 16_000) == []


def test_no_alarm_over_a_soft_voice(clips: list[Samples]) -> None:
    """A microphone far away: 30 dB less."""
    soft = np.concatenate(clips) * 0.03
    assert said(pcm(soft + at(-75, white(len(soft), 16_000))), 16_000) == []


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("level", [-60, -40, -20])
@pytest.mark.parametrize("kind", NOISES)
def test_noise_without_speech(kind: str, level: float, rate: int) -> None:
    noise = pcm(at(level, NOISES[kind](12 * rate, rate)))
    second, condition = said(noise, rate)
    assert condition is Condition.NOISE
    assert 9.9 < second < 12


@pytest.mark.parametrize("rate", RATES)
def test_samples_that_are_anything_at_all(rate: int) -> None:
    samples = dice().integers(-32768, 32767, 12 * rate).astype(np.int16)
    second, condition = said(samples, rate)
    assert condition is Condition.NOISE
    assert 9.9 < second < 12


def test_the_hum_of_a_ventilation(speech: Path) -> None:
    bed = read_sound(speech / "noise" / "noise_hvac_hum_45s.flac").samples
    second, condition = said(pcm(bed.astype(np.float64)), 16_000)
    assert condition is Condition.NOISE
    assert second < 12


def test_noise_that_comes_behind_speech_and_goes_away(clips: list[Samples]) -> None:
    words = clips[0]
    rate = 16_000
    hiss = at(-30, white(15 * rate, rate))
    changes = said(pcm(np.concatenate([words, hiss, *clips[1:5]])), rate)
    assert changes[1::2] == [Condition.NOISE, None]
    begun = len(words) / rate
    assert 9.5 < changes[0] - begun < 12
    assert changes[2] - begun < 15 + 4


@pytest.mark.parametrize("level", [-65, -75])
def test_a_quiet_room_is_no_noise(level: float) -> None:
    assert said(pcm(at(level, white(30 * 48_000, 48_000))), 48_000) == []


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("value", [0, 1, -32768, 32767, 1234])
def test_one_value_and_nothing_else(value: int, rate: int) -> None:
    changes = said(np.full(4 * rate, value, np.int16), rate)
    assert changes[1:] == [Condition.SILENT]
    assert 2.99 < changes[0] < 3.1


def test_the_last_bit_alone_is_silence() -> None:
    samples = dice().integers(-1, 2, 4 * 48_000).astype(np.int16)
    assert said(samples, 48_000)[1:] == [Condition.SILENT]


def spoken(sample: Sound, seconds: int) -> NDArray[np.int16]:
    """The beginning of the sample, in a room: its voice is made by a computer, with zeros."""
    words = sample.samples[: seconds * sample.rate].astype(np.float64)
    return pcm(words + at(-70, white(len(words), sample.rate)))


@pytest.mark.parametrize(("seconds", "warned"), [(2.9, False), (3.2, True)])
def test_muted_in_the_middle(sample: Sound, seconds: float, *, warned: bool) -> None:
    words = spoken(sample, 6)
    zeros = np.zeros(round(seconds * sample.rate), np.int16)
    changes = said(np.concatenate([words, zeros, words]), sample.rate)
    assert changes[1::2] == ([Condition.SILENT, None] if warned else [])
    if warned:
        assert 3.0 <= changes[0] - 6 < 3.2
        assert changes[2] - 6 - seconds < 0.3


def test_pauses_that_a_noise_gate_empties(sample: Sound) -> None:
    words = spoken(sample, 2)
    pause = np.zeros(round(2.5 * sample.rate), np.int16)
    assert said(np.concatenate([words, pause] * 8), sample.rate) == []


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("volume", [1.0, 0.3])
@pytest.mark.parametrize("gain", [2, 5, 20])
def test_peaks_that_are_cut_off(sample: Sound, rate: int, volume: float, gain: int) -> None:
    """Also where the volume was turned down behind the converter."""
    loud = resample(Sound(sample.samples[: 8 * sample.rate], sample.rate), rate).samples
    cut = np.clip(loud / np.abs(loud).max() * gain, -1, 1) * volume
    quiet = at(-50, white(6 * rate, rate))
    changes = said(pcm(np.concatenate([cut.astype(np.float64), quiet])), rate)
    assert Condition.CLIPPING in changes[1::2]
    assert set(changes[1::2]) == {Condition.CLIPPING, None}
    assert changes[-1] is None
    assert changes[-2] < 8 + 2.6


@pytest.mark.parametrize("rate", RATES)
def test_loud_and_whole(sample: Sound, rate: int) -> None:
    words = Sound(sample.samples[: 15 * sample.rate], sample.rate)
    loud = resample(words, rate).samples.astype(np.float64)
    assert said(pcm(loud / np.abs(loud).max() * 0.99999), rate) == []


def test_one_knock_is_no_clipping(sample: Sound) -> None:
    sound = pcm(sample.samples[: 8 * sample.rate].astype(np.float64))
    sound[4 * sample.rate :][:40] = 32767
    assert said(sound, sample.rate) == []


@pytest.mark.parametrize("hertz", [50, 100, 440, 1_000])
@pytest.mark.parametrize("rate", RATES)
def test_a_tone_at_full_scale_is_whole(hertz: int, rate: int) -> None:
    tone = np.sin(2 * np.pi * hertz * np.arange(5 * rate) / rate)
    assert said(pcm(tone), rate) == []


def test_the_gravest_is_told() -> None:
    rate = 16_000
    cut = np.clip(at(-3, white(12 * rate, rate)), -1, 1)
    changes = said(pcm(np.concatenate([cut, np.zeros(4 * rate)])), rate)
    assert changes[1::2] == [Condition.CLIPPING, Condition.NOISE, Condition.SILENT]


def test_the_blocks_do_not_matter(sample: Sound) -> None:
    rate = sample.rate
    whole = np.concatenate([spoken(sample, 12), np.zeros(4 * rate, np.int16)])
    at_once = Ear(rate)
    at_once.hear(whole)
    one_by_one = Ear(rate)
    for start in range(0, len(whole), 37):
        one_by_one.hear(whole[start : start + 37])
        one_by_one.hear(whole[:0])
    assert at_once.condition is one_by_one.condition is Condition.SILENT


def test_it_costs_the_recorder_little() -> None:
    rate, seconds = 48_000, 20
    sound = pcm(at(-30, white(seconds * rate, rate)))
    begun = thread_time()
    said(sound, rate)
    assert thread_time() - begun < 0.02 * seconds


def test_nothing_is_said_of_nothing() -> None:
    ear = Ear(48_000)
    ear.hear(np.empty(0, np.int16))
    assert ear.condition is None
