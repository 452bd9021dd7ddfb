"""Words that the engine may have misheard: offered to the doctor, never put in silently."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from naklank.core.checks import Check, CheckKind, in_order


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the words typed between two seconds of the recording may have been meant to be."""

    typed: str
    """As typed, without the punctuation around it."""
    meant: str
    """The entry of the vocabulary, as it is written there."""
    start: float
    end: float


def with_suggestions(
    checks: Iterable[Check], suggestions: Sequence[Suggestion]
) -> tuple[Check, ...]:
    """The checks with what may have been meant, in the order of the sound.

    A check whose words all belong to a suggestion takes it over, and spans all its words. Any other
    suggestion is a check of its own: put into "geen Lee-Noppil" it would take the "geen" away.
    """
    left = list(checks)
    merged = []
    for suggestion in suggestions:
        taken = [check for check in left if _is_inside(check, suggestion)]
        left = [check for check in left if check not in taken]
        merged.append(_check(suggestion, [check.kind for check in taken]))
    return in_order((*left, *merged))


def _is_inside(check: Check, suggestion: Suggestion) -> bool:
    return check.has_words and suggestion.start <= check.start and check.end <= suggestion.end


def _check(suggestion: Suggestion, kinds: Sequence[CheckKind]) -> Check:
    """Of the most telling kind: a medicine before what else its torn words looked like."""
    kind = kinds[0] if kinds else CheckKind.SUGGESTION
    found = Check(kind, suggestion.typed, suggestion.start, suggestion.end, suggestion.meant)
    return replace(found, kind=CheckKind.MEDICINE) if CheckKind.MEDICINE in kinds else found
