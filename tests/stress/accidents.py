"""What can happen to a microphone, and what must then be told and kept."""

from __future__ import annotations

import contextlib
import subprocess
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from naklank.audio.spool import read_takes
from naklank.core.errors import ErrorCode
from naklank.core.recording import Condition
from stress.driver import Arrived, Ended, Kept, Setup, Told
from stress.outcome import LOSS, Outcome
from stress.recorder_process import PATIENCE, MissingError, RecorderProcess
from support.sounds import part_found

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from naklank.audio.sound import Sound
    from naklank.core.recording import Take
    from support.virtual_sound import VirtualSound

    Knob = Callable[[VirtualSound], object]
    Accident = Callable[[Outcome, "Place", random.Random], None]

LOST_TOLD = 2.0
MUTED_TOLD = 3.5
"""Seconds within which an accident is told: muted after 3, and the time to say so."""

ALIKE = 0.9
"""How well speech is found again; 1 is the same."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something to say, also as a file of raw samples."""

    sound: Sound
    file: Path


@dataclass(frozen=True, slots=True)
class Place:
    """A sound server, a folder to record into, and words for before and after."""

    server: VirtualSound
    devices: Path
    """ALSA's list of them: of our own, for the server writes its own anew when it starts again, and
    PortAudio ends the process where it finds it empty."""
    folder: Path
    early: Words
    late: Words

    def setup(self, microphone: str = "mic_a", *, is_denied: bool = False) -> Setup:
        environment = {"PULSE_SERVER": self.server.address, "ALSA_CONFIG_PATH": str(self.devices)}
        return Setup(
            self.folder,
            microphone=microphone,
            is_real=True,
            is_denied=is_denied,
            environment=environment,
        )

    def say(self, words: Words) -> None:
        """Into both microphones, to the end."""
        play = ("paplay", "--raw", "--format=s16le", "--channels=1", f"--rate={words.sound.rate}")
        speaking = [
            subprocess.Popen(
                [*play, f"--device={sink}", str(words.file)],
                env=self.server.environment(),
                stderr=subprocess.DEVNULL,
            )
            for sink in ("in_a", "in_b")
        ]
        if any([process.wait(PATIENCE) for process in speaking]):  # noqa: C419 - wait for both
            raise MissingError("it was not said")

    def hears(self, words: Words, take: Take) -> bool:
        whole = read_takes([self.setup().file(take.number)])
        return bool(whole.samples.any()) and part_found(words.sound, whole) > ALIKE


def _lost(
    outcome: Outcome,
    place: Place,
    chance: random.Random,
    happen: Knob,
    undo: Knob,
    *,
    goes_on_alone: bool = False,
) -> None:
    """It is told, and the next take begins: with another microphone at once, or after `undo`."""
    with RecorderProcess(place.setup()) as process, contextlib.ExitStack() as later:
        first = _spoken_into(process, place, chance)
        begin = time.monotonic()
        later.callback(undo, place.server)
        happen(place.server)
        told = process.wait_for(Told, lambda one: one.error is not None, begin)
        if not goes_on_alone:
            later.close()
        back = time.monotonic()
        second = process.wait_for(Arrived, after=told.at)
        outcome.figures["again"] = round(second.at - (told.at if goes_on_alone else back), 3)
        place.say(place.late)
        last = _stopped(outcome, process)
        captured = process.captured(begin, first.stream)
    outcome.limit("told", told.at - begin, LOST_TOLD)
    outcome.expect(told.error is ErrorCode.MICROPHONE_LOST, f"told: {told.error}")
    kept = process.all(Kept)[0].take
    outcome.limit("lost", (captured - kept.frames) / kept.rate, LOSS)
    outcome.expect(place.hears(place.early, kept), "what was said before is not in the first take")
    heard_late = last is not None and place.hears(place.late, last)
    outcome.expect(heard_late, "what was said after it is not in the last take")
    outcome.facts["takes"] = len(process.all(Arrived))


def _muted(outcome: Outcome, place: Place, chance: random.Random) -> None:
    mute, server = "set-source-mute", place.server
    with RecorderProcess(place.setup()) as process, contextlib.ExitStack() as later:
        _spoken_into(process, place, chance)
        begin = time.monotonic()
        later.callback(server.pactl, mute, "mic_a", "0")
        server.pactl(mute, "mic_a", "1")
        told = process.wait_for(Told, lambda one: Condition.SILENT in one.conditions, begin)
        later.close()
        begin_again = time.monotonic()
        place.say(place.late)
        well = process.wait_for(Told, lambda one: Condition.SILENT not in one.conditions, told.at)
        last = _stopped(outcome, process)
    outcome.limit("told", told.at - begin, MUTED_TOLD)
    outcome.figures["again"] = round(well.at - begin_again, 3)
    _expect_both(outcome, place, process, last)


def _moved(outcome: Outcome, place: Place, chance: random.Random) -> None:
    """To another microphone, while its own is still there."""

    def move(process: RecorderProcess) -> None:
        for number in _streams(place.server, process.process.pid):
            place.server.pactl("move-source-output", number, "mic_b")

    _taken_away(outcome, place, chance, "mic_a", move)


def _switched(outcome: Outcome, place: Place, chance: random.Random) -> None:
    """A headset becomes the system's choice while that is recorded."""
    with contextlib.ExitStack() as later:
        later.callback(place.server.pactl, "set-default-source", "mic_a")

        def switch(_process: RecorderProcess) -> None:
            place.server.pactl("set-default-source", "mic_b")

        _taken_away(outcome, place, chance, "default", switch)


def _taken_away(
    outcome: Outcome,
    place: Place,
    chance: random.Random,
    microphone: str,
    happen: Callable[[RecorderProcess], None],
) -> None:
    """The sound server gives us another microphone: told, and the recording goes on."""
    with RecorderProcess(place.setup(microphone)) as process:
        _spoken_into(process, place, chance)
        begin = time.monotonic()
        happen(process)
        told = process.wait_for(Told, lambda one: one.error is not None, begin)
        second = process.wait_for(Arrived, after=told.at)
        place.say(place.late)
        last = _stopped(outcome, process)
    outcome.limit("told", told.at - begin, LOST_TOLD)
    outcome.expect(told.error is ErrorCode.MICROPHONE_LOST, f"told: {told.error}")
    outcome.figures["again"] = round(second.at - told.at, 3)
    outcome.expect(
        place.hears(place.early, process.all(Kept)[0].take),
        "what was said before is not in the first take",
    )
    heard_late = last is not None and place.hears(place.late, last)
    outcome.expect(heard_late, "what was said after it is not in the last take")


def _denied(outcome: Outcome, place: Place, _chance: random.Random) -> None:
    """The system does not give it to programs."""
    with contextlib.ExitStack() as later:
        for microphone in ("mic_a", "mic_b"):
            place.server.unplug(microphone)
            later.callback(place.server.plug_in, microphone)
        begin = time.monotonic()
        with RecorderProcess(place.setup(is_denied=True)) as process:
            ended = process.wait_for(Ended)
    outcome.limit("told", ended.at - begin, LOST_TOLD)
    outcome.expect(ended.error is ErrorCode.MICROPHONE_DENIED, f"told: {ended.error}")
    outcome.expect(not any(place.folder.iterdir()), "a file of nothing")


def _spoken_into(process: RecorderProcess, place: Place, chance: random.Random) -> Arrived:
    """Return at a random moment after something was said."""
    first = process.wait_for(Arrived)
    place.say(place.early)
    process.wait_until(time.monotonic() + chance.uniform(0.1, 0.7))
    return first


def _stopped(outcome: Outcome, process: RecorderProcess) -> Take | None:
    process.tell("stop")
    ended = process.wait_for(Ended)
    outcome.expect(ended.error is None, f"ended with {ended.error}")
    process.end()
    return ended.take


def _expect_both(
    outcome: Outcome, place: Place, process: RecorderProcess, last: Take | None
) -> None:
    """In the one take that there is."""
    outcome.expect(len(process.all(Arrived)) == 1, "more than one take")
    outcome.facts["losses_told"] = sum(one.error is not None for one in process.all(Told))
    is_early = last is not None and place.hears(place.early, last)
    is_late = last is not None and place.hears(place.late, last)
    outcome.expect(is_early, "what was said before it is not in the take")
    outcome.expect(is_late, "what was said after it is not in the take")


def _streams(server: VirtualSound, pid: int | None) -> Iterator[str]:
    for part in server.pactl("list", "source-outputs").split(" #")[1:]:
        if f'application.process.id = "{pid}"' in part:
            yield part.split("\n")[0]


def _take_all(server: VirtualSound) -> None:
    """Without a sink it has no microphone."""
    server.pactl("unload-module", "module-null-sink")


def _start_anew(server: VirtualSound) -> None:
    server.kill()
    server.start_again()


ACCIDENTS: dict[str, Accident] = {
    "unplugged": partial(
        _lost,
        happen=lambda server: server.unplug("mic_a"),
        undo=lambda server: server.plug_in("mic_a"),
        goes_on_alone=True,
    ),
    "muted": _muted,
    "denied": _denied,
    "moved": _moved,
    "switched": _switched,
    "server_hangs": partial(
        _lost,
        happen=lambda server: server.hang(),
        undo=lambda server: server.go_on(),
    ),
    "server_killed": partial(
        _lost,
        happen=lambda server: server.kill(),
        undo=lambda server: server.start_again(),
    ),
    "last_unplugged": partial(_lost, happen=_take_all, undo=_start_anew),
    "stalled": partial(
        _lost,
        happen=lambda server: server.pactl("suspend-source", "mic_a", "1"),
        undo=lambda server: server.pactl("suspend-source", "mic_a", "0"),
        goes_on_alone=True,
    ),
}
