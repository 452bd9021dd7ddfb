"""Sound through FFmpeg's filters."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast

from naklank.audio.sound import Sound

if TYPE_CHECKING:
    from av import AudioFrame
    from av.filter import Graph

_BLOCK: Final = 32_768
"""Samples."""


def filtered(sound: Sound, *steps: tuple[str, str]) -> Sound:
    """What the filters make of the sound, one behind the other: each a name and its options.

    Names and options are FFmpeg's (ffmpeg-filters(1)). Mono in, mono out, at the same rate; the
    length is what they make it.
    """
    import numpy as np

    parts = [frame.to_ndarray().reshape(-1) for frame in filtered_frames(sound, *steps)]
    return Sound(np.concatenate([np.empty(0, np.float32), *parts]), sound.rate)


def filtered_frames(sound: Sound, *steps: tuple[str, str]) -> list[AudioFrame]:
    """As `filtered`, with what a filter that measures tells in the metadata of each frame.

    An array of a frame has the shape (1, samples), 32-bit floats.
    """
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
