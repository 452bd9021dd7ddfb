"""Where somebody speaks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.speech.activity import LONGEST_STRETCH, find_speech
from naklank.speech.engine import SAMPLE_RATE


@pytest.mark.parametrize("seconds", [0.0, 0.01, 1.0, 31.0])
def test_digital_silence_is_no_speech(seconds: float) -> None:
    assert find_speech(np.zeros(round(seconds * SAMPLE_RATE), np.float32)) == ()


def test_the_hum_of_an_air_conditioner_is_no_speech(speech: Path) -> None:
    hum = read_sound(speech / "noise" / "noise_hvac_hum_45s.flac")
    assert find_speech(resample(hum, SAMPLE_RATE).samples) == ()


def test_speech_between_silences_is_found_in_its_place(sample: Sound) -> None:
    spoken = resample(sample, SAMPLE_RATE).samples[: 10 * SAMPLE_RATE]
    silence = np.zeros(5 * SAMPLE_RATE, np.float32)
    found = find_speech(np.concatenate([silence, spoken, silence]))
    assert 4.8 < found[0].start < 5.8
    assert 13.0 < found[-1].end < 15.5
    assert sum(stretch.seconds for stretch in found) > 6


def test_somebody_who_never_pauses_is_cut_in_time(sample: Sound) -> None:
    samples = resample(sample, SAMPLE_RATE).samples
    pieces = [
        samples[int(stretch.start * SAMPLE_RATE) : int(stretch.end * SAMPLE_RATE)]
        for stretch in find_speech(samples)
    ]
    found = find_speech(np.concatenate(pieces))
    assert max(stretch.seconds for stretch in found) <= LONGEST_STRETCH + 0.5
