"""From the key that confirms a check to the first sound of what follows, in milliseconds.

    python tests/benchmarks/next_check.py [--checks N] [--json FILE]

The real flow on the real PortAudio, with a sound server of its own, saving each session to the disk
as it does for a doctor. Beside it, in the same run: a stream of sounddevice's opened anew with
the sound at hand, and the same with the recording read anew from its file for each place.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from benchmarks.lab.lying_ready import listening
from benchmarks.lab.report import Goal, Report, asked, progress
from naklank.audio.portaudio import PortAudio
from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.audio.tempo import at_speed
from naklank.core.checks import Check, CheckKind
from naklank.core.recording import Recording, SoundFile, Take
from naklank.core.review import Review
from naklank.core.session import Session, State
from naklank.core.settings import Checking
from naklank.workflow.listening_flow import ListeningFlow
from support.sounds import as_take, tone
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from collections.abc import Callable

    from naklank.audio.portaudio_streams import PortAudioOutput
    from naklank.audio.sound_card import Fill

EVERY = 2.0
"""Seconds from check to check."""
RATE = 16_000
GOAL = 100.0
"""Milliseconds."""
SILENCE = 30_000
"""Milliseconds after which a playing that does not end is a failure."""


class Watched(PortAudio):
    """Notes when the first block of each playing is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.first: float | None = None

    def begin(self) -> None:
        """Wait for the first block again."""
        self.first = None

    def open_output(self, rate: int, fill: Fill, finished: Callable[[], None]) -> PortAudioOutput:
        def noted(frames: int, delay: float, now: float) -> bytes:
            block = fill(frames, delay, now)
            if self.first is None:
                self.first = time.perf_counter()
            return block

        return super().open_output(rate, noted, finished)


def main() -> None:
    """Print the figures of ours and of the rivals."""
    parser = asked(__doc__)
    parser.add_argument("--checks", type=int, default=30)
    options = parser.parse_args()
    report = Report("next_check", options)
    application = QCoreApplication([])
    with VirtualSound() as server, tempfile.TemporaryDirectory() as folder:
        os.environ["PULSE_SERVER"] = server.address
        os.environ["ALSA_CONFIG_PATH"] = str(server.alsa_config)
        sound = Sound(tone(options.checks * EVERY + 1.0, RATE), RATE)
        file = as_take(Path(folder) / "take", sound)
        progress("ours")
        ours = _ours(Path(folder), file, options.checks)
        progress("rivals")
        ready = [_fresh_stream(lambda: _kept(sound)) for _ in range(options.checks)]
        read = [_fresh_stream(lambda: _read_anew(file)) for _ in range(options.checks)]
    title = f"From the key to the first block, {options.checks} checks (ms)"
    report.add(title, _row("Naklank", ours))
    report.add(title, _row("sounddevice, fresh stream", ready))
    report.add(title, _row("the same, recording read anew", read))
    busy = f"a bare stream waits up to {max(ready):.0f} ms: the computer was busy"
    report.goals.append(Goal("longest wait for the next check (ms)", max(ours), GOAL, busy))
    report.publish()
    del application


def _ours(folder: Path, file: SoundFile, count: int) -> list[float]:
    card = Watched()
    waits = []
    with listening(folder, file, _session(count), card, Checking()) as (flow, _):
        _wait_for_end(flow, flow.open)
        for _ in range(count):
            card.begin()
            start = time.perf_counter()
            _wait_for_end(flow, flow.confirm)
            assert card.first is not None
            waits.append((card.first - start) * 1000)
    return waits


def _session(count: int) -> Session:
    checks = (
        Check(CheckKind.NEGATION, "geen", at * EVERY + 1, at * EVERY + 1.4) for at in range(count)
    )
    frames = round((count * EVERY + 1.0) * RATE)
    return Session(
        "00ff",
        datetime.now(UTC),
        "nl",
        "",
        state=State.REVIEWING,
        recording=Recording((Take(1, RATE, frames, "microphone", 0, ()),)),
        review=Review(tuple(checks)),
    )


def _wait_for_end(flow: ListeningFlow, act: Callable[[], None]) -> None:
    loop = QEventLoop()
    flow.ended.connect(loop.quit)
    QTimer.singleShot(SILENCE, loop, lambda: loop.exit(1))
    act()
    assert loop.exec() == 0, "a playing did not end"
    flow.ended.disconnect(loop.quit)


def _kept(sound: Sound) -> Sound:
    return Sound(sound.samples[: 2 * sound.rate], sound.rate)


def _read_anew(file: SoundFile) -> Sound:
    sound = resample(read_takes([file]), 48_000)
    return at_speed(Sound(sound.samples[: 2 * sound.rate], sound.rate), 1.25)


def _fresh_stream(sound: Callable[[], Sound]) -> float:
    """Milliseconds until a stream of sounddevice's own asks for its first block."""
    import sounddevice

    first: list[float] = []
    start = time.perf_counter()
    ready = sound()

    def give(data: Any, frames: int, _time: Any, _status: Any) -> None:
        data[:, 0] = np.resize(ready.samples[:frames], frames)
        first.append(time.perf_counter())

    with sounddevice.OutputStream(ready.rate, channels=1, latency=0.2, callback=give):
        while not first:
            time.sleep(0.0005)
    return (first[0] - start) * 1000


def _row(who: str, waits: list[float]) -> dict[str, Any]:
    ordered = sorted(waits)
    return {
        "who": who,
        "median": statistics.median(waits),
        "95 %": ordered[round(0.95 * (len(ordered) - 1))],
        "longest": ordered[-1],
    }


if __name__ == "__main__":
    main()
