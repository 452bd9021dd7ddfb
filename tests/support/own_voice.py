"""Somebody who reads words with pauses between them, made of real speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from naklank.audio.home_sound import as_clip
from naklank.audio.reading import resample
from naklank.audio.sound import Sound
from naklank.core.voice import VoicePart
from naklank.speech.engine import SAMPLE_RATE
from naklank.speech.pauses import _pieces
from support.sounds import tone

if TYPE_CHECKING:
    from naklank.core.voice import Clip

WORD = 0.45
"""Seconds."""


def words_of(spoken: Sound, count: int) -> list[Sound]:
    """So many different pieces of a recording in which somebody speaks all the time."""
    samples, words = resample(spoken, SAMPLE_RATE).samples, []
    size = round(WORD * SAMPLE_RATE)
    for piece in _pieces(samples):
        first = round(piece.start * SAMPLE_RATE)
        starts = range(first, round(piece.end * SAMPLE_RATE) - size, size)
        words += [Sound(samples[start : start + size], SAMPLE_RATE) for start in starts]
    loudness = [float(np.abs(word.samples).mean()) for word in words]
    clear = [word for word, loud in zip(words, loudness, strict=True) if loud > 0.03]
    assert len(clear) >= count
    return clear[:count]


def read_out(words: list[Sound], pause: float = 0.5) -> Sound:
    """One word after the other, with so many seconds of silence around each."""
    rate = words[0].rate
    silence = np.zeros(round(pause * rate), np.float32)
    row = [part for word in words for part in (silence, word.samples)]
    return Sound(np.concatenate([*row, silence]), rate)


def clips(part: VoicePart, rate: int = 16_000, seconds: float = 0.3) -> tuple[Clip, ...]:
    """As many as the part has, each a tone of its own."""
    first = 300 + 1000 * list(VoicePart).index(part)
    return tuple(
        as_clip(Sound(tone(seconds, rate, first + 20 * at), rate)) for at in range(part.pieces)
    )


def whole_voice(rate: int = 16_000) -> dict[VoicePart, tuple[Clip, ...]]:
    return {part: clips(part, rate) for part in VoicePart}
