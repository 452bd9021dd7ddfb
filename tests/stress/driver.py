"""The recorder in a process of its own, which reports what happens in it as it happens.

Everything reported is on its way before the next step is taken: what a killed process has said can
still be read from the pipe.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

# What every recording needs is loaded once, before the processes are forked.
import numpy as np  # noqa: F401
from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: F401

from naklank.audio import spool, take_writer
from naklank.audio.recorder import SoundCardRecorder
from naklank.core.recording import InputName, SoundFile
from support.coded_sound import CodedSoundCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from naklank.audio.sound_card import Block, Fill, InputStream, OutputStream, SoundCard
    from naklank.core.errors import ErrorCode, NaklankError
    from naklank.core.ports.sound import InputDevice
    from naklank.core.recording import Condition, Level, Take


@dataclass(frozen=True, slots=True)
class Setup:
    """What is recorded, and where to."""

    folder: Path
    rate: int = 48_000
    """Of the coded microphone; a real one has its own."""
    pace: float = 1.0
    microphone: str = ""
    is_real: bool = False
    """By PortAudio, from the sound server that `environment` names."""
    is_denied: bool = False
    """Whether the system keeps programs from a real microphone."""
    reserve: int | None = None
    """Bytes that the recorder leaves free, where not its own."""
    slowness: float = 0.0
    """Seconds that the disk takes longer for each sync than it does."""
    environment: dict[str, str] = field(default_factory=dict)
    key: bytes = bytes(range(32))

    def file(self, number: int) -> SoundFile:
        return SoundFile(self.folder / f"take-{number}", self.key)


@dataclass(frozen=True, slots=True)
class Report:
    """Something happened, at this moment of `time.monotonic`, which all processes share."""

    at: float


@dataclass(frozen=True, slots=True)
class Captured(Report):
    """The sound system gave a block; with it `frames` samples of its stream number `stream`."""

    stream: int
    frames: int
    code: int
    """CRC-32 of the block."""
    overflowed: bool


@dataclass(frozen=True, slots=True)
class Syncing(Report):
    """The disk was asked to make the sound safe."""


@dataclass(frozen=True, slots=True)
class Synced(Report):
    """So many samples of the take are safe from a power cut; it was asked at `asked`."""

    frames: int
    asked: float


@dataclass(frozen=True, slots=True)
class Arrived(Report):
    """A take began, with the sound of this stream."""

    take: Take
    stream: int


@dataclass(frozen=True, slots=True)
class Told(Report):
    """The listener was told this is wrong: conditions that hold, and an error."""

    conditions: frozenset[Condition] = frozenset()
    error: ErrorCode | None = None


@dataclass(frozen=True, slots=True)
class Kept(Report):
    take: Take


@dataclass(frozen=True, slots=True)
class Ended(Report):
    take: Take | None
    error: ErrorCode | None


class _Reporter:
    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def send(self, kind: Callable[..., Report], *facts: Any) -> None:
        with self._lock:
            self._pipe.send(kind(time.monotonic(), *facts))


class _Tap:
    """A `SoundCard` that reports what another one gives."""

    def __init__(self, card: SoundCard, reporter: _Reporter) -> None:
        self._card = card
        self._reporter = reporter
        self.streams = 0

    def open_input(
        self, device: InputName, block: Block, finished: Callable[[], None]
    ) -> InputStream:
        self.streams += 1
        stream, frames = self.streams, 0

        def take(samples: bytes, *, overflowed: bool) -> None:
            nonlocal frames
            frames += len(samples) // 2
            self._reporter.send(Captured, stream, frames, zlib.crc32(samples), overflowed)
            block(samples, overflowed=overflowed)

        return self._card.open_input(device, take, finished)

    def input_devices(self) -> tuple[InputDevice, ...]:
        return self._card.input_devices()

    def output_rate(self) -> int:
        return self._card.output_rate()

    def open_output(self, rate: int, fill: Fill, finished: Callable[[], None]) -> OutputStream:
        return self._card.open_output(rate, fill, finished)


class _Listener:
    """A `RecorderListener`."""

    def __init__(self, tap: _Tap, reporter: _Reporter) -> None:
        self._tap = tap
        self._reporter = reporter

    def on_sound_arrived(self, take: Take) -> None:
        self._reporter.send(Arrived, take, self._tap.streams)

    def on_level(self, level: Level) -> None:
        pass

    def on_conditions(self, conditions: frozenset[Condition]) -> None:
        self._reporter.send(Told, conditions)

    def on_lost(self, error: NaklankError) -> None:
        self._reporter.send(Told, frozenset(), error.code)

    def on_take_kept(self, take: Take) -> None:
        self._reporter.send(Kept, take)

    def on_ended(self, take: Take | None, error: NaklankError | None) -> None:
        self._reporter.send(Ended, take, error and error.code)


def main(setup: Setup, reports: Connection, commands: Connection) -> None:
    """Record until killed, or told ("end"); ends at once when the other end of the pipe is gone.

    Commands are the names of the recorder's own `stop`, or an attribute of the coded card and its
    new value.
    """
    os.environ.update(setup.environment)
    reporter = _Reporter(reports)
    _report_syncs(reporter, setup.slowness)
    if setup.reserve is not None:
        take_writer.RESERVE = setup.reserve  # type: ignore[misc]
    card = _card(setup)
    tap = _Tap(card, reporter)
    recorder = SoundCardRecorder(tap)
    recorder.start(setup.file, 1, InputName(setup.microphone), _Listener(tap, reporter))
    while True:
        try:
            name, *values = commands.recv()
        except EOFError:
            os._exit(1)
        if name == "end":
            recorder.abort()
            return
        if name == "stop":
            recorder.stop()
        else:
            setattr(card, name, *values)


def _card(setup: Setup) -> SoundCard:
    if not setup.is_real:
        return CodedSoundCard(setup.rate, setup.pace)
    from naklank.audio.portaudio import PortAudio

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # ALSA says every detail there
    return PortAudio(is_denied=lambda: setup.is_denied)


def _report_syncs(reporter: _Reporter, slowness: float) -> None:
    original, disk = spool.Spool.sync, threading.Event()

    def sync(self: spool.Spool) -> None:
        reporter.send(Syncing)
        frames, asked = self._pages * spool.FRAMES, time.monotonic()
        original(self)
        disk.wait(slowness)
        reporter.send(Synced, frames, asked)

    spool.Spool.sync = sync  # type: ignore[method-assign]
