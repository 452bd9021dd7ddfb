from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from naklank.audio import portaudio
from naklank.audio.input_list import NOT_FOR_PEOPLE, InputList
from naklank.audio.patience import within
from naklank.audio.portaudio import PortAudio
from naklank.audio.portaudio_query import query_inputs
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.recording import InputName
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from pathlib import Path


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
        PortAudio().open_input(InputName("mic_a"), take, finished)
    assert caught.value.code is ErrorCode.MICROPHONE_BUSY
    assert caught.value.details == {"device": "mic_a"}


def test_without_portaudio_there_are_no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    card = PortAudio()
    assert card.input_devices() == ()
    with pytest.raises(NaklankError) as caught:
        card.open_input(InputName(), take, finished)
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

    stream = card.open_input(InputName("mic_b", "ALSA"), count, finished)
    try:
        named = {device.name: device.host for device in card.input_devices()}
        assert named["mic_a"] == "ALSA"
        for _ in range(20):
            assert blocks.acquire(timeout=5)
        assert not stream.is_moved()
        assert not stream.is_hands_free
        assert sound_server.streams_of_ours() == 1
    finally:
        stream.close()
    assert sound_server.streams_of_ours() == 0


def test_an_unknown_host_is_no_hindrance_to_a_known_name(sound_server: VirtualSound) -> None:
    del sound_server
    stream = PortAudio().open_input(InputName("mic_b", "Core Audio"), take, finished)
    stream.close()
    assert stream.device == "mic_b"


def test_a_headset_in_the_quality_of_a_telephone(sound_server: VirtualSound) -> None:
    module = sound_server.pactl(
        "load-module",
        "module-remap-source",
        "source_name=mic_c",
        "master=in_a.monitor",
        "source_properties='device.bus=bluetooth bluetooth.protocol=headset_head_unit'",
    )
    sound_server.pactl("set-default-source", "mic_c")
    try:
        stream = PortAudio().open_input(InputName("default"), take, finished)
        try:
            assert stream.is_hands_free
        finally:
            stream.close()
    finally:
        sound_server.pactl("set-default-source", "mic_a")
        sound_server.pactl("unload-module", module.strip())


@pytest.mark.parametrize("name", ["", "default", "pulse"])
def test_what_a_loudspeaker_plays_is_no_microphone(
    sound_server: VirtualSound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    del sound_server
    config = tmp_path / "asound.conf"
    config.write_text("</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(config))
    card = PortAudio()
    with VirtualSound(("speaker",)) as server:
        monkeypatch.setenv("PULSE_SERVER", server.address)
        assert "speaker.monitor" in server.pactl("info")
        assert card.input_devices() == ()
        with pytest.raises(NaklankError) as caught:
            card.open_input(InputName(name), take, finished)
        assert caught.value.code is ErrorCode.MICROPHONE_MISSING
        assert caught.value.details == {"device": ""}


def test_a_monitor_that_was_chosen_gives_way_to_a_microphone(sound_server: VirtualSound) -> None:
    card = PortAudio()
    sound_server.pactl("set-default-source", "speaker.monitor")
    try:
        listed = card.input_devices()
        assert [(one.name, one.is_default) for one in listed] == [("mic_a", True), ("mic_b", False)]
        stream = card.open_input(InputName(), take, finished)
        stream.close()
        assert stream.device == "mic_a"
    finally:
        sound_server.pactl("set-default-source", "mic_a")


def test_a_microphone_has_one_name_by_whatever_way_it_is_reached(
    sound_server: VirtualSound,
) -> None:
    listed = {one.name: one.label for one in PortAudio().input_devices()}
    assert listed["default"] == listed["mic_a"]
    assert listed["mic_a"] in sound_server.pactl("list", "sources")
    assert listed["mic_a"].startswith("Remapped")


@pytest.mark.parametrize(
    ("denied", "code"),
    [
        (True, ErrorCode.MICROPHONE_DENIED),
        (False, ErrorCode.MICROPHONE_MISSING),
        (None, ErrorCode.MICROPHONE_MISSING),
    ],
)
def test_a_microphone_that_is_switched_off_in_the_system(
    sound_server: VirtualSound, *, denied: bool | None, code: ErrorCode
) -> None:
    del sound_server
    card = PortAudio(is_denied=lambda: denied)
    with pytest.raises(NaklankError) as caught:
        card.open_input(InputName("Blue Yeti"), take, finished)
    assert caught.value.code is code
    card.open_input(InputName("mic_a"), take, finished).close()  # what does open is not refused


def test_a_name_with_odd_bytes_breaks_no_list(
    sound_server: VirtualSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    del sound_server
    import sounddevice

    query = sounddevice.query_devices

    def odd(index: int) -> Any:
        info = query(index)
        if info["name"] == "mic_b":
            b"Micr\xf3fono".decode()
        return info

    card = PortAudio()
    whole = {device.name for device in card.input_devices()}
    monkeypatch.setattr(sounddevice, "query_devices", odd)
    assert whole - {device.name for device in card.input_devices()} == {"mic_b"}
    card.open_input(InputName("mic_a"), take, finished).close()
    with pytest.raises(NaklankError) as caught:
        card.open_input(InputName("mic_b"), take, finished)
    assert caught.value.code is ErrorCode.MICROPHONE_MISSING


def test_a_list_that_hangs_holds_nobody(
    sound_server: VirtualSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    del sound_server
    monkeypatch.setattr(portaudio, "LISTING", 0.5)
    hanging = threading.Event()
    let_go = threading.Event()
    asking: list[threading.Thread] = []

    def query() -> InputList:
        if hanging.is_set():
            asking.append(threading.current_thread())
            assert let_go.wait(20)
        return query_inputs()

    card = PortAudio(query=query)
    before = card.input_devices()
    hanging.set()
    try:
        assert before
        assert card.input_devices() == before
        assert card.input_devices() == before
        with pytest.raises(NaklankError) as caught:
            card.open_input(InputName("mic_a"), take, finished)
        assert caught.value.code is ErrorCode.MICROPHONE_BUSY
        assert len(asking) == 1
    finally:
        hanging.clear()
        let_go.set()
        for thread in threading.enumerate():
            if thread.name == "sound-system":
                thread.join(20)
    card.open_input(InputName("mic_a"), take, finished).close()


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
