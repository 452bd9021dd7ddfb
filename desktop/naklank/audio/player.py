"""The loudspeaker, as the workflow knows it."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from naklank.audio.home_sound import as_sound
from naklank.audio.playing import Playing, PlayRequest
from naklank.audio.reading import resample
from naklank.audio.recorder import unforeseen
from naklank.audio.spool import read_takes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.audio.sound import Sound
    from naklank.audio.sound_card import SoundCard
    from naklank.core.ports.sound import PlayerListener
    from naklank.core.recording import SoundFile
    from naklank.core.transcript import Stretch
    from naklank.core.voice import Clip


class _Recording:
    """A sound, read when it is played for the first time.

    Kept as the output wants it: the next place then sounds at once.
    """

    def __init__(self, read: Callable[[], Sound]) -> None:
        self._read = read
        self._sound: Sound | None = None
        self._lock = Lock()

    def at_rate(self, rate: int) -> Sound:
        with self._lock:
            if self._sound is None or self._sound.rate != rate:
                self._sound = resample(self._read(), rate)
            return self._sound


class SoundCardPlayer:
    """The port `Player` on a sound card. Plays from memory.

    `unforeseen` hears of an error that was not foreseen, and may write it to a log. A playing
    that meets one, or that finds nothing to play, ends as STOPPED; one of takes that cannot be
    read as UNREADABLE.
    """

    def __init__(
        self,
        card: SoundCard,
        unforeseen: Callable[[Exception], object] = unforeseen,
    ) -> None:
        self._card = card
        self._unforeseen = unforeseen
        self._recording = _Recording(_nothing)
        self._playing: Playing | None = None

    def load(self, files: Sequence[SoundFile]) -> None:
        """Take these takes, one behind the other, as the recording to play; read at `play`."""
        self._take(partial(read_takes, tuple(files)))

    def load_clip(self, clip: Clip) -> None:
        """Take this sound in place of a recording."""
        self._take(partial(as_sound, clip))

    def play(self, stretch: Stretch, speed: float, listener: PlayerListener) -> None:
        """Play a stretch at 0.75 to 1.5 times its speed, at the same pitch; returns at once.

        A playing under way is stopped first. A stretch beyond the end is cut to the recording.
        """
        self.stop()
        request = PlayRequest(self._recording.at_rate, stretch, speed, listener, self._unforeseen)
        self._playing = Playing(self._card, request, self._playing)

    def stop(self) -> None:
        """Stop a playing, if any; returns at once, and its listener still hears how it ended."""
        if self._playing is not None:
            self._playing.stop()

    def unload(self) -> None:
        """Stop, and forget the recording."""
        self._take(_nothing)

    def close(self) -> None:
        """Stop, and return when every thread has ended."""
        self.stop()
        if self._playing is not None:
            self._playing.join()

    def _take(self, read: Callable[[], Sound]) -> None:
        self.stop()
        self._recording = _Recording(read)


def _nothing() -> Sound:
    return read_takes(())
