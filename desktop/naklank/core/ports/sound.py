"""What is asked of the rooms about microphone, loudspeaker and recordings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.errors import NaklankError
    from naklank.core.recording import Condition, InputName, Level, SoundFile, Take
    from naklank.core.transcript import Stretch
    from naklank.core.voice import Clip


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone by the name the system gives it."""

    name: str
    is_default: bool
    label: str = ""
    """What people know it by, where its name is a stand-in such as "default"."""
    host: str = ""
    """The sound system (PortAudio's host API) that lists it."""


class RecorderListener(Protocol):
    """Hears of a recording, on a thread of the recorder's."""

    def on_sound_arrived(self, take: Take) -> None:
        """The first block of a take really arrived; it has no frames yet."""
        ...

    def on_level(self, level: Level) -> None:
        """About 20 times a second; `seconds` counts this take."""
        ...

    def on_conditions(self, conditions: frozenset[Condition]) -> None:
        """What is wrong with the sound from now on; empty when all is well again."""
        ...

    def on_lost(self, error: NaklankError) -> None:
        """MICROPHONE_LOST: it is looked for, or another one taken, until told to stop."""
        ...

    def on_take_kept(self, take: Take) -> None:
        """After `on_lost`: what the lost microphone gave is on disk, and the next take follows."""
        ...

    def on_ended(self, take: Take | None, error: NaklankError | None) -> None:
        """The microphone is closed and all that arrived is on disk; the last word of a recording.

        What is on disk was read back and compared. `take` is the last one, None when nothing
        arrived or when it was aborted; `error` is None when it was asked to stop:
        MICROPHONE_MISSING, MICROPHONE_BUSY, MICROPHONE_DENIED, MICROPHONE_DEAD when no
        sound ever arrived, COMPUTER_SLEPT, DISK_FULL, DATA_NOT_WRITABLE, or RECORDING_NOT_KEPT.
        """
        ...


class SoundTap(Protocol):
    """Hears the sound of a recording while it is recorded; returns at once and never raises."""

    def on_take(self, file: SoundFile, rate: int) -> None:
        """What comes now is of this take, at so many hertz."""
        ...

    def on_sound(self, samples: bytes) -> None:
        """Mono 16-bit samples, little-endian."""
        ...

    def on_stopping(self) -> None:
        """Somebody pressed stop or pause; only the last of the sound still comes."""
        ...


class Recorder(Protocol):
    """The microphone. No stream exists before `start` or after `on_ended`."""

    def account(self, file: SoundFile, take: Take) -> Take:
        """The take as its file gives it now; one that never got a page stays without frames.

        Raises RECORDING_UNREADABLE where what was recorded is not there or cannot be read.
        """
        ...

    def devices(self) -> tuple[InputDevice, ...]:
        """What is plugged in now; may take a second, so never asked on the main thread."""
        ...

    def start(
        self,
        file: Callable[[int], SoundFile],
        number: int,
        device: InputName,
        listener: RecorderListener,
        tap: SoundTap | None = None,
    ) -> None:
        """Record takes from this number on until told to stop; returns at once.

        `file` gives each take its place, on a thread of the recorder's.
        """
        ...

    def stop(self) -> None:
        """End the take, at most half a second from now; returns at once."""
        ...

    def abort(self) -> None:
        """End at once; what was recorded is wanted by nobody. Returns when the stream is closed."""
        ...

    def close(self) -> None:
        """End a take under way and keep its sound. Returns when the stream is closed."""
        ...


class Cutter(Protocol):
    """Cuts recorded sound. All may take a second: never on the main thread.

    Both raise NO_SUCH_FILE, FILE_NOT_READABLE or RECORDING_UNREADABLE.
    """

    def quietest(self, file: SoundFile, within: Stretch) -> float:
        """The second of a take, within this stretch of it, at which least is heard."""
        ...

    def copy(self, source: SoundFile, take: Take, frames: range, target: SoundFile) -> Take:
        """Those frames of a take in a file of their own, read back; with the take's own number.

        Raises RECORDING_NOT_KEPT, DISK_FULL or DATA_NOT_WRITABLE too; then no file is left.
        """
        ...


class Wakefulness(Protocol):
    """Keeps the computer and its screen awake. Nothing here raises."""

    @property
    def is_held(self) -> bool | None:
        """Whether the system has agreed to stay awake; None while it has not answered.

        A system that does not agree is normal: a bare X server, say.
        """
        ...

    def hold(self) -> None:
        """Keep awake from now on; returns at once. Once is enough."""
        ...

    def release(self) -> None:
        """Let the computer sleep again; returns at once."""
        ...

    def close(self) -> None:
        """Let it sleep, and end every thread."""
        ...


class Played(Enum):
    """How a playing ended."""

    HEARD = "heard"
    """To its end, on a real output that was not muted."""
    STOPPED = "stopped"
    MUTED = "muted"
    """It ran, but the output or Naklank's part of it is muted, or its volume is zero."""
    NO_OUTPUT = "no_output"
    UNREADABLE = "unreadable"
    """The recording cannot be read."""


class PlayerListener(Protocol):
    """Hears of a playing, on a thread of the player's."""

    def on_position(self, second: float) -> None:
        """Which second of the recording sounds now; about 20 times a second."""
        ...

    def on_ended(self, played: Played, heard: float) -> None:
        """The last word of a playing, and up to which second it was heard by somebody.

        That is its start where nothing was, or nobody could hear it.
        """
        ...


class Player(Protocol):
    """The loudspeaker. Plays from memory."""

    def load(self, files: Sequence[SoundFile]) -> None:
        """Take these takes, one behind the other, as the recording to play."""
        ...

    def load_clip(self, clip: Clip) -> None:
        """Take this sound in place of a recording."""
        ...

    def play(self, stretch: Stretch, speed: float, listener: PlayerListener) -> None:
        """Play a stretch at 0.75 to 1.5 times its speed, at the same pitch; returns at once.

        A playing under way is stopped first.
        """
        ...

    def stop(self) -> None:
        """Stop a playing, if any; its listener still hears how it ended."""
        ...

    def unload(self) -> None:
        """Stop, and forget the recording."""
        ...

    def close(self) -> None:
        """Stop, and end every thread."""
        ...
