"""One recording, from opening the microphone to its last word."""

from __future__ import annotations

import math
import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.audio.spool import Spool
from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.recording import Level, Take

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.audio.sound_card import InputStream, SoundCard
    from naklank.core.ports import RecorderListener

TAIL: Final = 0.5
"""Seconds that are still recorded after `stop`: the hand is faster than the last word."""

TAIL_PATIENCE: Final = 1.0
"""Seconds given to the tail on top of its own length, should the microphone stall."""

LOST: Final = 1.5
FIRST: Final = 5.0
"""Seconds without a block after which a microphone is lost; the first block takes longer."""

TURN: Final = 0.05
"""Seconds between two looks at a microphone that gives nothing; also the time of one level."""

HANGING: Final = 5.0
"""Seconds after which a sound system that does not even open or close a microphone is left alone;
closing alone may take 3."""

SYNC: Final = 0.5
"""Seconds between two times that the sound is made safe and the microphone is looked for."""

ROOM: Final = 1000
"""Blocks that may wait for a slow disk: with blocks of 7 to 25 ms, 7 seconds or more."""

DIGITAL_SILENCE: Final = -100.0
"""dBFS said of nothing but zeros; the smallest sample is at -90."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to record where, for whom."""

    file: Path
    number: int
    device: str
    listener: RecorderListener


@dataclass(frozen=True, slots=True)
class _Stop:
    """When a take that was asked to stop is over: by samples, and at the latest by the clock."""

    captured: int
    deadline: float


class Capture:
    """Records in a thread of its own; the listener hears exactly one end.

    `unexpected` names an error that was not foreseen.
    """

    def __init__(
        self,
        card: SoundCard,
        request: Request,
        unexpected: Callable[[Exception], NaklankError],
    ) -> None:
        self._card = card
        self._request = request
        self._unexpected = unexpected
        self._blocks: queue.Queue[bytes] = queue.Queue(ROOM)
        self._captured = 0
        self._overflows = 0
        self._finished = threading.Event()
        self._aborted = threading.Event()
        self._ended = threading.Event()
        self._stop: _Stop | None = None
        self._rate = 0
        self._device = request.device
        self._spool: Spool | None = None
        self._peak = 0
        self._measured = 0
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the last word is said, or being said."""
        return self._ended.is_set()

    def stop(self) -> None:
        if self._stop is None:
            self._stop = _Stop(self._captured, time.monotonic() + TAIL + TAIL_PATIENCE)

    def finish(self) -> None:
        """Stop, and return when the thread has ended, or after `HANGING` seconds."""
        self.stop()
        self._thread.join(HANGING)

    @property
    def is_aborted(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._aborted.is_set()

    def abort(self) -> None:
        """Return when the stream is closed and the thread has ended, or after `HANGING` seconds.

        A microphone that opens after that is closed at once, and nothing of it is written.
        """
        self._aborted.set()
        self._thread.join(HANGING)

    def _take_block(self, samples: bytes, *, overflowed: bool) -> None:
        """On PortAudio's own thread: nothing here may wait."""
        self._overflows += overflowed
        try:
            self._blocks.put_nowait(samples)
        except queue.Full:
            self._overflows += 1
        else:
            self._captured += len(samples) // 2

    def _run(self) -> None:
        error = self._attempt(self._record)
        error = self._attempt(self._close_file) or error
        take = None if self._aborted.is_set() else self._take()
        self._ended.set()
        self._request.listener.on_ended(take, None if self._aborted.is_set() else error)

    def _attempt(self, action: Callable[[], None]) -> NaklankError | None:
        try:
            action()
        except NaklankError as error:
            return error
        except OSError as error:
            folder = self._request.file.parent
            return writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, folder)
        except Exception as error:  # noqa: BLE001 - the listener must hear the end of any of them
            return self._unexpected(error)
        return None

    def _record(self) -> None:
        stream = self._card.open_input(self._request.device, self._take_block, self._finished.set)
        try:
            self._rate, self._device = stream.rate, stream.device
            self._write_until_over(stream)
        finally:
            stream.close()

    def _write_until_over(self, stream: InputStream) -> None:
        heard = synced = time.monotonic()
        while not self._is_enough():
            try:
                block = self._blocks.get(timeout=TURN)
            except queue.Empty:
                self._check_alive(heard)
                continue
            heard = time.monotonic()
            self._write(block)
            if heard - synced >= SYNC:
                synced = heard
                self._make_safe(stream)

    def _is_enough(self) -> bool:
        if self._aborted.is_set():
            return True
        if self._stop is None:
            return False
        if self._written - self._stop.captured >= TAIL * self._rate:
            return True
        is_late = self._finished.is_set() or time.monotonic() > self._stop.deadline
        return is_late and self._blocks.empty()

    def _check_alive(self, heard: float) -> None:
        """Raise MICROPHONE_LOST when it ended unasked, or is silent for too long."""
        waited = time.monotonic() - heard
        is_silent = waited > (FIRST if self._spool is None else LOST)
        if self._stop is None and (self._finished.is_set() or is_silent):
            raise NaklankError(ErrorCode.MICROPHONE_LOST, device=self._device)

    def _write(self, block: bytes) -> None:
        if self._spool is None:
            self._spool = Spool(self._request.file)
            self._request.listener.on_sound_arrived(self._account(0))
        self._spool.append(block)
        self._measure(block)

    def _measure(self, block: bytes) -> None:
        import numpy as np

        samples = np.frombuffer(block, "<i2")
        self._peak = max(self._peak, int(samples.max()), -int(samples.min()))
        if self._written - self._measured >= TURN * self._rate:
            decibels = 20 * math.log10(self._peak / 32768) if self._peak else DIGITAL_SILENCE
            self._request.listener.on_level(Level(decibels, self._written / self._rate))
            self._peak, self._measured = 0, self._written

    def _make_safe(self, stream: InputStream) -> None:
        if self._spool is not None:
            self._spool.sync()
        if self._stop is None and stream.is_moved():
            raise NaklankError(ErrorCode.MICROPHONE_LOST, device=self._device)

    def _close_file(self) -> None:
        if self._spool is None:
            return
        if self._aborted.is_set():
            self._spool.discard()
            return
        try:
            self._spool.sync()
        finally:
            self._spool.close()

    @property
    def _written(self) -> int:
        return self._spool.frames if self._spool else 0

    def _take(self) -> Take | None:
        return self._account(self._written) if self._written else None

    def _account(self, frames: int) -> Take:
        number, overflows = self._request.number, self._overflows
        return Take(number, self._rate, frames, self._device, overflows)
