"""A changed text gets its own checks again.

42 % of dictations that doctors had signed still held an error
(pmc.ncbi.nlm.nih.gov/articles/PMC6203313): a correction is a text like any other, and what it puts
in or takes out at a risk must be heard as well.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from naklank.core.alignment import Change, bare, changes, normalised
from naklank.core.checks import Check, CheckKind, in_order
from naklank.core.summary import Summary
from naklank.core.transcript import Stretch, Word

FindChecks = Callable[[Sequence[Word]], tuple[Check, ...]]
"""The checks of a text alone, such as `text_checks` for one lexicon and day."""

_OF_THE_SOUND: Final = frozenset(
    {
        CheckKind.GAP,
        CheckKind.UNCOVERED,
        CheckKind.UNSUPPORTED,
        CheckKind.MISSING_TOPIC,
        CheckKind.JOINT,
        CheckKind.TAKEN_OUT,
    }
)
"""Checks that are about the sound, whatever the text says."""
_OWN_RISK: Final = frozenset(
    {CheckKind.NEGATION, CheckKind.SIDE, CheckKind.AMOUNT, CheckKind.MEDICINE}
)
"""What no other risk replaces; the others are numbers and times, which say the same in many ways:
"tien milligram" and "10 mg"."""


def rechecked(
    before: Summary, after: Summary, checks: Sequence[Check], find: FindChecks
) -> tuple[Check, ...]:
    """The checks of the text `after`, in the order of the sound, from those of the text `before`.

    An unchanged check is the very same. A check whose words changed is another one, and a risk that
    was put in a new one. What was taken out at a risk leaves a check where it was said.
    """
    return _Rechecking(before, after, tuple(checks), find).result()


@dataclass(frozen=True, slots=True)
class _Rechecking:
    before: Summary
    after: Summary
    checks: tuple[Check, ...]
    find: FindChecks

    def result(self) -> tuple[Check, ...]:
        old = self.find(self.before.as_heard())
        found = self.find(self.after.as_heard())
        changed = tuple(changes(_keys(self.before), _keys(self.after)))
        kept = [it for it in self.checks if self._stays(it, changed, set(old) - set(found))]
        gone = [it for it in self.checks if it not in kept and it.kind not in _OF_THE_SOUND]
        new = [it for it in found if it not in old or not self._is_asked_by(it, kept)]
        fresh = [it for it in new if it not in old or _meets(it, gone)]
        lost = [it for change in changed for it in self._lost(change)]
        left = [
            self._left(it)
            for it in gone
            if not _meets(it, (*new, *lost)) and not (it in old and self._was_put_in(it, changed))
        ]
        parts = self._parts(gone, changed, (*new, *lost, *left))
        return in_order(dict.fromkeys((*kept, *fresh, *lost, *left, *parts)))

    def _is_asked_by(self, check: Check, kept: Sequence[Check]) -> bool:
        """Whether each place of a check is one of an unchanged check too, of the very same words.

        It may have been typed in letters ("vijf dagen") where the text has digits.
        """
        known = [(it.kind, self.after.words_of(it)) for one in kept for it in one.places]
        return all((it.kind, self.after.words_of(it)) in known for it in check.places)

    def _parts(
        self, gone: Sequence[Check], changed: Sequence[Change], others: Sequence[Check]
    ) -> Iterator[Check]:
        """What no rule finds, such as a torn name, in a phrase in which something else changed."""
        for item in (item for check in gone for item in check.items):
            words = self.before.words_of(item)
            held = any(one.start <= item.start and item.end <= one.end for one in others)
            if not held and not any(_touches(change, words) for change in changed):
                yield item

    def _stays(self, check: Check, changed: Sequence[Change], stale: set[Check]) -> bool:
        """Whether nothing was changed in the words of a check."""
        if check.kind is CheckKind.TAKEN_OUT:
            return not self._stands_again(check)
        words = self.before.words_of(check)
        if check.kind in _OF_THE_SOUND or not words:
            return True
        return check not in stale and not any(_touches(change, words) for change in changed)

    def _stands_again(self, check: Check) -> bool:
        """Whether the words that were taken out are back in their place."""
        words = (
            normalised(word.text)
            for word, sound in zip(self.after.words, self.after.sounds, strict=True)
            if check.start <= sound.middle <= check.end
        )
        wanted = " ".join(normalised(word) for word in check.text.split())
        return f" {wanted} " in f" {' '.join(words)} "

    def _lost(self, change: Change) -> Iterator[Check]:
        """What a change took out of the text at a risk, unless a risk of its kind is there now."""
        old, new = self.before.as_heard(), self.after.as_heard()
        said = [old[at] for at in change.old if self.before.words[at].sound is not None]
        if change.new:
            now = self._risks([new[at] for at in change.new])
            risky = [at for at, word in enumerate(said) if self._risks([word]) - now]
            said = said[risky[0] : risky[-1] + 1] if risky else []
        for found in self.find(said):
            yield Check(CheckKind.TAKEN_OUT, found.text, found.start, found.end)

    def _risks(self, words: Sequence[Word]) -> set[CheckKind]:
        """The kinds of risk that each word is by itself."""
        kinds = (check.kind for word in words for check in self.find([word]))
        return {kind if kind in _OWN_RISK else CheckKind.NUMBER for kind in kinds}

    def _was_put_in(self, check: Check, changed: Sequence[Change]) -> bool:
        """Whether only words that the doctor had put in are gone: what was said still stands."""
        words = self.before.words_of(check)
        gone = [at for change in changed for at in change.old if at in words]
        return bool(gone) and all(self.before.words[at].sound is None for at in gone)

    def _left(self, check: Check) -> Check:
        """A check that no rule finds any more is still about its place.

        What was offered for several places at once has in it what stood there before the change.
        """
        now = self.after.words_of(check)
        if not now:
            return Check(CheckKind.TAKEN_OUT, check.text, check.start, check.end)
        text = " ".join(self.after.words[at].text for at in now)
        offered = "" if check.items else check.suggestion
        return replace(check, text=bare(text), suggestion=offered, items=())


def _keys(summary: Summary) -> list[tuple[str, Stretch | None]]:
    return [word.key for word in summary.words]


def _touches(change: Change, words: range) -> bool:
    """Whether words were changed, or others put in between them."""
    if change.old:
        return change.old.start < words.stop and words.start < change.old.stop
    return words.start < change.old.start < words.stop


def _meets(check: Check, others: Sequence[Check]) -> bool:
    """Whether one of the others sounds together with it; a word put in has no length."""
    return any(_overlap(one, check) for one in others)


def _overlap(one: Check, other: Check) -> bool:
    seconds = min(one.end, other.end) - max(one.start, other.start)
    has_length = one.start < one.end and other.start < other.end
    return seconds > 0 if has_length else seconds >= 0
