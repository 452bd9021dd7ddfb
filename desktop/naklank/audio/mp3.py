"""The sound as an MP3, which every telephone and old laptop plays."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from naklank.audio.reading import resample

if TYPE_CHECKING:
    from naklank.audio.sound import Sound

RATES: Final = (16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
"""Hertz; what MP3 can hold and every player plays. 8 kHz MPEG-2.5 does not play everywhere."""

BIT_RATE: Final = 96_000
"""Bits a second, constant: speech at its best in mono, and a length that players show rightly."""

_BLOCK: Final = 1152
"""Samples in one MP3 frame."""


def encode_mp3(sound: Sound, title: str) -> bytes:
    """The sound as a mono MP3 of `BIT_RATE`, with a title and no other words in its tags.

    Its rate is that of the sound or the next one of `RATES`; 48 kHz at most.
    """
    import av

    rate = next((rate for rate in RATES if rate >= sound.rate), RATES[-1])
    samples = resample(sound, rate).samples
    target = io.BytesIO()
    with av.open(target, "w", format="mp3") as container:
        container.metadata["title"] = title
        stream = container.add_stream("libmp3lame", rate=rate)
        stream.bit_rate = BIT_RATE
        stream.layout = "mono"
        for start in range(0, len(samples), _BLOCK):
            frame = av.AudioFrame.from_ndarray(
                samples[None, start : start + _BLOCK], format="fltp", layout="mono"
            )
            frame.sample_rate = rate
            frame.pts = start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return target.getvalue()
