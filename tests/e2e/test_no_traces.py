"""Nothing leaves by network, and nothing stays but the files that were asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SAMPLE
from support.cli import COMMAND, PATIENCE, environment, run_naklank


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own")
@pytest.mark.usefixtures("model")
def test_no_process_looks_up_a_name_or_opens_a_connection(tmp_path: Path) -> None:
    log = tmp_path / "calls.txt"
    strace = ["strace", "-f", "-e", "trace=%network,prctl", "-o", str(log)]
    command = [str(COMMAND), "handover", str(SAMPLE), "--language", "en", "--out", str(tmp_path)]
    subprocess.run(
        [*strace, *command], check=True, capture_output=True, timeout=PATIENCE, env=environment()
    )
    calls = log.read_text(encoding="utf-8").splitlines()
    # The command and the speech process; an ordinary user's strace cannot read what else they say.
    sealed = {call.split()[0] for call in calls if "PR_SET_DUMPABLE, SUID_DUMP_DISABLE" in call}
    assert len(sealed) == 2, "the speech process was not watched"
    assert any("AF_UNIX" in call for call in calls), "no call was watched"
    assert [call for call in calls if "AF_INET" in call or "AF_NETLINK" in call] == []


@pytest.mark.usefixtures("model")
def test_no_words_in_data_or_temporary_folders(home: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    before = {path for path in home.rglob("*") if path.is_file()}
    done = run_naklank(
        "handover",
        SAMPLE,
        "--language",
        "en",
        "--out",
        tmp_path / "uit",
        TMPDIR=str(temporary),
        XDG_CACHE_HOME=str(temporary),
        HOME=str(temporary),
    )
    assert done.status == 0, done.err
    assert {path for path in home.rglob("*") if path.is_file()} == before
    assert [path for path in temporary.rglob("*") if path.is_file()] == []
    assert "blood" not in done.err


def test_an_unforeseen_error_is_logged_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from naklank.assembly import job
    from naklank.cli import main as cli

    def fail(*_arguments: object) -> None:
        raise LookupError("mevrouw De Vries heeft diabetes")

    monkeypatch.setenv("NAKLANK_HOME", str(tmp_path))
    monkeypatch.setattr(job, "type_out", fail)
    assert cli.main(["transcribe", str(SAMPLE)]) == 1
    shown = capsys.readouterr()
    log = (tmp_path / "log" / "naklank.log").read_text(encoding="utf-8")
    assert "LookupError" in log
    assert "test_no_traces.py" in log
    assert "De Vries" not in log + shown.err + shown.out
    assert "LookupError" in shown.err
    assert "naklank.log" in shown.err
