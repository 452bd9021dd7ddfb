"""Checking by ear: what was heard, and what was confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from naklank.core.checks import Check, CheckKind
from naklank.core.recording import Cause, Recording
from naklank.core.transcript import Stretch

AROUND_GAP: Final = 1.5
"""Seconds heard before and after a place where sound is missing: a few words on each side."""


@dataclass(frozen=True, slots=True)
class Review:
    """How far the checking has come; `heard` and `confirmed` hold places in `checks`.

    Heard is what was played to its end on a real, unmuted output; nothing else.
    """

    checks: tuple[Check, ...] = ()
    heard: frozenset[int] = frozenset()
    confirmed: frozenset[int] = frozenset()
    heard_whole: bool = False
    unheard: bool = False
    """There was no output to listen to, and what goes home says so."""

    @property
    def open(self) -> tuple[int, ...]:
        """The checks that still wait to be confirmed, in order."""
        return tuple(at for at in range(len(self.checks)) if at not in self.confirmed)

    @property
    def is_done(self) -> bool:
        """Whether all was checked by ear: each check, or the whole where there are none."""
        return self.unheard or (not self.open if self.checks else self.heard_whole)

    def with_heard(self, stretch: Stretch) -> "Review":
        """Every check inside a stretch that was heard is heard."""
        inside = _inside(self.checks, stretch)
        return replace(self, heard=self.heard.union(inside))

    def with_confirmed(self, at: int) -> "Review":
        """A check is confirmed only after it was heard."""
        if at not in self.heard:
            raise ValueError("a check that was not heard cannot be confirmed")
        return replace(self, confirmed=self.confirmed | {at})

    def without_confirmed(self, checks: Iterable[int]) -> "Review":
        """These checks wait to be confirmed again."""
        return replace(self, confirmed=self.confirmed.difference(checks))


def gap_checks(recording: Recording) -> tuple[Check, ...]:
    """Every place where sound is missing must be heard, with what was said before and after it.

    Places that lie so close together that they would be heard at once are one check.
    """
    checks: list[Check] = []
    for gap in recording.gaps:
        length = gap.seconds if gap.cause is Cause.DAMAGED else 0.0  # only that lasts, as silence
        start = max(0.0, gap.second - AROUND_GAP)
        end = min(recording.seconds, gap.second + length + AROUND_GAP)
        if checks and start <= checks[-1].end:
            checks[-1] = replace(checks[-1], end=max(end, checks[-1].end))
        else:
            checks.append(Check(CheckKind.GAP, "", start, end))
    return tuple(checks)


def _inside(checks: Iterable[Check], stretch: Stretch) -> frozenset[int]:
    return frozenset(
        at
        for at, check in enumerate(checks)
        if stretch.start <= check.start and check.end <= stretch.end
    )
