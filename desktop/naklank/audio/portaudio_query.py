"""What PortAudio lists."""

from __future__ import annotations

from typing import Any

from naklank.audio.input_list import InputList


def query_inputs() -> InputList:
    """All that PortAudio lists now; a name with odd bytes does not break the list.

    Raises sounddevice's PortAudioError.
    """
    import sounddevice

    count = sounddevice._lib.Pa_GetDeviceCount()  # noqa: SLF001 - has no public name
    return InputList(sounddevice.query_hostapis(), [_device(index) for index in range(count)])


def _device(index: int) -> dict[str, Any]:
    """Sounddevice decodes most names as UTF-8 alone, and drivers write what they like."""
    import sounddevice

    try:
        return dict(sounddevice.query_devices(index))
    except UnicodeDecodeError as error:
        info = sounddevice._lib.Pa_GetDeviceInfo(index)  # noqa: SLF001
        return {
            "name": error.object.decode("utf-8", "replace"),
            "index": index,
            "hostapi": info.hostApi,
            "max_input_channels": info.maxInputChannels,
            "default_high_input_latency": info.defaultHighInputLatency,
            "default_samplerate": info.defaultSampleRate,
        }
