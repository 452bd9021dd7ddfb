"""Whether a microphone is a Bluetooth headset in the quality of a telephone.

Bluetooth carries music one way or speech both ways: as soon as a headset's microphone opens, it
goes over to the Hands-Free or Headset Profile, at 8 or 16 kHz.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TELEPHONE: Final = 16_000
"""Hertz: the better of the two rates of Bluetooth calls."""

_PROFILE: Final = re.compile(r"head-?set|hands-?free|\bhfp|\bhsp")
_NAME: Final = re.compile(r"hands-?\s?free|\bAG Audio\b|\bHFP\b|\bHSP\b", re.IGNORECASE)
_WIRELESS: Final = re.compile(
    r"bluetooth|\bBT\b|airpods|beats|\bbose\b|buds|\bW[FH]-|headset|hoofdtelefoon", re.IGNORECASE
)


def is_by_properties(properties: Mapping[str, str], profile: str, rate: int) -> bool:
    """What a source of PulseAudio's or PipeWire's says of itself, and its card's active profile.

    `rate` is in hertz. The names of the profiles are those of module-bluez5-device and of
    PipeWire's bluez5.
    """
    wireless = properties.get("device.bus") == "bluetooth"
    if not wireless and not properties.get("device.api", "").startswith("bluez"):
        return False
    told = (
        properties.get("bluetooth.protocol", ""),
        properties.get("api.bluez5.profile", ""),
        profile,
    )
    spelled = " ".join(told).lower().replace("_", "-")
    return bool(_PROFILE.search(spelled)) or rate <= TELEPHONE


def is_by_name(name: str, rate: float) -> bool:
    """What a system that says nothing else shows: Windows puts the profile into the name.

    `rate` is in hertz. Not yet proved with a headset on Windows or a Mac.
    """
    return bool(_NAME.search(name)) or (rate <= TELEPHONE and bool(_WIRELESS.search(name)))
