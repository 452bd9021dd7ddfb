"""The real app without a screen, on a sound card that gives a recording at the speed of speech."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from benchmarks.lab.typists import base_model
from naklank import app
from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.all_checks import typed_checks
from naklank.core.session import State
from naklank.foundation.paths import HOME_VARIABLE
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.models import BASE
from naklank.storage.settings_store import FileSettingsStore
from naklank.workflow import review_making
from naklank.workflow.desk import Desk
from support.fake_sound import FakeSoundCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from naklank.core.errors import NaklankError
    from naklank.speech.engine import Samples

LOOK = 2
"""Milliseconds between two looks at the clock of the sound card."""
PATIENCE = 600.0
"""Seconds for anything that the app does by itself."""


class PacedCard(FakeSoundCard):
    """Gives a recording in blocks of 20 ms, 48 kHz, 16 bits, by the clock; behind it its rest."""

    def __init__(self) -> None:
        super().__init__()
        self._sound = np.zeros(self.rate, np.float32)
        self._rest = np.zeros(self.rate, np.float32)
        self.second = 0.0
        """Up to which the microphone has given it."""

    def load(self, samples: Samples, rest: Samples) -> None:
        """Give these from the next opening of the microphone on; both at 16 kHz."""
        self._sound = resample(Sound(samples, SAMPLE_RATE), self.rate).samples
        self._rest = resample(Sound(rest, SAMPLE_RATE), self.rate).samples
        self.second = 0.0

    def hear(self, frames: int) -> bytes:
        first = round(self.second * self.rate)
        block = self._sound[first : first + frames]
        if len(block) < frames:
            places = np.arange(first + len(block), first + frames) - len(self._sound)
            block = np.concatenate([block, np.take(self._rest, places, mode="wrap")])
        self.second = (first + frames) / self.rate
        return (np.clip(block, -1, 1) * 32767).astype("<i2").tobytes()


@dataclass(frozen=True, slots=True)
class Stopped:
    """What followed on a stop: seconds until text and checks were complete, and the text."""

    text: float | None
    checks: float | None
    words: int
    last_word: float
    """The second of the recording at which the last typed word ends."""
    gaps: float
    """Seconds of speech that are reported to have no text."""
    failure: str = ""


class PacedApp:
    """A desk as the app lays it, with its store, its keys in files and its speech process."""

    def __init__(self, desk: Desk, card: PacedCard) -> None:
        self._desk = desk
        self._card = card
        self._failures: list[NaklankError] = []
        self._text_at: list[float] = []
        desk.failed.connect(self._failures.append)

    def hear_of_text(self) -> None:
        """The making of checks begins: the text is complete."""
        self._text_at.append(time.perf_counter())

    def warm_up(self) -> None:
        """Begin the day, as the app does; returns when the engine is ready."""
        self._desk.open()
        self._wait(lambda: self._desk.typing.is_engine_ready)

    def record(self, samples: Samples, rest: Samples, stop_at: float) -> Stopped:
        """Speak it all, press stop at this second of it, and wait for the checks."""
        desk = self._desk
        self._failures.clear()
        self._text_at.clear()
        self._card.load(samples, rest)
        desk.agree(desk.session.agreement.with_answer(0, agrees=True))
        desk.confirm_agreement()
        self._wait(lambda: desk.session.state is State.AGREED)
        desk.start_recording()
        self._wait(lambda: self._card.second >= stop_at or bool(self._failures))
        start = time.perf_counter()
        desk.recording.stop()
        self._wait(lambda: desk.session.state is State.REVIEWING or bool(self._failures))
        self._wait(lambda: not desk.session.review.awaits_more or bool(self._failures))
        stopped = self._stopped(start)
        desk.withdraw()
        self._wait(lambda: desk.session.state is State.AGREEING)
        return stopped

    def _stopped(self, start: float) -> Stopped:
        transcript = self._desk.session.transcript
        if transcript is None or self._failures:
            codes = ", ".join(error.code.value for error in self._failures)
            return Stopped(None, None, 0, 0.0, 0.0, codes or "no text")
        return Stopped(
            self._text_at[-1] - start if self._text_at else None,
            time.perf_counter() - start,
            len(transcript.words),
            transcript.words[-1].end,
            sum(gap.seconds for gap in transcript.uncovered),
        )

    def _wait(self, holds: Callable[[], bool]) -> None:
        """Let Qt work until it holds."""
        loop, timer = QEventLoop(), QTimer()
        deadline = time.monotonic() + PATIENCE
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(
            lambda: loop.quit() if holds() or time.monotonic() > deadline else None
        )
        timer.start(LOOK)
        if not holds():
            loop.exec()
        timer.stop()
        if not holds():
            raise TimeoutError


@contextlib.contextmanager
def paced_app() -> Iterator[PacedApp]:
    """The app in a data folder of its own; after the block nothing of it is left."""
    model = base_model()
    qt = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        data = Path(folder)
        (data / "models").mkdir()
        (data / "models" / BASE).symlink_to(model.resolve())
        (data / "settings.json").write_text(json.dumps({"keeping.keys": "file"}), encoding="utf-8")
        stack.enter_context(mock.patch.dict(os.environ, {HOME_VARIABLE: folder}))
        card = PacedCard()
        # All of the app is as it puts itself together; only the sound card is ours.
        stack.enter_context(mock.patch.object(app, "PortAudio", return_value=card))
        settings = FileSettingsStore(data / "settings.json", ())
        desk = Desk(app.equipment(settings))
        stack.callback(qt.processEvents)
        stack.callback(desk.close)
        paced = PacedApp(desk, card)
        stack.enter_context(_told_of_text(paced))
        yield paced


def _told_of_text(paced: PacedApp) -> Any:
    def told(*arguments: Any) -> Any:
        paced.hear_of_text()
        return typed_checks(*arguments)

    return mock.patch.object(review_making, "typed_checks", told)
