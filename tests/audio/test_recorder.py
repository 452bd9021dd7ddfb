"""The recorder on a real sound card and on the fake one: the same contract."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio import capture
from naklank.audio.portaudio import PortAudio
from naklank.audio.recorder import SoundCardRecorder
from naklank.audio.sound import Sound
from naklank.audio.spool import Spool, read_takes
from naklank.core.errors import ErrorCode
from naklank.core.recording import Loudness, SoundFile
from support.fake_sound import FakeSoundCard
from support.sound_listeners import RecordingListener
from support.sounds import part_found, tone
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from naklank.core.ports import Recorder
    from naklank.core.recording import Level
    from support.sound_rigs import Rig


@pytest.fixture
def recorder(rig: Rig) -> Iterator[Recorder]:
    one = SoundCardRecorder(rig.card)
    yield one
    one.abort()
    assert rig.open_streams() == 0


@pytest.fixture
def ears() -> RecordingListener:
    return RecordingListener()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "take"


def test_what_is_said_is_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path, words: Sound
) -> None:
    recorder.start(file, 3, rig.microphone, ears)
    ears.wait_for_sound()
    rig.say(words)()
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None
    assert (take.number, take.device, take.overflows) == (3, rig.microphone, 0)
    assert take.frames == recorder.count_frames(SoundFile(file, take.rate)) > 0
    assert part_found(words, read_takes([SoundFile(file, take.rate)])) > 0.95
    assert [(one.number, one.rate, one.frames) for one in ears.arrived] == [(3, take.rate, 0)]
    assert 15 < len(ears.levels) / take.seconds < 25
    assert max(level.peak for level in ears.levels) > -30
    assert len(ears.ends) == 1


def test_half_a_second_behind_stop_is_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_sound()
    rig.say(Sound(tone(2.0, 48_000), 48_000))
    ears.wait_for_more(0.7)
    before = ears.seconds
    recorder.stop()
    take, _ = ears.wait_for_end()
    assert take is not None
    assert 0.5 <= take.seconds - before < 0.8
    tail = read_takes([SoundFile(file, take.rate)]).samples[-take.rate * 2 // 5 :]
    assert np.sqrt(np.mean(tail**2)) == pytest.approx(0.25 / np.sqrt(2), rel=0.1)


def test_stop_does_not_wait_for_a_microphone_that_stalls(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_more(0.3)
    rig.stall_microphone()
    begin = time.monotonic()
    recorder.stop()
    take, error = ears.wait_for_end()
    assert time.monotonic() - begin < 3
    assert error is None
    assert take is not None
    assert take.seconds >= 0.3


@pytest.mark.parametrize("how", ["unplug_microphone", "stall_microphone"])
def test_a_microphone_that_is_lost_keeps_what_it_gave(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path, words: Sound, how: str
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_sound()
    rig.say(words)()
    ears.wait_for_more(0.3)
    getattr(rig, how)()
    begin = time.monotonic()
    take, error = ears.wait_for_end()
    assert time.monotonic() - begin < 3
    assert error is not None
    assert error.code is ErrorCode.MICROPHONE_LOST
    assert error.details == {"device": rig.microphone}
    assert take is not None
    assert take.frames == recorder.count_frames(SoundFile(file, take.rate))
    assert part_found(words, read_takes([SoundFile(file, take.rate)])) > 0.95


def test_a_muted_microphone_is_silent(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path, words: Sound
) -> None:
    rig.mute_microphone()
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_sound()
    rig.say(words)()
    recorder.stop()
    ears.wait_for_end()
    assert {level.loudness for level in ears.levels} == {Loudness.SILENT}


def test_a_microphone_that_is_not_there_is_missing(
    recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, "Blue Yeti", ears)
    take, error = ears.wait_for_end()
    assert take is None
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.MICROPHONE_MISSING, {"device": "Blue Yeti"})
    assert not file.exists()


def test_without_a_name_the_default_microphone_records(
    recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    (default,) = [device.name for device in recorder.devices() if device.is_default]
    recorder.start(file, 1, "", ears)
    ears.wait_for_sound(0.1)
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None
    assert take.device == default


def test_an_aborted_recording_is_gone(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_sound(0.2)
    assert file.exists()
    assert rig.open_streams() == 1
    recorder.abort()
    assert rig.open_streams() == 0
    assert ears.ends == [(None, None)]
    assert not file.exists()


def test_stop_before_the_first_sound_ends_without_a_take_or_an_error(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    recorder.stop()
    _, error = ears.wait_for_end()
    assert error is None


def test_sound_is_on_disk_while_it_is_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_sound(0.5)
    frames = recorder.count_frames(SoundFile(file, ears.arrived[0].rate))
    assert frames >= 0.5 * ears.arrived[0].rate
    recorder.stop()
    ears.wait_for_end()


def test_closing_keeps_what_was_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    recorder.start(file, 1, rig.microphone, ears)
    ears.wait_for_sound(0.3)
    recorder.close()
    assert rig.open_streams() == 0
    ((take, error),) = ears.ends
    assert error is None
    assert take is not None
    assert take.frames == recorder.count_frames(SoundFile(file, take.rate)) > 0


def test_one_take_follows_the_other(rig: Rig, recorder: Recorder, tmp_path: Path) -> None:
    for number in (1, 2):
        ears = RecordingListener()
        recorder.start(tmp_path / str(number), number, rig.microphone, ears)
        ears.wait_for_sound(0.1)
        with pytest.raises(RuntimeError):
            recorder.start(tmp_path / "other", 9, rig.microphone, RecordingListener())
        recorder.stop()
        take, error = ears.wait_for_end()
        assert error is None
        assert take is not None
        assert take.number == number
        assert take.frames == recorder.count_frames(SoundFile(tmp_path / str(number), take.rate))


def test_a_full_disk_ends_a_recording_that_keeps_what_fits(
    rig: Rig, recorder: Recorder, ears: RecordingListener, small_disk: Path
) -> None:
    recorder.start(small_disk / "take", 1, rig.microphone, ears)
    take, error = ears.wait_for_end()
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.DISK_FULL, {"folder": str(small_disk)})
    assert take is not None
    assert take.frames == (small_disk / "take").stat().st_size // 2 > 30_000


def test_a_folder_that_is_gone_is_not_writable(
    rig: Rig, recorder: Recorder, ears: RecordingListener, tmp_path: Path
) -> None:
    recorder.start(tmp_path / "gone" / "take", 1, rig.microphone, ears)
    take, error = ears.wait_for_end()
    assert take is None
    assert error is not None
    assert error.code is ErrorCode.DATA_NOT_WRITABLE


def test_a_recording_is_not_written_over(
    rig: Rig, recorder: Recorder, ears: RecordingListener, file: Path
) -> None:
    file.write_bytes(b"an earlier take")
    recorder.start(file, 1, rig.microphone, ears)
    _, error = ears.wait_for_end()
    assert error is not None
    assert error.code is ErrorCode.DATA_NOT_WRITABLE
    assert file.read_bytes() == b"an earlier take"


# What the virtual microphone cannot do.


def test_a_microphone_that_another_program_holds_is_busy(
    ears: RecordingListener, file: Path
) -> None:
    card = FakeSoundCard()
    card.busy = frozenset({"Headset"})
    recorder = SoundCardRecorder(card)
    recorder.start(file, 1, "Headset", ears)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert take is None
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.MICROPHONE_BUSY, {"device": "Headset"})


def test_a_microphone_that_never_gives_sound_is_lost(
    ears: RecordingListener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "FIRST", 0.2)
    card = FakeSoundCard()
    card.stalled = True
    recorder = SoundCardRecorder(card)
    recorder.start(file, 1, "", ears)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert take is None
    assert error is not None
    assert error.code is ErrorCode.MICROPHONE_LOST
    assert ears.arrived == []
    assert not file.exists()


def test_blocks_that_a_slow_disk_leaves_no_room_for_are_counted(
    ears: RecordingListener, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = FakeSoundCard(pace=40)

    def slow(_spool: Spool, _samples: bytes) -> None:
        card.say(Sound(tone(20 * capture.ROOM / 900, card.rate), card.rate))
        card.wait_until_said(20)
        monkeypatch.undo()

    monkeypatch.setattr(Spool, "append", slow)
    recorder = SoundCardRecorder(card)
    recorder.start(file, 1, "", ears)
    ears.wait_for_sound(1.0)
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None
    assert take.overflows > 0


def test_an_unforeseen_error_ends_a_recording_too(file: Path) -> None:
    class Careless(RecordingListener):
        def on_level(self, level: Level) -> None:
            raise ZeroDivisionError(level)

    ears = Careless()
    card = FakeSoundCard()
    recorder = SoundCardRecorder(card)
    recorder.start(file, 1, "", ears)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.UNEXPECTED, {"kind": "ZeroDivisionError"})
    assert take is not None
    assert card.streams == 0
    assert len(ears.ends) == 1


# What the fake does not do.


def test_people_see_microphones_and_the_default(sound_server: VirtualSound) -> None:
    del sound_server
    devices = SoundCardRecorder(PortAudio()).devices()
    assert [(device.name, device.is_default) for device in devices] == [
        ("mic_a", False),
        ("mic_b", False),
        ("default", True),
    ]


def test_a_sound_server_that_dies_is_a_lost_microphone(
    sound_server: VirtualSound,
    ears: RecordingListener,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del sound_server  # its settings for ALSA
    recorder = SoundCardRecorder(PortAudio())
    with VirtualSound() as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        recorder.start(file, 1, "mic_a", ears)
        ears.wait_for_sound(0.3)
        server.kill()
        take, error = ears.wait_for_end()
        recorder.abort()
        assert error is not None
        assert error.code is ErrorCode.MICROPHONE_LOST
        assert take is not None
        assert take.seconds >= 0.3
        again = RecordingListener()
        recorder.start(file.with_name("again"), 2, "mic_a", again)
        _, error = again.wait_for_end()
        recorder.abort()
        assert error is not None
        assert error.code is ErrorCode.MICROPHONE_MISSING
