from __future__ import annotations

import pytest

from naklank.audio.hands_free import is_by_name, is_by_properties

BLUETOOTH = {"device.bus": "bluetooth"}


@pytest.mark.parametrize(
    ("properties", "profile", "rate", "hands_free"),
    [
        (BLUETOOTH | {"bluetooth.protocol": "headset_head_unit"}, "", 48_000, True),
        (BLUETOOTH | {"bluetooth.protocol": "handsfree_head_unit"}, "", 48_000, True),
        ({"device.api": "bluez5", "api.bluez5.profile": "headset-head-unit"}, "", 32_000, True),
        ({"device.api": "bluez5"}, "headset-head-unit-msbc", 48_000, True),
        (BLUETOOTH, "hsp_hs", 48_000, True),
        (BLUETOOTH, "hfp_hf", 48_000, True),
        (BLUETOOTH, "", 8_000, True),
        (BLUETOOTH | {"bluetooth.protocol": "a2dp_source"}, "a2dp-source", 44_100, False),
        (BLUETOOTH, "off", 48_000, False),
        ({"device.bus": "usb", "device.description": "USB Headset"}, "", 16_000, False),
        ({"device.bus": "usb"}, "input:headset-mic", 48_000, False),
        ({}, "", 8_000, False),
    ],
)
def test_what_the_sound_server_says(
    properties: dict[str, str], profile: str, rate: int, *, hands_free: bool
) -> None:
    assert is_by_properties(properties, profile, rate) is hands_free


@pytest.mark.parametrize(
    ("name", "rate", "hands_free"),
    [
        ("Headset (WH-1000XM4 Hands-Free AG Audio)", 16_000, True),
        ("Headset (Jabra Evolve 65 Hands-Free)", 44_100, True),
        ("Hoofdtelefoon met microfoon (OpenRun Handsfree)", 8_000, True),
        ("Headset (OpenRun HFP)", 48_000, True),
        ("AirPods van de praktijk", 16_000, True),
        ("AirPods van de praktijk", 24_000, False),
        ("Headset (Galaxy Buds2 Pro)", 16_000, True),
        ("Microphone (Jabra EVOLVE 20)", 48_000, False),
        ("Headset (Plantronics Blackwire)", 48_000, False),
        ("MacBook Pro Microphone", 48_000, False),
        ("Microphone (PHILIPS SpeechMike)", 16_000, False),
        ("Microphone Array (Realtek(R) Audio)", 48_000, False),
    ],
)
def test_what_a_name_says(name: str, rate: int, *, hands_free: bool) -> None:
    assert is_by_name(name, rate) is hands_free
