"""The loudness of what goes home, measured on the MP3 by the ffmpeg program or by arithmetic."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from naklank.audio.loudness import TARGET, evened, integrated_loudness
from naklank.audio.mp3 import encode_mp3
from naklank.audio.reading import read_sound
from naklank.audio.sound import Sound
from support.sounds import correlation, tone

RATE = 48_000
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "dictation_en.flac"


def test_a_sine_has_the_loudness_that_the_standard_gives_it() -> None:
    """EBU Tech 3341: a 1 kHz sine of -23 dBFS in both channels is -23 LUFS; in one, 3 less."""
    amplitude = 10 ** (-23 / 20)
    wave = amplitude * np.sin(2 * np.pi * 1000 * np.arange(10 * RATE) / RATE)
    loudness = integrated_loudness(Sound(wave.astype(np.float32), RATE))
    assert loudness == pytest.approx(-26, abs=0.2)


@pytest.mark.parametrize("gain", [0.1, 0.3, 1.0])
def test_soft_and_loud_speech_go_home_alike(gain: float, tmp_path: Path) -> None:
    spoken = read_sound(SAMPLE)
    file = tmp_path / "1.mp3"
    file.write_bytes(encode_mp3(evened(Sound(spoken.samples * np.float32(gain), spoken.rate)), "x"))
    heard = read_sound(file)
    assert integrated_loudness(heard) == pytest.approx(TARGET, abs=1.5)
    assert np.abs(heard.samples).max() < 10 ** (-1 / 20)
    assert correlation(heard.samples, spoken.samples) > 0.98


def test_no_sample_is_lost_or_late() -> None:
    spoken = read_sound(SAMPLE)
    made = evened(spoken)
    assert len(made.samples) == len(spoken.samples)
    lag = 40
    one, other = spoken.samples[lag:-lag], made.samples
    likeness = [
        np.corrcoef(one, other[at : len(other) - 2 * lag + at])[0, 1] for at in range(2 * lag + 1)
    ]
    assert int(np.argmax(likeness)) == lag


def test_what_is_clipped_already_is_not_clipped_more() -> None:
    loud = np.clip(tone(3.0, RATE) * 20, -1, 1).astype(np.float32)
    made = evened(Sound(loud, RATE)).samples
    assert np.abs(made).max() < 1.0
    assert integrated_loudness(Sound(made, RATE)) == pytest.approx(TARGET, abs=1.5)


@pytest.mark.parametrize("seconds", [0.0, 0.1, 3.0])
def test_silence_and_a_blink_of_sound_stay_as_they_are(seconds: float) -> None:
    nothing = Sound(np.zeros(round(seconds * RATE), np.float32), RATE)
    assert evened(nothing).samples.tolist() == nothing.samples.tolist()
    short = Sound(tone(0.1, RATE), RATE)
    assert evened(short).samples.tolist() == short.samples.tolist()


def test_noise_alone_is_not_raised_to_a_voice() -> None:
    noise = np.random.default_rng(1).normal(0, 0.0015, 5 * RATE).astype(np.float32)
    before = integrated_loudness(Sound(noise, RATE))
    after = integrated_loudness(evened(Sound(noise, RATE)))
    assert before is not None
    assert after is not None
    assert after == pytest.approx(before + 30, abs=0.5)
