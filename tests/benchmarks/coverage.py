"""Speech that left no text and is not reported; and typed speech that is reported as if it had not.

    python tests/benchmarks/coverage.py [--count N] [--json FILE]

Recordings: `--count` joined of human sentences of `real/`, all of `long/`, and dictations. In each,
stretches of 2 to 6 s (whole sentences where they are known) get no text, in these ways:

- masked: the engine leaves their words out, each time it is asked;
- stretched: and gives the word behind them all their time, as Whisper does;
- once: the engine leaves them out at its first decoding, and types them at a second one;
- cut: the words from the middle of a sentence to its end are left out each time;
- noise: a babble bed 20 dB above the speech lies over them; the engine is as it is.

Where somebody speaks is known from the clean recording by its energy alone (lab/sounds.py), not
from our own detector. A second of it has text when a word stands within 0.35 s of it (of a word,
at most 0.5 s and 0.12 s for each letter before its end counts). What has no text for 0.8 s and more
must be reported; seconds that are not, are counted, apart those at the edge of a reported stretch
(0.35 s: so inexact are times). Beside it, of the seconds under words that came
out right, the share that is reported as uncovered, also in the recording as it is.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from benchmarks.lab.clips import HUMAN, SYNTHETIC, read_beds, read_clips
from benchmarks.lab.joining import Recording, joined, whole
from benchmarks.lab.masking import MaskedEngine
from benchmarks.lab.report import Goal, Report, asked, progress
from benchmarks.lab.scores import align
from benchmarks.lab.sounds import looped, loudness
from benchmarks.lab.timeline import STEP, flags_of, long_enough, runs
from benchmarks.lab.typists import Naklank, transcribe_as_the_app
from benchmarks.lab.words import tokens
from naklank.core.transcript import Stretch
from naklank.speech.engine import SAMPLE_RATE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.random import Generator

    from benchmarks.lab.clips import Clip
    from naklank.core.transcript import Transcript, Word
    from naklank.speech.engine import Engine, Samples

WAYS = ("as it is", "masked", "stretched", "once", "cut", "noise")
LOUDER = 20.0
"""Decibels of the noise above the speech that it drowns."""
REACH = 0.35
LEAST = 0.8
SLOWEST_WORD = 0.5
SLOWEST_LETTER = 0.12
"""Seconds, as said above."""
APART = 8.0
"""Seconds between two masks at least: in between somebody is typed."""
MOST_REPORTED = 0.02


@dataclass(slots=True)
class Sums:
    """Seconds, added up."""

    sound: float = 0.0
    spoken: float = 0.0
    without_text: float = 0.0
    not_reported: float = 0.0
    at_edges: float = 0.0
    right: float = 0.0
    right_reported: float = 0.0


def main() -> None:
    options = _options()
    report = Report("coverage", options)
    engine = Naklank().engine
    bed = read_beds(options.speech)["babble"]
    sums: dict[tuple[str, str], Sums] = {}
    for recording in _recordings(options):
        for way in options.ways:
            chance = np.random.default_rng([options.seed, *recording.name.encode()])
            masks = () if way == "as it is" else tuple(_masks(recording, way, chance))
            samples = _drowned(recording, masks, bed, chance) if way == "noise" else None
            one = sums.setdefault((recording.kind, way), Sums())
            found = _typed(engine, recording, way, masks, samples)
            for lost in _add(one, recording, found):
                place = f"{lost.start:.1f} to {lost.end:.1f} s"
                report.notes.append(f"not reported: {recording.name}, {way}: {place}")
            progress(f"{recording.name}: {way}: {one.not_reported:.1f} s not reported so far")
    _tell(sums, report)
    report.publish()


def _options() -> argparse.Namespace:
    parser = asked(__doc__)
    parser.add_argument("--count", type=int, default=8, help="joined recordings")
    parser.add_argument("--others", type=int, default=4, help="of long and of dictations, each")
    parser.add_argument("--ways", type=lambda text: text.split(","), default=list(WAYS))
    return parser.parse_args()


def _recordings(options: argparse.Namespace) -> Iterator[Recording]:
    sentences = read_clips(options.speech, ["real"])
    for number in range(options.count):
        chance = np.random.default_rng([options.seed, number])
        chosen = [sentences[at] for at in chance.permutation(len(sentences))[:10]]
        yield joined(f"joined {number}", chosen, chance)
    others: list[Clip] = read_clips(options.speech, ["long", SYNTHETIC], options.others)
    yield from map(whole, others)


def _masks(recording: Recording, way: str, chance: Generator) -> Iterator[Stretch]:
    """Stretches with speech, apart from each other, about a fifth of the recording."""
    last = -APART
    for sentence in recording.sentences:
        if sentence.start - last < APART or chance.random() < 1 / 3:
            continue
        start = (sentence.start + sentence.end) / 2 if way == "cut" else sentence.start
        if sentence.end - start >= 1.5:
            last = sentence.end
            yield Stretch(start, sentence.end)


def _drowned(
    recording: Recording, masks: Iterable[Stretch], bed: Samples, chance: Generator
) -> Samples:
    samples = recording.samples.copy()
    for mask in masks:
        first, last = round(mask.start * SAMPLE_RATE), round(mask.end * SAMPLE_RATE)
        noise = looped(bed, last - first, chance)
        factor = (
            loudness(recording.samples) * 10 ** (LOUDER / 20) / float(np.sqrt(np.mean(noise**2)))
        )
        samples[first:last] += noise * factor
    return np.clip(samples, -1, 1)


def _typed(
    engine: Engine,
    recording: Recording,
    way: str,
    masks: Sequence[Stretch],
    drowned: Samples | None,
) -> Transcript:
    if drowned is not None:
        return transcribe_as_the_app(engine, drowned)
    masked = MaskedEngine(
        engine, recording.samples, masks, once=way == "once", stretches=way == "stretched"
    )
    return transcribe_as_the_app(masked, recording.samples)


def _add(sums: Sums, recording: Recording, transcript: Transcript) -> Iterator[Stretch]:
    """Add one recording up; gives the stretches that are not reported."""
    count = round(len(recording.samples) / SAMPLE_RATE / STEP) + 1
    spoken = flags_of(recording.spoken, count)
    has_text = flags_of(map(_covered, transcript.words), count)
    reported = flags_of(transcript.uncovered, count)
    without = long_enough(spoken & ~has_text, LEAST)
    sums.sound += count * STEP
    sums.spoken += float(spoken.sum()) * STEP
    sums.without_text += float(without.sum()) * STEP
    near = flags_of(
        (Stretch(gap.start - REACH, gap.end + REACH) for gap in transcript.uncovered), count
    )
    lost = without & ~near
    sums.not_reported += float(lost.sum()) * STEP
    sums.at_edges += float((without & near & ~reported).sum()) * STEP
    right = flags_of(_right(recording, transcript), count)
    sums.right += float((right & spoken).sum()) * STEP
    sums.right_reported += float((right & spoken & reported).sum()) * STEP
    for start, end in runs(lost):
        yield Stretch(start * STEP, end * STEP)


def _right(recording: Recording, transcript: Transcript) -> Iterator[Stretch]:
    """Where the typed words stand that were said."""
    words = transcript.words
    found = tokens([word.text for word in words])
    alignment = align(tokens(recording.said.split()), found)
    for place in sorted({found[at].place for at in alignment.equal.values()}):
        yield Stretch(_covered(words[place]).start + REACH, words[place].end)


def _covered(word: Word) -> Stretch:
    longest = SLOWEST_WORD + SLOWEST_LETTER * len(word.text)
    return Stretch(max(word.start, word.end - longest) - REACH, word.end + REACH)


def _tell(sums: dict[tuple[str, str], Sums], report: Report) -> None:
    for (kind, way), one in sums.items():
        report.add(
            "Speech without text, in seconds",
            {
                "speech": kind,
                "way": way,
                "spoken": round(one.spoken, 1),
                "without text": round(one.without_text, 1),
                "not reported": round(one.not_reported, 2),
                "at edges": round(one.at_edges, 2),
                "typed right": round(one.right, 1),
                "of it reported": round(one.right_reported, 2),
                "share": one.right_reported / max(1e-9, one.right),
            },
        )
    unreported = sum(one.not_reported for one in sums.values())
    report.goals.append(Goal("seconds of speech without text, not reported", unreported, 0.0))
    for voices, kinds in (("human", HUMAN), ("synthetic", (SYNTHETIC,))):
        chosen = [one for (kind, _), one in sums.items() if kind in kinds]
        right = sum(one.right for one in chosen)
        share = sum(one.right_reported for one in chosen) / max(1e-9, right)
        report.goals.append(
            Goal(f"share of rightly typed speech reported, {voices}", share, MOST_REPORTED)
        )


if __name__ == "__main__":
    main()
