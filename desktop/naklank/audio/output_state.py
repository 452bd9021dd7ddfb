"""Whether what is played can be heard, on each system."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from naklank.audio import pulse
from naklank.audio.patience import within
from naklank.audio.sound_card import OutputState

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = 1.0
"""Seconds to wait for the system's answer."""


def output_state(system: str = sys.platform) -> OutputState:
    """What the system says of its output now; UNKNOWN where it does not answer."""
    reader = _READERS.get(system)
    return within(PATIENCE, reader, OutputState.UNKNOWN) if reader else OutputState.UNKNOWN


def parse_volume_settings(answer: str) -> OutputState:
    """The state in the answer of AppleScript's `get volume settings`.

    An output whose volume the computer cannot set, as HDMI, answers "missing value".
    """
    if "output muted:true" in answer or re.search(r"output volume:0\b", answer):
        return OutputState.MUTED
    return OutputState.SOUNDING if "output muted:false" in answer else OutputState.UNKNOWN


def _macos() -> OutputState:
    """Not yet proved on a Mac."""
    done = subprocess.run(
        ["/usr/bin/osascript", "-e", "get volume settings"],
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    return parse_volume_settings(done.stdout)


def _windows() -> OutputState:
    """Not yet proved on Windows."""
    import comtypes
    from pycaw.pycaw import AudioUtilities

    comtypes.CoInitialize()
    volume = AudioUtilities.GetSpeakers().EndpointVolume
    silent = volume.GetMute() or not volume.GetMasterVolumeLevelScalar()
    return OutputState.MUTED if silent else OutputState.SOUNDING


_READERS: Final[dict[str, Callable[[], OutputState]]] = {
    "linux": pulse.output_state,
    "darwin": _macos,
    "win32": _windows,
}
