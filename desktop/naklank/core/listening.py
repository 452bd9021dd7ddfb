"""Listening along: what is played next, and where it stops."""

from dataclasses import dataclass
from typing import Final

from naklank.core.checks import Check
from naklank.core.review import Review
from naklank.core.transcript import Stretch

AROUND_CHECK: Final = 0.3
"""Seconds played before and after a word or check, to hear it in its place."""


@dataclass(frozen=True, slots=True)
class Leg:
    """What is played in one go, and the check at its end; None where it ends with the sound."""

    stretch: Stretch
    check: int | None = None

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to hear at the check."""
        return self.stretch.seconds <= 0


def around(place: Stretch | Check, seconds: float) -> Stretch:
    """A place with a little of what was said before and after it, in a recording so long."""
    return Stretch(max(0.0, place.start - AROUND_CHECK), min(seconds, place.end + AROUND_CHECK))


def leg_from(start: float, review: Review, seconds: float) -> Leg:
    """From here on to behind the next open check.

    A check that is cut by the start is heard from its beginning.
    """
    stops = [(around(review.checks[at], seconds), at) for at in review.open]
    ahead = [(stop.end, at) for stop, at in stops if stop.end > start]
    if not ahead:
        return Leg(Stretch(min(start, seconds), seconds))
    end, at = min(ahead)
    if review.checks[at].start < start:
        start = around(review.checks[at], seconds).start
    return Leg(Stretch(start, end), at)


def next_leg(review: Review, seconds: float, done: int | None) -> Leg | None:
    """What follows on the check that is done: on to what was not heard yet, and at last back.

    None where all was heard and nothing is open.
    """
    unheard = review.unheard_from(seconds)
    later = [at for at in review.open if done is None or at > done]
    if unheard is None:
        back = later or review.open
        return _check_alone(back[0], review, seconds) if back else None
    heard = [at for at in later if at in review.heard and review.checks[at].end <= unheard]
    if heard:  # as the end of the one before, or before it was put aside
        return _check_alone(heard[0], review, seconds)
    return leg_from(unheard, review, seconds)


def _check_alone(at: int, review: Review, seconds: float) -> Leg:
    check = review.checks[at]
    place = around(check, seconds) if check.has_sound else Stretch(check.start, check.start)
    return Leg(place, at)


def place_after_change(check: Check, review: Review) -> int | None:
    """Which check of a review that was made anew stands where this one stood.

    The same one, else the one nearest to its sound that is open; None where none is open.
    """
    if check in review.checks:
        return review.checks.index(check)
    if not review.open:
        return None
    return min(review.open, key=lambda at: (_distance(check, review.checks[at]), at))


def _distance(one: Check, other: Check) -> float:
    """Seconds of silence between two places; none where they overlap."""
    return max(0.0, one.start - other.end, other.start - one.end)
