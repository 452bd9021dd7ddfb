"""From a microphone to the pieces of a voice: a real one, and one that is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.assembly.voice_cutting import PauseCutter
from naklank.audio.home_sound import as_sound
from naklank.audio.loudness import TARGET, integrated_loudness
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import InputName
from naklank.core.voice import VoicePart
from support.own_voice import read_out, words_of
from support.sounds import part_found

if TYPE_CHECKING:
    from naklank.core.ports.sound import Recorder
    from support.sound_listeners import RecordingListener
    from support.sound_rigs import Place, Rig


def record(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, sound: Sound
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound()
    rig.say(sound)()
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None


@pytest.mark.parametrize("part", [VoicePart.MONTHS, VoicePart.DAYS])
def test_each_word_that_is_read_becomes_the_piece_of_its_place(
    rig: Rig,
    recorder: Recorder,
    ears: RecordingListener,
    place: Place,
    sample: Sound,
    part: VoicePart,
) -> None:
    words = words_of(sample, part.pieces)
    record(rig, recorder, ears, place, read_out(words, 0.4))
    pieces = [as_sound(clip) for clip in PauseCutter().cut(place(1), part)]
    assert len(pieces) == part.pieces
    for at, piece in enumerate(pieces):
        # The detector's edge may take a little off; the middle is the word and no other one.
        samples = words[at].samples
        middle = Sound(samples[len(samples) // 4 : -len(samples) // 4], words[at].rate)
        assert part_found(middle, piece) > 0.9
        assert abs(piece.samples[0]) < 1e-3
        assert abs(piece.samples[-1]) < 1e-3


def test_a_sentence_is_as_loud_as_what_goes_home(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, sample: Sound
) -> None:
    said = Sound(sample.samples[: 3 * sample.rate] * np.float32(0.3), sample.rate)
    record(rig, recorder, ears, place, said)
    (clip,) = PauseCutter().cut(place(1), VoicePart.OPENING)
    assert integrated_loudness(as_sound(clip)) == pytest.approx(TARGET, abs=1.0)
    assert part_found(as_sound(clip), said) > 0.9


def test_a_muted_microphone_hears_nobody(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, words: Sound
) -> None:
    rig.mute_microphone()
    record(rig, recorder, ears, place, words)
    with pytest.raises(NaklankError, match=ErrorCode.VOICE_NOT_HEARD.value):
        PauseCutter().cut(place(1), VoicePart.OPENING)
