"""What is asked of the rooms to type out what was said, and of the models for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from naklank.core.errors import NaklankError
    from naklank.core.ports.sound import SoundTap
    from naklank.core.recording import Spoken
    from naklank.core.speech_models import ListedModel, Recommendation
    from naklank.core.transcript import Transcript


class ModelShelf(Protocol):
    """The speech models on this computer. All may take seconds: never on the main thread.

    A damaged or foreign model is set aside, named in the error, and never loaded.
    """

    def models(self) -> tuple[ListedModel, ...]:
        """The catalogue, from the smallest model to the largest."""
        ...

    def recommend(self) -> Recommendation:
        """Measure the best model that is here, at most 20 s, and reckon the others from it."""
        ...

    def install(self, name: str, mirror: str, on_progress: Callable[[int, int], bool]) -> None:
        """Download a model, or the rest of it, from the hub or from the mirror's address.

        `on_progress` hears bytes so far and in all, and gives False to stop: raises CANCELLED, and
        what came is kept. Raises MODEL_NOT_FETCHED, MODEL_DAMAGED, DISK_FULL or DATA_NOT_WRITABLE.
        """
        ...

    def take_in(self, source: Path, on_progress: Callable[[int, int], bool]) -> str:
        """Copy a model from a folder or ZIP file; its name is found by its bytes alone.

        Raises MODEL_FOREIGN, MODEL_DAMAGED, CANCELLED, DISK_FULL or DATA_NOT_WRITABLE.
        """
        ...

    def verify(self, name: str) -> None:
        """Raises MODEL_MISSING, or MODEL_DAMAGED after it was set aside."""
        ...

    def remove(self, name: str) -> None:
        """Delete what is here of a model; one that ships as a package is only deleted here.

        Raises MODEL_IN_USE for the one that types now and would not come back by itself.
        """
        ...


class TypistListener(Protocol):
    """Hears of the typing, on a thread of the typist's."""

    def on_progress(self, second: float) -> None:
        """Text stands up to this second."""
        ...

    def on_typed(self, transcript: Transcript) -> None:
        """The text stands; its doubts may not be all."""
        ...

    def on_doubted(self, transcript: Transcript) -> None:
        """The last word: the same text, with every doubt that could be found."""
        ...

    def on_failed(self, error: NaklankError) -> None:
        """The last word. CANCELLED after `cancel`; else the sound can be typed once more.

        Behind a text it means only that no more doubts are found.
        """
        ...


class Typist(Protocol):
    """The speech engine, kept warm."""

    def start(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        """Load the engine; hears once whether it works on this computer. Returns at once.

        MODEL_REPLACED: it works, with another model than the chosen one.
        """
        ...

    def restart(self, on_ready: Callable[[NaklankError | None], None]) -> None:
        """Load the engine anew, with the model that is chosen now; as `start`."""
        ...

    def hear(self, spoken: Spoken) -> SoundTap:
        """Type what the tap hears while it is spoken, behind what was spoken before."""
        ...

    def type_out(self, spoken: Spoken, listener: TypistListener) -> None:
        """Type these takes as one recording; returns at once. One at a time.

        Of a recording that was heard whole the text is nearly there; any other is typed from its
        files.
        """
        ...

    def cancel(self) -> None:
        """Give up the typing under way; the engine forgets all sound that it heard."""
        ...

    def close(self) -> None:
        """End the engine's process and every thread."""
        ...
