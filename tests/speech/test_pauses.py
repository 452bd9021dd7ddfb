"""Words that are read one by one, cut at the pauses."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.pauses import ROOM, find_words
from support.own_voice import WORD, read_out, words_of


def refused(samples: Sound, count: int) -> NaklankError:
    with pytest.raises(NaklankError) as caught:
        find_words(samples.samples, count)
    return caught.value


@pytest.mark.parametrize("pause", [0.3, 0.5, 1.0])
@pytest.mark.parametrize("count", [12, 31])
def test_each_word_is_found_in_its_place(sample: Sound, count: int, pause: float) -> None:
    found = find_words(read_out(words_of(sample, count), pause).samples, count)
    assert len(found) == count
    for at, word in enumerate(found):
        start = pause + at * (WORD + pause)
        middle = (word.start + word.end) / 2
        assert start - ROOM - 0.05 < word.start < middle < word.end < start + WORD + ROOM + 0.1
    assert all(before.end <= after.start + 1e-9 for before, after in pairwise(found))


@pytest.mark.parametrize("wrong", [-2, -1, 1, 2])
@pytest.mark.parametrize("count", [12, 31])
def test_a_word_too_few_or_too_many_is_never_taken(sample: Sound, count: int, wrong: int) -> None:
    error = refused(read_out(words_of(sample, count + wrong)), count)
    assert error.code is ErrorCode.VOICE_PIECES
    assert error.details == {"expected": str(count), "found": str(count + wrong)}


def test_two_words_without_a_pause_are_never_taken(sample: Sound) -> None:
    words = words_of(sample, 12)
    pair = Sound(np.concatenate([words[3].samples, words[4].samples]), SAMPLE_RATE)
    error = refused(read_out([*words[:3], pair, *words[5:]]), 12)
    assert error.code is ErrorCode.VOICE_PIECES


def test_a_sentence_is_one_piece_from_its_first_word_to_its_last(sample: Sound) -> None:
    read = read_out(words_of(sample, 4))
    (whole,) = find_words(read.samples, 1)
    assert whole.start == pytest.approx(0.5 - ROOM, abs=0.1)
    assert whole.end == pytest.approx(read.seconds - 0.5 + ROOM, abs=0.15)


@pytest.mark.parametrize("count", [1, 12])
def test_silence_is_nobody(count: int) -> None:
    error = refused(Sound(np.zeros(5 * SAMPLE_RATE, np.float32), SAMPLE_RATE), count)
    assert error.code is ErrorCode.VOICE_NOT_HEARD


def test_the_hum_of_a_room_changes_nothing(sample: Sound, speech: Path) -> None:
    hum = resample(read_sound(speech / "noise" / "noise_hvac_hum_45s.flac"), SAMPLE_RATE).samples
    read = read_out(words_of(sample, 12)).samples
    noise = hum[: len(read)]
    loud = float(np.sqrt((read[np.abs(read) > 0.01] ** 2).mean()))
    scale = loud * 10 ** (-25 / 20) / float(np.sqrt((noise**2).mean()))
    assert len(find_words(read + np.float32(scale) * noise, 12)) == 12
