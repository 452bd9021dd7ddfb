"""A microphone that is lost while it records: told within 2 seconds, and the recording goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from naklank.audio import capture
from naklank.audio.portaudio import PortAudio
from naklank.audio.recorder import SoundCardRecorder
from naklank.audio.spool import read_takes
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import Cause, InputName
from support.fake_sound import FakeSoundCard
from support.sound_listeners import RecordingListener
from support.sounds import part_found
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.ports.sound import Recorder
    from support.sound_rigs import Place, Rig

TOLD = 2.0
"""Seconds within which the doctor hears of it."""


@pytest.mark.parametrize("how", ["unplug_microphone", "stall_microphone"])
def test_the_recording_goes_on_with_another_microphone(
    rig: Rig, recorder: Recorder, ears: RecordingListener, place: Place, words: Sound, how: str
) -> None:
    recorder.start(place, 1, InputName(rig.microphone), ears)
    ears.wait_for_sound()
    rig.say(words)()
    ears.wait_for_more(0.3)
    begin = time.monotonic()
    getattr(rig, how)()
    error, told = ears.wait_for_loss()
    assert told - begin < TOLD
    assert (error.code, error.details) == (
        ErrorCode.MICROPHONE_LOST,
        {"device": rig.microphone},
    )
    _, second = ears.wait_for_takes(2)
    assert second.device != rig.microphone
    (gap,) = second.gaps
    assert (gap.second, gap.cause) == (0.0, Cause.MICROPHONE)
    assert 0 < gap.seconds < 8
    ears.wait_for_more(0.3)
    recorder.stop()
    last, error_at_end = ears.wait_for_end()
    assert error_at_end is None
    (first,) = ears.kept
    assert (first.number, first.gaps) == (1, ())
    assert last is not None
    assert (last.number, last.gaps) == (2, (gap,))
    for take in (first, last):
        assert recorder.account(place(take.number), take) == take
    assert part_found(words, read_takes([place(1), place(2)])) > 0.95


def test_a_microphone_that_comes_back_is_taken_again(ears: RecordingListener, place: Place) -> None:
    card = FakeSoundCard(("Desk microphone",))
    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName("Desk microphone"), ears)
    ears.wait_for_sound(0.3)
    card.microphones = ()
    ears.wait_for_loss()
    card.microphones = ("Desk microphone",)
    _, second = ears.wait_for_takes(2)
    assert second.device == "Desk microphone"
    recorder.stop()
    take, error = ears.wait_for_end()
    assert take is not None
    assert error is None


def test_no_loudspeakers_sound_takes_the_place_of_the_last_microphone(
    sound_server: VirtualSound,
    ears: RecordingListener,
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del sound_server
    card = PortAudio()
    recorder = SoundCardRecorder(card)
    with VirtualSound() as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        server.unplug("mic_b")
        recorder.start(place, 1, InputName(), ears)
        try:
            ears.wait_for_sound(0.3)
            server.unplug("mic_a")
            ears.wait_for_kept()
            with pytest.raises(NaklankError):
                card.open_input(InputName(), lambda *_, **__: None, lambda: None)
            server.plug_in("mic_a")
            _, second = ears.wait_for_takes(2)
        finally:
            recorder.abort()
    assert second.number == 2


def test_stopped_while_there_is_no_microphone_it_ends_at_once(
    ears: RecordingListener, place: Place
) -> None:
    card = FakeSoundCard(("Desk microphone",))
    recorder = SoundCardRecorder(card)
    recorder.start(place, 1, InputName(), ears)
    ears.wait_for_sound(0.3)
    card.microphones = ()
    first = ears.wait_for_kept()
    recorder.stop()
    assert ears.wait_for_end() == (None, None)
    assert recorder.account(place(1), first) == first
    assert not place(2).path.exists()


def test_a_sound_server_that_dies_is_told_and_waited_for(
    sound_server: VirtualSound,
    ears: RecordingListener,
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del sound_server  # its settings for ALSA
    recorder = SoundCardRecorder(PortAudio())
    with VirtualSound() as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        recorder.start(place, 1, InputName("mic_a"), ears)
        ears.wait_for_sound(0.3)
        begin = time.monotonic()
        server.kill()
        error, told = ears.wait_for_loss()
        assert told - begin < TOLD
        assert error.code is ErrorCode.MICROPHONE_LOST
        server.start_again()
        ears.wait_for_takes(2)
        recorder.stop()
        take, error_at_end = ears.wait_for_end()
        recorder.abort()
    assert error_at_end is None
    assert take is not None
    assert take.number == 2
    assert ears.kept[0].seconds >= 0.3


def test_a_sound_server_that_hangs_is_told(
    sound_server: VirtualSound,
    ears: RecordingListener,
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del sound_server
    recorder = SoundCardRecorder(PortAudio())
    with VirtualSound() as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        recorder.start(place, 1, InputName("mic_a"), ears)
        ears.wait_for_sound(0.3)
        begin = time.monotonic()
        server.hang()
        _, told = ears.wait_for_loss()
        assert told - begin < TOLD
        server.go_on()
        ears.wait_for_takes(2)
        recorder.stop()
        take, error = ears.wait_for_end()
        recorder.abort()
    assert error is None
    assert take is not None


SLEEPER = """
import sys
from pathlib import Path
from naklank.audio.recorder import SoundCardRecorder
from naklank.core.recording import InputName, SoundFile
from support.fake_sound import FakeSoundCard
from support.sound_listeners import RecordingListener

ears = RecordingListener()
recorder = SoundCardRecorder(FakeSoundCard())
folder = Path(sys.argv[1])
recorder.start(lambda n: SoundFile(folder / f"take-{n}", bytes(range(32))), 1, InputName(), ears)
ears.wait_for_sound(0.5)
print("recording", flush=True)
take, error = ears.wait_for_end()
print(error.code.value, take.frames, len(ears.arrived), flush=True)
"""


def test_a_computer_that_slept_stops_recording_and_keeps_the_sound(tmp_path: Path) -> None:
    """A process that is stopped is to itself a computer that slept."""
    folders = os.pathsep.join(path for path in sys.path if path)
    process = subprocess.Popen(
        [sys.executable, "-c", SLEEPER, tmp_path],
        env={**os.environ, "PYTHONPATH": folders},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "recording\n"
    process.send_signal(signal.SIGSTOP)
    woken = time.monotonic() + capture.SLEPT + 1
    while time.monotonic() < woken:
        os.sched_yield()
    process.send_signal(signal.SIGCONT)
    told, _ = process.communicate(timeout=20)
    code, frames, takes = told.split()
    assert code == ErrorCode.COMPUTER_SLEPT.value
    assert int(frames) > 0.5 * 48_000
    assert takes == "1"
