"""The window in figures: until it can be used, from the stop key to the text, and memory.

    python tests/benchmarks/window.py [SOUND] [--runs N]

The app runs as a user runs it, on a screen and with a microphone of its own; SOUND is spoken into
it. Each figure stands beside a rival measured in the same run: an empty Qt window for the start,
and faster-whisper itself, warm, on the same file for the text. Not a test: the machine decides.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil

from naklank.audio.reading import read_sound
from naklank.foundation.paths import models_folder, resource
from naklank.speech.models import BASE, read_catalogue, ready_model
from support.pilot import Pilot
from support.screen import Screen
from support.virtual_sound import VirtualSound

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "dictation_en.flac"

EMPTY_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
class Window(QMainWindow):
    def showEvent(self, event):
        from PySide6.QtCore import QTimer
        QTimer.singleShot(0, app.quit)
window = Window()
window.show()
app.exec()
"""

ENGINE = """
import sys, time
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], compute_type="int8", local_files_only=True)
start = time.perf_counter()
segments, _ = model.transcribe(sys.argv[2], language=sys.argv[3], beam_size=5, word_timestamps=True)
list(segments)
print(time.perf_counter() - start)
"""


def main() -> None:
    """Print a table of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sound", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--language", default="en")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    catalogue = read_catalogue(resource("models/catalogue.tsv"), BASE)
    model = ready_model(models_folder() / BASE, catalogue)
    with Screen() as screen, VirtualSound() as sound:
        rows = [_measure(screen, sound, model, options) for _ in range(options.runs)]
    print("figure                    ours      rival     ratio")
    for name in rows[0]:
        ours, rival = (statistics.median(row[name][place] for row in rows) for place in (0, 1))
        ratio = f"{ours / rival:6.2f}" if rival else "     -"
        print(f"{name:22} {ours:9.2f} {rival:9.2f}    {ratio}")


def _measure(
    screen: Screen, sound: VirtualSound, model: Path, options: argparse.Namespace
) -> dict[str, tuple[float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "models").mkdir()
        (data / "models" / BASE).symlink_to(model)
        (data / "settings.json").write_text(f'{{"speech_language": "{options.language}"}}')
        environment = {
            **screen.environment(),
            "PULSE_SERVER": sound.address,
            "ALSA_CONFIG_PATH": str(sound.alsa_config),
            "NAKLANK_HOME": folder,
        }
        start = time.perf_counter()
        with Pilot(screen, environment) as pilot:
            usable = time.perf_counter() - start
            pilot.wait_for("desk.typing.is_engine_ready")
            warm = time.perf_counter() - start
            seconds, memory = _text_after_stop(pilot, sound, options.sound)
    empty = _timed([sys.executable, "-c", EMPTY_WINDOW], screen.environment())
    engine = float(
        subprocess.run(
            [sys.executable, "-c", ENGINE, str(model), str(options.sound), options.language],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "HF_HUB_OFFLINE": "1"},
        ).stdout
    )
    return {
        "usable window (s)": (usable, empty),
        "engine warm (s)": (warm, 0.0),
        "stop to text (s)": (seconds, engine),
        "peak memory (MB PSS)": (memory, 0.0),
    }


def _text_after_stop(pilot: Pilot, sound: VirtualSound, file: Path) -> tuple[float, float]:
    """Seconds from the stop key to the text, and the highest sum of PSS on the way, in MB."""
    pilot.press("a")
    pilot.wait_for("window.agree.go_on.isEnabled()")
    pilot.press("ctrl+Return")
    pilot.wait_for_state("agreed")
    pilot.press("ctrl+Return")
    pilot.wait_for("desk.recording.microphone.value == 'open'")
    sound.speak(read_sound(file), "mic_a").wait()
    pilot.press("ctrl+Return")
    start = time.perf_counter()
    peak = 0.0
    while pilot.state != "reviewing":
        peak = max(peak, _memory(pilot.process.pid))
    return time.perf_counter() - start, peak


def _memory(pid: int) -> float:
    app = psutil.Process(pid)
    parts = [app, *app.children(recursive=True)]
    return sum(part.memory_full_info().pss for part in parts) / 1e6


def _timed(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
