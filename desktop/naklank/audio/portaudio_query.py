"""What PortAudio lists."""

from __future__ import annotations

import contextlib
import sys

from naklank.audio import pulse
from naklank.audio.input_list import InputList
from naklank.audio.patience import within
from naklank.audio.portaudio_streams import PATIENCE


def query_inputs() -> InputList:
    """All that PortAudio lists now, but no loudspeaker's own sound. Raises its PortAudioError.

    Drivers write what they like, and sounddevice reads most names as UTF-8 alone. A device with
    another name is left out: it breaks no list, and sounddevice could not open it either.
    """
    import sounddevice

    devices = []
    for index in range(sounddevice._lib.Pa_GetDeviceCount()):  # noqa: SLF001 - has no public name
        with contextlib.suppress(UnicodeDecodeError):
            devices.append(sounddevice.query_devices(index))
    known = _known_inputs()
    heard = [one for one in devices if one["name"] not in known.echoes]
    return InputList(sounddevice.query_hostapis(), heard, labels=known.labels)


def _known_inputs() -> pulse.KnownInputs:
    """Nothing where no sound server answers."""
    nothing = pulse.KnownInputs()
    return within(PATIENCE, pulse.known_inputs, nothing) if sys.platform == "linux" else nothing
