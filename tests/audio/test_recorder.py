"""The recorder on a real sound card and on the fake one: the same contract."""

from __future__ import annotations

import errno
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio import capture, inlet, take_writer
from naklank.audio.portaudio import PortAudio
from naklank.audio.recorder import SoundCardRecorder
from naklank.audio.sound import Sound
from naklank.audio.spool import Spool, read_takes
from naklank.core.errors import ErrorCode
from naklank.core.recording import Cause, Condition, InputName, Loudness, SoundFile
from support.fake_sound import FakeSoundCard
from support.sound_listeners import RecordingListener
from support.sounds import KEY, part_found, tone
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.core.ports.sound import Recorder
    from naklank.core.recording import Level
    from support.sound_rigs import Place, Rig

SMALL_DISK = 256 * 1024


class Tap:
    """A `SoundTap` that keeps all."""

    def __init__(self) -> None:
        self.takes: list[tuple[SoundFile, int]] = []
        self.sound = bytearray()
        self.stops = 0

    def on_take(self, file: SoundFile, rate: int) -> None:
        self.takes.append((file, rate))

    def on_sound(self, samples: bytes) -> None:
        self.sound += samples

    def on_stopping(self) -> None:
        self.stops += 1


def test_what_is_said_is_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, words: Sound
) -> None:
    recorder.start(place, 3, InputName(rig.microphone), ears)
    ears.wait_for_sound()
    rig.say(words)()
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None
    assert (take.number, take.device, take.overflows) == (3, rig.microphone, 0)
    assert take.frames == recorder.account(place(take.number), take).frames > 0
    assert part_found(words, read_takes([place(take.number)])) > 0.95
    assert [(one.number, one.rate, one.frames) for one in ears.arrived] == [(3, take.rate, 0)]
    assert 15 < len(ears.levels) / take.seconds < 25
    assert max(level.peak for level in ears.levels) > -30
    assert len(ears.ends) == 1


def test_half_a_second_behind_stop_is_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound()
    rig.say(Sound(tone(2.0, 48_000), 48_000))
    ears.wait_for_more(0.7)
    before = ears.seconds
    recorder.stop()
    take, _ = ears.wait_for_end()
    assert take is not None
    assert 0.5 <= take.seconds - before < 0.8
    tail = read_takes([place(take.number)]).samples[-take.rate * 2 // 5 :]
    assert np.sqrt(np.mean(tail**2)) == pytest.approx(0.25 / np.sqrt(2), rel=0.1)


def test_who_has_said_the_last_word_is_not_waited_for(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, words: Sound
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound()
    rig.say(words)()
    ears.wait_for_more(1.0)
    before = ears.seconds
    recorder.stop()
    take, _ = ears.wait_for_end()
    assert take is not None
    assert 0.1 <= take.seconds - before < 0.4
    assert part_found(words, read_takes([place(take.number)])) > 0.95


def test_the_tap_hears_just_what_is_on_the_disk(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, words: Sound
) -> None:
    tap = Tap()
    recorder.start(place, 1, InputName(rig.microphone), ears, tap)
    ears.wait_for_sound()
    rig.say(words)()
    assert tap.stops == 0
    recorder.stop()
    assert tap.stops == 1
    take, _ = ears.wait_for_end()
    assert take is not None
    assert tap.takes == [(place(1), take.rate)]
    heard = np.frombuffer(tap.sound, "<i2") / np.float32(32768)
    assert np.array_equal(heard, read_takes([place(1)]).samples)


def test_stop_does_not_wait_for_a_microphone_that_stalls(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_more(0.3)
    rig.stall_microphone()
    begin = time.monotonic()
    recorder.stop()
    take, error = ears.wait_for_end()
    assert time.monotonic() - begin < 3
    assert error is None
    assert take is not None
    assert take.seconds >= 0.3


def test_a_muted_microphone_is_silent(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, words: Sound
) -> None:
    rig.mute_microphone()
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound()
    rig.say(words)()
    recorder.stop()
    ears.wait_for_end()
    assert {level.loudness for level in ears.levels} == {Loudness.SILENT}


def test_a_microphone_that_is_not_there_is_missing(
    recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName("Blue Yeti"), ears)
    take, error = ears.wait_for_end()
    assert take is None
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.MICROPHONE_MISSING, {"device": "Blue Yeti"})
    assert not place(1).path.exists()


def test_without_a_name_the_default_microphone_records(
    recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    (default,) = [device.name for device in recorder.devices() if device.is_default]
    recorder.start(place, 1, InputName(""), ears)
    ears.wait_for_sound(0.1)
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None
    assert take.device == default


def test_an_aborted_recording_is_gone(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound(0.2)
    assert place(1).path.exists()
    assert rig.open_streams() == 1
    recorder.abort()
    assert rig.open_streams() == 0
    assert ears.ends == [(None, None)]
    assert not place(1).path.exists()


def test_stop_before_the_first_sound_ends_without_a_take_or_an_error(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    recorder.stop()
    _, error = ears.wait_for_end()
    assert error is None


def test_sound_is_on_disk_while_it_is_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound(0.5)
    on_disk = recorder.account(place(1), ears.arrived[0])
    assert on_disk.seconds >= 0.4  # but for a page that is not full yet
    recorder.stop()
    ears.wait_for_end()


def test_closing_keeps_what_was_recorded(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound(0.3)
    recorder.close()
    assert rig.open_streams() == 0
    ((take, error),) = ears.ends
    assert error is None
    assert take is not None
    assert take.frames == recorder.account(place(take.number), take).frames > 0


def test_one_recording_follows_the_other(rig: Rig, recorder: Recorder, place: Place) -> None:
    for number in (1, 2):
        ears = RecordingListener()
        recorder.start(place, number, InputName(rig.microphone), ears)
        ears.wait_for_sound(0.1)
        with pytest.raises(RuntimeError):
            recorder.start(place, 9, InputName(rig.microphone), RecordingListener())
        recorder.stop()
        take, error = ears.wait_for_end()
        assert error is None
        assert take is not None
        assert take.number == number
        assert take == recorder.account(place(number), take)


@pytest.mark.parametrize("reserve", [0, 128 * 1024])
def test_a_full_disk_ends_a_recording_that_keeps_what_fits(
    rig: Rig,
    recorder: Recorder,
    ears: RecordingListener,
    small_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
    reserve: int,
) -> None:
    """Once it is full to the last byte, once it is stopped before."""
    monkeypatch.setattr(take_writer, "RESERVE", reserve)
    file = SoundFile(small_disk / "take", KEY)
    recorder.start(lambda _: file, 1, InputName(rig.microphone), ears)
    take, error = ears.wait_for_end()
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.DISK_FULL, {"folder": str(small_disk)})
    assert take is not None
    assert take.frames == len(read_takes([file]).samples) > 15_000
    assert SMALL_DISK - file.path.stat().st_size >= reserve / 4
    assert recorder.account(file, take) == take


def test_a_folder_that_is_gone_is_not_writable(
    rig: Rig, recorder: Recorder, ears: RecordingListener, tmp_path: Path
) -> None:
    gone = SoundFile(tmp_path / "gone" / "take", KEY)
    recorder.start(lambda _: gone, 1, InputName(rig.microphone), ears)
    take, error = ears.wait_for_end()
    assert take is None
    assert error is not None
    assert error.code is ErrorCode.DATA_NOT_WRITABLE


def test_a_recording_is_not_written_over(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place
) -> None:
    place(1).path.write_bytes(b"an earlier take")
    recorder.start(place, 1, InputName(rig.microphone), ears)
    _, error = ears.wait_for_end()
    assert error is not None
    assert error.code is ErrorCode.DATA_NOT_WRITABLE
    assert place(1).path.read_bytes() == b"an earlier take"


# What the virtual microphone cannot do.


def test_a_microphone_that_another_program_holds_is_busy(
    ears: RecordingListener, place: Place
) -> None:
    card = FakeSoundCard()
    card.busy = frozenset({"Headset"})
    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName("Headset"), ears)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert take is None
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.MICROPHONE_BUSY, {"device": "Headset"})


def test_a_microphone_that_never_gives_sound_records_nothing(
    ears: RecordingListener, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture, "FIRST", 0.2)
    card = FakeSoundCard()
    card.stalled = True
    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName(), ears)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert take is None
    assert error is not None
    assert error.code is ErrorCode.MICROPHONE_DEAD
    assert not ears.arrived
    assert not ears.losses
    assert not place(1).path.exists()


def test_blocks_that_a_slow_disk_leaves_no_room_for_are_counted(
    ears: RecordingListener, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = FakeSoundCard(pace=40)

    def slow(_spool: Spool, _samples: bytes) -> None:
        card.say(Sound(tone(20 * inlet.ROOM / 900, card.rate), card.rate))
        card.wait_until_said(20)
        monkeypatch.undo()

    monkeypatch.setattr(Spool, "append", slow)
    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName(""), ears)
    ears.wait_for_sound(1.0)
    recorder.stop()
    take, error = ears.wait_for_end()
    assert error is None
    assert take is not None
    assert take.overflows > 0
    (gap,) = take.gaps
    assert (gap.cause, gap.seconds) == (Cause.OVERFLOW, 0.0)
    assert any(Condition.OVERFLOW in conditions for conditions in ears.conditions)


def test_an_unforeseen_error_ends_a_recording_too(place: Place) -> None:
    class Careless(RecordingListener):
        def on_level(self, level: Level) -> None:
            raise ZeroDivisionError(level)

    ears = Careless()
    card = FakeSoundCard()
    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName(""), ears)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert error is not None
    assert (error.code, error.details) == (ErrorCode.UNFORESEEN, {"kind": "ZeroDivisionError"})
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


def test_a_disk_that_is_pulled_out_ends_it_and_counts_what_was_there(
    ears: RecordingListener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where each take belongs cannot be asked any more, either."""
    card, gone = FakeSoundCard(), False
    file = SoundFile(tmp_path / "take", KEY)

    def place(_number: int) -> SoundFile:
        if gone:
            raise OSError(errno.EIO, "no such device")
        return file

    def refuse(_spool: Spool, _samples: bytes) -> None:
        raise OSError(errno.EIO, "no such device")

    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName(), ears)
    ears.wait_for_sound(0.5)
    gone = True
    file.path.rename(tmp_path / "stick")
    monkeypatch.setattr(Spool, "append", refuse)
    take, error = ears.wait_for_end()
    recorder.abort()
    assert error is not None
    assert error.code is ErrorCode.DATA_NOT_WRITABLE
    assert take is not None  # it comes back with its disk
    assert take.frames > 0.4 * card.rate
