"""From sound to a transcript, span by span, also while the sound still comes in."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from naklank.core.differences import find_differences
from naklank.core.live import LivePart
from naklank.core.transcript import Stretch, Transcript, merged
from naklank.speech.activity import Activity
from naklank.speech.coverage import find_uncovered
from naklank.speech.drowned import find_drowned
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.growing_sound import GrowingSound
from naklank.speech.guards.removal import all_words
from naklank.speech.span_typist import SpanTypist, TypedSpan
from naklank.speech.spans import cut_spans, finished_span, with_margins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from naklank.core.transcript import Doubt, Language
    from naklank.speech.engine import Engine, Samples

LOOK: Final = 0.25
"""Seconds of new sound between two looks for speech in it."""

REST: Final = 0.25
"""Seconds of silence behind a stretch, which itself holds 0.1 s of it, that may be the last: what
waits is decoded, so that its text stands when somebody presses stop."""

SETTLING: Final = 0.2
"""Seconds of sound that are awaited behind the stop: what the microphone heard before it is still
on its way."""

RESUMED: Final = 1.0
"""Seconds of sound behind a stop from which on it was none: the recorder hears out half a second
behind it, and a pause is told as a stop is."""

SAME_END: Final = 0.2
"""Seconds: by so much the end of a stretch moves when more silence is heard behind it."""

SLOW: Final = 6.0
"""Seconds for one span, which is a quarter of what the longest lasts; a computer that needs more
does nothing on the mere chance, or it would fall behind."""

EARLY: Final = 5.0
"""Seconds of a new span within which nobody stops: then one before it is decoded a second time, and
no text waits for that."""

SPAN: Final = 8.0
"""Seconds of text typed ahead that stand for good once more is said behind a rest: spans of 6 s
have the word error rate of longer ones, and a stop then waits for what came behind them alone."""

TAIL: Final = 2.0
"""Seconds of speech that are decoded by themselves; Whisper errs more in a word or two."""


@dataclass(frozen=True, slots=True)
class _Ahead:
    """The text of what waits, typed on the chance that no more follows; seconds."""

    start: float
    end: float
    typed: TypedSpan


@dataclass(frozen=True, slots=True)
class _Once:
    """A span that was decoded in one way only, and the speech in it."""

    speech: Sequence[Stretch]
    typed: TypedSpan


class Transcriber:
    """Types one recording: mono, 16 kHz, as it comes in.

    Nothing is decoded where nobody speaks: Whisper types "TV GELDERLAND 2020." out of silence.
    A span is decoded once it is finished. At each rest what waits is decoded on the chance that it
    was the end; nothing of that is lost when the span turns out to end there. Each span is decoded
    a second time where nobody waits for a text: while the next one begins, else behind the end.
    """

    def __init__(
        self,
        engine: Engine,
        language: Language,
        hotwords: Sequence[str] = (),
        on_part: Callable[[LivePart], None] = lambda _part: None,
    ) -> None:
        """`on_part` hears each text as soon as it stands, be it typed ahead."""
        self._on_part = on_part
        self._typist = SpanTypist(engine, language, tuple(hotwords))
        self._language = language
        self._sound = GrowingSound()
        self._activity = Activity()
        self._looked = 0.0
        """The second up to which speech was looked for."""
        self._spans: list[TypedSpan] = []
        self._taken = 0
        """How many stretches stand in a span."""
        self._once: deque[_Once] = deque()
        self._doubts: list[Doubt] = []
        self._ahead: _Ahead | None = None
        self._stopped: float | None = None
        """The second at which the speaker stopped last, be it for a pause."""
        self._slowest = 0.0

    @property
    def typed_until(self) -> float:
        """The second up to which the text is final."""
        return self._spans[-1].end if self._spans else 0.0

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where a second decoding heard something else, as far as there was one."""
        return tuple(self._doubts)

    def add(self, samples: Samples) -> None:
        """Take the next piece of the recording."""
        self._sound.add(samples)

    def settle(self) -> None:
        """The speaker says that this is the end: decode what waits without a rest behind it.

        Forgotten when `RESUMED` seconds of sound come behind it: then it was a pause.
        """
        self._stopped = self._heard

    def work(self) -> bool:
        """Decode one span if one is finished, or may be; whether anything was decoded."""
        if self._heard - self._looked >= LOOK:
            self._look()
        waiting = self._waiting()
        count = finished_span(waiting, self._looked)
        if count:
            self._commit(waiting[:count])
            return True
        if waiting and self._may_be_the_end(waiting[-1]) and not self._is_typed_ahead(waiting):
            waiting = self._without_typed_ahead(waiting)
            self._ahead = self._type_ahead(waiting)
            return True
        return self._has_just_begun(waiting) and self.doubt()

    def doubt(self) -> bool:
        """Decode one span a second time; False when none is left."""
        if not self._once:
            return False
        once = self._once.popleft()
        again = self._decoded(once.speech, self._typist.type_again)
        self._doubts += find_differences(all_words(once.typed.segments), all_words(again.segments))
        return True

    def finish(self, on_span: Callable[[float], None]) -> Transcript:
        """The transcript of the whole; `on_span` hears the second up to which text stands.

        Its doubts are those known by now: `doubt` finds the rest.
        """
        if self._looked < self._heard:
            self._look()
        waiting = self._without_typed_ahead(self._waiting())
        for count in cut_spans(waiting, self._heard):
            self._commit(waiting[:count])
            waiting = waiting[count:]
            on_span(self.typed_until)
        return Transcript(
            self._language,
            round(self._heard, 3),
            tuple(segment for span in self._spans for segment in span.segments),
            self._uncovered(),
            tuple(dropped for span in self._spans for dropped in span.dropped),
            self.doubts,
        )

    def _uncovered(self) -> tuple[Stretch, ...]:
        """Also where something was so loud that nobody knows whether somebody spoke."""
        known = [stretch for span in self._spans for stretch in span.uncovered]
        words = [word for span in self._spans for word in all_words(span.segments)]
        loud = find_drowned(self._sound.samples, self._activity.speech)
        return merged((*known, *find_uncovered(loud, words)))

    @property
    def _heard(self) -> float:
        return len(self._sound) / SAMPLE_RATE

    def _look(self) -> None:
        self._activity.look(self._sound.samples)
        self._looked = self._heard

    def _waiting(self) -> Sequence[Stretch]:
        return self._activity.speech[self._taken :]

    def _may_be_the_end(self, last: Stretch) -> bool:
        if self._slowest > SLOW:
            return False
        stopped = self._stopped
        if stopped is not None and SETTLING <= self._looked - stopped < RESUMED:
            return True
        return self._looked - last.end >= REST

    def _has_just_begun(self, waiting: Sequence[Stretch]) -> bool:
        """Whether somebody is speaking, and began only now: no stop comes for a while."""
        is_stopped = self._stopped is not None and self._looked - self._stopped < RESUMED
        if not waiting or is_stopped or self._slowest > SLOW:
            return False
        speaks = self._looked - waiting[-1].end < REST
        return speaks and self._looked - waiting[0].start < EARLY

    def _is_typed_ahead(self, speech: Sequence[Stretch]) -> bool:
        ahead = self._ahead
        return (
            ahead is not None
            and abs(speech[0].start - ahead.start) < SAME_END
            and abs(speech[-1].end - ahead.end) < SAME_END
        )

    def _without_typed_ahead(self, speech: Sequence[Stretch]) -> Sequence[Stretch]:
        """What must still be decoded, where what was typed ahead may stand for good."""
        for count in range(1, len(speech)):
            begun, rest = speech[:count], speech[count:]
            is_long = begun[-1].end - begun[0].start >= SPAN
            if is_long and rest[-1].end - rest[0].start >= TAIL and self._is_typed_ahead(begun):
                self._commit(begun)
                return rest
        return speech

    def _type_ahead(self, speech: Sequence[Stretch]) -> _Ahead:
        return _Ahead(speech[0].start, speech[-1].end, self._typed(speech))

    def _commit(self, speech: Sequence[Stretch]) -> None:
        ahead = self._ahead if self._is_typed_ahead(speech) else None
        typed = ahead.typed if ahead else self._typed(speech)
        self._spans.append(typed)
        self._once.append(_Once(tuple(speech), typed))
        self._taken += len(speech)
        self._ahead = None

    def _typed(self, speech: Sequence[Stretch]) -> TypedSpan:
        typed = self._decoded(speech, self._typist.type_out)
        start = with_margins(speech, self._heard).start
        self._on_part(LivePart(start, all_words(typed.segments)))
        return typed

    def _decoded(
        self,
        speech: Sequence[Stretch],
        decode: Callable[[Samples, Sequence[Stretch]], TypedSpan],
    ) -> TypedSpan:
        begun = time.monotonic()
        span = with_margins(speech, self._heard)
        piece = self._sound.samples[int(span.start * SAMPLE_RATE) : int(span.end * SAMPLE_RATE)]
        inside = [Stretch(one.start - span.start, one.end - span.start) for one in speech]
        typed = decode(piece, inside).moved_by(span.start)
        self._slowest = max(self._slowest, time.monotonic() - begun)
        return typed
