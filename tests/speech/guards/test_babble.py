"""One voice, and the babble of many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.core.transcript import Stretch
from naklank.speech.activity import find_speech
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.guards.babble import find_babble, find_voice

if TYPE_CHECKING:
    from naklank.speech.engine import Samples

SECONDS = 24


def _read(file: Path) -> Samples:
    return resample(read_sound(file), SAMPLE_RATE).samples[: SECONDS * SAMPLE_RATE]


def _power(samples: Samples) -> float:
    return float(np.mean(np.square(samples)))


def _below(noise: Samples, voice: Samples, decibels: float) -> Samples:
    gain = np.sqrt(_power(voice) / _power(noise)) * 10 ** (-decibels / 20)
    quiet: Samples = (np.resize(noise, len(voice)) * gain).astype(np.float32)
    return quiet


@pytest.fixture(params=["nathalie_long_065s", "flemishguy_long_150s"])
def voice(request: pytest.FixtureRequest, speech: Path) -> Samples:
    return _read(speech / "long" / f"{request.param}.flac")


@pytest.fixture(scope="module")
def babble(speech: Path) -> Samples:
    return _read(speech / "noise" / "noise_babble_waitingroom_45s.flac")


def test_one_voice_stands_out_however_soft(voice: Samples) -> None:
    found = find_speech(voice)
    assert found
    for gain in (1.0, 0.1, 0.01):
        assert find_babble(voice * np.float32(gain), found) == ()


@pytest.mark.parametrize(
    "bed", ["noise_babble_waitingroom_45s", "noise_consultroom_typing_45s", "noise_hvac_hum_45s"]
)
def test_one_voice_stands_out_10_db_above_a_noisy_room(
    voice: Samples, speech: Path, bed: str
) -> None:
    noise = _read(speech / "noise" / f"{bed}.flac")
    found = find_speech(voice)
    heard = find_babble(voice + _below(noise, voice, 10.0), found)
    assert sum(one.seconds for one in heard) <= 0.05 * sum(one.seconds for one in found)


@pytest.mark.parametrize("gain", [2.0, 1.0, 0.05])
def test_in_a_waiting_room_no_voice_stands_out(babble: Samples, gain: float) -> None:
    heard = babble * np.float32(gain)
    found = find_speech(heard)
    assert sum(one.seconds for one in found) > 0.8 * SECONDS, "Silero takes it for speech"
    assert sum(one.seconds for one in find_babble(heard, found)) == pytest.approx(
        sum(one.seconds for one in found)
    )


def test_the_babble_behind_a_voice_is_found_where_it_is(voice: Samples, babble: Samples) -> None:
    samples = np.concatenate([voice, _below(babble, voice, 0.0)])
    found = find_babble(samples, [Stretch(0.0, SECONDS), Stretch(SECONDS, 2.0 * SECONDS)])
    assert found == (Stretch(SECONDS, 2.0 * SECONDS),)
    voiced = find_voice(samples, [Stretch(0.0, SECONDS), Stretch(SECONDS, 2.0 * SECONDS)])
    assert voiced == (Stretch(0.0, SECONDS),)


def test_what_is_no_babble_is_voice(voice: Samples, babble: Samples) -> None:
    samples = np.concatenate([babble[: 6 * SAMPLE_RATE], voice[: 12 * SAMPLE_RATE]])
    whole = [Stretch(0.0, 18.0)]
    parts = sorted(
        (*find_babble(samples, whole), *find_voice(samples, whole)), key=lambda part: part.start
    )
    assert parts[0] == Stretch(0.0, 6.0)
    assert [part.end for part in parts[:-1]] == [part.start for part in parts[1:]]
    assert parts[-1].end == 18.0


def test_many_voices_made_of_one(sample: Sound) -> None:
    one = resample(sample, SAMPLE_RATE).samples[: 12 * SAMPLE_RATE]
    many = np.mean([np.roll(one, at * len(one) // 12) for at in range(12)], axis=0)
    whole = (Stretch(0.0, 12.0),)
    assert find_babble(one, whole) == ()
    assert sum(part.seconds for part in find_babble(many.astype(np.float32), whole)) >= 9.0


@pytest.mark.parametrize("seconds", [0.0, 0.05, 2.0])
def test_sound_that_is_too_short_or_still_tells_nothing(seconds: float) -> None:
    silence = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    find_babble(silence, [Stretch(0.0, seconds)])  # raises nothing, warns of nothing
    assert find_babble(silence, []) == ()
