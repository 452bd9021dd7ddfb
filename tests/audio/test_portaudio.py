from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from naklank.audio.patience import within
from naklank.audio.portaudio import NOT_FOR_PEOPLE, PortAudio
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from support.virtual_sound import VirtualSound


def take(_samples: bytes, *, overflowed: bool) -> None:
    del overflowed


def finished() -> None:
    pass


def fill(frames: int, _delay: float, _now: float) -> bytes:
    return bytes(4 * frames)


def test_a_device_that_does_not_open_is_busy(
    sound_server: VirtualSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    del sound_server
    import sounddevice

    def refuse(**_settings: Any) -> None:
        raise sounddevice.PortAudioError("Error opening RawInputStream", -9985)

    monkeypatch.setattr(sounddevice, "RawInputStream", refuse)
    with pytest.raises(NaklankError) as caught:
        PortAudio().open_input("mic_a", take, finished)
    assert caught.value.code is ErrorCode.MICROPHONE_BUSY
    assert caught.value.details == {"device": "mic_a"}


def test_without_portaudio_there_are_no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    card = PortAudio()
    assert card.input_devices() == ()
    with pytest.raises(NaklankError) as caught:
        card.open_input("", take, finished)
    assert caught.value.code is ErrorCode.MICROPHONE_MISSING
    for ask in (card.output_rate, lambda: card.open_output(48_000, fill, finished)):
        with pytest.raises(NaklankError) as caught:
            ask()
        assert caught.value.code is ErrorCode.NO_OUTPUT


def test_looking_for_devices_leaves_an_open_microphone_alone(sound_server: VirtualSound) -> None:
    card = PortAudio()
    blocks = threading.Semaphore(0)

    def count(_samples: bytes, *, overflowed: bool) -> None:
        del overflowed
        blocks.release()

    stream = card.open_input("mic_b", count, finished)
    try:
        assert "mic_a" in [device.name for device in card.input_devices()]
        for _ in range(20):
            assert blocks.acquire(timeout=5)
        assert not stream.is_moved()
        assert sound_server.streams_of_ours() == 1
    finally:
        stream.close()
    assert sound_server.streams_of_ours() == 0


@pytest.mark.parametrize(
    ("name", "is_noise"),
    [
        ("HDA Intel PCH: ALC257 Analog (hw:0,0)", False),
        ("default", False),
        ("surround51", True),
        ("sysdefault", True),
        ("Headset null", False),
    ],
)
def test_people_do_not_choose_between_plugins(name: str, *, is_noise: bool) -> None:
    assert bool(NOT_FOR_PEOPLE.fullmatch(name)) is is_noise


def test_nobody_waits_for_a_system_that_hangs() -> None:
    let_go = threading.Event()
    asking: list[threading.Thread] = []

    def hang() -> bool:
        asking.append(threading.current_thread())
        return let_go.wait(20)

    try:
        assert within(0.05, hang, otherwise=False) is False
    finally:
        let_go.set()
        asking[0].join()
    assert within(5, lambda: "answer", "none") == "answer"
    assert within(5, lambda: str(1 // 0), "none") == "none"
