"""The short versions of the stress proofs, each by its command; `run.py` tells of the long ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RUN = Path(__file__).with_name("run.py")
IMPOSSIBLE = 77
PATIENCE = 200.0
"""Seconds."""


def run(kind: str, results: Path, *options: str) -> list[dict[str, Any]]:
    """The lines of all trials; skips where the computer does not allow it, with the reason."""
    done = subprocess.run(
        [sys.executable, RUN, kind, "--results", results, *options],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    if done.returncode == IMPOSSIBLE:
        pytest.skip(done.stdout)
    assert done.returncode == 0, done.stdout
    return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("kill", ("--count", "16")),
        ("power", ("--count", "4")),
        ("microphone", ("--count", "6")),
        ("load", ("--count", "1", "--seconds", "10")),
        ("full", ("--count", "6")),
        ("damage", ("--count", "10")),
        ("seal", ("--count", "15")),
    ],
)
def test_it_holds_out(tmp_path: Path, kind: str, options: tuple[str, ...]) -> None:
    lines = run(kind, tmp_path / "results", *options)
    assert len(lines) == int(options[1])
    assert all(line["ok"] for line in lines)


def test_a_run_that_was_broken_off_goes_on(tmp_path: Path) -> None:
    results = tmp_path / "results"
    first = run("damage", results, "--count", "2")
    with results.open("a", encoding="utf-8") as stream:  # of another run: not counted
        stream.write(json.dumps({**first[0], "seed": 2, "ok": False}) + "\n")
    lines = run("damage", results, "--count", "4")
    assert [line["trial"] for line in lines if line["seed"] == 1] == [0, 1, 2, 3]


def test_a_run_with_a_trial_that_failed_fails(tmp_path: Path) -> None:
    results = tmp_path / "results"
    (line,) = run("damage", results, "--count", "1")
    results.write_text(json.dumps({**line, "ok": False, "faults": ["it broke"]}) + "\n")
    with pytest.raises(AssertionError, match="FAILED trial 0: it broke"):
        run("damage", results, "--count", "1")
