"""The benchmarks' own rules, and each program once on very little."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from benchmarks.lab.catching import Spoken, points_at, spoken_items, words_beyond, wrong_words
from benchmarks.lab.masking import MaskedEngine
from benchmarks.lab.report import Goal, table
from benchmarks.lab.risks import find_items, right_items
from benchmarks.lab.scores import align, differences, score
from benchmarks.lab.sounds import loudness, no_speech, softer, spoken_stretches
from benchmarks.lab.words import normalised, tokens
from naklank.core.checks import Check, CheckKind
from naklank.core.transcript import Segment, Stretch, Transcript, Word
from naklank.speech.engine import FIRST_WAY, Way

if TYPE_CHECKING:
    from naklank.core.transcript import Language
    from naklank.speech.engine import Samples

FOLDER = Path(__file__).with_name("benchmarks")


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("vijfhonderd milligram", "500 mg"),
        ("tien milligram", "10mg."),
        ("honderdtweeënvijftig over achtentachtig", "152/88"),
        ("negen komma vier", "9,4"),
        ("nul komma vijf", "0.5"),
        ("duizend", "1.000"),
        ("één keer per dag", "1 keer per dag"),
        ("één één twee", "112"),
        ("nul drie nul, één twee drie, vier vijf, zes zeven", "030-1234567"),
        ("Géén zee-engte!", "geen zee engte"),
    ],
)
def test_the_same_said_and_typed_is_the_same(said: str, typed: str) -> None:
    assert normalised(said) == normalised(typed)


def spoken(said: str, typed: str) -> tuple[Spoken, ...]:
    """One word a second."""
    words = tuple(Word(at, at + 0.9, word, 0.9) for at, word in enumerate(typed.split()))
    return spoken_items(said, Transcript("nl", float(len(words)), (Segment(words),)))


def test_an_item_was_spoken_where_its_words_stand_or_between_their_neighbours() -> None:
    (right,) = spoken("U heeft geen griep.", "U heeft geen griep.")
    (wrong,) = spoken("U heeft geen griep.", "U heeft een griep.")
    (missing,) = spoken("U heeft geen griep.", "U heeft griep.")
    assert (right.is_right, wrong.is_right, missing.is_right) == (True, False, False)
    assert right.time == wrong.time == Stretch(2, 2.9)
    assert missing.time == Stretch(1.9, 2)


def test_a_check_points_at_what_it_overlaps_within_three_tenths_of_a_second() -> None:
    (item,) = spoken("U heeft geen griep.", "U heeft een griep.")
    assert points_at(Check(CheckKind.DIFFERS, "", 3.19, 4.0), item)
    assert not points_at(Check(CheckKind.DIFFERS, "", 3.21, 4.0), item)
    assert points_at(Check(CheckKind.DIFFERS, "", 1.0, 1.71), item)
    assert not points_at(Check(CheckKind.DIFFERS, "", 1.0, 1.69), item)


def test_words_beyond_are_those_under_checks_about_nothing_that_is_right() -> None:
    typed = tuple(
        Word(at, at + 0.9, word, 0.9) for at, word in enumerate(["U", "mag", "niet", "weg"])
    )
    items = spoken("U mag niet weg", "U mag niet weg")
    checks = [Check(CheckKind.NEGATION, "", 2, 3.9), Check(CheckKind.DIFFERS, "", 0, 0.9)]
    assert words_beyond(checks, items, typed) == {0}
    assert wrong_words("U mag niet heen", typed) == {3}


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("vijf milligram", "50 mg"),
        ("vijf milligram", "5 microgram"),
        ("geen", "een"),
        ("kwart over negen", "kwart 9"),
        ("twee tabletten", "2,5 tabletten"),
    ],
)
def test_what_differs_stays_different(said: str, typed: str) -> None:
    assert normalised(said) != normalised(typed)


def test_errors_are_counted_by_kind() -> None:
    said, typed = tokens(["u", "heeft", "geen", "griep"]), tokens(["u", "heeft", "griep"])
    found = score(said, typed)
    assert (found.said, found.deleted, found.substituted, found.inserted) == (4, 1, 0, 0)
    assert found.wer == 0.25
    assert score(typed, said).inserted == 1
    assert align(said, ()).deleted == 4
    assert differences(said, typed) == ["geen → -"]


def test_a_lost_negation_and_a_tenfold_dose_are_wrong_and_names_are_items() -> None:
    said = "Neem geen ibuprofen. Neem vijf milligram prednison in Utrecht, niet meer."
    typed = "Neem een ibuprofen. Neem 50 mg prednison in Utrecht, niet meer."
    counts = right_items(said, typed)
    assert counts["negation"] == (1, 2)
    assert counts["dose"] == (0, 1)
    assert counts["name"] == (3, 3)
    words = said.split()
    names = [words[item.first] for item in find_items(words) if item.group == "name"]
    assert names == ["prednison", "ibuprofen.", "Utrecht,"]


class _Engine:
    """Types a word a second."""

    def decode(
        self, samples: Samples, language: Language, way: Way = FIRST_WAY
    ) -> tuple[Segment, ...]:
        assert (language, way) == ("nl", FIRST_WAY)
        count = round(len(samples) / 16_000)
        return (Segment(tuple(Word(at, at + 0.8, f"w{at}", 0.9) for at in range(count))),)


def test_a_masked_engine_swallows_at_the_same_place_of_any_piece() -> None:
    samples = np.random.default_rng(1).standard_normal(160_000).astype(np.float32)
    masked = MaskedEngine(_Engine(), samples, [Stretch(4.0, 6.0)], stretches=True)
    (whole,) = masked.decode(samples, "nl")
    assert [word.text for word in whole.words] == ["w0", "w1", "w2", "w3", "w6", "w7", "w8", "w9"]
    assert whole.words[4].start == 4.0
    (piece,) = masked.decode(samples[48_000:112_000].copy(), "nl")
    assert [word.text for word in piece.words] == ["w0", "w3"]
    once = MaskedEngine(_Engine(), samples, [Stretch(4.0, 6.0)], once=True)
    assert [len(once.decode(samples, "nl")[0].words) for _ in range(2)] == [8, 10]


def test_speech_is_found_by_energy_and_sounds_have_their_level() -> None:
    chance = np.random.default_rng(1)
    noise = chance.standard_normal(16_000).astype(np.float32) * 0.1
    quiet = np.zeros(8_000, np.float32)
    (one, two) = spoken_stretches(np.concatenate([quiet, noise, quiet, noise]))
    assert (one.start, one.end) == pytest.approx((0.5, 1.5), abs=0.02)
    assert (two.start, two.end) == pytest.approx((2.0, 3.0), abs=0.02)
    assert loudness(softer(noise, -20)) == pytest.approx(loudness(noise) / 10, rel=0.01)
    breath = no_speech("breath", 10.0, -45.0, {}, chance)
    assert 20 * np.log10(np.sqrt(np.mean(breath**2))) == pytest.approx(-45, abs=0.1)


def test_a_goal_that_is_missed_says_so_with_its_figure() -> None:
    goal = Goal("words invented", 3, 0, "a bed of babble is speech")
    assert not goal.is_met
    assert goal.line() == "FALLS SHORT  words invented: 3 (goal <= 0)  a bed of babble is speech"
    assert Goal("times faster", 31.0, 30.0, at_least=True).is_met
    assert not Goal("seconds", None, 1.0).is_met
    assert table([{"who": "we", "WER": 0.1}]) == "who    WER\nwe   0.100"


@pytest.mark.parametrize(
    "command",
    [
        ["catch.py", "--kinds=real", "--clips=1", "--ways=alike,spelling"],
        ["accuracy.py", "--kinds=real", "--sounds=clean", "--clips=2", "--rivals=faster-whisper",
         "--engine-limit=0"],
        ["consult_time.py", "--seconds=20"],
        ["start.py", "--runs=1", "--disks=warm"],
        ["silence.py", "--count=1", "--lost-limit=0", "--rivals="],
        ["stop_to_text.py", "--lengths=4", "--delays=0.5", "--voices=human", "--rivals="],
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_a_benchmark_tells_its_figures(
    command: list[str], speech: Path, model: Path, home: Path, tmp_path: Path
) -> None:
    assert model.is_dir()
    name, *rest = command
    written = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, FOLDER / name, *rest, f"--speech={speech}", f"--json={written}"],
        env={**os.environ, "NAKLANK_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(written.read_text(encoding="utf-8"))
    assert told["goals"]
    for goal in told["goals"]:
        assert goal["name"] in done.stdout
        assert goal["figure"] is not None
