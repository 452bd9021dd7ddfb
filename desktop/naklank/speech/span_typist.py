"""One span to guarded words: no single pass is trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from naklank.core.moving import moved, moved_segment
from naklank.core.transcript import Dropped, Segment, Stretch, Word
from naklank.speech.coverage import find_uncovered
from naklank.speech.engine import SAMPLE_RATE, Way
from naklank.speech.guards.guard import guard
from naklank.speech.guards.removal import all_words
from naklank.speech.guards.span_sound import SpanSound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from naklank.core.transcript import Language
    from naklank.speech.engine import Engine, Samples

AROUND_HOLE: Final = 0.4
"""Seconds of sound on both sides of a stretch that is decoded by itself."""

ENOUGH: Final = 6.0
"""Seconds of speech that hotwords need: behind a shorter sentence base goes on with them, or in a
loop, and its word error rate rises from 0.16 to 0.65 and more (measured with 6 and 18 words)."""

SECOND_WAY: Final = Way(1)
"""To hear what else could have been said."""

BETTER: Final = 0.5
"""Seconds of speech that another way must cover more, to be taken instead."""


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """What stands of one span, in seconds, and up to where it reaches."""

    end: float
    segments: tuple[Segment, ...]
    uncovered: tuple[Stretch, ...]
    dropped: tuple[Dropped, ...]

    def moved_by(self, seconds: float) -> TypedSpan:
        """The same, counted from another moment."""
        return TypedSpan(
            self.end + seconds,
            tuple(moved_segment(segment, seconds) for segment in self.segments),
            tuple(moved(gap, seconds) for gap in self.uncovered),
            tuple(moved(one, seconds) for one in self.dropped),
        )


class SpanTypist:
    """Decodes a span, and what one way of decoding swallows again another way.

    An 18-second dictation of five sentences came back from beam 5 as its last sentence alone, from
    beam 1 and with hotwords whole: measured with Whisper base.
    """

    def __init__(self, engine: Engine, language: Language, hotwords: tuple[str, ...]) -> None:
        self._engine = engine
        self._language = language
        self._hotwords = hotwords
        self._ways = (Way(1, hotwords), Way(1), Way(5)) if hotwords else (Way(1),)
        """To hear what the first one swallowed."""

    def type_out(self, samples: Samples, speech: Sequence[Stretch]) -> TypedSpan:
        """The guarded words of one span, in seconds from its start; `speech` is what is in it.

        Only where one voice is heard is it worth another try; many at once are reported.
        """
        sound = SpanSound.of(samples, speech)
        if not sound.voiced:
            return TypedSpan(len(samples) / SAMPLE_RATE, (), sound.speech, ())
        best = self._first(samples, sound)
        for way in self._ways:
            if not _missed(best, sound):
                return best
            other = self._decoded(samples, sound, way)
            if _seconds(_missed(other, sound)) <= _seconds(_missed(best, sound)) - BETTER:
                best = _with_dropped(other, best.dropped)
        for gap in _missed(best, sound):
            best = self._filled(best, samples, speech, gap)
        return best

    def type_again(self, samples: Samples, speech: Sequence[Stretch]) -> TypedSpan:
        """The guarded words that another way of decoding hears in the same span, just once."""
        sound = SpanSound.of(samples, speech)
        if not sound.voiced:
            return TypedSpan(len(samples) / SAMPLE_RATE, (), (), ())
        return self._decoded(samples, sound, SECOND_WAY)

    def _first(self, samples: Samples, sound: SpanSound) -> TypedSpan:
        """With hotwords, unless there is little speech, or they came back as text."""
        if self._hotwords and _seconds(sound.speech) >= ENOUGH:
            typed = self._decoded(samples, sound, Way(5, self._hotwords))
            if not any(one.reason in ("loop", "echo") for one in typed.dropped):
                return typed
        return self._decoded(samples, sound, Way(5))

    def _decoded(self, samples: Samples, sound: SpanSound, way: Way) -> TypedSpan:
        end = len(samples) / SAMPLE_RATE
        segments = [_inside(one, end) for one in self._engine.decode(samples, self._language, way)]
        kept = guard(segments, sound, self._language, way.hotwords)
        uncovered = find_uncovered(sound.speech, all_words(kept.segments))
        return TypedSpan(end, kept.segments, uncovered, kept.dropped)

    def _filled(
        self, typed: TypedSpan, samples: Samples, speech: Sequence[Stretch], gap: Stretch
    ) -> TypedSpan:
        """With what is heard where a gap is decoded by itself; the cut alone can be the reason."""
        start, end = (
            max(0.0, gap.start - AROUND_HOLE),
            min(typed.end, gap.end + AROUND_HOLE),
        )
        piece = samples[int(start * SAMPLE_RATE) : int(end * SAMPLE_RATE)]
        inside = [
            Stretch(max(0.0, one.start - start), min(end, one.end) - start)
            for one in speech
            if one.start < end and one.end > start
        ]
        heard = self._decoded(piece, SpanSound.of(piece, inside), Way(1)).moved_by(start)
        found = [
            Segment(words)
            for segment in heard.segments
            if (words := tuple(word for word in segment.words if _is_in(word, gap)))
        ]
        if not found:
            return typed
        segments = tuple(sorted((*typed.segments, *found), key=lambda segment: segment.start))
        uncovered = find_uncovered(speech, all_words(segments))
        return replace(typed, segments=segments, uncovered=uncovered)


def _missed(typed: TypedSpan, sound: SpanSound) -> tuple[Stretch, ...]:
    """Where one voice stands out and no word stands."""
    return find_uncovered(sound.voiced, all_words(typed.segments))


def _seconds(stretches: Iterable[Stretch]) -> float:
    return sum(stretch.seconds for stretch in stretches)


def _with_dropped(typed: TypedSpan, earlier: Iterable[Dropped]) -> TypedSpan:
    """With what was dropped of a text that was not taken, where the new one has no text."""
    known = {one.text for one in typed.dropped}
    added = tuple(
        one for one in earlier if one.text not in known and not _has_text(typed.segments, one)
    )
    return replace(typed, dropped=(*typed.dropped, *added))


def _has_text(segments: Iterable[Segment], place: Dropped) -> bool:
    return any(one.start < place.end and one.end > place.start for one in segments)


def _is_in(word: Word, gap: Stretch) -> bool:
    return gap.start <= word.middle <= gap.end


def _inside(segment: Segment, end: float) -> Segment:
    """The engine's times, none of them behind the end of the sound."""
    return Segment(
        tuple(
            replace(word, start=min(word.start, end), end=min(word.end, end))
            for word in segment.words
        )
    )
