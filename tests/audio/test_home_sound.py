"""The sound that goes home, joined sample by sample."""

from __future__ import annotations

import numpy as np
import pytest

from naklank.audio.home_sound import PAUSE, REST, as_clip, as_sound, home_sound, in_a_row
from naklank.audio.loudness import TARGET, evened, integrated_loudness
from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.voice import Clip, Ends, VoicePart
from support.own_voice import clips
from support.sounds import tone

RATE = 16_000


def samples_of(clip: Clip) -> list[int]:
    return [int(sample) for sample in np.frombuffer(clip.samples, "<i2")]


def test_opening_rest_recording_rest_closing_to_the_sample(sample: Sound) -> None:
    said = resample(sample, RATE)
    opening = (*clips(VoicePart.OPENING_TO_DATE), clips(VoicePart.DAYS)[20])
    closing = clips(VoicePart.CLOSING)
    made = home_sound(said, Ends(opening, closing))

    rest = [0] * round(REST * RATE)
    before = [*samples_of(opening[0]), *samples_of(opening[1]), *rest]
    middle = samples_of(as_clip(evened(said)))
    assert len(middle) == len(said.samples)
    assert made.clip.rate == RATE
    assert samples_of(made.clip) == [*before, *middle, *rest, *samples_of(closing[0])]
    assert made.start == len(before) / RATE


def test_without_ends_it_is_the_evened_recording_alone(sample: Sound) -> None:
    made = home_sound(sample, Ends())
    assert made.start == 0.0
    assert made.clip == as_clip(evened(sample))


def test_one_end_alone_has_its_rest_alone() -> None:
    said = Sound(tone(1.0, RATE), RATE)
    closing = clips(VoicePart.CLOSING)
    made = home_sound(said, Ends((), closing))
    assert made.start == 0.0
    assert made.clip.seconds == pytest.approx(1.0 + REST + closing[0].seconds, abs=1e-4)


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_a_voice_from_another_microphone_keeps_its_pitch_and_length(rate: int) -> None:
    said = Sound(tone(1.0, RATE), RATE)
    clip = as_clip(Sound(tone(0.5, rate, 1000), rate))
    made = as_sound(home_sound(said, Ends((clip,), ())).clip)
    assert made.rate == RATE
    opening = made.samples[: RATE // 2]
    assert np.corrcoef(opening, tone(0.5, RATE, 1000))[0, 1] > 0.99
    assert not made.samples[RATE // 2 + 40 : RATE // 2 + round(REST * RATE) - 40].any()


def test_a_soft_voice_and_a_loud_recording_are_as_loud_as_each_other(sample: Sound) -> None:
    """Evened where it is recorded and where it is joined: the phone's user turns no knob."""
    soft = Sound(sample.samples[: 4 * sample.rate] * np.float32(0.15), sample.rate)
    loud = Sound(sample.samples[4 * sample.rate : 30 * sample.rate], sample.rate)
    opening = as_clip(evened(soft))
    made = home_sound(loud, Ends((opening,), (opening,)))
    whole = as_sound(made.clip)
    first = round((made.start - REST) * whole.rate)
    parts = (whole.samples[:first], whole.samples[first:-first], whole.samples[-first:], whole)
    for part in parts:
        sound = part if isinstance(part, Sound) else Sound(part, whole.rate)
        assert integrated_loudness(sound) == pytest.approx(TARGET, abs=1.0)


def test_pieces_to_listen_to_have_a_pause_between_them() -> None:
    one, two = clips(VoicePart.DAYS)[:2]
    row = in_a_row((one, two), RATE, PAUSE)
    assert samples_of(as_clip(row)) == [
        *samples_of(one),
        *[0] * round(PAUSE * RATE),
        *samples_of(two),
    ]
    assert not len(in_a_row((), RATE, PAUSE).samples)


def test_a_sound_beyond_full_scale_does_not_turn_over() -> None:
    loud = Sound(np.array([1.5, 1.0, -1.0, -1.5, 0.5], np.float32), RATE)
    assert samples_of(as_clip(loud)) == [32767, 32767, -32768, -32768, 16384]
    assert as_clip(as_sound(as_clip(loud))) == as_clip(loud)
