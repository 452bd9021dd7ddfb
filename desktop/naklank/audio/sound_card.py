"""What the recorder and the player ask of a sound card, as protocols."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.core.ports.sound import InputDevice
    from naklank.core.recording import InputName


class OutputState(Enum):
    """Whether somebody can hear what is played."""

    SOUNDING = "sounding"
    MUTED = "muted"
    """The output, or Naklank's part of it, is muted or at volume zero."""
    NONE = "none"
    """There is no real output."""
    UNKNOWN = "unknown"


class Block(Protocol):
    """Takes the next block of a microphone; runs on a thread of the sound system's."""

    def __call__(self, samples: bytes, /, *, overflowed: bool) -> None:
        """Mono 16-bit samples, little-endian; `overflowed` when sound before them was lost."""
        ...


class Fill(Protocol):
    """Gives the next block to a loudspeaker; runs on a thread of the sound system's."""

    def __call__(self, frames: int, delay: float, now: float, /) -> bytes:
        """As many mono 32-bit floats, which will sound in `delay` seconds; `now` is its clock."""
        ...


class InputStream(Protocol):
    """An open microphone."""

    @property
    def rate(self) -> int:
        """Samples in a second, in hertz, as the microphone opened."""
        ...

    @property
    def device(self) -> str:
        """The name of the microphone that is open."""
        ...

    @property
    def is_hands_free(self) -> bool:
        """Whether it is a Bluetooth headset in the quality of a telephone."""
        ...

    def is_moved(self) -> bool:
        """Whether the system silently took another one in its place."""
        ...

    def close(self) -> None:
        """Take nothing more at once; what was not yet given is lost."""
        ...


class OutputStream(Protocol):
    """An open loudspeaker."""

    def state(self) -> OutputState:
        """Whether it can be heard now; UNKNOWN where the system does not say."""
        ...

    def close(self) -> None:
        """Fall silent at once."""
        ...


class SoundCard(Protocol):
    """The microphones and the loudspeaker."""

    def input_devices(self) -> tuple[InputDevice, ...]:
        """What is plugged in now, as far as no stream is open; empty without any."""
        ...

    def open_input(
        self, device: InputName, block: Block, finished: Callable[[], None]
    ) -> InputStream:
        """Start a microphone at its own rate; an empty name is the default.

        `finished` is called when it ends, unasked or asked.
        Raises MICROPHONE_MISSING, MICROPHONE_BUSY or MICROPHONE_DENIED.
        """
        ...

    def output_rate(self) -> int:
        """The rate of the default output, in hertz. Raises NO_OUTPUT."""
        ...

    def open_output(self, rate: int, fill: Fill, finished: Callable[[], None]) -> OutputStream:
        """Start the default output at so many hertz. Raises NO_OUTPUT."""
        ...
