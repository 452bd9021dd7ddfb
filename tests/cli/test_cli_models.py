"""`naklank models`, as whoever manages the computer types it."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
from pathlib import Path

import pytest

from naklank.foundation.paths import resource
from naklank.speech.models import BASE, read_models
from support.cli import COMMAND, environment, run_naklank
from support.fake_hub import FakeHub, serving

MODELS = {model.name: model for model in read_models(resource("models"))}


def _naklank(home: Path, *arguments: str | Path, **variables: str) -> tuple[int, str, str]:
    variables |= {"NAKLANK_HOME": str(home), "NO_PROXY": "127.0.0.1"}
    done = run_naklank("models", *arguments, **variables)
    assert "Traceback" not in done.err
    return done.status, done.out, done.err


def _choose(home: Path, model: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text(json.dumps({"typing.model": model}), encoding="utf-8")


def _pretend(home: Path, name: str) -> Path:
    """A model whose files have their sizes, and nothing in them."""
    folder = home / "models" / name
    folder.mkdir(parents=True)
    for file in MODELS[name].files:
        with (folder / file.name).open("wb") as stream:
            stream.truncate(file.size or 0)
    return folder


def test_the_list_is_honest(tmp_path: Path) -> None:
    _choose(tmp_path, "small")
    status, out, err = _naklank(tmp_path, "list")
    assert (status, err) == (0, "")
    for name in MODELS:
        assert name in out
    assert "tiny" not in out
    base, base_words, small, *_ = out.splitlines()
    assert "148 MB" in base
    assert "op deze computer" in base
    assert "Dit model typt ongeveer 1 op de 8 woorden fout." in base_words
    assert "in gebruik, niet op deze computer" in small
    assert not (tmp_path / "models").exists(), "looking changes nothing"


def test_settings_that_cannot_be_read_stay_where_the_window_finds_them(tmp_path: Path) -> None:
    _choose(tmp_path, "small")
    (tmp_path / "settings.json").write_text("{broken", encoding="utf-8")
    status, _out, err = _naklank(tmp_path, "list")
    assert (status, err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_in_english(tmp_path: Path) -> None:
    status, out, _err = _naklank(tmp_path, "list", NAKLANK_LANGUAGE="en")
    assert status == 0
    assert "This model types about 1 in 8 words wrong." in out


@pytest.mark.parametrize("arguments", [[], ["install"], ["import"], ["remove"], ["tiny"]])
def test_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    status, out, err = _naklank(tmp_path, *arguments)
    assert (status, out) == (2, "")
    assert "usage: naklank models" in err


@pytest.mark.usefixtures("model")
def test_recommend_says_what_was_measured_and_what_reckoned(home: Path) -> None:
    status, out, err = _naklank(home, "recommend")
    assert status == 0, err
    *lines, best = out.splitlines()
    assert [line.split()[0] for line in lines] == list(MODELS)
    assert lines[0].endswith("(gemeten)")
    assert all(line.endswith("(berekend, niet gemeten)") for line in lines[1:])
    assert re.search(r"ongeveer \d+,\d s van het laatste woord", lines[0])
    assert best.removeprefix("Aanbevolen voor deze computer: ").rstrip(".") in MODELS


@pytest.fixture
def mirror(model: Path) -> FakeHub:
    """A web server in the practice with the real *base*."""
    hub = FakeHub("/spiegel")
    base = MODELS[BASE]
    hub.files = {
        f"/spiegel/{base.repository}/resolve/{base.revision}/{path.name}": path.read_bytes()
        for path in model.iterdir()
    }
    return hub


def test_base_from_a_mirror_and_what_becomes_of_it(mirror: FakeHub, tmp_path: Path) -> None:
    """With progress on a terminal, resumed, checked, damaged, removed."""
    mirror.cuts = [50_000_000]
    with serving(mirror):
        shown = _on_a_terminal(tmp_path, "install", BASE, "--mirror", mirror.address)
    assert shown.startswith("\r0 MB van 148 MB (0 %)")
    assert "\r148 MB van 148 MB (100 %)\r\n" in shown
    assert "elke byte is gecontroleerd" in shown
    assert "bytes=50000000-" in mirror.ranges()
    status, out, _err = _naklank(tmp_path, "verify", BASE)
    assert (status, out) == (0, "Het model base is heel: elke byte klopt.\n")
    with (tmp_path / "models" / BASE / "model.bin").open("r+b") as stream:
        stream.write(b"x")
    status, out, err = _naklank(tmp_path, "verify")
    assert (status, out) == (1, "")
    assert "beschadigd of niet het echte" in err
    assert str(tmp_path / "models" / "quarantine" / "base-1") in err
    status, out, _err = _naklank(tmp_path, "remove", BASE)
    assert (status, out) == (0, "Het model base is van deze computer verwijderd.\n")
    assert list((tmp_path / "models" / "quarantine").iterdir()) == []


def test_a_mirror_from_the_settings_that_does_not_answer(tmp_path: Path) -> None:
    with serving(FakeHub()) as hub:
        hub.status = 404
        values = {"typing.mirror": hub.address}
        (tmp_path / "settings.json").write_text(json.dumps(values), encoding="utf-8")
        status, out, err = _naklank(tmp_path, "install", "small")
    assert (status, out) == (1, "")
    assert "niet gedownload van 127.0.0.1" in err
    assert "spiegel" in err or "mirror" in err
    assert len(hub.requests) == 1


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_stopped_at_request(mirror: FakeHub, tmp_path: Path, end: signal.Signals) -> None:
    mirror.stalls_after = 10_000_000
    with serving(mirror):
        command = subprocess.Popen(
            [COMMAND, "models", "install", BASE, "--mirror", mirror.address],
            env=environment(NAKLANK_HOME=str(tmp_path), NO_PROXY="127.0.0.1"),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert mirror.stalled.wait(60)
        command.send_signal(end)
        _out, err = command.communicate(timeout=60)
    assert command.returncode == 130
    assert err.startswith("Gestopt op uw verzoek. Wat binnen is, blijft bewaard")
    assert err.count("\n") == 1
    (part,) = (tmp_path / "models").rglob("*.part")
    assert 0 < part.stat().st_size <= 10_000_000


def test_import_of_what_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "vakantie").mkdir()
    status, out, err = _naklank(tmp_path, "import", tmp_path / "vakantie")
    assert (status, out) == (1, "")
    assert "geen spraakmodel dat Naklank kent" in err
    assert "base, small, medium, large-v3-turbo, large-v3" in err


@pytest.mark.usefixtures("model")
def test_import_from_a_folder(model: Path, tmp_path: Path) -> None:
    _choose(tmp_path, "small")
    status, out, err = _naklank(tmp_path, "import", model)
    assert (status, err) == (0, ""), "no line that counts up outside a terminal"
    assert out.startswith("Het model base staat op deze computer")
    assert "Kies het bij de instellingen" in out
    assert (tmp_path / "models" / BASE / "model.bin").is_file()


def test_the_model_in_use_is_not_removed(tmp_path: Path) -> None:
    folder = _pretend(tmp_path, "small")
    _choose(tmp_path, "small")
    status, out, err = _naklank(tmp_path, "remove", "small")
    assert (status, out) == (1, "")
    assert "dat nu typt" in err
    assert folder.is_dir()
    _choose(tmp_path, BASE)
    status, _out, _err = _naklank(tmp_path, "remove", "small")
    assert status == 0
    assert not folder.exists()


@pytest.mark.parametrize("deed", ["install", "verify", "remove"])
def test_a_model_that_nobody_knows(tmp_path: Path, deed: str) -> None:
    status, out, err = _naklank(tmp_path, deed, "tiny")
    assert (status, out) == (1, "")
    assert "Naklank kent geen spraakmodel tiny." in err


def _on_a_terminal(home: Path, *arguments: str) -> str:
    """What a person sees of a command that succeeds."""
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "models", *arguments],
        env=environment(NAKLANK_HOME=str(home), NO_PROXY="127.0.0.1"),
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    ) as command:
        os.close(terminal)
        shown = bytearray()
        try:
            while chunk := os.read(controller, 65_536):
                shown += chunk
        except OSError:  # so Linux tells that nobody writes any more
            pass
        finally:
            os.close(controller)
    assert command.returncode == 0, shown.decode()
    return shown.decode()


@pytest.mark.usefixtures("model")
def test_base_is_packed_and_taken_in_elsewhere(home: Path, tmp_path: Path) -> None:
    status, out, err = _naklank(home, "pack", BASE, tmp_path / "stick")
    assert status == 0, err
    pack = Path(out.strip())
    assert pack.name == f"naklank-model-base-{MODELS[BASE].revision[:8]}.zip"
    status, out, _err = _naklank(tmp_path / "other", "import", pack)
    assert status == 0
    assert "elke byte is gecontroleerd" in out
    assert _naklank(tmp_path / "other", "verify", BASE)[0] == 0


def test_what_is_not_here_is_not_packed(tmp_path: Path) -> None:
    status, out, err = _naklank(tmp_path, "pack", "small", tmp_path / "stick")
    assert (status, out) == (1, "")
    assert "small staat niet op deze computer" in err
    assert not (tmp_path / "stick").exists()
