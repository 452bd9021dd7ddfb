"""What `naklank transcribe` prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conftest import SAMPLE
from naklank.core.checks import CheckKind
from support.cli import Outcome, run_naklank
from support.sounds import write_sound


def _json(file: Path, *options: str) -> dict[str, Any]:
    done = run_naklank("transcribe", file, "--json", *options)
    assert done.status == 0, done.err
    assert done.out.count("\n") == 1
    printed: dict[str, Any] = json.loads(done.out)
    return printed


@pytest.fixture(scope="module")
def done(model: Path) -> Outcome:
    """The sample, typed once."""
    home = str(model.parents[1])
    return run_naklank("transcribe", SAMPLE, "--language", "en", "--json", NAKLANK_HOME=home)


def test_the_sample_as_json(done: Outcome) -> None:
    assert done.status == 0, done.err
    printed = json.loads(done.out)
    assert list(printed) == [
        "language",
        "duration",
        "segments",
        "uncovered",
        "dropped",
        "doubts",
        "checks",
    ]
    assert printed["language"] == "en"
    assert printed["duration"] == pytest.approx(56.4, abs=0.1)
    assert printed["uncovered"] == printed["dropped"] == []
    for segment in printed["segments"]:
        assert list(segment) == ["start", "end", "text", "words"]
        assert segment["text"] == " ".join(word["text"] for word in segment["words"])
        assert segment["start"] == segment["words"][0]["start"]
        assert 0 <= segment["start"] <= segment["end"] <= printed["duration"]
        assert all(set(w) == {"start", "end", "text", "probability"} for w in segment["words"])


def test_the_risky_places_of_the_sample_are_checks(done: Outcome) -> None:
    checks = json.loads(done.out)["checks"]
    kinds = {kind.value for kind in CheckKind}
    keys = {"kind", "text", "start", "end", "suggestion", "reason"}
    assert all(set(check) == keys for check in checks)
    assert {check["kind"] for check in checks} <= kinds
    found = [(check["kind"], check["text"].lower()) for check in checks]
    assert any(kind == "dose" and "10 milligrams" in text for kind, text in found)
    assert any(kind == "negation" and "not" in text for kind, text in found)
    assert any(kind == "date" and "21st of november" in text for kind, text in found)
    assert any(kind == "time" and "half past 10" in text for kind, text in found)
    dose = next(check for check in checks if check["kind"] == "dose")
    assert 15 < dose["start"] < dose["end"] < 25


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("seconds", [0.5, 30.0])
def test_sound_without_speech_is_an_empty_text_and_no_error(seconds: float, tmp_path: Path) -> None:
    silence = np.zeros((1, round(seconds * 16_000)), np.float32)
    printed = _json(write_sound(tmp_path / "stil.wav", silence, 16_000))
    assert printed["segments"] == printed["uncovered"] == printed["checks"] == []
    assert printed["duration"] == pytest.approx(seconds, abs=0.01)


@pytest.mark.usefixtures("model")
def test_without_json_it_prints_the_text_for_people_and_progress_in_their_language() -> None:
    done = run_naklank("transcribe", SAMPLE, "--language", "en", NAKLANK_LANGUAGE="en")
    assert done.status == 0
    assert "Do not stop taking it suddenly." in " ".join(done.out.split())
    assert "Typed 0:56 of 0:56." in done.err


def test_progress_is_dutch_and_on_standard_error(done: Outcome) -> None:
    assert "Het geluid wordt gelezen." in done.err
    assert "0:56 van 0:56 getypt." in done.err
