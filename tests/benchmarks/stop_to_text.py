"""From the stop to the text: ours, typed while it is spoken, beside rivals that begin at the stop.

    python tests/benchmarks/stop_to_text.py [--lengths 30,60,120,300] [--delays 0.0,0.5,1.5]
        [--repeat N] [--quick] [--voices mixed|human|synthetic] [--rivals NAME;...] [--json FILE]

Recordings of these lengths, joined of pieces of the test speech with rests in between, go into the
microphone at the speed of speech; stop is pressed so many seconds behind the last word, in which
the room's own noise goes on. The app is real up to its window: desk, recorder, encryption, store,
speech process (lab/paced.py). Text is complete when the making of checks begins, the checks are
when no more of them may follow: the last span was decoded a second time. The rivals, warm, get the
whole file at the stop, after the app has done its work; they have 5 minutes a file. It lasts as
long as all recordings together, and the rivals. `--quick`: 30 and 60 s once.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from benchmarks.lab.clips import HUMAN, KINDS, SYNTHETIC, read_clips
from benchmarks.lab.joining import joined, pieces
from benchmarks.lab.paced import paced_app
from benchmarks.lab.report import Goal, Report, asked, progress
from benchmarks.lab.sounds import noise_floor
from benchmarks.lab.typists import LIMIT, PLAIN, REFERENCE, open_rivals
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from benchmarks.lab.clips import Clip
    from benchmarks.lab.joining import Recording
    from benchmarks.lab.paced import PacedApp, Stopped
    from benchmarks.lab.typists import Typist

    Times = dict[float, list[tuple[Recording, Stopped]]]

MEDIANS = {0.0: 1.2, 0.5: 1.0, 1.5: 0.3}
"""Seconds to the text by the seconds between last word and stop: the goals."""
TIMES_FASTER = 30.0
GROWTH = 0.3
"""Seconds between the medians of the longest and the shortest recordings: the machine's noise."""
VOICES = {"mixed": KINDS, "human": HUMAN, "synthetic": (SYNTHETIC,)}
REST = 20.0
"""Seconds of the room's noise that go on behind the last word, round and round."""


def main() -> None:
    options = _options()
    report = Report("stop_to_text", options)
    recordings = list(_recordings(options))
    times: Times = {delay: [] for delay in options.delays}
    with paced_app() as app:
        app.warm_up()
        for recording in recordings:
            for delay in options.delays:
                _measure(app, recording, delay, times, options.seed)
    rival_seconds = _measure_rivals(recordings, options, report)
    _tell(times, report)
    _set_goals(times, rival_seconds, report)
    report.publish()


def _options() -> argparse.Namespace:
    parser = asked(__doc__)
    parser.add_argument("--lengths", type=_numbers, default=[30.0, 60.0, 120.0, 300.0])
    parser.add_argument("--delays", type=_numbers, default=list(MEDIANS))
    parser.add_argument("--repeat", type=int, default=1, help="recordings of each length")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--voices", choices=VOICES, default="mixed")
    parser.add_argument(
        "--rivals", type=lambda text: text.split(";") if text else [], default=[PLAIN, REFERENCE]
    )
    options = parser.parse_args()
    if options.quick:
        options.lengths, options.repeat = [30.0, 60.0], 1
    return options


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _recordings(options: argparse.Namespace) -> Iterator[Recording]:
    found = [
        piece
        for clip in read_clips(options.speech, VOICES[options.voices])
        for piece in pieces(clip)
    ]
    for length in options.lengths:
        for number in range(options.repeat):
            chance = np.random.default_rng([options.seed, round(length), number])
            yield joined(f"{length:.0f} s", _as_long_as(length, found, chance), chance)


def _as_long_as(length: float, found: list[Clip], chance: np.random.Generator) -> list[Clip]:
    chosen: list[Clip] = []
    for at in chance.permutation(len(found)):
        chosen.append(found[at])
        if sum(piece.seconds + 0.8 for piece in chosen) >= length:
            break
    return chosen


def _measure(app: PacedApp, recording: Recording, delay: float, times: Times, seed: int) -> None:
    end = recording.spoken[-1].end
    samples = recording.samples[: round(end * SAMPLE_RATE)]
    rest = noise_floor(recording.samples, REST, np.random.default_rng(seed))
    stopped = app.record(samples, rest, end + delay)
    times[delay].append((recording, stopped))
    text = "no text" if stopped.text is None else f"{stopped.text:.2f} s"
    progress(f"{recording.name}, stop after {delay} s: {stopped.failure or text}")


def _measure_rivals(
    recordings: list[Recording], options: argparse.Namespace, report: Report
) -> dict[str, list[float]]:
    """Seconds for each recording in turn; who gave up took at least its limit."""
    seconds: dict[str, list[float]] = {}
    with contextlib.ExitStack() as stack:
        rivals: Mapping[str, Typist] = open_rivals(options.rivals, stack)
        for recording in recordings:
            for name, rival in rivals.items():
                typed = rival.type_out(recording.samples)
                seconds.setdefault(name, []).append(LIMIT if typed is None else typed.seconds)
                progress(f"{recording.name}: {name}: {seconds[name][-1]:.1f} s")
                report.add(
                    "Rivals, from the stop to the text (s)",
                    {
                        "recording": recording.name,
                        "who": name,
                        "seconds": seconds[name][-1],
                        "gave up": typed is None,
                        "words": 0 if typed is None else len(typed.words),
                    },
                )
    return seconds


def _tell(times: Times, report: Report) -> None:
    for delay, found in times.items():
        for name in (*dict.fromkeys(recording.name for recording, _ in found), "all"):
            chosen = [one for recording, one in found if name in (recording.name, "all")]
            texts = [one.text for one in chosen if one.text is not None]
            checks = [one.checks for one in chosen if one.checks is not None]
            row = {"stop after": f"{delay} s", "recording": name, "runs": len(chosen)}
            row |= {f"text {key}": value for key, value in _spread(texts).items()}
            row |= {f"checks {key}": value for key, value in _spread(checks).items()}
            row["words"] = sum(one.words for one in chosen)
            row["gaps told (s)"] = round(sum(one.gaps for one in chosen), 1)
            row["failed"] = ", ".join(one.failure for one in chosen if one.failure) or "-"
            report.add("Naklank, from the stop to the text and to the checks (s)", row)
        for recording, one in found:
            late = recording.spoken[-1].end - one.last_word
            if late > 1 and not one.failure:
                report.notes.append(
                    f"{recording.name}, {delay} s: no word in the last {late:.1f} s of speech"
                )


def _spread(values: list[float]) -> dict[str, float | None]:
    if not values:
        return {"median": None, "90 %": None, "worst": None}
    return {
        "median": statistics.median(values),
        "90 %": float(np.quantile(values, 0.9)),
        "worst": max(values),
    }


def _set_goals(times: Times, rivals: dict[str, list[float]], report: Report) -> None:
    for delay, found in times.items():
        texts = [one.text for _, one in found if one.text is not None]
        median = statistics.median(texts) if texts else None
        if delay in MEDIANS:
            name = f"stop {delay} s after the last word: median to the text"
            report.goals.append(Goal(name, median, MEDIANS[delay]))
        names = list(dict.fromkeys(recording.name for recording, _ in found))
        first, last = (_median_of(found, name) for name in (names[0], names[-1]))
        if len(names) > 1:
            growth = None if first is None or last is None else last - first
            name = f"stop {delay} s after: growth from {names[0]} to {names[-1]}"
            report.goals.append(Goal(name, growth, GROWTH))
        if delay == 0 and REFERENCE in rivals and median:
            ratios = [
                theirs / one.text
                for theirs, (_, one) in zip(rivals[REFERENCE], found, strict=True)
                if one.text
            ]
            name = f"times faster than {REFERENCE}, median"
            report.goals.append(Goal(name, statistics.median(ratios), TIMES_FASTER, at_least=True))


def _median_of(found: list[tuple[Recording, Stopped]], name: str) -> float | None:
    texts = [one.text for recording, one in found if recording.name == name and one.text]
    return statistics.median(texts) if texts else None


if __name__ == "__main__":
    main()
