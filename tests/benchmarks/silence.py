"""Words out of nothing, beside plain faster-whisper; and what such care costs in real words.

    python tests/benchmarks/silence.py [--count 200] [--first N] [--lost-limit N] [--rivals A;B]

`--count` seeded clips without speech (digital silence, hum, babble bed, typing, breath-like noise;
-60, -45 and -30 dBFS): half of them 10 to 45 s alone, half of them 5 to 60 s behind a human
sentence. Alone, every word is invented. Behind speech, a word is invented that has no counterpart
in what was said, nor in what the same system types for the sentence alone; a word is also invented
that begins half a second or more behind the sentence and is not what was said. The torn part of a
compound ("politie dossier") is said.

Real words lost: human speech as it is, at -10 and at -20 dB, each also with a bed of noise mixed in
at 10 dB below the speech. Lost are words that were said and for which nothing is typed; "wrong"
counts also those for which something else is typed.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from benchmarks.lab.clips import BEDS, HUMAN, Clip, read_beds, read_clips
from benchmarks.lab.report import Goal, Report, asked, progress
from benchmarks.lab.scores import align
from benchmarks.lab.sounds import NO_SPEECH, no_speech, softer, spoken_stretches, with_noise
from benchmarks.lab.typists import OURS, PLAIN, PLAIN_VAD, open_typists
from benchmarks.lab.words import tokens

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from benchmarks.lab.typists import Typed, Typist
    from naklank.speech.engine import Samples

LEVELS = (-60.0, -45.0, -30.0)
"""dBFS, root mean square: a quiet room, a usual one, and one in which a fan blows at the desk."""
BEHIND = 0.5
"""Seconds behind the last sound of a sentence: a word that begins later is not of it."""
LEAST_PART = 4
"""Letters of a part of a compound."""
DECIBELS = (0, -10, -20)


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A sound that ends without speech; `clip` is what was said before, if anything."""

    number: int
    kind: str
    level: float
    samples: Samples
    clip: Clip | None

    @property
    def name(self) -> str:
        level = "" if self.kind == "silence" else f" {self.level:.0f} dBFS"
        return f"{self.kind}{level}, {'behind speech' if self.clip else 'alone'}"


def main() -> None:
    options = _options()
    report = Report("silence", options)
    clips = read_clips(options.speech, HUMAN)
    with contextlib.ExitStack() as stack:
        typists = open_typists(options.rivals, stack)
        if options.count:
            _measure_inventions(clips, typists, report)
        if options.lost_limit != 0:
            _measure_losses(clips, typists, report)
    report.publish()


def _options() -> argparse.Namespace:
    parser = asked(__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the first case, to run a part")
    parser.add_argument("--lost-limit", type=int, help="so many files, 0 for none")
    parser.add_argument(
        "--rivals", type=lambda text: text.split(";") if text else [], default=[PLAIN, PLAIN_VAD]
    )
    return parser.parse_args()


def _measure_inventions(clips: list[Clip], typists: Mapping[str, Typist], report: Report) -> None:
    alone: dict[tuple[str, str], Typed] = {}
    counts: dict[tuple[str, str, str], list[int]] = {}
    for case in _cases(clips, report.options):
        for name, typist in typists.items():
            invented = _invented(case, name, typist, alone)
            place = "behind speech" if case.clip else "alone"
            counts.setdefault((name, case.kind, place), []).append(len(invented))
            progress(f"case {case.number}, {case.name}: {name}: {len(invented)} invented")
            if invented and name == OURS:
                report.notes.append(f"case {case.number}, {case.name}: {' '.join(invented)!r}")
    for name in typists:
        for kind in NO_SPEECH:
            row: dict[str, object] = {"who": name, "sound": kind}
            for place in ("alone", "behind speech"):
                found = counts.get((name, kind, place), [])
                row[f"clips {place}"] = len(found)
                row[f"with words, {place}"] = sum(map(bool, found))
                row[f"words, {place}"] = sum(found)
            report.add("Words invented where nobody speaks", row)
    total = sum(sum(found) for (name, _, _), found in counts.items() if name == OURS)
    report.goals.append(Goal("words invented", total, 0))


def _cases(clips: list[Clip], options: argparse.Namespace) -> Iterator[Case]:
    beds = read_beds(options.speech)
    sentences = [clip for clip in clips if clip.kind == "real"]
    for number in range(options.first, options.first + options.count):
        chance = np.random.default_rng([options.seed, number])
        kind = NO_SPEECH[number % len(NO_SPEECH)]
        level = LEVELS[number // (2 * len(NO_SPEECH)) % len(LEVELS)]
        if number // len(NO_SPEECH) % 2 == 0:
            samples = no_speech(kind, chance.uniform(10, 45), level, beds, chance)
            yield Case(number, kind, level, samples, None)
        else:
            clip = sentences[int(chance.integers(len(sentences)))]
            samples = no_speech(kind, chance.uniform(5, 60), level, beds, chance)
            yield Case(number, kind, level, np.concatenate([clip.samples, samples]), clip)


def _invented(
    case: Case, name: str, typist: Typist, alone: dict[tuple[str, str], Typed]
) -> list[str]:
    """The words that nobody said."""
    typed = _of(typist, case.samples)
    if case.clip is None:
        return [token.text for token in tokens(typed.text.split())]
    key = (name, case.clip.name)
    if key not in alone:
        alone[key] = _of(typist, case.clip.samples)
    return _without_counterpart(typed, case.clip, alone[key])


def _without_counterpart(typed: Typed, clip: Clip, alone: Typed) -> list[str]:
    found = tokens([word.text for word in typed.words])
    by_text = align(tokens(clip.said.split()), found)
    by_alone = align(tokens(alone.text.split()), found)
    end = spoken_stretches(clip.samples)[-1].end + BEHIND
    known = {*by_text.equal.values(), *by_alone.equal.values()}
    too_late = {at for at, token in enumerate(found) if typed.words[token.place].start > end}
    torn = {at for at in by_text.inserted - too_late if _is_torn(found[at].text, clip.said)}
    wrong = ((by_text.inserted & by_alone.inserted) | too_late) - known - torn
    return [found[at].text for at in sorted(wrong)]


def _is_torn(text: str, said: str) -> bool:
    """Whether it begins or ends a longer word that was said."""
    words = [token.text for token in tokens(said.split())]
    return len(text) >= LEAST_PART and any(
        text != word and (word.startswith(text) or word.endswith(text)) for word in words
    )


def _measure_losses(clips: list[Clip], typists: Mapping[str, Typist], report: Report) -> None:
    beds = read_beds(report.options.speech)
    for decibels in DECIBELS:
        for noisy in (False, True):
            title = f"{decibels} dB{', noise' if noisy else ''}"
            counts = {name: [0, 0, 0] for name in typists}
            for number, clip in enumerate(clips[: report.options.lost_limit]):
                samples = clip.samples
                if noisy:
                    chance = np.random.default_rng([report.options.seed, number])
                    bed = beds[list(BEDS)[number % len(BEDS)]]
                    samples = with_noise(samples, bed, 10.0, chance)
                said = tokens(clip.said.split())
                for name, typist in typists.items():
                    typed = _of(typist, softer(samples, decibels))
                    found = align(said, tokens(typed.text.split()))
                    losses = (found.said, found.deleted, found.said - len(found.equal))
                    counts[name] = [sum(pair) for pair in zip(counts[name], losses, strict=True)]
                progress(f"{title}: {clip.name}")
            _tell_losses(title, counts, report)


def _tell_losses(title: str, counts: dict[str, list[int]], report: Report) -> None:
    for name, (said, lost, wrong) in counts.items():
        row = {"speech": title, "who": name, "said": said, "lost": lost, "lost or wrong": wrong}
        report.add("Real words lost", row)
    if PLAIN_VAD in counts:
        for at, kind in ((1, "lost"), (2, "lost or wrong")):
            ours, theirs = counts[OURS][at], counts[PLAIN_VAD][at]
            report.goals.append(Goal(f"{title}: words {kind}, {PLAIN_VAD}'s at most", ours, theirs))


def _of(typist: Typist, samples: Samples) -> Typed:
    typed = typist.type_out(samples)
    if typed is None:
        raise RuntimeError("no time limit was set")
    return typed


if __name__ == "__main__":
    main()
