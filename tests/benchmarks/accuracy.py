"""How well Dutch is typed, beside openai-whisper and plain faster-whisper on the same weights.

    python tests/benchmarks/accuracy.py [--kinds real,long,dictations] [--sounds clean,room,...]
        [--clips N] [--rivals NAME,...] [--rival-limit N] [--engine-limit N] [--json FILE]

Human speech (`real`, `long`) and, apart, the synthetic voices (`dictations`): clean, with each bed
of noise mixed in at 10 dB, and with the room response. Word and character error rates (jiwer) on
normalised text, see lab/words.py; the share of risk items that came out right, see lab/risks.py.
Openai-whisper is slow: it gets the first `--rival-limit` clips of each kind and sound, speaker by
speaker, and 5 minutes for each. Each rival is compared with us on the very files that it did; a
file that it gave up counts neither way, and is told.

At the end both engines go through our own pipeline on the same files; the differences are listed.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from benchmarks.lab.clips import BEDS, HUMAN, KINDS, Clip, read_beds, read_clips, read_room
from benchmarks.lab.report import Goal, Report, asked, progress
from benchmarks.lab.scores import differences, score, total
from benchmarks.lab.sounds import in_room, with_noise
from benchmarks.lab.trials import Trial, done, outcome_of, right, wer
from benchmarks.lab.typists import OURS, REFERENCE, RIVALS, OpenaiWhisper, open_typists
from benchmarks.lab.words import tokens

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from benchmarks.lab.typists import Typist

SOUNDS = ("clean", *(f"{bed} 10 dB" for bed in BEDS), "room")
ENGINES_APART = 0.05
"""WER that the two engines may differ on one file."""


def main() -> None:
    options = _options()
    report = Report("accuracy", options)
    clips = read_clips(options.speech, options.kinds, options.clips)
    with contextlib.ExitStack() as stack:
        typists = open_typists(options.rivals, stack)
        trials = []
        for sound, kind in itertools.product(options.sounds, options.kinds):
            chosen = [clip for clip in clips if clip.kind == kind]
            trials.append(_tried(sound, kind, chosen, typists, options))
            _tell(trials[-1], report)
            report.save()
        _tell_items(trials, report)
        _set_goals(trials, report)
        if options.engine_limit:
            _compare_engines(clips, typists[OURS], report)
    report.publish()


def _options() -> argparse.Namespace:
    parser = asked(__doc__)
    parser.add_argument("--kinds", type=_listed, default=list(KINDS))
    parser.add_argument("--sounds", type=_listed, default=list(SOUNDS))
    parser.add_argument("--rivals", type=_names, default=list(RIVALS), help='apart by ";"')
    parser.add_argument("--clips", type=int, help="at most so many of each kind")
    parser.add_argument("--rival-limit", type=int, default=6)
    parser.add_argument("--engine-limit", type=int, default=6)
    return parser.parse_args()


def _listed(text: str) -> list[str]:
    return text.split(",") if text else []


def _names(text: str) -> list[str]:
    return text.split(";") if text else []


def _tried(
    sound: str,
    kind: str,
    clips: Iterable[Clip],
    typists: dict[str, Typist],
    options: argparse.Namespace,
) -> Trial:
    trial = Trial(kind, sound, outcomes={name: {} for name in typists})
    for number, clip in enumerate(clips):
        heard = _heard(clip, sound, options)
        trial.sound_seconds[clip.name] = clip.seconds
        for name, typist in typists.items():
            if name == REFERENCE and number >= options.rival_limit:
                continue
            typed = typist.type_out(heard.samples)
            trial.outcomes[name][clip.name] = None if typed is None else outcome_of(clip, typed)
            progress(f"{sound}: {clip.name}: {name}{' took too long' if typed is None else ''}")
    return trial


def _heard(clip: Clip, sound: str, options: argparse.Namespace) -> Clip:
    """The clip as it sounds there; the same in every run of the same seed."""
    if sound == "clean":
        return clip
    if sound == "room":
        return clip.with_samples(in_room(clip.samples, read_room(options.speech)))
    chance = np.random.default_rng([options.seed, *clip.name.encode(), *sound.encode()])
    bed = read_beds(options.speech)[sound.removesuffix(" 10 dB")]
    return clip.with_samples(with_noise(clip.samples, bed, 10.0, chance))


def _tell(trial: Trial, report: Report) -> None:
    title = f"Speech: {trial.kind}{'' if trial.kind in HUMAN else ' (synthetic voices)'}"
    ours = done(trial, OURS)
    for name, outcomes in trial.outcomes.items():
        theirs = done(trial, name)
        if not outcomes:
            continue
        same = [ours[clip] for clip in theirs]
        sound_seconds = sum(trial.sound_seconds[clip] for clip in theirs)
        report.add(
            title,
            {
                "sound": trial.sound,
                "who": name,
                "files": len(theirs),
                "given up": len(outcomes) - len(theirs),
                "WER": wer(theirs.values()),
                "CER": total(one.score for one in theirs.values()).cer,
                "risk items right": "{}/{}".format(*right(theirs.values())),
                "speed": sound_seconds / max(1e-9, sum(one.seconds for one in theirs.values())),
                "ours there: WER": wer(same),
                "risk right": "{}/{}".format(*right(same)),
            },
        )


def _tell_items(trials: Iterable[Trial], report: Report) -> None:
    """By kind of risk item, over all sounds: what came out right of what was said."""
    trials = list(trials)
    for human in (True, False):
        chosen = [trial for trial in trials if (trial.kind in HUMAN) is human]
        groups = sorted({group for trial in chosen for group in _groups(trial)})
        for name in dict.fromkeys(name for trial in chosen for name in trial.outcomes):
            row: dict[str, object] = {"who": name}
            for group in groups:
                pairs = [
                    one.items.get(group, (0, 0))
                    for trial in chosen
                    for one in done(trial, name).values()
                ]
                row[group] = "{}/{}".format(*map(sum, zip(*pairs, strict=True))) if pairs else "-"
            voices = "human" if human else "synthetic"
            report.add(f"Risk items that came out right, {voices} voices, all sounds", row)


def _groups(trial: Trial) -> set[str]:
    return {group for one in done(trial, OURS).values() for group in one.items}


def _set_goals(trials: Iterable[Trial], report: Report) -> None:
    """Never worse than a rival, on the files that it did, sound by sound and over all of them."""
    human = [trial for trial in trials if trial.kind in HUMAN]
    rivals = dict.fromkeys(name for trial in human for name in trial.outcomes if name != OURS)
    for name in rivals:
        groups = {f"{trial.kind}, {trial.sound}": [trial] for trial in human}
        for title, chosen in {**groups, "all human speech": human}.items():
            theirs = [one for trial in chosen for one in done(trial, name).values()]
            ours = [done(trial, OURS)[clip] for trial in chosen for clip in done(trial, name)]
            if theirs:
                report.goals.append(Goal(f"{title}: WER, {name}'s at most", wer(ours), wer(theirs)))
                (right_ours, items), (right_theirs, _) = right(ours), right(theirs)
                report.goals.append(
                    Goal(
                        f"{title}: risk items right, {name}'s at least",
                        right_ours / max(1, items),
                        right_theirs / max(1, items),
                        at_least=True,
                    )
                )


def _compare_engines(clips: list[Clip], ours: Typist, report: Report) -> None:
    """Both engines in our pipeline: the longest files first, and then in turn."""
    chosen = sorted(
        clips, key=lambda clip: HUMAN[::-1].index(clip.kind) if clip.kind in HUMAN else 9
    )
    worst = 0.0
    with OpenaiWhisper(ours=True) as reference:
        for clip in chosen[: report.options.engine_limit]:
            texts = {
                "faster": ours.type_out(clip.samples),
                "openai": reference.type_out(clip.samples),
            }
            progress(f"both engines: {clip.name}")
            said = tokens(clip.said.split())
            typed = {name: tokens(one.text.split()) for name, one in texts.items() if one}
            rates = {name: score(said, one).wer for name, one in typed.items()}
            apart = abs(rates["faster"] - rates["openai"]) if len(rates) > 1 else None
            worst = max(worst, 1.0 if apart is None else apart)
            listed = differences(typed["faster"], typed["openai"]) if len(typed) > 1 else []
            report.add(
                "Both engines in our pipeline",
                {
                    "file": clip.name,
                    "faster-whisper WER": rates["faster"],
                    "openai-whisper WER": rates.get("openai"),
                    "apart": apart,
                    "differences": "; ".join(listed) or "none",
                },
            )
    report.goals.append(Goal("WER between the two engines, worst file", worst, ENGINES_APART))


if __name__ == "__main__":
    main()
