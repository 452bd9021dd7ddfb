"""From sound to a transcript, span by span, also while the sound still comes in."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.core.transcript import Stretch, Transcript
from naklank.speech.activity import Activity
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.growing_sound import GrowingSound
from naklank.speech.span_typist import SpanTypist, TypedSpan
from naklank.speech.spans import cut_spans, finished_span, with_margins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.transcript import Language
    from naklank.speech.engine import Engine, Samples

LOOK: Final = 0.25
"""Seconds of new sound between two looks for speech in it."""

REST: Final = 0.25
"""Seconds of silence behind a stretch, which itself holds 0.1 s of it, that may be the last: what
waits is decoded, so that its text stands when somebody presses stop."""

SETTLING: Final = 0.2
"""Seconds of sound that are awaited behind the stop: what the microphone heard before it is still
on its way."""

SAME_END: Final = 0.2
"""Seconds: by so much the end of a stretch moves when more silence is heard behind it."""

SLOW: Final = 3.0
"""Seconds for one span; a computer that needs more does nothing on the mere chance."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """The text of what waits, made on the chance that no more follows; seconds."""

    start: float
    end: float
    typed: TypedSpan


class Transcriber:
    """Types one recording: mono, 16 kHz, as it comes in.

    A span is decoded once it is finished. At each rest what waits is decoded on the chance that it
    was the end; nothing of that is lost when the span turns out to end there.
    """

    def __init__(self, engine: Engine, language: Language, hotwords: Sequence[str] = ()) -> None:
        self._typist = SpanTypist(engine, language, tuple(hotwords))
        self._language = language
        self._sound = GrowingSound()
        self._activity = Activity()
        self._looked = 0.0
        """The second up to which speech was looked for."""
        self._spans: list[TypedSpan] = []
        self._taken = 0
        """How many stretches stand in a span."""
        self._draft: _Draft | None = None
        self._settles_at: float | None = None
        self._slowest = 0.0

    @property
    def typed_until(self) -> float:
        """The second up to which the text is final."""
        return self._spans[-1].end if self._spans else 0.0

    def add(self, samples: Samples) -> None:
        """Take the next piece of the recording."""
        self._sound.add(samples)

    def settle(self) -> None:
        """The speaker says that this is the end: decode what waits without a rest behind it."""
        self._settles_at = self._heard + SETTLING

    def work(self) -> bool:
        """Decode one span if one is finished, or may be; whether anything was decoded."""
        if self._heard - self._looked >= LOOK:
            self._look()
        waiting = self._waiting()
        count = finished_span(waiting, self._looked)
        if count:
            self._commit(waiting[:count])
            return True
        if waiting and self._may_be_the_end(waiting[-1]) and not self._is_drafted(waiting):
            self._draft = self._drafted(waiting)
            return True
        return False

    def finish(self, on_span: Callable[[float], None]) -> Transcript:
        """The transcript of the whole; `on_span` hears the second up to which text stands."""
        if self._looked < self._heard:
            self._look()
        waiting = self._waiting()
        for count in cut_spans(waiting, self._heard):
            self._commit(waiting[:count])
            waiting = waiting[count:]
            on_span(self.typed_until)
        return Transcript(
            self._language,
            round(self._heard, 3),
            tuple(segment for span in self._spans for segment in span.segments),
            tuple(stretch for span in self._spans for stretch in span.uncovered),
            tuple(dropped for span in self._spans for dropped in span.dropped),
        )

    @property
    def _heard(self) -> float:
        return len(self._sound) / SAMPLE_RATE

    def _look(self) -> None:
        self._activity.look(self._sound.samples)
        self._looked = self._heard

    def _waiting(self) -> tuple[Stretch, ...]:
        return self._activity.speech[self._taken :]

    def _may_be_the_end(self, last: Stretch) -> bool:
        if self._slowest > SLOW:
            return False
        if self._settles_at is not None and self._looked >= self._settles_at:
            return True
        return self._looked - last.end >= REST

    def _is_drafted(self, speech: Sequence[Stretch]) -> bool:
        draft = self._draft
        return (
            draft is not None
            and abs(speech[0].start - draft.start) < SAME_END
            and speech[-1].end - draft.end < SAME_END
        )

    def _drafted(self, speech: Sequence[Stretch]) -> _Draft:
        return _Draft(speech[0].start, speech[-1].end, self._typed(speech))

    def _commit(self, speech: Sequence[Stretch]) -> None:
        drafted = self._draft if self._is_drafted(speech) else None
        self._spans.append(drafted.typed if drafted else self._typed(speech))
        self._taken += len(speech)
        self._draft = None

    def _typed(self, speech: Sequence[Stretch]) -> TypedSpan:
        begun = time.monotonic()
        span = with_margins(speech, self._heard)
        piece = self._sound.samples[int(span.start * SAMPLE_RATE) : int(span.end * SAMPLE_RATE)]
        inside = [Stretch(one.start - span.start, one.end - span.start) for one in speech]
        typed = self._typist.type_out(piece, inside).moved_by(span.start)
        self._slowest = max(self._slowest, time.monotonic() - begun)
        return typed


def transcribe(
    engine: Engine,
    samples: Samples,
    language: Language,
    on_span: Callable[[float], None],
    hotwords: Sequence[str] = (),
) -> Transcript:
    """The transcript of a whole recording: mono, 16 kHz.

    `on_span` hears the second up to which text stands. Nothing is decoded where nobody speaks:
    Whisper types "TV GELDERLAND 2020." out of silence.
    """
    transcriber = Transcriber(engine, language, hotwords)
    transcriber.add(samples)
    return transcriber.finish(on_span)
