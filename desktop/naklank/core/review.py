"""Checking by ear: what was heard, and what was confirmed."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from naklank.core.checks import Check, CheckKind
from naklank.core.recording import Cause, Recording
from naklank.core.transcript import Stretch, merged, without

AROUND_GAP: Final = 1.5
"""Seconds heard before and after a place where sound is missing: a few words on each side."""

_MOMENT: Final = 0.01
"""Seconds around a word that was put in where no silence is: nothing shorter is cut out."""


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
    sounded: tuple[Stretch, ...] = ()
    """What was heard of the recording: in order, none touching the next."""
    needs_whole: bool = False
    """All of it must be heard, beside each check: a lost "geen" leaves no check behind."""
    awaits_more: bool = False
    """Whether more checks may still be found; nothing is done before they were."""
    lacks_checks: bool = False
    """Whether the search for them was cut short: then all must be heard, in whatever way."""

    @property
    def open(self) -> tuple[int, ...]:
        """The checks that still wait to be confirmed, in order."""
        return tuple(at for at in range(len(self.checks)) if at not in self.confirmed)

    @property
    def is_done(self) -> bool:
        """Whether all was checked by ear: each check, and the whole where that is asked.

        Where no check has sound it is always asked.
        """
        has_places = any(check.has_sound for check in self.checks)
        is_enough = self.heard_whole or (has_places and not self.needs_whole)
        return self.unheard or (not self.open and is_enough and not self.awaits_more)

    def with_more(self, checks: Iterable[Check]) -> "Review":
        """With the last checks that were found, behind the others: nobody is thrown off place."""
        return replace(self, checks=(*self.checks, *checks), awaits_more=False)

    def without_more(self) -> "Review":
        """The search for checks was cut short: nobody knows of what the ear alone can find."""
        return replace(self, awaits_more=False, lacks_checks=True, needs_whole=True)

    def is_heard(self, at: int) -> bool:
        """Whether a check was heard, or has no sound that could be."""
        return at in self.heard or not self.checks[at].has_sound

    def with_heard(self, stretch: Stretch, seconds: float = math.inf) -> "Review":
        """A stretch was heard of a recording of so many seconds.

        Every check inside what was heard by now is heard, be it piece by piece. Times of words are
        rounded: who heard the end of the recording heard what ends a moment behind it.
        """
        sounded = merged((*self.sounded, stretch))
        reached = (replace(one, end=math.inf) if one.end >= seconds else one for one in sounded)
        inside = frozenset().union(*(_inside(self.checks, one) for one in reached))
        whole = any(one.start <= 0 and one.end >= seconds for one in sounded)
        return replace(
            self,
            heard=self.heard | inside,
            heard_whole=self.heard_whole or whole,
            sounded=sounded,
        )

    def unheard_from(self, seconds: float) -> float | None:
        """The first second that was not heard yet, of so many; None where all was."""
        if self.heard_whole:
            return None
        first = self.sounded[0] if self.sounded and self.sounded[0].start <= 0 else None
        start = first.end if first else 0.0
        return start if start < seconds else None

    def with_confirmed(self, at: int) -> "Review":
        """With this check confirmed; ValueError where it has sound and was not heard."""
        if not self.is_heard(at):
            raise ValueError("a check that was not heard cannot be confirmed")
        return replace(self, confirmed=self.confirmed | {at})

    def with_checks(self, checks: Sequence[Check]) -> "Review":
        """Other checks; what was heard and confirmed holds for those that are exactly the same."""
        others = [check for check in checks if check.has_sound and check not in self.checks]
        return replace(
            self,
            checks=tuple(checks),
            sounded=without(self.sounded, own_sounds(others)),  # these are heard anew
            heard=places_of(checks, self._named(self.heard)),
            confirmed=places_of(checks, self._named(self.confirmed)),
        )

    def back_at(self, then: "Review") -> "Review":
        """The checks of an earlier time, with all that was heard and confirmed then or since.

        What was found of two decodings since then stays, but not what an edit made of such a check.
        What sounded while other words stood there was not heard of those that are back.
        """
        found = (one for one in self.checks if one.kind is CheckKind.DIFFERS)
        late = (one for one in found if not all(_is_in(it, then.checks) for it in one.places))
        checks = (*then.checks, *late)
        heard = places_of(checks, self._named(self.heard)) | then.heard
        unheard = (one for at, one in enumerate(then.checks) if at not in heard)
        back = own_sounds(one for one in unheard if one.has_sound and one not in self.checks)
        sounded = without(merged((*self.sounded, *then.sounded)), back)
        confirmed = places_of(checks, self._named(self.confirmed)) | then.confirmed
        return replace(self, checks=checks, sounded=sounded, heard=heard, confirmed=confirmed)

    def opened_since(self, before: "Review") -> tuple[int, ...]:
        """The open checks that were not open before, in order."""
        were_open = before._named(before.open)  # noqa: SLF001 - another one of its own class
        return tuple(at for at in self.open if self.checks[at] not in were_open)

    def _named(self, places: Iterable[int]) -> frozenset[Check]:
        return frozenset(self.checks[at] for at in places)


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


def own_sounds(checks: Iterable[Check]) -> tuple[Stretch, ...]:
    """Where the checks sound; where one has no length a moment around it, which can be cut out."""
    return tuple(
        Stretch(one.start, one.end)
        if one.start < one.end
        else Stretch(one.start - _MOMENT, one.end + _MOMENT)
        for one in checks
    )


def places_of(checks: Sequence[Check], wanted: Collection[Check]) -> frozenset[int]:
    """At which places the wanted ones stand."""
    return frozenset(at for at, check in enumerate(checks) if check in wanted)


def _is_in(place: Check, checks: Iterable[Check]) -> bool:
    """Whether one of the checks points at this place, not only at seconds around it."""
    return any(
        one.start <= place.start and place.end <= one.end
        for one in checks
        if one.has_words or one.kind in (CheckKind.DIFFERS, CheckKind.TAKEN_OUT)
    )


def _inside(checks: Iterable[Check], stretch: Stretch) -> frozenset[int]:
    return frozenset(
        at
        for at, check in enumerate(checks)
        if check.has_sound and stretch.start <= check.start and check.end <= stretch.end
    )
