"""What is asked of the rooms about other words than those that were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.core.plain_words import PlainOffer
    from naklank.core.suggestions import Suggestion
    from naklank.core.transcript import Transcript


class Vocabulary(Protocol):
    """The names and terms that are known beside a language's own words."""

    @property
    def hotwords(self) -> tuple[str, ...]:
        """At most 30 that the engine may expect; none that nobody asked for."""
        ...

    def prepare(self) -> None:
        """Load what `suggestions` needs; else it takes half a second the first time."""
        ...

    def suggestions(self, transcript: Transcript) -> tuple[Suggestion, ...]:
        """Where the engine may have misheard one of them, in the order of the sound."""
        ...


class PlainWords(Protocol):
    """What could be said more plainly in one language."""

    def offers(self, sentence: Sequence[str]) -> tuple[PlainOffer, ...]:
        """For the typed words of one sentence, by their places in it, in their order."""
        ...
