"""The sound card through PortAudio: the one place that calls it."""

from __future__ import annotations

import atexit
import contextlib
import re
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from naklank.audio import pulse
from naklank.audio.output_state import output_state
from naklank.audio.patience import within
from naklank.audio.portaudio_streams import PATIENCE, PortAudioInput, PortAudioOutput
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports import InputDevice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from naklank.audio.sound_card import Block, Fill, OutputState

T = TypeVar("T")

CLOSING: Final = 3.0
"""Seconds after which a stream that does not close is left to a sound system that hangs."""

NOT_FOR_PEOPLE: Final = re.compile(
    r"a52|dmix|dsnoop|front|hdmi|iec958|jack|lavrate|modem|null|oss|phoneline|pipewire|pulse|rear|"
    r"samplerate|side|spdif|speex|speexrate|surround\d\d|sysdefault|upmix|usbstream|vdownmix"
)
"""ALSA's plugins: other ways to a microphone that stands in the list already, or to none."""

STAND_IN: Final = "default"
"""What ALSA calls the microphone that the desktop has chosen."""

_UNAVAILABLE: Final = -9985
"""PortAudio's paDeviceUnavailable: somebody else holds it."""


class PortAudio:
    """A `SoundCard`. Make one and share it, for PortAudio opens and closes one stream at a time.

    `state` tells whether the output can be heard.
    """

    def __init__(self, state: Callable[[], OutputState] = output_state) -> None:
        self._lock = threading.RLock()
        self._open = 0
        self._state = state

    def input_devices(self) -> tuple[InputDevice, ...]:
        """What is plugged in now, as far as no stream is open; empty without any."""
        try:
            with self._lock, _translated(_no_output):
                self._look_again()
                devices = _for_people(_inputs())
        except NaklankError:
            return ()
        return tuple(_labelled(device) for device in devices)

    def open_input(self, device: str, block: Block, finished: Callable[[], None]) -> PortAudioInput:
        """Start a microphone at its own rate; an empty name is the default.

        Raises MICROPHONE_MISSING or MICROPHONE_BUSY.
        """

        def open_it() -> PortAudioInput:
            with _translated(lambda code: _no_input(code, device)):
                info = _input_named(device)
                return PortAudioInput(self, info, block, finished)

        return self._twice(open_it)

    def output_rate(self) -> int:
        """The rate of the default output, in hertz. Raises NO_OUTPUT."""

        def ask() -> int:
            with _translated(_no_output):
                return int(_default_output()["default_samplerate"])

        return self._twice(ask)

    def open_output(self, rate: int, fill: Fill, finished: Callable[[], None]) -> PortAudioOutput:
        """Start the default output. Raises NO_OUTPUT."""

        def open_it() -> PortAudioOutput:
            with _translated(_no_output):
                info = _default_output()
                return PortAudioOutput(self, info, rate, fill, finished, self._state)

        return self._twice(open_it)

    def start(self, stream: Any) -> None:  # noqa: ANN401 - sounddevice has no types
        """Start a stream that was just made, and count it as open."""
        try:
            stream.start()
        except BaseException:
            stream.close()
            raise
        self._open += 1

    def close(self, stream: Any) -> None:  # noqa: ANN401
        """Close a stream without waiting for the sound in it.

        By `abort`, for `stop` waits many seconds for a microphone that stalls. Where even that
        does not return the stream counts as open for ever: PortAudio is not started anew, nor
        ended with the program, for it would hang there.
        """
        import sounddevice

        if within(CLOSING, lambda: stream.abort() is None, otherwise=False):
            with self._lock:
                stream.close()
                self._open -= 1
        else:
            atexit.unregister(sounddevice._exit_handler)  # noqa: SLF001 - has no public name

    def _twice(self, call: Callable[[], T]) -> T:
        """Try once more after looking what was plugged in since."""
        with self._lock:
            try:
                return call()
            except NaklankError:
                if self._open:
                    raise
                with contextlib.suppress(NaklankError), _translated(_no_output):
                    self._look_again()
                return call()

    def _look_again(self) -> None:
        """Start PortAudio anew, which alone makes it see what was plugged in since.

        Not while a stream is open: it would be the end of that.
        """
        fresh = "sounddevice" not in sys.modules
        import sounddevice

        if fresh or self._open:
            return
        with contextlib.suppress(sounddevice.PortAudioError):  # not started the last time
            sounddevice._terminate()  # noqa: SLF001 - has no public name
        sounddevice._initialize()  # noqa: SLF001


@contextlib.contextmanager
def _translated(error_for: Callable[[int], NaklankError]) -> Iterator[None]:
    """Turn PortAudio's errors, and its absence, into ours; `error_for` gets PortAudio's code."""
    try:
        import sounddevice
    except Exception as error:  # no library, or one that does not start
        raise error_for(0) from error
    try:
        yield
    except sounddevice.PortAudioError as error:
        raise error_for(error.args[1] if len(error.args) > 1 else 0) from error


def _no_input(code: int, device: str) -> NaklankError:
    """ALSA lists microphones that are not there; what other systems list exists but is refused."""
    refused = code == _UNAVAILABLE or (code != 0 and sys.platform != "linux")
    which = ErrorCode.MICROPHONE_BUSY if refused else ErrorCode.MICROPHONE_MISSING
    return NaklankError(which, device=device)


def _no_output(_code: int) -> NaklankError:
    return NaklankError(ErrorCode.NO_OUTPUT)


def _host() -> Any:  # noqa: ANN401
    """The system's own way to its devices: each other way lists the same devices again."""
    import sounddevice

    return sounddevice.query_hostapis(sounddevice.default.hostapi)


def _inputs() -> list[Any]:
    import sounddevice

    devices = (sounddevice.query_devices(index) for index in _host()["devices"])
    return [device for device in devices if device["max_input_channels"] > 0]


def _for_people(devices: list[Any]) -> tuple[InputDevice, ...]:
    default = _host()["default_input_device"]
    found = [InputDevice(one["name"], one["index"] == default) for one in devices]
    return tuple(dict.fromkeys(one for one in found if not NOT_FOR_PEOPLE.fullmatch(one.name)))


def _labelled(device: InputDevice) -> InputDevice:
    """ALSA's "default" says nothing; the sound server knows which microphone that is."""
    if device.name != STAND_IN or sys.platform != "linux":
        return device
    return replace(device, label=within(PATIENCE, pulse.default_source, ""))


def _input_named(name: str) -> Any:  # noqa: ANN401
    """Raises MICROPHONE_MISSING."""
    default = _host()["default_input_device"]
    for device in _inputs():
        if device["name"] == name or (not name and device["index"] == default):
            return device
    raise NaklankError(ErrorCode.MICROPHONE_MISSING, device=name)


def _default_output() -> Any:  # noqa: ANN401
    """Raises NO_OUTPUT."""
    import sounddevice

    index = _host()["default_output_device"]
    if index < 0:
        raise NaklankError(ErrorCode.NO_OUTPUT)
    return sounddevice.query_devices(index)
