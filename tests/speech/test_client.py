"""The speech process: whatever happens to it, there is a clear error and nothing is left."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.client import SpeechProcess
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.engines import DEFAULT_ENGINE
from support.processes import speech_process

if TYPE_CHECKING:
    from naklank.speech.engine import Samples

GONE = 20.0
"""Seconds within which a process that must go has gone, on a busy machine."""


@pytest.fixture(scope="module")
def samples(sample: Sound) -> Samples:
    return resample(sample, SAMPLE_RATE).samples


def test_it_types_and_ends(model: Path, samples: Samples) -> None:
    seconds: list[float] = []
    with SpeechProcess(DEFAULT_ENGINE, model) as process:
        child = speech_process()
        transcript = process.transcribe(samples, "en", seconds.append)
        again = process.transcribe(samples[: 5 * SAMPLE_RATE], "en")
    assert not child.is_running()
    assert transcript.duration == pytest.approx(len(samples) / SAMPLE_RATE, abs=0.001)
    text = " ".join(segment.text for segment in transcript.segments)
    assert "10 milligrams" in text
    assert "Do not take ibuprofen" in text
    assert transcript.uncovered == ()
    assert transcript.dropped == ()
    assert seconds == sorted(seconds)
    assert len(seconds) >= 2
    assert seconds[-1] == pytest.approx(transcript.words[-1].end, abs=1.0)
    assert again.words[0].text == "What"


def test_silence_is_no_text(model: Path) -> None:
    with SpeechProcess(DEFAULT_ENGINE, model) as process:
        transcript = process.transcribe(np.zeros(30 * SAMPLE_RATE, np.float32), "nl")
    assert transcript.segments == ()
    assert transcript.uncovered == ()


def test_killed_while_typing(model: Path, samples: Samples) -> None:
    with (
        pytest.raises(NaklankError) as caught,
        SpeechProcess(DEFAULT_ENGINE, model) as process,
    ):
        child = speech_process()
        process.transcribe(samples, "en", lambda _second: child.kill())
    assert caught.value.code is ErrorCode.ENGINE_DIED
    assert not child.is_running()


def test_killed_before_it_is_asked(model: Path, samples: Samples) -> None:
    with (
        pytest.raises(NaklankError) as caught,
        SpeechProcess(DEFAULT_ENGINE, model) as process,
    ):
        process.wait_until_loaded()
        speech_process().kill()
        process.transcribe(samples, "en")
    assert caught.value.code is ErrorCode.ENGINE_DIED


def test_hung(model: Path, samples: Samples) -> None:
    with (
        pytest.raises(NaklankError) as caught,
        SpeechProcess(DEFAULT_ENGINE, model, patience=1.5) as process,
    ):
        child = speech_process()
        child.suspend()  # SIGSTOP: it answers nothing and does not even hear SIGTERM
        process.transcribe(samples, "en")
    assert caught.value.code is ErrorCode.ENGINE_HUNG
    assert not child.is_running()


def test_cancelled_in_the_middle(model: Path, samples: Samples) -> None:
    def cancel(_second: float) -> None:
        raise KeyboardInterrupt

    with (
        pytest.raises(KeyboardInterrupt),
        SpeechProcess(DEFAULT_ENGINE, model) as process,
    ):
        child = speech_process()
        process.transcribe(samples, "en", cancel)
    assert not child.is_running()


def test_a_model_that_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"not a model")
    with (
        pytest.raises(NaklankError) as caught,
        SpeechProcess(DEFAULT_ENGINE, tmp_path) as process,
    ):
        process.wait_until_loaded()
    assert caught.value.code is ErrorCode.ENGINE_UNUSABLE


ORPHAN = """
import sys
from pathlib import Path
from naklank.speech.client import SpeechProcess

if __name__ == "__main__":
    with SpeechProcess("faster-whisper", Path(sys.argv[1])) as process:
        process.wait_until_loaded()
        print("loaded", flush=True)
        sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="waits by Linux's process descriptors")
def test_it_ends_when_the_app_is_killed(model: Path, tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text(ORPHAN, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script, model], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == "loaded\n"
        child = os.pidfd_open(speech_process(app.pid).pid)
        try:
            assert select.select([child], [], [], 0)[0] == []
            app.send_signal(signal.SIGKILL)
            # Readable once it has ended, also where nobody collects orphans.
            assert select.select([child], [], [], GONE)[0] == [child]
        finally:
            os.close(child)
