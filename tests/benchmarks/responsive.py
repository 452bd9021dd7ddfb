"""How long the main thread is busy with one thing, at the most, over the whole way.

    python tests/benchmarks/responsive.py [--clip FILE] [--runs N] [--json FILE]

The real app on a screen of its own, with a real microphone and folder, driven by keys: agree,
speak, check, hand over, finish. A timer of 5 ms on the main thread tells how long it was kept
waiting; whoever presses a key in that time waits as long. The rival is an empty Qt window with the
same timer on the same screen for two seconds: what the machine itself costs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lab.report import Goal, Report, asked, progress
from naklank.foundation.paths import models_folder, resource
from naklank.speech.models import BASE, read_catalogue, ready_model
from support import pilot as piloting
from support.pilot import Pilot
from support.practice import SENTENCE, agree_by_keys, confirm_all, record, save_by_keys, set_up
from support.screen import Screen
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

LONGEST = 50.0
"""Milliseconds that nobody notices."""
BEATING = Path(__file__).with_name("lab") / "beating_app.py"
EMPTY = """
import sys, time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
last, longest = time.perf_counter(), 0.0
def beat():
    global last, longest
    now = time.perf_counter()
    longest, last = max(longest, (now - last) * 1000 - 5), now
timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
timer.timeout.connect(beat)
def begin():
    global last
    last = time.perf_counter()
    timer.start(5)
window.show()
QTimer.singleShot(500, begin)
QTimer.singleShot(2500, app.quit)
app.exec()
print(longest)
"""


def main() -> None:
    parser = asked(__doc__)
    parser.add_argument("--clip", default=SENTENCE, help="of the folder real")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    report = Report("responsive", options)
    piloting.APP = BEATING
    with Screen() as screen, VirtualSound() as sound:
        rows = [dict(_walk(screen, sound, options)) for _ in range(options.runs)]
        empty = [_empty(screen) for _ in range(options.runs)]
    for step in rows[0]:
        times = [row[step] for row in rows]
        report.add(
            "Longest the main thread was busy, ms",
            {"step": step, "median": round(statistics.median(times)), "worst": round(max(times))},
        )
    rival = statistics.median(empty)
    worst = max(statistics.median(row[step] for row in rows) for step in rows[0] if step != "start")
    report.notes.append(f"an empty window: {rival:.1f} ms; ours {worst / max(rival, 0.1):.0f} x")
    report.goals.append(Goal("longest block after the start, median, ms", worst, LONGEST))
    report.publish()


def _walk(
    screen: Screen, sound: VirtualSound, options: argparse.Namespace
) -> Iterator[tuple[str, float]]:
    """Each step of the way and its longest block."""
    catalogue = read_catalogue(resource("models/catalogue.tsv"), BASE)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "models").mkdir()
        (data / "models" / BASE).symlink_to(ready_model(models_folder() / BASE, catalogue))
        set_up(data)
        home = data / "stick"
        home.mkdir()
        environment = {
            **screen.environment(),
            "PULSE_SERVER": sound.address,
            "ALSA_CONFIG_PATH": str(sound.alsa_config),
            "NAKLANK_HOME": folder,
        }
        with Pilot(screen, environment) as pilot:
            pilot.wait_for("desk.typing.is_engine_ready")
            yield "start", _longest(pilot)
            agree_by_keys(pilot)
            yield "agree", _longest(pilot)
            record(pilot, sound, options.speech / "real" / options.clip)
            yield "speak", _longest(pilot)
            pilot.wait_for_state("reviewing", 120)
            yield "stop to text", _longest(pilot)
            checks = confirm_all(pilot)
            progress(f"{checks} checks")
            yield "check", _longest(pilot)
            pilot.press("ctrl+Return")
            pilot.wait_for_state("approved")
            pilot.wait_for("window.hand_over.sheet.page_count == 1")
            yield "sheet", _longest(pilot)
            save_by_keys(pilot, home)
            yield "save, with the dialog", _longest(pilot)
            pilot.press("ctrl+Delete")
            pilot.wait_for_state("agreeing")
            yield "finish", _longest(pilot)


def _longest(pilot: Pilot) -> float:
    return float(pilot.ask("window.heart.longest()"))


def _empty(screen: Screen) -> float:
    command = [sys.executable, "-c", EMPTY]
    run = subprocess.run(
        command, env=screen.environment(), check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return float(run.stdout)


if __name__ == "__main__":
    main()
