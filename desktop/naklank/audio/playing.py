"""One playing, from opening the output to its last word."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from naklank.audio.reel import Reel
from naklank.audio.sound import Sound
from naklank.audio.sound_card import OutputState
from naklank.audio.tempo import at_speed
from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.ports.sound import Played
from naklank.core.transcript import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.audio.sound_card import OutputStream, SoundCard
    from naklank.core.ports.sound import PlayerListener

BETWEEN_POSITIONS: Final = 0.05
"""Seconds between two positions."""

CHECK: Final = 0.5
"""Seconds between two looks whether the output can be heard."""

STALLED: Final = 2.0
"""Seconds without progress after which the output counts as gone."""


@dataclass(frozen=True, slots=True)
class PlayRequest:
    """What to play how, for whom; `sound` gives it at a rate, and may read the disk."""

    sound: Callable[[int], Sound]
    stretch: Stretch
    speed: float
    listener: PlayerListener
    unforeseen: Callable[[Exception], object]


class _End(NamedTuple):
    played: Played
    heard: float
    """The second up to which somebody could hear it."""


class Playing:
    """Plays in a thread of its own, after `previous` has ended; the listener hears one end."""

    def __init__(self, card: SoundCard, request: PlayRequest, previous: Playing | None) -> None:
        self._card = card
        self._finished = threading.Event()
        self._stopped = threading.Event()
        # By arguments, which a thread forgets when it ends: the sound must not outlive it here.
        self._thread = threading.Thread(
            target=self._run, args=(request, previous), name="player", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Fall silent within a moment; returns at once."""
        self._stopped.set()

    def join(self) -> None:
        """Return when the last word is said and the thread has ended."""
        self._thread.join()

    def _run(self, request: PlayRequest, previous: Playing | None) -> None:
        if previous is not None:
            previous.join()
        request.listener.on_ended(*self._end(request))

    def _end(self, request: PlayRequest) -> _End:
        nothing = request.stretch.start
        try:
            if not self._stopped.is_set():
                return self._play(request)
        except NaklankError as error:
            is_output = error.code is ErrorCode.NO_OUTPUT
            return _End(Played.NO_OUTPUT if is_output else Played.UNREADABLE, nothing)
        except Exception as error:  # noqa: BLE001 - the listener must hear the end of any of them
            request.unforeseen(error)
        return _End(Played.STOPPED, nothing)

    def _play(self, request: PlayRequest) -> _End:
        rate = self._card.output_rate()
        sound, stretch = _cut(request.sound(rate), request.stretch)
        if not len(sound.samples):
            return _End(Played.STOPPED, stretch.start)
        reel = Reel(at_speed(sound, request.speed))
        stream = self._card.open_output(rate, reel.fill, self._finished.set)
        try:
            return self._watch(stream, reel, stretch, request.listener)
        finally:
            stream.close()

    def _watch(
        self, stream: OutputStream, reel: Reel, stretch: Stretch, listener: PlayerListener
    ) -> _End:
        ears = _Ears(stream, reel)
        while not self._stopped.wait(BETWEEN_POSITIONS):
            is_through = reel.is_through  # before the last look at the output
            ears.look(at_once=is_through)
            listener.on_position(stretch.start + reel.part_heard * stretch.seconds)
            if ears.is_deaf or (self._finished.is_set() and not is_through):
                return _End(Played.NO_OUTPUT, stretch.start)
            if ears.was_muted:  # told at once: there is nothing to wait for
                return _End(Played.MUTED, stretch.start)
            if is_through:
                return _End(Played.HEARD, stretch.end)
        second = stretch.start + reel.part_heard * stretch.seconds
        ears.look(at_once=True)
        return _End(Played.STOPPED, stretch.start if ears.heard_nothing else second)


class _Ears:
    """Whether somebody could hear a playing, all the time."""

    def __init__(self, stream: OutputStream, reel: Reel) -> None:
        self._stream = stream
        self._reel = reel
        self._heard = -1.0
        self._moved = time.monotonic()
        self._looked = -CHECK
        self.was_muted = False
        self.is_deaf = False

    @property
    def heard_nothing(self) -> bool:
        return self.was_muted or self.is_deaf

    def look(self, *, at_once: bool) -> None:
        now = time.monotonic()
        if self._reel.heard > self._heard:
            self._heard, self._moved = self._reel.heard, now
        self.is_deaf |= now - self._moved > STALLED or (at_once and self._reel.is_rushed)
        if at_once or now - self._looked >= CHECK:
            self._looked = now
            state = self._stream.state()
            self.was_muted |= state is OutputState.MUTED
            self.is_deaf |= state is OutputState.NONE


def _cut(sound: Sound, stretch: Stretch) -> tuple[Sound, Stretch]:
    """The part of the sound in a stretch, and which stretch that really is."""
    start = min(max(stretch.start, 0.0), sound.seconds)
    end = min(max(stretch.end, start), sound.seconds)
    first, behind = (round(second * sound.rate) for second in (start, end))
    return Sound(sound.samples[first:behind], sound.rate), Stretch(start, end)
