"""Until the window can be used, from a disk that has read nothing of it yet.

    python tests/benchmarks/start.py [--runs N] [--disks cold,warm] [--json FILE]

Each run is a new process on a screen of its own. Cold: before each, all that can be written is
written and Linux is told to forget every page, directory and inode that it holds (`sync`, then 3
into /proc/sys/vm/drop_caches); that needs root, else the cold rows are left out. Usable is the
moment at which the main thread answers a question. The rival is `python -c "import whisper"`, of
what others start with, in the same way.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lab.report import Goal, Report, asked, progress
from support.pilot import Pilot
from support.practice import set_up
from support.screen import Screen

USABLE = 1.5
"""Seconds; the goal is for a cold disk."""
FORGET = Path("/proc/sys/vm/drop_caches")


def main() -> None:
    parser = asked(__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--disks", default="cold,warm")
    options = parser.parse_args()
    states = [
        one for one in options.disks.split(",") if one == "warm" or os.access(FORGET, os.W_OK)
    ]
    report = Report("start", options)
    usable: dict[str, float] = {}
    with Screen() as screen:
        for state in states:
            ours, rival = [], []
            for number in range(options.runs):
                _make(state)
                ours.append(_window(screen))
                _make(state)
                rival.append(_whisper())
                progress(f"{state}, run {number + 1}: {ours[-1]:.2f} and {rival[-1]:.2f} s")
            row = {
                "disk": state,
                "window usable": round(statistics.median(ours), 2),
                "slowest": round(max(ours), 2),
                "import whisper": round(statistics.median(rival), 2),
                "times": round(statistics.median(rival) / statistics.median(ours), 1),
            }
            report.add("Seconds, medians", row)
            usable[state] = statistics.median(ours)
    for state, seconds in usable.items():
        report.goals.append(Goal(f"window usable, {state}, s", seconds, USABLE))
    report.publish()


def _make(state: str) -> None:
    if state == "cold":
        os.sync()
        FORGET.write_text("3")


def _window(screen: Screen) -> float:
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder))
        start = time.perf_counter()
        with Pilot(screen, {**screen.environment(), "NAKLANK_HOME": folder}) as pilot:
            pilot.ask("window.isVisible()")
            return time.perf_counter() - start


def _whisper() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-W", "ignore", "-c", "import whisper"], check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
