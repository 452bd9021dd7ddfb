"""The sound card through PortAudio: the one place that calls it."""

from __future__ import annotations

import atexit
import contextlib
import sys
import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

from naklank.audio import alsa_messages
from naklank.audio.output_state import output_state
from naklank.audio.patience import within
from naklank.audio.portaudio_query import query_inputs
from naklank.audio.portaudio_streams import PortAudioInput, PortAudioOutput
from naklank.audio.pulse import STAND_INS
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from naklank.audio.input_list import InputList
    from naklank.audio.sound_card import Block, Fill, OutputState
    from naklank.core.ports.sound import InputDevice
    from naklank.core.recording import InputName

T = TypeVar("T")

CLOSING: Final = 3.0
"""Seconds after which a stream that does not close is left to a sound system that hangs."""

LISTING: Final = 4.0
"""Seconds after which a sound system that lists no devices hangs; some drivers take two."""

_UNAVAILABLE: Final = -9985
"""PortAudio's paDeviceUnavailable: somebody else holds it."""


class PortAudio:
    """A `SoundCard`. Make one and share it, for PortAudio opens and closes one stream at a time.

    `state` tells whether the output can be heard, `is_denied` whether the system keeps programs
    from the microphone, and `query` what PortAudio lists.
    """

    def __init__(
        self,
        state: Callable[[], OutputState] = output_state,
        is_denied: Callable[[], bool | None] = lambda: None,
        query: Callable[[], InputList] = query_inputs,
    ) -> None:
        self._lock = threading.RLock()
        self._open = 0
        self._state = state
        self._is_denied = is_denied
        self._query = query
        self._listed: tuple[InputDevice, ...] = ()

    def input_devices(self) -> tuple[InputDevice, ...]:
        """What is plugged in now, as far as no stream is open; empty without any.

        Where the sound system hangs: what it listed the last time, after some seconds.
        """
        devices = within(LISTING, self._list, None)
        if devices is None:
            _never_end()
        else:
            self._listed = devices
        return self._listed

    def open_input(
        self, device: InputName, block: Block, finished: Callable[[], None]
    ) -> PortAudioInput:
        """Start a microphone at its own rate; an empty name is the default.

        Raises MICROPHONE_MISSING, MICROPHONE_BUSY or MICROPHONE_DENIED.
        """

        def fail(code: int) -> NaklankError:
            return _no_input(code, device.name)

        def open_it() -> PortAudioInput:
            with _translated(fail):
                listed = self._query()
                info = listed.find(device)
                if info is None:
                    raise fail(0)
                return PortAudioInput(self, info, listed.host_of(info), block, finished)

        try:
            return self._twice(open_it, fail(_UNAVAILABLE))
        except NaklankError as error:
            if self._is_denied():
                raise NaklankError(ErrorCode.MICROPHONE_DENIED, device=device.name) from error
            raise

    def output_rate(self) -> int:
        """The rate of the default output, in hertz. Raises NO_OUTPUT."""

        def ask() -> int:
            with _translated(_no_output):
                return int(_default_output()["default_samplerate"])

        return self._twice(ask, _no_output(_UNAVAILABLE))

    def open_output(self, rate: int, fill: Fill, finished: Callable[[], None]) -> PortAudioOutput:
        """Start the default output. Raises NO_OUTPUT."""

        def open_it() -> PortAudioOutput:
            with _translated(_no_output):
                info = _default_output()
                return PortAudioOutput(self, info, rate, fill, finished, self._state)

        return self._twice(open_it, _no_output(_UNAVAILABLE))

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
        if within(CLOSING, lambda: stream.abort() is None, otherwise=False):
            with self._lock:
                stream.close()
                self._open -= 1
        else:
            _never_end()

    def _list(self) -> tuple[InputDevice, ...]:
        with self._locked(_no_output(_UNAVAILABLE)):
            try:
                with _translated(_no_output):
                    self._look_again()
                    return self._query().offered()
            except NaklankError:
                return ()

    @contextlib.contextmanager
    def _locked(self, hanging: NaklankError) -> Iterator[None]:
        """PortAudio for us alone; raises this error when a call before does not come back."""
        if not self._lock.acquire(timeout=LISTING):
            _never_end()
            raise hanging
        try:
            yield
        finally:
            self._lock.release()

    def _twice(self, call: Callable[[], T], hanging: NaklankError) -> T:
        """Try once more after looking what was plugged in since."""
        with self._locked(hanging):
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
        alsa_messages.silence()
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
    return NaklankError(which, device="" if device in STAND_INS else device)


def _no_output(_code: int) -> NaklankError:
    return NaklankError(ErrorCode.NO_OUTPUT)


def _never_end() -> None:
    """Do not end PortAudio with the program: where a call of it hangs, that would hang, too."""
    sounddevice = sys.modules.get("sounddevice")
    handler = getattr(sounddevice, "_exit_handler", None)  # has no public name
    if handler is not None:
        atexit.unregister(handler)


def _default_output() -> Any:  # noqa: ANN401
    """Raises NO_OUTPUT."""
    import sounddevice

    index = sounddevice.query_hostapis(sounddevice.default.hostapi)["default_output_device"]
    if index < 0:
        raise NaklankError(ErrorCode.NO_OUTPUT)
    return sounddevice.query_devices(index)
