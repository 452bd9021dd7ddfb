"""What is much louder than the speaker is told, and a cough is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.core.transcript import Stretch
from naklank.speech.activity import find_speech
from naklank.speech.drowned import find_drowned
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.transcriber import Transcriber
from support.scripted_engine import ScriptedEngine

if TYPE_CHECKING:
    from naklank.audio.sound import Sound
    from naklank.speech.engine import Samples

SPEECH = (Stretch(0.0, 4.0), Stretch(6.0, 10.0))
VOICE = 0.05


def sound(*louder: tuple[float, float, float]) -> Samples:
    """Ten seconds: a voice in `SPEECH`, a whisper between, and from, to: so many dB louder."""
    random = np.random.default_rng(5)
    samples = random.normal(0, VOICE / 100, 10 * SAMPLE_RATE)
    for one in SPEECH:
        part = slice(int(one.start * SAMPLE_RATE), int(one.end * SAMPLE_RATE))
        samples[part] = random.normal(0, VOICE, part.stop - part.start)
    for start, end, decibels in louder:
        part = slice(int(start * SAMPLE_RATE), int(end * SAMPLE_RATE))
        samples[part] += random.normal(0, VOICE * 10 ** (decibels / 20), part.stop - part.start)
    return samples.astype(np.float32)


def uncovered(engine: ScriptedEngine, samples: Samples) -> tuple[Stretch, ...]:
    transcriber = Transcriber(engine, "en")
    transcriber.add(samples)
    return transcriber.finish(lambda _: None).uncovered


def test_a_voice_alone_drowns_nothing() -> None:
    assert find_drowned(sound(), SPEECH) == ()
    assert find_drowned(sound(), ()) == ()
    assert find_drowned(np.zeros(0, np.float32), ()) == ()


def test_much_louder_is_told_with_the_speech_it_touches() -> None:
    assert find_drowned(sound((4.5, 5.5, 20)), SPEECH) == (Stretch(4.5, 5.5),)
    assert find_drowned(sound((5.0, 7.0, 20)), SPEECH) == (Stretch(5.0, 10.0),)


def test_what_fades_for_a_breath_is_one_place() -> None:
    assert find_drowned(sound((4.4, 4.8, 20), (5.0, 5.6, 20)), SPEECH) == (Stretch(4.4, 5.6),)


@pytest.mark.parametrize(
    "louder", [(4.8, 5.2, 20), (4.5, 5.5, 6)], ids=["a cough", "a raised voice"]
)
def test_neither_a_cough_nor_a_raised_voice(louder: tuple[float, float, float]) -> None:
    assert find_drowned(sound(louder), SPEECH) == ()


def test_a_sentence_under_a_din_is_reported_though_it_is_taken_for_no_speech(
    sample: Sound,
) -> None:
    from naklank.audio.reading import resample

    spoken = resample(sample, SAMPLE_RATE).samples[: 20 * SAMPLE_RATE]
    din = 0.7 * np.sin(np.arange(3 * SAMPLE_RATE) * 2 * np.pi * 50 / SAMPLE_RATE)
    drowned = spoken.copy()
    drowned[8 * SAMPLE_RATE : 11 * SAMPLE_RATE] = din.astype(np.float32)
    assert not any(one.start < 10.5 and one.end > 9.0 for one in find_speech(drowned))
    engine = ScriptedEngine()
    found = uncovered(engine, drowned)
    assert any(one.start < 9.0 and one.end > 10.0 for one in found)
    assert uncovered(engine, spoken) == ()
