"""A crash leaves nothing of the memory on the disk: in the command, and in the speech process."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from conftest import SAMPLE
from naklank.core.errors import ErrorCode, NaklankError
from naklank.speech.client import SpeechProcess
from naklank.speech.engines import DEFAULT_ENGINE
from support.cli import COMMAND, PATIENCE, environment
from support.processes import next_speech_process, speech_process

if TYPE_CHECKING:
    from collections.abc import Iterator

CRASHES = (signal.SIGSEGV, signal.SIGABRT)

NO_LIMIT = "import resource; resource.setrlimit = lambda *_: None"
NO_PRCTL = "import ctypes; ctypes.CDLL = lambda _: type('C', (), {'prctl': print})"
COMMAND_LINE = """
from naklank.cli.main import main as cli
cli._prepare_streams = crash
cli.main()
"""
SPEECH = """
from naklank.speech import worker
worker.run(type("Connection", (), {"recv": crash}))
"""
"""It crashes at its first message."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="cores as Linux writes them")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where processes work that may write cores as large as they like."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    pattern = Path("/proc/sys/kernel/core_pattern").read_text("ascii")
    if hard == 0 or pattern.startswith(("|", "/")):
        pytest.skip("no process may write a core where it works")
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


def crashed(code: str, crash: signal.Signals) -> bool:
    """Whether a program that can call `crash` ended by that."""
    define = f"import os\ndef crash(*_):\n    os.kill(os.getpid(), {crash:d})"
    done = subprocess.run([sys.executable, "-c", f"{define}\n{code}"], check=False)
    return done.returncode == -crash


@pytest.mark.parametrize("crash", CRASHES)
@pytest.mark.parametrize("missing", [NO_LIMIT, NO_PRCTL], ids=["prctl", "limit"])
@pytest.mark.parametrize("process", [COMMAND_LINE, SPEECH], ids=["command", "speech"])
def test_each_measure_is_enough_by_itself(
    folder: Path, process: str, missing: str, crash: signal.Signals
) -> None:
    assert crashed(f"{missing}\n{process}", crash)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("crash", CRASHES)
@pytest.mark.parametrize("process", [COMMAND_LINE, SPEECH], ids=["command", "speech"])
def test_without_them_there_would_be_a_core(
    folder: Path, process: str, crash: signal.Signals
) -> None:
    assert crashed(f"{NO_LIMIT}\n{NO_PRCTL}\n{process}", crash)
    assert [file.name.partition(".")[0] for file in folder.iterdir()] == ["core"]


@pytest.mark.usefixtures("model")
def test_a_command_at_work_leaves_no_core(folder: Path) -> None:
    command: list[str | Path] = [COMMAND, "transcribe", SAMPLE]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        speech = next_speech_process(program.pid)
        assert psutil.Process(program.pid).rlimit(resource.RLIMIT_CORE) == (0, 0)
        program.send_signal(signal.SIGSEGV)
    assert program.returncode == -signal.SIGSEGV
    speech.wait(PATIENCE)  # it ends with its app
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("crash", CRASHES)
def test_a_speech_process_at_work_leaves_no_core(
    folder: Path, model: Path, crash: signal.Signals
) -> None:
    with SpeechProcess(DEFAULT_ENGINE, model) as speech:
        speech.wait_until_loaded()
        process = speech_process()
        limits = Path(f"/proc/{process.pid}/limits").read_text("ascii").splitlines()
        (cores,) = [line for line in limits if line.startswith("Max core file size")]
        assert cores.split()[4:6] == ["0", "0"]
        process.send_signal(crash)
        with pytest.raises(NaklankError) as caught:
            speech.wait_until_loaded()
    assert caught.value.code is ErrorCode.ENGINE_DIED
    assert list(folder.iterdir()) == []
