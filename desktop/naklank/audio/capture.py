"""One recording, from opening the microphone to its last word."""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.audio.inlet import Inlet
from naklank.audio.rest import Rest
from naklank.audio.take_writer import TakeWriter
from naklank.core.errors import ErrorCode, NaklankError, writing_failed
from naklank.core.recording import Cause, Gap, InputName, Take
from naklank.foundation.elapsed import elapsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from naklank.audio.inlet import Portion
    from naklank.audio.sound_card import InputStream, SoundCard
    from naklank.core.ports.sound import RecorderListener, SoundTap
    from naklank.core.recording import Condition, SoundFile

TAIL: Final = 0.5
SHORT_TAIL: Final = 0.1
"""Seconds that are still recorded after `stop`: the hand is faster than the last word. Who has
not spoken for a while has said it."""

TAIL_PATIENCE: Final = 1.0
"""Seconds given to the tail on top of its own length, should the microphone stall."""

LOST: Final = 1.5
FIRST: Final = 5.0
AGAIN: Final = 1.0
"""Seconds without a block after which a microphone is lost; the first block takes longer, but not
of one that is only tried in the place of another."""

BETWEEN: Final = 0.25
"""Seconds between two rounds along the microphones, while none of them opens."""

SLEPT: Final = 4.0
"""Seconds that pass between two turns of 0.05 s when the computer has slept in between."""

SOUND_WAIT: Final = 0.05
"""Seconds that sound is waited for at a time, before all else is looked at again."""

HANGING: Final = 5.0
"""Seconds after which a sound system that does not even open or close a microphone is left alone;
closing alone may take 3."""

SYNC: Final = 0.1
"""Seconds between two times that the sound is made safe. With the longest page of the spool
(0.25 s at 8 kHz), and 0.1 s for a slow disk, what was said half a second ago is on the disk."""

LOOK: Final = 0.5
"""Seconds between two looks whether the microphone is still the same one."""


@dataclass(frozen=True, slots=True)
class RecordRequest:
    """What to record where, for whom: takes from this number on."""

    file: Callable[[int], SoundFile]
    number: int
    device: InputName
    listener: RecorderListener
    tap: SoundTap | None = None


@dataclass(frozen=True, slots=True)
class _Stop:
    """When a take that was asked to stop is over: by samples, and at the latest by the clock."""

    captured: int
    deadline: float


class Capture:
    """Records in a thread of its own, take after take when the microphone is lost in between.

    The listener hears exactly one end. `unforeseen` names an error that was not foreseen.
    """

    def __init__(
        self,
        card: SoundCard,
        request: RecordRequest,
        unforeseen: Callable[[Exception], NaklankError],
    ) -> None:
        self._card = card
        self._request = request
        self._unforeseen = unforeseen
        self._aborted = threading.Event()
        self._ended = threading.Event()
        self._stop: _Stop | None = None
        self._number = request.number
        self._inlet = Inlet()
        self._rest = Rest()
        self._folder: Path | None = None
        """Where the take at hand is written."""
        self._writer: TakeWriter | None = None
        self._last_block: float | None = None
        """When sound last arrived, in this take or the one before; None before the first."""
        self._conditions: frozenset[Condition] = frozenset()
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the last word is said, or being said."""
        return self._ended.is_set()

    def stop(self) -> None:
        """End after the last half second, and at the latest a second behind it; returns at once."""
        if self._stop is None:
            deadline = time.monotonic() + TAIL + TAIL_PATIENCE
            self._stop = _Stop(self._inlet.captured, deadline)
            if self._request.tap is not None:
                self._request.tap.on_stopping()

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

    def _run(self) -> None:
        try:
            take, error = self._record_all()
        except Exception as failure:  # noqa: BLE001 - without an end the doctor would speak on
            take, error = None, self._unforeseen(failure)
        self._ended.set()
        if self._aborted.is_set():
            take, error = None, None
        self._request.listener.on_ended(take, error)

    def _record_all(self) -> tuple[Take | None, NaklankError | None]:
        """The last take, and why the recording ended if nobody asked."""
        damage = None
        while True:
            error = self._attempt(self._record_take)
            take, problem = self._end_take()
            damage = damage or problem
            if error is None or not self._goes_on_after(error):
                break
            if take is not None:
                self._request.listener.on_take_kept(take)
            self._number += 1
        if error is not None and error.code is ErrorCode.MICROPHONE_LOST:
            error = None  # told already; it was stopped before another one was looked for
        return take, error or damage

    def _attempt(self, action: Callable[[], None]) -> NaklankError | None:
        try:
            action()
        except NaklankError as error:
            return error
        except OSError as error:
            return writing_failed(error, ErrorCode.DATA_NOT_WRITABLE, self._folder)
        except Exception as error:  # noqa: BLE001 - the listener must hear the end of any of them
            return self._unforeseen(error)
        return None

    def _goes_on_after(self, error: NaklankError) -> bool:
        """A microphone that gave sound and is lost is looked for, or replaced by another one."""
        lost = error.code is ErrorCode.MICROPHONE_LOST and self._last_block is not None
        return lost and self._stop is None and not self._aborted.is_set()

    def _record_take(self) -> None:
        with self._open() as stream:
            if stream is None:
                return
            try:
                self._write_until_over(stream)
            except NaklankError as error:
                if self._goes_on_after(error):
                    # Before the stream is closed, which may take seconds.
                    self._request.listener.on_lost(error)
                    self._write_rest(stream)
                raise

    @contextlib.contextmanager
    def _open(self) -> Iterator[InputStream | None]:
        """The microphone that was asked for; later also another one. None when nobody waits."""
        stream = self._started(self._request.device) if self._last_block is None else self._found()
        try:
            yield stream
        finally:
            if stream is not None:
                stream.close()

    def _started(self, device: InputName) -> InputStream:
        self._inlet = Inlet()
        return self._card.open_input(device, self._inlet.take, self._inlet.finished.set)

    def _found(self) -> InputStream | None:
        """The first microphone that gives sound, looked for until there is one."""
        while True:
            for device in self._candidates():
                if self._is_unwanted:
                    return None
                with contextlib.suppress(NaklankError):
                    stream = self._started(device)
                    if self._gives_sound():
                        return stream
                    stream.close()
            if self._is_unwanted or self._aborted.wait(BETWEEN):
                return None

    def _candidates(self) -> list[InputName]:
        """The one that was chosen, the computer's own choice, and all others."""
        others = (InputName(one.name, one.host) for one in self._card.input_devices())
        return list(dict.fromkeys([self._request.device, InputName(), *others]))

    def _gives_sound(self) -> bool:
        deadline = time.monotonic() + AGAIN
        while time.monotonic() < deadline and not self._is_unwanted:
            if self._inlet.captured:
                return True
            if self._inlet.finished.wait(SOUND_WAIT):
                return False
        return False

    @property
    def _is_unwanted(self) -> bool:
        return self._aborted.is_set() or self._stop is not None

    def _write_until_over(self, stream: InputStream) -> None:
        alarm = _Alarm(self._inlet, stream)
        synced = time.monotonic()
        while not self._is_enough(stream.rate):
            portion = self._inlet.get(SOUND_WAIT)
            if portion is not None:
                self._write(portion, stream)
            if self._writer is not None and time.monotonic() - synced >= SYNC:
                self._writer.make_safe()
                synced = time.monotonic()
            alarm.check_awake()
            if self._stop is None:
                alarm.check_alive(self._writer is None)

    def _write_rest(self, stream: InputStream) -> None:
        """What a slow disk left waiting came from the microphone before it was lost."""
        while (portion := self._inlet.get(0)) is not None:
            self._write(portion, stream)

    def _is_enough(self, rate: int) -> bool:
        if self._aborted.is_set():
            return True
        if self._stop is None:
            return False
        frames = self._writer.frames if self._writer else 0
        tail = SHORT_TAIL if self._rest.is_resting else TAIL
        if frames - self._stop.captured >= tail * rate:
            return True
        is_late = self._inlet.finished.is_set() or time.monotonic() > self._stop.deadline
        return is_late and self._inlet.is_empty

    def _write(self, portion: Portion, stream: InputStream) -> None:
        now = elapsed()  # a gap may be as long as the computer slept
        if self._writer is None:
            self._writer = self._begin_take(stream, now)
        self._last_block = now
        level = self._writer.write(portion)
        if self._request.tap is not None:
            self._request.tap.on_sound(portion.samples)
        if level is not None:
            self._rest.hear(level)
            self._request.listener.on_level(level)
            self._tell(self._writer.conditions)

    def _begin_take(self, stream: InputStream, now: float) -> TakeWriter:
        before = self._last_block
        gaps = () if before is None else (Gap(0.0, now - before, Cause.MICROPHONE),)
        take = Take(self._number, stream.rate, 0, stream.device, gaps=gaps)
        file = self._request.file(self._number)
        self._folder = file.path.parent
        self._rest = Rest()
        writer = TakeWriter(file, take, is_hands_free=stream.is_hands_free)
        self._request.listener.on_sound_arrived(take)
        if self._request.tap is not None:
            self._request.tap.on_take(file, take.rate)
        return writer

    def _tell(self, conditions: frozenset[Condition]) -> None:
        if conditions != self._conditions:
            self._conditions = conditions
            self._request.listener.on_conditions(conditions)

    def _end_take(self) -> tuple[Take | None, NaklankError | None]:
        """The take that ended, if any sound of it is on the disk, and what is wrong with it."""
        writer, self._writer = self._writer, None
        if writer is None:
            return None, None
        self._tell(frozenset())
        if self._aborted.is_set():
            self._attempt(writer.discard)
            return None, None
        error = self._attempt(writer.finish)
        take = writer.take if error is None else self._account(writer)
        return (take if take.frames else None), error

    def _account(self, writer: TakeWriter) -> Take:
        try:
            return writer.account()
        except NaklankError:
            return writer.take  # the disk gives nothing now; it may later


class _Alarm:
    """Notices a microphone that is gone, and a computer that slept."""

    def __init__(self, inlet: Inlet, stream: InputStream) -> None:
        self._inlet = inlet
        self._stream = stream
        self._begun = self._looked = time.monotonic()
        self._turned = elapsed()
        self._captured = 0

    def check_awake(self) -> None:
        """Raise COMPUTER_SLEPT when much time went by in which hardly any sound was captured.

        A disk that hangs makes turns long too, but the sound system goes on meanwhile.
        """
        now, captured = elapsed(), self._inlet.captured
        passed, arrived = now - self._turned, (captured - self._captured) / self._stream.rate
        self._turned, self._captured = now, captured
        if passed > SLEPT and arrived < passed / 2:
            raise NaklankError(ErrorCode.COMPUTER_SLEPT)

    def check_alive(self, is_first: bool) -> None:  # noqa: FBT001 - a private word for two limits
        """Raise when it ended, is silent for too long, or became another one.

        MICROPHONE_DEAD when it never gave a sound, else MICROPHONE_LOST.
        """
        now = time.monotonic()
        # When it came counts, not when a slow disk took it.
        silence = now - max(self._inlet.heard, self._begun)
        is_silent = silence > (FIRST if is_first else LOST)
        is_over = self._inlet.finished.is_set() and self._inlet.is_empty
        is_moved = False
        # One that gives nothing is not moved, and a sound system that hangs takes long to ask.
        if now - self._looked >= LOOK and silence < LOOK:
            self._looked = now
            is_moved = self._stream.is_moved()
        if is_over or is_silent or is_moved:
            code = ErrorCode.MICROPHONE_DEAD if is_first else ErrorCode.MICROPHONE_LOST
            raise NaklankError(code, device=self._stream.device)
