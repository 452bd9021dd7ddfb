"""Memory of app and engine together with *base*, before, while and after they type.

    python tests/benchmarks/memory.py [SOUND] [--rivals NAME;...] [--json FILE]

The app runs as a user runs it, on a screen and with a microphone of its own, into which SOUND is
spoken (the shorter recording of `long/`, if none is given). Proportional set size (PSS: shared
pages count once) of the app and all its processes, in MB of a million bytes, about four times a
second: the highest of each phase. The rivals type the same file in a process of their own.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil

from benchmarks.lab.clips import read_samples
from benchmarks.lab.report import Goal, Report, asked, progress
from benchmarks.lab.typists import PLAIN, REFERENCE, base_model, open_rivals
from naklank.audio.reading import read_sound
from naklank.speech.models import BASE
from support.pilot import Pilot
from support.screen import Screen
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST = 600.0
"""MB."""
LOOK = 0.25
"""Seconds between two looks: each one costs the app some milliseconds."""
AFTER = 5.0
"""Seconds behind the text that still count as after."""
LIMIT = 600.0
PHASES = ("ready", "speaking", "typing", "after")


def main() -> None:
    parser = asked(__doc__)
    parser.add_argument("sound", nargs="?", type=Path)
    parser.add_argument(
        "--rivals", type=lambda text: text.split(";") if text else [], default=[PLAIN, REFERENCE]
    )
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    file = options.sound or min((options.speech / "long").glob("*.flac"), key=_size)
    if options.one:
        with contextlib.ExitStack() as stack:
            (rival,) = open_rivals([options.one], stack).values()
            rival.type_out(read_samples(file))
        return
    report = Report("memory", options)
    peaks = _app_peaks(file)
    for phase in PHASES:
        parts = peaks[phase]
        app, engine = parts[0], sum(parts[1:])
        row = {"phase": phase, "app (MB)": app, "engine (MB)": engine, "together (MB)": sum(parts)}
        report.add("Naklank, the highest of each phase", row)
    for name in options.rivals:
        report.add("Rivals, the highest", {"who": name, "MB": _rival_peak(name, file)})
    highest = max(sum(parts) for parts in peaks.values())
    report.goals.append(Goal("MB of app and engine together (PSS)", highest, MOST))
    report.publish()


def _size(file: Path) -> int:
    return file.stat().st_size


def _app_peaks(file: Path) -> dict[str, list[float]]:
    """For each phase what each process held when all together held most, the app first."""
    peaks: dict[str, list[float]] = {phase: [0.0] for phase in PHASES}
    with Screen() as screen, VirtualSound() as sound, _environment() as own:
        environment = {
            **screen.environment(),
            **own,
            "PULSE_SERVER": sound.address,
            "ALSA_CONFIG_PATH": str(sound.alsa_config),
        }
        with Pilot(screen, environment) as pilot:

            def watch(phase: str, goes_on: Callable[[], bool]) -> None:
                progress(phase)
                while True:
                    peaks[phase] = max(peaks[phase], _pss(pilot.process.pid), key=sum)
                    if not goes_on():
                        return
                    time.sleep(LOOK)

            pilot.wait_for("desk.typing.is_engine_ready")
            _agree(pilot)
            watch("ready", lambda: False)
            pilot.press("ctrl+Return")
            pilot.wait_for("desk.recording.microphone.value == 'open'")
            speaker = sound.speak(read_sound(file), "mic_a")
            watch("speaking", lambda: speaker.poll() is None)
            pilot.press("ctrl+Return")
            watch("typing", lambda: pilot.state != "reviewing")
            end = time.monotonic() + AFTER
            watch("after", lambda: time.monotonic() < end)
    return peaks


def _agree(pilot: Pilot) -> None:
    pilot.press("a")
    pilot.wait_for("window.agree.go_on.isEnabled()")
    pilot.press("ctrl+Return")
    pilot.wait_for_state("agreed")


@contextlib.contextmanager
def _environment() -> Iterator[dict[str, str]]:
    """A data folder of its own with the model in it."""
    model = base_model().resolve()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "models").mkdir()
        (data / "models" / BASE).symlink_to(model)
        (data / "settings.json").write_text('{"keeping.keys": "file"}', encoding="utf-8")
        yield {"NAKLANK_HOME": folder}


def _rival_peak(name: str, file: Path) -> float:
    """The highest of a rival's processes together; it includes what this program imports."""
    command = [sys.executable, __file__, str(file), "--one", name]
    peak, deadline = 0.0, time.monotonic() + LIMIT
    progress(name)
    with subprocess.Popen(command, env=dict(os.environ)) as process:
        while process.poll() is None:
            peak = max(peak, sum(_pss(process.pid)))
            time.sleep(LOOK)
            if time.monotonic() > deadline:
                process.kill()
    return peak


def _pss(pid: int) -> list[float]:
    """MB of each process, the given one first; those that end meanwhile count nothing."""
    found: list[float] = []
    with contextlib.suppress(psutil.NoSuchProcess):
        first = psutil.Process(pid)
        parts = (first, *first.children(recursive=True))
        found.extend(part.memory_full_info().pss / 1e6 for part in parts)
    return found or [0.0]


if __name__ == "__main__":
    main()
