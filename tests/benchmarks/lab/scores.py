"""What is typed held against what is said, word by word (jiwer)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import jiwer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.lab.words import Token


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of words and characters, to be added up over files."""

    said: int = 0
    substituted: int = 0
    deleted: int = 0
    inserted: int = 0
    characters: int = 0
    wrong_characters: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.said + other.said,
            self.substituted + other.substituted,
            self.deleted + other.deleted,
            self.inserted + other.inserted,
            self.characters + other.characters,
            self.wrong_characters + other.wrong_characters,
        )

    @property
    def wer(self) -> float:
        return (self.substituted + self.deleted + self.inserted) / max(1, self.said)

    @property
    def cer(self) -> float:
        return self.wrong_characters / max(1, self.characters)


def total(scores: Iterable[Score]) -> Score:
    return reduce(add, scores, Score())


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which typed token stands for which said one."""

    equal: dict[int, int]
    """From the place of a said token to that of the same one typed."""
    replaced: dict[int, int]
    """From the place of a said token to that of what is typed in its place."""
    said: int
    typed: int

    @property
    def deleted(self) -> int:
        return self.said - len(self.equal) - len(self.replaced)

    @property
    def inserted(self) -> frozenset[int]:
        """The places of typed tokens that stand for nothing."""
        known = {*self.equal.values(), *self.replaced.values()}
        return frozenset(set(range(self.typed)) - known)


def align(said: Sequence[Token], typed: Sequence[Token]) -> Alignment:
    """The alignment with the fewest errors."""
    equal: dict[int, int] = {}
    replaced: dict[int, int] = {}
    if said and typed:
        found = jiwer.process_words(_text(said), _text(typed))
        for chunk in found.alignments[0]:
            places = zip(
                range(chunk.ref_start_idx, chunk.ref_end_idx),
                range(chunk.hyp_start_idx, chunk.hyp_end_idx),
                strict=False,  # of a deletion or an insertion one side is empty
            )
            (equal if chunk.type == "equal" else replaced).update(places)
    return Alignment(equal, replaced, len(said), len(typed))


def score(said: Sequence[Token], typed: Sequence[Token]) -> Score:
    """The errors of one file."""
    alignment = align(said, typed)
    text = _text(said)
    wrong = round(jiwer.cer(text, _text(typed)) * len(text)) if text else 0
    return Score(
        len(said),
        len(alignment.replaced),
        alignment.deleted,
        len(alignment.inserted),
        len(text),
        wrong,
    )


def differences(said: Sequence[Token], typed: Sequence[Token]) -> list[str]:
    """Where two texts differ, as `this → that`."""
    if not said or not typed:
        return [f"{_text(said) or '-'} → {_text(typed) or '-'}"] if said or typed else []
    found = jiwer.process_words(_text(said), _text(typed))
    return [
        f"{_text(said[chunk.ref_start_idx : chunk.ref_end_idx]) or '-'}"
        f" → {_text(typed[chunk.hyp_start_idx : chunk.hyp_end_idx]) or '-'}"
        for chunk in found.alignments[0]
        if chunk.type != "equal"
    ]


def _text(given: Sequence[Token]) -> str:
    return " ".join(token.text for token in given)
