"""Whether the checks point at what was typed wrong: risk items above all.

    python tests/benchmarks/catch.py [--kinds real,long,dictations] [--clips N] [--only TEXT,...]
        [--ways NAME,...] [--heard FILE] [--json FILE]

What was said is compared with what was typed. Of all risk items (lab/risks.py) that came out wrong
or not at all it counts those that no check points at: none overlaps their spoken time within 0.3 s
(lab/catching.py says how that is known). Each is printed. And it counts the words under checks that
are about no risk item that was typed right: what the doctor must hear beyond the rules.

Each way to find what the text does not show is tried alone on top of the rules, then all that the
app uses, then all of them together:

    beam 1       a second decoding with beam 1 (as the app does)
    shifted      with beam 1 and 0.35 s of silence in front
    prompt       with beam 5 and a short neutral prompt
    slower       with beam 1, at 0.93 of the speed; faster: at 1.08
    sampled      with beam 1, at temperature 0.6
    alike        words that sound like a risk word (een, geen), where the engine is unsure
    spelling     words that no dictionary knows
    probability  words that the engine is unsure of

Human speech and the synthetic voices are told apart. `--heard` keeps the decodings in a file, for
the next run.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.pop(0)  # here lies a coverage.py, which numba would take for another
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lab.again import BEAM_1, DECODED, SecondHearing
from benchmarks.lab.catching import points_at, spoken_items, words_beyond, wrong_words
from benchmarks.lab.clips import HUMAN, KINDS, read_clips
from benchmarks.lab.report import Goal, Report, asked, progress
from naklank.core.differences import find_differences
from naklank.core.doubts import UNSURE, with_doubts
from naklank.core.rule_checks import find_checks
from naklank.core.suggestions import with_suggestions
from naklank.core.transcript import Segment
from naklank.language.lexicon import load_lexicon
from naklank.language.vocabulary import load_vocabulary

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from benchmarks.lab.again import Heard
    from benchmarks.lab.catching import Spoken
    from benchmarks.lab.clips import Clip
    from naklank.core.checks import Check
    from naklank.core.ports.language import Tag
    from naklank.core.transcript import Transcript, Word

ALIKE, SPELLING, PROBABILITY = "alike", "spelling", "probability"
WAYS = (*DECODED, ALIKE, SPELLING, PROBABILITY)
OF_THE_APP = (BEAM_1, ALIKE, SPELLING, PROBABILITY)
MISSED, BEYOND = 0.01, 0.1


@dataclass(frozen=True, slots=True)
class Caught:
    """Of one clip, or of many together."""

    items: tuple[Spoken, ...] = ()
    missed: tuple[tuple[str, Spoken], ...] = ()
    words: int = 0
    beyond: int = 0
    beyond_wrong: int = 0
    """How many of those were indeed typed wrong."""
    wrong: int = 0

    def __add__(self, other: Caught) -> Caught:
        return Caught(
            self.items + other.items,
            self.missed + other.missed,
            self.words + other.words,
            self.beyond + other.beyond,
            self.beyond_wrong + other.beyond_wrong,
            self.wrong + other.wrong,
        )

    @property
    def lost(self) -> int:
        return sum(not item.is_right for item in self.items)

    @property
    def missed_share(self) -> float:
        return len(self.missed) / max(1, self.lost)

    @property
    def beyond_share(self) -> float:
        return self.beyond / max(1, self.words)


class _Lexicon:
    """That of the app, which knows nothing of the ways that are switched off."""

    def __init__(self, ways: Collection[str]) -> None:
        self._real, self._ways = load_lexicon("nl"), ways
        self.language, self.headings = self._real.language, self._real.headings

    def with_headings(self, _own: Mapping[str, str]) -> _Lexicon:
        return self

    def normalise(self, word: str) -> str:
        return self._real.normalise(word)

    def tags(self, word: str) -> frozenset[Tag]:
        return self._real.tags(word)

    def written(self, words: Sequence[Word]) -> Sequence[Word]:
        return self._real.written(words)

    def date_meant(self, said: str, before: str, today: date) -> str:
        return self._real.date_meant(said, before, today)

    def weekday_meant(self, said: str, today: date) -> str:
        return self._real.weekday_meant(said, today)

    def time_meant(self, said: str) -> str:
        return self._real.time_meant(said)

    def is_word(self, word: str) -> bool:
        return SPELLING not in self._ways or self._real.is_word(word)

    def same(self, word: str) -> Sequence[str]:
        return self._real.same(word)

    def sound_alike(self, word: str, probability: float) -> str:
        return self._real.sound_alike(word, probability) if ALIKE in self._ways else ""


def main() -> None:
    options = _options()
    report = Report("catch", options)
    hearing = SecondHearing(options.heard)
    decoded = [way for way in DECODED if way in {*options.ways, BEAM_1}]
    for kinds in (HUMAN, tuple(kind for kind in KINDS if kind not in HUMAN)):
        clips = _clips(options, kinds)
        heard = {}
        for clip in clips:
            heard[clip.name] = hearing.heard(clip, decoded)
            progress(clip.name)
        if clips:
            _tell("human" if kinds == HUMAN else "synthetic", clips, heard, report)
    report.publish()


def _options() -> argparse.Namespace:
    parser = asked(__doc__)
    parser.add_argument("--kinds", type=lambda text: text.split(","), default=list(KINDS))
    parser.add_argument("--ways", type=lambda text: text.split(","), default=list(WAYS))
    parser.add_argument("--clips", type=int, help="at most so many of each kind")
    parser.add_argument("--only", type=lambda text: text.split(","), help="parts of clips' names")
    parser.add_argument("--heard", type=Path, metavar="FILE", help="keep the decodings there")
    return parser.parse_args()


def _clips(options: argparse.Namespace, kinds: Iterable[str]) -> list[Clip]:
    chosen = [kind for kind in kinds if kind in options.kinds]
    return [
        clip
        for clip in read_clips(options.speech, chosen, options.clips)
        if options.only is None or any(part in clip.name for part in options.only)
    ]


def _tell(voices: str, clips: list[Clip], heard: dict[str, Heard], report: Report) -> None:
    asked_for = [way for way in WAYS if way in report.options.ways]
    rows = {"rules alone": (), **{f"+ {way}": (way,) for way in asked_for}}
    rows |= {"as the app": OF_THE_APP, "all asked for": tuple(asked_for)}
    for name, ways in rows.items():
        caught = sum((_caught(clip, heard[clip.name], ways) for clip in clips), Caught())
        report.add(f"Wrong or missing risk items, {voices} voices", _row(name, caught))
        if name == "as the app":
            _tell_missed(voices, caught, report)


def _caught(clip: Clip, heard: Heard, ways: Collection[str]) -> Caught:
    transcript, lexicon = _transcript(heard, ways), _Lexicon(ways)
    meant = load_vocabulary("nl").suggestions(transcript)
    checks = with_suggestions(find_checks(transcript, lexicon), meant)
    if ways:
        checks = with_doubts(checks, transcript, lexicon)
    items = spoken_items(clip.said, transcript)
    beyond = words_beyond(checks, items, transcript.words)
    wrong = wrong_words(clip.said, transcript.words)
    missed = tuple((clip.name, item) for item in items if _is_missed(item, checks))
    return Caught(
        items, missed, len(transcript.words), len(beyond), len(beyond & wrong), len(wrong)
    )


def _transcript(heard: Heard, ways: Collection[str]) -> Transcript:
    typed = heard.transcript
    doubts = [
        doubt
        for way in DECODED
        if way in ways
        for doubt in find_differences(typed.words, heard.again[way])
    ]
    least = 0.0 if PROBABILITY in ways else UNSURE
    segments = tuple(
        Segment(tuple(replace(one, probability=max(least, one.probability)) for one in them.words))
        for them in typed.segments
    )
    return replace(typed, segments=segments, doubts=tuple(doubts))


def _is_missed(item: Spoken, checks: Iterable[Check]) -> bool:
    return not item.is_right and not any(points_at(check, item) for check in checks)


def _row(name: str, caught: Caught) -> dict[str, object]:
    row: dict[str, object] = {
        "checks by": name,
        "missed": f"{len(caught.missed)}/{caught.lost}",
        "share": caught.missed_share,
        "words beyond": caught.beyond,
        "of typed words": caught.beyond_share,
        "beyond and wrong": f"{caught.beyond_wrong}/{caught.wrong}",
    }
    for group in sorted({item.group for item in caught.items}):
        lost = sum(not item.is_right for item in caught.items if item.group == group)
        missed = sum(item.group == group for _, item in caught.missed)
        row[group] = f"{missed}/{lost}"
    return row


def _tell_missed(voices: str, caught: Caught, report: Report) -> None:
    for clip, item in caught.missed:
        report.notes.append(
            f"missed: {clip} {item.time.start:.1f} s, {item.group}:"
            f" {item.said} → {item.typed or '-'}"
        )
    name = f"{voices} voices: wrong or missing risk items that no check points at"
    report.goals.append(Goal(name, caught.missed_share, MISSED))
    name = f"{voices} voices: words under checks beyond risk items typed right"
    report.goals.append(Goal(name, caught.beyond_share, BEYOND))


if __name__ == "__main__":
    main()
