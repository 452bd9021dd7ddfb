"""All guards, behind what Whisper base really typed and over real sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from naklank.audio.reading import read_sound, resample
from naklank.core.transcript import Segment, Stretch, Word
from naklank.speech.activity import find_speech
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.guards.guard import guard
from naklank.speech.guards.removal import Sifted
from naklank.speech.guards.span_sound import SpanSound
from naklank.speech.levels import SILENCE
from support.guarded import said, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from naklank.speech.engine import Samples

SPAN = 8.6
"""Seconds of nathalie_long_065s, which base typed so; a probability for each word."""
TYPED = (
    ((0.0, 0.52, "Is", 0.69), (0.52, 0.68, "het", 0.947), (0.68, 1.2, "vrijdag,", 0.972),
     (1.58, 2.0, "zaterdag", 0.912), (2.0, 2.3, "of", 0.802), (2.3, 2.78, "zondag?", 0.895)),
    ((3.48, 3.74, "Laat", 0.726), (3.74, 3.82, "ze", 0.91), (3.82, 3.96, "in", 0.998),
     (3.96, 4.1, "de", 0.997), (4.1, 4.36, "vorm", 0.928), (4.36, 4.96, "afkoelen.", 0.833)),
    ((5.72, 6.04, "Tim", 0.965), (6.04, 6.3, "is", 0.99), (6.3, 6.46, "niet", 0.997),
     (6.46, 6.8, "moe,", 0.844), (7.18, 7.22, "maar", 0.996), (7.22, 7.38, "heeft", 0.947),
     (7.38, 7.56, "het", 0.971), (7.56, 7.76, "ook", 0.981), (7.76, 8.02, "wel", 0.997),
     (8.02, 8.36, "gehad.", 0.926)),
)  # fmt: skip


def _segments(typed: Sequence[Sequence[tuple[float, float, str, float]]]) -> list[Segment]:
    return [Segment(tuple(Word(*word) for word in words)) for words in typed]


def _guard(
    segments: Sequence[Segment],
    samples: Samples,
    hotwords: tuple[str, ...] = (),
    speech: tuple[Stretch, ...] | None = None,
) -> Sifted:
    found = find_speech(samples) if speech is None else speech
    return guard(segments, SpanSound.of(samples, found), "nl", hotwords)


@pytest.fixture(scope="module")
def span(speech: Path) -> Samples:
    file = speech / "long" / "nathalie_long_065s.flac"
    return resample(read_sound(file), SAMPLE_RATE).samples[: int(SPAN * SAMPLE_RATE)]


@pytest.mark.parametrize("gain", [1.0, 0.1])
def test_what_was_said_passes_untouched(span: Samples, gain: float) -> None:
    segments = tuple(_segments(TYPED))
    hotwords = ("zaterdag", "zondag")
    assert _guard(segments, span * np.float32(gain), hotwords) == Sifted(segments, ())


def test_what_was_made_up_behind_it_goes_for_its_reason(span: Samples) -> None:
    samples = np.concatenate([span, np.zeros(20 * SAMPLE_RATE, np.float32)])
    made_up = [
        said("Vergeet niet te abonneren.", SPAN - 0.2),  # near enough to the voice to have speech
        said("lisinopril metoprolol", SPAN + 4.0),
        said("TV GELDERLAND 2020.", SPAN + 15.0),
    ]
    segments = _segments(TYPED)
    found = _guard([*segments, *made_up], samples, ("lisinopril", "metoprolol"))
    assert found.segments == tuple(segments)
    assert [(one.text, one.reason) for one in found.dropped] == [
        (made_up[0].text, "phrase"),
        (made_up[1].text, "no_speech"),
        (made_up[2].text, "phrase"),
    ]


# Whisper base over the shared waiting room, with and without hotwords.
@pytest.mark.parametrize(
    "text",
    ["Ik heb een" + " hele" * 40, "de opgevallen van " * 30, "van de opzicht " * 30, "MUZIEK."],
)
def test_over_babble_no_word_is_left(speech: Path, text: str) -> None:
    file = speech / "noise" / "noise_babble_waitingroom_45s.flac"
    samples = resample(read_sound(file), SAMPLE_RATE).samples[: 12 * SAMPLE_RATE]
    begun = said(text, 1.0, letter=10.0 / len(text)).words
    # It grows ever surer of itself.
    sure = tuple(
        Word(word.start, word.end, word.text, (0.02, 0.11, 0.12, 0.3)[at] if at < 4 else 0.95)
        for at, word in enumerate(begun)
    )
    assert _guard([Segment(sure)], samples).segments == ()


def test_dropped_text_comes_in_the_order_of_the_sound(span: Samples) -> None:
    first, last = said("Bedankt voor het kijken.", 0.3), said("TV GELDERLAND 2020.", 6.0)
    middle = [said("Neem een tablet per dag.", 1.0 + at, letter=0.04) for at in range(5)]
    found = _guard([first, *middle, last], span)
    assert [one.reason for one in found.dropped] == ["phrase", "loop", "phrase"]
    assert texts(found.segments) == ["Neem een tablet per dag."]


def test_a_sentence_in_another_language_goes(span: Samples) -> None:
    segments = [*_segments(TYPED[:2]), said("But he has had it as well.", 5.8)]
    found = _guard(segments, span)
    assert found.segments == tuple(segments[:2])
    assert [(one.text, one.reason) for one in found.dropped] == [(segments[2].text, "language")]


@pytest.mark.parametrize("seconds", [0.0, 0.01, 3.0])
def test_silence_with_and_without_text(seconds: float) -> None:
    silence = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    assert _guard([], silence, speech=()) == Sifted((), ())
    found = _guard([said("TV GELDERLAND 2020.", 0.0)], silence, speech=())
    assert found.segments == ()
    assert [one.text for one in found.dropped] == ["TV GELDERLAND 2020."]


def test_the_level_of_the_voice_and_of_what_is_softer(span: Samples) -> None:
    whole = (Stretch(0.0, SPAN),)
    sound = SpanSound.of(np.concatenate([span, span * np.float32(0.01)]), whole)
    again = SpanSound.of(span * np.float32(0.1), whole)
    assert sound.level(SPAN, 2 * SPAN) == pytest.approx(sound.level(0.0, SPAN) - 40, abs=0.1)
    assert again.voice == pytest.approx(sound.voice - 20, abs=0.1)
    assert sound.level(0.0, SPAN) <= sound.voice < 0
    assert sound.level(3 * SPAN, 4 * SPAN) < sound.voice
    assert SpanSound.of(np.zeros(0, np.float32), ()).level(0.0, 1.0) == SILENCE
