"""What the text was before, to go back to it and forth again without end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from naklank.core.agreement import Agreement
    from naklank.core.review import Review
    from naklank.core.summary import Summary


@dataclass(frozen=True, slots=True)
class Version:
    """A text, how far its checking had come, and what goes home with it."""

    summary: Summary
    review: Review
    agreement: Agreement


class History:
    """The versions on both sides of the one at hand; in memory alone, for it is a patient's."""

    def __init__(self) -> None:
        self._past: list[Version] = []
        self._future: list[Version] = []

    def remember(self, version: Version) -> None:
        """It gives way to a new one; what was undone before is gone."""
        self._past.append(version)
        self._future.clear()

    def back(self, now: Version) -> Version | None:
        """The version before the one at hand; None where there is none."""
        return _moved(now, self._past, self._future)

    def forth(self, now: Version) -> Version | None:
        """The version that was undone last; None where there is none."""
        return _moved(now, self._future, self._past)

    def forget(self) -> None:
        """Drop all of them: nothing can be undone or done again."""
        self._past.clear()
        self._future.clear()


def _moved(now: Version, taken: list[Version], left: list[Version]) -> Version | None:
    if not taken:
        return None
    left.append(now)
    return taken.pop()
