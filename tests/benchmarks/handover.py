"""How long it takes until what goes home lies in a folder, in milliseconds.

    python tests/benchmarks/handover.py [--seconds N] [--rounds N] [--json FILE]

Two minutes of sound and a sheet of 200 words: each part by itself, all of it cold as when it is
asked for at once, and prepared in the background as the app does while the sheet is being read.
Beside it, in the same run: LibreOffice, which makes the PDF of a Word document.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lab.report import Goal, Report, asked, progress
from naklank.assembly.publishing import FilePublisher
from naklank.audio.mp3 import encode_mp3
from naklank.audio.sound import Sound
from naklank.audio.spool import read_takes
from naklank.core.topics import Topic, TopicBlock
from naklank.core.voice import Ends
from naklank.handover.page import make_html
from naklank.handover.paper import make_pdf
from naklank.handover.word import make_docx
from support.documents import approved_of, soffice_to_pdf
from support.sounds import as_take, tone

if TYPE_CHECKING:
    from collections.abc import Callable

RATE = 48_000
MOMENT = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
SENTENCE = "Neem elke ochtend na het eten een tablet tegen pijn."
GOAL = 1_000.0
"""Milliseconds for all that is prepared."""


def main() -> None:
    """Print each part, all of it cold and prepared, and the rival."""
    parser = asked(__doc__)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    report = Report("handover", options)
    sheet = approved_of("nl", blocks=tuple(TopicBlock(one, (SENTENCE,) * 4) for one in Topic))
    publisher = FilePublisher(read_takes)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        takes = [as_take(folder / "take", Sound(tone(options.seconds, RATE), RATE))]
        home = folder / "home"
        home.mkdir()
        progress("parts")
        mp3 = encode_mp3(read_takes(takes), sheet.title)

        def make() -> dict[str, bytes]:
            sound = publisher.make_sound(takes, Ends())
            return publisher.make_set(sheet, sound, MOMENT, sheet.title, "nl")

        prepared = make()
        parts: dict[str, Callable[[], object]] = {
            "the recording read": lambda: read_takes(takes),
            "MP3": lambda: encode_mp3(Sound(tone(options.seconds, RATE), RATE), sheet.title),
            "PDF": lambda: make_pdf(sheet, MOMENT),
            "page": lambda: make_html(sheet, mp3),
            "Word": lambda: make_docx(sheet, MOMENT),
            "all, cold": lambda: publisher.save(home, make(), sheet.title),
            "all, prepared": lambda: publisher.save(home, prepared, sheet.title),
        }
        times = {part: _median(work, options.rounds) for part, work in parts.items()}
        progress("LibreOffice")
        word = folder / "sheet.docx"
        word.write_bytes(make_docx(sheet, MOMENT))
        rival = _median(lambda: soffice_to_pdf(word, folder), max(1, options.rounds // 2))
    title = f"{options.seconds:.0f} s of sound and 200 words, median of {options.rounds} (ms)"
    for part, median in times.items():
        report.add(title, {"what": part, "median": median})
    ratio = {"what": "LibreOffice's PDF of the Word document", "median": rival}
    report.add(title, {**ratio, "times ours": rival / times["PDF"]})
    report.goals.append(Goal("all, prepared (ms)", times["all, prepared"], GOAL))
    report.publish()


def _median(work: Callable[[], object], rounds: int) -> float:
    work()  # libraries are loaded, as they are behind the first patient
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
