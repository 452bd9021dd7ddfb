"""What PortAudio lists."""

from __future__ import annotations

import contextlib

from naklank.audio.input_list import InputList


def query_inputs() -> InputList:
    """All that PortAudio lists now. Raises sounddevice's PortAudioError.

    Drivers write what they like, and sounddevice reads most names as UTF-8 alone. A device with
    another name is left out: it breaks no list, and sounddevice could not open it either.
    """
    import sounddevice

    devices = []
    for index in range(sounddevice._lib.Pa_GetDeviceCount()):  # noqa: SLF001 - has no public name
        with contextlib.suppress(UnicodeDecodeError):
            devices.append(sounddevice.query_devices(index))
    return InputList(sounddevice.query_hostapis(), devices)
