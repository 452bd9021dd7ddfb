"""Typed while it is spoken: which piece is decoded when, and that the text is the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import resample
from naklank.core.live import LivePart, with_part
from naklank.core.transcript import Stretch
from naklank.speech import transcriber as transcribing
from naklank.speech.activity import find_speech
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.span_typist import SECOND_WAY
from naklank.speech.spans import LONGEST, MARGIN
from naklank.speech.transcriber import Transcriber
from support.scripted_engine import ScriptedEngine, spelled_out, words_over

if TYPE_CHECKING:
    from naklank.audio.sound import Sound
    from naklank.core.transcript import Transcript, Word
    from naklank.speech.engine import Samples, Way

PIECE = SAMPLE_RATE // 4


@pytest.fixture(scope="module")
def samples(sample: Sound) -> Samples:
    return resample(sample, SAMPLE_RATE).samples


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


def spoken(transcriber: Transcriber, samples: Samples) -> None:
    """As fast as the computer types: nothing waits when the next piece comes."""
    for start in range(0, len(samples), PIECE):
        transcriber.add(samples[start : start + PIECE])
        while transcriber.work():
            pass


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def covered(transcript: Transcript) -> set[int]:
    """The seconds in which a word begins."""
    return {int(word.start) for word in transcript.words}


def unheard(_second: float) -> None:
    """Nobody asks how far it is."""


def typed_at_once(samples: Samples) -> Transcript:
    transcriber = Transcriber(ScriptedEngine(), "en")
    transcriber.add(samples)
    return transcriber.finish(unheard)


def test_the_text_is_that_of_the_whole_recording(samples: Samples, engine: ScriptedEngine) -> None:
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples)
    live = transcriber.finish(unheard)
    whole = typed_at_once(samples)
    assert live.duration == whole.duration
    # Cut elsewhere, a word can begin in the second beside.
    assert all(covered(whole) & {at - 1, at, at + 1} for at in covered(live))
    assert all(covered(live) & {at - 1, at, at + 1} for at in covered(whole))
    assert live.uncovered == whole.uncovered == ()


@pytest.mark.parametrize("times", [1, 2, 20])
def test_a_recording_that_came_at_once_is_typed_alike_whenever_its_end_is_told(
    samples: Samples, engine: ScriptedEngine, times: int
) -> None:
    transcriber = Transcriber(engine, "en")
    transcriber.add(samples)
    for _ in range(times):
        transcriber.work()
    assert transcriber.finish(unheard) == typed_at_once(samples)


def test_when_it_ends_behind_a_rest_nothing_is_left_to_decode(
    samples: Samples, engine: ScriptedEngine
) -> None:
    transcriber = Transcriber(engine, "en")
    end = round((find_speech(samples)[-1].end + 0.5) * SAMPLE_RATE)
    spoken(transcriber, np.concatenate([samples, silence(1)])[:end])
    before = len(engine.decoded)
    assert transcriber.finish(unheard).words
    assert len(engine.decoded) == before


def test_told_of_the_end_it_does_not_wait_for_a_rest(
    samples: Samples, engine: ScriptedEngine
) -> None:
    stretch = find_speech(samples)[0]
    amid = round((stretch.start + stretch.end) / 2 * SAMPLE_RATE)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples[:amid])
    assert not engine.decoded
    transcriber.settle()
    spoken(transcriber, silence(0.4))
    assert len(engine.decoded) == 1
    transcriber.finish(unheard)
    assert len(engine.decoded) == 1


def test_behind_a_stop_only_what_came_behind_the_last_rest_is_decoded(
    samples: Samples, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = find_speech(samples)[:3]
    monkeypatch.setattr(transcribing, "SPAN", first.seconds - 0.5)
    begin = samples[: round((first.end + 0.05) * SAMPLE_RATE)]
    more = samples[round((second.start - 0.1) * SAMPLE_RATE) : round(third.end * SAMPLE_RATE)]
    length = len(more) / SAMPLE_RATE
    monkeypatch.setattr(transcribing, "TAIL", 1.0)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, np.concatenate([begin, silence(0.8), more]))
    transcriber.settle()
    spoken(transcriber, silence(0.5))
    transcript = transcriber.finish(unheard)
    assert all(seconds < length + 0.5 for seconds, _way in engine.decoded[1:])
    assert covered(transcript) >= {int(first.start), int(first.end + 0.8 + length - 1)}


class Marked:
    """Speech where a script says so."""

    PLAN = ((0.0, 12.1), (12.45, 18.0), (18.3, 27.0))
    """The longest rest is the first one; at the second what waits is decoded on the chance."""

    def __init__(self) -> None:
        self.speech: tuple[Stretch, ...] = ()

    def look(self, samples: Samples) -> None:
        heard = len(samples) / SAMPLE_RATE
        self.speech = tuple(
            Stretch(start, min(end, heard)) for start, end in self.PLAN if start < heard
        )


def test_a_span_that_ends_before_a_draft_does_not_take_its_words(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted(piece: Samples, _way: Way) -> list[Word]:
        return words_over(Stretch(0.0, len(piece) / SAMPLE_RATE))

    monkeypatch.setattr(transcribing, "Activity", Marked)
    engine = ScriptedEngine(counted)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, np.tile(samples, 2)[: 28 * SAMPLE_RATE])
    assert any(17 < seconds < 20 for seconds, _way in engine.decoded)  # typed ahead
    starts = [word.start for word in transcriber.finish(unheard).words]
    assert starts == sorted(starts)


def test_what_is_said_behind_the_stop_is_typed_too(
    samples: Samples, engine: ScriptedEngine
) -> None:
    first, second = find_speech(samples)[:2]
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples[: round((first.end + 0.05) * SAMPLE_RATE)])
    transcriber.settle()
    spoken(transcriber, samples[round((first.end + 0.05) * SAMPLE_RATE) :][: 3 * SAMPLE_RATE])
    transcript = transcriber.finish(unheard)
    assert transcript.words[-1].end > second.start + 0.5


def test_who_speaks_on_behind_a_pause_is_typed_as_often_as_without_it(samples: Samples) -> None:
    without, paused = ScriptedEngine(mishearing), ScriptedEngine(mishearing)
    stretch = find_speech(samples)[0]
    amid = round((stretch.start + stretch.end) / 2 * SAMPLE_RATE)
    spoken(Transcriber(without, "en"), samples)
    transcriber = Transcriber(paused, "en")
    spoken(transcriber, samples[:amid])
    transcriber.settle()
    spoken(transcriber, samples[amid:])
    in_the_second_behind_it = 3
    assert len(paused.decoded) <= len(without.decoded) + in_the_second_behind_it
    # Nor do all second decodings wait behind the end.
    assert ways(paused).count(SECOND_WAY) >= ways(without).count(SECOND_WAY) >= 1


def test_told_of_a_pause_it_is_told_of_the_end_again(
    samples: Samples, engine: ScriptedEngine
) -> None:
    stretch = max(find_speech(samples), key=lambda one: one.seconds)
    amid = round((stretch.start + 0.8) * SAMPLE_RATE)
    end = round((stretch.end - 0.2) * SAMPLE_RATE)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples[:amid])
    transcriber.settle()
    spoken(transcriber, samples[amid:end])
    before = len(engine.decoded)
    transcriber.settle()
    spoken(transcriber, silence(0.4))
    assert len(engine.decoded) == before + 1
    assert transcriber.finish(unheard).words
    assert len(engine.decoded) == before + 1


def test_a_recording_without_end_is_typed_in_spans(
    samples: Samples, engine: ScriptedEngine
) -> None:
    long = np.concatenate([samples, silence(0.5), samples[: 20 * SAMPLE_RATE]])
    transcriber = Transcriber(engine, "en")
    until = [0.0]
    for start in range(0, len(long), PIECE):
        transcriber.add(long[start : start + PIECE])
        while transcriber.work():
            until.append(transcriber.typed_until)
    assert until == sorted(until)
    assert len(long) / SAMPLE_RATE - until[-1] < LONGEST + 5
    assert max(seconds for seconds, _way in engine.decoded) <= LONGEST + 2 * MARGIN
    transcript = transcriber.finish(unheard)
    assert transcript.uncovered == ()
    starts = [word.start for word in transcript.words]
    assert starts == sorted(starts)


def test_a_computer_that_lags_types_late_and_everything(
    samples: Samples, engine: ScriptedEngine
) -> None:
    transcriber = Transcriber(engine, "en")
    transcriber.add(samples[: len(samples) // 2])
    assert transcriber.work()
    transcriber.add(samples[len(samples) // 2 :])
    heard: list[float] = []
    live = transcriber.finish(heard.append)
    assert heard == sorted(heard)
    assert live.uncovered == ()
    assert live.words[-1].end == pytest.approx(find_speech(samples)[-1].end, abs=0.3)


def test_a_slow_computer_does_nothing_on_the_mere_chance(
    samples: Samples, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transcribing, "SLOW", -1.0)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples[: 8 * SAMPLE_RATE])
    assert not engine.decoded
    assert transcriber.finish(unheard).words


def test_without_speech_nothing_is_decoded(engine: ScriptedEngine) -> None:
    transcriber = Transcriber(engine, "nl")
    spoken(transcriber, silence(15))
    transcript = transcriber.finish(unheard)
    assert (transcript.segments, transcript.duration, engine.decoded) == ((), 15.0, [])


def mishearing(samples: Samples, way: Way) -> list[Word]:
    """Another way to decode hears another first word."""
    first, *others = spelled_out(samples)
    return [replace(first, text="niet") if way == SECOND_WAY else first, *others]


def ways(engine: ScriptedEngine) -> list[Way]:
    return [way for _seconds, way in engine.decoded]


def test_the_text_waits_for_no_second_decoding(samples: Samples) -> None:
    engine = ScriptedEngine(mishearing)
    transcriber = Transcriber(engine, "en")
    transcriber.add(samples)
    transcript = transcriber.finish(unheard)
    assert SECOND_WAY not in ways(engine)
    assert transcript.doubts == ()
    spans = len(engine.decoded)
    while transcriber.doubt():
        pass
    assert ways(engine)[spans:] == [SECOND_WAY] * spans
    assert len(transcriber.doubts) == spans
    starts = {word.start for word in transcript.words}
    assert all(doubt.start in starts and doubt.other == "niet" for doubt in transcriber.doubts)


def test_a_span_is_decoded_again_while_the_next_one_begins(samples: Samples) -> None:
    engine = ScriptedEngine(mishearing)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples)
    transcript = transcriber.finish(unheard)
    again = len(transcript.doubts)
    assert again >= 1
    while transcriber.doubt():
        pass
    assert len(transcriber.doubts) > again  # the last span's, for which nobody waited


def test_nothing_is_decoded_again_at_a_rest_which_may_be_the_end(samples: Samples) -> None:
    engine = ScriptedEngine(mishearing)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples)
    before = ways(engine).count(SECOND_WAY)
    spoken(transcriber, silence(20))
    assert ways(engine).count(SECOND_WAY) == before


def test_a_slow_computer_decodes_again_only_behind_the_end(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transcribing, "SLOW", -1.0)
    engine = ScriptedEngine(mishearing)
    transcriber = Transcriber(engine, "en")
    spoken(transcriber, samples)
    transcriber.finish(unheard)
    assert SECOND_WAY not in ways(engine)
    while transcriber.doubt():
        pass
    assert transcriber.doubts


def test_each_text_is_told_at_once_and_the_newest_takes_the_place_of_drafts(
    samples: Samples, engine: ScriptedEngine
) -> None:
    words: tuple[Word, ...] = ()
    growing: list[int] = []

    def grow(part: LivePart) -> None:
        nonlocal words
        words = with_part(words, part)
        growing.append(len(words))

    transcriber = Transcriber(engine, "en", on_part=grow)
    spoken(transcriber, samples)
    assert len(growing) > 2
    transcript = transcriber.finish(unheard)
    assert words == transcript.words
