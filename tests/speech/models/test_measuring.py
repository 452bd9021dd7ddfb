"""What a computer can bear: one model measured, the others reckoned, and that is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.speech_models import Bearing, Recommendation
from naklank.foundation.paths import resource
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.models import measuring, read_models

MODELS = read_models(resource("models"))
ROOMY = 10**11
Pace = measuring._Pace


def _recommend(
    monkeypatch: pytest.MonkeyPatch,
    paces: dict[str, measuring._Pace],
    memory: int = ROOMY,
) -> Recommendation:
    """With the times of a computer that is not here."""
    ready = {name: (lambda name=name: Path(name)) for name in paces}
    monkeypatch.setattr(measuring, "_measure", lambda ready, *_: paces[str(ready())])
    return measuring.recommend(MODELS, ready, np.zeros(0, np.float32), "engine", memory)


def _bearings(recommendation: Recommendation) -> list[str]:
    return [one.bearing.value for one in recommendation.fitness]


def test_a_quick_computer_gets_a_better_model(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _recommend(monkeypatch, {"base": Pace(0.1, 0.1, 1.0)})
    assert [round(one.seconds, 2) for one in found.fitness] == [0.2, 0.7, 2.3, 3.15, 4.6]
    assert [one.is_measured for one in found.fitness] == [True, False, False, False, False]
    assert _bearings(found) == ["good", "good", "good", "slow", "slow"]
    assert found.best == "medium"


def test_a_slow_computer_stays_with_base(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _recommend(monkeypatch, {"base": Pace(0.8, 0.3, 1.0)})
    assert _bearings(found) == ["good", "slow", "too_slow", "too_slow", "too_slow"]
    assert found.best == "base"
    found = _recommend(monkeypatch, {"base": Pace(9.0, 1.0, 1.0)})
    assert _bearings(found)[0] == "too_slow"
    assert found.best == "base", "better late than nothing"


def test_memory_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _recommend(monkeypatch, {"base": Pace(0.05, 0.02, 1.0)}, memory=1_200_000_000)
    assert _bearings(found) == ["good", "good", "too_big", "too_big", "too_big"]
    assert found.best == "small"
    found = _recommend(monkeypatch, {"base": Pace(0.05, 0.02, 1.0)}, memory=100_000)
    assert found.fitness[0].bearing is Bearing.GOOD, "it has just run"


def test_the_best_that_is_here_is_measured_if_there_is_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick = {"base": Pace(0.1, 0.1, 0.5), "small": Pace(0.6, 0.4, 1.0)}
    found = _recommend(monkeypatch, quick)
    assert [one.is_measured for one in found.fitness] == [True, True, False, False, False]
    assert found.fitness[1].seconds == pytest.approx(1.0)
    assert found.fitness[2].seconds == pytest.approx(0.6 * 14 / 4 + 0.4 * 9 / 3)
    slow = {name: replace(pace, listening=pace.listening * 30) for name, pace in quick.items()}
    found = _recommend(monkeypatch, slow)
    assert [one.is_measured for one in found.fitness] == [True, False, False, False, False]


@pytest.mark.usefixtures("model")
def test_a_computer_that_is_much_too_slow_is_not_waited_for(
    home: Path, sample: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "LONGEST", 0.2)
    ready = {"base": lambda: home / "models" / "base"}
    samples = resample(sample, SAMPLE_RATE).samples
    found = measuring.recommend(MODELS, ready, samples, "faster-whisper", ROOMY)
    assert found.best == "base"
    assert {one.bearing for one in found.fitness} == {Bearing.TOO_SLOW}
