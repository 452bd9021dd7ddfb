"""What one way of decoding swallows, another way hears; and what none hears is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from naklank.audio.reading import resample
from naklank.speech.activity import find_speech
from naklank.speech.engine import SAMPLE_RATE, Way
from naklank.speech.span_typist import SpanTypist
from support.scripted_engine import ScriptedEngine, spelled_out

if TYPE_CHECKING:
    from naklank.audio.sound import Sound
    from naklank.core.transcript import Stretch, Word
    from naklank.speech.engine import Samples

HOTWORDS = ("lisinopril",)


@pytest.fixture(scope="module")
def samples(sample: Sound) -> Samples:
    return resample(sample, SAMPLE_RATE).samples[: 15 * SAMPLE_RATE]


@pytest.fixture(scope="module")
def speech(samples: Samples) -> tuple[Stretch, ...]:
    found = find_speech(samples)
    assert len(found) > 2
    return found


def last_only(samples: Samples) -> list[Word]:
    """As seen of beam 5: of five sentences the last one."""
    last = find_speech(samples)[-1]
    return [word for word in spelled_out(samples) if word.start >= last.start - 0.1]


def test_one_pass_is_enough_when_it_covers_all(
    samples: Samples, speech: tuple[Stretch, ...]
) -> None:
    engine = ScriptedEngine()
    typed = SpanTypist(engine, "en", HOTWORDS).type_out(samples, speech)
    assert typed.uncovered == ()
    assert [way for _seconds, way in engine.decoded] == [Way(5, HOTWORDS)]


def test_hotwords_need_some_speech(samples: Samples) -> None:
    engine = ScriptedEngine()
    short = samples[: 4 * SAMPLE_RATE]
    SpanTypist(engine, "en", HOTWORDS).type_out(short, find_speech(short))
    assert [way for _seconds, way in engine.decoded] == [Way(5)]


def test_hotwords_that_come_back_as_a_loop_are_left_out(
    samples: Samples, speech: tuple[Stretch, ...]
) -> None:
    def type_out(piece: Samples, way: Way) -> list[Word]:
        words = spelled_out(piece)
        return [replace(word, text="en") for word in words] if way.hotwords else words

    engine = ScriptedEngine(type_out)
    typed = SpanTypist(engine, "en", HOTWORDS).type_out(samples, speech)
    assert [way for _seconds, way in engine.decoded] == [Way(5, HOTWORDS), Way(5)]
    assert (typed.uncovered, typed.dropped) == ((), ())


@pytest.mark.parametrize("good", [Way(1, HOTWORDS), Way(1), Way(5)])
def test_another_way_hears_what_the_first_one_swallowed(
    samples: Samples, speech: tuple[Stretch, ...], good: Way
) -> None:
    engine = ScriptedEngine(
        lambda piece, way: spelled_out(piece) if way == good else last_only(piece)
    )
    typed = SpanTypist(engine, "en", HOTWORDS).type_out(samples, speech)
    assert typed.uncovered == ()
    assert typed.segments[0].start == pytest.approx(speech[0].start, abs=0.1)


def test_what_every_way_swallows_is_decoded_by_itself(
    samples: Samples, speech: tuple[Stretch, ...]
) -> None:
    engine = ScriptedEngine(
        lambda piece, _way: last_only(piece) if len(piece) == len(samples) else spelled_out(piece)
    )
    typed = SpanTypist(engine, "en", ()).type_out(samples, speech)
    assert typed.uncovered == ()
    starts = [segment.start for segment in typed.segments]
    assert starts == sorted(starts)


def test_what_nobody_hears_is_told_with_its_times(
    samples: Samples, speech: tuple[Stretch, ...]
) -> None:
    engine = ScriptedEngine(lambda piece, _way: last_only(piece) if len(piece) > 80_000 else [])
    typed = SpanTypist(engine, "en", ()).type_out(samples, speech)
    assert typed.uncovered[0].start == pytest.approx(speech[0].start, abs=0.4)
    silent = sum(one.seconds for one in speech[:-1])
    assert sum(gap.seconds for gap in typed.uncovered) == pytest.approx(silent, abs=1.0)


def test_nothing_typed_at_all_is_told_as_a_whole(
    samples: Samples, speech: tuple[Stretch, ...]
) -> None:
    typed = SpanTypist(ScriptedEngine(lambda _p, _w: []), "en", HOTWORDS).type_out(samples, speech)
    assert typed.segments == ()
    assert [gap.start for gap in typed.uncovered] == [one.start for one in speech]
