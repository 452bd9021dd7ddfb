"""How each file was typed by each system, and what that makes together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.lab.risks import right_items
from benchmarks.lab.scores import Score, score, total
from benchmarks.lab.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.lab.clips import Clip
    from benchmarks.lab.typists import Typed


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file was typed."""

    score: Score
    items: dict[str, tuple[int, int]]
    seconds: float


@dataclass(slots=True)
class Trial:
    """All outcomes for one kind and sound: system, then file; None where it took too long."""

    kind: str
    sound: str
    sound_seconds: dict[str, float] = field(default_factory=dict)
    outcomes: dict[str, dict[str, Outcome | None]] = field(default_factory=dict)


def outcome_of(clip: Clip, typed: Typed) -> Outcome:
    said_tokens, typed_tokens = tokens(clip.said.split()), tokens(typed.text.split())
    return Outcome(
        score(said_tokens, typed_tokens), right_items(clip.said, typed.text), typed.seconds
    )


def done(trial: Trial, name: str) -> dict[str, Outcome]:
    return {clip: one for clip, one in trial.outcomes.get(name, {}).items() if one is not None}


def wer(outcomes: Iterable[Outcome]) -> float:
    return total(outcome.score for outcome in outcomes).wer


def right(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    counts = [count for outcome in outcomes for count in outcome.items.values()]
    return sum(right for right, _ in counts), sum(items for _, items in counts)
