"""The real sound card and the fake one, with the same knobs: contract tests run on both."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Protocol

from naklank.audio.portaudio import PortAudio
from naklank.audio.sound import Sound
from naklank.audio.sound_card import OutputState
from support.fake_sound import FakeSoundCard
from support.virtual_sound import Listening, VirtualSound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from naklank.audio.sound_card import SoundCard
    from naklank.core.recording import SoundFile

    Place = Callable[[int], SoundFile]
    """Where each take of a recording belongs, by its number."""

SAYING = 30.0
"""Seconds in which a test's words are said at the latest."""


class Rig(Protocol):
    """A sound card that a test turns the knobs of."""

    microphone: str
    pace: float
    """How much faster than ours its clock runs."""

    @property
    def card(self) -> SoundCard: ...

    def say(self, sound: Sound) -> Callable[[], None]:
        """Begin to speak; the answer waits until it is said."""
        ...

    def mute_microphone(self) -> None: ...

    def unplug_microphone(self) -> None:
        """Another one stays."""
        ...

    def stall_microphone(self) -> None: ...

    def mute_output(self) -> None: ...

    def remove_output(self) -> None:
        """What the system itself makes up may stay."""
        ...

    def stall_output(self) -> None: ...

    def listen(self) -> contextlib.AbstractContextManager[Callable[[], Sound]]:
        """Hear the loudspeaker during a block; the answer gives the sound after it."""
        ...

    def open_streams(self) -> int: ...


class FakeRig:
    def __init__(self) -> None:
        self.pace = 4.0
        self.card = FakeSoundCard(pace=self.pace)
        self.microphone = "Headset"

    def say(self, sound: Sound) -> Callable[[], None]:
        self.card.say(sound)
        return lambda: self.card.wait_until_said(SAYING)

    def mute_microphone(self) -> None:
        self.card.microphone_muted = True

    def unplug_microphone(self) -> None:
        self.card.microphones = ("Desk microphone",)

    def stall_microphone(self) -> None:
        self.card.dead = frozenset({self.microphone})

    def mute_output(self) -> None:
        self.card.output = OutputState.MUTED

    def remove_output(self) -> None:
        self.card.output = OutputState.NONE

    def stall_output(self) -> None:
        self.card.stalled = True

    @contextlib.contextmanager
    def listen(self) -> Iterator[Callable[[], Sound]]:
        yield lambda: Sound(self.card.played, self.card.rate)

    def open_streams(self) -> int:
        return self.card.streams


class RealRig:
    """PortAudio on the virtual sound server; a block leaves the server as it was."""

    def __init__(self, server: VirtualSound) -> None:
        self.pace = 1.0
        self.card = PortAudio()
        self.microphone = "mic_b"
        self._server = server
        self._undo = contextlib.ExitStack()

    def say(self, sound: Sound) -> Callable[[], None]:
        process = self._server.speak(sound, self.microphone)
        self._undo.callback(process.wait, SAYING)
        self._undo.callback(process.terminate)
        return lambda: _succeed(process.wait(SAYING))

    def mute_microphone(self) -> None:
        self._turn(("set-source-mute", self.microphone, "1"), ("set-source-mute", "mic_b", "0"))

    def unplug_microphone(self) -> None:
        self._server.unplug(self.microphone)
        self._undo.callback(self._server.plug_in, self.microphone)

    def stall_microphone(self) -> None:
        self._turn(("suspend-source", "mic_b", "1"), ("suspend-source", "mic_b", "0"))

    def mute_output(self) -> None:
        self._turn(("set-sink-mute", "speaker", "1"), ("set-sink-mute", "speaker", "0"))

    def remove_output(self) -> None:
        number = self._server.add_sink("auto_null")
        self._undo.callback(self._server.pactl, "unload-module", number)
        self._server.pactl("set-default-sink", "auto_null")
        self._undo.callback(self._server.pactl, "set-default-sink", "speaker")
        self._server.move_our_streams("auto_null")

    def stall_output(self) -> None:
        self._turn(("suspend-sink", "speaker", "1"), ("suspend-sink", "speaker", "0"))

    @contextlib.contextmanager
    def listen(self) -> Iterator[Callable[[], Sound]]:
        with Listening(self._server, "speaker.monitor") as listening:
            yield lambda: listening.sound

    def open_streams(self) -> int:
        return self._server.streams_of_ours()

    def close(self) -> None:
        self._undo.close()

    def _turn(self, on: tuple[str, ...], off: tuple[str, ...]) -> None:
        self._server.pactl(*on)
        self._undo.callback(self._server.pactl, *off)


def _succeed(status: int) -> None:
    assert status == 0
