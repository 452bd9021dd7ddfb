"""Which microphones are offered on a Windows 10 PC, on a Mac, on Linux."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from naklank.audio.input_list import InputList
from naklank.core.recording import InputName

ARRAY = "Microphone Array (Realtek(R) Audio)"
HEADSET = "Headset (Jabra EVOLVE 20 Mono Stereo MS)"


def listed(system: str, hosts: dict[str, list[tuple[str, int]]], default: int = 0) -> InputList:
    """Hosts with their devices, each a name and its input channels; the default is one's place."""
    devices: list[dict[str, Any]] = []
    told: list[dict[str, Any]] = []
    for host, members in hosts.items():
        first = len(devices)
        devices += [
            {"name": name, "index": first + at, "hostapi": len(told), "max_input_channels": inputs}
            for at, (name, inputs) in enumerate(members)
        ]
        places = [*range(first, len(devices))]
        inputs_there = [place for place in places if devices[place]["max_input_channels"]]
        told.append(
            {
                "name": host,
                "devices": places,
                "default_input_device": inputs_there[default] if inputs_there else -1,
                "default_output_device": -1,
            }
        )
    return InputList(told, devices, system)


MME = [
    ("Microsoft Sound Mapper - Input", 2),
    (ARRAY[:31], 2),
    (HEADSET[:31], 1),
    ("Microsoft Sound Mapper - Output", 0),
    ("Speakers (Realtek(R) Audio)", 0),
]
DIRECT_SOUND = [
    ("Primary Sound Capture Driver", 2),
    (ARRAY, 2),
    (HEADSET, 1),
    ("Primary Sound Driver", 0),
]
WASAPI = [("Speakers (Realtek(R) Audio)", 0), (ARRAY, 2), (HEADSET, 1)]
KERNEL = [("Microphone (Realtek HD Audio Mic input)", 2), ("Stereo Mix ()", 2)]

WINDOWS = listed(
    "win32",
    {
        "MME": MME,
        "Windows DirectSound": DIRECT_SOUND,
        "ASIO": [],
        "Windows WASAPI": WASAPI,
        "Windows WDM-KS": KERNEL,
    },
)
MAC = listed(
    "darwin",
    {
        "Core Audio": [
            ("MacBook Pro Microphone", 1),
            ("MacBook Pro Speakers", 0),
            ("AirPods van de praktijk", 1),
            ("USB PnP Audio Device", 1),
            ("USB PnP Audio Device", 1),
        ]
    },
)


def test_windows_offers_whole_names() -> None:
    assert [(one.name, one.host, one.is_default) for one in WINDOWS.offered()] == [
        (ARRAY, "Windows WASAPI", True),
        (HEADSET, "Windows WASAPI", False),
    ]


@pytest.mark.parametrize(
    ("missing", "host"),
    [
        ({"Windows WASAPI"}, "Windows DirectSound"),
        ({"Windows WASAPI", "Windows DirectSound"}, "MME"),
        ({"Windows WASAPI", "Windows DirectSound", "MME"}, "Windows WDM-KS"),
    ],
)
def test_windows_has_other_ways(missing: set[str], host: str) -> None:
    hosts = {
        "MME": MME,
        "Windows DirectSound": DIRECT_SOUND,
        "Windows WASAPI": WASAPI,
        "Windows WDM-KS": KERNEL,
    }
    left = {name: [] if name in missing else devices for name, devices in hosts.items()}
    assert {one.host for one in listed("win32", left).offered()} == {host}


def test_of_two_that_look_the_same_the_first_is_taken() -> None:
    assert [one.name for one in MAC.offered()] == [
        "MacBook Pro Microphone",
        "AirPods van de praktijk",
        "USB PnP Audio Device",
    ]
    found = MAC.find(InputName("USB PnP Audio Device", "Core Audio"))
    assert found is not None
    assert found["index"] == 3


@pytest.mark.parametrize(
    ("wanted", "host"),
    [
        (InputName(HEADSET, "Windows WASAPI"), "Windows WASAPI"),
        (InputName(HEADSET, "Windows DirectSound"), "Windows DirectSound"),
        (InputName(HEADSET, "MME"), "Windows WASAPI"),
        (InputName(HEADSET), "Windows WASAPI"),
        (InputName(HEADSET[:31], "Windows WASAPI"), "MME"),
        (InputName("Stereo Mix ()"), "Windows WDM-KS"),
        (InputName(), "Windows WASAPI"),
    ],
)
def test_a_name_is_looked_for_where_it_was_and_then_anywhere(wanted: InputName, host: str) -> None:
    found = WINDOWS.find(wanted)
    assert found is not None
    assert WINDOWS.host_of(found) == host
    assert found["name"] == (wanted.name or ARRAY)


@pytest.mark.parametrize("name", ["Blue Yeti", "Speakers (Realtek(R) Audio)", "headset"])
def test_what_is_not_there_is_not_found(name: str) -> None:
    assert WINDOWS.find(InputName(name, "Windows WASAPI")) is None


def test_the_place_in_the_list_does_not_matter() -> None:
    turned = listed("win32", {"Windows WASAPI": [*reversed(WASAPI)], "MME": MME})
    found = turned.find(InputName(HEADSET, "Windows WASAPI"))
    assert found is not None
    assert found["index"] == 0
    assert turned.offered()[0].name == HEADSET


def test_the_default_is_the_one_of_the_offered_host() -> None:
    second = listed("win32", {"MME": MME, "Windows WASAPI": WASAPI}, default=1)
    found = second.find(InputName())
    assert found is not None
    assert found["name"] == HEADSET
    assert [one.name for one in second.offered() if one.is_default] == [HEADSET]


def test_alsas_plugins_are_left_out_and_other_systems_names_are_not() -> None:
    names = [("default", 32), ("pulse", 32), ("front", 2), ("HDA Intel PCH: ALC257 (hw:0,0)", 2)]
    linux = listed("linux", {"OSS": [("/dev/dsp", 16)], "ALSA": names})
    assert [one.name for one in linux.offered()] == ["default", "HDA Intel PCH: ALC257 (hw:0,0)"]
    mac = listed("darwin", {"Core Audio": names})
    assert len(mac.offered()) == 4


@pytest.mark.parametrize("hosts", [{}, {"Core Audio": []}, {"Core Audio": [("Speakers", 0)]}])
def test_a_computer_without_a_microphone(hosts: dict[str, list[tuple[str, int]]]) -> None:
    empty = listed("darwin", hosts)
    assert empty.offered() == ()
    assert empty.find(InputName()) is None
    assert empty.find(InputName("Speakers")) is None


def test_a_microphone_has_the_name_that_the_sound_server_gives_its_place() -> None:
    labels = {"hw:1,0": "Blue Yeti", "default": "Blue Yeti"}
    hosts = {"ALSA": [("default", 2), ("USB: Audio (hw:1,0)", 1), ("USB: Audio (hw:2,0)", 1)]}
    linux = dataclasses.replace(listed("linux", hosts), labels=labels)
    assert [one.label for one in linux.offered()] == ["Blue Yeti", "Blue Yeti", ""]
