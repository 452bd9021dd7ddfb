"""How long a doctor is busy hearing a text that turns out right, in seconds.

    python tests/benchmarks/check_time.py [--voice NAME] [--seconds N] [--answer S] [--json FILE]

Dictations of one voice (`dictations/NAME` of the speech folder), as many as fill the time, joined,
typed by the real engine, with the checks that the app makes of them. They are listened to on the
real PortAudio at 1.25 times as fast as spoken, on a sound server of its own. At each stop somebody
takes their time to answer, and then presses the key; nothing is corrected.

Base types these voices badly, and what is wrong is doubted. So the goal is for the checks of what
was really said, bound to the sound of what was typed; those of the text as it was typed have a line
of their own.

Beside it, in the same run: what a careful doctor does without Naklank stopping, playing the whole
once at that speed and then each check by itself; and hearing the checks alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from benchmarks.lab.lying_ready import listening
from benchmarks.lab.report import Goal, Report, asked, progress
from naklank.assembly.job import model_shelf
from naklank.audio.portaudio import PortAudio
from naklank.audio.reading import read_sound, resample
from naklank.audio.sound import Sound
from naklank.core.recording import Recording, SoundFile, Take
from naklank.core.session import Session, State
from naklank.core.settings import Checking, CheckingWay
from naklank.core.summary import Summary, SummaryWord
from naklank.core.transcript import Segment, Stretch, Transcript
from naklank.language.lexicon import load_lexicon
from naklank.language.vocabulary import load_vocabulary
from naklank.speech.client import SpeechProcess
from naklank.speech.models import BASE
from naklank.workflow.review_making import Knowledge, make_review
from support.sounds import as_take
from support.virtual_sound import VirtualSound

if TYPE_CHECKING:
    import argparse

RATE = 16_000
PAUSE = 1.0
"""Seconds of silence between two dictations."""
SPEED = 1.25
BEYOND = 30.0
"""Seconds that two minutes may take beyond their playing time."""
LOOK = 20
"""Milliseconds between two looks at whether a check can be answered."""
STUCK = 60.0
"""Seconds in which nothing is answered: the listening has come to a halt."""


def main() -> None:
    """Print the times of the three ways."""
    parser = asked(__doc__)
    parser.add_argument("--voice", default="nathalie")
    parser.add_argument("--seconds", type=float, default=110.0, help="at least so much sound")
    parser.add_argument("--answer", type=float, default=1.0, help="seconds to answer at each stop")
    options = parser.parse_args()
    report = Report("check_time", options)
    application = QCoreApplication([])
    files = _chosen(sorted((options.speech / "dictations" / options.voice).glob("*.flac")), options)
    sound = _joined(files)
    progress(f"typing {sound.seconds:.0f} s")
    transcript = _typed(sound)
    doubtful = _session(sound, transcript)
    session = _session(sound, _right(transcript, " ".join(map(_said, files))))
    with VirtualSound() as server, tempfile.TemporaryDirectory() as folder:
        os.environ["PULSE_SERVER"] = server.address
        os.environ["ALSA_CONFIG_PATH"] = str(server.alsa_config)
        file = as_take(Path(folder) / "take", sound)
        title = f"{sound.seconds:.0f} s of speech, {options.answer} s to answer (s)"
        heard = partial(_heard, Path(folder), file, answer=options.answer)
        progress("ours")
        ours = heard(session, CheckingWay.ALONG)
        progress("the checks alone")
        alone = heard(session, CheckingWay.CHECKS)
        progress("ours, with the doubts")
        doubted = heard(doubtful, CheckingWay.ALONG)
    playing = sound.seconds / SPEED
    for who, seconds, of in (
        ("Naklank, listening along", ours, session),
        ("the whole, then each check", playing + alone, session),
        ("the checks alone", alone, session),
        ("Naklank, with the doubts of the text as typed", doubted, doubtful),
    ):
        beyond = {"seconds": seconds, "beyond playing": seconds - playing}
        report.add(title, {"who": who, "checks": len(of.review.checks), **beyond})
    allowed = BEYOND * sound.seconds / 120
    report.goals.append(
        Goal("beyond the playing time, listening along (s)", ours - playing, allowed)
    )
    report.publish()
    del application


def _chosen(files: list[Path], options: argparse.Namespace) -> list[Path]:
    """As many from the first on as fill the time."""
    seconds, chosen = 0.0, []
    for file in files:
        if seconds < options.seconds:
            chosen.append(file)
            seconds += read_sound(file).seconds + PAUSE
    return chosen


def _joined(files: list[Path]) -> Sound:
    pause = np.zeros(round(PAUSE * RATE), np.float32)
    parts = [resample(read_sound(file), RATE).samples for file in files]
    return Sound(np.concatenate([half for part in parts for half in (part, pause)]), RATE)


def _said(file: Path) -> str:
    text = file.parents[1] / "text" / f"{file.stem}.spoken.txt"
    return text.read_text(encoding="utf-8")


def _right(transcript: Transcript, said: str) -> Transcript:
    """As if all of it had been typed as it was said, each word where it stands for a typed one."""
    typed = tuple(
        SummaryWord(word.text, Stretch(word.start, word.end)) for word in transcript.words
    )
    words = Summary(typed).corrected(0, len(typed), said).as_heard()
    return Transcript("nl", transcript.duration, (Segment(words),))


def _typed(sound: Sound) -> Transcript:
    model = model_shelf(lambda: BASE).ready(BASE)
    with SpeechProcess("faster-whisper", model) as process:
        process.wait_until_loaded()
        transcript = process.transcribe(sound.samples, "nl", lambda _: None)
        return replace(transcript, doubts=process.doubts())


def _session(sound: Sound, transcript: Transcript) -> Session:
    take = Take(1, RATE, len(sound.samples), "microphone", 0, ())
    session = Session(
        "00ff",
        datetime.now(UTC),
        "nl",
        "",
        state=State.REVIEWING,
        recording=Recording((take,)),
    )
    knowledge = Knowledge(load_lexicon, load_vocabulary)
    session = replace(session, **make_review(session, transcript, knowledge, (), None))
    return replace(session, review=replace(session.review, awaits_more=False))


def _heard(
    folder: Path, file: SoundFile, session: Session, way: CheckingWay, *, answer: float
) -> float:
    """Seconds from the first sound until nothing is left to be heard or answered."""
    checking = Checking(way=way, speed=SPEED)
    with listening(folder, file, session, PortAudio(), checking) as (flow, controller):
        loop, timer = QEventLoop(), QTimer()
        can_since: list[float] = []
        last = [time.perf_counter()]

        def look() -> None:
            now = time.perf_counter()
            if controller.session.review.is_done:
                loop.exit(0)
            elif not flow.can_confirm:
                can_since.clear()
                if now - last[0] > STUCK:
                    loop.exit(1)
            elif not can_since:
                can_since.append(now)
            elif now - can_since[0] >= answer:
                can_since.clear()
                last[0] = now
                flow.confirm()

        timer.timeout.connect(look)
        timer.start(LOOK)
        start = time.perf_counter()
        flow.open()
        stuck = loop.exec()
        seconds = time.perf_counter() - start
        timer.stop()
    assert not stuck, f"nothing was answered for {STUCK:.0f} s"
    return seconds


if __name__ == "__main__":
    main()
