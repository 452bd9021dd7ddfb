"""One open microphone, one open loudspeaker."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, Protocol

from naklank.audio import pulse
from naklank.audio.hands_free import is_by_name
from naklank.audio.input_list import WASAPI
from naklank.audio.patience import within

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from naklank.audio.sound_card import Block, Fill, OutputState

INPUT_LATENCY: Final = 0.1
OUTPUT_LATENCY: Final = 0.2
"""Seconds of room between us and the system. With PortAudio's own 35 ms ALSA's plugin for
PulseAudio underruns at once, and then swallows the sound several times too fast."""

PATIENCE: Final = 1.0
"""Seconds to wait for the sound server's answer."""


class Opener(Protocol):
    """What starts and closes a stream of sounddevice's, one at a time."""

    def start(self, stream: Any) -> None:  # noqa: ANN401 - sounddevice has no types
        """Start it; one that does not start is closed, and its error raised."""
        ...

    def close(self, stream: Any) -> None:  # noqa: ANN401
        """Close it without waiting for the sound in it; never hangs."""
        ...


class PortAudioInput:
    """An `InputStream`. Raises sounddevice's PortAudioError when it does not open."""

    def __init__(
        self,
        opener: Opener,
        info: Mapping[str, Any],
        host: str,
        block: Block,
        finished: Callable[[], None],
    ) -> None:
        import sounddevice

        def take(data: Any, _frames: int, _time: Any, status: Any) -> None:  # noqa: ANN401
            block(bytes(data), overflowed=bool(status.input_overflow))

        self._opener = opener
        self.device: str = info["name"]
        self._stream = sounddevice.RawInputStream(
            device=info["index"],
            samplerate=info["default_samplerate"],
            channels=1,
            dtype="int16",
            latency=max(INPUT_LATENCY, info["default_high_input_latency"]),
            # In WASAPI's shared mode a microphone of two channels is not opened as one otherwise.
            extra_settings=sounddevice.WasapiSettings(auto_convert=True)
            if host == WASAPI
            else None,
            callback=take,
            finished_callback=finished,
        )
        self.rate = round(self._stream.samplerate)
        opener.start(self._stream)
        self._source: int | None = None
        self.is_moved()  # learns which source is ours

    @property
    def is_hands_free(self) -> bool:
        """Whether it is a Bluetooth headset in the quality of a telephone.

        Asked anew each time, for a headset may change over after its microphone opened.
        """
        if sys.platform == "linux":
            told = within(PATIENCE, pulse.is_input_hands_free, None)
            if told is not None:
                return told
        return is_by_name(self.device, self.rate)

    def is_moved(self) -> bool:
        """Whether the system silently took another one in its place, gone or not.

        PulseAudio does so without a word to PortAudio.
        """
        if sys.platform != "linux":
            return False
        current = within(PATIENCE, pulse.input_source, None)
        if self._source is None:
            self._source = current
        return current is not None and current != self._source

    def close(self) -> None:
        """At once, without waiting for the sound in it."""
        self._opener.close(self._stream)


class PortAudioOutput:
    """An `OutputStream`. Raises sounddevice's PortAudioError when it does not open."""

    def __init__(
        self,
        opener: Opener,
        info: Any,  # noqa: ANN401
        rate: int,
        fill: Fill,
        finished: Callable[[], None],
        state: Callable[[], OutputState],
    ) -> None:
        import sounddevice

        def give(data: Any, frames: int, time: Any, _status: Any) -> None:  # noqa: ANN401
            data[:] = fill(frames, time.outputBufferDacTime - time.currentTime, time.currentTime)

        self._opener = opener
        self.state = state
        self._stream = sounddevice.RawOutputStream(
            device=info["index"],
            samplerate=rate,
            channels=1,
            dtype="float32",
            latency=max(OUTPUT_LATENCY, info["default_high_output_latency"]),
            callback=give,
            finished_callback=finished,
        )
        opener.start(self._stream)

    def close(self) -> None:
        """At once, without waiting for the sound in it."""
        self._opener.close(self._stream)
