"""The microphone, as the workflow knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naklank.audio import take_writer
from naklank.audio.capture import Capture, RecordRequest
from naklank.core.errors import ErrorCode, NaklankError

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.audio.sound_card import SoundCard
    from naklank.core.ports.sound import InputDevice, RecorderListener, SoundTap
    from naklank.core.recording import InputName, SoundFile, Take


def unforeseen(error: Exception) -> NaklankError:
    """An unforeseen error by its kind alone."""
    return NaklankError(ErrorCode.UNFORESEEN, kind=type(error).__name__)


class SoundCardRecorder:
    """The port `Recorder` on a sound card; one recording at a time.

    `unforeseen` names an error that was not foreseen, and may write it to a log.
    """

    def __init__(
        self,
        card: SoundCard,
        unforeseen: Callable[[Exception], NaklankError] = unforeseen,
    ) -> None:
        self._card = card
        self._unforeseen = unforeseen
        self._capture: Capture | None = None

    def account(self, file: SoundFile, take: Take) -> Take:
        """The take as its file gives it now; one that never got a page stays without frames.

        Raises RECORDING_UNREADABLE where what was recorded is not there or cannot be read.
        """
        return take_writer.account(file, take)

    def devices(self) -> tuple[InputDevice, ...]:
        """What is plugged in now; may take a second, so never asked on the main thread."""
        return self._card.input_devices()

    def start(
        self,
        file: Callable[[int], SoundFile],
        number: int,
        device: InputName,
        listener: RecorderListener,
        tap: SoundTap | None = None,
    ) -> None:
        """Record takes from this number on until told to stop; returns at once.

        `file` gives each take its place, on a thread of the recorder's; made when sound arrives.
        """
        if self._capture is not None and not self._capture.is_over:
            if not self._capture.is_aborted:
                raise RuntimeError("a recording is under way")
            # The sound system hangs in the recording before.
            listener.on_ended(None, NaklankError(ErrorCode.MICROPHONE_BUSY, device=device.name))
            return
        self._capture = Capture(
            self._card, RecordRequest(file, number, device, listener, tap), self._unforeseen
        )

    def stop(self) -> None:
        """End the take, at most half a second from now; returns at once."""
        if self._capture is not None:
            self._capture.stop()

    def abort(self) -> None:
        """End at once, without a file; returns when the stream is closed and the thread gone.

        A sound system that hangs is left to itself after some seconds.
        """
        if self._capture is not None:
            self._capture.abort()

    def close(self) -> None:
        """End a take under way and keep its sound; returns when the stream is closed."""
        if self._capture is not None:
            self._capture.finish()
