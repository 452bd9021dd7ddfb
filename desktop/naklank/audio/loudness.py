"""The loudness of speech that goes home, evened for a telephone on the kitchen table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast

from naklank.audio.sound import Sound

if TYPE_CHECKING:
    import numpy as np
    from av import AudioFrame
    from av.filter import Graph
    from numpy.typing import NDArray

TARGET: Final = -18.0
"""LUFS, measured as EBU R 128 does. Its own -23 is for broadcast; for speech that people play on
telephones AES TD1008 (2021) asks -18."""

CEILING: Final = -1.5
"""dB below full scale that no sample goes beyond: an MP3 overshoots its source a little."""

MOST: Final = 30.0
"""dB that a recording is raised at most: of what is softer than that, the noise would be heard."""

_SILENT: Final = -69.0
"""LUFS at which, by EBU R 128, there is nothing to measure."""
_BLOCK: Final = 32_768
"""Samples."""


def evened(sound: Sound) -> Sound:
    """The same sound at the usual loudness of speech, to the sample as long.

    One gain for all of it, so that what was said softly stays softer; peaks are held down without
    clipping. Sound without anything to measure stays as it is.
    """
    loudness = integrated_loudness(sound)
    if loudness is None:
        return sound
    gain = min(TARGET - loudness, MOST)
    limit = 10 ** (CEILING / 20)
    # `latency` gives the limiter's delay back; without it the sound would start 5 ms late.
    steps = (
        ("volume", f"{gain:.2f}dB"),
        ("alimiter", f"limit={limit:.4f}:level=false:latency=true"),
    )
    return Sound(_through(sound, steps), sound.rate)


def integrated_loudness(sound: Sound) -> float | None:
    """LUFS by EBU R 128; None where it is silent or shorter than 0.4 s."""
    frames = _run(sound, (("ebur128", "metadata=1"),))
    told = [frame.metadata.get("lavfi.r128.I") for frame in frames]
    last = next((float(one) for one in reversed(told) if one), _SILENT)
    return None if last <= _SILENT else last


def _through(sound: Sound, steps: tuple[tuple[str, str], ...]) -> NDArray[np.float32]:
    import numpy as np

    parts = [frame.to_ndarray().reshape(-1) for frame in _run(sound, steps)]
    made = np.concatenate([np.empty(0, np.float32), *parts]).astype(np.float32)
    count = len(sound.samples)
    return np.pad(made[:count], (0, max(0, count - len(made))))


def _run(sound: Sound, steps: tuple[tuple[str, str], ...]) -> list[AudioFrame]:
    """What FFmpeg's filters make of the sound, one behind the other."""
    import av

    graph = av.filter.Graph()
    nodes = [
        graph.add_abuffer(
            sample_rate=sound.rate,
            format="flt",
            layout="mono",
            time_base=Fraction(1, sound.rate),
        )
    ]
    nodes += [graph.add(name, options) for name, options in steps]
    nodes.append(graph.add("aformat", "sample_fmts=flt"))
    nodes.append(graph.add("abuffersink"))
    graph.link_nodes(*nodes).configure()
    frames: list[AudioFrame] = []
    for start in range(0, len(sound.samples), _BLOCK):
        block = sound.samples[None, start : start + _BLOCK]
        frame = av.AudioFrame.from_ndarray(block, format="flt", layout="mono")
        frame.sample_rate, frame.pts = sound.rate, start
        graph.push(frame)
        frames += _pulled(graph)
    graph.push(None)
    return frames + _pulled(graph)


def _pulled(graph: Graph) -> list[AudioFrame]:
    import av

    frames: list[AudioFrame] = []
    while True:
        try:
            frames.append(cast("AudioFrame", graph.pull()))
        except (av.error.BlockingIOError, av.error.EOFError):
            return frames
